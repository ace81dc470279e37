import { advance, isFinal, type News, type Source } from '../../formats/payment.ts';
import { Problem } from '../../formats/problem.ts';
import { NotTold, type Parse } from './question.ts';
import { ServerClock } from './server-clock.ts';
import type { World } from './world.ts';

/** Who shows a payment: a tag. */
export interface Watcher {
  /** Reads an answer of another shape than ours, where the page has such a function. */
  readonly parse: Parse;
  /** Where news of the payment is pushed, absolute; empty where the tag knows of nowhere. */
  readonly eventsUrl: string;
  /** Takes news of the payment; stale news changes nothing. */
  take(news: News, source: Source): void;
  /** What is known besides has changed: trouble, clock, doubt. */
  changed(): void;
  /** Something is wrong; `recoverable` where the watch goes on. */
  report(problem: Problem, recoverable: boolean): void;
  /** An outage is over. */
  recovered(): void;
}

/** An expired payment is asked after for so long, because a late payment still wins. */
const GRACE_MS = 120_000;
/** A payment that the server does not know is asked for so often, and over so long, before it counts as lost. */
const LOST = { tries: 3, ms: 10_000 };

/** What is known of one payment on this page, and the only place where that changes; told to every tag that shows it. */
export class Known {
  readonly clock: ServerClock;
  readonly watchers = new Set<Watcher>();
  /** The outage that goes on, if any. */
  trouble: Problem | undefined;
  /** The server does not know the payment (any more). */
  lost: Problem | undefined;
  /** When the payment came to its end by the server's clock, where that was seen from here. */
  settledAt: number | undefined;
  /** What was known before a pause or in another tab, while the server has not been asked: nothing is claimed until then. */
  doubt: News | undefined;
  news: News = { status: 'pending' };
  /** The server has said that it was not over yet. */
  waited = false;
  readonly #world: World;
  #unknown: number[] = [];
  #expiredAt = 0;
  #contradicted = false;

  constructor(world: World) {
    this.#world = world;
    this.clock = new ServerClock(world);
  }

  /** How answers are read: as any of the tags says. */
  get parse(): Parse {
    return [...this.watchers].find(({ parse }) => parse)?.parse;
  }

  /** Whether the server may have more to tell. */
  get open(): boolean {
    const { status } = this.news;
    return !this.lost && (status === 'expired' ? this.#world.now() - this.#expiredAt < GRACE_MS : !isFinal(status));
  }

  /** Takes what a page knows already; `told` where the server has said it. */
  begin(news: News, told: boolean): void {
    this.waited ||= told && !isFinal(news.status);
    this.learn(news, 'page');
  }

  /**
   * Takes news from the server, which is what all doubt was waiting for; undefined where it says that nothing has changed.
   *
   * @param date - The server's clock, ms since 1970, where the news does not tell it.
   */
  hear(news: News | undefined, source: Source, date?: number, tookMs = 0): void {
    const serverTime = news?.serverTime ? Date.parse(news.serverTime) : date;
    if (serverTime !== undefined) this.clock.sync(serverTime, tookMs);
    this.#unknown = [];
    this.doubt = undefined;
    if (this.trouble) {
      this.trouble = undefined;
      for (const watcher of this.watchers) watcher.recovered();
    }
    if (news) this.learn(news, source);
    const over = isFinal(this.news.status);
    if (over && this.waited) this.settledAt ??= this.clock.now();
    this.waited ||= !over;
    this.changed();
  }

  /** Takes news, wherever it comes from. */
  learn(news: News, source: Source): void {
    const { status } = this.news;
    this.news = advance(this.news, news);
    if (this.news.status === 'expired' && status !== 'expired') this.#expiredAt = this.#world.now();
    // Two ends of one payment contradict each other: somebody should look into the server.
    if (!this.#contradicted && isFinal(news.status) && this.news.status !== news.status) {
      this.#contradicted = true;
      console.warn(`paytags: the server says "${news.status}" after "${this.news.status}", which stays.`);
    }
    for (const watcher of this.watchers) watcher.take(news, source);
  }

  /** Nothing is claimed of what is known until the server has been asked; that it may be over is not forgotten meanwhile. */
  question(doubt = this.doubt ?? this.news): void {
    this.doubt = doubt;
    this.changed();
  }

  /** A question has failed: told once an outage, and the last known state stays; a payment that the server does not know is lost after a while. */
  fail(problem: Problem): void {
    if (problem instanceof NotTold && problem.unknown) return this.#miss(problem);
    const known = this.trouble;
    this.trouble = problem;
    // Where the code may be shown, trouble says enough; what may be over stays covered.
    if (this.doubt?.status === 'pending') this.doubt = undefined;
    if (!known) this.report(problem, true);
    this.changed();
  }

  /** Asks for what was lost again. */
  seekAgain(): void {
    this.#unknown = [];
    this.lost = undefined;
  }

  changed(): void {
    for (const watcher of this.watchers) watcher.changed();
  }

  report(problem: Problem, recoverable: boolean): void {
    for (const watcher of this.watchers) watcher.report(problem, recoverable);
  }

  #miss({ message, value = '' }: Problem): void {
    this.#unknown.push(this.#world.now());
    const since = this.#world.now() - (this.#unknown[0] ?? 0);
    if (this.#unknown.length < LOST.tries || since < LOST.ms) return;
    this.lost = new Problem('not-found', `${message} The server does not tell of this payment.`, { field: 'status-url', value });
    this.report(this.lost, false);
    this.changed();
  }
}
