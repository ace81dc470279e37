import { createOktoSandbox, type OktoSandboxOptions, type SandboxEvent } from '../../src/sandbox.ts';

export const START = Date.parse('2026-11-21T12:00:00Z');
export const ACCEPT = 'application/vnd.okto-merchant-api.v1+json';
/** The example of PaymentIQ's document, and two more. */
export const PACKAGE = '8055348521276';
export const GAMES = {
  merchantId: 'example-games',
  secretKey: 'secret-key-of-games',
  notificationSecret: 'notification-secret-of-games',
  transactionChannel: `IT_EUR_1000->${PACKAGE},IT_EUR_2500->8055348521283, DE_EUR_1000->8055348521290`,
};
export const BOOKS = { merchantId: 'example-books', secretKey: 'secret-key-of-books', notificationSecret: 'notification-secret-of-books' };

/** What a shop asks for; `packageId` matters to cash alone. */
export const ASK = {
  externalId: 'attempt-1',
  merchantId: GAMES.merchantId,
  packageId: PACKAGE,
  amount: '10.00',
  currency: 'EUR',
  country: 'IT',
  descriptor: 'Example Games',
  testMode: true,
  description: 'ORD-1',
  callbackUrl: 'https://shop.example/callbacks/okto',
};

/** A callback as it reached the shop. */
export interface Arrived {
  readonly url: string;
  readonly secret: string | null;
  readonly said: Record<string, unknown>;
  readonly text: string;
}

/** OKTO's side with a clock that a test moves, and the callbacks that reached a shop which answers what `answer` says. */
export function openSide(options: Partial<OktoSandboxOptions> = {}, answer: () => number = () => 200) {
  const clock = { time: START };
  const events: SandboxEvent[] = [];
  const arrived: Arrived[] = [];
  const waits: number[] = [];
  const sandbox = createOktoSandbox({
    baseUrl: 'https://okto.example',
    accounts: { games: GAMES, books: BOOKS },
    notification: { header: 'X-Api-Key', scheme: 'equals' },
    now: () => new Date(clock.time),
    wait: async (milliseconds) => void waits.push(milliseconds),
    fetch: async (request) => {
      const text = await request.text();
      arrived.push({ url: request.url, secret: request.headers.get('x-api-key'), said: JSON.parse(text) as Record<string, unknown>, text });
      const status = answer();
      if (!status) throw new TypeError('fetch failed');
      return new Response(null, { status });
    },
    ...options,
  });
  sandbox.onEvent((event) => events.push(event));

  const send = async (path: string, body: string, headers: Record<string, string>) => {
    const response = await sandbox.handle(new Request(`https://okto.example${path}`, { method: 'POST', headers, body }));
    await sandbox.settled();
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  };
  const asJson = { 'Content-Type': 'application/json' };
  /** A call of the merchant API under an account's key. */
  const ask = (path: string, body: object, headers: Record<string, string> = {}) =>
    send(`/api/integration/${path}`, JSON.stringify(body), { ...asJson, Accept: ACCEPT, Authorization: `Bearer ${GAMES.secretKey}`, ...headers });
  const register = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    send('/api/integration/webhook', String(new URLSearchParams(form)), {
      'Content-Type': 'application/x-www-form-urlencoded',
      Accept: ACCEPT,
      Authorization: `Bearer ${GAMES.secretKey}`,
      ...headers,
    });
  /** A button of the clerk or the shopper, such as `counter/pay`. */
  const press = (act: string, code: unknown, more: object = {}) => send(`/${act}`, JSON.stringify({ code, ...more }), asJson);
  return { sandbox, clock, events, arrived, waits, ask, register, press };
}
