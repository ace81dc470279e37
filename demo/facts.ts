import type { MerchantPayment, Observation, Payments } from '../src/server.ts';
import type { Visitors } from './visitors.ts';

/** Puts what the companion observes into a shop's words, for the visitor whose order it is about. */
export class Facts {
  readonly #visitors: Visitors;
  readonly #payment: Payments['get'];
  /** Order numbers by the provider's reference, because a callback names nothing else. */
  readonly #orders = new Map<string, string>();
  readonly #deliveries = new Map<string, number>();
  /** One after the other, so that the lines stand in the order in which things happened. */
  #queue: Promise<void> = Promise.resolve();

  constructor(visitors: Visitors, payment: Payments['get']) {
    this.#visitors = visitors;
    this.#payment = payment;
  }

  /** For the companion's `observe`. */
  observed(observation: Observation): void {
    this.#queue = this.#queue.then(() => this.#tell(observation)).catch(console.error);
  }

  /** For the companion's `onPaid` and `onReview`: counts the calls with one key. */
  delivered(handler: string, { reference, review }: MerchantPayment, key: string): void {
    const times = (this.#deliveries.get(key) ?? 0) + 1;
    this.#deliveries.set(key, times);
    const text = times === 1 ? 'called once' : `called ${times} times, same key`;
    this.#queue = this.#queue.then(() =>
      this.#visitors.tell(reference, handler, review ? `${text}: ${review}` : text, review ? 'warn' : undefined),
    );
  }

  async #tell({ type, paymentId, attempt, status, streams }: Observation): Promise<void> {
    const payment = paymentId === undefined ? undefined : await this.#payment(paymentId);
    if (payment?.reference) this.#orders.set(payment.attempt, payment.reference);
    // What is told of a transaction again names it, and no order.
    if (payment?.reference && payment.link) this.#orders.set(`txn-${payment.link.txnId}`, payment.reference);
    const order = payment?.reference ?? (attempt === undefined ? undefined : this.#orders.get(attempt));
    const tell = this.#visitors.tell.bind(this.#visitors, order);
    if (type === 'payment-created') tell('created', `${order} · ${payment?.amount}`);
    if (type === 'callback-verified') tell('callback', 'signature good');
    if (type === 'callback-duplicate') tell('duplicate', 'nothing changes');
    if (type === 'callback-unmatched') tell('unmatched', 'kept for later', 'warn');
    if (type === 'callback-unconfirmed') tell('query', 'does not say the same', 'warn');
    if (type === 'refund-asked') tell('refund', 'asked of the provider');
    if (type === 'status-pushed') tell('pushed', `${status}, to ${streams === 1 ? 'one page' : `${streams} pages`}`);
    if (type !== 'status-changed' || !payment) return;
    // Of these alone nothing counts before the companion has asked.
    if (status === 'paid' && payment.method === 'okpayCollect') tell('query', 'says paid as well');
    if (status === 'paid' && !payment.refundedAmount) tell('match', 'amount, currency, payee');
    const late = status === 'paid' && payment.late ? ', late' : '';
    tell(status ?? payment.status, `committed, version ${payment.version}${late}`, LOOKS[status ?? '']);
  }
}

const LOOKS: Readonly<Record<string, 'good' | 'warn' | 'bad'>> = { paid: 'good', review: 'warn', failed: 'bad' };
