import { randomBytes } from 'node:crypto';

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
  readonly followers: Set<(fact: Fact) => void>;
}

const FIRST_ORDER = 5023;

/** Everyone who has the demo open in this process; each sees only facts about their own orders. */
export class Visitors {
  readonly #known = new Map<string, Visitor>();
  readonly #orders = new Map<string, Visitor>();
  #nextOrder = FIRST_ORDER;

  /** The visitor whom a cookie names, or a new one. */
  meet(cookie: string | undefined): Visitor {
    const known = cookie === undefined ? undefined : this.#known.get(cookie);
    if (known) return known;
    const visitor: Visitor = { id: randomBytes(16).toString('base64url'), cut: false, followers: new Set() };
    this.#known.set(visitor.id, visitor);
    return visitor;
  }

  /** A new order number for this visitor, such as `ORD-5023`. */
  order(visitor: Visitor): string {
    const reference = `ORD-${this.#nextOrder++}`;
    this.#orders.set(reference, visitor);
    return reference;
  }

  /** Whether the shop has given out this order number. */
  hasOrder(reference: string | undefined): boolean {
    return reference !== undefined && this.#orders.has(reference);
  }

  /** Tells the visitor who made this order what the server has come to know of it. */
  tell(reference: string | undefined, name: string, text: string, look?: Fact['look']): void {
    const visitor = reference === undefined ? undefined : this.#orders.get(reference);
    const fact: Fact = { name, text, at: new Date().toISOString(), ...(look && { look }) };
    for (const follow of visitor?.followers ?? []) follow(fact);
  }
}
