import { EventStreamReader } from '../../formats/event-stream.ts';
import type { World } from './world.ts';

/** What a watch hears of its stream. */
export interface StreamListener {
  /** The JSON of a `status` event. Throws a Problem for what is no status. */
  pushed(json: unknown): void;
  /** The stream flows, or does not any more. */
  flows(is: boolean): void;
  /** The server has said that there is nothing more to tell. */
  ended(): void;
}

/** Headers and the first bytes have to be here within so long: a proxy that holds them back holds the news back too. */
const FIRST_BYTES_MS = 10_000;
const WAIT = { baseMs: 1_000, leastMs: 1_000, mostMs: 60_000 };
/** A stream that has flowed for so long was no mistake: the next waiting time is short again. */
const LASTED_MS = 30_000;

/** Server-sent events of one payment over `fetch`: opened again with growing pauses, closed for good at 204. */
export class Stream {
  readonly #url: string;
  readonly #world: World;
  readonly #listener: StreamListener;
  #open: AbortController | undefined;
  #callOff: (() => void) | undefined;
  #tries = 0;
  #lastId = '';
  #retryMs: number | undefined;

  constructor(url: string, world: World, listener: StreamListener) {
    this.#url = url;
    this.#world = world;
    this.#listener = listener;
  }

  open(): void {
    if (this.#open) return;
    const open = (this.#open = new AbortController());
    void this.#run(open);
  }

  close(): void {
    this.#callOff?.();
    this.#open?.abort();
    this.#open = undefined;
    this.#listener.flows(false);
  }

  async #run(open: AbortController): Promise<void> {
    const began = this.#world.now();
    const result = await this.#read(open).catch(() => 'broken' as const);
    open.abort();
    if (this.#open !== open) return;
    this.#listener.flows(false);
    if (result === 'ended') return this.#listener.ended();
    if (this.#world.now() - began >= LASTED_MS) this.#tries = 0;
    const most = Math.min(WAIT.mostMs, Math.max(this.#retryMs ?? 0, WAIT.baseMs * 2 ** this.#tries++));
    const ms = Math.max(WAIT.leastMs, most * (0.8 + 0.4 * this.#world.random()));
    this.#callOff = this.#world.after(Math.min(ms, WAIT.mostMs), () => {
      this.#open = undefined;
      this.open();
    });
  }

  async #read({ signal }: AbortController): Promise<'ended' | 'broken'> {
    let patience = this.#patience();
    try {
      const response = await this.#world.fetch(this.#request(), signal);
      if (response.status === 204) return 'ended';
      if (!response.ok || !/^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '')) return 'broken';
      const events = new EventStreamReader();
      const decoder = new TextDecoder();
      const bytes = response.body?.getReader();
      while (bytes) {
        const { done, value } = await bytes.read();
        if (done || signal.aborted) break;
        patience();
        patience = () => undefined;
        this.#listener.flows(true);
        for (const { type, data } of events.push(decoder.decode(value, { stream: true }))) {
          this.#lastId = events.lastId;
          if (type === 'status') this.#listener.pushed(JSON.parse(data));
        }
        this.#retryMs = events.retryMs ?? this.#retryMs;
      }
      return 'broken';
    } finally {
      patience();
    }
  }

  /** Gives up what stays silent; gives the function that calls that off. */
  #patience(): () => void {
    const open = this.#open;
    return this.#world.after(FIRST_BYTES_MS, () => open?.abort());
  }

  #request(): Request {
    return new Request(this.#url, {
      headers: { accept: 'text/event-stream', ...(this.#lastId && { 'last-event-id': this.#lastId }) },
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
    });
  }
}
