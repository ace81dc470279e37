import type { News } from '../../formats/payment.ts';
import { readStatus } from '../../formats/payment-answer.ts';
import type { Pace } from './poller.ts';
import type { Channel, World } from './world.ts';

/** What the tab that asks tells the others. */
export interface Tidings {
  readonly news: News;
  /** The server's clock, ms since 1970. */
  readonly serverTime: number | undefined;
  /** An outage goes on. */
  readonly trouble: boolean;
  readonly pace: Pace;
  /** How long it will be until the next tidings. */
  readonly nextMs: number;
}

/** What the tabs of a browser say to each other about a payment. */
type TabMessage =
  /** A tab has come: who leads tells what is known. */
  | { readonly type: 'hello' }
  /** A shopper has come back to a tab that does not lead, and is likely to have paid. */
  | { readonly type: 'hurry' }
  | ({ readonly type: 'tidings' } & Tidings);

/** What a tab does in its part, and what it hears from the others. */
export interface TabRole {
  /** This tab asks the server from now on. */
  lead(): void;
  /** Another tab asks. */
  follow(): void;
  /** This tab leads, and is asked to tell what is known. */
  tell(): void;
  /** This tab leads, and in another one somebody is likely to have paid. */
  hurry(): void;
  /** The tab that leads has told. */
  hear(tidings: Tidings): void;
}

/** A leader that has said nothing for longer than it said it would is taken to hang. */
const SILENCE = { factor: 1.25, ms: 1_000, firstMs: 3_000 };
/** A server may ask for 300 s, and chance adds a fifth. */
const LONGEST_WAIT_MS = 360_000;

/**
 * Chooses one tab of the browser to ask for a payment: the visible one that holds a Web Lock. A tab that is hidden, put aside or
 * closed lets go of it, and one that hangs loses it. Where there are no locks or no channel every tab asks for itself.
 */
export class Tabs {
  readonly #name: string;
  readonly #world: World;
  readonly #role: TabRole;
  #channel: Channel | undefined;
  #letGo: (() => void) | undefined;
  #waiting: AbortController | undefined;
  #callOff: (() => void) | undefined;
  leading = false;

  constructor(name: string, world: World, role: TabRole) {
    this.#name = name;
    this.#world = world;
    this.#role = role;
  }

  /** Listens to the other tabs. */
  open(): void {
    if (this.#channel || !this.#world.locks) return;
    this.#channel = this.#world.channel(this.#name);
    if (this.#channel) this.#channel.onmessage = ({ data }) => this.#hear(data);
  }

  /** Wants to lead: at once where nobody does, else when the one who does lets go. */
  seek(): void {
    if (this.#waiting) return;
    this.#waiting = new AbortController();
    this.open();
    if (!this.#channel) return this.#lead();
    this.#request({ signal: this.#waiting.signal });
    this.tell({ type: 'hello' });
    this.#expect(SILENCE.firstMs);
  }

  /** Does not want to lead any more, but goes on listening. */
  yield(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#callOff?.();
    waiting?.abort();
    this.#letGo?.();
    this.#letGo = undefined;
    this.#demote();
  }

  /** Neither leads nor listens: nothing is left open. */
  close(): void {
    this.yield();
    this.#channel?.close();
    this.#channel = undefined;
  }

  tell(message: TabMessage): void {
    this.#channel?.postMessage(message);
  }

  #hear(data: unknown): void {
    const { type } = Object(data) as Partial<TabMessage>;
    if (this.leading) {
      if (type === 'hello') this.#role.tell();
      if (type === 'hurry') this.#role.hurry();
    } else if (type === 'tidings') {
      const tidings = readTidings(data);
      if (!tidings) return;
      if (this.#waiting) this.#expect(tidings.nextMs);
      this.#role.hear(tidings);
    }
  }

  /** The leader will be heard within so long, or hangs. */
  #expect(ms: number): void {
    this.#callOff?.();
    if (this.leading) return;
    this.#callOff = this.#world.after(ms * SILENCE.factor + SILENCE.ms, () => {
      this.#waiting?.abort();
      this.#waiting = new AbortController();
      this.#request({ steal: true });
    });
  }

  #request(options: LockOptions): void {
    const waiting = this.#waiting;
    const mine = () => waiting === this.#waiting;
    this.#world.locks!.request(this.#name, options, () => {
      if (!mine()) return undefined;
      this.#lead();
      return new Promise<void>((letGo) => (this.#letGo = letGo));
    }).catch((error: unknown) => {
      if (!mine()) return;
      // Taken by a tab that thought this one hangs: it waits in line again. A frame without an origin has no locks at all.
      if ((error as Partial<Error> | null)?.name !== 'AbortError') return this.#lead();
      this.#waiting = undefined;
      this.#demote();
      this.seek();
    });
  }

  #lead(): void {
    this.#callOff?.();
    this.leading = true;
    this.#role.lead();
  }

  #demote(): void {
    if (!this.leading) return;
    this.leading = false;
    this.#role.follow();
  }
}

/** Any script of the origin can send: what is no tidings is passed over. */
function readTidings(data: unknown): Tidings | undefined {
  try {
    const { news, serverTime, trouble, pace, nextMs } = data as Tidings;
    const { ageMs, burstsMs } = pace;
    if (![nextMs, ageMs, ...burstsMs, serverTime ?? 0].every((ms) => Number.isFinite(ms) && ms >= 0)) return undefined;
    return { news: readStatus(news), serverTime, trouble: Boolean(trouble), pace: { ageMs, burstsMs }, nextMs: Math.min(nextMs, LONGEST_WAIT_MS) };
  } catch {
    return undefined;
  }
}
