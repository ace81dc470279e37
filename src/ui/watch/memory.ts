import type { Payment } from '../../formats/payment.ts';
import { KEPT } from '../over-before.ts';
import type { Pace } from './poller.ts';
import type { World } from './world.ts';

/**
 * What a tab of the browser remembers over a reload, in its session storage: the payment as the server described it, never what
 * the shopper has typed, and never a sentence of the server's, which may name somebody.
 */
export interface Memory {
  readonly payment: Payment;
  readonly pace?: Pace | undefined;
}

/** What is remembered is forgotten after so long. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Remembers under a name; nothing where the browser keeps no storage for the page. */
export function remember({ storage, wall }: World, name: string, { payment, pace }: Memory): void {
  const kept = { ...payment, message: undefined, serverTime: undefined, pollAfterMs: undefined };
  try {
    storage?.setItem(KEPT + name, JSON.stringify({ payment: kept, pace, at: wall() }));
  } catch {
    // The storage is full: a reload begins anew then.
  }
}

/** What is remembered under a name, its pace as old as it is now; undefined for nothing and for what is too old. It is checked by whoever takes it. */
export function remembered({ storage, wall }: World, name: string): Memory | undefined {
  try {
    const { payment, pace, at } = JSON.parse(storage?.getItem(KEPT + name) ?? '') as Memory & { at: number };
    const ageMs = wall() - at;
    if (!(ageMs >= 0 && ageMs < KEPT_MS)) return undefined;
    return { payment, pace: pace && { ageMs: pace.ageMs + ageMs, burstsMs: pace.burstsMs.map((burst) => burst + ageMs) } };
  } catch {
    return undefined;
  }
}

/** What each page has asked for since it was loaded. */
const watched = new WeakMap<World, Set<string>>();

/** Whether a page asks for an address for the first time since it was loaded: only then what it remembers is from before. */
export function isNew(world: World, url: string): boolean {
  const urls = watched.get(world) ?? new Set();
  watched.set(world, urls);
  return urls.size < urls.add(url).size;
}
