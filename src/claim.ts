import { VERSION } from './version.ts';

const CLAIM = Symbol.for('paytags');

/**
 * Claims the page for this copy of paytags; false, and one line in the console, when another copy has come first. Asked before
 * Lit is evaluated, because under Trusted Types a second Lit cannot make its policy and its tags would never be defined.
 */
export function claim(): boolean {
  const page = globalThis as unknown as Record<symbol, { version: string } | undefined>;
  const first = page[CLAIM];
  if (first) console.warn(`paytags ${first.version} is on this page already; ${VERSION} is not loaded.`);
  else page[CLAIM] = { version: VERSION };
  return !first;
}
