import { randomBytes } from 'node:crypto';
import { parse } from 'hono/utils/cookie';

/** A line of "What the server knows": what happened, when (ISO 8601), in which colour. */
export interface Fact {
  readonly name: string;
  readonly text: string;
  readonly at: string;
  readonly look?: 'good' | 'warn' | 'bad';
}

/** One browser that has the demo open: its orders, its own broken network, and whoever follows what the server knows of it. */
export interface Visitor {
  readonly id: string;
  cut: boolean;
  /** When they last asked for something, milliseconds since 1970. */
  seenAt: number;
  /** Order numbers, oldest first. */
  readonly orders: string[];
  readonly followers: Set<(fact: Fact) => void>;
  /** What stands open between this browser and the shop. */
  readonly connections: Set<{ destroy(): void }>;
}

const FIRST_ORDER = 5023;
/** How many visitors are kept, and how many orders of each: a program without cookies is somebody new at each request. */
const MOST_VISITORS = 500;
const MOST_ORDERS = 100;
/** How long a visitor who follows nothing is kept, in milliseconds. */
const KEPT = 12 * 3_600_000;

/** The cookie by which a browser is known again. */
export const COOKIE = 'demo';

/** What the request's cookie says; undefined where it has none. */
export const cookieOf = (request: Request): string | undefined => parse(request.headers.get('cookie') ?? '', COOKIE)[COOKIE];

/** Everyone who has the demo open in this process; each sees only facts about their own orders. */
export class Visitors {
  /** By the cookie's value, the longest unseen first. */
  readonly #known = new Map<string, Visitor>();
  readonly #orders = new Map<string, Visitor>();
  readonly #now: () => number;
  #nextOrder = FIRST_ORDER;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** How many visitors are kept. */
  get size(): number {
    return this.#known.size;
  }

  /** The visitor whom a cookie names, if any. */
  find(cookie: string | undefined): Visitor | undefined {
    const known = cookie === undefined ? undefined : this.#known.get(cookie);
    if (!known) return undefined;
    known.seenAt = this.#now();
    this.#known.delete(known.id);
    this.#known.set(known.id, known);
    return known;
  }

  /** The visitor whom a cookie names, or a new one; whoever has been away for long, or is one too many, is forgotten. */
  meet(cookie: string | undefined): Visitor {
    const known = this.find(cookie);
    if (known) return known;
    const id = randomBytes(16).toString('base64url');
    const visitor: Visitor = { id, cut: false, seenAt: this.#now(), orders: [], followers: new Set(), connections: new Set() };
    for (const other of this.#known.values()) {
      const isGone = !other.followers.size && (this.#known.size >= MOST_VISITORS || other.seenAt + KEPT < visitor.seenAt);
      if (isGone) this.#forget(other);
    }
    const [oldest] = this.#known.values();
    if (oldest && this.#known.size >= MOST_VISITORS) this.#forget(oldest);
    this.#known.set(id, visitor);
    return visitor;
  }

  #forget(visitor: Visitor): void {
    this.#known.delete(visitor.id);
    for (const reference of visitor.orders) this.#orders.delete(reference);
  }

  /** A new order number for this visitor, such as `ORD-5023`. */
  order(visitor: Visitor): string {
    const reference = `ORD-${this.#nextOrder++}`;
    this.#orders.set(reference, visitor);
    visitor.orders.push(reference);
    if (visitor.orders.length > MOST_ORDERS) this.#orders.delete(visitor.orders.shift()!);
    return reference;
  }

  /** Whether the shop has given this order number to the visitor whom a cookie names. */
  hasOrder(reference: string | undefined, cookie: string | undefined): boolean {
    const owner = reference === undefined ? undefined : this.#orders.get(reference);
    return owner !== undefined && owner.id === cookie;
  }

  /** Tells the visitor who made this order what the server has come to know of it. */
  tell(reference: string | undefined, name: string, text: string, look?: Fact['look']): void {
    const visitor = reference === undefined ? undefined : this.#orders.get(reference);
    const fact: Fact = { name, text, at: new Date().toISOString(), ...(look && { look }) };
    for (const follow of visitor?.followers ?? []) follow(fact);
  }
}
