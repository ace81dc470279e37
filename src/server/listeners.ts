import { BEAT, EventStream, retryBytes } from './event-stream.ts';

/** Acts once, later; gives the function that calls it off. Whether the process ends must not depend on it. */
export type After = (milliseconds: number, act: () => void) => () => void;

/** How many streams are held at a time. */
export interface StreamLimits {
  /** Of one payment. 8 when left out: tabs and devices of one shopper. */
  readonly perPayment?: number | undefined;
  /** In this process. 10,000 when left out. */
  readonly inAll?: number | undefined;
}

/** One stream and whoever reads it. */
export interface Listener {
  readonly key: string;
  readonly stream: EventStream;
  /** The version that was sent last; nothing older follows. */
  version: number;
  /** Whether it counts towards the limits. */
  admitted: boolean;
  /** In seconds of the listeners' own clock. */
  spokeAt: number;
  readonly endsAt: number;
}

/** Everyone who listens to one payment. */
interface Audience {
  readonly listeners: Set<Listener>;
  admitted: number;
  lookedAt: number;
}

/** The listeners' own clock, in milliseconds. It counts ticks, so that a wall clock that is set anew changes nothing. */
const TICK = 1000;
/** After how much silence something is sent, and the longest life of a stream, in seconds; up to a tenth of the life is left out by chance. */
const SILENCE = 15;
const LIFE = 600;

/** Within what time a browser comes back, in milliseconds: by chance, so that not all of them come at once. */
const retry = (): Uint8Array => retryBytes(1000 + Math.floor(Math.random() * 4000));

/** Who listens to which payment, by the SHA-256 of its secret id: holds their number, keeps them alive, and ends them. */
export class Listeners {
  readonly #audiences = new Map<string, Audience>();
  readonly #limits: Required<StreamLimits>;
  readonly #after: After;
  readonly #ticked: () => void;
  #admitted = 0;
  #seconds = 0;
  #stop: (() => void) | undefined;

  /** `ticked` is called every second while someone listens. */
  constructor(limits: { readonly perPayment: number; readonly inAll: number }, after: After, ticked: () => void) {
    this.#limits = limits;
    this.#after = after;
    this.#ticked = ticked;
  }

  /** A new listener that hears of every change from now on; it does not count before it is admitted. */
  join(key: string): Listener {
    const stream = new EventStream(() => this.leave(listener));
    const endsAt = this.#seconds + LIFE - Math.floor((Math.random() * LIFE) / 10);
    const listener: Listener = { key, stream, version: 0, admitted: false, spokeAt: this.#seconds, endsAt };
    let audience = this.#audiences.get(key);
    if (!audience) this.#audiences.set(key, (audience = { listeners: new Set(), admitted: 0, lookedAt: this.#seconds }));
    audience.listeners.add(listener);
    stream.send(retry());
    this.#stop ??= this.#after(TICK, () => this.#tick());
    return listener;
  }

  /** Counts a listener; false when there are too many, of this payment or in all. */
  admit(listener: Listener): boolean {
    const audience = this.#audiences.get(listener.key);
    // It may have heard the end of the payment, and left, before it was counted.
    if (!audience?.listeners.has(listener)) return true;
    if (audience.admitted >= this.#limits.perPayment || this.#admitted >= this.#limits.inAll) return false;
    listener.admitted = true;
    audience.admitted++;
    this.#admitted++;
    return true;
  }

  /** Forgets a listener. */
  leave(listener: Listener): void {
    const audience = this.#audiences.get(listener.key);
    if (!audience?.listeners.delete(listener)) return;
    // Whoever has been looking its payment up meanwhile finds that nothing is to follow.
    listener.version = Infinity;
    if (listener.admitted) {
      audience.admitted--;
      this.#admitted--;
    }
    if (!audience.listeners.size) this.#audiences.delete(listener.key);
    if (this.#audiences.size) return;
    this.#stop?.();
    this.#stop = undefined;
  }

  /** Tells one listener of a version, unless it knows that one or a newer; with the last one its stream ends. Whether it was sent. */
  tell(listener: Listener, version: number, bytes: Uint8Array, isLast: boolean): boolean {
    if (version <= listener.version) return false;
    listener.version = version;
    if (!this.#say(listener, bytes)) return false;
    if (isLast) this.#end(listener);
    return true;
  }

  /** Those who listen to this payment and know no version as new as this one. */
  behind(key: string, version: number): Listener[] {
    return [...(this.#audiences.get(key)?.listeners ?? [])].filter((listener) => listener.version < version);
  }

  /** The payments that were not looked up for so many seconds, each as having been looked up now. */
  *due(seconds: number): Generator<string> {
    for (const [key, audience] of this.#audiences) {
      if (this.#seconds - audience.lookedAt < seconds) continue;
      audience.lookedAt = this.#seconds;
      yield key;
    }
  }

  /** Says when to come back, and ends every stream. */
  endAll(): void {
    for (const { listeners } of this.#audiences.values()) for (const listener of listeners) this.#end(listener);
  }

  #tick(): void {
    this.#seconds++;
    for (const { listeners } of this.#audiences.values()) {
      for (const listener of listeners) {
        if (this.#seconds >= listener.endsAt) this.#end(listener);
        else if (this.#seconds - listener.spokeAt >= SILENCE) this.#say(listener, BEAT);
      }
    }
    this.#ticked();
    this.#stop = this.#audiences.size ? this.#after(TICK, () => this.#tick()) : undefined;
  }

  #say(listener: Listener, bytes: Uint8Array): boolean {
    listener.spokeAt = this.#seconds;
    const isSent = listener.stream.send(bytes);
    if (!isSent) this.leave(listener);
    return isSent;
  }

  #end(listener: Listener): void {
    listener.stream.end(retry());
    this.leave(listener);
  }
}
