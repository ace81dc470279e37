import { isFinal, type News } from '../../formats/payment.ts';
import { Problem } from '../../formats/problem.ts';
import { Known, type Watcher } from './known.ts';
import { isNew, remember, remembered } from './memory.ts';
import { Poller, type Outcome } from './poller.ts';
import { Push } from './push.ts';
import { NotTold, question, readWith } from './question.ts';
import { DEADLINE_MS } from './request.ts';
import { Sleep } from './sleep.ts';
import { Tabs, type Tidings } from './tabs.ts';
import type { Attention, World } from './world.ts';

/** What was heard longer ago is not claimed after a pause before the server has been asked. */
const FRESH_MS = 60_000;
/** What was heard a moment ago is not asked for again. */
const JUST_NOW_MS = 1_000;

/** Why the server is asked at once when this tab leads: its time has to be known, or somebody has come back. */
export type Due = 'time' | 'return';

/** Finds out what becomes of one payment, for every tag of the page that shows it: asks, hears pushed news, shares with the other tabs. */
export class Watch {
  readonly known: Known;
  /** Where the status is asked, absolute. */
  readonly url: string;
  readonly world: World;
  readonly #poller: Poller;
  readonly #tabs: Tabs;
  readonly #push: Push;
  readonly #sleep: Sleep;
  #stop = new AbortController();
  #nextMs = 0;
  #heardAt = -Infinity;
  #due: Due | undefined;

  constructor(url: string, world: World) {
    this.url = url;
    this.world = world;
    this.known = new Known(world);
    this.#sleep = new Sleep(world);
    this.#poller = new Poller((stop) => this.#ask(stop), world, (ms) => this.#tell(ms));
    this.#tabs = new Tabs(`paytags ${url}`, world, {
      lead: () => this.#lead(),
      follow: () => this.#follow(),
      tell: () => this.#tell(this.#nextMs),
      hurry: () => this.#hurried(),
      hear: (tidings) => this.#told(tidings),
    });
    this.#push = new Push(world, {
      pushed: (json) => this.#pushed(json),
      flows: (is) => this.#poller.underneath(is),
      ended: () => void this.#poller.now(),
    });
  }

  /** A tag shows the payment from now on, and hears what is known already. */
  join(watcher: Watcher, { status, version, serverTime }: News, due?: Due): void {
    const { news, watchers } = this.known;
    if (!watchers.size) this.#begin();
    watchers.add(watcher);
    this.known.begin({ status, ...(version && { version }) }, Boolean(serverTime));
    watcher.take(news, 'page');
    if (this.known.trouble) watcher.report(this.known.trouble, true);
    if (due === 'return' || !this.known.clock.known) this.#due ??= due;
    this.#attend();
  }

  /** The tag shows it no more; with the last one everything ends. */
  leave(watcher: Watcher): void {
    const { watchers } = this.known;
    if (!watchers.delete(watcher)) return;
    if (watchers.size) return this.listen();
    this.#keep();
    this.#stop.abort();
    this.#poller.stop();
    this.#tabs.close();
  }

  /** Hears pushed news from now on where one of the tags says so, with polling underneath. */
  listen(): void {
    this.#push.from([...this.known.watchers].find(({ eventsUrl }) => eventsUrl)?.eventsUrl ?? '');
  }

  /** The shopper is likely to have paid: asks often for a while. */
  hurry(): void {
    this.#poller.hurry();
    if (!this.#tabs.leading) this.#tabs.tell({ type: 'hurry' });
  }

  /** Asks the server now, where this tab is the one that asks. */
  askIfLeading(): void {
    if (this.#tabs.leading) void this.#poller.now();
  }

  /** Asks the server now, also after a payment that it had lost track of. */
  async refresh(): Promise<void> {
    this.known.seekAgain();
    this.#attend();
    await this.#poller.now();
  }

  /** Looks whether the machine has slept; what was known before is asked for anew then. */
  wake(): void {
    if (this.#slept()) this.askIfLeading();
  }

  /** Whether the machine has slept since the last look: then nothing is claimed of what was known, and the time least of all. */
  #slept(): boolean {
    if (!this.#sleep.noticed()) return false;
    this.known.clock.forget();
    this.known.question();
    return true;
  }

  get #heardMsAgo(): number {
    return this.world.now() - this.#heardAt;
  }

  #begin(): void {
    this.#stop = new AbortController();
    this.world.attend((what) => this.#attention(what), this.#stop.signal);
    this.#sleep.noticed();
    const memory = remembered(this.world, this.url);
    if (memory?.pace) this.#poller.keepPace(memory.pace);
    // What was heard since the page was loaded the tags know themselves.
    if (!isNew(this.world, this.url) || !memory) return;
    this.known.doubt = memory.payment;
    this.#due = 'return';
  }

  /** Takes the part that the moment asks for: to lead or to wait for that where somebody looks, to listen where nobody does, else none. */
  #attend(): void {
    if (!this.known.open) {
      this.#poller.stop();
      this.#tabs.yield();
    } else if (this.world.hidden) {
      this.#tabs.yield();
      this.#tabs.open();
    } else {
      this.#tabs.seek();
      if (this.#tabs.leading && this.#due) this.#lead();
    }
  }

  #attention(what: Attention): void {
    if (what === 'hidden' || what === 'away') {
      this.#keep();
      if (what === 'hidden') return this.#attend();
      // A page that sleeps would take its own deadline for the network's.
      this.#poller.stop();
      this.#tabs.close();
    } else if (this.world.hidden) return;
    else if (what === 'focus') this.hurry();
    else if (what === 'online') void (this.#tabs.leading && this.#poller.now());
    else if (!this.#tabs.leading) this.#seen();
  }

  /** Somebody looks again: asks at once, then often for a while. */
  #seen(): void {
    this.#slept();
    if (this.known.open && this.#heardMsAgo > FRESH_MS) this.known.question();
    this.#due = 'return';
    this.#attend();
    // An expired payment may have been paid late.
    if (this.known.news.status === 'expired' && !this.known.open) void this.#poller.now();
    else if (!this.#tabs.leading && this.known.open) this.#tabs.tell({ type: 'hurry' });
  }

  #lead(): void {
    const due = this.#due;
    this.#due = undefined;
    if (due === 'return') this.#poller.hurry();
    // Where another tab has led, or this one before a pause, it does not matter to somebody who waits when that one asked last.
    const takesOver = this.#heardAt > -Infinity && this.#heardMsAgo > JUST_NOW_MS;
    if (due) this.#poller.pause();
    this.#poller.start(Boolean(due) || takesOver);
    this.#push.open();
  }

  #follow(): void {
    this.#poller.pause();
    this.#push.close();
  }

  async #ask(stop: AbortSignal): Promise<Outcome> {
    this.#slept();
    this.#tell(DEADLINE_MS);
    try {
      const { same, json, serverTime, tookMs } = await question(this.url, stop, this.world);
      if (stop.aborted) return { result: 'over' };
      const news = same ? undefined : readWith(this.known.parse, json);
      this.#hear(() => this.known.hear(news, 'poll', serverTime, tookMs));
      return { result: this.known.open ? 'answered' : 'over', waitMs: news?.pollAfterMs };
    } catch (error) {
      if (stop.aborted) return { result: 'over' };
      const problem = error instanceof Problem ? error : new Problem('bad-response', String(error), { cause: error });
      this.known.fail(problem);
      if (this.known.lost) this.#attend();
      return { result: this.known.lost ? 'over' : 'failed', waitMs: problem instanceof NotTold ? problem.waitMs : undefined };
    }
  }

  /** News has come from the server: what depends on it follows. */
  #hear(take: () => void): void {
    const { status } = this.known.news;
    this.#heardAt = this.world.now();
    take();
    if (this.known.news.status !== status) this.#keep();
    if (!this.known.open) {
      this.#tell(0);
      this.#attend();
    }
  }

  /** The other tabs hear what is known, and when they will hear next. */
  #tell(nextMs: number): void {
    this.#nextMs = nextMs;
    const { news, clock, trouble } = this.known;
    if (!this.#tabs.leading) return;
    this.#tabs.tell({ type: 'tidings', news, serverTime: clock.known ? clock.now() : undefined, trouble: Boolean(trouble), pace: this.#poller.pace, nextMs });
  }

  /** In another tab somebody has come back. */
  #hurried(): void {
    this.#poller.hurry();
    if (this.#heardMsAgo > JUST_NOW_MS) void this.#poller.now();
  }

  /** Another tab tells: an end is only believed once the server has said the same to this one. */
  #told({ news, serverTime, trouble, pace, nextMs }: Tidings): void {
    this.#due = undefined;
    this.#nextMs = nextMs;
    this.#poller.keepPace(pace);
    if (isFinal(news.status) && news.status !== this.known.news.status) {
      this.known.question(news);
      if (!this.world.hidden) void this.#poller.now();
    } else if (trouble) this.known.fail(new Problem('network', `Another tab could not ask ${this.url}.`));
    else this.#hear(() => this.known.hear({ ...news, serverTime: undefined }, 'tab', serverTime));
  }

  #pushed(json: unknown): void {
    const news = readWith(this.known.parse, json);
    this.#hear(() => this.known.hear(news, 'push'));
    if (this.known.open) this.#tell(this.#nextMs);
  }

  #keep(): void {
    remember(this.world, this.url, { payment: this.known.news, pace: this.#poller.pace });
  }
}
