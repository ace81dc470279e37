import { formatAmount } from '../formats/money.ts';
import { advance, type Payment } from '../formats/payment.ts';
import type { LinkMessage } from './link.ts';
import { mismatch, paidOf } from './mismatch.ts';
import { minorUnits } from './money.ts';
import type { Notice, ServerStatus } from './provider.ts';
import type { OutboxEntry, PaymentRecord, ReviewReason } from './store.ts';

/** A payment as the merchant's server sees it: no secret id, no payer data. */
export interface MerchantPayment {
  readonly paymentId: string;
  /** Besides the words of a payment: `review`, when what was paid is not what was asked. The shopper is told `processing`. */
  readonly status: ServerStatus | 'review';
  readonly method: string;
  readonly provider: string;
  /** The provider's account, where it has accounts. */
  readonly account?: string;
  /** Our reference at the provider. */
  readonly attempt: string;
  /** Decimal text in major units. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly reference?: string;
  readonly version: number;
  /** ISO 8601. */
  readonly createdAt: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly late?: true;
  readonly refundedAmount?: string;
  readonly reason?: string;
  /** What did not match; stays when the payment is paid after all. */
  readonly review?: ReviewReason;
  /** Of a payment link: the transaction at OKPAY, and what it says was sold. */
  readonly link?: LinkMessage;
}

const isPaid = (status: ServerStatus): boolean => status === 'paid' || status === 'refunded';

/** The server's own word for a payment. */
export const statusOf = ({ review, status }: PaymentRecord): ServerStatus | 'review' => (review && !isPaid(status) ? 'review' : status);

/** The word that the shopper is told: whoever has paid the wrong amount is not asked to pay again. */
export const toldStatus = (record: PaymentRecord): ServerStatus => {
  const status = statusOf(record);
  return status === 'review' ? 'processing' : status;
};

/** The payment as the merchant's handlers and `get` give it. */
export function toMerchant(record: PaymentRecord): MerchantPayment {
  const { paymentId, method, provider, account, attempt, amount, currency, reference, version, refundedAmount, reason, review, link } = record;
  return {
    paymentId,
    status: statusOf(record),
    method,
    provider,
    ...(account !== undefined && { account }),
    attempt,
    amount,
    currency,
    ...(reference !== undefined && { reference }),
    version,
    createdAt: new Date(record.createdAt).toISOString(),
    expiresAt: new Date(record.expiresAt).toISOString(),
    ...(record.late && { late: true as const }),
    ...(refundedAmount !== undefined && { refundedAmount }),
    ...(reason !== undefined && { reason }),
    ...(review !== undefined && { review }),
    ...(link?.said && { link: link.said }),
  };
}

/** What a genuine callback says of this payment; undefined where it was signed with the secret of another account than the payment's. */
export function noticeFor({ account }: PaymentRecord, notice: Notice): Notice | undefined {
  if (!notice.signers) return account === undefined ? notice : undefined;
  const signer = notice.signers.find((one) => one.account === account);
  return signer && { ...notice, payeeIsOurs: signer.isPayee };
}

/** The record after a genuine callback, or the same object when it changes nothing. */
export function afterNotice(record: PaymentRecord, notice: Notice): PaymentRecord {
  const after = judged(record, notice);
  // What is said of it later is of another transaction, or of the one that is known.
  return after === record || !notice.link || isPaid(record.status) ? after : { ...after, link: { ...after.link, said: notice.link } };
}

function judged(record: PaymentRecord, notice: Notice): PaymentRecord {
  const { status, reason } = notice;
  if (!status) return record;
  const why = reason !== undefined && { reason };
  if (!isPaid(status)) return moved(record, { status, ...why });
  const partly = status === 'refunded' && isPart(notice.refundedAmount, record);
  // What is given back of a payment that is paid may be reported as the amount; nothing else vouches for what was paid.
  const review = mismatch(record, partly && isPaid(record.status) ? { ...notice, amount: record.amount } : notice);
  if (review) return inReview(record, review);
  if (!partly) {
    const next = moved(record, { status, ...why });
    const isOpen = next !== record && record.link?.asked?.isOpen;
    return isOpen ? { ...next, amount: formatAmount(minorUnits(paidOf(record, notice), record.currency)!, record.currency) } : next;
  }
  const refundedAmount = higher(record, notice.refundedAmount!);
  if (isPaid(record.status)) return moved(record, { status: 'paid', refundedAmount, ...why });
  // Only a payment that was confirmed is delivered: until then someone has to look at what was given back.
  const next = inReview(record, 'amount');
  return refundedAmount === record.refundedAmount ? next : { ...next, refundedAmount, version: record.version + 1 };
}

/** The record as someone has to look at it; the first reason stays. */
const inReview = (record: PaymentRecord, review: ReviewReason): PaymentRecord =>
  record.review ? record : { ...record, review, version: record.version + 1 };

/** Of two reports of what has been given back the higher is the newer one, in whatever order they arrive. */
function higher({ refundedAmount, currency }: PaymentRecord, told: string): string {
  return refundedAmount !== undefined && minorUnits(refundedAmount, currency)! >= minorUnits(told, currency)! ? refundedAmount : told;
}

/** The record after its time has passed unpaid, or after the provider could not give it. */
export const ended = (record: PaymentRecord, status: 'expired' | 'failed', reason?: string): PaymentRecord =>
  record.review || (status === 'expired' && record.status !== 'pending') ? record : moved(record, { status, ...(reason && { reason }) });

/** What the merchant is told of a change, due at once. */
export function outboxOf(before: PaymentRecord, after: PaymentRecord, now: number): OutboxEntry[] {
  const entry = (topic: OutboxEntry['topic'], key: string): OutboxEntry => ({
    key: `${after.paymentId}:${key}`,
    topic,
    payment: JSON.stringify(toMerchant(after)),
    dueAt: now,
    tries: 0,
  });
  const entries: OutboxEntry[] = [];
  if (after.status === 'paid' && before.status !== 'paid') entries.push(entry('paid', 'paid'));
  if (after.review && !before.review) entries.push(entry('review', 'review'));
  if (statusOf(before) !== statusOf(after) || before.refundedAmount !== after.refundedAmount) {
    entries.push(entry('change', `change:${after.version}`));
  }
  return entries;
}

/** `advance` decides; the version counts only what has changed. */
function moved(record: PaymentRecord, news: Payment): PaymentRecord {
  const { status, version, late, refundedAmount } = record;
  const before: Payment = { status, version, late: late || undefined, refundedAmount };
  const after = advance(before, { ...news, version });
  if (after === before || (after.status === status && after.refundedAmount === refundedAmount)) return record;
  return {
    ...record,
    status: after.status as ServerStatus,
    version: version + 1,
    late: after.late ?? false,
    refundedAmount: after.status === 'refunded' ? record.amount : after.refundedAmount,
    // Why it failed is no news of a payment that has been paid since.
    reason: news.reason,
  };
}

function isPart(refunded: string | undefined, { amount, currency }: PaymentRecord): boolean {
  const part = minorUnits(refunded, currency);
  return part !== undefined && part > 0n && part < minorUnits(amount, currency)!;
}
