import { html, type TemplateResult } from 'lit';

/** A line drawing of 22 units, 1.6 wide, in the colour of its text; decoration beside words, so hidden from assistive technology. */
export const icon = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 22 22" aria-hidden="true"><path d=${path} /></svg>`;

/** Scan a code with a phone: what the shopper does with Pix. */
export const SCAN = 'M3 7V5a2 2 0 0 1 2-2h2m8 0h2a2 2 0 0 1 2 2v2m0 8v2a2 2 0 0 1-2 2h-2m-8 0H5a2 2 0 0 1-2-2v-2M12 6l-4 6h6l-4 5';
export const COPY = 'M8 8h10v10H8zM14 8V4H4v10h4';
/** A dashed circle: waiting, and nothing moves. */
export const WAIT = 'M9 3.3a8 8 0 0 1 4 0m3.5 2a8 8 0 0 1 2 3.5m0 4.4a8 8 0 0 1-2 3.5m-3.5 2a8 8 0 0 1-4 0m-3.5-2a8 8 0 0 1-2-3.5m0-4.4a8 8 0 0 1 2-3.5';
