import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPayments } from '../src/server.ts';
import { sqliteStore } from '../src/server/stores/sqlite.ts';
import { Facts } from './facts.ts';
import { openProviders } from './providers.ts';
import { termsOf } from './prices.ts';
import type { Visitors } from './visitors.ts';

/** The shops' own server and, beside it, the providers with whoever pays there. */
export interface Shop {
  /** Answers `/payments`, `/callbacks` and what stands below the providers' addresses; `undefined` for every other address. */
  handle(request: Request): Promise<Response | undefined>;
  /** Has the provider give back what was paid for this order; rejects with a RefundError, or with a ProviderError. */
  refund(reference: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the shops at this address, with a database that lives as long as the process. */
export async function openShop(url: string, visitors: Visitors): Promise<Shop> {
  const folder = await mkdtemp(join(tmpdir(), 'paytags-demo-'));
  const { providers, sides } = openProviders(url);
  const settled = () => Promise.all(Array.from(sides.values(), (side) => side.settled()));
  /** Payments by the order that they have paid. */
  const paid = new Map<string, string>();
  const facts = new Facts(visitors, (paymentId) => payments.get(paymentId));
  const payments = createPayments({
    store: sqliteStore(join(folder, 'payments.db')),
    providers,
    publicUrl: `${url}/payments`,
    order: (draft, request) => termsOf(visitors, draft, request),
    onPaid: async (payment, { key }) => {
      if (payment.reference) paid.set(payment.reference, payment.paymentId);
      facts.delivered('onPaid', payment, key);
    },
    onReview: async (payment, { key }) => facts.delivered('onReview', payment, key),
    // Nobody but this machine reaches the demo.
    clientAddress: () => '127.0.0.1',
    observe: (observation) => facts.observed(observation),
    warn: () => {},
  });

  return {
    async handle(request) {
      const [, place = ''] = new URL(request.url).pathname.split('/');
      if (place === 'payments' || place === 'callbacks') return payments.handle(request);
      const side = sides.get(place);
      const answer = await side?.handle(request);
      // What the person at the bank, the till or the app does next comes after the shop has heard of what they did before.
      await side?.settled();
      return answer;
    },
    async refund(reference) {
      await payments.refund(paid.get(reference) ?? '');
      await settled();
    },
    async close() {
      await settled();
      await payments.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
