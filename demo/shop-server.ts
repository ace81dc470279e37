import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPayments, oktoCash, oktoPix, oktoWallet } from '../src/server.ts';
import { sqliteStore } from '../src/server/stores/sqlite.ts';
import { Facts } from './facts.ts';
import { openProviders } from './providers.ts';
import { termsOf } from './prices.ts';
import type { Visitors } from './visitors.ts';

/** The shops' own server and, beside it, the providers with whoever pays there. */
export interface Shop {
  /** Answers `/payments`, `/callbacks`, `/sandbox` and `/okto`; `undefined` for every other address. */
  handle(request: Request): Promise<Response | undefined>;
  close(): Promise<void>;
}

/** Opens the shops at this address, with a database that lives as long as the process. */
export async function openShop(url: string, visitors: Visitors): Promise<Shop> {
  const folder = await mkdtemp(join(tmpdir(), 'paytags-demo-'));
  const { pix, okto, games, books } = openProviders(url);
  const facts = new Facts(visitors, (paymentId) => payments.get(paymentId));
  const payments = createPayments({
    store: sqliteStore(join(folder, 'payments.db')),
    providers: [oktoPix(pix.settings), oktoCash(games), oktoWallet(books)],
    publicUrl: `${url}/payments`,
    order: (draft, request) => termsOf(visitors, draft, request),
    onPaid: async (payment, { key }) => facts.delivered('onPaid', payment, key),
    onReview: async (payment, { key }) => facts.delivered('onReview', payment, key),
    // Nobody but this machine reaches the demo.
    clientAddress: () => '127.0.0.1',
    observe: (observation) => facts.observed(observation),
    warn: () => {},
  });
  const sandboxes = { sandbox: pix, okto };

  return {
    async handle(request) {
      const [, place = ''] = new URL(request.url).pathname.split('/');
      if (place === 'payments' || place === 'callbacks') return payments.handle(request);
      if (!Object.hasOwn(sandboxes, place)) return undefined;
      const sandbox = sandboxes[place as keyof typeof sandboxes];
      const answer = await sandbox.handle(request);
      // What the person at the bank, the till or the app does next comes after the shop has heard of what they did before.
      await sandbox.settled();
      return answer;
    },
    async close() {
      await Promise.all([pix.settled(), okto.settled()]);
      await payments.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
