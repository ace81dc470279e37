import type { Page } from 'playwright';

/** What the script below leaves in a page. */
interface Clockwork {
  /** Lets time pass until then. */
  to(at: number): void;
  /** Runs what is due. */
  run(): void;
  /** Fulfilled once at most `held` answers are out and what `others` pages had said is heard; tells when the next timer is due, ms since the pages began. */
  rest(round: number, held: number, others: number): Promise<number | null>;
  /** How many timers are set. */
  readonly timers: number;
}

/**
 * Runs before any script of the page: clocks and timers stand still until the test moves them; network, locks, channels and
 * visibility stay the browser's own. Playwright's own clock runs through minutes without waiting for the answers of the network, so
 * that every question would end at its deadline.
 */
const SCRIPT = `{
  const { setTimeout: later, clearTimeout: callOff, fetch } = globalThis;
  const began = Date.now();
  const tasks = new Map();
  let passed = 0;
  let last = 1e9;
  let out = 0;
  performance.now = () => 1000 + passed;
  Date.now = () => began + passed;
  globalThis.setTimeout = (task, ms) => (ms > 0 ? (tasks.set(++last, { at: passed + ms, task }), last) : later(task));
  globalThis.clearTimeout = (id) => tasks.delete(id) || callOff(id);
  globalThis.fetch = async (request, options) => {
    // A stream may never begin, and never ends.
    if (request.headers?.get('accept') === 'text/event-stream') return fetch(request, options);
    out++;
    try {
      const response = await fetch(request, options);
      await response.clone().arrayBuffer();
      return response;
    } finally {
      out--;
    }
  };
  const due = (until) => [...tasks].filter(([, { at }]) => at <= until).sort((a, b) => a[1].at - b[1].at)[0];
  const turn = () => new Promise((turned) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (port1.close(), turned());
    port2.postMessage(0);
  });
  // What a page says arrives in order, on whatever channel: who has heard this round has heard all that was said before it.
  const channel = new BroadcastChannel('clockwork');
  const heard = new Map();
  let hear = () => undefined;
  channel.onmessage = ({ data }) => {
    heard.set(data, (heard.get(data) ?? 0) + 1);
    hear();
  };
  globalThis.clockwork = {
    to: (at) => void (passed = Math.max(passed, at)),
    run: () => {
      for (let next; (next = due(passed)); next[1].task()) tasks.delete(next[0]);
    },
    rest: async (round, held, others) => {
      for (let calm = 0; calm < 6; await turn()) calm = out > held ? 0 : calm + 1;
      channel.postMessage(round);
      while ((heard.get(round) ?? 0) < others) await new Promise((told) => (hear = told));
      await turn();
      return due(Infinity)?.[1].at ?? null;
    },
    get timers() {
      return tasks.size;
    },
  };
}`;

/** The time of several tabs of one browser, which passes when the test says so and in all of them alike. */
export class PageTime {
  /** Milliseconds that have passed since the first page began. */
  passed = 0;
  /** How many answers the shop keeps back; time passes without them. */
  held = 0;
  readonly #pages: Page[] = [];
  #round = 0;

  /** Takes the time of a page that has not been opened yet. */
  async of(page: Page): Promise<void> {
    await page.addInitScript({ content: SCRIPT });
    this.#pages.push(page);
  }

  /** Time goes on without a page that is closed, or that hangs. */
  without(page: Page): void {
    this.#pages.splice(this.#pages.indexOf(page), 1);
  }

  /** Takes up again a page that hung, where `clockwork.to` has made it as late as it is. */
  again(page: Page): void {
    this.#pages.push(page);
  }

  /** Waits until all pages have come to rest, which takes no time of theirs; gives when the next timer is due. */
  async rest(): Promise<number> {
    let dues: (number | null)[] = [];
    // What one page answers to another is a second round.
    for (let rounds = 0; rounds < 2; rounds += 1) {
      const round = (this.#round += 1);
      const asked: [number, number, number] = [round, this.held, this.#pages.length - 1];
      dues = await this.#each((one, [number, held, others]) => one.rest(number, held, others), asked);
    }
    return Math.min(...dues.map((due) => due ?? Infinity));
  }

  /** Lets time pass, from one timer to the next. */
  async pass(ms: number): Promise<void> {
    const end = this.passed + ms;
    for (let due = await this.rest(); this.passed < end; due = await this.rest()) {
      this.passed = Math.min(end, Math.max(this.passed, due));
      // First it is as late everywhere, so that no page hears from another's future.
      await this.#each((one, at) => one.to(at), this.passed);
      await this.#each((one) => one.run(), undefined);
    }
  }

  #each<T, A>(run: (clockwork: Clockwork, given: A) => T, given: A): Promise<Awaited<T>[]> {
    const source = `((given) => (${String(run)})(globalThis.clockwork, given))(${JSON.stringify(given) ?? 'undefined'})`;
    return Promise.all(this.#pages.map((page) => page.evaluate<Awaited<T>>(source)));
  }
}
