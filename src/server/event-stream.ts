const encoder = new TextEncoder();

/** How many chunks may wait for whoever reads; with one more the stream is broken off. */
const UNREAD = 8;

/** One event as it stands in a stream (HTML Standard, "Server-sent events"). */
export interface StreamEvent {
  readonly event: string;
  readonly id: string;
  readonly data: string;
}

/** An event as it is sent. Throws a TypeError for a field that is no single line, because the rest of it would be read as a field of its own. */
export function eventBytes({ event, id, data }: StreamEvent): Uint8Array {
  if (/[\r\n\0]/.test(event + id + data)) throw new TypeError('a field of an event is one line');
  return encoder.encode(`event: ${event}\nid: ${id}\ndata: ${data}\n\n`);
}

/** How long a browser waits before it opens the stream again, in milliseconds. */
export const retryBytes = (milliseconds: number): Uint8Array => encoder.encode(`retry: ${milliseconds}\n\n`);

/** A comment, which no page hears of: it keeps proxies from taking a silent stream for a dead one. */
export const BEAT = encoder.encode(':\n\n');

/**
 * The body of one answer that goes on. What is sent waits for its reader, at most eight chunks: a reader that leaves more
 * unread is cut off, so that it costs no memory and no connection.
 */
export class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  #controller!: ReadableStreamDefaultController<Uint8Array>;

  /** `gone` is called when the reader goes away; not when the stream is ended or broken off from here. */
  constructor(gone: () => void) {
    const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => void (this.#controller = controller);
    this.body = new ReadableStream<Uint8Array>({ start, cancel: gone }, { highWaterMark: UNREAD });
  }

  /** Sends bytes; false when they could not wait any more: then the stream is over. */
  send(bytes: Uint8Array): boolean {
    if ((this.#controller.desiredSize ?? 0) > 0) {
      this.#controller.enqueue(bytes);
      return true;
    }
    // Closing would leave the connection to whoever does not read it.
    this.#controller.error(new Error('paytags: a stream was not read'));
    return false;
  }

  /** Sends the last bytes and ends. */
  end(bytes: Uint8Array): void {
    if (this.send(bytes)) this.#controller.close();
  }
}
