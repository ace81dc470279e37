import type { News, Source } from '../../formats/payment.ts';
import { isInstant } from '../../formats/payment-answer.ts';
import type { Problem } from '../../formats/problem.ts';
import { PaymentRecoveredEvent } from '../../act-events.ts';
import type { PaymentController } from '../payment-controller.ts';
import type { PaymentElement } from '../payment-element.ts';
import type { PaymentLife } from '../payment-life.ts';
import type { Watcher } from '../watch/known.ts';
import { ServerClock } from '../watch/server-clock.ts';
import type { Due, Watch } from '../watch/watch.ts';
import { watchOf } from '../watch/watches.ts';
import { Countdown } from './clock.ts';

/** What one tag makes of the watch over its payment: which watch that is, and how much time is left. */
export class TagWatcher implements Watcher {
  /** When the code stops working, ms since 1970; NaN where nobody has said. */
  deadline = NaN;
  readonly countdown: Countdown;
  eventsUrl = '';
  readonly #life: PaymentLife;
  readonly #host: PaymentElement;
  readonly #payments: PaymentController;
  #watch: Watch | undefined;
  /** The server's time as a create answer has told it, before there was a watch. */
  readonly #clock = new ServerClock();
  #live = false;
  /** The tag has been in a page before. */
  #known = false;
  #epoch = -1;

  constructor(life: PaymentLife, payments: PaymentController, tick: (leftMs: number) => void) {
    this.#life = life;
    this.#host = life.host;
    this.#payments = payments;
    this.countdown = new Countdown(
      () => this.clock.now(),
      (leftMs) => {
        this.#watch?.wake();
        tick(leftMs);
      },
    );
  }

  get parse() {
    return this.#host.parseStatus;
  }

  /** The outage that goes on, if any. */
  get trouble(): Problem | undefined {
    return this.#watch?.known.trouble;
  }

  /** The server does not know the payment (any more). */
  get lost(): Problem | undefined {
    return this.#watch?.known.lost;
  }

  /** What was known before a pause, while the server has not been asked again. */
  get doubt(): News | undefined {
    return this.#watch?.known.doubt;
  }

  /** The server has said that it was not over yet. */
  get waited(): boolean {
    return this.#watch?.known.waited ?? false;
  }

  /** When the payment came to its end by the server's clock, where that was seen from here. */
  get settledAt(): number | undefined {
    return this.#watch?.known.settledAt;
  }

  get clock(): ServerClock {
    return this.#watch?.known.clock ?? this.#clock;
  }

  /** The address that tells the status: of the payment itself, else of the attribute. */
  get statusUrl(): string {
    return this.#payments.state.statusUrl || this.#host.statusUrl;
  }

  /** Watches while the element is in a page. */
  start(): void {
    this.#live = true;
    this.follow(this.#known || this.#host.returned ? 'return' : undefined);
    this.#known = true;
  }

  /** Leaves no timer, listener or request behind. */
  stop(): void {
    this.#live = false;
    this.#leave();
    this.countdown.run(undefined);
  }

  /** Takes up what has changed: another payment, an end, a new deadline. */
  follow(due?: Due): void {
    if (!this.#live) return;
    const { state, epoch } = this.#payments;
    const shown = state.status !== 'idle' && state.status !== 'creating';
    const url = shown ? this.#url('status-url', this.statusUrl) : undefined;
    if (epoch !== this.#epoch || url !== this.#watch?.url) this.#leave();
    this.#epoch = epoch;
    const deadline = (this.deadline = this.#host.returned ? NaN : Date.parse(state.expiresAt ?? this.#writtenDeadline()));
    if (url && !this.#watch) this.#join(watchOf(url), due ?? (Number.isNaN(deadline) ? undefined : 'time'));
    this.eventsUrl = this.#url('events-url', state.eventsUrl || this.#host.eventsUrl) ?? '';
    this.#watch?.listen();
    const running = state.status === 'pending' && !Number.isNaN(deadline) && (this.clock.known || !url);
    const ran = this.countdown.leftMs !== undefined;
    this.countdown.run(running ? deadline : undefined);
    if (ran !== running) this.#host.requestUpdate();
  }

  /** The shopper is likely to have paid: the server is asked often for a while. */
  hurry(): void {
    this.#watch?.hurry();
  }

  /** The time is up by the clock: the server is asked whether it says the same. */
  timeUp(): void {
    this.#watch?.askIfLeading();
  }

  /** Asks the server now. */
  async refresh(): Promise<void> {
    await this.#watch?.refresh();
  }

  take(news: News, source: Source): void {
    if (this.#epoch === this.#payments.epoch) this.#payments.take(news, source);
  }

  changed(): void {
    this.follow();
    this.#host.requestUpdate();
  }

  report(problem: Problem, recoverable: boolean): void {
    this.#life.report(problem, recoverable);
  }

  recovered(): void {
    // In this task, but never amid news: a listener may set another payment.
    queueMicrotask(() => this.#host.dispatchEvent(/** @internal */ new PaymentRecoveredEvent(this.#host.payment)));
  }

  #join(watch: Watch, due: Due | undefined): void {
    const { clock } = watch.known;
    if (this.#clock.known && !clock.known) clock.sync(this.#clock.now(), 0);
    this.#watch = watch;
    watch.join(this, this.#payments.state, due);
  }

  #leave(): void {
    if (this.#watch?.known.clock.known) this.#clock.sync(this.#watch.known.clock.now(), 0);
    this.#watch?.leave(this);
    this.#watch = undefined;
  }

  /** An absolute address to ask at; none where it may not be followed, which is told once. */
  #url(attribute: string, value: string | undefined): string | undefined {
    return this.#life.links.named(attribute, value, { base: document.baseURI, schemes: [] });
  }

  /** The attribute's deadline; one that is no moment is none. */
  #writtenDeadline(): string {
    const { expiresAt } = this.#host;
    return isInstant(expiresAt) ? expiresAt : '';
  }
}
