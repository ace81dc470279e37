import { keepChange, tellChange } from './change.ts';
import type { Context } from './context.ts';
import type { Asked, Notice, Provider } from './provider.ts';
import { afterNotice, ended } from './record.ts';
import type { PaymentRecord } from './store.ts';

/** How long a provider is asked again after a payment should have been over, while it still says that it waits, in milliseconds. */
const LATER = 86_400_000;

/** How long its provider may be being asked for a payment, in milliseconds: until then nobody else asks, and nobody gives it up. */
export const ASKING = 30_000;

/** A payment as its provider is asked about it. */
export const askedOf = ({ attempt, amount, currency, account, providerId }: PaymentRecord, now: Date): Asked => ({
  attempt,
  amount,
  currency,
  account,
  providerId,
  now,
});

/** The stable word of an error, for the log. */
export const codeOf = (error: unknown): string =>
  String((error as { code?: unknown } | null)?.code ?? 'error').replace(/[^\w-]/g, '').slice(0, 40);

/** Whether it is known of a provider only by a query that a payment is over. */
export const keeps = (provider: Provider | undefined): boolean => provider?.keepsFor !== undefined;

/** The provider of a payment; undefined where the shop has it no more. */
export const providerOf = ({ providers }: Context, { provider }: PaymentRecord): Provider | undefined =>
  providers.find(({ name }) => name === provider);

/**
 * Asks the provider what became of a payment, and keeps what it says; the payment as it is then, undefined where there was no answer,
 * which changes nothing. `unknown` says what becomes of a payment that the provider does not know.
 */
export async function queryPayment(
  context: Context,
  asked: PaymentRecord,
  unknown: (record: PaymentRecord, now: number) => PaymentRecord = (record) => record,
): Promise<PaymentRecord | undefined> {
  const provider = providerOf(context, asked);
  const { paymentId, attempt } = asked;
  let notice: Notice | undefined;
  try {
    notice = await provider?.query?.(askedOf(asked, context.now()));
  } catch (error) {
    context.observe({ type: 'query-failed', provider: asked.provider, paymentId, attempt, code: codeOf(error) });
    return undefined;
  }
  const now = context.now().getTime();
  const [before, after] = await context.store.transaction(async (tx) => {
    const record = await tx.find('paymentId', paymentId);
    if (!record) throw new Error('the payment is gone');
    const next = notice ? known(afterNotice(record, notice), now) : unknown(record, now);
    await keepChange(tx, record, next, now);
    return [record, next] as const;
  });
  tellChange(context, before, after);
  return after;
}

/**
 * A payment that the provider knows: one that the shopper was never shown can be paid by nobody, and is given up once nobody asks
 * for it any more.
 */
function known(record: PaymentRecord, now: number): PaymentRecord {
  const { unknownSince, ...rest } = record;
  const next = unknownSince === undefined ? record : { ...rest, version: record.version + 1 };
  return next.shown || now - next.askedAt < ASKING ? next : ended(next, 'failed', 'unavailable');
}

/** Asks about a payment whose time is over: one that the provider does not know has expired, one that it waits for is asked about again a day later. */
export async function queryOverdue(context: Context, record: PaymentRecord): Promise<void> {
  const after = (await queryPayment(context, record, (current) => ended(current, 'expired'))) ?? record;
  const now = context.now().getTime();
  if (after.status !== 'pending' || after.review || after.expiresAt > now) return;
  const next = { ...after, expiresAt: now + LATER, version: after.version + 1 };
  await context.store.transaction((tx) => tx.update(next, after.version));
}
