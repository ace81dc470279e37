import type { EventRecord, PaymentRecord, Store, StoreTransaction } from '../../src/server.ts';

/** A store for tests of very many runs: one payment after the other, nothing on a disk, no outbox. */
export function memoryStore(): Store {
  const payments = new Map<string, PaymentRecord>();
  const events = new Map<string, EventRecord>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
  const find: StoreTransaction['find'] = async (by, value) => [...payments.values()].find((one) => one[by] === value);
  const tx: StoreTransaction = {
    find,
    async insert(payment) {
      const unique = ['paymentId', 'idHash', 'attempt', 'keyHash'] as const;
      if ([...payments.values()].some((one) => unique.some((column) => one[column] === payment[column]))) return false;
      payments.set(payment.paymentId, payment);
      return true;
    },
    async update(payment, fromVersion) {
      if (payments.get(payment.paymentId)?.version !== fromVersion) return false;
      payments.set(payment.paymentId, payment);
      return true;
    },
    consent: async () => {},
    countOpen: async () => 0,
    overdue: async () => [],
    async keep(event) {
      const key = `${event.provider} ${event.key}`;
      const earlier = events.get(key);
      if (!earlier) events.set(key, event);
      return earlier;
    },
    kept: async (provider, key) => events.get(`${provider} ${key}`),
    adopt: async () => [],
    setAside: async () => {},
    forget: async () => {},
    enqueue: async () => {},
    claim: async () => [],
    settle: async () => {},
    postpone: async () => {},
  };
  return {
    transaction: (work) => inTurn(() => work(tx)),
    find: (by, value) => inTurn(() => find(by, value)),
    hasConsent: async () => false,
    nextDue: async () => undefined,
    close: async () => {},
  };
}
