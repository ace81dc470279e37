import type { Payment, Source, Status, StatusEventName } from './formats/payment.ts';
import type { Problem, ProblemCode } from './formats/problem.ts';

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

/** `payment-error`: something is wrong; with `recoverable` the tag goes on trying, and the last known state stays on the screen. */
export class PaymentErrorEvent extends PaymentEvent {
  readonly code: ProblemCode;
  /** A sentence for the developer: what was wrong, which value, what to do. */
  readonly message: string;
  readonly recoverable: boolean;
  readonly cause: unknown;

  constructor(payment: Payment, problem: Problem, recoverable: boolean) {
    super('payment-error', payment);
    this.code = problem.code;
    this.message = problem.message;
    this.recoverable = recoverable;
    this.cause = problem.cause ?? problem;
  }
}

/** `payment-recovered`: the server answers again after an outage. */
export class PaymentRecoveredEvent extends PaymentEvent {
  constructor(payment: Payment) {
    super('payment-recovered', payment);
  }
}

/** `payment-copy`: the text is on the shopper's clipboard; sent only after the browser has said so. */
export class PaymentCopyEvent extends PaymentEvent {
  /** The text as copied, byte for byte the code. */
  readonly text: string;

  constructor(payment: Payment, text: string) {
    super('payment-copy', payment);
    this.text = text;
  }
}

/** `payment-create`: a payment is about to be asked for. Cancel it to stop, or answer it yourself with `respondWith`. */
export class PaymentCreateEvent extends PaymentEvent {
  /** The request that will be sent; headers may be added to it. */
  readonly request: Request;
  #response: Promise<Response> | undefined;

  constructor(payment: Payment, request: Request) {
    super('payment-create', payment, true);
    this.request = request;
  }

  /** Takes the place of the request: what the promise gives is read as the server's answer. */
  respondWith(response: Response | Promise<Response>): void {
    this.#response = Promise.resolve(response);
  }

  /** What `respondWith` was given, if anything. */
  get response(): Promise<Response> | undefined {
    return this.#response;
  }
}

/** `payment-redirect`: the page is about to be left for `url` after the final state; cancel it to stay. */
export class PaymentRedirectEvent extends PaymentEvent {
  readonly url: string;

  constructor(payment: Payment, url: string) {
    super('payment-redirect', payment, true);
    this.url = url;
  }
}

declare global {
  interface HTMLElementEventMap {
    'payment-status': PaymentStatusEvent;
    'payment-paid': PaymentFinalEvent;
    'payment-failed': PaymentFinalEvent;
    'payment-expired': PaymentFinalEvent;
    'payment-canceled': PaymentFinalEvent;
    'payment-refunded': PaymentFinalEvent;
    'payment-error': PaymentErrorEvent;
    'payment-recovered': PaymentRecoveredEvent;
    'payment-copy': PaymentCopyEvent;
    'payment-create': PaymentCreateEvent;
    'payment-redirect': PaymentRedirectEvent;
  }
}
