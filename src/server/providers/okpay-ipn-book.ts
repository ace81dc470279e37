import { formatAmount } from '../../formats/money.ts';
import type { Terms } from '../context.ts';
import { newSalt, sha256, type Ids } from '../ids.ts';
import { keepChange } from '../change.ts';
import { minorUnits } from '../money.ts';
import type { Notice } from '../provider.ts';
import { afterNotice } from '../record.ts';
import { Rejection } from '../rejection.ts';
import type { EventRecord, PaymentRecord, StoreTransaction } from '../store.ts';
import { attemptOf, type IpnMessage } from './okpay-ipn-message.ts';

/** The provider's name wherever something of it is kept. */
export const OKPAY_IPN = 'okpay-ipn';

/** What is known of a message before it counts. */
export type Look =
  | { readonly type: 'conflict' | 'duplicate' }
  | { readonly type: 'new'; readonly record: PaymentRecord | undefined; readonly earlier: EventRecord | undefined };

/** What became of a message. */
export type Booking =
  | { readonly type: 'conflict' | 'duplicate' | 'unmatched' }
  | { readonly type: 'matched'; readonly before: PaymentRecord; readonly after: PaymentRecord; readonly isNew: boolean };

/** Looks for the message, and for the payment that it is of. One that was kept without a payment is looked at again. */
export async function look(tx: StoreTransaction, message: IpnMessage): Promise<Look> {
  const earlier = await tx.kept(OKPAY_IPN, message.key);
  if (earlier && earlier.digest !== message.digest) return { type: 'conflict' };
  if (earlier && (earlier.paymentId !== undefined || !message.counts)) return { type: 'duplicate' };
  return { type: 'new', record: message.counts ? await find(tx, message) : undefined, earlier };
}

/**
 * Keeps a message with what it changes, in one transaction; `terms` are the shop's where there is no payment yet. Throws a Rejection
 * `busy` when another change came between.
 */
export async function book(tx: StoreTransaction, message: IpnMessage, { terms, now, ids }: { readonly terms: Terms | undefined; readonly now: number; readonly ids: Ids }): Promise<Booking> {
  const seen = await look(tx, message);
  if (seen.type !== 'new') return seen;
  const { key, digest, notice, txnId } = message;
  const before = seen.record ?? (terms && (await begin(tx, message, { terms, now, ids })));
  const paymentId = before?.paymentId;
  if (!seen.earlier) await tx.keep({ provider: OKPAY_IPN, key, digest, receivedAt: now, paymentId, notice });
  if (!before || paymentId === undefined) return { type: seen.earlier ? 'duplicate' : 'unmatched' };
  if (seen.earlier) await tx.adopt(OKPAY_IPN, seen.earlier.notice.attempt, paymentId, key);
  let after = before;
  if (notice.status !== 'refunded') {
    await tx.keep({ provider: OKPAY_IPN, key: linkKey(txnId), digest: '', receivedAt: now, paymentId, notice: { attempt: attemptOf(txnId), payeeIsOurs: true } });
    // What was reversed before it was heard of is not delivered.
    for (const event of await tx.adopt(OKPAY_IPN, attemptOf(txnId), paymentId)) after = heard(after, event.notice);
  }
  after = heard(after, notice);
  await keepChange(tx, before, after, now);
  return { type: 'matched', before, after, isNew: !seen.record };
}

/** The key under which it is kept which payment a transaction is of. */
const linkKey = (txnId: string): string => `txn:${txnId}`;

/** The payment that a message is of: by the transaction, else by the invoice that we gave. */
async function find(tx: StoreTransaction, { txnId, invoice, notice }: IpnMessage): Promise<PaymentRecord | undefined> {
  const link = await tx.kept(OKPAY_IPN, linkKey(txnId));
  const record = link?.paymentId === undefined ? await invoiced(tx, invoice) : await tx.find('paymentId', link.paymentId);
  if (!record) return undefined;
  // Who has paid twice gets one back: what was delivered stays paid.
  const of = record.link?.said?.txnId ?? txnId;
  return notice.status === 'refunded' && of !== txnId ? undefined : record;
}

/** The payment whose invoice we have given; a buyer may write any. */
export async function invoiced(store: Pick<StoreTransaction, 'find'>, invoice: string): Promise<PaymentRecord | undefined> {
  const record = invoice ? await store.find('attempt', invoice) : undefined;
  return record?.provider === OKPAY_IPN && record.shown?.okpayLink?.invoice === invoice ? record : undefined;
}

/** A payment that no page has asked for, of a transaction of its own. */
async function begin(tx: StoreTransaction, { txnId, invoice }: IpnMessage, { terms, now, ids }: { readonly terms: Terms; readonly now: number; readonly ids: Ids }): Promise<PaymentRecord> {
  const { amount, currency, reference, country, link } = terms;
  const record: PaymentRecord = {
    paymentId: ids.paymentId(),
    // Nobody holds its secret id, and no request its key.
    idHash: sha256(newSalt()),
    keyHash: sha256(newSalt()),
    fingerprint: '',
    salt: '',
    attempt: attemptOf(txnId),
    provider: OKPAY_IPN,
    ...(country !== undefined && { country }),
    method: 'okpayLink',
    status: 'pending',
    version: 1,
    amount,
    currency,
    ...(reference !== undefined && { reference }),
    createdAt: now,
    askedAt: now,
    expiresAt: now,
    late: false,
    ...(link && { link: { asked: link } }),
    shown: { okpayLink: { invoice } },
  };
  if (!(await tx.insert(record))) throw new Rejection('busy');
  return record;
}

const heard = (record: PaymentRecord, notice: Notice): PaymentRecord => afterNotice(record, notice.status === 'refunded' ? reversal(record, notice) : notice);

/** A reversal says what it gives back itself: with what was given back before it is all that was paid, or a part. */
function reversal(record: PaymentRecord, notice: Notice): Notice {
  const { amount, currency, link, refundedAmount } = record;
  const minor = (text: string | undefined) => minorUnits(text, currency) ?? 0n;
  const back = minor(notice.amount);
  if (!back) return notice;
  const sum = minor(refundedAmount) + back;
  const whole = minor(link?.said?.gross ?? amount);
  const all = sum <= whole ? amount : formatAmount(sum, currency);
  return { ...notice, amount: all, net: all, ...(sum < whole && { refundedAmount: formatAmount(sum, currency) }) };
}
