import { createHmac, randomUUID } from 'node:crypto';
import { createPayments, oktoCash, oktoWallet, type MerchantPayment, type Observation, type OktoCashSettings, type OktoWalletSettings, type PaymentsOptions } from '../../src/server.ts';
import { sqliteStore } from '../../src/server/stores/sqlite.ts';
import { START } from './shop.ts';

export const KEY = 'secret-key-of-the-shop';
export const SECRET = 'okto-notification-secret';
export const OTHER_SECRET = 'another-notification-secret';
export const ATTEMPT = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
/** The package of PaymentIQ's document, and two EAN-13 that stand as examples in many books. */
export const CHANNEL = 'IT_EUR_1000->8055348521276,IT_EUR_2500->4006381333931,RO_RON_2000->5901234123457';
export const ACCOUNT = { merchantId: 'M-1', secretKey: KEY, notificationSecret: SECRET, transactionChannel: CHANNEL };
export const PACKAGE = '8055348521276';
export const OTHER_ACCOUNT = { ...ACCOUNT, merchantId: 'M-2', secretKey: 'other-key-of-the-shop', notificationSecret: OTHER_SECRET };
export const STATUSES = { WAITING: 'pending', TAKEN: 'processing', PAID: 'paid', REJECTED: 'failed', EXPIRED: 'expired', REVERSED: 'refunded' } as const;
/** Says that the first account's payment of 10 euros is made. */
export const NOTICE = { eventId: 'e-1', externalId: ATTEMPT, status: 'PAID', amount: '10.00', currency: 'EUR', merchantId: 'M-1' };
export const NOTIFICATION = { header: 'X-Okto-Signature', scheme: 'hmac-sha256' } as const;
export const CASH: OktoCashSettings = { baseUrl: 'https://okto.example', accounts: { DEFAULT: ACCOUNT }, notification: NOTIFICATION, statuses: STATUSES };
export const WALLET: OktoWalletSettings = CASH as OktoWalletSettings;
export const TERMS_AT = new Date(START - 60_000).toISOString();
export const DRAFT = { method: 'oktoCash', amount: '10.00', currency: 'EUR', country: 'IT', reference: 'ORD-7', termsAcceptedAt: TERMS_AT };

export interface OktoOverrides extends Partial<PaymentsOptions> {
  readonly cash?: Partial<OktoCashSettings>;
  readonly wallet?: Partial<OktoWalletSettings>;
  /** What OKTO answers, instead of what was agreed. */
  readonly answer?: (body: Record<string, unknown>) => Response | object;
}

/** What OKTO was sent. */
export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: Record<string, unknown>;
}

/** Any answer to a page; a test reads only what its answer has. */
export interface OktoAnswer {
  readonly id: string;
  readonly status: string;
  readonly late: boolean;
  readonly statusUrl: string;
  readonly expiresAt: string;
  readonly oktoCash: { readonly packageId: string; readonly paymentCode: string; readonly gs1Pattern: string };
  readonly oktoWallet: { readonly code: string; readonly appUrl: string };
  readonly code: string;
  readonly message: string;
  readonly errors: { readonly field: string; readonly message: string }[];
}

/** A shop that takes OKTO Cash and OKTO Wallet, an OKTO that answers as it is told to, and lists of what was heard. */
export function openOktoShop({ cash, wallet, answer, ...options }: OktoOverrides = {}) {
  const clock = { time: START };
  const now = () => new Date(clock.time);
  const sent: Sent[] = [];
  const paid: { payment: MerchantPayment; key: string }[] = [];
  const reviews: MerchantPayment[] = [];
  const seen: Observation[] = [];
  const warnings: string[] = [];
  const warn = (message: string) => void warnings.push(message);
  const okto = async (request: Request): Promise<Response> => {
    const body = (await request.json()) as Record<string, unknown>;
    sent.push({ url: request.url, method: request.method, headers: Object.fromEntries(request.headers), body });
    const expiresAt = new Date(clock.time + 3_600_000).toISOString();
    const agreed = request.url.endsWith('/cash')
      ? { packageId: body['packageId'], paymentCode: '1234567', expiresAt }
      : { qrCode: 'OKTO:1234567', appUrl: 'okto://pay/1234567', expiresAt };
    const said = answer?.(body) ?? agreed;
    return said instanceof Response ? said : Response.json(said);
  };
  const payments = createPayments({
    store: sqliteStore(':memory:'),
    providers: [oktoCash({ ...CASH, fetch: okto, warn, ...cash }), oktoWallet({ ...WALLET, fetch: okto, warn, ...wallet })],
    publicUrl: 'https://shop.example/payments',
    order: (draft) => ({ amount: draft.amount ?? '10.00', currency: draft.currency, reference: draft.reference }),
    onPaid: (payment, { key }) => void paid.push({ payment, key }),
    onReview: (payment) => void reviews.push(payment),
    observe: (observation) => void seen.push(observation),
    clientAddress: () => '192.0.2.7',
    warn,
    now,
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
    return { status: response.status, body: (await response.json()) as OktoAnswer };
  };
  const status = async (statusUrl: string, query = '') => (await (await payments.handle(new Request(`https://shop.example${statusUrl}${query}`))).json()) as OktoAnswer;
  /** Sends a callback; signed with the first account's secret unless headers or a secret say otherwise. */
  const callBack = (notice: object | string, by: string | Record<string, string> = SECRET) => {
    const body = typeof notice === 'string' ? notice : JSON.stringify(notice);
    const headers = typeof by === 'string' ? { 'X-Okto-Signature': hmac(body, by) } : by;
    return payments.handle(
      new Request('https://shop.example/callbacks/okto', { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body }),
    );
  };
  return { clock, sent, paid, reviews, seen, warnings, payments, create, status, callBack };
}

/** The signature as the standard library makes it, not as our code does. */
export const hmac = (body: string, secret: string): string => createHmac('sha256', secret).update(body).digest('hex');
