import { setImmediate as turn } from 'node:timers/promises';

/** An event as a page hears it. */
export interface HeardEvent {
  readonly type: string;
  readonly id: string;
  readonly data: string;
}

/** Lets everything run that waits for nothing but its turn. */
export const idle = async (): Promise<void> => {
  for (let i = 0; i < 10; i++) await turn();
};

/** A timer that a test moves by whole seconds; `waiting` counts what has still to come. */
export function handTimer() {
  const entries = new Set<{ readonly at: number; readonly act: () => void }>();
  let now = 0;
  return {
    after(milliseconds: number, act: () => void) {
      const entry = { at: now + milliseconds, act };
      entries.add(entry);
      return () => void entries.delete(entry);
    },
    async pass(seconds: number) {
      for (let i = 0; i < seconds; i++) {
        now += 1000;
        for (const entry of [...entries]) {
          if (entry.at <= now && entries.delete(entry)) entry.act();
        }
        await idle();
      }
    },
    get waiting() {
      return entries.size;
    },
  };
}

/** Reads a stream by the rules of the HTML Standard ("Interpreting an event stream"), line by line and nothing of our own. */
export class EventReader {
  readonly events: HeardEvent[] = [];
  readonly retries: number[] = [];
  comments = 0;
  /** Undefined while the stream is open. */
  end: 'closed' | 'broken' | undefined;
  readonly done: Promise<void>;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #awaited = new Set<() => void>();
  #type = '';
  #id = '';
  #data: string[] = [];
  #rest = '';

  constructor(response: Response) {
    this.#reader = (response.body as ReadableStream<Uint8Array>).getReader();
    this.done = this.#read();
  }

  /** Waits until so many events have come or the stream has ended. */
  async until(count: number): Promise<this> {
    while (this.events.length < count && !this.end) await new Promise<void>((resolve) => this.#awaited.add(resolve));
    return this;
  }

  /** Goes away, as a page that is closed. */
  leave(): Promise<void> {
    return this.#reader.cancel();
  }

  /** The statuses heard, in order. */
  get statuses(): string[] {
    return this.events.map(({ data }) => String((JSON.parse(data) as { status?: unknown }).status));
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for (;;) {
        const { done, value } = await this.#reader.read();
        if (done) break;
        const lines = (this.#rest + decoder.decode(value, { stream: true })).split(/\r\n|\r|\n/);
        this.#rest = lines.pop() ?? '';
        for (const line of lines) this.#take(line);
        this.#wake();
      }
      this.end = 'closed';
    } catch {
      this.end = 'broken';
    }
    this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#awaited) resolve();
    this.#awaited.clear();
  }

  #take(line: string): void {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return void this.comments++;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#type = value;
    if (field === 'data') this.#data.push(value);
    if (field === 'id' && !value.includes('\0')) this.#id = value;
    if (field === 'retry' && /^\d+$/.test(value)) this.retries.push(Number(value));
  }

  #dispatch(): void {
    if (this.#data.length) this.events.push({ type: this.#type || 'message', id: this.#id, data: this.#data.join('\n') });
    this.#type = '';
    this.#data = [];
  }
}
