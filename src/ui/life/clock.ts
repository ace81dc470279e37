/** Time left as digits: `14:32`, from an hour on `1:02:03`; never below zero. */
export function digits(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

/** Seconds before the end at which the time left is said aloud; a clock that spoke every second would drown the rest. */
export const MILESTONES_S = [300, 120, 60, 20] as const;

/** From here on the clock is amber, and a new code is offered. */
export const HURRY_MS = 120_000;

/** Calls `tick` at every full second that is left until `deadline`, recomputed each time, never decremented. */
export class Countdown {
  readonly #now: () => number;
  readonly #tick: (leftMs: number) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #deadline: number | undefined;

  /** @param now - The server's clock, ms since 1970. */
  constructor(now: () => number, tick: (leftMs: number) => void) {
    this.#now = now;
    this.#tick = tick;
  }

  /** Milliseconds left; undefined without a deadline. */
  get leftMs(): number | undefined {
    return this.#deadline === undefined ? undefined : this.#deadline - this.#now();
  }

  /** Runs to `deadline`, ms since 1970; undefined stops. */
  run(deadline: number | undefined): void {
    clearTimeout(this.#timer);
    this.#deadline = deadline;
    const { leftMs } = this;
    if (leftMs === undefined) return;
    this.#tick(leftMs);
    if (leftMs > 0) this.#timer = setTimeout(() => this.run(this.#deadline), (leftMs % 1000) + 1);
  }
}
