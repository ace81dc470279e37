import { LitElement } from 'lit';
import type { Payer } from './offer.ts';
import { property } from './property.ts';
import type { TagStates } from './words.ts';

/** The attributes that every tag shares, and the properties that the page alone sets. */
export abstract class PaymentAttributes extends LitElement {
  /** Where the payment's status is asked: an address that answers the status JSON. Nothing is asked while it is empty. */
  @property() statusUrl = '';

  /** Where news of the status are pushed as server-sent events; the status address is asked besides, less often. */
  @property() eventsUrl = '';

  /** Where a payment is created: an address that takes `POST` with the create JSON. */
  @property() createUrl = '';

  /** When the code stops working, ISO 8601 with offset. The server's answer wins over it. */
  @property() expiresAt = '';

  /** Amount in major units with the currency's own number of decimals, such as `12.90`. A code that asks for another is not drawn. */
  @property() amount = '';

  /** Currency, ISO 4217. */
  @property() currency = '';

  /** Order number that the shopper knows. */
  @property() reference = '';

  /** The shop's name where no code names the payee. */
  @property() merchant = '';

  /** Where the shopper can ask the shop: an `https:`, `mailto:` or `tel:` address. */
  @property() helpUrl = '';

  /** Where to go after `paid`, unless the page cancels `payment-redirect`. */
  @property() successUrl = '';

  /** Where to go after `failed`, `expired` or `canceled`, unless the page cancels `payment-redirect`. */
  @property() failureUrl = '';

  /** Origins that an answer's addresses may name besides the page's and the status address's, separated by spaces. */
  @property() allowOrigins = '';

  /** URL schemes besides `https` that an answer's addresses may have, such as `upi`, separated by spaces. */
  @property() allowSchemes = '';

  /** Says that no money moves. */
  @property({ type: Boolean }) sandbox = false;

  /** Any text of the tag overridden, by the key of its word. */
  @property({ attribute: false }) messages: Partial<TagStates> | undefined;

  /** Payer data to fill the form in with. */
  @property({ attribute: false }) payer: Payer | undefined;

  /** Reads a create or status answer of another shape than ours: takes the JSON, gives the payment's. */
  @property({ attribute: false }) parseStatus: ((json: unknown) => unknown) | undefined;
}
