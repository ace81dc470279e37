import { promised } from './scripted-time.ts';

/** An answer: JSON, what makes a response, a failure of the network, or none at all. */
export type Reply = Record<string, unknown> | (() => Response) | Error | 'never' | Promise<Response>;

/** One request as it was sent. */
export interface Asked {
  readonly url: string;
  readonly method: string;
  readonly request: Request;
  readonly signal: AbortSignal;
  /** `performance.now()` when it was sent. */
  readonly at: number;
}

/** Makes a response: a text as it is, anything else as JSON. */
export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  (): Response =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

const fetchOfTheBrowser = globalThis.fetch;

/** A server in place of the network: answers in the order in which the test says, the last answer again and again. */
export class ScriptedServer {
  readonly asked: Asked[] = [];
  /** The most requests that were under way at once. */
  mostAtOnce = 0;
  #queue: Reply[] = [];
  #underWay = 0;

  /** Puts answers at the end of the queue. */
  answers(...replies: Reply[]): void {
    this.#queue.push(...replies);
  }

  /** Puts these answers in place of those that were not given yet. */
  nowAnswers(...replies: Reply[]): void {
    this.#queue = replies;
  }

  /** Keeps one answer back until the test gives it. */
  holds(): (reply: Exclude<Reply, 'never'>) => void {
    const { promise, resolve } = promised<Response>();
    this.#queue.push(promise);
    return (reply) => resolve(respond(reply));
  }

  begin(): void {
    globalThis.fetch = (input, init) => {
      const request = new Request(input);
      const signal = init?.signal ?? request.signal;
      this.asked.push({ url: request.url, method: request.method, request, signal, at: performance.now() });
      const [next] = this.#queue;
      // What was held back is given once.
      const reply = (this.#queue.length > 1 || next instanceof Promise ? this.#queue.shift() : next) ?? { status: 'pending' };
      this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#underWay);
      return Promise.race([aborted(signal), reply === 'never' ? new Promise<never>(() => undefined) : respond(reply)]).finally(
        () => this.#underWay--,
      );
    };
  }

  end(): void {
    globalThis.fetch = fetchOfTheBrowser;
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))));

async function respond(reply: Exclude<Reply, 'never'>): Promise<Response> {
  if (reply instanceof Error) throw reply;
  if (typeof reply === 'function') return reply();
  return reply instanceof Promise ? reply : json(reply)();
}
