import type { Notification, OktoCashSettings } from '../server.ts';
import { json } from '../server/answers.ts';
import { Rejection } from '../server/rejection.ts';
import { createHandler, isWebAddress, readForm } from './answer.ts';
import type { WalletApp } from './app.ts';
import { STATUSES, type ChargeWord, type ChargeWords, type SandboxEvent } from './charge.ts';
import type { Counter } from './counter.ts';
import { accountOf, openAccounts, type OktoSandboxAccounts } from './okto-accounts.ts';
import { createCash, type CashOptions } from './okto-cash.ts';
import { createWallet, type WalletOptions } from './okto-wallet.ts';
import type { SandboxSurroundings } from './provider-side.ts';

/** What {@link createOktoSandbox} is given. */
export interface OktoSandboxOptions extends SandboxSurroundings {
  /** Where the sandbox is mounted, such as `http://localhost:8080/okto`; the clerk stands below it at `/counter`, the shopper's app at `/app`. */
  readonly baseUrl: string;
  /** The merchants it knows, by the names that the shop gives them, each with secrets of its own. */
  readonly accounts: OktoSandboxAccounts;
  /** Who is paid, as the counter and the app show it. */
  readonly descriptor?: string;
  /** How callbacks carry an account's notification secret. */
  readonly notification: Pick<Notification, 'header' | 'scheme'>;
  /** Which charges are taken: those that say `testMode` true (when left out), or false. */
  readonly testMode?: boolean;
  /** What callbacks say in place of the sandbox's own words, such as `{ CONFIRMED: 'PAID' }`. */
  readonly words?: ChargeWords;
  readonly cash?: CashOptions;
  readonly wallet?: WalletOptions;
}

/** Settings of both providers. Only accounts with a `transactionChannel` take cash: name these alone where there are others. */
export interface OktoSandboxSettings extends Pick<OktoSandboxOptions, 'baseUrl' | 'accounts' | 'notification' | 'descriptor'> {
  readonly testMode: boolean;
  readonly statuses: OktoCashSettings['statuses'];
  readonly gs1Pattern?: string;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** OKTO Cash and OKTO Wallet, simulated: no money moves. */
export interface OktoSandbox {
  /** The addresses of the merchant API, and the clerk and the shopper at `POST /counter/…` and `POST /app/…`. Never rejects. */
  handle(request: Request): Promise<Response>;
  /** The clerk at the counter, for a test. */
  readonly counter: Counter;
  /** The shopper's app, for a test. */
  readonly app: WalletApp;
  /** What `oktoCash()` and `oktoWallet()` need to use this sandbox, without a network between them. */
  readonly settings: OktoSandboxSettings;
  /** Hears what happens; gives the function that ends it. */
  onEvent(listener: (event: SandboxEvent) => void): () => void;
  /** Resolves when no callback is under way any more. */
  settled(): Promise<void>;
}

/**
 * OKTO to develop, test and sell with: payment codes and QR codes, a clerk and a shopper to play, callbacks that carry a secret. Throws a
 * TypeError for accounts that cannot be told apart.
 */
export function createOktoSandbox(options: OktoSandboxOptions): OktoSandbox {
  const accounts = openAccounts(options.accounts, options.notification);
  const { baseUrl, notification, descriptor, testMode = true, words } = options;
  const rules = { accounts, testMode, words };
  const cash = createCash(options.cash ?? {}, rules, options);
  const wallet = createWallet(options.wallet ?? {}, rules, options);

  async function register(request: Request): Promise<Response> {
    const account = accountOf(accounts, request);
    const form = await readForm(request);
    const [url, apiKey] = [form.get('url'), form.get('apiKey')];
    if (!isWebAddress(url) || !apiKey?.trim()) throw new Rejection('bad-body');
    account.callbackUrl = url;
    account.notification = { ...account.notification, secret: apiKey };
    cash.side.tell({ type: 'callbacks-registered' });
    return json(200, {});
  }

  const statuses = Object.fromEntries(Object.entries(STATUSES).map(([word, status]) => [words?.[word as ChargeWord] ?? word, status]));
  const handle = createHandler(baseUrl, [['POST', '/api/integration/webhook', register], ...cash.routes, ...wallet.routes]);
  return {
    handle,
    settings: { baseUrl, accounts: options.accounts, notification, descriptor, testMode, statuses, gs1Pattern: options.cash?.gs1Pattern, fetch: handle },
    counter: cash.counter,
    app: wallet.app,
    onEvent(listener) {
      const ends = [cash.side.onEvent(listener), wallet.side.onEvent(listener)];
      return () => ends.forEach((end) => end());
    },
    async settled() {
      await Promise.all([cash.side.settled(), wallet.side.settled()]);
    },
  };
}
