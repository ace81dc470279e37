import type { Payment, Status } from './payment.ts';
import { Problem } from './problem.ts';

/**
 * What Checkout.com answers to a payment by Octopus, as its document shows it (POST /payments, 202), and the addresses that open
 * such a payment in the Octopus app.
 */

/** How the app is opened where the provider's document leaves the scheme open, as it does for iPhones. */
export const OCTOPUS_TEMPLATE = 'octopus://payment?token={token}';

/**
 * The address that opens a payment in the Octopus app.
 *
 * @param token - Of the payment, as the provider gave it: 1 to 256 visible characters. It is percent-encoded.
 * @param template - Has exactly one marker `{token}`.
 * Throws an `invalid-code` Problem for such a token, and an `invalid-attribute` one for such a template.
 */
export function octopusAddress(token: string, template = OCTOPUS_TEMPLATE): string {
  if (!/^\P{C}{1,256}$/u.test(token)) {
    throw new Problem('invalid-code', 'The token is not used: it has to be 1 to 256 characters, every one of them visible.', { field: 'token', value: token.slice(0, 80) });
  }
  if (template.split('{token}').length !== 2) {
    throw new Problem('invalid-attribute', `ios-url="${template.slice(0, 80)}": write {token} in it exactly once, as in "${OCTOPUS_TEMPLATE}".`, { field: 'ios-url', value: template });
  }
  return template.replace('{token}', () => encodeURIComponent(token));
}

/** The status words of Checkout.com and ours. What is neither waited for nor final is being checked: a page must not ask to pay again. */
const STATUS: Readonly<Record<string, Status>> = {
  Active: 'pending',
  Requested: 'pending',
  Pending: 'pending',
  'Authentication Requested': 'pending',
  'Card Verified': 'pending',
  Authorized: 'processing',
  'Retry Scheduled': 'processing',
  'Partially Captured': 'processing',
  Paid: 'processing',
  Captured: 'paid',
  'Partially Refunded': 'paid',
  Declined: 'failed',
  Expired: 'expired',
  Canceled: 'canceled',
  Voided: 'canceled',
  Refunded: 'refunded',
};

/**
 * The payment in Checkout.com's own answer to `POST /payments` with an Octopus source, for `el.payment = paymentFromCheckout(json)`.
 * It holds the status, what opens the app and the landing page, and as `id` the `pay_…` of Checkout.com: it tells this payment from
 * another one, so that the same answer given again takes nothing backwards, and opens nothing. Amount, order and `status-url` are
 * the page's to give. `_links` is left out: its addresses need the secret key. What this says is shown and proves nothing.
 *
 * @param json - The parsed body of the answer.
 * Throws a `bad-response` Problem that names the field where the body is no such answer.
 */
export function paymentFromCheckout(json: unknown): Payment {
  const body = fieldsOf(json, 'the answer');
  const id = text(body, 'id');
  const word = text(body, 'status');
  const status = Object.hasOwn(STATUS, word) ? STATUS[word] : undefined;
  if (!status) throw wrong('status', word, `one of ${Object.keys(STATUS).join(', ')}`);
  // What is over opens nothing any more, and its answer need not say how.
  if (status !== 'pending' && body['processing'] == null) return { id, method: 'octopus', status };
  const processing = fieldsOf(body['processing'], 'processing');
  const [token, octopusUri, landingUrl] = ['token', 'octopus_uri', 'landing_url'].map((name) => text(processing, name, 'processing.')) as [string, string, string];
  return { id, method: 'octopus', status, octopus: { token, octopusUri, landingUrl } };
}

function fieldsOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || !value || Array.isArray(value)) throw wrong(name, value, 'an object');
  return value as Readonly<Record<string, unknown>>;
}

function text(fields: Readonly<Record<string, unknown>>, name: string, path = ''): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (typeof value !== 'string' || !value.trim()) throw wrong(`${path}${name}`, value, 'text that is not empty');
  return value;
}

/** Of the value its kind alone: what Checkout.com has answered may be a payer's. */
function wrong(field: string, value: unknown, words: string): Problem {
  const said = field === 'status' && typeof value === 'string' ? `"${value.slice(0, 80)}"` : value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value;
  return new Problem('bad-response', `This is no answer of Checkout.com to an Octopus payment: ${field} is ${said}, and has to be ${words}.`, { field });
}
