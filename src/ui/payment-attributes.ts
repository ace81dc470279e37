import { LitElement } from 'lit';
import type { Payer } from './offer.ts';
import { property } from './property.ts';
import type { TagStates } from './words.ts';

/**
 * The attributes that every tag shares, and the properties that the page alone sets.
 *
 * @fires {PaymentStatusEvent} payment-status - The status word has changed. Never proof of payment: the server is.
 * @fires {PaymentFinalEvent} payment-paid - The server says that it is paid.
 * @fires {PaymentFinalEvent} payment-failed - The payment did not go through.
 * @fires {PaymentFinalEvent} payment-expired - The code may not be used any more.
 * @fires {PaymentFinalEvent} payment-canceled - The payment was called off.
 * @fires {PaymentFinalEvent} payment-refunded - The money goes back.
 * @fires {PaymentErrorEvent} payment-error - Something is wrong; `code` says what, `recoverable` whether the tag goes on trying.
 * @fires {PaymentRecoveredEvent} payment-recovered - The server answers again.
 * @fires {PaymentCopyEvent} payment-copy - The code's text is on the shopper's clipboard.
 * @fires {PaymentCreateEvent} payment-create - A payment is about to be asked for; cancelable.
 * @fires {PaymentOpenEvent} payment-open - An app is about to be opened by a press; cancelable.
 * @fires {PaymentRedirectEvent} payment-redirect - The page is about to be left; cancelable.
 *
 * @slot heading - Replaces the line that says how to pay.
 * @slot logo - Replaces the mark before the heading.
 * @slot symbol - A symbol that the server has drawn.
 * @slot instructions - Replaces the built-in steps.
 * @slot help - Replaces the link to `help-url`.
 * @slot paid - Replaces what stands in the frame in this state; so does a slot of each other status word.
 *
 * @csspart panel - The ticket.
 * @csspart header - Who and how much.
 * @csspart heading - The line that says how to pay.
 * @csspart mark - The tile with the drawing before the heading.
 * @csspart amount - The amount.
 * @csspart merchant - The payee and the order number.
 * @csspart plate - The white plate behind the code.
 * @csspart symbol - The `<svg>` with the modules or bars.
 * @csspart readable - What bars say, for people, below them.
 * @csspart copy - The box of text and copy button.
 * @csspart field - A field of the form with its label, hint and error.
 * @csspart code - The text of the code, or the payment code to read out.
 * @csspart copy-button - The button that copies it.
 * @csspart status - The line that says what is waited for.
 * @csspart clock - The time left.
 * @csspart steps - What to do, in order.
 * @csspart actions - The row below: new code, save, print, share, help.
 * @csspart button - Every other button.
 * @csspart result - What stands where the code stood once it is over.
 * @csspart seal - The round sign of the result.
 * @csspart help - The link to `help-url`.
 * @csspart sandbox - The ribbon that says that no money moves.
 *
 * @cssprop [--paytags-accent] - Main buttons; set it together with `--paytags-on-accent`.
 * @cssprop [--paytags-on-accent] - Text on main buttons.
 * @cssprop [--paytags-surface] - The paper.
 * @cssprop [--paytags-surface-sunken] - Status line, copy row.
 * @cssprop [--paytags-color] - Text.
 * @cssprop [--paytags-color-muted] - Order number, hints, clock.
 * @cssprop [--paytags-border] - Hairlines.
 * @cssprop [--paytags-border-control] - Edges of fields and outlined buttons.
 * @cssprop [--paytags-focus] - The focus ring.
 * @cssprop [--paytags-success] - Paid, copied; `--paytags-success-surface` stands behind it.
 * @cssprop [--paytags-success-surface] - Behind what has worked.
 * @cssprop [--paytags-warning] - The last minutes, trouble, test mode.
 * @cssprop [--paytags-warning-surface] - Behind these.
 * @cssprop [--paytags-danger] - Failed, wrong in a field.
 * @cssprop [--paytags-danger-surface] - Behind what has failed.
 * @cssprop [--paytags-info] - Being checked, refunded.
 * @cssprop [--paytags-info-surface] - Behind these.
 * @cssprop [--paytags-duration=160ms] - Of a fade; none under reduced motion.
 * @cssprop [--paytags-font] - Font family of all text but the code's; for the page's own write `font-family: inherit` on the tag.
 * @cssprop [--paytags-font-size=max(16px, 1em)] - Size of the text, and of everything with it.
 * @cssprop [--paytags-font-mono] - Font family of the code's text.
 * @cssprop [--paytags-space=1em] - Distance between things.
 * @cssprop [--paytags-radius=1.125em] - Corners of the paper, and from it those of everything else; 0 makes all of them square.
 * @cssprop [--paytags-radius-plate] - Corners of the plate; two thirds of the paper's.
 * @cssprop [--paytags-radius-control] - Corners of buttons and fields; five ninths of the paper's.
 * @cssprop [--paytags-shadow] - The paper's shadow, as `drop-shadow()`; `none` gives a hairline.
 * @cssprop [--paytags-code-size=18em] - Largest width of the symbol.
 */
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
