import { PaymentRedirectEvent } from '../../act-events.ts';
import { isFinal } from '../../formats/payment.ts';
import { safeUrl } from '../../formats/safe-url.ts';
import type { PaymentElement } from '../payment-element.ts';

/** Time to read the result before the page is left. */
const READ_MS = 3_000;

/** Follows `success-url` or `failure-url` once the payment has come to an end that it has not been seen at before. */
export class Redirect {
  readonly #host: PaymentElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PaymentElement) {
    this.#host = host;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** The payment has just changed its status. */
  follow(): void {
    clearTimeout(this.#timer);
    const { status, successUrl, failureUrl } = this.#host;
    if (!isFinal(status) || status === 'refunded') return;
    const url = status === 'paid' ? successUrl : failureUrl;
    if (url) this.#timer = setTimeout(() => this.#go(safeUrl(url, document.baseURI)), READ_MS);
  }

  #go(url: string): void {
    /** @internal */
    if (this.#host.dispatchEvent(new PaymentRedirectEvent(this.#host.payment, url))) location.assign(url);
  }
}
