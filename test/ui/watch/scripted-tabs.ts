/** A request for a lock: who asked, what to run, and how to answer. */
interface Wish {
  readonly callback: (lock: unknown) => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface WishOptions {
  readonly signal?: AbortSignal;
  readonly steal?: boolean;
}

const aborted = () => new DOMException('aborted', 'AbortError');

/** Web Locks (exclusive ones) that grant within a microtask, after the specification's order: first come, first served, unless stolen. */
export class ScriptedLocks {
  readonly #held = new Map<string, Wish>();
  readonly #waiting = new Map<string, Wish[]>();

  request(name: string, options: WishOptions, callback: (lock: unknown) => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const wish = { callback, resolve, reject };
      const line = this.#waiting.get(name) ?? [];
      this.#waiting.set(name, line);
      if (options.steal) {
        this.#held.get(name)?.reject(aborted());
        this.#held.delete(name);
        line.unshift(wish);
      } else line.push(wish);
      options.signal?.addEventListener('abort', () => {
        if (!line.includes(wish)) return;
        line.splice(line.indexOf(wish), 1);
        reject(aborted());
      });
      queueMicrotask(() => this.#grant(name));
    });
  }

  /** How many locks are held or waited for. */
  get size(): number {
    return this.#held.size + [...this.#waiting.values()].reduce((sum, line) => sum + line.length, 0);
  }

  /** A tab that dies lets go of everything, as the browser sees to. */
  asTab(): { request: ScriptedLocks['request']; die: () => void } {
    const mine: { name: string; wish: { reject: (error: unknown) => void } }[] = [];
    let dead = false;
    return {
      request: (name, options, callback) => {
        if (dead) return new Promise(() => undefined);
        let letGo!: () => void;
        const held = new Promise<void>((resolve) => (letGo = resolve));
        mine.push({ name, wish: { reject: letGo } });
        return this.request(name, options, (lock) => (dead ? undefined : Promise.race([callback(lock), held])));
      },
      die: () => {
        dead = true;
        for (const { wish } of mine) wish.reject(undefined);
      },
    };
  }

  #grant(name: string): void {
    const wish = this.#held.has(name) ? undefined : this.#waiting.get(name)?.shift();
    if (!wish) return;
    this.#held.set(name, wish);
    const done = (settle: () => void) => {
      settle();
      if (this.#held.get(name) !== wish) return;
      this.#held.delete(name);
      this.#grant(name);
    };
    Promise.resolve()
      .then(() => wish.callback({ name }))
      .then((value) => done(() => wish.resolve(value)), (error: unknown) => done(() => wish.reject(error)));
  }
}

/** What tabs of one browser say to each other, delivered within a microtask, as copies. */
export class ScriptedChannels {
  readonly #open = new Map<string, Set<ScriptedChannel>>();
  /** Everything that was said. */
  readonly said: unknown[] = [];

  get size(): number {
    return [...this.#open.values()].reduce((sum, channels) => sum + channels.size, 0);
  }

  channel(name: string): ScriptedChannel {
    const channels = this.#open.get(name) ?? new Set();
    this.#open.set(name, channels);
    const channel = new ScriptedChannel(
      (data) => {
        this.said.push(data);
        const copy = structuredClone(data);
        for (const other of channels) if (other !== channel) queueMicrotask(() => channels.has(other) && other.onmessage?.({ data: copy } as MessageEvent));
      },
      () => channels.delete(channel),
    );
    channels.add(channel);
    return channel;
  }
}

export class ScriptedChannel {
  onmessage: ((event: MessageEvent) => void) | null = null;
  readonly postMessage: (data: unknown) => void;
  readonly close: () => void;

  constructor(post: (data: unknown) => void, close: () => void) {
    this.postMessage = post;
    this.close = close;
  }
}
