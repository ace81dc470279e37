import type { Ids } from './ids.ts';
import type { Kyc } from './kyc.ts';
import type { LinkTerms, Order } from './link.ts';
import type { Observation } from './observe.ts';
import type { Provider } from './provider.ts';
import type { PaymentRecord, Store } from './store.ts';

/** What the order costs: the server's own knowledge, whatever the page says. */
export interface Terms {
  /** Decimal text in major units, such as `"12.90"`. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
  /**
   * The order number that the shopper knows. The page's own, `draft.reference`, is only a claim: give it back here where you
   * have found that the order is this shopper's. Left out, the payment has none.
   */
  readonly reference?: string | undefined;
  /**
   * ISO 3166-1, where it is paid; left out, `draft.country` counts, which no tag says and anybody may, else the only country of the
   * provider's account.
   */
  readonly country?: string | undefined;
  /**
   * Your own id of a shopper who is signed in, never what the page says: who has accepted a provider's terms once is not asked
   * again. Kept as a hash. Left out, each payment needs its own consent.
   */
  readonly customer?: string | undefined;
  /** Of a payment link alone: who pays the fee, whether the buyer chooses the amount, and what is sold. */
  readonly link?: LinkTerms | undefined;
}

/** What every address of the companion works with. */
export interface Context {
  readonly store: Store;
  readonly providers: readonly Provider[];
  /** Where `/payments` and `/callbacks` stand: origin, and path without a slash at its end. */
  readonly origin: string;
  readonly prefix: string;
  /** How many payments of one reference may be open at a time. */
  readonly maxOpenPerReference: number;
  readonly order: Order<Terms>;
  readonly kyc: Kyc | undefined;
  readonly clientAddress: ((request: Request) => string | undefined | Promise<string | undefined>) | undefined;
  readonly now: () => Date;
  readonly ids: Ids;
  readonly observe: (observation: Observation) => void;
  readonly warn: (message: string) => void;
  /** Sends a committed change to the streams of the payment. Never throws. */
  readonly push: (record: PaymentRecord) => void;
  /** The outbox has something new. */
  readonly wake: () => void;
}
