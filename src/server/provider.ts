import type { Draft } from '../formats/contract.ts';
import type { Method, Payment, Status } from '../formats/payment.ts';
import type { Context } from './context.ts';
import type { LinkMessage } from './link.ts';
import type { Refusal } from './refusal.ts';
import type { Texts } from './texts.ts';

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
  /** The account that takes it, where the provider has accounts. */
  readonly account?: string | undefined;
  /** ISO 3166-1, two capital letters, where one is known. */
  readonly country?: string | undefined;
  /** The page's wish among the provider's ways to pay, such as `UPI`; a claim that the provider checks. */
  readonly payType?: string | undefined;
  /** Where the page would have the shopper come back to; of an origin that the shop has named. */
  readonly returnUrl?: string | undefined;
}

/** A payment that a provider was asked for. */
export interface Asked extends Pick<Charge, 'attempt' | 'amount' | 'currency' | 'account' | 'now'> {
  /** The provider's own id of it; undefined where its answer was lost. */
  readonly providerId?: string | undefined;
}

/** What is to be given back of a payment. */
export interface Return extends Asked {
  /** Decimal text in major units. */
  readonly back: string;
  /** The same for the same return, so that the provider gives it back once. */
  readonly key: string;
}

/** A payment before it is given to an account: what the server says of it, and what the page does. */
export interface Wanted extends Pick<Charge, 'amount' | 'currency' | 'country' | 'reference'> {
  readonly draft: Draft;
}

/**
 * Which account takes a payment. Where none does: `offers`, the amounts that can be paid in this country and currency, or
 * `wants`, what has to be known first.
 */
export type Assignment =
  | { readonly account: string; readonly country: string | undefined; readonly requestKyc: boolean }
  | { readonly offers: readonly string[] }
  | { readonly wants: 'country' };

/** An account whose secret a callback was signed with. */
export interface Signer {
  readonly account: string;
  /** False when the callback names another payee than this account. */
  readonly isPayee: boolean;
}

/** What the shopper is shown: the object named as the method. */
export type Shown = Pick<Payment, 'pix' | 'oktoCash' | 'oktoWallet' | 'octopus' | 'okpayLink' | 'okpayCollect'>;

/** What the provider gives to show the shopper: the object named as the method, and until when it can be paid. */
export interface Offer extends Shown {
  readonly expiresAt: Date;
  /** The provider's own id of the payment, kept for later questions. */
  readonly providerId?: string;
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
  readonly status?: ServerStatus | undefined;
  /** Decimal text in major units; undefined when missing or unreadable. */
  readonly amount?: string;
  /** The same without the provider's fee. */
  readonly net?: string;
  /** ISO 4217. */
  readonly currency?: string;
  /** The provider's word for why. */
  readonly reason?: string;
  /** What a payment link's message says besides. */
  readonly link?: LinkMessage;
  /** False when the callback names another payee than ours. */
  readonly payeeIsOurs: boolean;
  /** What has been given back so far, decimal text in major units. */
  readonly refundedAmount?: string;
  /** What it says of a refund that changes nothing yet; the merchant's `observe` hears it. */
  readonly refund?: 'pending' | 'declined';
  /** Where the provider has accounts: those whose secret it was signed with. It moves no payment of another one. */
  readonly signers?: readonly Signer[];
}

/** What a provider's own address works with: of the companion's what it needs. */
export type Surroundings = Pick<Context, 'store' | 'now' | 'observe' | 'wake' | 'push' | 'order' | 'ids' | 'warn'>;

/** Answers at one address of a provider. Throws a Rejection, which is answered as that of any callback. */
export type Answering = (request: Request, surroundings: Surroundings) => Promise<Response>;

/** One provider: one file in `providers/`, and one row in the table of the routes. */
export interface Provider {
  /** Such as `okto-pix`; kept with each payment. */
  readonly name: string;
  /** The last part of the path that its callbacks come to, which several providers may share; the name when left out. */
  readonly route?: string;
  readonly method: Method;
  /** ISO 4217, what it can be paid in. */
  readonly currencies: readonly string[];
  /** What the payer must be asked. */
  readonly asks: readonly PayerField[];
  /** What its callbacks are made of; JSON when left out. */
  readonly takes?: 'json' | 'form';
  /** The plain text that tells it that a callback has arrived; JSON when left out. */
  readonly received?: string;
  /**
   * How long it keeps a payment that nobody pays, in milliseconds. A payment of such a provider expires only once a query says
   * that it is unknown, and is never asked for twice before two queries have said so.
   */
  readonly keepsFor?: number;
  /** What every payer has to accept before a payment. */
  readonly terms?: { readonly version: string } | undefined;
  /** Whether one of its accounts has `kyc` asked before a payment. */
  readonly requestsKyc?: boolean;
  /** Looks at a wish before anything is kept or asked: the Refusal that the shopper is told, or nothing. */
  check?(wanted: Wanted & Pick<Charge, 'payer' | 'now'>, texts: Texts): Refusal | undefined;
  /** Chooses the account before anything is kept or asked. Whatever it throws besides a Refusal is told as `unavailable`. */
  assign?(wanted: Wanted): Promise<Assignment>;
  /** Asks the provider for a payment. Whatever it throws is told as `unavailable`: nothing has started. */
  create(charge: Charge): Promise<Offer>;
  /** Verifies, then parses; throws a Rejection `bad-signature` or `bad-body`. Left out where `routes` hear its callbacks. */
  read?(callback: Callback): Notice;
  /** What it says of a payment now; undefined where it does not know it. Whatever it throws changes nothing. */
  query?(asked: Asked): Promise<Notice | undefined>;
  /**
   * Whether a callback counts only where `query` says the same status: then what the query says counts. `asked` is left out where
   * the callback is of no payment of this provider.
   */
  confirms?(notice: Notice, asked: Asked | undefined): boolean;
  /** Why it takes no payment as it is set; said once at the start. */
  readonly off?: string | undefined;
  /** What it answers besides, by the path beside `/payments`, such as `complaints/okpay-collect`: to POST, or as `GET return/okpay` to GET. */
  readonly routes?: Readonly<Record<string, Answering>>;
  /** Asks it to give money back; resolves once it has taken that on, and says later what became of it. Throws a ProviderError. */
  refund?(back: Return): Promise<void>;
}

/** The last part of the path that a provider's callbacks come to. */
export const routeOf = ({ route, name }: Provider): string => route ?? name;

/** Whether a provider reads the callbacks that come to a path's last part. */
export const hearsAt = (provider: Provider, route: string): boolean => provider.read !== undefined && routeOf(provider) === route;
