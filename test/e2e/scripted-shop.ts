import { CHARGES } from './charges.ts';

/** What the shop says of a payment: the status JSON, or a whole answer. */
export type Answer = object | (() => Response | Promise<Response>);

/** A question about a payment. */
export interface Asked {
  readonly payment: string;
  /** Which tab asks: the `tab` in its page's address. */
  readonly tab: string;
  /** By the clock of this process, ms. */
  readonly at: number;
}

/** A stream of news that somebody has opened. */
export class OpenStream {
  readonly payment: string;
  readonly tab: string;
  /** The `Last-Event-ID` that it was opened with. */
  readonly lastId: string | null;
  open = true;
  readonly body: ReadableStream<Uint8Array>;
  #controller!: ReadableStreamDefaultController<Uint8Array>;

  constructor(payment: string, request: Request) {
    this.payment = payment;
    this.tab = tabOf(request);
    this.lastId = request.headers.get('last-event-id');
    this.body = new ReadableStream({ start: (controller) => void (this.#controller = controller), cancel: () => void (this.open = false) });
  }

  /** Sends text or bytes as they are. */
  write(what: string | Uint8Array): void {
    if (this.open) this.#controller.enqueue(typeof what === 'string' ? new TextEncoder().encode(what) : what);
  }

  /** Sends a `status` event. */
  tell(news: object): void {
    this.write(`event: status\ndata: ${JSON.stringify(news)}\n\n`);
  }

  end(): void {
    if (this.open) this.#controller.close();
    this.open = false;
  }
}

/** A shop's server whose answers a test scripts, and which notes who has asked what: `/payments/<name>`, `/payments/<name>/events`, and `POST /payments`. */
export class ScriptedShop {
  readonly asked: Asked[] = [];
  /** Every stream that was ever asked for, in order. */
  readonly streams: OpenStream[] = [];
  /** Bodies of what was asked to be created. */
  readonly created: unknown[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #streaming = new Map<string, (stream: OpenStream) => Response | Promise<Response>>();

  /** From now on the shop says this of a payment. */
  says(payment: string, answer: Answer): void {
    this.#answers.set(payment, answer);
  }

  /** From now on a payment's stream is answered so; by default it begins with a comment and stays open. */
  streamsBy(payment: string, answer: (stream: OpenStream) => Response | Promise<Response>): void {
    this.#streaming.set(payment, answer);
  }

  /** How often a payment was asked for, by one tab or all of them. */
  count(payment: string, tab?: string): number {
    return this.asked.filter((each) => each.payment === payment && (tab === undefined || each.tab === tab)).length;
  }

  /** The tabs that have asked for a payment since `from` questions, each once. */
  tabs(payment: string, from = 0): string[] {
    return [...new Set(this.asked.filter((each) => each.payment === payment).slice(from).map(({ tab }) => tab))].sort();
  }

  openStreams(payment: string): OpenStream[] {
    return this.streams.filter((stream) => stream.payment === payment && stream.open);
  }

  /** The routes of a `BuiltSite`. */
  readonly routes = async (path: string, request: Request): Promise<Response | undefined> => {
    const [, folder, payment = '', events] = path.split('/');
    if (folder !== 'payments') return undefined;
    if (request.method === 'POST') return this.#create(await request.json());
    if (events) return this.#stream(payment, request);
    this.asked.push({ payment, tab: tabOf(request), at: performance.now() });
    const answer = this.#answers.get(payment) ?? { status: 'pending' };
    return typeof answer === 'function' ? answer() : Response.json(answer);
  };

  #create(draft: unknown): Response {
    this.created.push(draft);
    const id = `created-${this.created.length}`;
    return Response.json({ ...(draft as object), payer: undefined, id, status: 'pending', statusUrl: `/payments/${id}`, pix: { code: CHARGES.dynamic } });
  }

  async #stream(payment: string, request: Request): Promise<Response> {
    const stream = new OpenStream(payment, request);
    this.streams.push(stream);
    return (this.#streaming.get(payment) ?? begun)(stream);
  }
}

/** The usual answer: a comment at once, so that the browser knows that the stream flows. */
export function begun(stream: OpenStream): Response {
  stream.write(': here\n\n');
  return flowing(stream);
}

/** An answer without a first word. */
export function flowing(stream: OpenStream): Response {
  return new Response(stream.body, { headers: { 'content-type': 'text/event-stream' } });
}

const tabOf = (request: Request): string => new URL(request.headers.get('referer') ?? 'http://nowhere/').searchParams.get('tab') ?? '';
