import { html, type TemplateResult } from 'lit';

/** A line drawing of 22 units, 1.6 wide, in the colour of its text; decoration beside words, so hidden from assistive technology. */
export const icon = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 22 22" aria-hidden="true"><path d=${path} /></svg>`;

/** Scan a code with a phone: what the shopper does with Pix. */
export const SCAN = 'M3 7V5a2 2 0 0 1 2-2h2m8 0h2a2 2 0 0 1 2 2v2m0 8v2a2 2 0 0 1-2 2h-2m-8 0H5a2 2 0 0 1-2-2v-2M12 6l-4 6h6l-4 5';
/** Bars to be scanned at a till. */
export const BARS = 'M4 5v12m3-12v12m3-12v8m2-8v8m3-8v12m3-12v12m-8 0h.1m1.9 0h.1';
export const WALLET = 'M4.5 8h12a1.5 1.5 0 0 1 1.5 1.5v7A1.5 1.5 0 0 1 16.5 18h-12A1.5 1.5 0 0 1 3 16.5v-9A1.5 1.5 0 0 1 4.5 6L15 4v4m-1 5h.1';
export const EXPAND = 'M3.5 8V3.5H8m6 0h4.5V8m0 6v4.5H14m-6 0H3.5V14';
export const PIN = 'M11 19c4-4.2 6-7.3 6-9.8a6 6 0 0 0-12 0c0 2.5 2 5.6 6 9.8zm0-12a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6z';
export const COPY = 'M8 8h10v10H8zM14 8V4H4v10h4';
/** A dashed circle: waiting, and nothing moves. */
export const WAIT = 'M9 3.3a8 8 0 0 1 4 0m3.5 2a8 8 0 0 1 2 3.5m0 4.4a8 8 0 0 1-2 3.5m-3.5 2a8 8 0 0 1-4 0m-3.5-2a8 8 0 0 1-2-3.5m0-4.4a8 8 0 0 1 2-3.5';
