import { html, nothing, type TemplateResult } from 'lit';
import { OCTOPUS_TEMPLATE, octopusAddress } from '../formats/octopus-link.ts';
import type { Payment } from '../formats/payment.ts';
import { Problem } from '../formats/problem.ts';
import type { SafeUrl } from '../formats/safe-url.ts';
import type { OctopusWords } from '../locales/en/octopus-pay.ts';
import type { OctopusStates } from '../locales/en/octopus-pay-states.ts';
import { atDesk, deviceOf, insideApp } from '../ui/device.ts';
import { fewActions } from '../ui/few-actions.ts';
import { icon } from '../ui/icons.ts';
import type { DrawnOffer, Offer } from '../ui/offer.ts';
import { invalid, pageAmount } from '../ui/page-amount.ts';
import { PaymentElement } from '../ui/payment-element.ts';
import { amountText, plate, statusLine, steps } from '../ui/payment-panel.ts';
import { property } from '../ui/property.ts';
import { qrSymbol } from '../ui/qr-symbol.ts';
import { stores } from '../ui/stores.ts';
import { appStyles } from '../ui/styles/app.ts';
import { octopusStyles } from '../ui/styles/octopus.ts';
import { wayBack } from '../ui/way-back.ts';
import { LEAVE, PHONE } from '../ui/way-icons.ts';
import { Words } from '../ui/words.ts';

export type { OctopusStates, OctopusWords };
// Whoever imports the tag alone hears its events typed too.
export type * from '../act-events.ts';
export type * from '../events.ts';

const HKD = 'HKD';

/** Where the provider's landing pages stand: in production, and for tests. */
const LANDING = ['https://web.online.octopus.com.hk', 'https://web-test.online.octopus.com.hk'];

/**
 * A payment by Octopus through Checkout.com. Where the phone is another device: a QR code to scan and the landing page; on the phone itself a
 * button that opens the Octopus app, and the landing page as the way out, there before the press and after it.
 */
export class OctopusPay extends PaymentElement {
  static override styles = [...PaymentElement.styles, appStyles, octopusStyles];
  static override readonly words: Words<OctopusWords> = new Words(async (language) => (await import(`../locales/${language}/octopus-pay.ts`)).octopusWords);
  static override readonly states: Words<OctopusStates> = new Words(async (language) => (await import(`../locales/${language}/octopus-pay-states.ts`)).octopusStates);

  /** Any text of the tag overridden, by the key of its word. */
  declare messages: Partial<OctopusStates> | undefined;

  /** `processing.token` of Checkout.com's answer: at most 256 visible characters. */
  @property() token = '';

  /** `processing.octopus_uri`: opens the payment in the app on Android, and is the text of the QR code; made of the token when empty. */
  @property() octopusUri = '';

  /** `processing.landing_url`: the provider's page, which shows a code of its own for the app to scan. */
  @property() landingUrl = '';

  /** How an iPhone or iPad opens the app: an address with the marker `{token}` exactly once; `octopus://payment?token={token}` when empty. */
  @property() iosUrl = '';

  /** `landing` leaves our own QR code out and the landing page alone: that a phone's camera opens the app by the code is not confirmed by the provider. */
  @property() desktop = '';

  /** Where the landing page is to lead back to: sent as `returnUrl`, which the server takes for the pages that it has agreed to. */
  @property() returnUrl = '';

  /** Where an iPhone gets the app. */
  @property() appStoreUrl = '';

  /** Where an Android phone gets the app. */
  @property() playStoreUrl = '';

  #drawn: { text: string; symbol: DrawnOffer['symbol'] } | undefined;

  override get method() {
    return 'octopus' as const;
  }

  override get mark(): string {
    return PHONE;
  }

  override get paidIn(): string {
    return HKD;
  }

  override opensApp(): 'open' | 'inside' | undefined {
    return atDesk() ? undefined : insideApp() ? 'inside' : 'open';
  }

  override wish() {
    return wayBack(this.returnUrl);
  }

  override mistakes(): readonly Problem[] {
    try {
      octopusAddress('x', this.iosUrl || OCTOPUS_TEMPLATE);
      return [];
    } catch (problem) {
      return [problem as Problem];
    }
  }

  override given(): Partial<Payment> | undefined {
    const { token, octopusUri, landingUrl } = this;
    return token || octopusUri || landingUrl ? { octopus: { token, octopusUri, landingUrl } } : undefined;
  }

  override read({ octopus, amount, currency }: Payment): Offer | undefined {
    const paidIn = currency || this.currency || HKD;
    if (paidIn !== HKD) throw invalid('currency', paidIn, 'Octopus is paid in HKD');
    const asked = pageAmount(amount ?? this.amount);
    if (/[^0]$/.test(asked)) throw invalid('amount', asked, 'Octopus takes steps of 10 cents, such as "12.90"');
    if (!octopus) return undefined;
    const { landingUrl } = octopus;
    const address = this.#address(octopus);
    const text = atDesk() && this.desktop !== 'landing' ? address : '';
    if (text && text !== this.#drawn?.text) this.#drawn = { text, symbol: qrSymbol(text) };
    const link = text || landingUrl || address;
    return link ? { text: link, ...(text ? this.#drawn : undefined), fleeting: true, amount: asked || undefined, payee: '' } : undefined;
  }

  override body(offer: Offer): TemplateResult {
    return this.opensApp() ? this.#onPhone() : this.#atDesk(offer);
  }

  /** What opens the payment in the app, wherever it is read: one that a server names is drawn only where it can be nothing but the app's. */
  #address({ token, octopusUri }: NonNullable<Payment['octopus']>): string {
    const named = octopusUri === this.octopusUri || /^octopus:/i.test(octopusUri) ? octopusUri : '';
    if (!/^\P{C}{0,512}$/u.test(named)) {
      throw new Problem('invalid-code', 'The code is not drawn: the address has to be 1 to 512 characters, every one of them visible.', { field: 'octopusUri', value: named.slice(0, 80) });
    }
    const made = token ? octopusAddress(token) : '';
    return named || made;
  }

  /** The code to scan, and the landing page beside it; without the code the landing page alone. */
  #atDesk(offer: Offer): TemplateResult {
    const words = this.words as OctopusWords;
    const coded = offer.symbol;
    return html`
      <div class="stub">
        ${coded
          ? html`${plate(offer as DrawnOffer, words.symbol(this.merchant, amountText(this)))}<p class="caption">${words.caption}</p>`
          : html`<span class="tile">${icon(PHONE)}</span>${this.#landing('main', words.openPage)}`}
      </div>
      ${statusLine(this)}${steps(coded ? words.steps : words.pageSteps)}
      ${coded && this.payment.octopus?.landingUrl ? html`<div class="besides"><p>${words.noPhone}</p>${this.#landing('outlined', words.openPage)}</div>` : nothing}
      ${fewActions(this)}
    `;
  }

  /** The button to the app and the one to the landing page; which of them comes first depends on what is likely to work. */
  #onPhone(): TemplateResult {
    const { life, payment } = this;
    const words = this.states as OctopusStates;
    const outcome = life?.app.outcome;
    const href: SafeUrl | undefined = this.#app();
    const opens = life ? href : payment.octopus?.token || payment.octopus?.octopusUri;
    const lands = payment.octopus?.landingUrl && (!opens || outcome === 'nothing' || insideApp());
    const open = outcome === 'opened' ? words.openAgain : outcome ? words.tryAgain : words.open;
    return html`
      <div class="stub">
        <span class="tile">${icon(PHONE)}</span>
        ${opens
          ? html`<a part="button" class=${lands ? 'plain' : 'main'} href=${href ?? nothing} @click=${(event: Event) => href && life?.app.press(event, href)}>${open}</a>`
          : nothing}
        ${this.#landing(lands ? 'main first' : 'plain', lands ? words.page : words.pageInstead)}
      </div>
      ${life ? statusLine(this) : nothing}${outcome || lands ? nothing : steps(words.appSteps)}${stores(this, words)}${fewActions(this)}
    `;
  }

  #landing(shape: string, text: string): TemplateResult | typeof nothing {
    const { life, payment } = this;
    const href = life?.links.ofPayment('landing-url', payment.octopus?.landingUrl, LANDING);
    if (!(life ? href : payment.octopus?.landingUrl)) return nothing;
    // Another app may let no tab be opened.
    return html`
      <a part="button" class=${shape} href=${href ?? nothing} target=${insideApp() ? '_self' : '_blank'} rel="noopener" @click=${(event: Event) => href && life?.app.visit(event, href)}>
        ${text}${icon(LEAVE)}
      </a>
    `;
  }

  /** The app's address on this phone: as the provider has given it on Android, by the template where the provider leaves the scheme open. */
  #app(): SafeUrl | undefined {
    const { links } = this.life ?? {};
    const { token = '', octopusUri = '' } = this.payment.octopus ?? {};
    const template = this.mistakes().length ? '' : this.iosUrl;
    const named = () => links?.ofPayment('octopus-uri', octopusUri);
    const made = (template?: string) => (token ? links?.named('ios-url', octopusAddress(token, template), { base: document.baseURI }) : undefined);
    if (deviceOf() === 'android') return named() ?? made();
    return (template && !links?.written('ios-url') ? undefined : made(template || undefined)) ?? named();
  }
}
