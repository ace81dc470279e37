import { STATUSES, type News } from './payment.ts';
import { Problem } from './problem.ts';

/** A server answers any word but `idle` and `creating`, which only an element can be. */
const SERVER_WORDS: readonly unknown[] = STATUSES.filter((word) => word !== 'idle' && word !== 'creating');

const isText = (value: unknown): boolean => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isFinite(value) && (value as number) >= 0;

/** Whether a text is a moment: ISO 8601 with seconds or without, and with the offset that makes it one everywhere. */
export const isInstant = (value: unknown): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(String(value)) && isText(value) && !Number.isNaN(Date.parse(value as string));

/** Whether a text is an amount: decimal, in major units. */
export const isAmount = (value: unknown): boolean => isText(value) && /^\d{1,15}(\.\d{1,4})?$/.test(value as string);


/** What each field of a status answer must be, and of a payment besides; the same contract as the zod schema of `contract.ts`, which a test holds equal. */
type Fields = Partial<Record<keyof News, (value: unknown) => boolean>>;
const STATUS_FIELDS: Fields = {
  version: isCount,
  expiresAt: isInstant,
  serverTime: isInstant,
  pollAfterMs: isCount,
  message: isText,
  late: (value) => typeof value === 'boolean',
  refundedAmount: isAmount,
  reason: isText,
};
const PAYMENT_FIELDS: Fields = {
  ...STATUS_FIELDS,
  id: isText,
  method: isText,
  amount: isAmount,
  currency: isText,
  reference: isText,
  statusUrl: isText,
  eventsUrl: isText,
  pix: (value) => isText((value as { code?: unknown }).code),
};

/**
 * The payment in a create answer, with the fields that a payment has and no others; `null` and absent are the same. Throws a
 * `bad-response` Problem that names the field.
 */
export const readPayment = (json: unknown): News => read(json, PAYMENT_FIELDS);

/**
 * The news in a status answer. What was settled when the payment began (amount, reference, code, addresses) is not moved by it:
 * such fields are passed over. Throws as {@link readPayment}.
 */
export const readStatus = (json: unknown): News => read(json, STATUS_FIELDS);

function read(json: unknown, fields: Fields): News {
  const answer = Object(json) as Record<string, unknown>;
  const news: Record<string, unknown> = { status: answer['status'] };
  if (!SERVER_WORDS.includes(news['status'])) throw badResponse('status', news['status']);
  for (const [field, fits] of Object.entries(fields)) {
    const value = answer[field] ?? undefined;
    if (value === undefined) continue;
    if (!fits(value)) throw badResponse(field, value);
    news[field] = value;
  }
  return news as unknown as News;
}

function badResponse(field: string, value: unknown): Problem {
  // `parseStatus` may give what JSON could not, so nothing but text is put into words.
  const what = isText(value) ? `"${(value as string).slice(0, 80)}"` : `a ${typeof value}`;
  return new Problem('bad-response', `The server's answer has ${what} as "${field}", which no payment has.`, { field });
}
