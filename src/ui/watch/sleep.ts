import type { World } from './world.ts';

/** The shopper's clock and the one that never jumps have come apart by more: the machine has slept, or somebody has set the clock. */
const SLEPT_MS = 5_000;

/** Notices that the machine has slept: of the two clocks one goes on meanwhile, and the other may not. */
export class Sleep {
  readonly #world: Pick<World, 'now' | 'wall'>;
  #apartMs = 0;

  constructor(world: Pick<World, 'now' | 'wall'>) {
    this.#world = world;
    this.noticed();
  }

  /** Whether the machine has slept since this was last asked. */
  noticed(): boolean {
    const before = this.#apartMs;
    this.#apartMs = this.#world.wall() - this.#world.now();
    return Math.abs(this.#apartMs - before) > SLEPT_MS;
  }
}
