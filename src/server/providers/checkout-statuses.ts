import type { ServerStatus } from '../provider.ts';

/**
 * Our words for Checkout.com's. `review`: somebody has to look, because it is no word of a payment that was taken whole. `declined`: the
 * response code says what it has come to.
 */
export type CheckoutWord = Exclude<ServerStatus, 'failed'> | 'review' | 'declined';

/** The statuses of `GET /payments/{id}`. */
const STATUSES: Readonly<Record<string, CheckoutWord>> = {
  Active: 'pending',
  Requested: 'pending',
  Pending: 'pending',
  'Authentication Requested': 'pending',
  'Card Verified': 'pending',
  Authorized: 'processing',
  'Retry Scheduled': 'processing',
  Captured: 'paid',
  'Partially Captured': 'review',
  Paid: 'review',
  Declined: 'declined',
  Expired: 'expired',
  Canceled: 'canceled',
  Voided: 'canceled',
  'Partially Refunded': 'refunded',
  Refunded: 'refunded',
};

/** The webhooks that change a payment. Octopus captures by itself: approved in its app is not yet paid. */
const EVENTS: Readonly<Record<string, CheckoutWord>> = {
  payment_pending: 'pending',
  payment_approved: 'processing',
  payment_capture_pending: 'processing',
  payment_captured: 'paid',
  payment_capture_declined: 'declined',
  payment_declined: 'declined',
  payment_expired: 'expired',
  payment_canceled: 'canceled',
  payment_voided: 'canceled',
  payment_refunded: 'refunded',
};

/** The webhooks of a refund that gives nothing back, at least not yet. */
const REFUNDS: Readonly<Record<string, 'pending' | 'declined'>> = {
  payment_refund_pending: 'pending',
  payment_refund_declined: 'declined',
};

const lookUp = <Word>(table: Readonly<Record<string, Word>>, name: unknown): Word | undefined =>
  typeof name === 'string' && Object.hasOwn(table, name) ? table[name] : undefined;

/** Our word for a status; undefined for one that nobody knows. */
export const statusWord = (status: unknown): CheckoutWord | undefined => lookUp(STATUSES, status);

/** Our word for a webhook; undefined for one that changes nothing. */
export const eventWord = (type: string): CheckoutWord | undefined => lookUp(EVENTS, type);

/** What a webhook says of a refund that has given nothing back. */
export const refundWord = (type: string): 'pending' | 'declined' | undefined => lookUp(REFUNDS, type);
