import type { TemplateResult } from 'lit';
import type { OkpayStatusWords } from '../../locales/en/okpay-button-status.ts';
import type { Offer } from '../offer.ts';
import { PaymentElement } from '../payment-element.ts';
import { CARD } from '../plain/signs.ts';
import { type TagStates, Words } from '../words.ts';

/** Nothing can be paid here: what may be said is said by who and how much, and by the state. */
const OFFER: Offer = { text: '', amount: undefined, payee: '' };

const words = new Words<OkpayStatusWords>(async (language) => (await import(`../../locales/${language}/okpay-button-status.ts`)).okpayStatusWords);

/**
 * What `<okpay-button>` shows once the shopper is back from OKPAY: that the shop's server is asked, and what it says. It is no tag of its own:
 * the button puts it into its shadow root as `<okpay-button-status>`, with the attributes of the payment. A press on the way back to the button
 * sends it the event `again`, which neither bubbles nor leaves the shadow root.
 */
class OkpayStatusPanel extends PaymentElement {
  // It says all that it has to say from the first moment on; what speaks of codes it never says.
  static override readonly words = words;
  static override readonly states = words as unknown as Words<TagStates>;

  override readonly returned = true as const;

  override get method() {
    return 'okpayLink' as const;
  }

  override get mark(): string {
    return CARD;
  }

  override given(): undefined {
    return undefined;
  }

  override read(): Offer {
    return OFFER;
  }

  override body(): TemplateResult | undefined {
    return this.life?.phase();
  }

  /** Asks the button to take its place again. */
  override async regenerate(): Promise<void> {
    this.dispatchEvent(new Event('again'));
  }
}

/** Defines `<okpay-button-status>`, where no other copy has. */
export const defineStatusPanel = (): Promise<void> => OkpayStatusPanel.define('okpay-button-status');
