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

/** What a field must be, and the words for it. */
type Rule = readonly [fits: (value: unknown) => boolean, words: string];
const TEXT: Rule = [isText, 'text'];
const COUNT: Rule = [isCount, 'a number, zero or more'];
const TIME: Rule = [isInstant, 'ISO 8601 with offset, such as "2026-11-21T12:00:00Z"'];
const AMOUNT: Rule = [isAmount, 'decimal text, such as "12.90"'];
const STATUS: Rule = [(value) => SERVER_WORDS.includes(value), `one of ${SERVER_WORDS.join(', ')}`];

/** An object of texts: those that must be there, and one that may be. */
function texts(must: readonly string[], may = ''): Rule {
  const fits = (value: unknown): boolean => {
    const object = value as Record<string, unknown>;
    return must.every((name) => isText(object[name])) && (object[may] === undefined || isText(object[may]));
  };
  return [fits, `{ ${must.map((name) => `"${name}": text`).join(', ')} }`];
}

/** What each field of a status answer must be, and of a payment besides; the same contract as the zod schema of `contract.ts`, which a test holds equal. */
type Fields = Partial<Record<keyof News, Rule>>;
const STATUS_FIELDS: Fields = {
  version: [(value) => isText(value) || isCount(value), 'a number, zero or more, or text'],
  expiresAt: TIME,
  serverTime: TIME,
  pollAfterMs: COUNT,
  message: TEXT,
  late: [(value) => typeof value === 'boolean', 'true or false'],
  refundedAmount: AMOUNT,
  reason: TEXT,
};
const PAYMENT_FIELDS: Fields = {
  ...STATUS_FIELDS,
  id: TEXT,
  method: TEXT,
  amount: AMOUNT,
  currency: TEXT,
  reference: TEXT,
  statusUrl: TEXT,
  eventsUrl: TEXT,
  pix: texts(['code']),
  oktoCash: texts(['packageId', 'paymentCode'], 'gs1Pattern'),
  oktoWallet: texts(['code'], 'appUrl'),
  octopus: texts(['token', 'octopusUri', 'landingUrl']),
  okpayLink: texts(['invoice']),
  okpayCollect: texts(['url'], 'upi'),
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

/** The fields of a payment that are not what they must be, each with its value and the words for what it must be; the status is not looked at. */
export function wrongFields(payment: object): [field: string, value: unknown, words: string][] {
  return Object.entries(PAYMENT_FIELDS).flatMap(([field, [fits, words]]) => {
    const value = (payment as Record<string, unknown>)[field] ?? undefined;
    return value === undefined || fits(value) ? [] : [[field, value, words]];
  });
}

function read(json: unknown, fields: Fields): News {
  const answer = Object(json) as Record<string, unknown>;
  const news: Record<string, unknown> = {};
  for (const [field, [fits, words]] of Object.entries({ status: STATUS, ...fields })) {
    const value = answer[field] ?? undefined;
    if (value === undefined && field !== 'status') continue;
    if (!fits(value)) throw badResponse(field, value, words);
    news[field] = value;
  }
  return news as unknown as News;
}

/** A value in a few words, at most 80 characters of it: `parseStatus` may give what JSON could not. */
export function inWords(value: unknown): string {
  if (typeof value === 'object') return value ? 'an object' : 'null';
  return value === undefined ? 'nothing' : isText(value) ? `"${(value as string).slice(0, 80)}"` : String(value).slice(0, 80);
}

function badResponse(field: string, value: unknown, words: string): Problem {
  return new Problem('bad-response', `The server's answer has ${inWords(value)} as "${field}": it must be ${words}.`, { field });
}
