/** The provider's own words for a charge. They are the sandbox's: the public documents give none. */
export type ChargeWord = 'WAITING' | 'IN_PROCESS' | 'CONFIRMED' | 'REJECTED' | 'EXPIRED' | 'CANCELED' | 'REFUNDED';

/** The sandbox's words and ours for them. */
export const STATUSES = {
  WAITING: 'pending',
  IN_PROCESS: 'processing',
  CONFIRMED: 'paid',
  REJECTED: 'failed',
  EXPIRED: 'expired',
  CANCELED: 'canceled',
  REFUNDED: 'refunded',
} as const satisfies Record<ChargeWord, string>;

/** Other words for these, as callbacks say them. */
export type ChargeWords = Readonly<Partial<Record<ChargeWord, string>>>;

/** A charge as a provider keeps it. */
export interface SandboxCharge {
  /** The shop's reference. */
  readonly externalId: string;
  /** Decimal text in major units, as asked. */
  readonly amount: string;
  readonly currency: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  word: ChargeWord;
  /** What has really been paid, decimal text in major units. */
  paidAmount?: string;
  /** What has been given back so far, decimal text in major units. */
  refundedAmount?: string;
  /** The last callback, byte for byte. */
  lastCallback?: string;
}

/** Why a provider, or whoever pays there, does not do what was asked, with the HTTP status of its route. */
export const SANDBOX_ERRORS = {
  'bad-request': { status: 400, message: 'This request cannot be read.' },
  'other-merchant': { status: 403, message: 'This merchantId belongs to another account.' },
  'unknown-code': { status: 404, message: 'No charge is known for this code.' },
  'not-acceptable': { status: 406, message: 'Accept must be application/vnd.okto-merchant-api.v1+json.' },
  'not-payable': { status: 409, message: 'This charge is not waiting to be paid.' },
  'not-paid': { status: 409, message: 'This charge has not been paid.' },
  expired: { status: 410, message: 'This charge has expired.' },
  damaged: { status: 422, message: 'This is no code of this provider, or a damaged one.' },
  'other-mode': { status: 422, message: 'This sandbox takes charges of the other testMode.' },
  'unknown-package': { status: 422, message: 'This package is not one of the account\'s.' },
  'other-amount': { status: 422, message: 'This package has another country, currency or amount.' },
  'no-code-left': { status: 503, message: 'Every payment code of this length is in use.' },
} as const;

/** The one error of a sandbox, with a stable `code`; see its `message`. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
  readonly code: keyof typeof SANDBOX_ERRORS;

  constructor(code: keyof typeof SANDBOX_ERRORS) {
    super(SANDBOX_ERRORS[code].message);
    this.code = code;
  }
}

/** What a demo can show of the provider's side: ids and codes only. */
export interface SandboxEvent {
  readonly type: 'callbacks-registered' | 'charge-created' | 'code-read' | 'charge-changed' | 'callback-sent' | 'callback-given-up';
  readonly externalId?: string;
  /** The provider's word. */
  readonly word?: string;
  /** The HTTP status that the shop answered; 0 when it could not be reached. */
  readonly status?: number;
  /** Which try of a callback, from 1. */
  readonly attempt?: number;
}
