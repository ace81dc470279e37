import type { PaymentLife } from '../payment-life.ts';
import { languageOf } from '../words.ts';

/** The panel as assistive technology meets it: a group with a name and a language, which keeps the focus of what leaves it. */
export class Group {
  readonly #life: PaymentLife;
  #language: string | undefined;
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
    const language = languageOf(host);
    if (language !== this.#language) {
      // The page may be in a language that the tag does not speak.
      for (const part of host.renderRoot.children) (part as HTMLElement).lang = language;
      if (this.#language) speech.hush();
    }
    this.#language = language;
    panel.role = 'group';
    panel.ariaLabel = host.words.heading;
    // The focus is taken from nobody. Where the button that had it is gone, the next Tab would else leave the tag.
    if (!this.#focused || this.#focused.isConnected) return;
    panel.tabIndex = -1;
    panel.addEventListener('blur', () => panel.removeAttribute('tabindex'), { once: true });
    panel.focus({ preventScroll: true });
  }
}
