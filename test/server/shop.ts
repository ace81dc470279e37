import { createHmac, randomUUID } from 'node:crypto';
import { createOktoPixSandbox, type OktoPixSandboxOptions } from '../../src/sandbox.ts';
import { createPayments, oktoPix, type MerchantPayment, type Observation, type OktoPixSettings, type PaymentsOptions } from '../../src/server.ts';
import { sqliteStore } from '../../src/server/stores/sqlite.ts';

export const START = Date.parse('2026-11-21T12:00:00Z');
export const TOKEN = 'access-token-of-the-shop';
export const SECRET = 'notification-secret-of-the-shop';
export const HMAC = { header: 'X-Okto-Signature', scheme: 'hmac-sha256', secret: SECRET } as const;
export const EQUALS = { header: 'X-Api-Key', scheme: 'equals', secret: SECRET } as const;
/** A test payer of the provider's document. */
export const CPF = '051.233.865-56';

export interface ShopOverrides extends Partial<PaymentsOptions> {
  readonly sandbox?: Partial<OktoPixSandboxOptions>;
  readonly settings?: Partial<OktoPixSettings>;
}

/** Any answer to a page; a test reads only what its answer has. */
export interface Answer {
  readonly id: string;
  readonly status: string;
  readonly late: boolean;
  readonly version: number;
  readonly amount: string;
  readonly reference: string;
  readonly refundedAmount: string;
  readonly expiresAt: string;
  readonly serverTime: string;
  readonly pollAfterMs: number;
  readonly statusUrl: string;
  readonly eventsUrl: string;
  readonly pix: { readonly code: string };
  readonly code: string;
  readonly message: string;
  readonly errors: { readonly field: string; readonly message: string }[];
}

/** A shop with its provider, a clock that a test moves, and lists of what was heard. No network, no file, no waiting. */
export function openShop({ sandbox: sandboxOptions, settings, ...options }: ShopOverrides = {}) {
  const clock = { time: START };
  const now = () => new Date(clock.time);
  const paid: { payment: MerchantPayment; key: string }[] = [];
  const reviews: { payment: MerchantPayment; key: string }[] = [];
  const changes: { payment: MerchantPayment; key: string }[] = [];
  const seen: Observation[] = [];
  const warnings: string[] = [];
  const warn = (message: string) => void warnings.push(message);
  const sandbox = createOktoPixSandbox({
    baseUrl: 'https://okto.example',
    accessToken: TOKEN,
    notification: HMAC,
    callbackUrl: 'https://shop.example/callbacks/okto-pix',
    now,
    fetch: (request) => payments.handle(request),
    wait: async () => {},
    ...sandboxOptions,
  });
  const payments = createPayments({
    store: sqliteStore(':memory:'),
    providers: [oktoPix({ ...sandbox.settings, warn, ...settings })],
    publicUrl: 'https://shop.example/payments',
    order: (draft) => ({ amount: draft.amount ?? '12.90', currency: 'BRL', reference: draft.reference }),
    onPaid: (payment, { key }) => void paid.push({ payment, key }),
    onReview: (payment, { key }) => void reviews.push({ payment, key }),
    onChange: (payment, { key }) => void changes.push({ payment, key }),
    observe: (observation) => void seen.push(observation),
    warn,
    now,
    ...options,
  });

  /** Asks for a payment; the JSON answered and its HTTP status. */
  const create = async (draft: object = {}, headers: Record<string, string> = {}) => {
    const response = await payments.handle(createRequest(draft, headers));
    return { response, status: response.status, body: (await response.json()) as Answer };
  };
  const status = async (statusUrl: string, query = '') => {
    const response = await payments.handle(new Request(`https://shop.example${statusUrl}${query}`));
    return { response, body: (await response.json()) as Answer };
  };
  /** Sends a callback as the provider would, signed unless headers say otherwise. */
  const callBack = (notice: object | string, headers?: Record<string, string>) => payments.handle(callbackRequest(notice, headers));
  return { clock, paid, reviews, changes, seen, warnings, sandbox, payments, create, status, callBack };
}

export const DRAFT = { method: 'pix', amount: '12.90', currency: 'BRL', reference: 'ORD-5023', payer: { cpf: CPF, name: 'Joao' } };

export const createRequest = (draft: object = {}, headers: Record<string, string> = {}): Request =>
  new Request('https://shop.example/payments', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID(), ...headers },
    body: JSON.stringify({ ...DRAFT, ...draft }),
  });

/** The signature as the standard library makes it, not as our code does. */
export const sign = (body: string | Uint8Array, secret = SECRET): string => createHmac('sha256', secret).update(body).digest('hex');

export function callbackRequest(notice: object | string, headers?: Record<string, string>): Request {
  const body = typeof notice === 'string' ? notice : JSON.stringify(notice);
  return new Request('https://shop.example/callbacks/okto-pix', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(headers ?? { 'X-Okto-Signature': sign(body) }) },
    body,
  });
}

/** Ids that a test knows beforehand. */
export const knownIds = (attempt: string) => ({ paymentId: () => 'payment-1', attempt: () => attempt });
