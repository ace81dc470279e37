import { nothing, type TemplateResult } from 'lit';
import type { PaymentElement } from './payment-element.ts';
import { actionsRow } from './payment-panel.ts';

/** The row of what can be done besides, for a code that is not worth keeping: no room where this browser cannot share, and the page offers no help. */
export const fewActions = (host: PaymentElement): TemplateResult | typeof nothing =>
  host.life || host.helpUrl || host.querySelector(':scope > [slot="help"]') || navigator.canShare?.({ text: host.localName }) ? actionsRow(host) : nothing;
