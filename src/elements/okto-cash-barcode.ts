import { html, nothing, type TemplateResult } from 'lit';
import { elementString, humanReadable, type Gs1Error } from '../formats/gs1.ts';
import { voucherElements, type Gs1Voucher } from '../formats/gs1-pattern.ts';
import type { Payment } from '../formats/payment.ts';
import { Problem } from '../formats/problem.ts';
import type { OktoCashWords } from '../locales/en/okto-cash-barcode.ts';
import type { OktoCashStates } from '../locales/en/okto-cash-barcode-states.ts';
import { barsSymbol } from '../ui/bars-symbol.ts';
import { BARS, EXPAND, icon, PIN } from '../ui/icons.ts';
import type { DrawnOffer, Field } from '../ui/offer.ts';
import { pageAmount, pageCurrency } from '../ui/page-amount.ts';
import { PaymentElement } from '../ui/payment-element.ts';
import { actionsRow, amountText, plate, statusLine, steps } from '../ui/payment-panel.ts';
import { property } from '../ui/property.ts';
import { barsStyles } from '../ui/styles/bars.ts';
import { Words } from '../ui/words.ts';

export type { OktoCashStates, OktoCashWords };
// Whoever imports the tag alone hears its events typed too.
export type * from '../act-events.ts';
export type * from '../events.ts';

/**
 * A voucher that is paid in cash at a shop: the terms first, then a GS1-128 barcode with its text, the payment code to read out, a view for the
 * till, and the result. What is no valid element string is never drawn.
 */
export class OktoCashBarcode extends PaymentElement {
  static override styles = [...PaymentElement.styles, barsStyles];
  static override readonly words: Words<OktoCashWords> = new Words(async (language) => (await import(`../locales/${language}/okto-cash-barcode.ts`)).oktoCashWords);
  static override readonly states: Words<OktoCashStates> = new Words(async (language) => (await import(`../locales/${language}/okto-cash-barcode-states.ts`)).oktoCashStates);
  /** @internal */
  static override readonly besides = () => import('../ui/life/bars.ts');

  /** Any text of the tag overridden, by the key of its word. */
  declare messages: Partial<OktoCashStates> | undefined;

  /** Which package of OKTO Cash is paid: 13 digits, the last a check digit. */
  @property() packageId = '';

  /** The code of this payment: letters and digits, at most 7 with the usual pattern. */
  @property() paymentCode = '';

  /** GS1 pattern that both are filled into, with the markers `{packageId}` and `{paymentCode}` or two `%s`; the provider's usual one when empty. */
  @property() gs1Pattern = '';

  /** Amounts on offer, separated by spaces, of which the shopper chooses one before the barcode is asked for at `create-url`. */
  @property() amounts = '';

  /** Terms that the shopper accepts before the barcode is asked for; leave it out for a customer who has accepted them. */
  @property() termsUrl = '';

  /** Where the shopper finds a shop that takes the cash. */
  @property() storeFinderUrl = '';

  #drawn: { key: string; offer: Omit<DrawnOffer, 'amount'> } | undefined;

  override get method() {
    return 'oktoCash' as const;
  }

  override get mark(): string {
    return BARS;
  }

  override get choices(): readonly string[] {
    return this.amounts.match(/(?<!\S)\d+\.\d\d(?!\S)/g) ?? [];
  }

  override get asked(): readonly Field[] {
    return [...(this.choices.length ? (['amounts'] as const) : []), ...(this.termsUrl ? (['terms'] as const) : [])];
  }

  override given(): Partial<Payment> | undefined {
    const { packageId, paymentCode } = this;
    return packageId && paymentCode ? { oktoCash: { packageId, paymentCode } } : undefined;
  }

  override read({ oktoCash, amount, currency }: Payment): DrawnOffer | undefined {
    const asked = pageAmount(amount ?? this.amount);
    if (asked || this.choices.length) pageCurrency(currency ?? this.currency);
    if (!oktoCash) return undefined;
    const voucher = { gs1Pattern: this.gs1Pattern, ...oktoCash };
    const key = JSON.stringify(voucher);
    if (key !== this.#drawn?.key) this.#drawn = { key, offer: drawn(voucher) };
    return { ...this.#drawn.offer, amount: asked || undefined };
  }

  override body(offer: DrawnOffer): TemplateResult {
    const words = this.words as OktoCashWords;
    const amount = amountText(this);
    const { life, storeFinderUrl } = this;
    const finder = life?.links.written('store-finder-url');
    return html`
      <div class=${life?.width?.none ? 'stub barless' : 'stub'}>
        ${life?.width?.unread ? html`<p class="narrow">${(this.states as OktoCashStates).tooNarrow}</p>` : nothing}${plate(offer, words.symbol(this.merchant, amount))}
        <button part="button" class="main" @click=${() => this.showAtTill()}>${icon(EXPAND)}${words.till}</button>
        ${(life ? finder : storeFinderUrl) ? html`<a part="button" class="outlined" href=${finder ?? nothing} target="_blank" rel="noopener">${icon(PIN)}${words.finder}</a>` : nothing}
      </div>
      <dl class="facts">
        ${this.payment.expiresAt || this.expiresAt ? html`<div><dt>${words.payBefore}</dt><dd>${life?.until}</dd></div>` : nothing}
        <div><dt>${words.paymentCode}</dt><dd part="code" dir="ltr" translate="no">${offer.groups?.map((group) => html`<i>${group}</i>`)}</dd></div>
      </dl>
      ${statusLine(this)}${steps(words.steps(amount))}${actionsRow(this)}
    `;
  }

  /** Opens the view for the till: the bars over the whole screen, on the brightest white. Without a barcode that can be paid nothing opens. Never rejects. */
  showAtTill(): Promise<void> {
    return this.late((life) => life.till());
  }
}

/** The bars of a voucher and what they say. Throws an `invalid-code` Problem that names what is at fault. */
function drawn(voucher: Gs1Voucher): Omit<DrawnOffer, 'amount'> {
  try {
    const elements = voucherElements(voucher);
    return { text: voucher.paymentCode, groups: grouped(voucher.paymentCode), readable: humanReadable(elements), symbol: barsSymbol(elementString(elements)), payee: '' };
  } catch (error) {
    const { field, message, value } = error as Gs1Error;
    throw new Problem('invalid-code', `The barcode is not drawn: ${message}.`, { field, value, cause: error });
  }
}

/** A payment code in groups of four from the right, for the eye only: what is selected holds no space. */
const grouped = (code: string): string[] => code.split(/\B(?=(?:.{4})+$)/);
