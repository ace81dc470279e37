import { PaymentErrorEvent } from '../act-events.ts';
import { OKPAY_ACTION, okpayWritten, type OkpayFault, type OkpayFields } from '../formats/okpay-fields.ts';
import { okpayFormHtml, okpayLinkHtml, okpayUrl, type OkpayTarget } from '../formats/okpay-link.ts';
import type { Payment, Status } from '../formats/payment.ts';
import type { Problem } from '../formats/problem.ts';
import { safeUrl, type SafeUrl } from '../formats/safe-url.ts';
import type { OkpayButtonWords } from '../locales/en/okpay-button.ts';
import { Checks } from '../ui/okpay-button/checks.ts';
import { face } from '../ui/okpay-button/face.ts';
import { faceOf, KINDS, kindOf } from '../ui/okpay-button/facing.ts';
import { Later } from '../ui/okpay-button/later.ts';
import { leftBefore } from '../ui/okpay-button/left-before.ts';
import { attributeOf, plainAmount, readOrder, type Order } from '../ui/okpay-button/order.ts';
import { Press } from '../ui/okpay-button/press.ts';
import { buttonStyles } from '../ui/okpay-button/styles.ts';
import { FORM_ATTRIBUTES, OWN_ATTRIBUTES } from '../ui/okpay-button/variables.ts';
import { withProperties } from '../ui/plain/plain-element.ts';
import { draw, h } from '../ui/plain/shape.ts';
import { defineSpeaking, hearLanguage } from '../ui/plain/speaking.ts';
import { follow, overlaid, Words, type Speaker } from '../ui/words.ts';

export type { OkpayButtonWords };
// Whoever imports the tag alone hears its events typed too.
export type * from '../act-events.ts';
export type * from '../events.ts';

/**
 * A button that leads to OKPAY: a real form with every variable of OKPAY's reference, each an attribute without `ok_` in kebab case,
 * those of an item with `item-` before it. What OKPAY would refuse is refused before the page is left. Whoever opens the page can change
 * price, currency, receiver, fees and ipn: the server has to look at what was paid.
 *
 * @attr action - Where the form goes: an `https:` address; OKPAY's own when empty.
 * @attr as - `button`, `link` (an address instead of a form) or `image` (a small one).
 * @attr kind - What the button says it does: `buy`, `donate`, `top-up`, `subscribe`; to pay when empty.
 * @attr {boolean} total - Shows the order: its price, shipping, handling, tax and total.
 * @attr ask - `amount`: a field for the price of the first item that has none.
 * @attr target - `_self`, `_blank`, `_top` or `popup`.
 * @attr merchant - The shop's name.
 * @attr reference - Order number that the shopper knows.
 * @attr create-url - Where each press first asks for a payment: an address that takes `POST` with the create JSON, and answers `okpayLink.invoice`.
 * @attr status-url - Who says what has become of the payment when the shopper is back.
 * @attr help-url - Where the shopper can ask the shop then.
 * @attr success-url - Where to go after `paid`.
 * @attr failure-url - Where to go after `failed`, `expired` or `canceled`.
 * @attr allow-origins - Origins that an answer's addresses may name besides the page's and those it asks, separated by spaces.
 * @attr {boolean} sandbox - Says that no money moves, and lists what is wrong.
 *
 * @fires {PaymentRedirectEvent} payment-redirect - The page is about to be left for OKPAY, or the link opened; cancelable.
 * @fires {PaymentCreateEvent} payment-create - A payment is about to be asked for at `create-url`; cancelable.
 * @fires {PaymentErrorEvent} payment-error - Something is wrong: of each wrong value `invalid-attribute`.
 * @fires {PaymentStatusEvent} payment-status - What the server says once the shopper is back; so do the final events. Never proof of payment.
 *
 * @slot - Shows until the tag is ready: a form that works without a script, say; and `<okpay-item>`, which never show.
 *
 * @csspart panel - All of it: the card, where there is one.
 * @csspart heading - The line at the head of the card.
 * @csspart mark - The tile with the drawing before it.
 * @csspart amount - The total on the card.
 * @csspart form - The form that is sent.
 * @csspart field - The field for the amount.
 * @csspart button - The button or link.
 * @csspart status - Why the button cannot be used.
 * @csspart sandbox - The ribbon that says that no money moves.
 *
 * @cssprop [--paytags-accent] - The button; set it together with `--paytags-on-accent`. Those of other tags hold for card and text as well.
 * @cssprop [--paytags-on-accent] - Text on the button.
 */
export class OkpayButton extends withProperties([...FORM_ATTRIBUTES, ...OWN_ATTRIBUTES], ['total', 'sandbox'], ['messages']) implements Speaker<OkpayButtonWords> {
  static readonly words: Words<OkpayButtonWords> = new Words(async (language) => (await import(`../locales/${language}/okpay-button.ts`)).okpayButtonWords);

  /** Any text of the tag overridden, by the key of its word. */
  declare messages: Partial<OkpayButtonWords> | undefined;

  /** @internal */
  declare spoken?: OkpayButtonWords;
  /** @internal */
  declare unspoken: Speaker<OkpayButtonWords>['unspoken'];
  /** @internal What is to be sent. */
  order!: Order;
  /** @internal Why the form's address may not be followed. */
  actionFault = '';

  readonly #root = this.attachShadow({ mode: 'open', delegatesFocus: true });
  readonly #internals = this.attachInternals();
  readonly #later = new Later(this, buttonStyles);
  readonly #press = new Press(this);
  readonly #checks = new Checks(this);
  #language: MutationObserver | undefined;
  #fields: OkpayFields = [];
  #action: SafeUrl | undefined;
  #status: Status | undefined;

  /** Defines the tag, one that stands in the page once the words for its place are here. */
  static define(tag: string): Promise<void> {
    return defineSpeaking(tag, this as unknown as CustomElementConstructor, this.words);
  }

  /** The payment as last known: as created for a press, as the server says once the shopper is back from OKPAY; idle before. */
  get payment(): Payment {
    return this.#later.back?.panel?.payment ?? this.#press.created ?? { status: 'idle' };
  }

  /** The status word of the payment, which is also an attribute and `:state(word)`. */
  get status(): Status {
    return this.payment.status;
  }

  /** The payment as an address; '' where the button cannot be used. */
  toURL(): string {
    this.#read();
    return this.href ?? '';
  }

  /** The payment as HTML to paste into a page, a form that works without a script; '' where the button cannot be used. */
  toFormHTML(): string {
    return this.#html(okpayFormHtml);
  }

  /** The payment as HTML to paste into an e-mail, a link; '' where the button cannot be used. */
  toLinkHTML(): string {
    return this.#html(okpayLinkHtml);
  }

  /** Asks for a payment at `create-url`, and leaves with it. Never rejects: a refusal is shown and told by `payment-error`. */
  async create(): Promise<void> {
    await this.updateComplete;
    if (this.createUrl) await this.#press.create();
  }

  /** Asks the server now where the shopper has come back, and gives the payment as then known. Never rejects. */
  async refresh(): Promise<Payment> {
    return (await this.#later.back?.panel?.refresh?.()) ?? this.payment;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#language = hearLanguage(this, () => this.requestUpdate());
    addEventListener('pageshow', this.#shown);
  }

  disconnectedCallback(): void {
    this.#language?.disconnect();
    queueMicrotask(() => this.isConnected || this.#press.reset());
    removeEventListener('pageshow', this.#shown);
  }

  /** @internal */
  get href(): SafeUrl | undefined {
    return this.#action && safeUrl(okpayUrl(this.#fields, this.#action), { base: document.baseURI, schemes: [] });
  }

  /** @internal */
  get pending(): Promise<unknown> | undefined {
    return this.#later.pending;
  }

  /** @internal */
  attributeOf(fault: OkpayFault): string {
    return attributeOf(this.order, fault);
  }

  /** @internal */
  tell(problem: Problem, recoverable: boolean): void {
    console.error(`<${this.localName}> ${problem.message}`);
    this.dispatchEvent(/** @internal */ new PaymentErrorEvent(this.payment, problem, recoverable));
  }

  /** @internal */
  get amount(): string | undefined {
    return this.order.total && plainAmount(this.order.total.total, this.order.currency);
  }

  /** @internal */
  left(statusUrl: string, apart: boolean): void {
    this.#later.back?.left(statusUrl, apart);
  }

  protected override update(): void {
    follow(this, OkpayButton.words);
    this.#mirror();
    if (!this.#root.firstChild) draw(this.#root, [h('slot')]);
    if (!this.spoken) return;
    this.#read();
    this.#later.remember();
    // Whoever may have left for OKPAY before sees no button that pays once more, until it is known.
    if ((this.pending && leftBefore()) || (this.#carded && !this.#later.carded())) return;
    const panel = this.#later.back?.shape();
    const known = { fields: this.#fields, action: this.#action, press: this.#press, fixes: this.#checks.list, card: this.#carded ? this.#later.card : undefined };
    draw(this.#root, panel ? [panel] : face(faceOf(this, overlaid(this.spoken, this.messages), known)));
    // A listener may change the element.
    if (!panel) queueMicrotask(() => void this.#checks.look());
  }

  /** There is more to say than stands on a button. */
  get #carded(): boolean {
    return this.total || this.order.asks || this.sandbox || !this.#action;
  }

  /** A page that comes out of the browser's memory was left: nothing is on its way any more. */
  readonly #shown = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.#press.reset();
    if (persisted) this.#later.back?.look();
  };

  /** Takes up what the attributes and items say now. */
  #read(): void {
    const { price, created } = this.#press;
    this.order = readOrder(this, { price: this.ask === 'amount' ? price : undefined, invoice: created?.okpayLink?.invoice });
    try {
      this.#action = safeUrl(this.action || OKPAY_ACTION, { base: document.baseURI, schemes: [], field: 'action' });
      this.actionFault = '';
    } catch (problem) {
      this.#action = undefined;
      this.actionFault = (problem as Problem).message;
    }
    if (this.order.faults.length) this.#action = undefined;
    this.#fields = this.#action ? okpayWritten(this.order.form, this.order.items) : [];
  }

  #html(write: (fields: OkpayFields, target: OkpayTarget) => string): string {
    this.#read();
    const label = this.spoken && overlaid(this.spoken, this.messages)[KINDS[kindOf(this.kind)]][0];
    return this.#action ? write(this.#fields, { action: this.#action, label: label ?? 'OKPAY' }) : '';
  }

  #mirror(): void {
    const { status } = this;
    if (status === this.#status) return;
    if (this.#status) this.#internals.states.delete(this.#status);
    this.#internals.states.add((this.#status = status));
    this.setAttribute('status', status);
  }
}
