import type { Draft } from '../formats/contract.ts';
import type { OkpayItem, OkpayPayment } from '../formats/okpay-payment.ts';

/** Something that a payment link sells; what is left out may be anything. */
export interface LinkItem {
  readonly name?: string;
  readonly article?: string;
  /** A whole number. */
  readonly quantity?: string;
  /** Of one, decimal text in major units. */
  readonly price?: string;
}

/** What the shop says of a payment link besides its amount. */
export interface LinkTerms {
  /** `buyer`: the buyer pays OKPAY's fee on top, so that the gross less the fee has to be the amount. */
  readonly fees?: 'buyer';
  /** The buyer chooses what to pay: the amount is the least that is taken, and what was paid takes its place. */
  readonly isOpen?: boolean;
  /** All that is sold, in the order of the form. */
  readonly items?: readonly LinkItem[];
}

/** What OKPAY's message says of the transaction; nothing of the payer. Texts as they came. */
export interface LinkMessage {
  readonly txnId: string;
  readonly kind: string;
  readonly invoice: string;
  /** Decimal text in major units, the fee included. */
  readonly gross?: string;
  readonly fee?: string;
  readonly items: readonly Required<LinkItem>[];
}

/**
 * What `order` is asked about a message of OKPAY that belongs to no payment yet. All of it is what the buyer's page has sent, so it is a
 * claim: also the currency, which is what was paid in. What was paid is left out, so that it cannot become the price by oversight.
 */
export interface LinkDraft extends Pick<OkpayPayment, 'invoice' | 'receiver' | 'receiverEmail' | 'receiverWallet' | 'txnId'> {
  readonly source: 'ipn';
  readonly method: 'okpayLink';
  /** ISO 4217, of what was paid. */
  readonly currency: string;
  readonly items: readonly OkpayItem[];
  readonly amount?: undefined;
  readonly reference?: undefined;
  readonly country?: undefined;
  readonly payType?: undefined;
  readonly returnUrl?: undefined;
  readonly termsAcceptedAt?: undefined;
  readonly payer?: undefined;
}

/** What `order` is asked about: a page's create request, or a message of OKPAY, where `source` is `ipn`. */
export type OrderDraft = (Draft & { readonly source?: undefined; readonly invoice?: undefined; readonly items?: undefined }) | LinkDraft;

/** What `order` gives. */
export type Order<Terms> = (draft: OrderDraft, request: Request) => Terms | undefined | Promise<Terms | undefined>;
