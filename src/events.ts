import type { Payment, Source, Status, StatusEventName } from './formats/payment.ts';

/**
 * What every event of a tag has in common: it bubbles, crosses shadow roots, and carries the payment as it was known when
 * it was sent. An event in a browser is never proof of payment: ask the server.
 */
export abstract class PaymentEvent extends Event {
  /** The payment as last known when the event was sent. */
  readonly payment: Payment;

  constructor(type: string, payment: Payment, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.payment = payment;
  }
}

/** `payment-status`: the status word has changed; sent before the final event, when `status` already says the new word. */
export class PaymentStatusEvent extends PaymentEvent {
  readonly status: Status;
  readonly previousStatus: Status;
  /** Where the news came from. */
  readonly source: Source;

  constructor(payment: Payment, previousStatus: Status, source: Source) {
    super('payment-status', payment);
    this.status = payment.status;
    this.previousStatus = previousStatus;
    this.source = source;
  }
}

/**
 * `payment-paid`, `payment-failed`, `payment-expired`, `payment-canceled`, `payment-refunded`: the payment has come to this
 * end; each at most once per payment. Not proof of payment: deliver when the server says so.
 */
export class PaymentFinalEvent extends PaymentEvent {
  /** It was paid after it had failed, expired or been canceled. */
  readonly late: boolean;

  constructor(type: Exclude<StatusEventName, 'payment-status'>, payment: Payment) {
    super(type, payment);
    this.late = payment.late ?? false;
  }
}

declare global {
  // What elements, document and window hear alike: the events bubble.
  interface GlobalEventHandlersEventMap {
    'payment-status': PaymentStatusEvent;
    'payment-paid': PaymentFinalEvent;
    'payment-failed': PaymentFinalEvent;
    'payment-expired': PaymentFinalEvent;
    'payment-canceled': PaymentFinalEvent;
    'payment-refunded': PaymentFinalEvent;
  }
}
