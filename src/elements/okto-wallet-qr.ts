import { html, nothing, type TemplateResult } from 'lit';
import type { Payment } from '../formats/payment.ts';
import { Problem } from '../formats/problem.ts';
import type { SafeUrl } from '../formats/safe-url.ts';
import type { OktoWalletWords } from '../locales/en/okto-wallet-qr.ts';
import type { OktoWalletStates } from '../locales/en/okto-wallet-qr-states.ts';
import { copyRow } from '../ui/copy-row.ts';
import { deviceOf } from '../ui/device.ts';
import { WALLET } from '../ui/icons.ts';
import type { DrawnOffer } from '../ui/offer.ts';
import { pageAmount, pageCurrency } from '../ui/page-amount.ts';
import { PaymentElement } from '../ui/payment-element.ts';
import { actionsRow, amountText, plate, statusLine, steps } from '../ui/payment-panel.ts';
import { property } from '../ui/property.ts';
import { qrSymbol } from '../ui/qr-symbol.ts';
import { stores } from '../ui/stores.ts';
import { appStyles } from '../ui/styles/app.ts';
import { copyStyles } from '../ui/styles/copy.ts';
import { Words } from '../ui/words.ts';

export type { OktoWalletStates, OktoWalletWords };
// Whoever imports the tag alone hears its events typed too.
export type * from '../act-events.ts';
export type * from '../events.ts';

/**
 * A payment that is approved in the OKTO app: a QR code to scan, and on a phone a button that opens the app, with the stores beside it and the
 * code still there.
 */
export class OktoWalletQr extends PaymentElement {
  static override styles = [...PaymentElement.styles, copyStyles, appStyles];
  static override readonly words: Words<OktoWalletWords> = new Words(async (language) => (await import(`../locales/${language}/okto-wallet-qr.ts`)).oktoWalletWords);
  static override readonly states: Words<OktoWalletStates> = new Words(async (language) => (await import(`../locales/${language}/okto-wallet-qr-states.ts`)).oktoWalletStates);

  /** Any text of the tag overridden, by the key of its word. */
  declare messages: Partial<OktoWalletStates> | undefined;

  /** Text of the QR code as the provider gave it: at most 512 visible characters. */
  @property() code = '';

  /** Opens the same payment in the OKTO app on a phone. */
  @property() appUrl = '';

  /** Where an iPhone gets the app. */
  @property() appStoreUrl = '';

  /** Where an Android phone gets the app. */
  @property() playStoreUrl = '';

  #drawn: Pick<DrawnOffer, 'text' | 'symbol'> | undefined;

  override get method() {
    return 'oktoWallet' as const;
  }

  override get mark(): string {
    return WALLET;
  }

  override given(): Partial<Payment> | undefined {
    return this.code ? { oktoWallet: { code: this.code } } : undefined;
  }

  override read({ oktoWallet, amount, currency }: Payment): DrawnOffer | undefined {
    const asked = pageAmount(amount ?? this.amount);
    if (asked) pageCurrency(currency ?? this.currency);
    const text = oktoWallet?.code.trim();
    if (!text) return undefined;
    if (!/^\P{C}{1,512}$/u.test(text)) {
      throw new Problem('invalid-code', 'The code is not drawn: it has to be 1 to 512 characters, every one of them visible.', { field: 'code', value: text.slice(0, 80) });
    }
    if (text !== this.#drawn?.text) this.#drawn = { text, symbol: qrSymbol(text) };
    return { ...this.#drawn, amount: asked || undefined, payee: '' };
  }

  override body(offer: DrawnOffer): TemplateResult {
    const { life, appUrl, payment } = this;
    const words = this.states as OktoWalletStates;
    const answered = payment.oktoWallet?.appUrl;
    const href: SafeUrl | undefined = life?.links.ofPayment('app-url', answered);
    const opens = deviceOf() !== 'desktop' && (life ? href : answered || appUrl);
    return html`
      <div class="stub">
        ${plate(offer, words.symbol(this.merchant, amountText(this)))}
        <p class="caption">${words.caption}</p>
        ${opens ? html`<a part="button" class="main" href=${href ?? nothing} @click=${(event: Event) => href && life?.app.press(event, href)}>${words.open}</a>` : copyRow(this, offer)}
      </div>
      ${statusLine(this)}${opens ? nothing : steps(words.steps)}${stores(this, words)}${actionsRow(this)}
    `;
  }
}
