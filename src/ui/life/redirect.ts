import { PaymentRedirectEvent } from '../../act-events.ts';
import { isFinal } from '../../formats/payment.ts';
import type { SafeUrl } from '../../formats/safe-url.ts';
import type { PaymentLife } from '../payment-life.ts';

/** Time to read the result before the page is left. */
const READ_MS = 3_000;

/** Follows `success-url` or `failure-url` once the payment has come to its end, unless the page cancels `payment-redirect`. */
export class Redirect {
  readonly #life: PaymentLife;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Where to go, until it has been gone to. */
  #due: SafeUrl | undefined;

  constructor(life: PaymentLife) {
    this.#life = life;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** The tag is in a page (again): what was due still is. */
  start(): void {
    const url = this.#due;
    if (url) this.#timer = setTimeout(() => this.#go(url), READ_MS);
  }

  /** The payment has just changed its status. */
  follow(): void {
    this.stop();
    const { host, links } = this.#life;
    const followed = isFinal(host.status) && host.status !== 'refunded';
    this.#due = followed ? (host.status === 'paid' ? links.success : links.failure) : undefined;
    this.start();
  }

  #go(url: SafeUrl): void {
    const { host } = this.#life;
    this.#due = undefined;
    /** @internal */
    if (host.dispatchEvent(new PaymentRedirectEvent(host.payment, url))) location.assign(url);
  }
}
