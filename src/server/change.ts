import type { Context } from './context.ts';
import { afterNotice, noticeFor, outboxOf, statusOf } from './record.ts';
import type { EventRecord, PaymentRecord, StoreTransaction } from './store.ts';

/** Keeps a change of a payment with what the merchant is told of it; throws when another change came between. */
export async function keepChange(tx: StoreTransaction, before: PaymentRecord, after: PaymentRecord, now: number): Promise<void> {
  if (after === before) return;
  if (!(await tx.update(after, before.version))) throw new Error('the payment has changed meanwhile');
  for (const entry of outboxOf(before, after, now)) await tx.enqueue(entry);
}

/** Gives a payment the callbacks that came before it; the payment as it is then. */
export async function adoptEvents(tx: StoreTransaction, record: PaymentRecord, now: number): Promise<PaymentRecord> {
  const events: EventRecord[] = await tx.adopt(record.provider, record.attempt, record.paymentId);
  let current = record;
  for (const { notice } of events) {
    const heard = noticeFor(current, notice);
    if (!heard) continue;
    const next = afterNotice(current, heard);
    await keepChange(tx, current, next, now);
    current = next;
  }
  return current;
}

/** Says after the commit what has changed, sends it to the pages that listen, and wakes the outbox. */
export function tellChange(context: Pick<Context, 'observe' | 'push' | 'wake'>, before: PaymentRecord, after: PaymentRecord): void {
  if (after === before) return;
  const { paymentId, provider, attempt, review } = after;
  const status = statusOf(after);
  if (status !== statusOf(before)) {
    context.observe({ type: 'status-changed', provider, paymentId, attempt, status, ...(status === 'review' && { code: review }) });
  }
  context.push(after);
  context.wake();
}
