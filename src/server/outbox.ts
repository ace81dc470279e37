import type { Observation } from './observe.ts';
import type { MerchantPayment } from './record.ts';
import type { OutboxEntry, Store } from './store.ts';

/** Hears of a payment, at least once per key: what must happen once is done under the key. */
export type Handler = (payment: MerchantPayment, delivery: { readonly key: string }) => unknown;

/** A payout as its provider has said it is now. */
export interface Payout {
  readonly provider: string;
  /** Your own number of it. */
  readonly outTradeNo: string;
  readonly status: 'pending' | 'paid' | 'failed';
  /** What was asked to be paid out, decimal text in major units as the provider wrote it. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
  /** The bank's reference, where there is one. */
  readonly utr?: string;
}

/** Hears of a payout, at least once per key: what must happen once is done under the key. */
export type PayoutHandler = (payout: Payout, delivery: { readonly key: string }) => unknown;

/** How long a handler has before the entry is handed out again, in milliseconds. */
const LEASE = 60_000;
/** The wait after the first failure, doubled after each further one, in milliseconds. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 3_600_000;
/** How many entries are handed out together. */
const BATCH = 20;

/** The merchant's side of the outbox. */
export interface Outbox {
  /** Hands out whatever is due; resolves when that is done. */
  deliver(): Promise<void>;
  /** Delivers soon, in the background. */
  wake(): void;
  /** Waits for what is under way; afterwards nothing is handed out. */
  close(): Promise<void>;
}

/** Calls the handlers, each entry again until its handler has not thrown. An entry without a handler is done. */
export function createOutbox(options: {
  readonly store: Store;
  readonly handlers: Readonly<Record<Exclude<OutboxEntry['topic'], 'payout'>, Handler | undefined>> & { readonly payout: PayoutHandler | undefined };
  readonly now: () => Date;
  readonly observe: (observation: Observation) => void;
  readonly warn: (message: string) => void;
  /** What is done before each round, such as expiring. */
  readonly before: () => Promise<void>;
}): Outbox {
  const { store, handlers, now, observe, warn } = options;
  let last: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let awake = false;
  let closed = false;

  async function round(): Promise<void> {
    await options.before();
    for (;;) {
      const at = now().getTime();
      const entries = await store.transaction((tx) => tx.claim(at, at + LEASE, BATCH));
      if (!entries.length) return;
      for (const entry of entries) await hand(entry);
    }
  }

  async function hand({ key, topic, payment, tries }: OutboxEntry): Promise<void> {
    const told = JSON.parse(payment) as MerchantPayment & Payout;
    const about = { ...(topic === 'payout' ? { provider: told.provider } : { paymentId: told.paymentId }), status: told.status, key };
    const handler: ((told: MerchantPayment & Payout, delivery: { key: string }) => unknown) | undefined = handlers[topic];
    try {
      if (handler) await withinLease(handler(told, { key }));
    } catch {
      observe({ type: 'handler-failed', ...about });
      const wait = Math.min(FIRST_WAIT * 2 ** Math.min(tries - 1, 30), LONGEST_WAIT);
      await store.transaction((tx) => tx.postpone(key, now().getTime() + wait));
      return;
    }
    await store.transaction((tx) => tx.settle(key));
    if (handler) observe({ type: 'handler-called', ...about });
  }

  /** Comes back when something is due by itself, so that a retry needs no traffic. */
  async function sleep(): Promise<void> {
    clearTimeout(timer);
    const due = closed ? undefined : await store.nextDue();
    if (due === undefined) return;
    timer = setTimeout(wake, Math.min(Math.max(due - now().getTime(), FIRST_WAIT), LEASE));
    timer.unref();
  }

  function deliver(): Promise<void> {
    const turn = last.then(async () => {
      if (closed) return;
      awake = false;
      await round();
      await sleep();
    });
    last = turn.catch(() => {});
    return turn;
  }

  function wake(): void {
    if (awake || closed) return;
    awake = true;
    deliver().catch((error: unknown) => warn(`paytags: the outbox rests (${(error as { code?: string } | null)?.code ?? 'error'})`));
  }

  return {
    deliver,
    wake,
    async close() {
      closed = true;
      clearTimeout(timer);
      await last;
      clearTimeout(timer);
    },
  };
}

async function withinLease(work: unknown): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the handler took too long')), LEASE);
    timer.unref();
  });
  try {
    await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}
