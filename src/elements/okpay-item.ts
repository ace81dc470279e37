import { ITEM_ATTRIBUTES } from '../ui/okpay-button/variables.ts';
import { withProperties } from '../ui/plain/plain-element.ts';

/**
 * One of the things that an `<okpay-button>` sells: each variable of an item is an attribute, `ok_item_#_custom_1_title` is
 * `custom-1-title`. It stands inside its button, shows nothing itself, and tells it of every change. With items, the button's own `item-*`
 * are the first item where `item-name` is among them, and count for nothing otherwise.
 */
export class OkpayItem extends withProperties(ITEM_ATTRIBUTES) {
  /** Defines the tag; one that is taken already is left alone. */
  static define(tag: string): void {
    if (globalThis.document && !customElements.get(tag)) customElements.define(tag, this as unknown as CustomElementConstructor);
  }

  /** Its button, which may not be defined yet. */
  #button: { requestUpdate?(): void } | null = null;

  override connectedCallback(): void {
    this.#button = this.closest<Element & { requestUpdate?(): void }>('okpay-button');
    super.connectedCallback();
  }

  disconnectedCallback(): void {
    this.#button?.requestUpdate?.();
  }

  protected override update(): void {
    this.#button?.requestUpdate?.();
  }
}
