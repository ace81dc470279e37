import { html, type TemplateResult } from 'lit';
import type { OktoCashStates } from '../../locales/en/okto-cash-barcode-states.ts';
import { icon } from '../icons.ts';
import { CROSS } from '../life/state-icons.ts';
import type { PaymentLife } from '../payment-life.ts';

const SUN = 'M11 7.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM11 2.5V4m0 14v1.5M2.5 11H4m14 0h1.5M5 5l1 1m10 10 1 1M17 5l-1 1M6 16l-1 1';

/** Who and how much, the bars with what they say, the code to read out where they cannot be read, and what helps a scanner. Only for a code that can be paid. */
export function face(life: PaymentLife, close: () => void): TemplateResult {
  const { amountText, host, payee } = life;
  const states = life.states as OktoCashStates;
  const { groups, readable, symbol: { modules, path } } = life.drawn!;
  const reference = host.payment.reference || host.reference;
  return html`
    <div class="till">
      <p>
        <button autofocus @click=${close}>${icon(CROSS)}${states.close}</button>
        <span><b>${payee}</b>${payee && reference ? ' \u00b7 ' : ''}${reference && states.order(reference)}</span>
        <strong>${amountText}</strong>
      </p>
      <svg
        role="img"
        aria-label=${states.symbol(host.merchant, amountText)}
        viewBox="0 0 1 1"
        preserveAspectRatio="none"
        shape-rendering="crispEdges"
        .style=${`--pixel:${1 / devicePixelRatio}px;--modules:${modules}`}
      >
        <g><path transform="scale(${1 / modules} 1)" d=${path} /></g>
      </svg>
      <p part="readable" dir="ltr" translate="no">${readable}</p>
      <p>
        <span>${icon(SUN)}${states.brightness}</span>
        <span>${states.paymentCode} <strong dir="ltr" translate="no">${groups?.map((group) => html`<i>${group}</i>`)}</strong></span>
      </p>
      <p class="aloud" role="status">${host.aloud}</p>
    </div>
  `;
}
