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
 * The payment after the news, or the same object when the news changes nothing: a lower rank is dropped whatever its version;
 * at equal rank the first word stays, and the other fields are updated unless the news is of an older version; `paid` after
 * another end is `late`.
 */
export function advance(state: Payment, news: News): Payment {
  const { rank } = LIFE[state.status];
  const step = LIFE[news.status].rank - rank;
  const [version = 0, newsVersion = 0] = [state.version, news.version];
  if (step < 0 || (!step && newsVersion < version)) return state;
  const next: Payment = {
    ...state,
    ...news,
    status: step ? news.status : state.status,
    version: Math.max(version, newsVersion),
    late: state.late || news.late || (rank === 2 && news.status === 'paid'),
  };
  return (Object.keys(next) as (keyof Payment)[]).some((name) => next[name] !== (state[name] ?? DEFAULTS[name])) ? next : state;
}

/** What a field that was never told counts as, so that hearing its default is no change. */
const DEFAULTS: Partial<Payment> = { version: 0, late: false };

/** The events that tell of a change from one state to the next, in the order in which they are sent; none without a new status. */
export function eventsBetween(before: Payment, after: Payment): StatusEventName[] {
  if (before.status === after.status) return [];
  const { event } = LIFE[after.status];
  return event ? ['payment-status', event] : ['payment-status'];
}
