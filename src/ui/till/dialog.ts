import { render } from 'lit';
import type { PaymentLife } from '../payment-life.ts';
import { fillScreen, stayAwake } from './screen.ts';
import { pageStyles, tillStyles } from './styles.ts';
import { face } from './template.ts';
import type { TillView } from './till.ts';
import { wayBack, type LeaveEntry } from './way-back.ts';

/** The view for the till: a modal dialog in the tag, open from the first moment until it is closed, and gone then. */
export class TillDialog implements TillView {
  readonly #life: PaymentLife;
  readonly #dialog = document.createElement('dialog');
  readonly #open = new AbortController();
  readonly #leave: LeaveEntry;
  readonly #scrolled = { left: scrollX, top: scrollY };
  readonly #focused: HTMLElement | null;

  constructor(life: PaymentLife) {
    this.#life = life;
    const dialog = this.#dialog;
    const root = life.host.shadowRoot!;
    const { signal } = this.#open;
    this.#focused = (root.activeElement ?? document.activeElement) as HTMLElement | null;
    const byHand = () => this.#close('now');
    for (const [to, { styleSheet }] of [[root, tillStyles], [document, pageStyles]] as const) {
      if (!to.adoptedStyleSheets.includes(styleSheet!)) to.adoptedStyleSheets.push(styleSheet!);
    }
    this.#draw();
    root.append(dialog);
    dialog.showModal();
    dialog.addEventListener('close', byHand, { signal });
    this.#leave = wayBack(byHand);
    stayAwake(signal);
    fillScreen(dialog.firstElementChild!, byHand, signal);
  }

  follow(): void {
    // A tag that has left the page, or was moved, has left the top layer too.
    if (this.#life.kept && this.#dialog.matches(':modal')) this.#draw();
    else this.#close('calmly');
  }

  #draw(): void {
    const { host, states } = this.#life;
    render(face(this.#life, () => this.#close('now')), this.#dialog, { host });
    this.#dialog.lang = states.lang;
    this.#dialog.ariaLabel = states.heading;
  }

  #close(how: Parameters<LeaveEntry>[0]): void {
    const { host, kept, speech } = this.#life;
    if (!this.#life.view) return;
    this.#life.view = undefined;
    this.#open.abort();
    this.#leave(how);
    // What fills the screen goes first: Chromium may never scroll a page again where it went as part of a shadow root's child.
    this.#dialog.replaceChildren();
    this.#dialog.remove();
    // As long as something fills the screen, a browser gives the focus to nothing else.
    this.#focused?.focus({ preventScroll: true });
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== pageStyles.styleSheet);
    scrollTo({ ...this.#scrolled, behavior: 'instant' });
    if (kept) speech.hush();
    // What was behind a modal dialog is heard again a moment after it has closed, and only what changes then.
    requestAnimationFrame(() => host.renderRoot.querySelector('[role="status"]')?.append(host.aloud));
  }
}
