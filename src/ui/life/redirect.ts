import { PaymentRedirectEvent } from '../../act-events.ts';
import { isFinal } from '../../formats/payment.ts';
import type { PaymentLife } from '../payment-life.ts';

/** Time to read the result before the page is left. */
const READ_MS = 3_000;

/** Follows `success-url` or `failure-url` once the payment has come to its end, unless the page cancels `payment-redirect`. */
export class Redirect {
  readonly #life: PaymentLife;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(life: PaymentLife) {
    this.#life = life;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** The payment has just changed its status. */
  follow(): void {
    this.stop();
    const { host, links } = this.#life;
    const url = host.status === 'paid' ? links.success : links.failure;
    if (url && isFinal(host.status) && host.status !== 'refunded') this.#timer = setTimeout(() => this.#go(url), READ_MS);
  }

  #go(url: string): void {
    const { host } = this.#life;
    /** @internal */
    if (host.dispatchEvent(new PaymentRedirectEvent(host.payment, url))) location.assign(url);
  }
}
