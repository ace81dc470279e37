import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createPayments, okpayIpn, type MerchantPayment, type LinkTerms, type Observation, type OkpayIpnSettings, type PaymentsOptions } from '../../src/server.ts';
import { sqliteStore } from '../../src/server/stores/sqlite.ts';
import { START } from './shop.ts';

/** A published case: a message, what the verifier says of it, and what a listener makes of both. */
export interface Vector {
  readonly id: string;
  readonly name: string;
  readonly rawBody: string;
  readonly contentType: string;
  readonly verify: { readonly body: string; readonly response: string; readonly httpStatus: number };
  readonly config: { readonly receiverEmail: string; readonly wallets: string[]; readonly expected: { readonly invoice: string; readonly gross: string; readonly currency: string }; readonly seenTxnIds: string[] };
  readonly decision: string;
}

export const { vectors: VECTORS } = JSON.parse(readFileSync(new URL('../vectors/ipn.json', import.meta.url), 'utf8')) as { vectors: Vector[] };

/** The first vector's message: 100 euros for a poster, completed. */
export const COMPLETED = VECTORS[0]!.rawBody;

/** The message with other variables, of which `undefined` is left out. */
export function message(more: Record<string, string | undefined> = {}, body = COMPLETED): string {
  const params = new URLSearchParams(body);
  for (const [name, value] of Object.entries(more)) {
    if (value === undefined) params.delete(name);
    else params.set(name, value);
  }
  return params.toString();
}

/** That a transaction is reversed, all of it unless `more` says otherwise. */
export const reversal = (more: Record<string, string | undefined> = {}): string =>
  message({ ok_txn_id: '1234569', ok_txn_status: 'reversed', ok_txn_gross: '-100.00', ok_txn_reversal_reason: 'refund', ok_txn_parent_id: '1234567', ...more });

export const VERIFY_URL = 'https://okpay.example/ipn-verify.html';

export interface IpnOverrides extends Partial<PaymentsOptions> {
  readonly settings?: Partial<OkpayIpnSettings>;
  /** What the verifier answers; `VERIFIED` when left out. */
  readonly verifier?: (request: Request) => Response | string | Promise<Response | string>;
}

/** Any answer to a page; a test reads only what its answer has. */
export interface IpnAnswer {
  readonly id: string;
  readonly status: string;
  readonly late: boolean;
  readonly amount: string;
  readonly refundedAmount: string;
  readonly reason: string;
  readonly expiresAt: string;
  readonly statusUrl: string;
  readonly code: string;
  readonly okpayLink: { readonly invoice: string };
}

/** A shop that hears OKPAY's messages, a verifier that says what it is told to, and lists of what was heard. Its first invoice is INV-1. */
export function openIpnShop({ settings, verifier = () => 'VERIFIED', ...options }: IpnOverrides = {}) {
  const clock = { time: START };
  const asked: { url: string; type: string | null; body: Buffer }[] = [];
  const paid: { payment: MerchantPayment; key: string }[] = [];
  const reviews: MerchantPayment[] = [];
  const changes: MerchantPayment[] = [];
  const seen: Observation[] = [];
  const warnings: string[] = [];
  let made = 0;
  const fetch = async (request: Request): Promise<Response> => {
    asked.push({ url: request.url, type: request.headers.get('content-type'), body: Buffer.from(await request.clone().arrayBuffer()) });
    const said = await verifier(request);
    return said instanceof Response ? said : new Response(said);
  };
  const store = options.store ?? sqliteStore(':memory:');
  const payments = createPayments({
    store,
    providers: [okpayIpn({ verifyUrl: VERIFY_URL, receiverEmail: 'merchant@example.com', wallets: ['OK999999999'], fetch, ...settings })],
    publicUrl: 'https://shop.example/payments',
    order: (draft) => (draft.source === 'ipn' ? undefined : { amount: draft.amount ?? '100.00', currency: 'EUR', reference: draft.reference }),
    onPaid: (payment, { key }) => void paid.push({ payment, key }),
    onReview: (payment) => void reviews.push(payment),
    onChange: (payment) => void changes.push(payment),
    observe: (observation) => void seen.push(observation),
    ids: { paymentId: () => `payment-${++made}`, attempt: () => `INV-${made}` },
    warn: (line) => void warnings.push(line),
    now: () => new Date(clock.time),
    ...options,
  });

  /** Asks for a payment as a page with `create-url` does. */
  const create = async (draft: object = {}) => {
    const response = await payments.handle(
      new Request('https://shop.example/payments', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
        body: JSON.stringify({ method: 'okpayLink', currency: 'EUR', reference: 'ORD-1', ...draft }),
      }),
    );
    return { status: response.status, body: (await response.json()) as IpnAnswer };
  };
  const status = async (statusUrl: string, query = '') => (await (await payments.handle(new Request(`https://shop.example${statusUrl}${query}`))).json()) as IpnAnswer;
  /** Sends a message as OKPAY does; the HTTP status of the answer. */
  const send = async (body: string | Uint8Array, type = 'application/x-www-form-urlencoded') => {
    const response = await payments.handle(new Request('https://shop.example/callbacks/okpay-ipn', { method: 'POST', headers: { 'Content-Type': type }, body }));
    await response.arrayBuffer();
    return response.status;
  };
  const observed = (type: Observation['type']) => seen.filter((one) => one.type === type);
  return { clock, store, asked, paid, reviews, changes, seen, observed, warnings, payments, create, status, send };
}

/** What a shop says of an order. */
export const TERMS = { amount: '100.00', currency: 'EUR', reference: 'ORD-7' };

/** A shop with one payment that waits, whose invoice is INV-1. */
export async function openWithPayment(overrides: IpnOverrides = {}) {
  const shop = openIpnShop(overrides);
  const { body } = await shop.create();
  const word = async () => (await shop.payments.get('payment-1'))?.status;
  return { ...shop, statusUrl: body.statusUrl, word };
}

/** A shop without `create-url`, whose order() says what is given. */
export const openWithoutPage = (said: LinkTerms | undefined = undefined, overrides: IpnOverrides = {}) =>
  openIpnShop({ order: (draft) => (draft.source === 'ipn' ? { ...TERMS, ...(said && { link: said }) } : undefined), ...overrides });
