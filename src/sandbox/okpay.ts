import { randomBytes } from 'node:crypto';
import { createHandler } from './answer.ts';
import { SandboxError } from './charge.ts';
import { checkoutRoutes } from './okpay-checkout-page.ts';
import { readOkpayOrder, settleOkpayOrder, typedInto, type OkpayAct, type OkpayOutcome, type OkpayParams } from './okpay-checkout.ts';
import { historyRoutes } from './okpay-history-page.ts';
import { createOkpayHistory, type OkpayHistory, type OkpayIpn, type OkpayIpnFilter } from './okpay-history.ts';
import { STYLE_ROUTE } from './okpay-html.ts';
import { createOkpayLedger, type OkpayKind, type OkpayLedger, type OkpayTransaction, type OkpayWallet } from './okpay-ledger.ts';
import { okpayMessage } from './okpay-messages.ts';
import { createOkpaySimulator, simulatorRoutes } from './okpay-simulator.ts';
import { createOkpaySoapEndpoint, type OkpaySoapEndpoint } from './okpay-soap.ts';
import type { SandboxSurroundings } from './provider-side.ts';
import { readBytes } from '../server/body.ts';

/** What {@link createOkpaySandbox} is given. */
export interface OkpaySandboxOptions extends Pick<SandboxSurroundings, 'now' | 'fetch'> {
  /** Where the sandbox is mounted, such as `http://localhost:8080/okpay`. */
  readonly baseUrl: string;
  /** At least one. */
  readonly wallets: readonly OkpayWallet[];
  /**
   * Origins besides those of `baseUrl` and the wallets' own addresses that messages may go to: no form and no visitor of the simulator makes
   * this server call any other, and a redirect is not followed. Payers are led back to these, and to any `https:` address.
   */
  readonly origins?: readonly string[];
  /** Makes ids; 19 random digits when left out. */
  readonly newId?: () => string;
  /** How a space is written in messages; `+` when left out. */
  readonly space?: '+' | '%20';
}

/** OKPAY.com, simulated: checkout page, messages with their history, simulator, verifier and SOAP API. No money moves. */
export interface OkpaySandbox {
  /** `/process.html`, `/ipn-verify.html`, `/ipn-simulator`, `/ipn-history` and the SOAP API at `/OkPayAPI`. Never rejects. */
  handle(request: Request): Promise<Response>;
  /** What `okpayIpn()` needs to use this sandbox, without a network between them. */
  readonly settings: { readonly verifyUrl: string; readonly wallets: readonly string[]; readonly fetch: (request: Request) => Promise<Response> };
  /** Wallets and transactions; what is added or changed here is told as well. */
  readonly ledger: OkpayLedger;
  /** The SOAP API, for a test: who asks, and what it refuses. */
  readonly soap: OkpaySoapEndpoint;
  /** What a buyer does with this form, by the names of its variables: pays, or what `act` says. Throws the Problem for which the checkout page refuses it. */
  pay(fields: Readonly<Record<string, string>>, act?: OkpayAct): OkpayOutcome;
  /** Leaves the checkout: no transaction, no message. */
  cancel(fields: Readonly<Record<string, string>>): OkpayOutcome;
  /** Decides on a pending transaction; each of these four takes its id, and throws a SandboxError. */
  complete(txnId: string): OkpayTransaction;
  fail(txnId: string): OkpayTransaction;
  /** Gives it back, or a part of it, by a transaction of its own. */
  refund(txnId: string, amount?: string): OkpayTransaction;
  chargeback(txnId: string, amount?: string): OkpayTransaction;
  /** Sends a test message of the first wallet; `changes` by whole names of variables. */
  simulate(kind: OkpayKind, url: string, changes?: Readonly<Record<string, string>>): Promise<OkpayIpn>;
  /** The newest first. */
  history(filter?: OkpayIpnFilter): readonly OkpayIpn[];
  resend: OkpayHistory['resend'];
  retryDue: OkpayHistory['retryDue'];
  /** Lets minutes pass on the sandbox's own clock, and sends again what waited for it. */
  elapse(minutes: number): Promise<void>;
  /** Resolves when no message is under way any more. */
  settled(): Promise<void>;
}

/** OKPAY.com to develop, test and sell with. */
export function createOkpaySandbox(options: OkpaySandboxOptions): OkpaySandbox {
  const { wallets, newId = randomId, space = '+', fetch = (request) => globalThis.fetch(request) } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const addresses = [baseUrl, ...(options.origins ?? []), ...wallets.flatMap(({ ipnUrl, returnSuccess, returnFail }) => [ipnUrl, returnSuccess, returnFail])];
  const origins = [...new Set(addresses.flatMap((address) => (address ? new URL(address).origin : [])))];
  let passed = 0;
  const now = () => new Date((options.now?.() ?? new Date()).getTime() + passed);
  const mayCall = (url: string) => URL.canParse(url) && origins.includes(new URL(url).origin);
  const mayLeadTo = (url: string) => mayCall(url) || (URL.canParse(url) && new URL(url).protocol === 'https:');

  const history = createOkpayHistory({ now, fetch, mayCall, space });
  const ledger = createOkpayLedger(wallets, {
    ...{ now, newId },
    tell(transaction) {
      const { id: txnId, kind, wallet, texts } = transaction;
      const url = texts['ipn'] || wallet.ipnUrl;
      if (url) history.send({ id: newId(), url, kind, txnId, walletId: wallet.id, isTest: false, fields: okpayMessage(transaction) });
    },
  });
  const simulator = createOkpaySimulator({ history, now, newId, mayCall });
  const soap = createOkpaySoapEndpoint({ ledger, now });
  const read = (params: OkpayParams) => readOkpayOrder(params, ledger, mayLeadTo);

  async function elapse(minutes: number): Promise<void> {
    passed += minutes * 60_000;
    await history.retryDue();
  }

  const handle = createHandler(baseUrl, [
    ...checkoutRoutes({ ledger, newId, read }),
    ['POST', '/ipn-verify.html', async ({ body }) => text(body ? history.verify(await readBytes((body as ReadableStream<Uint8Array>).getReader())) : 'INVALID')],
    ['POST', '/OkPayAPI', (request) => soap.handle(request)],
    ...simulatorRoutes(simulator, wallets, origins),
    ...historyRoutes({ history, ledger, elapse }),
    STYLE_ROUTE,
  ]);

  return {
    ...{ handle, ledger, soap, elapse },
    settings: { verifyUrl: `${baseUrl}/ipn-verify.html`, wallets: wallets.map(({ id }) => id), fetch: handle },
    pay(fields, act = 'completed') {
      const order = read(Object.entries(fields));
      return settleOkpayOrder(act === 'canceled' ? order : typedInto(order, [], read), act, { ledger });
    },
    cancel(fields) {
      return settleOkpayOrder(read(Object.entries(fields)), 'canceled', { ledger });
    },
    complete: (txnId) => ledger.change(txnId, 'completed'),
    fail: (txnId) => ledger.change(txnId, 'failed'),
    refund: (txnId, amount) => ledger.reverse(txnId, 'refund', amount),
    chargeback: (txnId, amount) => ledger.reverse(txnId, 'chargeback', amount),
    async simulate(kind, url, changes = {}) {
      const [wallet] = wallets;
      if (!wallet) throw new SandboxError('bad-request');
      const fields = new Map([...simulator.fields({ kind, wallet }), ...Object.entries(changes)]);
      return simulator.send({ kind, url, wallet }, [...fields]);
    },
    history: history.find,
    resend: history.resend,
    retryDue: history.retryDue,
    settled: history.settled,
  };
}

const text = (word: string): Response => new Response(word, { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } });

/** 19 digits that a signed integer of 64 bits holds, and a number of JavaScript does not. */
const randomId = (): string => String(10n ** 18n + (randomBytes(8).readBigUInt64BE() % (8n * 10n ** 18n)));
