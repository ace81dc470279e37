import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Status } from '../../../src/formats/payment.ts';
import { answered, rest, ScriptedBrowser, type Tab } from './scripted-browser.ts';
import { Tag } from './tag.ts';

/** How many random lives of a payment are lived through; `npm test` takes the default. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 600);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);

/** The reference: which word may follow which, written down here once more, and by hand. */
const FOLLOWING: Readonly<Record<string, readonly Status[]>> = {
  pending: ['processing', 'failed', 'expired', 'canceled', 'paid', 'refunded'],
  processing: ['failed', 'expired', 'canceled', 'paid', 'refunded'],
  failed: ['paid', 'refunded'],
  expired: ['paid', 'refunded'],
  canceled: ['paid', 'refunded'],
  paid: ['refunded'],
  refunded: [],
};
const ENDS = ['failed', 'expired', 'canceled', 'paid', 'refunded'];

const TROUBLES = ['none', 'down', '500', '503', '429', '404', 'garbage', 'unknown word', 'cut', 'huge', 'never', 'stale', 'same'] as const;
type Trouble = (typeof TROUBLES)[number];

/** The payment as the server has it: it only ever moves forward. */
interface Model {
  truth: Status;
  version: number;
}

interface Opened {
  readonly tab: Tab;
  readonly tags: Tag[];
}

/** A browser with tabs, and a server with its troubles. */
class Real {
  trouble: Trouble = 'none';
  model!: Model;
  opened: Opened[] = [];
  past: { status: Status; version: number }[] = [{ status: 'pending', version: 1 }];
  readonly browser: ScriptedBrowser;

  constructor(chances: readonly number[]) {
    let turn = 0;
    this.browser = new ScriptedBrowser((_, signal) => this.#answer(signal));
    this.browser.chance = () => chances[turn++ % chances.length] ?? 0.5;
  }

  get live(): Opened[] {
    return this.opened.filter(({ tab }) => !tab.dead);
  }

  at(index: number): Opened | undefined {
    return this.live[index % Math.max(1, this.live.length)];
  }

  open(tags: number): void {
    const opened = { tab: this.browser.open(), tags: Array.from({ length: tags }, () => new Tag()) };
    this.opened.push(opened);
    for (const tag of opened.tags) tag.show(opened.tab);
  }

  /** What no life may ever show. */
  check(): void {
    for (const { tab, tags } of this.opened) {
      assert.ok(tab.mostInFlight <= 1, 'two questions of one tab in flight');
      assert.ok(tab.asked.every(({ hidden }) => !hidden), 'asked while hidden');
      for (const { heard } of tags) {
        const words = heard.filter((word) => word in FOLLOWING);
        words.slice(1).forEach((word, index) => assert.ok(FOLLOWING[words[index]!]!.includes(word as Status), `${words.join(' → ')}`));
        const ends = heard.filter((word) => word.startsWith('payment-'));
        assert.equal(new Set(ends).size, ends.length, `twice: ${ends.join(' ')}`);
        for (const stay of heard.join(' ').split(/ ?left ?/)) {
          const outages = stay.match(/network|timeout|bad-response|recovered/g) ?? [];
          outages.forEach((word, index) => assert.equal(word === 'recovered', index % 2 === 1, `outages: ${outages.join(' ')}`));
        }
      }
    }
  }

  async #answer(signal: AbortSignal): Promise<Response> {
    const { truth: status, version } = this.model;
    const body = { status, version };
    switch (this.trouble) {
      case 'down': throw new TypeError('Failed to fetch');
      case '500': return answered('oops', 500);
      case '503': return answered(body, 503, { 'retry-after': '7' });
      case '429': return answered(body, 429, { 'retry-after': 'soon' });
      case '404': return answered(body, 404);
      case 'garbage': return answered('<html>');
      case 'unknown word': return answered({ status: 'PAID' });
      case 'cut': return answered('{"status":"pa');
      case 'huge': return answered(`{"status":"paid","message":"${'x'.repeat(70_000)}"}`);
      case 'never': return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
      case 'stale': return answered(this.past[0]);
      case 'same': return answered('', 304);
      default: return answered(body);
    }
  }
}

/** One thing that happens, in words for the report of a failure. */
class Happening implements fc.AsyncCommand<Model, Real> {
  readonly #words: string;
  readonly #happens: (real: Real, model: Model) => unknown;

  constructor(words: string, happens: (real: Real, model: Model) => unknown) {
    this.#words = words;
    this.#happens = happens;
  }

  check = () => true;
  toString = () => this.#words;

  async run(model: Model, real: Real): Promise<void> {
    real.model = model;
    await this.#happens(real, model);
    await rest();
    real.check();
  }
}

const which = fc.nat(5);
const toTab = (words: string, does: (opened: Opened, real: Real) => unknown) =>
  which.map((index) => new Happening(`${words} (tab ${index})`, (real) => {
    const opened = real.at(index);
    return opened && does(opened, real);
  }));

const moves = fc.nat(5).map((next) => new Happening(`the server moves (${next})`, (real, model) => {
  const words = FOLLOWING[model.truth]!;
  if (!words.length) return;
  model.truth = words[next % words.length]!;
  model.version++;
  real.past.push({ status: model.truth, version: model.version });
}));
const passes = (most: number) => fc.integer({ min: 1, max: most }).map((ms) => new Happening(`${ms} ms pass`, (real) => real.browser.pass(ms)));

const HAPPENINGS = [
  passes(5_000),
  passes(5_000),
  passes(30_000),
  passes(130_000),
  moves,
  moves,
  fc.constantFrom(...TROUBLES).map((trouble) => new Happening(`trouble: ${trouble}`, (real) => void (real.trouble = trouble))),
  fc.constant(new Happening('trouble: none', (real) => void (real.trouble = 'none'))),
  fc.integer({ min: 1, max: 2 }).map((tags) => new Happening(`a tab with ${tags}`, (real) => void (real.live.length < 4 && real.open(tags)))),
  toTab('hidden', ({ tab }) => tab.hangs || tab.feel('hidden')),
  toTab('seen', ({ tab }) => tab.hangs || tab.feel('seen')),
  toTab('put aside', ({ tab }) => tab.hangs || tab.feel('away')),
  toTab('back', ({ tab }) => tab.hangs || tab.feel('back')),
  toTab('online', ({ tab }) => tab.hangs || tab.feel('online')),
  toTab('focus', ({ tab }) => tab.hangs || tab.feel('focus')),
  toTab('copied', ({ tab, tags }) => tab.hangs || tags[0]?.watch?.hurry()),
  toTab('hangs', ({ tab }) => void (tab.hangs = true)),
  toTab('hangs no more', ({ tab }) => void (tab.hangs = false)),
  toTab('closed', ({ tab }) => tab.die()),
  toTab('sleeps', ({ tab }) => void (tab.wrongByMs += 3_600_000)),
  toTab('a tag leaves', ({ tags }) => tags.at(-1)?.leave()),
  toTab('a tag comes back', ({ tab, tags }) => tags.at(-1)?.watch || tags.at(-1)?.show(tab)),
  fc.constantFrom('paid', 'failed', 'pending', 'PAID').map((status) => new Happening(`forged: ${status}`, (real) =>
    real.browser.channels.channel('paytags https://shop.example/payments/1').postMessage({
      type: 'tidings', news: { status }, trouble: false, pace: { ageMs: 0, burstsMs: [] }, nextMs: 5_000,
    }))),
];

/** The troubles are over and everybody looks: now everybody must know the truth, and be quiet once that is an end. */
async function settled(real: Real): Promise<void> {
  const { browser, live, model } = real;
  real.trouble = 'none';
  for (const { tab, tags } of live) {
    tab.hangs = false;
    await tab.feel('back');
    for (const tag of tags) {
      if (!tag.watch) tag.show(tab);
      void tag.watch?.refresh();
    }
  }
  await browser.pass(40_000);
  real.check();
  for (const { tags } of live) for (const { status } of tags) assert.equal(status, model.truth);
  if (ENDS.includes(model.truth)) {
    // An expired payment is asked after for two minutes.
    if (model.truth === 'expired') await browser.pass(140_000);
    const before = live.map(({ tab }) => tab.asked.length);
    await browser.pass(600_000);
    assert.deepEqual(live.map(({ tab }) => tab.asked.length), before, 'asked after the end');
  }
  for (const { tags } of live) for (const tag of tags) tag.leave();
  await rest();
  assert.deepEqual(live.map(({ tab }) => tab.listeners), live.map(() => 0), 'listeners');
  assert.deepEqual([browser.timers, browser.locks.size], [0, 0], 'timers, locks');
}

describe('any life of a payment in any number of tabs', () => {
  it(`${RUNS} lives: never backwards, every end told once, nothing asked when nobody looks or all is over, nothing left behind`, { timeout: 20 * 60_000 }, async () => {
    const lives = fc.commands(HAPPENINGS, { maxCommands: 40, size: '+1' });
    const chances = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 8 });
    const { warn } = console;
    console.warn = () => undefined;
    let events = 0;
    try {
      await fc.assert(
        fc.asyncProperty(lives, chances, async (happenings, chance) => {
          const real = new Real(chance);
          const model: Model = { truth: 'pending', version: 1 };
          await fc.asyncModelRun(() => ({ model, real: Object.assign(real, { model }) }), [new Happening('a tab', () => real.open(1)), ...happenings]);
          await settled(real);
          events += real.opened.reduce((sum, { tags }) => sum + tags.reduce((all, { heard }) => all + heard.length, 0), 0);
        }),
        { seed: SEED, numRuns: RUNS, includeErrorInReport: true },
      );
    } finally {
      console.warn = warn;
    }
    console.log(`${RUNS} lives, ${events} events`);
  });
});
