import { Problem } from '../../formats/problem.ts';
import { PAGE, type World } from './world.ts';

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
  /** The address that answered. */
  readonly url: string;
  /** How long the server wants to be left alone, from `Retry-After` in either form, between 1 and 300 s. */
  readonly retryAfterMs: number | undefined;
  /** The server's clock by its `Date` header, ms since 1970. */
  readonly date: number | undefined;
  /** Time from question to answer. */
  readonly tookMs: number;
}

/** Headers and body have to be here within so long. */
export const DEADLINE_MS = 8_000;
const LARGEST_BODY = 64 * 1024;

/**
 * Asks a server, headers and body within 8 s, at most 64 KiB, never from a cache. Rejects with a Problem: `network`, `timeout` or
 * `bad-response`.
 *
 * @param stop - Ends the request when it fires.
 */
export function ask(request: Request, stop: AbortSignal, world = PAGE): Promise<Answer> {
  return within(request, stop, (signal) => world.fetch(request, signal), world);
}

type Fetching = (signal: AbortSignal) => Promise<Response>;

/** As {@link ask}, for an answer that the page fetches itself. */
export function within(request: Request, stop: AbortSignal, fetching: Fetching, world = PAGE): Promise<Answer> {
  const controller = new AbortController();
  // A deadline of our own, because a page may have replaced fetch by one that heeds no signal.
  return new Promise<Answer>((resolve, reject) => {
    const give = (problem: Problem) => {
      reject(problem);
      controller.abort();
    };
    const gone = () => give(new Problem('network', 'No longer asked.'));
    if (stop.aborted) return gone();
    const callOff = world.after(DEADLINE_MS, () => give(new Problem('timeout', `${request.url} did not answer within ${DEADLINE_MS / 1000} s.`)));
    stop.addEventListener('abort', gone, { signal: controller.signal });
    answered(request, () => fetching(controller.signal), world)
      .then(resolve, (error) => {
        reject(error instanceof Problem ? error : new Problem('network', `${request.url} could not be reached: ${String(error)}`, { cause: error }));
      })
      .finally(() => {
        callOff();
        controller.abort();
      });
  });
}

async function answered(request: Request, fetching: () => Promise<Response>, world: World): Promise<Answer> {
  const asked = world.now();
  const response = await fetching();
  const tookMs = world.now() - asked;
  const text = await textOf(response);
  const date = Date.parse(response.headers.get('date') ?? '');
  return {
    status: response.status,
    ok: response.ok,
    json: json(text),
    url: response.url || request.url,
    retryAfterMs: retryAfterMs(response.headers.get('retry-after'), date),
    date: Number.isNaN(date) ? undefined : date,
    tookMs,
  };
}

async function textOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > LARGEST_BODY) {
      void reader.cancel();
      throw new Problem('bad-response', `${response.url} answered more than 64 KiB.`);
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `Retry-After` in seconds or as a date (RFC 9110), kept between 1 and 300 s; undefined for what is neither. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - (Number.isNaN(now) ? Date.now() : now);
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 1_000), 300_000);
}
