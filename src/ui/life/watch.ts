import { PaymentRecoveredEvent } from '../../act-events.ts';
import { isFinal } from '../../formats/payment.ts';
import { isInstant, readStatus } from '../../formats/payment-answer.ts';
import { Problem } from '../../formats/problem.ts';
import { safeUrl } from '../../formats/safe-url.ts';
import type { PaymentController } from '../payment-controller.ts';
import type { PaymentElement } from '../payment-element.ts';
import type { PaymentLife } from '../payment-life.ts';
import { Countdown, ServerClock } from './clock.ts';
import { onPixelRatio } from './pixels.ts';
import { Poller, type Outcome } from './poller.ts';
import { ask, type Answer } from './request.ts';

/** An expired payment is asked after for so long, because a late payment still wins. */
const GRACE_MS = 120_000;
/** A payment that the server does not know is asked for so often, and over so long, before it counts as lost. */
const LOST = { tries: 3, ms: 10_000 };

/** Watches one payment: asks the server, keeps the server's time, counts down, and knows of trouble on the way. */
export class Watch {
  /** The outage that goes on, if any. */
  trouble: Problem | undefined;
  /** The server does not know the payment (any more). */
  lost: Problem | undefined;
  /** When the payment came to its end by the server's clock, where that was seen from here. */
  settledAt: number | undefined;
  readonly clock = new ServerClock();
  readonly countdown: Countdown;
  readonly #life: PaymentLife;
  readonly #host: PaymentElement;
  readonly #payments: PaymentController;
  readonly #poller = new Poller(() => this.#ask());
  #stop = new AbortController();
  /** Ends the question about a payment that another one has taken the place of. */
  #question = new AbortController();
  #epoch = -1;
  #unknown: number[] = [];
  #told = '';
  #expiredAt: number | undefined;
  /** The server has said of this payment that it was not over yet. */
  #waited = false;

  constructor(life: PaymentLife, payments: PaymentController, tick: (leftMs: number) => void) {
    this.#life = life;
    this.#host = life.host;
    this.#payments = payments;
    this.countdown = new Countdown(this.clock, tick);
  }

  /** The address that tells the status: of the payment itself, else of the attribute. */
  get statusUrl(): string {
    return this.#payments.state.statusUrl || this.#host.statusUrl;
  }

  /** Watches while the element is in a page. */
  start(): void {
    this.#stop = new AbortController();
    this.#question = new AbortController();
    const { signal } = this.#stop;
    const seen = () => (document.hidden ? this.#poller.pause() : this.#seen());
    document.addEventListener('visibilitychange', seen, { signal });
    addEventListener('pageshow', seen, { signal });
    addEventListener('online', () => document.hidden || void this.refresh(), { signal });
    onPixelRatio(() => this.#host.requestUpdate(), signal);
    this.follow();
  }

  /** Leaves no timer, listener or request behind. */
  stop(): void {
    this.#stop.abort();
    this.#question.abort();
    this.#poller.stop();
    this.countdown.run(undefined);
  }

  /** Takes up what has changed: another payment, an end, a new deadline. */
  follow(): void {
    if (this.#stop.signal.aborted) return;
    const { state, epoch } = this.#payments;
    if (epoch !== this.#epoch) {
      this.#epoch = epoch;
      this.#poller.stop();
      this.#question.abort();
      this.#question = new AbortController();
      this.#unknown = [];
      this.trouble = this.lost = this.#expiredAt = this.settledAt = undefined;
      this.#waited = Boolean(state.serverTime) && !isFinal(state.status);
    }
    if (state.status === 'expired') this.#expiredAt ??= performance.now();
    const deadline = Date.parse(state.expiresAt ?? this.#writtenDeadline());
    const running = state.status === 'pending' && !Number.isNaN(deadline) && (this.clock.known || !this.statusUrl);
    const ran = this.countdown.leftMs !== undefined;
    this.countdown.run(running ? deadline : undefined);
    if (ran !== running) this.#host.requestUpdate();
    // A deadline means nothing without the server's time, so that is asked for at once.
    if (this.#asksOn()) this.#poller.start(!document.hidden && !Number.isNaN(deadline) && !this.clock.known);
    else this.#poller.stop();
    if (document.hidden) this.#poller.pause();
  }

  /** The shopper is likely to have paid: asks often for a while. */
  hurry(): void {
    this.#poller.hurry();
  }

  /** Asks the server now. */
  async refresh(): Promise<void> {
    if (!this.statusUrl) return;
    if (this.lost) {
      this.lost = undefined;
      this.follow();
    }
    this.#unknown = [];
    await this.#poller.now();
  }

  /** The attribute's deadline; one that is no moment is told once, and is none. */
  #writtenDeadline(): string {
    const { expiresAt } = this.#host;
    if (!expiresAt || isInstant(expiresAt)) return expiresAt;
    const rule = 'write ISO 8601 with offset, such as "2026-11-21T12:00:00Z"';
    if (expiresAt !== this.#told) this.#life.report(new Problem('invalid-attribute', `expires-at="${expiresAt}": ${rule}.`, { field: 'expires-at', value: expiresAt }), false);
    this.#told = expiresAt;
    return '';
  }

  #seen(): void {
    this.#poller.resume();
    this.follow();
    if (this.#payments.state.status === 'expired') void this.refresh();
  }

  #asksOn(): boolean {
    const { status } = this.#payments.state;
    if (!this.statusUrl || this.lost || status === 'idle' || status === 'creating') return false;
    return status === 'expired' ? performance.now() - (this.#expiredAt ?? 0) < GRACE_MS : !isFinal(status);
  }

  async #ask(): Promise<Outcome> {
    const { epoch } = this.#payments;
    const question = this.#question;
    try {
      const request = new Request(safeUrl(this.statusUrl, { base: document.baseURI, schemes: [], field: 'status-url' }), {
        headers: { accept: 'application/json' },
        cache: 'no-store',
        credentials: 'same-origin',
        redirect: 'error',
      });
      const answer = await ask(request, question.signal);
      return question.signal.aborted || epoch !== this.#payments.epoch ? { result: 'answered' } : this.#take(answer);
    } catch (error) {
      if (question.signal.aborted || epoch !== this.#payments.epoch) return { result: 'answered' };
      // A parseStatus of the page may throw anything.
      const problem = error instanceof Problem ? error : new Problem('bad-response', String(error), { cause: error });
      if (problem.code === 'unsafe-url') {
        this.#life.report(problem, false);
        return { result: 'over' };
      }
      this.#outage(problem);
      return { result: 'failed' };
    }
  }

  #take(answer: Answer): Outcome {
    const { status, ok, url, retryAfterMs, date, tookMs } = answer;
    if ([401, 403, 404, 410].includes(status)) return this.#notKnown(answer);
    if (!ok) {
      this.#outage(new Problem('network', `${url} answered ${status}.`));
      return { result: 'failed', waitMs: retryAfterMs };
    }
    const { parseStatus } = this.#host;
    const news = readStatus(parseStatus ? parseStatus(answer.json) : answer.json);
    const serverTime = news.serverTime ? Date.parse(news.serverTime) : date;
    if (serverTime !== undefined) this.clock.sync(serverTime, tookMs);
    this.#unknown = [];
    if (this.trouble) {
      this.trouble = undefined;
      // In this task, but never amid news: a listener may set another payment.
      queueMicrotask(() => this.#host.dispatchEvent(/** @internal */ new PaymentRecoveredEvent(this.#host.payment)));
    }
    this.#payments.take(news, 'poll');
    const over = isFinal(this.#payments.state.status);
    if (over && this.#waited) this.settledAt ??= this.clock.now();
    this.#waited ||= !over;
    this.follow();
    this.#host.requestUpdate();
    return { result: this.#asksOn() ? 'answered' : 'over', waitMs: news.pollAfterMs };
  }

  #notKnown({ url, status, retryAfterMs }: Answer): Outcome {
    this.#unknown.push(performance.now());
    const since = performance.now() - (this.#unknown[0] ?? 0);
    if (this.#unknown.length < LOST.tries || since < LOST.ms) return { result: 'failed', waitMs: retryAfterMs ?? LOST.ms / 2 };
    this.lost = new Problem('not-found', `${url} answered ${status}: the server does not tell of this payment.`, { field: 'status-url', value: url });
    this.#life.report(this.lost, false);
    this.#host.requestUpdate();
    return { result: 'over' };
  }

  /** Told once an outage; the last known state stays on the screen. */
  #outage(problem: Problem): void {
    const known = this.trouble;
    this.trouble = problem;
    if (!known) this.#life.report(problem, true);
    this.#host.requestUpdate();
  }
}
