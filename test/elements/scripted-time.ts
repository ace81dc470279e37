/** What a test replaces, as the browser has it. */
const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  requestAnimationFrame: globalThis.requestAnimationFrame,
  dateNow: Date.now,
  random: Math.random,
};

/** Code may have kept `Math.random` when it was loaded, so the stand-in is there before and for good. */
let chance: (() => number) | undefined;
Math.random = () => (chance ?? real.random)();

/** A promise that the test keeps when it wants to. */
export function promised<T>(): { promise: Promise<T>; resolve: (value: T | PromiseLike<T>) => void } {
  let resolve!: (value: T | PromiseLike<T>) => void;
  return { promise: new Promise<T>((keep) => (resolve = keep)), resolve };
}

/** Turns of the browser's own task queue, so that promises, streams and cached modules come to rest; takes no scripted time. */
export async function settle(turns = 12): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(undefined);
    });
  }
}

/** Waits for what real work, such as the loading of a module, brings about; throws after ten seconds, which a busy machine may need, with what was waited for. */
export async function until(what: string, holds: () => unknown): Promise<void> {
  const began = real.dateNow();
  while (!holds()) {
    if (real.dateNow() - began > 10_000) throw new Error(`waited in vain: ${what}`);
    await settle(4);
  }
}

/** Timers, clocks and chance of the page, moved by the test alone. */
export class ScriptedTime {
  /** Milliseconds that have passed since the test began. */
  passed = 0;
  /** How far the shopper's wall clock is off. */
  wrongByMs = 0;
  /** What chance gives: a half leaves an interval as it is, and halves the longest back-off. */
  chance = 0.5;
  readonly #start = Date.parse('2026-11-21T12:00:00Z');
  readonly #tasks = new Map<number, { at: number; task: () => void }>();
  #last = 1_000_000;

  /** The true time, ISO 8601; `inMs` from now. */
  iso(inMs = 0): string {
    return new Date(this.#start + this.passed + inMs).toISOString();
  }

  /** How many timers are set. */
  get timers(): number {
    return this.#tasks.size;
  }

  begin(): void {
    const set = (task: () => void, ms = 0) => {
      this.#tasks.set(++this.#last, { at: this.passed + Math.max(0, ms || 0), task });
      return this.#last;
    };
    globalThis.setTimeout = set as unknown as typeof setTimeout;
    globalThis.clearTimeout = ((id?: number) => void this.#tasks.delete(id ?? 0)) as typeof clearTimeout;
    globalThis.requestAnimationFrame = (task) => set(() => task(performance.now()));
    performance.now = () => 50_000 + this.passed;
    Date.now = () => this.#start + this.passed + this.wrongByMs;
    chance = () => this.chance;
  }

  end(): void {
    globalThis.setTimeout = real.setTimeout;
    globalThis.clearTimeout = real.clearTimeout;
    globalThis.requestAnimationFrame = real.requestAnimationFrame;
    // The browser's own stands behind, on the prototype.
    delete (performance as Partial<Performance>).now;
    Date.now = real.dateNow;
    chance = undefined;
    this.#tasks.clear();
  }

  /** Lets time pass: every timer that comes due runs at its moment, and what it set off comes to rest before the next. */
  async advance(ms: number): Promise<void> {
    const end = this.passed + ms;
    await settle();
    for (let next = this.#due(end); next; next = this.#due(end)) {
      const [id, { at, task }] = next;
      this.#tasks.delete(id);
      this.passed = Math.max(this.passed, at);
      task();
      await settle();
    }
    this.passed = end;
  }

  #due(end: number) {
    let first: [number, { at: number; task: () => void }] | undefined;
    for (const entry of this.#tasks) if (entry[1].at <= end && entry[1].at < (first?.[1].at ?? Infinity)) first = entry;
    return first;
  }
}
