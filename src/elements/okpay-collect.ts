import { html, nothing, type TemplateResult } from 'lit';
import { decimalsOf } from '../formats/decimals.ts';
import { isList, optionsOf } from '../formats/options.ts';
import type { Payment } from '../formats/payment.ts';
import { Problem } from '../formats/problem.ts';
import { readUpi, type UpiPayment } from '../formats/upi.ts';
import type { OkpayCollectWords } from '../locales/en/okpay-collect.ts';
import type { OkpayCollectStates } from '../locales/en/okpay-collect-states.ts';
import { atDesk, insideApp } from '../ui/device.ts';
import { fewActions } from '../ui/few-actions.ts';
import { icon } from '../ui/icons.ts';
import type { CodeSymbol, DrawnOffer, Field, Offer, Option } from '../ui/offer.ts';
import { invalid, pageCurrency } from '../ui/page-amount.ts';
import { PaymentElement } from '../ui/payment-element.ts';
import { actionsRow, amountText, plate, statusLine, steps } from '../ui/payment-panel.ts';
import { property } from '../ui/property.ts';
import { qrSymbol } from '../ui/qr-symbol.ts';
import { collectStyles } from '../ui/styles/collect.ts';
import { wayBack } from '../ui/way-back.ts';
import { LEAVE, PHONE, RECEIVE } from '../ui/way-icons.ts';
import { Words } from '../ui/words.ts';

export type { OkpayCollectStates, OkpayCollectWords };
// Whoever imports the tag alone hears its events typed too.
export type * from '../act-events.ts';
export type * from '../events.ts';

/** The country whose rules hold where the page names none: that of the currency. */
const COUNTRIES: Readonly<Record<string, string>> = { IDR: 'ID', PKR: 'PK', VND: 'VN' };
/** What the provider wants to know of a payer, by country. */
const PAYER: Readonly<Record<string, readonly Field[]>> = { ID: ['phone', 'name'], PK: ['name', 'email', 'mobile', 'cnic'] };
/** The pay types with which it wants the payer's bank, by country. */
const BANKED: Readonly<Record<string, readonly string[]>> = { VN: ['BANK_QR', 'BANK_TRANSFER', 'BANK_ONLINE'] };

/** What is wrong with a list of codes. */
const LIST = 'write codes with commas between them, each alone or with a colon and a name';

const RUPEES = 'INR';

/**
 * A payment on the page of OKPAY Collect: a button to it, and where the provider gives a UPI address its QR code and, on a phone, the link to a
 * UPI app. Before it is asked for, the form asks for what the payer's country wants. A UPI address that asks for another amount is never drawn.
 */
export class OkpayCollect extends PaymentElement {
  static override styles = [...PaymentElement.styles, collectStyles];
  static override readonly words: Words<OkpayCollectWords> = new Words(async (language) => (await import(`../locales/${language}/okpay-collect.ts`)).okpayCollectWords);
  static override readonly states: Words<OkpayCollectStates> = new Words(async (language) => (await import(`../locales/${language}/okpay-collect-states.ts`)).okpayCollectStates);
  /** @internal */
  static override readonly besides = () => import('../ui/life/payer-fields.ts');

  /** Any text of the tag overridden, by the key of its word. */
  declare messages: Partial<OkpayCollectStates> | undefined;

  /** Address of the payment page. */
  @property() url = '';

  /** The same payment as a UPI address, `upi://pay?pa=…`: at most 512 visible characters. */
  @property() upi = '';

  /** The payer's country, ISO 3166-1 alpha-2, which decides what is asked of the payer: `ID`, `VN`, `PK`; that of the currency when empty. */
  @property() country = '';

  /** The pay type's code, such as `BANK_QR`, or several with commas between them of which the shopper chooses one: `BANK_QR: Scan a QR code, BANK_ONLINE: Online banking`. */
  @property() payType = '';

  /** The banks among which the shopper chooses where the pay type wants one: codes with commas between them, each with a colon and a name or without. */
  @property() banks = '';

  /** Where the payment page is to lead back to: sent with the create request. */
  @property() returnUrl = '';

  /** Where the payment page opens: `_blank`, a new tab; `_self`, this one; `_top`, this one out of a frame. When empty a new one, and inside another app, which may open none, this one. */
  @property() target = '';

  #read: ({ text: string; symbol: CodeSymbol } & UpiPayment) | undefined;
  /** The payment whose page has been opened. */
  #opened: string | undefined;

  override get method() {
    return 'okpayCollect' as const;
  }

  override get mark(): string {
    return RECEIVE;
  }

  /** The country that the page names, where it is one. */
  get #country(): string {
    return /^[A-Z]{2}$/.test(this.country) ? this.country : '';
  }

  override get asked(): readonly Field[] {
    const country = this.#country || ruleOf(COUNTRIES, this.paidIn) || '';
    const types = optionsOf(this.payType);
    const chosen = types.length > 1 ? this.life?.creation.value('payType') : types[0]?.code;
    return [
      ...(types.length > 1 ? (['payType'] as const) : []),
      ...(ruleOf(PAYER, country) ?? []),
      ...(this.banks && chosen && ruleOf(BANKED, country)?.includes(chosen) ? (['bankCode'] as const) : []),
    ];
  }

  override options(field: Field): readonly Option[] {
    return optionsOf(field === 'payType' ? this.payType : this.banks);
  }

  override wish(): Record<string, string> {
    const country = this.#country;
    const [payType, another] = optionsOf(this.payType);
    return {
      ...(country && { country }),
      ...(payType && !another && { payType: payType.code }),
      ...wayBack(this.returnUrl),
    };
  }

  override mistakes(): readonly Problem[] {
    const { country, payType, banks, target } = this;
    const wrong: [field: string, value: string, fits: boolean, rule: string][] = [
      ['country', country, country === this.#country, 'write two capital letters, such as "ID"'],
      ['pay-type', payType, isList(payType), LIST],
      ['banks', banks, isList(banks), LIST],
      ['target', target, /^(_blank|_self|_top)?$/.test(target), 'write _self, _top or _blank'],
    ];
    return wrong.flatMap(([field, value, fits, rule]) => (fits ? [] : [invalid(field, value, rule)]));
  }

  override given(): Partial<Payment> | undefined {
    const { url, upi } = this;
    return url || upi ? { okpayCollect: { url, ...(upi && { upi }) } } : undefined;
  }

  override read({ okpayCollect, amount, currency }: Payment): Offer | undefined {
    const paidIn = currency || this.currency;
    const asked = amountIn(amount ?? this.amount, paidIn);
    if (!okpayCollect) return undefined;
    const { url, upi = '' } = okpayCollect;
    const read = this.#upi(upi.trim(), paidIn);
    if (read?.amount && asked && read.amount !== asked) {
      throw new Problem('mismatch', `amount="${asked}", but the UPI address asks for ${read.amount}: it is not drawn.`, { field: 'amount', value: read.amount });
    }
    // Without its page nothing can be paid; what judges addresses is fetched after the first picture.
    if (!read) this.life?.links.judged('url', url);
    const { symbol, id = '', name } = read ?? {};
    return read || url ? { text: read?.text ?? url, ...(symbol && { symbol }), amount: asked || read?.amount, payee: name || id } : undefined;
  }

  override body(offer: Offer): TemplateResult {
    const words = this.words as OkpayCollectWords;
    const page = this.#page(offer);
    const coded = offer.symbol;
    const desk = atDesk();
    return html`
      <div class="stub">
        ${page}
        ${coded
          ? html`
              ${page === nothing ? nothing : html`<p class="or">${words.orUpi}</p>`}
              ${plate(offer as DrawnOffer, words.symbol(offer.payee, amountText(this)))}
              ${desk ? nothing : this.#app(page === nothing ? 'main' : 'outlined')}
            `
          : nothing}
      </div>
      ${statusLine(this)}${coded && desk ? steps(words.steps) : nothing}${(coded ? actionsRow : fewActions)(this)}
    `;
  }

  /** What a UPI address says, and its symbol; undefined where there is none. */
  #upi(text: string, paidIn: string): ({ text: string; symbol: CodeSymbol } & UpiPayment) | undefined {
    if (!text) return undefined;
    if (paidIn && paidIn !== RUPEES) throw invalid('currency', paidIn, 'a UPI address is in INR');
    if (text !== this.#read?.text) this.#read = { text, ...readUpi(text), symbol: qrSymbol(text) };
    return this.#read;
  }

  /** The button to the payment page: a link, which opens whatever else a browser keeps from opening. */
  #page({ text }: Offer): TemplateResult | typeof nothing {
    const { life, payment } = this;
    const words = this.states as OkpayCollectStates;
    const url = payment.okpayCollect?.url;
    const href = life?.links.ofPayment('url', url);
    if (!(life ? href : url)) return nothing;
    const opened = this.#opened === text;
    const target = /^_(blank|self|top)$/.test(this.target) ? this.target : insideApp() ? '_self' : '_blank';
    const press = (event: Event) => {
      if (!href) return;
      life?.app.visit(event, href);
      this.#opened = text;
      this.requestUpdate();
    };
    return html`
      <a part="button" class="main" href=${href ?? nothing} target=${target} rel="noopener" @click=${press}>${opened ? words.pageAgain : words.page}${icon(LEAVE)}</a>
      <p class="note">${opened ? words.pageOpened : target === '_blank' ? words.newTab : words.sameTab}</p>
    `;
  }

  /** The button to a UPI app, on the phone itself. */
  #app(shape: string): TemplateResult | typeof nothing {
    const { life, payment } = this;
    const href = life?.links.ofPayment('upi', payment.okpayCollect?.upi);
    if (life && !href) return nothing;
    const words = this.words as OkpayCollectWords;
    return html`<a part="button" class=${shape} href=${href ?? nothing} @click=${(event: Event) => href && life?.app.press(event, href)}>${icon(PHONE)}${words.openUpi}</a>`;
  }
}

const ruleOf = <T>(rules: Readonly<Record<string, T>>, of: string): T | undefined => (Object.hasOwn(rules, of) ? rules[of] : undefined);

/** An amount that a page has written, or a server answered, with the currency's own decimals. Throws an `invalid-attribute` Problem for what is none. */
function amountIn(text: string, currency: string): string {
  if (!text) return '';
  pageCurrency(currency);
  const decimals = decimalsOf(currency);
  const number = decimals ? `${'0'.repeat(decimals - 1)}1` : '';
  if (!RegExp(`^(0|[1-9]\\d{0,14})${decimals ? `\\.\\d{${decimals}}` : ''}$`).test(text) || !/[1-9]/.test(text)) {
    throw invalid('amount', text, `write it with the ${decimals} decimals of ${currency}, such as "1290${number && `.${number}`}"`);
  }
  return text;
}
