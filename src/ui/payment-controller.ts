import { PaymentFinalEvent, PaymentStatusEvent } from '../events.ts';
import { advance, eventsBetween, type News, type Payment, type Source, type Status } from '../formats/payment.ts';
import { Problem } from '../formats/problem.ts';
import type { Offer } from './offer.ts';

/** What the controller needs of its element. */
export interface PaymentHost extends HTMLElement {
  requestUpdate(): void;
  /** What the attributes ask to be paid. */
  given(): Partial<Payment> | undefined;
  /** What may be paid of a payment now; throws a Problem for what must not be shown. Pure. */
  read(payment: Payment): Offer | undefined;
  /** Writes the status word where CSS can see it. */
  mirror(before: Status, after: Status): void;
}

/** What is known of one payment, and the only place where that changes. */
export class PaymentController {
  /** The payment as last known, frozen through and through. */
  state: Payment = frozen({ status: 'idle' });
  /** What may be paid now. */
  offer: Offer | undefined;
  /** Why nothing may be shown. */
  problem: Problem | undefined;
  /** Grows with every other payment, so that an answer to an earlier one is recognised. */
  epoch = 0;
  readonly #host: PaymentHost;
  #given: string | undefined;
  #refused: Problem | undefined;

  constructor(host: PaymentHost) {
    this.#host = host;
  }

  /** Takes news of this payment; stale news changes nothing. */
  take(news: News, source: Source): void {
    this.#become(advance(this.state, news), source);
  }

  /** Another payment takes the place of this one: nothing that was known before counts any more. */
  replace(payment: Payment, source: Source): void {
    this.epoch++;
    this.#refused = undefined;
    this.#become(payment, source);
  }

  /** The payment that stood here before comes back; an end that it has come to is not told again. */
  restore(payment: Payment): void {
    this.epoch++;
    this.#become(payment, 'create', 1);
  }

  /** Nothing of this payment is shown until there is another one. */
  refuse(problem: Problem): void {
    this.#refused = problem;
    this.#host.requestUpdate();
  }

  /** What the attributes ask for is another payment from now on, even where it reads the same. */
  restart(): void {
    this.#given = '?';
  }

  /** Reads anew what may be paid: other attributes are another payment, and what must not be shown is not waited for. */
  examine(): void {
    const { offer } = this;
    let next = this.state;
    this.offer = undefined;
    this.problem = this.#refused;
    try {
      next = this.#withGiven();
      this.offer = this.#host.read(next);
    } catch (error) {
      this.problem = error instanceof Problem ? error : new Problem('invalid-attribute', String(error), { cause: error });
    }
    if (!['idle', 'creating', 'pending'].includes(next.status)) {
      // What is over is not taken back by what the page says for the next order.
      this.offer ??= offer;
      this.problem = undefined;
    }
    if (this.problem && next.status === 'pending') next = { ...next, status: 'idle' };
    if (this.offer && next.status === 'idle') next = { ...next, status: 'pending' };
    if (next !== this.state) this.replace(next, 'page');
  }

  #withGiven(): Payment {
    const given = this.#host.given();
    const key = JSON.stringify(given) ?? '';
    if (key === (this.#given ?? '')) return this.state;
    const first = this.#given === undefined;
    this.#given = key;
    // A payment that the page has set before, say one that is paid already, is what these attributes belong to.
    return first && this.state.status !== 'idle' ? { ...given, ...this.state } : { ...given, status: 'idle' };
  }

  /** @param most - How many of the events that tell of the change are sent. */
  #become(next: Payment, source: Source, most = 2): void {
    const before = this.state;
    if (next === before) return;
    const after = (this.state = frozen(next));
    this.#host.mirror(before.status, after.status);
    this.#host.requestUpdate();
    // In this task, but never during an update: a listener may change the element.
    for (const name of eventsBetween(before, after).slice(0, most)) {
      const event = name === 'payment-status' ? new PaymentStatusEvent(after, before.status, source) : new PaymentFinalEvent(name, after);
      queueMicrotask(() => this.#host.dispatchEvent(/** @internal */ event));
    }
  }
}

/** Keys by which a careless copy would give an object another prototype. */
const POISON = /^(__proto__|constructor|prototype)$/;

/** A copy that nobody changes, not even what stands in it; the page keeps what it has set as it was. */
const frozen = (payment: Payment): Payment =>
  JSON.parse(JSON.stringify(payment), (key, value: unknown) => (POISON.test(key) ? undefined : Object.freeze(value))) as Payment;
