import type { PaymentAnswer, StatusAnswer } from '../formats/contract.ts';
import { json } from './answers.ts';
import { keepChange, tellChange } from './change.ts';
import type { Context } from './context.ts';
import { sha256 } from './ids.ts';
import { keeps, providerOf, queryOverdue, queryPayment } from './query.ts';
import { ended, toldStatus } from './record.ts';
import { Rejection } from './rejection.ts';
import type { PaymentRecord } from './store.ts';

/** How long after `expiresAt` a payment still waits for the callback of one who paid in the last second, in milliseconds. */
export const EXPIRY_GRACE = 5000;

/** How long a message is kept apart for somebody to look at, in milliseconds: 30 days. */
const KEPT_APART = 30 * 86_400_000;

/** How often a page should ask, by the age of the payment in milliseconds. */
const PACE: readonly [until: number, pollAfterMs: number][] = [
  [60_000, 2000],
  [180_000, 5000],
  [Infinity, 16_000],
];

/** `GET /payments/:id`: the status fields; with `?full` the whole payment. Throws a Rejection `not-found`. */
export async function answerStatus(context: Context, id: string, full: boolean): Promise<Response> {
  const record = await lookUp(context, sha256(id));
  if (!record) throw new Rejection('not-found');
  return json(200, full ? fullAnswer(context, record, id) : statusAnswer(record, context.now()));
}

/**
 * The payment whose secret id has this SHA-256, expired where its time has passed. Whatever the id looks like it is looked up,
 * so that time tells nothing of what one looks like.
 */
export async function lookUp(context: Context, idHash: string): Promise<PaymentRecord | undefined> {
  const record = await context.store.find('idHash', idHash);
  return record && isOverdue(record, context.now()) && !keeps(providerOf(context, record)) ? expire(context, record) : record;
}

/** Whether the page has no reason to ask again: it knows that it was paid, and what is given back one day is not worth waiting for. */
export const isSettled = (record: PaymentRecord): boolean => ['paid', 'refunded'].includes(toldStatus(record));

/** Whether the time to pay has passed without a word from the provider. */
const isOverdue = ({ status, review, expiresAt }: PaymentRecord, now: Date): boolean =>
  status === 'pending' && !review && expiresAt + EXPIRY_GRACE < now.getTime();

/**
 * Keeps that the payment has expired, unless something better has come between, or is known to a provider that can be asked: who has
 * just paid is not asked to pay again. The payment as it is then.
 */
async function expire(context: Context, asked: PaymentRecord): Promise<PaymentRecord> {
  const { paymentId } = asked;
  if (isAsked(context, asked)) await queryPayment(context, asked);
  const now = context.now();
  const [before, after] = await context.store.transaction(async (tx) => {
    const record = await tx.find('paymentId', paymentId);
    if (!record) throw new Rejection('not-found');
    const next = isOverdue(record, now) ? ended(record, 'expired') : record;
    await keepChange(tx, record, next, now.getTime());
    return [record, next] as const;
  });
  tellChange(context, before, after);
  return after;
}

/** Whether the provider of a payment can say what became of it. */
const isAsked = (context: Context, record: PaymentRecord): boolean => providerOf(context, record)?.query !== undefined;

/** Expires what nobody asks about any more, so that the merchant hears of it; and forgets what was kept apart long enough. */
export async function expireOverdue(context: Context): Promise<void> {
  const now = context.now();
  const { changes, asked } = await context.store.transaction(async (tx) => {
    const records = await tx.overdue(now.getTime() - EXPIRY_GRACE, 100);
    const pairs = records.filter((record) => !isAsked(context, record)).map((record) => [record, ended(record, 'expired')] as const);
    for (const [before, after] of pairs) await keepChange(tx, before, after, now.getTime());
    await tx.forget(now.getTime() - KEPT_APART);
    return { changes: pairs, asked: records.filter((record) => isAsked(context, record)) };
  });
  for (const [before, after] of changes) tellChange(context, before, after);
  // Together, because a provider that hangs would keep the merchant waiting for each of them.
  await Promise.all(asked.map((record) => (keeps(providerOf(context, record)) ? queryOverdue(context, record) : expire(context, record))));
}

/** What a page is told of a payment, by a status answer and by an event. */
export function statusAnswer(record: PaymentRecord, now: Date): StatusAnswer {
  const status = toldStatus(record);
  const age = now.getTime() - record.createdAt;
  return {
    status,
    version: record.version,
    serverTime: now.toISOString(),
    expiresAt: new Date(record.expiresAt).toISOString(),
    ...(!isSettled(record) && { pollAfterMs: PACE.find(([until]) => age < until)?.[1] }),
    ...(record.late && { late: true }),
    ...(record.refundedAmount !== undefined && { refundedAmount: record.refundedAmount }),
  };
}

/** The whole payment, for create and `?full`. Nothing of the payer is in it, because nothing of the payer is kept. */
export function fullAnswer(context: Context, record: PaymentRecord, id: string): PaymentAnswer {
  const { method, amount, currency, reference, reason, shown } = record;
  return {
    id,
    method,
    ...statusAnswer(record, context.now()),
    amount,
    currency,
    ...(reference !== undefined && { reference }),
    statusUrl: `${context.prefix}/payments/${id}`,
    eventsUrl: `${context.prefix}/payments/${id}/events`,
    ...(reason !== undefined && { reason }),
    ...shown,
  };
}
