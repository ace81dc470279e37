import type { Draft } from '../formats/contract.ts';
import type { Method, Payment, Status } from '../formats/payment.ts';

/** The words that a server has for a payment: all but those from before there is one. */
export type ServerStatus = Exclude<Status, 'idle' | 'creating'>;

/** What is asked of the payer before a payment can be asked of the provider. */
export type PayerField = keyof NonNullable<Draft['payer']>;

/** A payment as the provider is asked for it. */
export interface Charge {
  /** Our reference at the provider, 32 hex digits, never reused; callbacks name it. */
  readonly attempt: string;
  /** Decimal text in major units, such as `"12.90"`. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
  /** The order number that the shopper knows. */
  readonly reference?: string;
  /** Where this provider's callbacks are awaited. */
  readonly callbackUrl: string;
  /** As checked, a CPF as 11 digits. Never stored, never answered. */
  readonly payer: NonNullable<Draft['payer']>;
  /** When the server asks. */
  readonly now: Date;
}

/** What the provider gives to show the shopper: the object named as the method, and until when it can be paid. */
export interface Offer extends Pick<Payment, 'pix'> {
  readonly expiresAt: Date;
}

/** A callback as it arrived. */
export interface Callback {
  readonly headers: Headers;
  /** The raw bytes: what was signed. */
  readonly body: Uint8Array;
}

/** What a genuine callback says. */
export interface Notice {
  /** Our reference, as the provider repeats it. */
  readonly attempt: string;
  /** The provider's own id of the event, where it gives one. */
  readonly eventId?: string;
  /** Our word for the provider's; undefined where the provider's is not in its map: then nothing changes. */
  readonly status?: ServerStatus;
  /** Decimal text in major units; undefined when missing or unreadable. */
  readonly amount?: string;
  /** ISO 4217. */
  readonly currency?: string;
  /** False when the callback names another payee than ours. */
  readonly payeeIsOurs: boolean;
  /** What has been given back so far, decimal text in major units. */
  readonly refundedAmount?: string;
}

/** One provider: one file in `providers/`, and one row in the table of the routes. */
export interface Provider {
  /** Such as `okto-pix`; also the last part of the path that its callbacks come to. */
  readonly name: string;
  readonly method: Method;
  /** ISO 4217, what it can be paid in. */
  readonly currencies: readonly string[];
  /** What the payer must be asked. */
  readonly asks: readonly PayerField[];
  /** Asks the provider for a payment. Whatever it throws is told as `unavailable`: nothing has started. */
  create(charge: Charge): Promise<Offer>;
  /** Verifies, then parses; throws a Rejection `bad-signature` or `bad-body`. */
  read(callback: Callback): Notice;
}
