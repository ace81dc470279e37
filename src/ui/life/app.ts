import { nothing, type TemplateResult } from 'lit';
import { PaymentOpenEvent } from '../../act-events.ts';
import type { SafeUrl } from '../../formats/safe-url.ts';
import type { Saying } from '../../locales/en/states.ts';
import type { PaymentLife } from '../payment-life.ts';
import { notice } from './notice.ts';

/** A page that is still in front so long after the press was not left for an app. */
const STILL_HERE_MS = 2_500;

/** Opens the app in which a payment is approved, by a press and never by itself, and says what to do where none has opened. */
export class App {
  readonly #life: PaymentLife;
  #pressed: 'opened' | 'nothing' | undefined;
  #text: string | undefined;
  #waiting: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(life: PaymentLife) {
    this.#life = life;
  }

  /** Nothing is waited for any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting?.abort();
    this.#pressed = undefined;
  }

  /** The address of the app's payment, if it may be followed: of the answer by the rules for answers, else of the attribute. */
  href(answered: string | undefined): SafeUrl | undefined {
    const { links, watch } = this.#life;
    if (!answered) return links.written('app-url');
    return links.named('appUrl', answered, links.answered(new URL(watch.statusUrl, document.baseURI).href));
  }

  /** The shopper has pressed the link to the app. */
  press(event: Event, url: string): void {
    const { host, watch } = this.#life;
    /** @internal */
    if (!host.dispatchEvent(new PaymentOpenEvent(host.payment, url))) event.preventDefault();
    this.stop();
    this.#pressed = 'opened';
    this.#text = host.offer?.text;
    watch.hurry();
    this.#timer = setTimeout(() => {
      if (!document.hidden) this.#pressed = 'nothing';
      host.requestUpdate();
    }, STILL_HERE_MS);
    // Whoever has left for the app may be back sooner.
    const { signal } = (this.#waiting = new AbortController());
    document.addEventListener('visibilitychange', () => clearTimeout(this.#timer), { signal });
    host.requestUpdate();
  }

  /** What is waited for after the press, and what to do. */
  get waiting(): Saying | undefined {
    return this.#state === 'opened' ? this.#life.states.opened : undefined;
  }

  /** What else there is where no app has opened. */
  notice(): TemplateResult | typeof nothing {
    const { nothingOpened } = this.#life.states;
    return this.#state === 'nothing' && nothingOpened ? notice(nothingOpened) : nothing;
  }

  /** What came of the press; of one for another code there is nothing to say. */
  get #state() {
    return this.#text === this.#life.host.offer?.text ? this.#pressed : undefined;
  }
}
