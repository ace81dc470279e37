import { Problem } from './problem.ts';

/** Every word an element's `status` can be, in the order of a payment's life. */
export const STATUSES = [
  'idle',
  'creating',
  'pending',
  'processing',
  'failed',
  'expired',
  'canceled',
  'paid',
  'refunded',
] as const;

/** A word of {@link STATUSES}. Only `paid` is success. */
export type Status = (typeof STATUSES)[number];

/** How a payment is paid; also the name of the object in the payment's JSON that holds what the shopper is shown. */
export type Method = 'pix' | 'oktoCash' | 'oktoWallet' | 'octopus' | 'okpayLink' | 'okpayCollect';

/** Where news of a payment came from. */
export type Source = 'page' | 'create' | 'poll' | 'push' | 'tab' | 'resume' | 'clock';

/** One attempt to pay one order by one method, as last known. Amounts are decimal text in major units, such as `"12.90"`. */
export interface Payment {
  readonly status: Status;
  /** Opaque and secret: whoever has it may read the status. */
  readonly id?: string;
  readonly method?: Method;
  /** Counts the server's changes; a higher one updates the fields of the same status. */
  readonly version?: number;
  readonly amount?: string;
  /** ISO 4217. */
  readonly currency?: string;
  /** The order number that the shopper knows. */
  readonly reference?: string;
  /** ISO 8601 with offset. */
  readonly expiresAt?: string;
  /** The server's clock when it answered, ISO 8601 with offset. */
  readonly serverTime?: string;
  readonly statusUrl?: string;
  readonly eventsUrl?: string;
  /** Milliseconds until the server wants to be asked again. */
  readonly pollAfterMs?: number;
  /** A sentence for the shopper. */
  readonly message?: string;
  /** It was paid after it had failed, expired or been canceled. */
  readonly late?: boolean;
  /** The part given back so far. */
  readonly refundedAmount?: string;
  /** Why it was refunded or refused. */
  readonly reason?: string;
  /** `code`: the BR Code text ("copia e cola"). */
  readonly pix?: { readonly code: string };
}

/** What arrived about a payment: its status and whichever other fields came with it. */
export type News = Payment;

/** The names of the events that a change of state may send. */
export type StatusEventName =
  | 'payment-status'
  | 'payment-paid'
  | 'payment-failed'
  | 'payment-expired'
  | 'payment-canceled'
  | 'payment-refunded';

/** One row per status word: its rank, below which nothing falls back, and the event it sends besides `payment-status`. */
const LIFE: Record<Status, { rank: number; event?: StatusEventName }> = {
  idle: { rank: -2 },
  creating: { rank: -1 },
  pending: { rank: 0 },
  processing: { rank: 1 },
  failed: { rank: 2, event: 'payment-failed' },
  expired: { rank: 2, event: 'payment-expired' },
  canceled: { rank: 2, event: 'payment-canceled' },
  paid: { rank: 3, event: 'payment-paid' },
  refunded: { rank: 4, event: 'payment-refunded' },
};

/** Whether a status ends the payment. A late `paid` may still follow `failed`, `expired` and `canceled`. */
export const isFinal = (status: Status): boolean => LIFE[status].rank > 1;

/**
 * The payment after the news, or the same object when the news changes nothing: a lower rank is dropped whatever its
 * version; at equal rank the first word stays and only a newer version updates the other fields; `paid` after another end is `late`.
 */
export function advance(state: Payment, news: News): Payment {
  const step = LIFE[news.status].rank - LIFE[state.status].rank;
  if (step < 0) return state;
  if (step === 0 && (news.version ?? 0) < (state.version ?? 0)) return state;
  const next: Payment = { ...state, ...known(news) };
  const merged: Payment = {
    ...next,
    status: step ? news.status : state.status,
    ...(Math.max(state.version ?? 0, news.version ?? 0) && { version: Math.max(state.version ?? 0, news.version ?? 0) }),
    ...((state.late || news.late || (step && LIFE[state.status].rank === 2 && news.status === 'paid')) && { late: true }),
  };
  return sameFields(state, merged) ? state : merged;
}

/** The events that tell of a change from one state to the next, in the order in which they are sent; none without a new status. */
export function eventsBetween(before: Payment, after: Payment): StatusEventName[] {
  if (before.status === after.status) return [];
  const { event } = LIFE[after.status];
  return event ? ['payment-status', event] : ['payment-status'];
}

/** The news in a status or create answer (DESIGN "The payment as JSON"); throws a `bad-response` Problem that names the field. */
export function readPayment(json: unknown): News {
  const answer = Object(json) as Record<string, unknown>;
  const wrong = FIELDS.find(([name, fits]) => answer[name] !== undefined && answer[name] !== null && !fits(answer[name]));
  const field = isServerStatus(answer['status']) ? wrong?.[0] : 'status';
  if (field) {
    throw new Problem('bad-response', `The answer's "${field}" is ${JSON.stringify(answer[field])}, which no payment has.`, { field });
  }
  return known(answer as unknown as News);
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isFinite(value) && (value as number) >= 0;
const isDate = (value: unknown): boolean => isText(value) && !Number.isNaN(Date.parse(value as string));
const isServerStatus = (value: unknown): boolean => isText(value) && Object.hasOwn(LIFE, value as string) && LIFE[value as Status].rank >= 0;

/** What each field of an answer must be; the same contract as the zod schema of `contract.ts`, which a test holds equal. */
const FIELDS: readonly [name: keyof Payment, fits: (value: unknown) => boolean][] = [
  ['id', isText],
  ['method', isText],
  ['version', isCount],
  ['amount', isText],
  ['currency', isText],
  ['reference', isText],
  ['expiresAt', isDate],
  ['serverTime', isDate],
  ['statusUrl', isText],
  ['eventsUrl', isText],
  ['pollAfterMs', isCount],
  ['message', isText],
  ['late', (value) => typeof value === 'boolean'],
  ['refundedAmount', isText],
  ['reason', isText],
  ['pix', (value) => isText((value as { code?: unknown }).code)],
];

/** Only the fields that we know and that say something: `null` and absent are the same. */
function known(news: News): News {
  const fields: Record<string, unknown> = { status: news.status };
  for (const [name] of FIELDS) if (news[name] !== undefined && news[name] !== null) fields[name] = news[name];
  return fields as unknown as News;
}

const sameFields = (a: Payment, b: Payment): boolean => a.status === b.status && FIELDS.every(([name]) => a[name] === b[name]);
