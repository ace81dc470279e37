import { Problem } from './problem.ts';

/** One event of a stream. */
export interface StreamEvent {
  readonly type: string;
  readonly data: string;
}

/** No line and no event of ours is longer, in UTF-16 units. */
const LONGEST = 64 * 1024;

/**
 * Reads server-sent events (WHATWG HTML, "Interpreting an event stream") out of text that arrives in pieces of any size: CR, LF and
 * CRLF end a line, a byte order mark at the start is passed over, lines that begin with a colon are comments.
 */
export class EventStreamReader {
  /** The last `id` that was told; sent as `Last-Event-ID` when the stream is opened again. */
  lastId = '';
  /** Milliseconds that the server wants to pass before the stream is opened again. */
  retryMs: number | undefined;
  #line = '';
  #type = '';
  #data: string[] = [];
  #size = 0;
  #begun = false;
  #afterCr = false;

  /** Takes the next piece of text; gives the events that are complete by it. Throws a `bad-response` Problem for one longer than 64 Ki. */
  push(text: string): StreamEvent[] {
    const events: StreamEvent[] = [];
    if (!text) return events;
    let rest = this.#begun ? text : text.replace(/^\uFEFF/, '');
    this.#begun = true;
    if (this.#afterCr) rest = rest.replace(/^\n/, '');
    const pieces = rest.split(/\r\n|\r|\n/);
    this.#afterCr = text.endsWith('\r');
    pieces.forEach((piece, index) => {
      this.#line += piece;
      this.#size += piece.length;
      if (this.#size > LONGEST) throw new Problem('bad-response', 'The stream sent an event of more than 64 KiB.');
      if (index === pieces.length - 1) return;
      const event = this.#ended(this.#line);
      this.#line = '';
      if (event) events.push(event);
    });
    return events;
  }

  #ended(line: string): StreamEvent | undefined {
    if (!line) return this.#dispatch();
    const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'event') this.#type = value;
    else if (field === 'data') this.#data.push(value);
    else if (field === 'id' && !value.includes('\0')) this.lastId = value;
    else if (field === 'retry' && /^\d+$/.test(value)) this.retryMs = Number(value);
    if (!field) this.#size -= line.length;
    return undefined;
  }

  #dispatch(): StreamEvent | undefined {
    const event = this.#data.length ? { type: this.#type || 'message', data: this.#data.join('\n') } : undefined;
    this.#type = '';
    this.#data = [];
    this.#size = 0;
    return event;
  }
}
