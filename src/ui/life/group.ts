import type { PaymentLife } from '../payment-life.ts';

/** The panel as assistive technology meets it: a group with a name, which keeps the focus of what leaves it. */
export class Group {
  readonly #life: PaymentLife;
  #lang: string | undefined;
  #focused: Element | null | undefined;

  constructor(life: PaymentLife) {
    this.#life = life;
  }

  /** The panel is about to be drawn anew. */
  changes(): void {
    this.#focused = this.#life.host.shadowRoot?.activeElement;
  }

  /** The panel has been drawn. */
  changed(): void {
    const { host, speech } = this.#life;
    const panel = host.renderRoot.querySelector<HTMLElement>('.ticket');
    if (!panel) return;
    const { lang, heading } = host.words;
    if (this.#lang && lang !== this.#lang) speech.hush();
    this.#lang = lang;
    panel.role = 'group';
    panel.ariaLabel = heading;
    // The focus is taken from nobody. Where the button that had it is gone, the next Tab would else leave the tag.
    if (!this.#focused || this.#focused.isConnected || host.shadowRoot?.activeElement) return;
    panel.tabIndex = -1;
    panel.addEventListener('blur', () => panel.removeAttribute('tabindex'), { once: true });
    panel.focus({ preventScroll: true });
  }
}
