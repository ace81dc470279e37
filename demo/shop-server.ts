import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeBrCode, brCodeAmount } from '../src/formats/brcode.ts';
import { createOktoPixSandbox } from '../src/sandbox.ts';
import { createPayments, oktoPix, Refusal, type Draft } from '../src/server.ts';
import { sqliteStore } from '../src/server/stores/sqlite.ts';
import { Facts } from './facts.ts';
import { cookieOf, type Visitors } from './visitors.ts';

/** The shop's own server and, beside it, the provider with the payers' bank. */
export interface Shop {
  /** Answers `/payments`, `/callbacks` and `/sandbox`; `undefined` for every other address. */
  handle(request: Request): Promise<Response | undefined>;
  close(): Promise<void>;
}

/** What the baker lets a shopper type, in centavos. */
const LEAST = 1_00n;
const MOST = 5_000_00n;
const CURRENCY = 'BRL';
const MERCHANT = { name: 'Padaria Exemplo', city: 'Sao Paulo' };

/** Opens the shop at this address, with a database that lives as long as the process. */
export async function openShop(url: string, visitors: Visitors): Promise<Shop> {
  const folder = await mkdtemp(join(tmpdir(), 'paytags-demo-'));
  const sandbox = createOktoPixSandbox({
    baseUrl: `${url}/sandbox`,
    accessToken: secret(),
    notification: { header: 'x-okto-signature', scheme: 'hmac-sha256', secret: secret() },
    callbackUrl: `${url}/callbacks/okto-pix`,
    merchant: MERCHANT,
  });
  const facts = new Facts(visitors, (paymentId) => payments.get(paymentId));
  const payments = createPayments({
    store: sqliteStore(join(folder, 'payments.db')),
    providers: [oktoPix(sandbox.settings)],
    publicUrl: `${url}/payments`,
    order: (draft, request) => termsOf(visitors, draft, request),
    onPaid: async (payment, { key }) => facts.delivered('onPaid', payment, key),
    onReview: async (payment, { key }) => facts.delivered('onReview', payment, key),
    observe: (observation) => facts.observed(observation),
    warn: () => {},
  });

  return {
    async handle(request) {
      const { pathname } = new URL(request.url);
      if (/^\/(payments|callbacks)(\/|$)/.test(pathname)) return payments.handle(request);
      if (!pathname.startsWith('/sandbox/')) return undefined;
      const answer = await sandbox.handle(request);
      // What the person at the bank does next comes after the shop has heard of what they did before.
      await sandbox.settled();
      return answer;
    },
    async close() {
      await sandbox.settled();
      await payments.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The price is the server's: an order of this visitor, and an amount that the shopper may type. */
function termsOf(visitors: Visitors, { amount, currency, reference }: Draft, request: Request) {
  const portuguese = /^\s*pt\b/i.test(request.headers.get('accept-language') ?? '');
  if (!visitors.hasOrder(reference, cookieOf(request))) {
    throw new Refusal('refused', portuguese ? 'A loja não conhece este pedido.' : 'The shop does not know this order.');
  }
  const centavos = /^\d{1,9}\.\d{2}$/.test(amount ?? '') ? BigInt(amount!.replace('.', '')) : 0n;
  if (currency !== CURRENCY || centavos < LEAST || centavos > MOST) {
    const message = portuguese ? 'O valor vai de R$ 1,00 a R$ 5.000,00.' : 'The amount goes from R$1.00 to R$5,000.00.';
    throw new Refusal('amount-not-offered', message, [{ field: 'amount', message }]);
  }
  return { amount: amount!, currency, reference };
}

/** What a bank reads in a code that names a key and no address: nobody has to be asked. `undefined` for any other code. */
export function readStaticCode(text: string) {
  try {
    const code = decodeBrCode(text);
    if (code.kind !== 'static') return undefined;
    const { key, description, merchantName: payee, merchantCity: city } = code;
    return { isStatic: true, payee, city, key, note: description, amount: brCodeAmount(code), currency: CURRENCY };
  } catch {
    return undefined;
  }
}

const secret = (): string => randomBytes(32).toString('base64url');
