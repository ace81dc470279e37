import { createHmac } from 'node:crypto';
import { parseObject } from '../body.ts';
import { sameSecret } from '../notification.ts';
import { Rejection } from '../rejection.ts';

/** A webhook of Checkout.com: what all of them have, and the rest as it came. */
export interface CheckoutEvent {
  /** `evt_…`, the same for every delivery of one event; empty where there is none. */
  readonly id: string;
  /** Such as `payment_captured`; empty where there is none. */
  readonly type: string;
  /** What happened: `id` of the payment, `reference`, `amount` in minor units, `currency`, `response_code`, …; `{}` where there is nothing. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** The header that carries the signature. */
export const CHECKOUT_SIGNATURE = 'Cko-Signature';

/**
 * Verifies a webhook of Checkout.com and gives its event. The signature is the HMAC-SHA256 of the raw body in hex; it holds no
 * time, so that a repetition is told by the event's id alone.
 *
 * @param rawBody - The bytes as they arrived: JSON that was parsed and written again has another signature.
 * @param signatureHeader - The value of `Cko-Signature`; null where there was none.
 * @param key - The signature key of the webhook, or several while one takes the place of another.
 * Throws a Rejection: `bad-signature`; `bad-body` for what is no JSON object, or says a key twice. Throws a TypeError for a blank key.
 */
export function verifyCheckoutWebhook(rawBody: Uint8Array | string, signatureHeader: string | null | undefined, key: string | readonly string[]): CheckoutEvent {
  const bytes = typeof rawBody === 'string' ? Buffer.from(rawBody) : rawBody;
  const keys = [key].flat();
  if (!keys.length || keys.some((one) => typeof one !== 'string' || !one.trim())) throw new TypeError('verifyCheckoutWebhook: the key is missing or blank');
  const given = signatureHeader?.toLowerCase() ?? '';
  let genuine = false;
  // Every key is tried, whatever the one before said, so that time tells nothing.
  for (const one of keys) genuine = sameSecret(createHmac('sha256', one).update(bytes).digest('hex'), given) || genuine;
  if (!genuine) throw new Rejection('bad-signature');
  const { id, type, data } = parseObject(bytes);
  return { id: nameOf(id), type: nameOf(type), data: typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as CheckoutEvent['data']) : {} };
}

const nameOf = (value: unknown): string => (typeof value === 'string' && /^[\w.-]{1,128}$/.test(value) ? value : '');
