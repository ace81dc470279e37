/**
 * The tables, one text per version of the file (`user_version`); a text that has shipped is never edited. Amounts are decimal
 * text, times are milliseconds since 1970.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE payments (
    payment_id TEXT PRIMARY KEY,
    id_hash TEXT NOT NULL UNIQUE,
    attempt TEXT NOT NULL UNIQUE,
    provider TEXT NOT NULL,
    method TEXT NOT NULL,
    status TEXT NOT NULL,
    version INTEGER NOT NULL,
    amount TEXT NOT NULL,
    currency TEXT NOT NULL,
    reference TEXT,
    created_at INTEGER NOT NULL,
    asked_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    late INTEGER NOT NULL,
    refunded_amount TEXT,
    reason TEXT,
    review TEXT,
    shown TEXT,
    key_hash TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    salt TEXT NOT NULL
  ) STRICT;
  CREATE INDEX payments_pending ON payments (expires_at) WHERE status = 'pending' AND review IS NULL;
  CREATE INDEX payments_reference ON payments (reference) WHERE reference IS NOT NULL;

  CREATE TABLE events (
    provider TEXT NOT NULL,
    event_key TEXT NOT NULL,
    digest TEXT NOT NULL,
    attempt TEXT NOT NULL,
    payment_id TEXT,
    notice TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (provider, event_key)
  ) STRICT;
  CREATE INDEX events_orphaned ON events (provider, attempt) WHERE payment_id IS NULL;

  CREATE TABLE outbox (
    key TEXT PRIMARY KEY,
    topic TEXT NOT NULL,
    payment TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    done INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX outbox_due ON outbox (due_at) WHERE done = 0;
  `,
  `
  ALTER TABLE payments ADD COLUMN account TEXT;
  ALTER TABLE payments ADD COLUMN country TEXT;

  CREATE TABLE consents (
    payment_id TEXT PRIMARY KEY,
    provider TEXT NOT NULL,
    version TEXT NOT NULL,
    customer TEXT,
    claimed_at INTEGER NOT NULL,
    accepted_at INTEGER NOT NULL,
    address TEXT
  ) STRICT;
  CREATE INDEX consents_customer ON consents (customer, provider, version) WHERE customer IS NOT NULL;
  `,
  `
  ALTER TABLE payments ADD COLUMN provider_id TEXT;
  ALTER TABLE payments ADD COLUMN unknown_since INTEGER;
  `,
  `
  ALTER TABLE payments ADD COLUMN link TEXT;

  CREATE TABLE set_aside (
    provider TEXT NOT NULL,
    digest TEXT NOT NULL,
    body TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (provider, digest)
  ) STRICT;
  CREATE INDEX set_aside_received ON set_aside (received_at);
  `,
];
