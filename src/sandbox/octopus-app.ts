import { formatAmount } from '../formats/money.ts';
import { minorUnits } from '../server/money.ts';
import type { Switches } from './answer.ts';
import { SandboxError } from './charge.ts';
import type { CheckoutAction, CheckoutPayment, CheckoutStatus } from './checkout-payment.ts';

/** What the Octopus app, or the landing page, shows. */
export interface OctopusReading {
  /** Who is paid. */
  readonly shop: string;
  /** Decimal text in major units. */
  readonly amount: string;
  readonly currency: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  /** Checkout.com's word. */
  readonly state: CheckoutStatus;
}

/**
 * The shopper's Octopus app, and what the provider can be made to do. Every function takes what opened the app: the `octopus:` address,
 * the landing page's, or the token alone; and throws a SandboxError.
 */
export interface OctopusApp {
  /** 404 unknown, 410 expired, 422 damaged. */
  read(code: string): OctopusReading;
  /** The shopper says yes; another amount than was asked is taken only where one is given. */
  approve(code: string, amount?: string): void;
  /** The shopper says yes, but nothing has been taken yet. */
  keepWaiting(code: string): void;
  /** Octopus says no: over the daily limit. */
  decline(code: string): void;
  /** The shopper says no. */
  cancel(code: string): void;
  /** The shopper said yes, but the money could not be taken. */
  failCapture(code: string): void;
  /** The time is over, now. */
  expire(code: string): void;
  /** Approves although the time is over. */
  approveLate(code: string): void;
  /** Gives back what was taken, or a part of it, as in the Dashboard. */
  refund(code: string, amount?: string): void;
  /** From now on refunds are declined. */
  refuseRefunds(code: string): void;
  /** Sends the webhooks of this payment once more, byte for byte. */
  callBackAgain(code: string): void;
}

/** What can be done to a payment; each tells the shop. */
export interface OctopusActs {
  readonly shop: string;
  readonly now: () => Date;
  find(token: string): CheckoutPayment | undefined;
  /** Writes down what was done, tells it, and gives the payment its new status. */
  act(payment: CheckoutPayment, done: { readonly status?: CheckoutStatus; readonly action?: Pick<CheckoutAction, 'type' | 'amount' | 'approved' | 'response_summary'>; readonly webhooks: readonly string[] }): void;
  giveBack(payment: CheckoutPayment, amount: number | undefined, reference?: string): CheckoutAction;
  again(reference: string): void;
}

/** An app that knows payments by their tokens. */
export function createOctopusApp({ shop, now, find, act, giveBack, again }: OctopusActs): OctopusApp {
  function known(code: string): CheckoutPayment {
    const token = /^[\w-]+$/.test(code) ? code : URL.canParse(code) ? new URL(code).searchParams.get('token') : null;
    if (!token) throw new SandboxError('damaged');
    const payment = find(token);
    if (!payment || ![token, payment.octopusUri, payment.landingUrl].includes(code)) throw new SandboxError('unknown-code');
    return payment;
  }

  const isOver = ({ status, expiresAt }: CheckoutPayment) => status === 'Expired' || (status === 'Pending' && expiresAt <= now().getTime());

  /** The payment, where it can still be paid in time. */
  function open(code: string): CheckoutPayment {
    const payment = known(code);
    if (isOver(payment)) throw new SandboxError('expired');
    if (payment.status !== 'Pending' && payment.status !== 'Authorized') throw new SandboxError('not-payable');
    return payment;
  }

  function capture(payment: CheckoutPayment, amount: number): void {
    payment.captured = amount;
    const approved = payment.status === 'Authorized' ? [] : ['payment_capture_pending'];
    act(payment, { status: 'Captured', action: { type: 'Capture', amount, approved: true, response_summary: 'Approved' }, webhooks: [...approved, 'payment_captured'] });
  }

  function refuse(code: string, response_summary: string, webhook = 'payment_declined'): void {
    const payment = open(code);
    const type = webhook === 'payment_declined' ? 'Authorization' : 'Capture';
    act(payment, { status: 'Declined', action: { type, amount: payment.amount, approved: false, response_summary }, webhooks: [webhook] });
  }

  return {
    read(code) {
      const payment = known(code);
      if (isOver(payment)) throw new SandboxError('expired');
      const { amount, currency, expiresAt, status } = payment;
      return { shop, amount: formatAmount(BigInt(amount), currency), currency, expiresAt: new Date(expiresAt).toISOString(), state: status };
    },
    approve(code, amount) {
      const payment = open(code);
      capture(payment, amount === undefined ? payment.amount : minorOf(amount, payment));
    },
    keepWaiting: (code) => act(open(code), { status: 'Authorized', webhooks: ['payment_capture_pending'] }),
    decline: (code) => refuse(code, 'Over daily limit'),
    cancel: (code) => refuse(code, 'Customer cancellation'),
    failCapture: (code) => refuse(code, 'Internal error', 'payment_capture_declined'),
    expire: (code) => act(open(code), { status: 'Expired', webhooks: ['payment_expired'] }),
    approveLate(code) {
      const payment = known(code);
      if (payment.captured) throw new SandboxError('not-payable');
      capture(payment, payment.amount);
    },
    refund(code, amount) {
      const payment = known(code);
      giveBack(payment, amount === undefined ? undefined : minorOf(amount, payment));
    },
    refuseRefunds(code) {
      known(code).refusesRefunds = true;
    },
    callBackAgain: (code) => again(known(code).reference),
  };
}

function minorOf(amount: string, { currency }: CheckoutPayment): number {
  const minor = Number(minorUnits(amount, currency) ?? 0n);
  if (!minor) throw new SandboxError('bad-request');
  return minor;
}

/** What the demo's buttons do, by the last part of `/app/…`. */
export const OCTOPUS_SWITCHES: Switches<OctopusApp> = {
  read: (app, code) => app.read(code),
  approve: (app, code, amount) => app.approve(code, amount),
  'keep-waiting': (app, code) => app.keepWaiting(code),
  decline: (app, code) => app.decline(code),
  cancel: (app, code) => app.cancel(code),
  'fail-capture': (app, code) => app.failCapture(code),
  expire: (app, code) => app.expire(code),
  'approve-late': (app, code) => app.approveLate(code),
  refund: (app, code, amount) => app.refund(code, amount),
  'refuse-refunds': (app, code) => app.refuseRefunds(code),
  'call-back-again': (app, code) => app.callBackAgain(code),
};
