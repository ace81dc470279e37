import { PaymentEvent } from './events.ts';
import type { Payment } from './formats/payment.ts';
import type { Problem, ProblemCode } from './formats/problem.ts';

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

/** `payment-open`: an app, or the provider's own page, is about to be opened at `url` because the shopper pressed the button for it; cancel it to open it yourself. */
export class PaymentOpenEvent extends PaymentEvent {
  readonly url: string;

  constructor(payment: Payment, url: string) {
    super('payment-open', payment, true);
    this.url = url;
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
  interface GlobalEventHandlersEventMap {
    'payment-error': PaymentErrorEvent;
    'payment-recovered': PaymentRecoveredEvent;
    'payment-copy': PaymentCopyEvent;
    'payment-create': PaymentCreateEvent;
    'payment-open': PaymentOpenEvent;
    'payment-redirect': PaymentRedirectEvent;
  }
}
