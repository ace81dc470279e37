import { valueAt } from '../body.ts';
import { sameAmount } from '../money.ts';
import type { Asked, Notice } from '../provider.ts';
import { ProviderError } from './ask.ts';
import { declinedAs, type CheckoutResponses } from './checkout-responses.ts';
import { eventWord, refundWord, statusWord, type CheckoutWord } from './checkout-statuses.ts';
import type { CheckoutEvent } from './checkout-webhook.ts';
import { asText, readAmount } from './notation.ts';

/** What a webhook says. One of something else than a payment of ours names no attempt that we know, and changes nothing. */
export function noticeOfEvent({ id, type, data }: CheckoutEvent, responses: CheckoutResponses): Notice {
  const word = eventWord(type);
  const refund = refundWord(type);
  return {
    attempt: asText(data['reference']) ?? '',
    ...(id && { eventId: id }),
    ...moneyOf(data, word, word === 'refunded'),
    ...(word === 'refunded' && { refundedAmount: minor(data, 'balances.total_refunded') }),
    status: statusOf(word, () => declinedAs(data, responses)),
    ...(refund && { refund }),
    payeeIsOurs: true,
  };
}

/**
 * What the details of a payment say. Throws a ProviderError where they are another payment's, or say that a part was given back and not
 * how much.
 */
export function noticeOfDetails(details: Readonly<Record<string, unknown>>, asked: Asked, responses: CheckoutResponses): Notice {
  const { attempt, providerId } = asked;
  if (details['id'] !== providerId || details['reference'] !== attempt) throw new ProviderError('another-payment');
  const word = statusWord(details['status']);
  const isPart = details['status'] === 'Partially Refunded';
  const refundedAmount = isPart ? minor(details, 'balances.total_refunded') : undefined;
  if (isPart && refundedAmount === undefined) throw new ProviderError('bad-answer');
  const actions: unknown[] = Array.isArray(details['actions']) ? details['actions'] : [];
  const declined = () => {
    const words = [details, ...actions].map((said) => declinedAs(said, responses));
    return words.find((one) => one !== 'failed') ?? 'failed';
  };
  return {
    attempt,
    ...moneyOf(details, word, true),
    ...(refundedAmount !== undefined && { refundedAmount }),
    status: statusOf(word, declined),
    payeeIsOurs: true,
  };
}

/**
 * Whether the details have to say how much was given back: a webhook carries the amount of its own refund, and not all of them the
 * balances besides, so that two parts could not be told from one.
 */
export const needsDetails = ({ status, amount, refundedAmount }: Notice, asked: Asked | undefined): boolean =>
  status === 'refunded' && refundedAmount === undefined && !(asked && sameAmount(amount, asked.amount, asked.currency));

/** An amount that nobody can read is not what was asked: that is what has a payment looked at. */
const statusOf = (word: CheckoutWord | undefined, declined: () => Notice['status']): Notice['status'] =>
  word === 'review' ? 'paid' : word === 'declined' ? declined() : word;

/** What was taken. Where `amount` is another's, what was asked or what a refund gives back, the balances say it, if there are any. */
function moneyOf(said: Readonly<Record<string, unknown>>, word: CheckoutWord | undefined, isOther: boolean): Pick<Notice, 'amount' | 'currency'> {
  const currency = asText(said['currency']);
  const path = isOther && valueAt(said, 'balances.total_captured') !== undefined ? 'balances.total_captured' : 'amount';
  const amount = word === 'review' ? undefined : minor(said, path);
  return { ...(amount !== undefined && { amount }), ...(currency !== undefined && { currency }) };
}

/** Minor units at a path as decimal text in major units. */
const minor = (said: Readonly<Record<string, unknown>>, path: string): string | undefined =>
  readAmount('minor-number', valueAt(said, path), asText(said['currency']));
