import { PAGE, type World } from './world.ts';

/** The server's clock as seen from here: right under a wrong local clock, because it counts on with one that never jumps. */
export class ServerClock {
  readonly #world: Pick<World, 'now' | 'wall'>;
  #aheadMs: number | undefined;

  constructor(world: Pick<World, 'now' | 'wall'> = PAGE) {
    this.#world = world;
  }

  /** Whether a server has told its time. */
  get known(): boolean {
    return this.#aheadMs !== undefined;
  }

  /** Milliseconds since 1970 by the server, by the local clock as long as none has told its time. */
  now(): number {
    return this.#aheadMs === undefined ? this.#world.wall() : this.#world.now() + this.#aheadMs;
  }

  /** Sets the clock by an answer that says `serverTime` (ms since 1970) and took `tookMs`. */
  sync(serverTime: number, tookMs: number): void {
    this.#aheadMs = serverTime + tookMs / 2 - this.#world.now();
  }

  /** The machine has slept, and nobody knows how long: what was told before is worth nothing. */
  forget(): void {
    this.#aheadMs = undefined;
  }
}
