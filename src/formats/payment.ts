/** The rank of each word, below which nothing falls back, in the order of a payment's life. From 2 on it is the payment's end. */
const RANKS = { idle: -2, creating: -1, pending: 0, processing: 1, failed: 2, expired: 2, canceled: 2, paid: 3, refunded: 4 };

/** A word that an element's `status` can be. Only `paid` is success. */
export type Status = keyof typeof RANKS;

/** Every {@link Status}, in the order of a payment's life. */
export const STATUSES = Object.keys(RANKS) as Status[];

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
  /**
   * Counts the server's changes; a higher one updates the fields of the same status. A number, or text of digits, which may be longer
   * than a number is exact; other text counts as none.
   */
  readonly version?: number | string;
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
  /** What the barcode is made of: the pattern filled in with package id and payment code. */
  readonly oktoCash?: { readonly packageId: string; readonly paymentCode: string; readonly gs1Pattern?: string };
  /** `code`: the text of the QR code; `appUrl`: opens the same in the OKTO app. */
  readonly oktoWallet?: { readonly code: string; readonly appUrl?: string };
  /** `token` and `octopusUri` open the Octopus app; `landingUrl`: the page with the code that the app scans. */
  readonly octopus?: { readonly token: string; readonly octopusUri: string; readonly landingUrl: string };
  /** `invoice`: what the form sends as `ok_invoice`, so that what OKPAY says of it is found to be of this payment. */
  readonly okpayLink?: { readonly invoice: string };
  /** `url`: the payment page; `upi`: the same as a UPI address, where there is one. */
  readonly okpayCollect?: { readonly url: string; readonly upi?: string };
}

/** What arrived about a payment: its status and whichever other fields came with it. */
export type News = Payment;

/** A word that ends the payment; each has an event of its own. */
export type FinalStatus = Exclude<Status, 'idle' | 'creating' | 'pending' | 'processing'>;

/** The names of the events that a change of state may send. */
export type StatusEventName = 'payment-status' | `payment-${FinalStatus}`;

/** Whether a status ends the payment. A late `paid` may still follow `failed`, `expired` and `canceled`. */
export const isFinal = (status: Status): status is FinalStatus => RANKS[status] > 1;

/** A version as it compares with any other, exactly: JavaScript's `<` and `>` do so between a number and a bigint too. */
const count = (version: number | string = 0): number | bigint => (typeof version === 'number' ? version : /^\d+$/.test(version) ? BigInt(version) : 0);

/**
 * The payment after the news, or the same object when the news changes nothing: a lower rank is dropped whatever its version;
 * at equal rank the first word stays, and the other fields are updated unless the news is of an older version; `paid` after
 * another end is `late`.
 */
export function advance(state: Payment, news: News): Payment {
  const rank = RANKS[state.status];
  const step = RANKS[news.status] - rank;
  const [known, told] = [count(state.version), count(news.version)];
  if (step < 0 || (!step && told < known)) return state;
  const next: Payment = {
    ...state,
    ...news,
    status: step ? news.status : state.status,
    version: told > known ? news.version : state.version,
    late: news.late || (rank === 2 && news.status === 'paid') || state.late,
  };
  return (Object.keys(next) as (keyof Payment)[]).some((name) => next[name] !== state[name]) ? next : state;
}

/** The events that tell of a change from one state to the next, in the order in which they are sent; none without a new status. */
export function eventsBetween({ status: before }: Payment, { status }: Payment): StatusEventName[] {
  if (before === status) return [];
  return isFinal(status) ? ['payment-status', `payment-${status}`] : ['payment-status'];
}
