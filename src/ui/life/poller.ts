/** What came of one question. */
export interface Outcome {
  /** `answered`: ask on by the schedule; `failed`: back off; `over`: ask no more. */
  readonly result: 'answered' | 'failed' | 'over';
  /** How long the server wants to be left alone. */
  readonly waitMs?: number | undefined;
}

/** Time, chance and timers, so that a test can bring its own. */
export interface World {
  /** Milliseconds that never jump. */
  now(): number;
  /** At least 0, less than 1. */
  random(): number;
  /** Runs `task` later; gives the function that calls it off. */
  after(ms: number, task: () => void): () => void;
}

const BROWSER: World = {
  now: () => performance.now(),
  random: Math.random,
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/** How often a waiting shopper's payment is asked for: 2 s for a minute, 5 s to minute 3, then 16 s. */
const SCHEDULE = [
  { untilMs: 60_000, everyMs: 2_000 },
  { untilMs: 180_000, everyMs: 5_000 },
  { untilMs: Infinity, everyMs: 16_000 },
];
/** After a return, a copy or an opened app the shopper is likely to have paid: 2 s again for 20 s, three times in 15 minutes. */
const BURST_MS = 20_000;
const BURSTS_PER_MS = { bursts: 3, ms: 900_000 };
const BACK_OFF = { baseMs: 1_000, capMs: 30_000 };
const SERVER_WAIT = { leastMs: 500, mostMs: 60_000 };

/** Asks again and again: one question in flight, none while paused, none after the end. It knows no network and no document. */
export class Poller {
  readonly #ask: () => Promise<Outcome>;
  readonly #world: World;
  #state: 'off' | 'on' | 'paused' = 'off';
  /** The question in flight, and the run of the schedule that it belongs to. */
  #asking: { readonly run: number; readonly done: Promise<void> } | undefined;
  #run = 0;
  #cancel: (() => void) | undefined;
  #startedAt = 0;
  #burstUntil = -Infinity;
  #bursts: number[] = [];
  #failures = 0;

  constructor(ask: () => Promise<Outcome>, world = BROWSER) {
    this.#ask = ask;
    this.#world = world;
  }

  /** Begins the schedule; `atOnce` asks the first time now. */
  start(atOnce = false): void {
    if (this.#state !== 'off') return;
    this.#state = 'on';
    this.#startedAt = this.#world.now();
    this.#failures = 0;
    if (atOnce) void this.now();
    else this.#schedule(this.#interval());
  }

  /** No question from now on, and what is in flight is no answer to a later one. */
  stop(): void {
    this.#state = 'off';
    this.#run++;
    this.#cancel?.();
  }

  /** No question until `resume`. */
  pause(): void {
    if (this.#state !== 'on') return;
    this.#state = 'paused';
    this.#cancel?.();
  }

  /** Asks at once, then often for a while. */
  resume(): void {
    if (this.#state !== 'paused') return;
    this.#state = 'on';
    this.hurry();
    void this.now();
  }

  /** The shopper is likely to have paid: asks often for a while. */
  hurry(): void {
    const now = this.#world.now();
    this.#bursts = this.#bursts.filter((at) => now - at < BURSTS_PER_MS.ms);
    if (this.#state === 'off' || now < this.#burstUntil || this.#bursts.length >= BURSTS_PER_MS.bursts) return;
    this.#bursts.push(now);
    this.#burstUntil = now + BURST_MS;
    if (this.#state === 'on' && !this.#asking && !this.#failures) this.#schedule(this.#interval());
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

  async #once(run: number): Promise<void> {
    if (run !== this.#run) return;
    const { result, waitMs } = await this.#ask();
    if (run !== this.#run) return;
    this.#failures = result === 'failed' ? this.#failures + 1 : 0;
    if (result === 'over') this.stop();
    if (this.#state === 'on') this.#schedule(result === 'failed' ? this.#backOff(waitMs) : this.#interval(waitMs));
  }

  #interval(waitMs?: number): number {
    const now = this.#world.now();
    const ran = now - this.#startedAt;
    const everyMs = now < this.#burstUntil ? SCHEDULE[0]?.everyMs : SCHEDULE.find(({ untilMs }) => ran < untilMs)?.everyMs;
    const ms = waitMs === undefined ? (everyMs ?? SERVER_WAIT.mostMs) : Math.min(Math.max(waitMs, SERVER_WAIT.leastMs), SERVER_WAIT.mostMs);
    return ms * (0.8 + 0.4 * this.#world.random());
  }

  /** Full jitter, so that the clients of an outage do not come back together; never by itself before the server wants them. */
  #backOff(waitMs = 0): number {
    const most = Math.min(BACK_OFF.capMs, BACK_OFF.baseMs * 2 ** this.#failures);
    return waitMs ? waitMs * (1 + 0.2 * this.#world.random()) : most * this.#world.random();
  }

  #schedule(ms: number): void {
    this.#cancel?.();
    this.#cancel = this.#world.after(ms, () => void this.now());
  }
}
