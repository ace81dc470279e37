import { createHmac } from 'node:crypto';
import { createCheckoutSandbox, type CheckoutSandboxOptions, type SandboxEvent } from '../../src/sandbox.ts';

export const START = Date.parse('2026-11-21T12:00:00Z');
export const KEY = 'sk_sbox_of_the_shop';
export const WEBHOOK_KEY = 'signature-key-of-the-webhook';
export const BASE = 'https://checkout.example/sandbox';
export const ASK = {
  amount: 1000,
  currency: 'HKD',
  source: { type: 'octopus' },
  reference: 'attempt-1',
  success_url: 'https://shop.example/success',
  failure_url: 'https://shop.example/failure',
};

/** A webhook as it arrived at the shop. */
export interface Arrived {
  readonly type: string;
  readonly id: string;
  readonly data: { readonly [name: string]: unknown; readonly balances?: Record<string, number> };
  readonly text: string;
  readonly headers: Record<string, string>;
  readonly isSigned: boolean;
}

/** Any answer; a test reads only what its answer has. */
export interface Said {
  readonly id: string;
  readonly status: string;
  readonly reference: string;
  readonly action_id: string;
  readonly approved: boolean;
  readonly processing: { readonly token: string; readonly octopus_uri: string; readonly landing_url: string };
  readonly balances: Record<string, number>;
  readonly actions: { readonly type: string; readonly response_summary: string }[];
  readonly error_codes: string[];
  readonly code: string;
  readonly amount: string;
}

/** Checkout.com's side alone, with a shop that notes what arrives and answers as it is told to. */
export function openSide(options: Partial<CheckoutSandboxOptions> = {}, answers: () => number = () => 200) {
  const clock = { time: START };
  const arrived: Arrived[] = [];
  const waits: number[] = [];
  const events: SandboxEvent[] = [];
  const sandbox = createCheckoutSandbox({
    baseUrl: BASE,
    secretKey: KEY,
    webhookKey: WEBHOOK_KEY,
    callbackUrl: 'https://shop.example/callbacks/checkout',
    shop: 'Example <Tea>',
    now: () => new Date(clock.time),
    fetch: async (request) => {
      const text = await request.text();
      const headers = Object.fromEntries(request.headers);
      const isSigned = headers['cko-signature'] === createHmac('sha256', WEBHOOK_KEY).update(text).digest('hex');
      arrived.push({ ...(JSON.parse(text) as Pick<Arrived, 'type' | 'id' | 'data'>), text, headers, isSigned });
      const status = answers();
      if (!status) throw new Error('nobody is there');
      return new Response(null, { status });
    },
    wait: async (milliseconds) => void waits.push(milliseconds),
    ...options,
  });
  sandbox.onEvent((event) => events.push(event));

  const call = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const all = { Authorization: `Bearer ${KEY}`, ...(body && { 'Content-Type': 'application/json' }), ...headers };
    const response = await sandbox.handle(new Request(`${BASE}${path}`, { method, headers: all, ...(body && { body: JSON.stringify(body) }) }));
    const text = await response.text();
    await sandbox.settled();
    return { status: response.status, text, headers: response.headers, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Said };
  };
  const ask = (change: object = {}, headers: Record<string, string> = {}) => call('POST', '/payments', { ...ASK, ...change }, headers);
  return { sandbox, clock, arrived, waits, events, call, ask, types: () => arrived.map(({ type }) => type) };
}
