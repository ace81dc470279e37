import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { answered, rest, ScriptedBrowser, type Answer, type Tab } from './scripted-browser.ts';
import { Tag } from './tag.ts';

/** One tag in one tab, and what the server gives in turn: the last again and again. */
function shown(...answers: (Record<string, unknown> | Answer)[]) {
  const requests: Request[] = [];
  const signals: AbortSignal[] = [];
  const browser = new ScriptedBrowser(async (request, signal) => {
    requests.push(request);
    signals.push(signal);
    const next = (answers.length > 1 ? answers.shift() : answers[0]) ?? {};
    return typeof next === 'function' ? next(request, signal) : answered(next);
  });
  const tag = new Tag();
  const tab = browser.open();
  tag.show(tab);
  return { browser, tag, tab, requests, signals };
}
const seconds = ({ asked }: Tab) => asked.map(({ at }) => Math.round(at / 100) / 10);
const raw = (body: string, status = 200): Answer => async () => answered(body, status);

describe('answers that come as they should not', () => {
  afterEach(() => mock.restoreAll());

  it('paid, then another end: ignored, and said once in the console', async () => {
    const warn = mock.method(console, 'warn', () => undefined);
    const { browser, tag } = shown({ status: 'expired', version: 2 }, { status: 'paid', version: 3 }, { status: 'failed', version: 4 }, { status: 'expired', version: 5 });
    await browser.pass(5_000);
    for (let time = 0; time < 3; time++) await Promise.all([tag.watch!.refresh(), browser.pass(100)]);
    assert.deepEqual(tag.heard, ['pending', 'expired', 'payment-expired', 'paid', 'payment-paid']);
    assert.equal(tag.payments.state.late, true);
    assert.deepEqual(warn.mock.calls.map(({ arguments: [said] }) => said), ['paytags: the server says "failed" after "paid", which stays.']);
  });

  it('paid answered before an older pending', async () => {
    const { browser, tag } = shown({ status: 'processing', version: 5 }, { status: 'pending', version: 4 }, { status: 'processing', version: 4 });
    await browser.pass(10_000);
    assert.deepEqual([tag.heard, tag.payments.state.version], [['pending', 'processing'], 5]);
  });

  for (const [what, earlier, later, message] of [
    ['missing: the later one counts', undefined, undefined, 'two'],
    ['text of digits', '9', '10', 'two'],
    ['text of digits, older', '10', '9', 'one'],
    ['beyond what a number holds', '1152921504606846977', '1152921504606846976', 'one'],
    ['2 to the 60th', 2 ** 60, 2 ** 60, 'two'],
    ['no version at all: the rank decides', 'abc', 'xyz', 'two'],
  ] as const) {
    it(`a version that is ${what}`, async () => {
      const { browser, tag } = shown({ status: 'processing', version: earlier, message: 'one' }, { status: 'processing', version: later, message: 'two' });
      await browser.pass(5_000);
      assert.deepEqual([tag.payments.state.message, tag.heard], [message, ['pending', 'processing']]);
    });
  }

  it('the same answer a thousand times is one event', async () => {
    const { browser, tag, tab } = shown({ status: 'processing', version: 2, pollAfterMs: 500 });
    await browser.pass(520_000);
    assert.deepEqual([tab.asked.length > 900, tag.heard], [true, ['pending', 'processing']]);
  });

  it('304 is no news and no trouble, and is asked on as ever', async () => {
    const { browser, tag, tab } = shown(raw('', 304));
    await browser.pass(9_000);
    assert.deepEqual([seconds(tab), tag.heard], [[2, 4, 6, 8], ['pending']]);
  });

  it('every question goes past every cache', async () => {
    const { browser, requests } = shown({ status: 'pending' });
    await browser.pass(9_000);
    assert.deepEqual([...new Set(requests.map(({ cache, redirect, credentials }) => `${cache} ${redirect} ${credentials}`))], ['no-store error same-origin']);
  });

  it('a fetch that heeds no signal and answers late, or never, is given up after 8 s', async () => {
    let late: (() => void) | undefined;
    const { browser, tag, tab } = shown(
      () => new Promise((resolve) => (late = () => resolve(answered({ status: 'paid' })))),
      { status: 'pending' },
    );
    await browser.pass(10_100);
    assert.deepEqual(tag.heard, ['pending', 'timeout']);
    await browser.pass(5_000);
    assert.deepEqual(tag.heard, ['pending', 'timeout', 'recovered']);
    late!();
    await rest();
    assert.deepEqual([tag.status, tab.asked.length > 2], ['pending', true]);
  });

  it('nothing needs AbortSignal.any or AbortSignal.timeout', async () => {
    const { any, timeout } = AbortSignal;
    Object.assign(AbortSignal, { any: undefined, timeout: undefined });
    try {
      const { browser, tag } = shown({ status: 'pending' }, { status: 'paid' });
      await browser.pass(5_000);
      assert.equal(tag.status, 'paid');
    } finally {
      Object.assign(AbortSignal, { any, timeout });
    }
  });

  it('a payment that is lost is asked for again when the page asks', async () => {
    const { browser, tag, tab } = shown(raw('', 404), raw('', 404), raw('', 404), { status: 'paid' });
    await browser.pass(30_000);
    assert.deepEqual([tag.heard, tab.asked.length, browser.timers], [['pending', 'not-found'], 3, 0]);
    await Promise.all([tag.watch!.refresh(), browser.pass(100)]);
    assert.deepEqual([tag.status, tag.watch!.known.lost], ['paid', undefined]);
  });
});

describe('a machine that sleeps', () => {
  const SERVER = Date.parse('2026-11-21T12:00:00Z');

  /** A server whose clock goes on while the machine sleeps. */
  function asleep(monotonic: 'stands still' | 'goes on') {
    let sleptMs = 0;
    const world = shown(async () => answered({ status: 'pending', serverTime: new Date(SERVER + world.browser.time + sleptMs).toISOString() }));
    return {
      ...world,
      sleep: (ms: number) => {
        if (monotonic === 'goes on') return void (world.browser.time += ms);
        sleptMs = ms;
        world.tab.wrongByMs += ms;
      },
      off: () => Math.abs(world.tag.watch!.known.clock.now() - (SERVER + world.browser.time + sleptMs)),
    };
  }

  for (const monotonic of ['stands still', 'goes on'] as const) {
    it(`for an hour while its steady clock ${monotonic}: the time is right with the first answer, which is asked for at once`, async () => {
      const { browser, tag, tab, sleep, off } = asleep(monotonic);
      await browser.pass(300_000);
      const before = tab.asked.length;
      sleep(3_600_000);
      await browser.pass(monotonic === 'goes on' ? 100 : 17_000);
      assert.equal(tab.asked.length > before, true);
      assert.ok(off() <= 1_000, `${off()} ms off`);
      assert.equal(tag.watch!.known.doubt, undefined);
    });
  }

  it('claims nothing between waking and the answer', async () => {
    const { browser, tag, sleep } = asleep('stands still');
    await browser.pass(30_000);
    sleep(3_600_000);
    tag.watch!.wake();
    assert.deepEqual([tag.watch!.known.clock.known, tag.watch!.known.doubt?.status], [false, 'pending']);
    await browser.pass(100);
    assert.deepEqual([tag.watch!.known.clock.known, tag.watch!.known.doubt], [true, undefined]);
  });

  it('a clock that somebody sets by a day, either way, costs one question and nothing else', async () => {
    for (const ms of [86_400_000, -86_400_000]) {
      const { browser, tag, tab, off } = asleep('stands still');
      await browser.pass(30_000);
      tab.wrongByMs += ms;
      tag.watch!.wake();
      await browser.pass(100);
      assert.equal(off() <= 1_000, true);
      assert.deepEqual(tag.heard, ['pending']);
    }
  });
});
