import type { Method } from '../formats/payment.ts';
import type { LinkMessage, LinkTerms } from './link.ts';
import type { Notice, ServerStatus, Shown } from './provider.ts';

/** A payment as it is kept. No payer data; times are milliseconds since 1970; amounts are decimal text in major units. */
export interface PaymentRecord {
  /** For the merchant and the outbox. */
  readonly paymentId: string;
  /** SHA-256 of the secret id that the page holds, hex. */
  readonly idHash: string;
  /** Our reference at the provider, never reused. */
  readonly attempt: string;
  readonly provider: string;
  /** The provider's account that it was given to, where the provider has accounts. */
  readonly account?: string;
  /** ISO 3166-1, where one was known. */
  readonly country?: string;
  readonly method: Method;
  readonly status: ServerStatus;
  /** Counts changes, from 1. */
  readonly version: number;
  readonly amount: string;
  readonly currency: string;
  readonly reference?: string;
  readonly createdAt: number;
  /** When the provider was last asked for this payment. */
  readonly askedAt: number;
  readonly expiresAt: number;
  readonly late: boolean;
  readonly refundedAmount?: string;
  readonly reason?: string;
  /** Why someone has to look at it: what was paid is not what was asked. */
  readonly review?: ReviewReason;
  /** The provider's own id of it, where its answer gave one. */
  readonly providerId?: string;
  /** Since when the provider has said that it does not know it, although it was asked for it. */
  readonly unknownSince?: number;
  /** What the shopper is shown; undefined until the provider has answered. */
  readonly shown?: Shown;
  /** Of a payment link: what the shop asked besides the amount, and what OKPAY's message said. */
  readonly link?: { readonly asked?: LinkTerms; readonly said?: LinkMessage };
  /** SHA-256 of the Idempotency-Key, hex. */
  readonly keyHash: string;
  /** HMAC of the create request under its Idempotency-Key, hex. */
  readonly fingerprint: string;
  /** Random, base64url; with the Idempotency-Key it gives the secret id again. */
  readonly salt: string;
}

/** What does not match between a callback and the payment. */
export type ReviewReason = 'amount' | 'currency' | 'payee' | 'items';

/** The columns by which one payment is found. */
export type PaymentKey = 'paymentId' | 'idHash' | 'attempt' | 'keyHash';

/** A genuine callback. */
export interface EventRecord {
  readonly provider: string;
  /** Unique per provider: made of the provider's event id, else of the digest, and of whether its word is known. */
  readonly key: string;
  /** SHA-256 of the raw body, hex. */
  readonly digest: string;
  readonly receivedAt: number;
  /** Undefined while no payment has its attempt. */
  readonly paymentId?: string;
  readonly notice: Notice;
}

/** A message that its provider does not call its own, for somebody to look at. It may name people. */
export interface SetAside {
  readonly provider: string;
  /** SHA-256 of the raw body, hex. */
  readonly digest: string;
  /** The raw body. */
  readonly body: string;
  readonly receivedAt: number;
}

/** That a shopper has accepted a provider's terms; times are milliseconds since 1970. */
export interface ConsentRecord {
  readonly paymentId: string;
  readonly provider: string;
  /** Of the terms. */
  readonly version: string;
  /** A hash of the merchant's id of the shopper; undefined where nobody is signed in. */
  readonly customer?: string;
  /** When the page says that they were accepted, and when this server heard of it. */
  readonly claimedAt: number;
  readonly acceptedAt: number;
  /** Where the request came from, as the merchant's server knows it. */
  readonly address?: string;
}

/** Something to tell the merchant, at least once. */
export interface OutboxEntry {
  /** The same at every delivery, unique for ever. */
  readonly key: string;
  readonly topic: 'paid' | 'review' | 'change' | 'payout';
  /** The payment, or the payout, as it was when this happened, as JSON. */
  readonly payment: string;
  readonly dueAt: number;
  /** How many times it has been handed out. */
  readonly tries: number;
}

/**
 * Where payments are kept. Everything is kept or nothing: when `transaction` resolves, its work is on the disk; when it
 * rejects, none of it is. Two transactions never see each other's half.
 */
export interface Store {
  /** Runs the work in one writing transaction. The work touches nothing but `tx`, and may be run again after a conflict. */
  transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /** One payment, outside a transaction. */
  find(by: PaymentKey, value: string): Promise<PaymentRecord | undefined>;
  /** Whether this customer has accepted this version of the provider's terms. */
  hasConsent(consent: Required<Pick<ConsentRecord, 'customer' | 'provider' | 'version'>>): Promise<boolean>;
  /** The earliest time at which an outbox entry is due; undefined when there is none. */
  nextDue(): Promise<number | undefined>;
  close(): Promise<void>;
}

/** What can be done in one transaction. */
export interface StoreTransaction {
  /** One payment, locked until the end of the transaction. */
  find(by: PaymentKey, value: string): Promise<PaymentRecord | undefined>;
  /** False, and nothing is kept, when one of its unique columns is taken. */
  insert(payment: PaymentRecord): Promise<boolean>;
  /** False, and nothing is kept, unless the kept version is `fromVersion`. */
  update(payment: PaymentRecord, fromVersion: number): Promise<boolean>;
  /** Keeps a consent; there is one per payment at most. */
  consent(consent: ConsentRecord): Promise<void>;
  /** How many payments with this reference may still be paid: pending ones that expire at this time or later, and processing ones. */
  countOpen(reference: string, expiringFrom: number): Promise<number>;
  /** Pending payments without a review that expired before this time, oldest first. */
  overdue(before: number, limit: number): Promise<PaymentRecord[]>;
  /** Keeps an event; gives the one kept earlier under the same provider and key instead, if any. */
  keep(event: EventRecord): Promise<EventRecord | undefined>;
  /** The event that was kept under this provider and key, if any. */
  kept(provider: string, key: string): Promise<EventRecord | undefined>;
  /** Events of this attempt that had no payment, oldest first, or the one with this key; from now on they belong to this one. */
  adopt(provider: string, attempt: string, paymentId: string, key?: string): Promise<EventRecord[]>;
  /** Keeps a message apart, once; of a provider's a thousand at most, the newest. */
  setAside(message: SetAside): Promise<void>;
  /** Forgets what was set aside before this time. */
  forget(before: number): Promise<void>;
  /** Adds an entry; one with the same key stays as it is. */
  enqueue(entry: OutboxEntry): Promise<void>;
  /** The entries due at `now`, at most `limit`, each one's due time set to `until` and its tries counted. */
  claim(now: number, until: number, limit: number): Promise<OutboxEntry[]>;
  /** The entry has been delivered. */
  settle(key: string): Promise<void>;
  /** The entry is due again later. */
  postpone(key: string, dueAt: number): Promise<void>;
}
