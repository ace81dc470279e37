import { PaymentRedirectEvent } from '../../act-events.ts';
import type { Payment } from '../../formats/payment.ts';
import { Problem } from '../../formats/problem.ts';
import type { SafeUrl } from '../../formats/safe-url.ts';
import type { OkpayButtonWords } from '../../locales/en/okpay-button.ts';
import type { Order } from './order.ts';

/** A second press within so long is none, where the page stays. */
const TWICE_MS = 1_000;
/** So long a page may take to be left. */
const LEAVING_MS = 10_000;
/** The window that `target="popup"` opens, and its size. */
export const POPUP = 'paytags-okpay';
const FEATURES = 'popup,width=480,height=720';

/** A button that is pressed. */
export interface Pressed extends EventTarget {
  readonly spoken?: OkpayButtonWords;
  readonly payment: Payment;
  readonly order: Order;
  /** The payment as an address; undefined where the button cannot be used. */
  readonly href: SafeUrl | undefined;
  readonly shadowRoot: ShadowRoot | null;
  /** What has to be fetched before. */
  readonly pending: Promise<unknown> | undefined;
  readonly updateComplete: Promise<unknown>;
  readonly ask: string;
  readonly target: string;
  readonly createUrl: string;
  readonly statusUrl: string;
  readonly allowOrigins: string;
  readonly reference: string;
  requestUpdate(): void;
  /** Tells the page of something wrong. */
  tell(problem: Problem, recoverable: boolean): void;
  /** It was left for OKPAY, and this address knows what becomes of the payment; `apart`: in another window, so that this page is there to show it. */
  left(statusUrl: string, apart: boolean): void;
}

/** What happens from the press of a button until the page is left. */
export class Press {
  /** It is on its way. */
  busy = false;
  /** What was typed is no amount. */
  wrong = false;
  /** Why the last try came to nothing, for the shopper. */
  notice: (words: OkpayButtonWords) => string = () => '';
  /** The payment that was created for this press. */
  created: Payment | undefined;
  /** What was typed as the amount, as decimal text; '' for what is none. */
  price = '';
  readonly #host: Pressed;
  #apart = false;
  #reading: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: AbortController | undefined;

  constructor(host: Pressed) {
    this.#host = host;
  }

  /** A click on the button or the link, or what comes of it: the form is about to be sent. */
  take(event: Event): void {
    const { ctrlKey, metaKey, shiftKey, button } = event as MouseEvent;
    const submits = event.type === 'submit';
    if (!submits) this.#apart = ctrlKey || metaKey || shiftKey || button === 1;
    // A click on a button submits its form, which comes here as well; other buttons of the mouse open menus.
    if (!submits && (button === 2 || (event.currentTarget as Element).localName === 'button')) return void (button === 1 && this.#beside());
    if (this.#may() && this.#leave()) return;
    event.preventDefault();
  }

  /** The middle button of the mouse opens a link beside the page; of a form no browser does it by itself. */
  #beside(): void {
    const form = this.#host.shadowRoot!.querySelector('form')!;
    const { target } = form;
    form.target = '_blank';
    form.requestSubmit();
    form.target = target;
  }

  /** Something was typed as the amount. */
  type(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    const reading = import('../okpay/typed-price.ts').then(({ typedPrice }) => {
      // What was typed since is read by itself.
      if (this.#reading !== reading) return;
      this.#reading = undefined;
      this.price = typedPrice(value, this.#host.order.currency);
      this.wrong = false;
      this.#host.requestUpdate();
    });
    this.#reading = reading;
  }

  /** Asks for a payment and leaves with it; never rejects. */
  async create(): Promise<void> {
    const host = this.#host;
    if (this.busy || !host.href || !this.#typed()) return;
    this.#begin();
    const stop = (this.#stop = new AbortController());
    // Opened by the press itself: later the browser would call it unasked for.
    const beside = this.#elsewhere ? this.#open(true) : undefined;
    try {
      const { createPayment } = await import('../okpay/creation.ts');
      const created = await createPayment(host, stop.signal);
      this.created = created?.payment;
      // What is over, or on its way, is shown and not paid once more.
      const open = created?.payment.status === 'pending';
      if (created && !open) host.left(created.statusUrl, true);
      host.requestUpdate();
      await host.updateComplete;
      if (open && this.#leave(created.statusUrl)) {
        const form = host.shadowRoot!.querySelector('form')!;
        // A browser that opens no window for a press opens none later.
        if (this.#elsewhere) form.target = beside ? POPUP : '_self';
        return form.submit();
      }
    } catch (error) {
      if (!stop.signal.aborted) this.#failed(error);
    }
    beside?.close();
    this.reset();
  }

  /** The button can be pressed again: the page was come back to, or has left in another window. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#stop?.abort();
    this.#stop = undefined;
    this.busy = false;
    this.created = undefined;
    this.#host.requestUpdate();
  }

  /** In another window, be it by what the page or by what the shopper wants. */
  get #elsewhere(): boolean {
    return this.#apart || !/^_(self|top)$/.test(this.#host.target || '_self');
  }

  /** Whether the press sends what stands there: it does not where a payment is asked for before. */
  #may(): boolean {
    const { createUrl, href } = this.#host;
    if (this.busy || !href) return false;
    const pending = this.#reading ?? this.#host.pending;
    if (pending) {
      void pending.then(() => this.#host.shadowRoot!.querySelector<HTMLElement>('[part=button]')?.click());
      return false;
    }
    if (!this.#typed()) return false;
    if (createUrl) void this.create();
    return !createUrl;
  }

  /** Whether an amount was typed where one is asked for; if not, the field says so. */
  #typed(): boolean {
    const { order, shadowRoot } = this.#host;
    this.wrong = order.asks && !this.price;
    if (this.wrong) {
      this.#host.requestUpdate();
      shadowRoot!.querySelector<HTMLElement>('#amount')?.focus();
    }
    return !this.wrong;
  }

  /** Leaves, unless the page says no. */
  #leave(statusUrl = this.#host.statusUrl): boolean {
    const host = this.#host;
    const apart = this.#elsewhere;
    if (!host.href || !host.dispatchEvent(new PaymentRedirectEvent(host.payment, host.href))) return false;
    if (host.target === 'popup' && !this.#apart && !host.createUrl) this.#open(false);
    this.#begin();
    this.#timer = setTimeout(() => this.reset(), apart ? TWICE_MS : LEAVING_MS);
    if (statusUrl) host.left(statusUrl, apart);
    return true;
  }

  #begin(): void {
    this.busy = true;
    this.notice = () => '';
    this.#host.requestUpdate();
  }

  #open(plain: boolean): Window | undefined {
    // eslint-disable-next-line paytags/addresses -- an empty window, for the form to go to
    const opened = open('', POPUP, plain && this.#host.target !== 'popup' ? '' : FEATURES) ?? undefined;
    if (opened) opened.opener = null;
    return opened;
  }

  #failed(error: unknown): void {
    const problem = 'code' in Object(error) ? (error as Problem) : new Problem('bad-response', String(error), { cause: error });
    const { sentence } = problem as { readonly sentence?: string };
    this.notice = ({ createFailed }) => sentence ?? createFailed.join(' ');
    this.#host.tell(problem, true);
  }
}
