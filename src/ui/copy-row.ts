import { html, type TemplateResult } from 'lit';
import { COPY, icon } from './icons.ts';
import type { Offer } from './offer.ts';
import type { PanelHost } from './payment-panel.ts';

/** The whole text of the code, cut in the middle for the eye only, and the button that copies it. */
export const copyRow = (host: PanelHost, { text }: Offer): TemplateResult => html`
  <div part="copy">
    <code part="code" dir="ltr" translate="no">${text.slice(0, 8)}<span>${text.slice(8, -6)}</span>${text.slice(-6)}</code>
    <button part="copy-button" @click=${host.copy}>${host.life?.copyFace() ?? html`${icon(COPY)}${host.words.copy}`}</button>
  </div>
  ${host.life?.copyHint()}
`;
