import { nothing, type TemplateResult } from 'lit';
import { PaymentOpenEvent } from '../../act-events.ts';
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

  /** The shopper has pressed the link to the app. */
  press(event: Event, url: string): void {
    const { host } = this.#life;
    this.visit(event, url);
    this.stop();
    this.#pressed = 'opened';
    this.#text = host.offer?.text;
    this.#timer = setTimeout(() => {
      if (!document.hidden) {
        this.#pressed = 'nothing';
        const { speech, states } = this.#life;
        speech.again(states.nothingOpened?.join(' ') ?? '');
      }
      host.requestUpdate();
    }, STILL_HERE_MS);
    // Whoever has left for the app may be back sooner.
    const { signal } = (this.#waiting = new AbortController());
    document.addEventListener('visibilitychange', () => clearTimeout(this.#timer), { signal });
    host.requestUpdate();
  }

  /** The shopper has pressed a link on which the payment goes on, in an app or on the provider's page: the server is asked more often for a while. */
  visit(event: Event, url: string): void {
    const { host, watch } = this.#life;
    /** @internal */
    if (!host.dispatchEvent(new PaymentOpenEvent(host.payment, url))) event.preventDefault();
    watch.hurry();
  }

  /** What came of the press; of one for another code there is nothing to say. */
  get outcome(): 'opened' | 'nothing' | undefined {
    return this.#text === this.#life.host.offer?.text ? this.#pressed : undefined;
  }

  /** What is waited for after the press, and what to do. */
  get waiting(): Saying | undefined {
    return this.outcome === 'opened' ? this.#life.states.opened : undefined;
  }

  /** What else there is where no app has opened, or where the page is inside an app that may open none. */
  notice(): TemplateResult | typeof nothing {
    const { outcome } = this;
    const { nothingOpened, insideApp: inside } = this.#life.states;
    const saying = outcome === 'nothing' ? nothingOpened : !outcome && this.#life.host.opensApp?.() === 'inside' ? inside : undefined;
    return saying ? notice(saying) : nothing;
  }
}
