import type { World } from './world.ts';

/** What the schedule needs of its surroundings. */
type Timing = Pick<World, 'now' | 'random' | 'after'>;

/** What came of one question. */
export interface Outcome {
  /** `answered`: ask on by the schedule; `failed`: back off; `over`: ask no more. */
  readonly result: 'answered' | 'failed' | 'over';
  /** How long the server wants to be left alone. */
  readonly waitMs?: number | undefined;
}

/** How far a schedule has come, as ages in milliseconds: what the next tab, or the page after a reload, goes on from. */
export interface Pace {
  readonly ageMs: number;
  /** How long ago each burst began. */
  readonly burstsMs: readonly number[];
}

/** How often a waiting shopper's payment is asked for: 2 s for a minute, 5 s to minute 3, then 16 s. */
const SCHEDULE = [
  { untilMs: 60_000, everyMs: 2_000 },
  { untilMs: 180_000, everyMs: 5_000 },
  { untilMs: Infinity, everyMs: 16_000 },
];
/** While news is pushed, polling only makes sure that the stream tells everything. */
const UNDERNEATH_MS = 30_000;
/** After a return, a copy or an opened app the shopper is likely to have paid: 2 s again for 20 s, three times in 15 minutes. */
const BURST = { ms: 20_000, everyMs: 2_000, questions: 10, perMs: 900_000, bursts: 3 };
const BACK_OFF = { leastMs: 100, baseMs: 1_000, capMs: 30_000 };
const SERVER_WAIT = { leastMs: 500, mostMs: 60_000 };

/** Asks again and again: one question in flight, none while paused, none after the end. It knows no network and no document. */
export class Poller {
  readonly #ask: (stop: AbortSignal) => Promise<Outcome>;
  readonly #world: Timing;
  readonly #planned: (ms: number) => void;
  #state: 'off' | 'on' | 'paused' = 'off';
  /** The question in flight, and the run of the schedule that it belongs to. */
  #asking: { readonly run: number; readonly done: Promise<void> } | undefined;
  #run = 0;
  #stop = new AbortController();
  #cancel: (() => void) | undefined;
  #startedAt: number | undefined;
  /** When the last answer came, or the schedule began, and when the next question is due. */
  #restedAt = 0;
  #dueAt = 0;
  #bursts: number[] = [];
  #inBurst = 0;
  #failures = 0;
  /** How many intervals the questions are ahead of the schedule, by chance. */
  #ahead = 0;
  #underneath = false;

  /**
   * @param ask - Asks once, until `stop` fires.
   * @param planned - Told how long it will be until the next question.
   */
  constructor(ask: (stop: AbortSignal) => Promise<Outcome>, world: Timing, planned: (ms: number) => void = () => undefined) {
    this.#ask = ask;
    this.#world = world;
    this.#planned = planned;
  }

  get pace(): Pace {
    const now = this.#world.now();
    return { ageMs: now - (this.#startedAt ?? now), burstsMs: this.#bursts.map((at) => now - at) };
  }

  /** Goes on from where another tab is, or this one was before a reload, if that is further on. */
  keepPace({ ageMs, burstsMs }: Pace): void {
    const now = this.#world.now();
    this.#startedAt = Math.min(this.#startedAt ?? now, now - ageMs);
    if (burstsMs.length > this.#bursts.length) this.#bursts = burstsMs.map((age) => now - age);
  }

  /** Runs the schedule, where it is not running. `atOnce` asks the first time now. */
  start(atOnce = false): void {
    if (this.#state === 'on') return;
    this.#state = 'on';
    this.#restedAt = this.#world.now();
    this.#startedAt ??= this.#restedAt;
    if (atOnce) void this.now();
    else if (this.#asking?.run !== this.#run) this.#schedule(this.#interval());
  }

  /** No question from now on, and the one in flight is called off. */
  stop(): void {
    this.#state = 'off';
    this.#run++;
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#failures = 0;
    this.#cancel?.();
  }

  /** No question of its own until `start`. */
  pause(): void {
    if (this.#state === 'on') this.#state = 'paused';
    this.#cancel?.();
  }

  /** News is pushed from now on, or not any more: polling goes on underneath. */
  underneath(is: boolean): void {
    if (is === this.#underneath) return;
    this.#underneath = is;
    if (!this.#resting) return;
    const now = this.#world.now();
    // However often a stream comes and goes, the next question stays within an interval of the last answer.
    this.#schedule(is ? Math.max(0, this.#restedAt + this.#interval() - now) : Math.min(this.#interval(), this.#dueAt - now));
  }

  /** The shopper is likely to have paid: asks often for a while. */
  hurry(): void {
    const now = this.#world.now();
    this.#bursts = this.#bursts.filter((at) => now - at < BURST.perMs);
    if (this.#bursting || this.#bursts.length >= BURST.bursts) return;
    this.#bursts.push(now);
    this.#inBurst = 0;
    if (this.#resting) this.#schedule(this.#interval());
  }

  /** Asks now, whatever the schedule says, or waits for the question that is in flight. */
  now(): Promise<void> {
    this.#cancel?.();
    if (this.#asking?.run !== this.#run) {
      const run = this.#run;
      const earlier = this.#asking?.done;
      // A question of an earlier run is being called off: only then the next one is asked.
      const done = earlier ? earlier.then(() => this.#once(run)) : this.#once(run);
      const asking = { run, done: done.then(() => void (this.#asking = this.#asking === asking ? undefined : this.#asking)) };
      this.#asking = asking;
    }
    return this.#asking.done;
  }

  /** Waits by the schedule for the next question. */
  get #resting(): boolean {
    return this.#state === 'on' && this.#asking?.run !== this.#run && !this.#failures;
  }

  get #bursting(): boolean {
    return this.#world.now() < (this.#bursts.at(-1) ?? -Infinity) + BURST.ms && this.#inBurst < BURST.questions;
  }

  async #once(run: number): Promise<void> {
    if (run !== this.#run) return;
    this.#inBurst++;
    const { result, waitMs } = await this.#ask(this.#stop.signal);
    if (run !== this.#run) return;
    this.#restedAt = this.#world.now();
    this.#failures = result === 'failed' ? this.#failures + 1 : 0;
    if (result === 'over') this.stop();
    if (this.#state === 'on') this.#schedule(result === 'failed' ? this.#backOff(waitMs) : this.#interval(waitMs));
  }

  #interval(waitMs?: number): number {
    const ran = this.pace.ageMs;
    const everyMs = SCHEDULE.find(({ untilMs }) => ran < untilMs)?.everyMs ?? SERVER_WAIT.mostMs;
    const asked = Math.min(Math.max(waitMs ?? everyMs, SERVER_WAIT.leastMs), SERVER_WAIT.mostMs);
    const ms = this.#bursting ? BURST.everyMs : this.#underneath ? Math.max(asked, UNDERNEATH_MS) : asked;
    return ms * this.#jitter();
  }

  /** A fifth more or less; chance that has run ahead of the schedule is mirrored, so that no run of it adds questions. */
  #jitter(): number {
    let stray = 0.4 * this.#world.random() - 0.2;
    if (this.#ahead >= 1) stray = Math.abs(stray);
    this.#ahead -= stray;
    return 1 + stray;
  }

  /** Full jitter, so that the clients of an outage do not come back together; never by itself before the server wants them. */
  #backOff(waitMs = 0): number {
    const most = Math.min(BACK_OFF.capMs, BACK_OFF.baseMs * 2 ** this.#failures);
    return waitMs ? waitMs * (1 + 0.2 * this.#world.random()) : Math.max(BACK_OFF.leastMs, most * this.#world.random());
  }

  #schedule(ms: number): void {
    this.#cancel?.();
    this.#dueAt = this.#world.now() + ms;
    this.#cancel = this.#world.after(ms, () => void this.now());
    this.#planned(ms);
  }
}
