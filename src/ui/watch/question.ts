import type { News } from '../../formats/payment.ts';
import { readStatus } from '../../formats/payment-answer.ts';
import { Problem } from '../../formats/problem.ts';
import { ask } from './request.ts';
import type { World } from './world.ts';

/** What one question about a payment has brought. */
export interface Told {
  /** The body as JSON; undefined where it is none. */
  readonly json?: unknown;
  /** Nothing has changed (304). */
  readonly same: boolean;
  /** The server's clock by its `Date` header, ms since 1970. */
  readonly serverTime?: number | undefined;
  readonly tookMs: number;
}

/** Statuses by which a server says that it does not tell of this payment (any more). */
const UNKNOWN = [401, 403, 404, 410];
const UNKNOWN_WAIT_MS = 5_000;

/** A server that answers, but not with a payment's status: how long it wants to be left alone, and whether it knows the payment. */
export class NotTold extends Problem {
  readonly waitMs: number | undefined;
  readonly unknown: boolean;

  constructor(url: string, status: number, waitMs: number | undefined) {
    super('network', `${url} answered ${status}.`, { field: 'status-url', value: url });
    this.unknown = UNKNOWN.includes(status);
    this.waitMs = waitMs ?? (this.unknown ? UNKNOWN_WAIT_MS : undefined);
  }
}

/** Reads an answer of another shape than ours, as the page's `parseStatus`. */
export type Parse = ((json: unknown) => unknown) | undefined;

/** Asks an absolute address once. Rejects with a Problem: `network`, `timeout` or `bad-response`; as a {@link NotTold} where the server has answered. */
export async function question(url: string, stop: AbortSignal, world: World): Promise<Told> {
  const request = new Request(url, { headers: { accept: 'application/json' }, cache: 'no-store', credentials: 'same-origin', redirect: 'error' });
  const { status, ok, json, retryAfterMs, date, tookMs } = await ask(request, stop, world);
  if (status === 304) return { same: true, serverTime: date, tookMs };
  if (!ok) throw new NotTold(url, status, retryAfterMs);
  return { same: false, json, serverTime: date, tookMs };
}

/** The news in an answer; whatever a page's own reader throws is a `bad-response`. */
export function readWith(parse: Parse, json: unknown): News {
  try {
    return readStatus(parse ? parse(json) : json);
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('bad-response', `parseStatus threw: ${String(error)}`, { cause: error });
  }
}
