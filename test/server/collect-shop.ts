import { randomUUID } from 'node:crypto';
import { createOkpayCollectSandbox, type CollectEvent, type OkpayCollectSandboxOptions } from '../../src/sandbox.ts';
import { createPayments, okpayCollect, signCollect, type MerchantPayment, type Observation, type OkpayCollectSettings, type Payout, type PaymentsOptions } from '../../src/server.ts';
import { sqliteStore } from '../../src/server/stores/sqlite.ts';
import { START } from './shop.ts';

export const KEY = 'k3y-TEST-0123456789abcdef';
export const MCH = '1000001';
export const BASE = 'https://okpay.example';
export const DRAFT = { method: 'okpayCollect', amount: '100.00', currency: 'INR', reference: 'ORD-9' };
export const SETTINGS: OkpayCollectSettings = { baseUrl: BASE, mchId: MCH, key: KEY, payTypes: { INR: ['UPI'] }, returnUrl: 'https://shop.example/thanks' };

export interface CollectOverrides extends Partial<PaymentsOptions> {
  readonly settings?: Partial<OkpayCollectSettings>;
  readonly sandbox?: Partial<OkpayCollectSandboxOptions>;
  /** What stands between shop and platform; `pass` hands the request over. */
  readonly between?: (request: Request, path: string, pass: () => Promise<Response>) => Promise<Response> | Response;
}

/** Any answer to a page; a test reads only what its answer has. */
export interface CollectAnswer {
  readonly id: string;
  readonly status: string;
  readonly statusUrl: string;
  readonly expiresAt: string;
  readonly okpayCollect: { readonly url: string; readonly upi?: string };
  readonly code: string;
  readonly message: string;
  readonly errors: { readonly field: string; readonly message: string }[];
}

/** A shop that takes OKPAY Collect and Pay, the platform's sandbox, a clock that a test moves, and lists of what was heard. */
export function openCollectShop({ settings, sandbox: sandboxOptions, between, ...options }: CollectOverrides = {}) {
  const clock = { time: START };
  const now = () => new Date(clock.time);
  const asked: { path: string; params: Record<string, string> }[] = [];
  const paid: { payment: MerchantPayment; key: string }[] = [];
  const payouts: { payout: Payout; key: string }[] = [];
  const reviews: MerchantPayment[] = [];
  const seen: Observation[] = [];
  const events: CollectEvent[] = [];
  const warnings: string[] = [];
  const sandbox = createOkpayCollectSandbox({
    ...{ baseUrl: BASE, mchId: MCH, key: KEY, returnUrl: 'https://shop.example/thanks', now },
    complaintUrl: 'https://shop.example/complaints/okpay-collect',
    fetch: (request) => payments.handle(request),
    wait: async () => {},
    ...sandboxOptions,
  });
  sandbox.onEvent((event) => events.push(event));
  const fetch = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname;
    asked.push({ path, params: Object.fromEntries(new URLSearchParams(await request.clone().text())) });
    const pass = () => sandbox.handle(request);
    return between ? between(request, path, pass) : pass();
  };
  const store = options.store ?? sqliteStore(':memory:');
  const payments = createPayments({
    store,
    providers: [okpayCollect({ ...sandbox.settings, fetch, ...settings })],
    publicUrl: 'https://shop.example/payments',
    order: (draft) => ({ amount: draft.amount ?? '100.00', currency: draft.currency, reference: draft.reference }),
    onPaid: (payment, { key }) => void paid.push({ payment, key }),
    onReview: (payment) => void reviews.push(payment),
    onPayout: (payout, { key }) => void payouts.push({ payout, key }),
    observe: (observation) => void seen.push(observation),
    warn: (message) => void warnings.push(message),
    now,
    ...options,
  });

  const create = async (draft: object = {}, idempotencyKey: string = randomUUID()) => {
    const response = await payments.handle(
      new Request('https://shop.example/payments', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey },
        body: JSON.stringify({ ...DRAFT, ...draft }),
      }),
    );
    return { status: response.status, body: (await response.json()) as CollectAnswer };
  };
  const status = async (statusUrl: string) => ((await (await payments.handle(new Request(`https://shop.example${statusUrl}`))).json()) as CollectAnswer).status;
  /** Sends a form to one of the shop's addresses, signed unless it brings a sign of its own. */
  const post = async (path: string, params: Record<string, string>, key = KEY) => {
    const body = String(new URLSearchParams({ ...params, ...(!('sign' in params) && { sign: signCollect(params, key) }) }));
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const response = await payments.handle(new Request(`https://shop.example${path}`, { method: 'POST', headers, body }));
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };
  /** The attempt of the last payment that was asked for. */
  const attempt = () => asked.findLast(({ path }) => path === '/v1/Collect')?.params['out_trade_no'] ?? '';
  const times = (path: string) => asked.filter((one) => one.path === path).length;
  const later = async (milliseconds: number) => {
    clock.time += milliseconds;
    await payments.deliver();
  };
  return { clock, store, asked, times, later, paid, payouts, reviews, seen, events, warnings, sandbox, payments, create, status, post, attempt };
}

/** A callback of a collection as the document has it. */
export const callback = (attempt: string, more: Record<string, string> = {}): Record<string, string> => ({
  ...{ mchId: MCH, out_trade_no: attempt, currency: 'INR', money: '100.00', attach: '', pay_money: '100.00', merchant_ratio: '5', real_money: '95.00' },
  status: '1',
  ...more,
});
