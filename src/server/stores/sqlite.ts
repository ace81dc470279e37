import Database from 'libsql';
import type { EventRecord, OutboxEntry, PaymentKey, PaymentRecord, Store, StoreTransaction } from '../store.ts';
import { MIGRATIONS } from './sqlite-schema.ts';

type Row = Record<string, string | number | null>;

/** How long another connection may hold the file before we give up, and how long we wait before asking again, in milliseconds. */
const BUSY_TIMEOUT = 5000;
const BUSY_WAIT = 10;
/** How many messages of one provider are kept apart. */
const MOST_ASIDE = 1000;

/** One row per field of a payment: its column, and how it is written and read where that is not as it is. */
const COLUMNS: readonly [field: keyof PaymentRecord, column: string, as?: 'json' | 'flag'][] = [
  ['paymentId', 'payment_id'],
  ['idHash', 'id_hash'],
  ['attempt', 'attempt'],
  ['provider', 'provider'],
  ['account', 'account'],
  ['country', 'country'],
  ['method', 'method'],
  ['status', 'status'],
  ['version', 'version'],
  ['amount', 'amount'],
  ['currency', 'currency'],
  ['reference', 'reference'],
  ['createdAt', 'created_at'],
  ['askedAt', 'asked_at'],
  ['expiresAt', 'expires_at'],
  ['late', 'late', 'flag'],
  ['refundedAmount', 'refunded_amount'],
  ['reason', 'reason'],
  ['review', 'review'],
  ['providerId', 'provider_id'],
  ['unknownSince', 'unknown_since'],
  ['shown', 'shown', 'json'],
  ['link', 'link', 'json'],
  ['keyHash', 'key_hash'],
  ['fingerprint', 'fingerprint'],
  ['salt', 'salt'],
];
const NAMES = COLUMNS.map(([, column]) => column);

/**
 * A store in one SQLite file, or in memory with `':memory:'`. It needs the optional peer `libsql` and nothing to start. Every
 * commit is on the disk before it is answered (WAL, `synchronous=FULL`); several processes of one machine may share the file.
 */
export function sqliteStore(path: string): Store {
  const db = new Database(path, { timeout: BUSY_TIMEOUT });
  db.exec('PRAGMA journal_mode = WAL');
  db.exec('PRAGMA synchronous = FULL');
  migrate(db);
  // From here on the wait for another connection is ours: SQLite's own would stand the whole process still.
  db.exec('PRAGMA busy_timeout = 0');
  const tx = transactionOn(db);
  const consented = db.prepare('SELECT 1 FROM consents WHERE customer = ? AND provider = ? AND version = ? LIMIT 1');
  const due = db.prepare('SELECT min(due_at) AS due FROM outbox WHERE done = 0');

  // One connection is one transaction at a time, so that they take turns.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };

  return {
    transaction: (work) =>
      inTurn(async () => {
        await begin(db);
        try {
          const result = await work(tx);
          db.exec('COMMIT');
          return result;
        } catch (error) {
          if (db.inTransaction) db.exec('ROLLBACK');
          throw error;
        }
      }),
    find: (by, value) => inTurn(() => tx.find(by, value)),
    hasConsent: ({ customer, provider, version }) => inTurn(async () => consented.get(customer, provider, version) !== undefined),
    nextDue: () => inTurn(async () => (due.get() as { due: number | null }).due ?? undefined),
    close: () => inTurn(async () => void db.close()),
  };
}

/** Takes the one writing place of the file; throws SQLITE_BUSY when another connection does not leave it. */
async function begin(db: Database.Database): Promise<void> {
  const until = performance.now() + BUSY_TIMEOUT;
  for (;;) {
    try {
      db.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'SQLITE_BUSY' || performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, BUSY_WAIT * Math.random()));
    }
  }
}

function migrate(db: Database.Database): void {
  const versionOf = () => (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
  if (versionOf() >= MIGRATIONS.length) return;
  db.exec('BEGIN IMMEDIATE');
  const version = versionOf();
  for (const migration of MIGRATIONS.slice(version)) db.exec(migration);
  db.exec(`PRAGMA user_version = ${Math.max(version, MIGRATIONS.length)}`);
  db.exec('COMMIT');
}

function transactionOn(db: Database.Database): StoreTransaction {
  const select = (column: string) => db.prepare(`SELECT * FROM payments WHERE ${column} = ?`);
  const by: Record<PaymentKey, ReturnType<typeof select>> = {
    paymentId: select('payment_id'),
    idHash: select('id_hash'),
    attempt: select('attempt'),
    keyHash: select('key_hash'),
  };
  const insert = db.prepare(
    `INSERT INTO payments (${NAMES.join(', ')}) VALUES (${NAMES.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`,
  );
  const update = db.prepare(`UPDATE payments SET ${NAMES.map((name) => `${name} = ?`).join(', ')} WHERE payment_id = ? AND version = ?`);
  const consent = db.prepare(
    'INSERT INTO consents (payment_id, provider, version, customer, claimed_at, accepted_at, address) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const overdue = db.prepare(
    `SELECT * FROM payments WHERE status = 'pending' AND review IS NULL AND expires_at < ? ORDER BY expires_at LIMIT ?`,
  );
  const open = db.prepare(
    `SELECT count(*) AS n FROM payments WHERE reference = ? AND (status = 'processing' OR (status = 'pending' AND expires_at >= ?))`,
  );
  const event = db.prepare('SELECT * FROM events WHERE provider = ? AND event_key = ?');
  const kept = (provider: string, key: string): EventRecord | undefined => {
    const row = event.get(provider, key) as Row | undefined;
    return row && toEvent(row);
  };
  const keep = db.prepare(
    'INSERT INTO events (provider, event_key, digest, attempt, payment_id, notice, received_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const orphans = db.prepare('SELECT * FROM events WHERE provider = ? AND attempt = ? AND payment_id IS NULL ORDER BY received_at, rowid');
  const adopt = db.prepare('UPDATE events SET payment_id = ? WHERE provider = ? AND event_key = ?');
  const setAside = db.prepare('INSERT INTO set_aside (provider, digest, body, received_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const thin = db.prepare(
    'DELETE FROM set_aside WHERE provider = ? AND rowid NOT IN (SELECT rowid FROM set_aside WHERE provider = ? ORDER BY received_at DESC, rowid DESC LIMIT ?)',
  );
  const forget = db.prepare('DELETE FROM set_aside WHERE received_at < ?');
  const enqueue = db.prepare('INSERT INTO outbox (key, topic, payment, due_at, tries) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const claimable = db.prepare('SELECT * FROM outbox WHERE done = 0 AND due_at <= ? ORDER BY due_at, rowid LIMIT ?');
  const claim = db.prepare('UPDATE outbox SET due_at = ?, tries = tries + 1 WHERE key = ?');
  const settle = db.prepare('UPDATE outbox SET done = 1 WHERE key = ?');
  const postpone = db.prepare('UPDATE outbox SET due_at = ? WHERE key = ?');

  return {
    find: async (key, value) => toPayment(by[key].get(value) as Row | undefined),
    insert: async (payment) => insert.run(...toRow(payment)).changes === 1,
    update: async (payment, fromVersion) => update.run(...toRow(payment), payment.paymentId, fromVersion).changes === 1,
    async consent({ paymentId, provider, version, customer, claimedAt, acceptedAt, address }) {
      consent.run(paymentId, provider, version, customer ?? null, claimedAt, acceptedAt, address ?? null);
    },
    countOpen: async (reference, expiringFrom) => Number((open.get(reference, expiringFrom) as Row)['n']),
    overdue: async (before, limit) => (overdue.all(before, limit) as Row[]).map((row) => toPayment(row)!),
    async keep({ provider, key, digest, paymentId, notice, receivedAt }) {
      const earlier = kept(provider, key);
      if (earlier) return earlier;
      keep.run(provider, key, digest, notice.attempt, paymentId ?? null, JSON.stringify(notice), receivedAt);
      return undefined;
    },
    kept: async (provider, key) => kept(provider, key),
    async adopt(provider, attempt, paymentId, key) {
      const events = (orphans.all(provider, attempt) as Row[]).map(toEvent).filter((one) => key === undefined || one.key === key);
      for (const one of events) adopt.run(paymentId, provider, one.key);
      return events.map((one) => ({ ...one, paymentId }));
    },
    async setAside({ provider, digest, body, receivedAt }) {
      if (setAside.run(provider, digest, body, receivedAt).changes) thin.run(provider, provider, MOST_ASIDE);
    },
    async forget(before) {
      forget.run(before);
    },
    async enqueue({ key, topic, payment, dueAt, tries }) {
      enqueue.run(key, topic, payment, dueAt, tries);
    },
    async claim(now, until, limit) {
      const rows = claimable.all(now, limit) as Row[];
      for (const { key } of rows) claim.run(until, key);
      return rows.map((row) => ({ ...toEntry(row), dueAt: until, tries: Number(row['tries']) + 1 }));
    },
    async settle(key) {
      settle.run(key);
    },
    async postpone(key, dueAt) {
      postpone.run(dueAt, key);
    },
  };
}

const toRow = (payment: PaymentRecord): (string | number | null)[] =>
  COLUMNS.map(([field, , as]) => {
    const value = payment[field];
    if (value === undefined) return null;
    return as === 'json' ? JSON.stringify(value) : as === 'flag' ? Number(value) : (value as string | number);
  });

function toPayment(row: Row | undefined): PaymentRecord | undefined {
  if (!row) return undefined;
  const fields: Record<string, unknown> = {};
  for (const [field, column, as] of COLUMNS) {
    const value = row[column];
    if (value === null || value === undefined) continue;
    fields[field] = as === 'json' ? JSON.parse(String(value)) : as === 'flag' ? value === 1 : value;
  }
  return fields as unknown as PaymentRecord;
}

const toEvent = (row: Row): EventRecord => ({
  provider: String(row['provider']),
  key: String(row['event_key']),
  digest: String(row['digest']),
  receivedAt: Number(row['received_at']),
  ...(row['payment_id'] !== null && { paymentId: String(row['payment_id']) }),
  notice: JSON.parse(String(row['notice'])) as EventRecord['notice'],
});

const toEntry = (row: Row): OutboxEntry => ({
  key: String(row['key']),
  topic: row['topic'] as OutboxEntry['topic'],
  payment: String(row['payment']),
  dueAt: Number(row['due_at']),
  tries: Number(row['tries']),
});
