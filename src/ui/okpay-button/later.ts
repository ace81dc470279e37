import type { card } from '../okpay/card.ts';
import type { ComingBack, Left } from '../okpay/coming-back.ts';
import type { Sheet } from '../plain/css.ts';

/** What a button fetches where it is wanted: the card around it, and what remembers that the page was left. */
export class Later {
  card: typeof card | undefined;
  back: ComingBack | undefined;
  /** What has to be fetched before the button can be pressed. */
  pending: Promise<unknown> | undefined;
  readonly #button: Left;
  readonly #sheet: Sheet;

  /** @param sheet - The style sheet of the button alone. */
  constructor(button: Left, sheet: Sheet) {
    this.#button = button;
    this.#sheet = sheet;
    button.shadowRoot!.adoptedStyleSheets = [sheet()];
  }

  /** Whether the card is here; it is fetched if not. */
  carded(): boolean {
    if (this.card) return true;
    import('../okpay/card.ts').then(({ card, cardStyles }) => {
      this.card = card;
      this.#button.shadowRoot!.adoptedStyleSheets = [this.#sheet(), cardStyles()];
      this.#button.requestUpdate();
    }, console.error);
    return false;
  }

  /** Fetches what remembers, where there is somebody to ask when the shopper comes back. */
  remember(): void {
    const { statusUrl, createUrl } = this.#button;
    if (this.pending || this.back || !(statusUrl || createUrl)) return;
    this.pending = import('../okpay/coming-back.ts')
      .then(({ ComingBack }) => (this.back = new ComingBack(this.#button)), console.error)
      .finally(() => {
        this.pending = undefined;
        this.#button.requestUpdate();
      });
  }
}
