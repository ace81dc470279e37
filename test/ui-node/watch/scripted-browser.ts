import { ScriptedChannels, ScriptedLocks } from '../../ui/watch/scripted-tabs.ts';
import type { Attention, Channel, World } from '../../../src/ui/watch/world.ts';

/** What a server gives for one question, when the test says so. */
export type Answer = (request: Request, signal: AbortSignal) => Promise<Response>;

/** Promises come to rest; takes no scripted time. */
export async function rest(turns = 25): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await undefined;
}

interface Task {
  readonly at: number;
  readonly tab: Tab;
  readonly run: () => void;
}

/** Several tabs of one browser, with a time, a network and a chance that the test moves. */
export class ScriptedBrowser {
  /** Milliseconds since the browser was opened. */
  time = 0;
  /** What chance gives: at least 0, less than 1. */
  chance = (): number => 0.5;
  readonly locks = new ScriptedLocks();
  readonly channels = new ScriptedChannels();
  readonly tabs: Tab[] = [];
  readonly answer: Answer;
  #tasks: Task[] = [];

  constructor(answer: Answer) {
    this.answer = answer;
  }

  /** Timers that are still set in tabs that live. */
  get timers(): number {
    return this.#tasks.filter(({ tab }) => !tab.dead).length;
  }

  open(): Tab {
    const tab = new Tab(this);
    this.tabs.push(tab);
    return tab;
  }

  after(tab: Tab, ms: number, run: () => void): () => void {
    const task = { at: this.time + Math.max(0, ms), tab, run };
    this.#tasks.push(task);
    return () => void (this.#tasks = this.#tasks.filter((one) => one !== task));
  }

  /** Lets time pass: every timer that comes due runs at its moment, those of a tab that hangs when it hangs no more. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    await rest();
    for (let next = this.#due(end); next; next = this.#due(end)) {
      this.#tasks = this.#tasks.filter((one) => one !== next);
      this.time = Math.max(this.time, next.at);
      next.run();
      await rest();
    }
    this.time = end;
  }

  #due(end: number): Task | undefined {
    let first: Task | undefined;
    for (const task of this.#tasks) if (task.at <= end && !task.tab.dead && !task.tab.hangs && task.at < (first?.at ?? Infinity)) first = task;
    return first;
  }
}

/** One tab, as a watch sees it. */
export class Tab implements World {
  hidden = false;
  dead = false;
  /** Its script does not run: no timer fires, no message arrives. */
  hangs = false;
  /** How far the wall clock of this tab is off. */
  wrongByMs = 0;
  /** When and what it asked, and whether it was hidden then. */
  readonly asked: { readonly at: number; readonly url: string; readonly hidden: boolean }[] = [];
  inFlight = 0;
  mostInFlight = 0;
  readonly #browser: ScriptedBrowser;
  readonly #listeners = new Set<(what: Attention) => void>();
  readonly #kept = new Map<string, string>();
  readonly #locks: ReturnType<ScriptedLocks['asTab']>;
  readonly storage = { getItem: (key: string) => this.#kept.get(key) ?? null, setItem: (key: string, value: string) => void this.#kept.set(key, value) };
  readonly now = () => this.#browser.time;
  readonly wall = () => 1_700_000_000_000 + this.#browser.time + this.wrongByMs;
  readonly random = () => this.#browser.chance();
  readonly after = (ms: number, run: () => void) => this.#browser.after(this, ms, run);
  locks: World['locks'];

  constructor(browser: ScriptedBrowser) {
    this.#browser = browser;
    this.#locks = browser.locks.asTab();
    this.locks = this.#locks as unknown as World['locks'];
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  async fetch(request: Request, signal: AbortSignal): Promise<Response> {
    this.asked.push({ at: this.#browser.time, url: request.url, hidden: this.hidden });
    this.mostInFlight = Math.max(this.mostInFlight, ++this.inFlight);
    const gone = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))));
    try {
      return await Promise.race([gone, this.#browser.answer(request, signal)]);
    } finally {
      this.inFlight--;
    }
  }

  attend(listener: (what: Attention) => void, stop: AbortSignal): void {
    this.#listeners.add(listener);
    stop.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  channel(name: string): Channel {
    const real = this.#browser.channels.channel(name);
    const mine: Channel = { onmessage: null, postMessage: (data: unknown) => this.dead || real.postMessage(data), close: () => real.close() };
    real.onmessage = (event) => void (this.dead || this.hangs || mine.onmessage?.call(undefined as never, event));
    return mine;
  }

  /** Something happens to the page's attention. */
  async feel(what: Attention): Promise<void> {
    if (what === 'hidden' || what === 'away') this.hidden = true;
    if (what === 'seen' || what === 'back') this.hidden = false;
    for (const listener of [...this.#listeners]) listener(what);
    await rest();
  }

  /** The tab is closed from outside, without a word to its scripts. */
  async die(): Promise<void> {
    this.dead = true;
    this.#locks.die();
    await rest();
  }
}

/** A response of text that is there at once: the browser's own takes turns of the event loop to be read. */
export function answered(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  const bytes = [new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body))];
  return {
    status,
    ok: status >= 200 && status < 300,
    url: '',
    headers: new Headers(headers),
    body: { getReader: () => ({ read: async () => ({ done: !bytes.length, value: bytes.shift() }), cancel: async () => undefined }) },
  } as unknown as Response;
}
