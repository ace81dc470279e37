import { html, nothing, type TemplateResult } from 'lit';
import { PaymentCopyEvent } from '../../act-events.ts';
import { Problem } from '../../formats/problem.ts';
import { icon } from '../icons.ts';
import type { PaymentLife } from '../payment-life.ts';
import { ALERT, CHECK } from './state-icons.ts';

/** The copy button says "copied" for so long, and longer while it has the focus or the pointer. */
const COPIED_MS = 4_000;

/** A browser that has not answered for so long, as behind a question that nobody sees, has not copied. */
const PATIENCE_MS = 2_000;

/** Copies the code's text, and says "copied" only after the browser has. */
export class Copying {
  readonly #life: PaymentLife;
  #result: 'copied' | 'selected' | undefined;
  #text = '';
  #turn = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(life: PaymentLife) {
    this.#life = life;
  }

  /** Nothing is said any more: another copy begins, or the tag has left and nobody would take "copied" back. */
  stop(): void {
    this.#turn.abort();
    clearTimeout(this.#timer);
    this.#result = undefined;
    this.#hold();
  }

  /**
   * True once the browser has said that the text is on the clipboard. Where it does not let us, false, and the text is selected for
   * the shopper to copy by hand: `navigator.clipboard` is missing on plain http, may be refused in a frame, and may never answer.
   */
  async copy(): Promise<boolean> {
    const { host, withheld } = this.#life;
    const payable = host.status === 'pending' && !withheld && host.offer;
    if (!payable) return false;
    const { text } = payable;
    this.stop();
    const { signal } = (this.#turn = new AbortController());
    const cause = await Promise.race([refused(text), this.#givenUp(signal)]);
    if (signal.aborted) return false;
    clearTimeout(this.#timer);
    // What was copied meanwhile is not said of another code, or of a payment that is over.
    if (host.status === 'pending' && text === host.offer?.text) this.#tell(text, cause);
    return !cause;
  }

  /** What the button shows while it has something to say. */
  face(): TemplateResult | undefined {
    return this.#said === 'copied' ? html`${icon(CHECK)}<span class="done">${this.#life.states.copied}</span>` : undefined;
  }

  /** What to do next, below the button. */
  hint(): TemplateResult | typeof nothing {
    if (!this.#said) return nothing;
    const copied = this.#said === 'copied';
    const text = copied ? this.#life.states.copiedHint : this.#selected;
    return html`<p class=${copied ? 'said' : 'said trouble'}>${icon(copied ? CHECK : ALERT)}<span>${text}</span></p>`;
  }

  #tell(text: string, cause: unknown): void {
    const { host, speech, states, watch } = this.#life;
    this.#text = text;
    this.#result = cause ? 'selected' : 'copied';
    if (cause) {
      const shown = host.renderRoot.querySelector('[part="code"]');
      if (shown) getSelection()?.selectAllChildren(shown);
      this.#life.report(new Problem('copy-failed', 'The browser did not let the code be copied; its text is selected.', { cause }), true);
    } else {
      // The shorter word must not make the button jump from under the pointer.
      this.#hold(this.#button?.offsetWidth);
      this.#timer = setTimeout(() => this.#end(), COPIED_MS);
      /** @internal */
      host.dispatchEvent(new PaymentCopyEvent(host.payment, text));
      watch.hurry();
    }
    speech.again(cause ? this.#selected : states.copiedHint);
    host.requestUpdate();
  }

  /** Why nothing more is waited for: the clipboard has not answered in time, or another copy has begun. */
  #givenUp(signal: AbortSignal): Promise<Error> {
    return new Promise((givenUp) => {
      const late = () => givenUp(new Error('the clipboard has not answered'));
      signal.addEventListener('abort', late);
      this.#timer = setTimeout(late, PATIENCE_MS);
    });
  }

  /** What came of the copy of the code that stands there; of another one there is nothing to say. */
  get #said() {
    return this.#text === this.#life.host.offer?.text ? this.#result : undefined;
  }

  get #selected(): string {
    const { copyFailed, copyFailedKeyboard } = this.#life.states;
    return matchMedia('(pointer: coarse)').matches ? copyFailed : copyFailedKeyboard;
  }

  #end(): void {
    const { host } = this.#life;
    const held = this.#button?.matches(':focus-visible, :hover');
    if (held) this.#timer = setTimeout(() => this.#end(), COPIED_MS);
    else {
      this.stop();
      host.requestUpdate();
    }
  }

  get #button(): HTMLElement | null {
    return this.#life.host.renderRoot.querySelector('[part="copy-button"]');
  }

  #hold(width?: number): void {
    this.#button?.style.setProperty('min-width', width ? `${width}px` : '');
  }
}

/** Why the text is not on the clipboard; undefined once the browser has said that it is. */
async function refused(text: string): Promise<unknown> {
  try {
    await navigator.clipboard.writeText(text);
    return undefined;
  } catch (cause) {
    return cause ?? new Error('refused');
  }
}
