import { render } from 'lit';
import type { PaymentLife } from '../payment-life.ts';
import { pageStyles, tillStyles } from './styles.ts';
import { fillScreen, stayAwake } from './screen.ts';
import { face } from './template.ts';
import type { TillView } from './till.ts';
import { wayBack } from './way-back.ts';

/** The view for the till: a modal dialog in the tag, open from the first moment until it is closed, and gone then. */
export class TillDialog implements TillView {
  readonly #life: PaymentLife;
  readonly #dialog = document.createElement('dialog');
  readonly #open = new AbortController();
  readonly #back: () => void;
  readonly #scrolled = { left: scrollX, top: scrollY };

  constructor(life: PaymentLife) {
    this.#life = life;
    const root = life.host.shadowRoot!;
    const { styleSheet } = tillStyles;
    if (!root.adoptedStyleSheets.includes(styleSheet!)) root.adoptedStyleSheets.push(styleSheet!);
    document.adoptedStyleSheets.push(pageStyles.styleSheet!);
    this.#draw();
    root.append(this.#dialog);
    this.#dialog.showModal();
    const { signal } = this.#open;
    this.#dialog.addEventListener('close', () => this.close(), { signal });
    this.#back = wayBack(() => this.close());
    stayAwake(signal);
    fillScreen(this.#dialog.firstElementChild!, () => this.close(), signal);
  }

  follow(): void {
    // A tag that was moved has left the top layer.
    if (this.#life.kept && this.#dialog.matches(':modal')) this.#draw();
    else this.close();
  }

  close(): void {
    const { host, kept, speech } = this.#life;
    if (this.#open.signal.aborted) return;
    this.#open.abort();
    this.#life.view = undefined;
    this.#back();
    // Gives the focus back.
    this.#dialog.close();
    this.#dialog.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== pageStyles.styleSheet);
    scrollTo({ ...this.#scrolled, behavior: 'instant' });
    if (kept) speech.hush();
    // What is behind a modal dialog is heard again a moment after it has closed, and only what changes then.
    requestAnimationFrame(() => host.renderRoot.querySelector('[role="status"]')?.append(host.aloud));
  }

  #draw(): void {
    render(face(this.#life), this.#dialog);
    this.#dialog.lang = this.#life.states.lang;
    this.#dialog.ariaLabel = this.#life.states.heading;
  }
}
