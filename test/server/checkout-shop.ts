import { createHmac, randomUUID } from 'node:crypto';
import {
  checkoutOctopus,
  createPayments,
  type CheckoutOctopusSettings,
  type MerchantPayment,
  type Observation,
  type PaymentsOptions,
} from '../../src/server.ts';
import { sqliteStore } from '../../src/server/stores/sqlite.ts';
import { START } from './shop.ts';

export const KEY = 'sk_sbox_of_the_shop';
export const WEBHOOK_KEY = 'signature-key-of-the-webhook';
export const ATTEMPT = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
export const PAY = 'pay_dinkmi3v4vgutixpcw6mcdzt44';
/** The answer of the document's example. */
export const ANSWER = {
  id: PAY,
  status: 'Pending',
  processed_on: '2024-06-18T13:20:51.2352985Z',
  processing: {
    landing_url: 'https://web-test.online.octopus.com.hk/oos/payment/?token=zjsdhd3',
    octopus_uri: 'octopus://payment?token=zjsdhd3',
    token: 'zjsdhd3',
  },
  _links: { self: { href: `https://gwc.ckotech.co/payments/${PAY}` } },
};
export const SETTINGS: CheckoutOctopusSettings = { baseUrl: 'https://api.checkout.example', secretKey: KEY, webhookKey: WEBHOOK_KEY };
export const DRAFT = { method: 'octopus', amount: '10.00', currency: 'HKD', reference: 'ORD-1' };

/** What Checkout.com was sent. */
export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: Record<string, unknown> | undefined;
}

/** Any answer to a page; a test reads only what its answer has. */
export interface CheckoutAnswer {
  readonly id: string;
  readonly status: string;
  readonly late: boolean;
  readonly refundedAmount: string;
  readonly expiresAt: string;
  readonly statusUrl: string;
  readonly octopus: { readonly token: string; readonly octopusUri: string; readonly landingUrl: string };
  readonly code: string;
  readonly message: string;
  readonly errors: { readonly field: string; readonly message: string }[];
}

export interface CheckoutOverrides extends Partial<PaymentsOptions> {
  readonly settings?: Partial<CheckoutOctopusSettings>;
  /** What Checkout.com answers, instead of the document's example; what it throws is a network that fails. */
  readonly answer?: (sent: Sent) => Response | object;
}

/** A shop that takes Octopus, a Checkout.com that answers as it is told to, and lists of what was heard. */
export function openCheckoutShop({ settings, answer, ...options }: CheckoutOverrides = {}) {
  const clock = { time: START };
  const sent: Sent[] = [];
  const paid: { payment: MerchantPayment; key: string }[] = [];
  const reviews: MerchantPayment[] = [];
  const changes: MerchantPayment[] = [];
  const seen: Observation[] = [];
  const warnings: string[] = [];
  const checkout = async (request: Request): Promise<Response> => {
    const text = await request.text();
    const one = { url: request.url, method: request.method, headers: Object.fromEntries(request.headers), body: text ? (JSON.parse(text) as Record<string, unknown>) : undefined };
    sent.push(one);
    const said = answer?.(one) ?? ANSWER;
    return said instanceof Response ? said : Response.json(said, { status: 202 });
  };
  const payments = createPayments({
    store: sqliteStore(':memory:'),
    providers: [checkoutOctopus({ ...SETTINGS, fetch: checkout, ...settings })],
    publicUrl: 'https://shop.example/payments',
    order: (draft) => ({ amount: draft.amount ?? '10.00', currency: draft.currency, reference: draft.reference }),
    onPaid: (payment, { key }) => void paid.push({ payment, key }),
    onReview: (payment) => void reviews.push(payment),
    onChange: (payment) => void changes.push(payment),
    observe: (observation) => void seen.push(observation),
    ids: { paymentId: () => 'payment-1', attempt: () => ATTEMPT },
    warn: (message) => void warnings.push(message),
    now: () => new Date(clock.time),
    ...options,
  });

  const create = async (draft: object = {}, headers: Record<string, string> = {}) => {
    const response = await payments.handle(
      new Request('https://shop.example/payments', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), ...headers },
        body: JSON.stringify({ ...DRAFT, ...draft }),
      }),
    );
    return { status: response.status, body: (await response.json()) as CheckoutAnswer };
  };
  const status = async (statusUrl: string, query = '') =>
    (await (await payments.handle(new Request(`https://shop.example${statusUrl}${query}`))).json()) as CheckoutAnswer;
  /** Sends a webhook; signed with our key unless headers say otherwise. */
  const callBack = async (event: object | string, headers?: Record<string, string>) => {
    const body = typeof event === 'string' ? event : JSON.stringify(event);
    const response = await payments.handle(
      new Request('https://shop.example/callbacks/checkout', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(headers ?? { 'Cko-Signature': hmac(body) }) },
        body,
      }),
    );
    return response.status;
  };
  return { clock, sent, paid, reviews, changes, seen, warnings, payments, create, status, callBack };
}

/** The signature as the standard library makes it, not as our code does. */
export const hmac = (body: string, key = WEBHOOK_KEY): string => createHmac('sha256', key).update(body).digest('hex');

let events = 0;
/** A webhook of our payment of 10 dollars. */
export const event = (type: string, data: object = {}, more: object = {}) => ({
  id: `evt_${String(++events).padStart(26, '0')}`,
  type,
  version: '1.0.36',
  created_on: '2026-11-21T12:00:00.0000000Z',
  data: { id: PAY, action_id: 'act_x', reference: ATTEMPT, amount: 1000, currency: 'HKD', processed_on: '2026-11-21T12:00:00.0000000Z', ...data },
  ...more,
});

/** The details of our payment. */
export const details = (status: string, more: object = {}) => ({ id: PAY, reference: ATTEMPT, amount: 1000, currency: 'HKD', status, ...more });

/** The balances of which so much has been given back, in minor units. */
export const balances = (refunded: number) => ({ balances: { total_captured: 1000, total_refunded: refunded, available_to_refund: 1000 - refunded } });
