import { formatAmount } from '../formats/money.ts';
import type { Context } from './context.ts';
import { sha256 } from './ids.ts';
import { minorUnits } from './money.ts';
import { ProviderError } from './providers/ask.ts';
import { askedOf, codeOf, providerOf } from './query.ts';

/** Why money is not given back. */
export type RefundErrorCode = 'not-found' | 'not-paid' | 'no-refunds' | 'bad-amount';

const MESSAGES: Record<RefundErrorCode, string> = {
  'not-found': 'there is no such payment',
  'not-paid': 'the payment is not paid, or all of it has been given back',
  'no-refunds': 'its provider gives nothing back; do it by hand',
  'bad-amount': 'the amount is no decimal text in the currency, zero, more than is left of the payment, or none that its provider gives back',
};

/** A refund that cannot be asked for: a stable `code`. */
export class RefundError extends Error {
  override readonly name = 'RefundError';
  readonly code: RefundErrorCode;

  constructor(code: RefundErrorCode) {
    super(`refund: ${MESSAGES[code]}`);
    this.code = code;
  }
}

/**
 * Asks the provider to give back a payment, or `amount` of it, decimal text in major units. Throws a RefundError, or a ProviderError:
 * ask again then. `name` is the merchant's own for this refund: under one name it is given back once. Without a name, the same amount
 * of the same rest is the same refund. What was given back is told by the provider's callback.
 */
export async function refundPayment(context: Context, paymentId: string, amount?: string, name?: string): Promise<void> {
  const record = await context.store.find('paymentId', paymentId);
  if (!record) throw new RefundError('not-found');
  const { currency, refundedAmount, attempt } = record;
  if (record.status !== 'paid') throw new RefundError('not-paid');
  const provider = providerOf(context, record);
  if (!provider?.refund) throw new RefundError('no-refunds');
  const gone = minorUnits(refundedAmount, currency) ?? 0n;
  const left = minorUnits(record.amount, currency)! - gone;
  const back = amount === undefined ? left : minorUnits(amount, currency);
  if (back === undefined || back <= 0n || back > left) throw new RefundError('bad-amount');
  // Once a refund has been told, the rest is another: only a name tells then that it is sent again after its answer was lost.
  const key = sha256(name === undefined ? `${paymentId}:${gone}:${back}` : `${paymentId}:${back}:name:${name}`);
  const about = { provider: provider.name, paymentId, attempt };
  try {
    await provider.refund({ ...askedOf(record, context.now()), back: formatAmount(back, currency), key });
  } catch (error) {
    if (error instanceof RefundError) throw error;
    context.observe({ type: 'provider-failed', ...about, code: codeOf(error) });
    throw error instanceof ProviderError ? error : new ProviderError('error');
  }
  context.observe({ type: 'refund-asked', ...about });
}
