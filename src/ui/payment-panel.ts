import { html, nothing, type TemplateResult } from 'lit';
import type { Payment } from '../formats/payment.ts';
import type { FrameWords } from '../locales/en/panel.ts';
import { icon, WAIT } from './icons.ts';
import { moneyText } from './money-text.ts';
import type { DrawnOffer, Offer } from './offer.ts';
import { overBefore } from './over-before.ts';

/** What is fetched after the first picture and takes part in it then. */
export interface PanelLife {
  /** Why no code is shown: it must not be, or the server is asked first. */
  readonly withheld: unknown;
  /** What stands in the frame when no code can be paid. */
  phase(): TemplateResult;
  statusLine(): TemplateResult;
  copyFace(): TemplateResult | undefined;
  copyHint(): TemplateResult | typeof nothing;
  actions(): TemplateResult | typeof nothing;
  /** Says that no money moves. */
  ribbon(): TemplateResult;
}

/** What the panel needs of its element. */
export interface PanelHost {
  readonly words: FrameWords;
  /** The drawing before the heading. */
  readonly mark: string;
  readonly payment: Payment;
  readonly offer: Offer | undefined;
  readonly life: PanelLife | undefined;
  readonly amount: string;
  /** ISO 4217 of what is paid. */
  readonly paidIn: string;
  readonly reference: string;
  readonly statusUrl: string;
  /** A form asks for the amount at this moment. */
  readonly asking: boolean;
  readonly merchant: string;
  readonly sandbox: boolean;
  /** The live region's text: what is said aloud, once each. */
  readonly aloud: Text;
  copy(): Promise<boolean>;
  body(offer: Offer): TemplateResult | undefined;
}

/** The frame of every tag: who and how much on one side of the tear line, and what the state asks for on the other. */
export function panel(host: PanelHost): TemplateResult {
  const { payment } = host;
  const { status } = payment;
  // Only the code is drawn at once; what stands here in every other state is fetched after it.
  const coded = status === 'pending' && !(host.life ? host.life.withheld : overBefore(payment.statusUrl || host.statusUrl)) && host.offer;
  return html`
    <div part="panel" lang=${host.words.lang} class=${coded && coded.symbol ? 'ticket coded' : 'ticket'}>
      ${host.sandbox ? host.life?.ribbon() : nothing}
      ${head(host)}
      <hr />
      <slot name=${status}>${coded ? host.body(coded) : host.life?.phase()}</slot>
    </div>
    <p class="aloud" lang=${host.words.lang} role="status">${host.aloud}</p>
  `;
}

function head(host: PanelHost): TemplateResult {
  const { words, offer } = host;
  const amount = host.asking ? '' : amountText(host);
  const payee = offer?.payee || host.merchant;
  const reference = host.payment.reference || host.reference;
  return html`
    <header part="header">
      <p part="heading"><span part="mark"><slot name="logo">${icon(host.mark)}</slot></span><slot name="heading">${words.heading}</slot></p>
      ${amount ? html`<p part="amount" class=${amount.length > 12 ? 'long' : ''}>${amount}</p>` : nothing}
      ${payee || reference
        ? html`<p part="merchant"><b>${payee}</b> <span>${payee && reference ? html`<i>· </i>` : ''}${reference && words.order(reference)}</span></p>`
        : nothing}
    </header>
  `;
}

/** The amount as the shopper reads it: of the code itself, else as the server or the page names it; empty where nobody does. */
export function amountText({ offer, payment, words, amount, paidIn }: PanelHost): string {
  const text = `${offer?.amount ?? payment.amount ?? amount}`;
  return /^\d{1,15}(\.\d{1,4})?$/.test(text) ? moneyText(text, paidIn, words.money) : '';
}

/** The white plate with the code, its quiet zone inside the drawing, whole device pixels to the module. */
export const plate = ({ symbol: { modules, rows, path }, readable }: DrawnOffer, name: string): TemplateResult => html`
  <div part="plate">
    <slot name="symbol">
      <svg
        part="symbol"
        role="img"
        aria-label=${name}
        viewBox="0 0 ${modules} ${rows}"
        preserveAspectRatio="none"
        shape-rendering="crispEdges"
        .style=${`--modules:${modules};--pixels:${devicePixelRatio}`}
      >
        <path fill="#fff" d="M0 0h${modules}v${rows}H0z" />
        <path d=${path} />
      </svg>
    </slot>
    ${readable ? html`<p part="readable" dir="ltr" translate="no">${readable.split(/(?=\()/).map((element) => html`<i>${element}</i>`)}</p>` : nothing}
  </div>
`;

/** The one line that says what is waited for. */
export const statusLine = (host: PanelHost): TemplateResult =>
  host.life?.statusLine() ?? html`<p part="status">${icon(WAIT)}<b>${host.words.waiting}</b></p>`;

/** What to do, in order; the page may put its own in place. */
export const steps = (lines: readonly string[]): TemplateResult => html`
  <slot name="instructions"><ol part="steps">${lines.map((line) => html`<li>${line}</li>`)}</ol></slot>
`;

/** What can be done besides: room for it until it is there, so that nothing below the tag moves then. */
export const actionsRow = (host: PanelHost): TemplateResult | typeof nothing => host.life?.actions() ?? html`<div part="actions"></div>`;
