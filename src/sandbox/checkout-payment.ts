import { randomBytes } from 'node:crypto';

/** Checkout.com's statuses, as far as Octopus has them. */
export type CheckoutStatus = 'Pending' | 'Authorized' | 'Captured' | 'Declined' | 'Expired' | 'Partially Refunded' | 'Refunded';

/** An Octopus payment as Checkout.com keeps it; amounts are in minor units. */
export interface CheckoutPayment {
  /** `pay_…` */
  readonly id: string;
  readonly token: string;
  readonly octopusUri: string;
  readonly landingUrl: string;
  /** The shop's reference. */
  readonly reference: string;
  readonly amount: number;
  readonly currency: string;
  readonly successUrl: string;
  readonly failureUrl: string;
  /** ISO 8601. */
  readonly requestedOn: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  status: CheckoutStatus;
  captured: number;
  refunded: number;
  /** Whether the next refunds are declined. */
  refusesRefunds: boolean;
  /** What has been done, the newest first. */
  readonly actions: CheckoutAction[];
}

/** One thing that was done to a payment. */
export interface CheckoutAction {
  /** `act_…` */
  readonly id: string;
  readonly type: 'Authorization' | 'Capture' | 'Refund';
  readonly amount: number;
  readonly approved: boolean;
  /** The documents publish no numbers for Octopus, so that a declined action has none. */
  readonly response_code?: string;
  readonly response_summary: string;
  /** The refund's own, else the payment's. */
  readonly reference: string;
}

/** A webhook before it is signed. */
export interface CheckoutWebhook {
  /** `evt_…` */
  readonly id: string;
  /** Such as `payment_captured`. */
  readonly type: string;
  /** The shop's reference, as it names it. */
  readonly reference: string;
  /** The bytes that are signed. */
  readonly body: string;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** An id as Checkout.com writes it: 26 letters and digits. */
export const newId = (prefix: 'pay' | 'act' | 'evt'): string => `${prefix}_${Array.from(randomBytes(26), (byte) => LETTERS[byte % 32]).join('')}`;

const balancesOf = ({ captured, refunded }: CheckoutPayment) => ({
  total_authorized: captured,
  total_voided: 0,
  available_to_void: 0,
  total_captured: captured,
  available_to_capture: 0,
  total_refunded: refunded,
  available_to_refund: captured - refunded,
});

/** What `GET /payments/{id}` answers; the links open with the secret key alone. */
export function detailsOf(payment: CheckoutPayment, baseUrl: string): object {
  const { id, requestedOn, amount, currency, reference, status, captured, actions } = payment;
  const self = `${baseUrl}/payments/${id}`;
  return {
    ...{ id, requested_on: requestedOn, source: { type: 'octopus' }, amount, currency, payment_type: 'Regular', reference, status },
    approved: captured > 0,
    balances: balancesOf(payment),
    actions: actions.map(({ id, type, response_code, response_summary }) => ({ id, type, response_code, response_summary })),
    _links: { self: { href: self }, actions: { href: `${self}/actions` }, refund: { href: `${self}/refunds` } },
  };
}

/** A webhook of a payment; without `balances` it carries the amount of its own action only. */
export function webhookOf(payment: CheckoutPayment, type: string, said: { readonly action?: CheckoutAction; readonly balances: boolean; readonly at: Date; readonly baseUrl: string }): CheckoutWebhook {
  const { action, balances, at, baseUrl } = said;
  const id = newId('evt');
  const on = at.toISOString();
  const { reference, amount } = action ?? payment;
  const event = {
    ...{ id, type, version: '1.0.36', created_on: on },
    data: {
      id: payment.id,
      action_id: action?.id ?? newId('act'),
      ...{ reference, amount, currency: payment.currency },
      response_code: action?.response_code,
      response_summary: action?.response_summary,
      ...(balances && { balances: balancesOf(payment) }),
      processed_on: on,
    },
    _links: { self: { href: `${baseUrl}/workflows/events/${id}` }, payment: { href: `${baseUrl}/payments/${payment.id}` } },
  };
  return { id, type, reference, body: JSON.stringify(event) };
}
