import type { Payment } from '../../formats/payment.ts';
import { LEFT } from '../okpay-button/left-before.ts';
import type { Order } from '../okpay-button/order.ts';
import type { Drawn } from '../plain/shape.ts';

/** What a tab remembers of a payment that it has left for. */
interface Sent {
  /** Where to ask what has become of it. */
  readonly statusUrl: string;
  readonly amount?: string | undefined;
  /** What was last known of it. */
  readonly status?: string;
  /** ms since 1970. */
  readonly at: number;
}

/** A button that may be come back to. */
export interface Left extends Element {
  readonly order: Order;
  /** What is asked for, as decimal text with the decimals of its currency. */
  readonly amount: string | undefined;
  readonly statusUrl: string;
  readonly createUrl: string;
  readonly reference: string;
  readonly invoice: string;
  readonly sandbox: boolean;
  readonly shadowRoot: ShadowRoot | null;
  requestUpdate(): void;
}

/** The element that says what has become of a payment. */
type Panel = Element & { readonly payment?: Payment; refresh?(): Promise<Payment> };

/** After so long nobody comes back. */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** What the panel is given as it stands on the button. */
const PASSED = ['merchant', 'reference', 'success-url', 'failure-url', 'help-url', 'allow-origins'];
const TAG = 'okpay-button-status';

/** Once the page was left for OKPAY and the shopper is back, what has become of the payment stands in place of the button. */
export class ComingBack {
  readonly #button: Left;
  /** The name under which the tab remembers, and what it does; the page keeps it where the browser has no storage. */
  #name = '';
  #sent: Sent | undefined;

  constructor(button: Left) {
    this.#button = button;
    button.shadowRoot!.addEventListener('again', () => this.#keep(undefined), true);
    button.shadowRoot!.addEventListener('payment-status', () => this.#sent && this.#keep({ ...this.#sent, status: this.panel?.payment?.status ?? '' }));
  }

  /** The panel, while it stands there. */
  get panel(): Panel | null {
    return this.#button.shadowRoot!.querySelector(TAG);
  }

  /** It was left for OKPAY; `apart`: in another window, so that this page is there to show what becomes of it. */
  left(statusUrl: string, apart: boolean): void {
    const sent = { statusUrl, amount: this.#button.amount, at: Date.now() };
    this.#store(sent);
    // What is sent has to be there until it is sent; a page that is being left shows nothing else meanwhile.
    if (apart) setTimeout(() => this.#keep(sent));
  }

  /** What stands in place of the button; undefined where the page was not left. */
  shape(): Drawn | undefined {
    const { statusUrl, createUrl, sandbox } = this.#button;
    const url = statusUrl || createUrl;
    const name = url && this.#nameOf(url);
    if (name !== this.#name) {
      this.#name = name;
      this.look();
    }
    if (!name || !this.#sent) return undefined;
    // What could not be fetched is tried again with the next change.
    import('../okpay/status-panel.ts').then(({ defineStatusPanel }) => defineStatusPanel()).catch(console.error);
    const passed = Object.fromEntries(PASSED.map((attribute) => [attribute, this.#button.getAttribute(attribute)]));
    const { amount } = this.#sent;
    return { tag: TAG, children: [], props: { 'status-url': this.#sent.statusUrl, amount, currency: amount && this.#button.order.currency, sandbox, ...passed } };
  }

  /** Looks whether the tab remembers that it was left. */
  look(): void {
    this.#sent = this.#remembered();
    this.#button.requestUpdate();
  }

  #remembered(): Sent | undefined {
    try {
      const sent = JSON.parse(sessionStorage.getItem(this.#name) ?? '') as Sent;
      const age = Date.now() - sent.at;
      const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      // Whoever comes anew after a payment is over pays anew, where each press asks for a payment of its own.
      const over = !this.#button.statusUrl && visit?.type === 'navigate' && /^(paid|failed|expired|canceled|refunded)$/.test(sent.status ?? '');
      return age >= 0 && age < KEPT_MS && !over ? sent : undefined;
    } catch {
      return undefined;
    }
  }

  #keep(sent: Sent | undefined): void {
    this.#sent = sent;
    this.#store(sent);
    this.#button.requestUpdate();
  }

  #store(sent: Sent | undefined): void {
    try {
      if (sent) sessionStorage.setItem(this.#name, JSON.stringify(sent));
      else sessionStorage.removeItem(this.#name);
    } catch {
      // Whoever comes back finds the button then.
    }
  }

  /** A payment's own address, or what a press asks for: never who pays. */
  #nameOf(url: string): string {
    const { statusUrl, reference, invoice, order } = this.#button;
    const whole = URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : url;
    const asked = statusUrl ? [] : [reference, invoice, order.currency, ...order.items.map(({ name, article }) => `${name} ${article}`)];
    return [LEFT, whole, ...asked].join(' ');
  }
}
