import type { PaymentController } from '../payment-controller.ts';
import type { PaymentLife } from '../payment-life.ts';
import { digits, HURRY_MS, MILESTONES_S } from './clock.ts';

/** What the time that is left does: it is counted, said aloud now and then, shown in amber at last, and then it is up. */
export class LastMinutes {
  /** The text of the clock is a node of its own, so that a tick is no render. */
  readonly text = new Text();
  readonly #life: PaymentLife;
  readonly #payments: PaymentController;
  #reached: number | undefined;

  constructor(life: PaymentLife, payments: PaymentController) {
    this.#life = life;
    this.#payments = payments;
  }

  /** Whether the last minutes run. */
  get hurrying(): boolean {
    return (this.#life.watch.countdown.leftMs ?? Infinity) <= HURRY_MS;
  }

  /** So much is left. */
  tick(leftMs: number): void {
    const { host, speech, states, watch } = this.#life;
    this.text.data = host.words.left(digits(leftMs));
    const seconds = Math.ceil(leftMs / 1000);
    const reached = MILESTONES_S.filter((milestone) => seconds <= milestone).at(-1);
    if (reached !== undefined && seconds > 0) {
      if (seconds > reached - 2) speech.say(reached < 60 ? states.secondsLeft(reached) : states.minutesLeft(reached / 60), reached);
      if (reached !== this.#reached) host.requestUpdate();
      this.#reached = reached;
    }
    if (leftMs > 0) return;
    if (watch.statusUrl) {
      speech.say(states.timeUp, 'time is up');
      watch.timeUp();
    } else this.#payments.take({ status: 'expired' }, 'clock');
    host.requestUpdate();
  }
}
