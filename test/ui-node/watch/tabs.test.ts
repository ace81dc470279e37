import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answered, rest, ScriptedBrowser, type Tab } from './scripted-browser.ts';
import { Tag } from './tag.ts';

interface Shop {
  readonly browser: ScriptedBrowser;
  /** What the server says from now on. */
  says: Record<string, unknown>;
  /** The network is down. */
  down: boolean;
}

function shop(): Shop {
  const shop: Shop = {
    browser: new ScriptedBrowser(async () => {
      if (shop.down) throw new TypeError('Failed to fetch');
      return answered(shop.says);
    }),
    says: { status: 'pending' },
    down: false,
  };
  return shop;
}

/** Opens tabs with one tag each on one payment. */
function open(browser: ScriptedBrowser, count: number): { tab: Tab; tag: Tag }[] {
  return Array.from({ length: count }, () => {
    const tab = browser.open();
    const tag = new Tag();
    tag.show(tab);
    return { tab, tag };
  });
}

const asked = (browser: ScriptedBrowser) => browser.tabs.reduce((sum, tab) => sum + tab.asked.length, 0);
const NAME = 'paytags https://shop.example/payments/1';
const tidings = { type: 'tidings', news: { status: 'paid' }, trouble: false, pace: { ageMs: 0, burstsMs: [] }, nextMs: 2_000 };

describe('tabs of one browser on one payment', () => {
  it('one asks, all hear', async () => {
    const { browser } = shop();
    const tabs = open(browser, 5);
    await browser.pass(60_000);
    assert.deepEqual(tabs.map(({ tab }) => tab.asked.length > 0), [true, false, false, false, false]);
    assert.ok(asked(browser) <= 31, String(asked(browser)));
  });

  it('each is paid once, after it has asked itself', async () => {
    const world = shop();
    const tabs = open(world.browser, 5);
    await world.browser.pass(10_000);
    const before = asked(world.browser);
    world.says = { status: 'paid', version: 2 };
    await world.browser.pass(3_000);
    for (const { tag } of tabs) assert.deepEqual(tag.heard, ['pending', 'paid', 'payment-paid']);
    assert.equal(asked(world.browser) - before, 5);
    await world.browser.pass(600_000);
    assert.equal(asked(world.browser) - before, 5, 'asked after the end');
    assert.deepEqual([world.browser.timers, world.browser.locks.size], [0, 0]);
  });

  it('what is not an end is heard from the other tab', async () => {
    const world = shop();
    const tabs = open(world.browser, 3);
    world.says = { status: 'processing', version: 2 };
    await world.browser.pass(3_000);
    assert.deepEqual(tabs.map(({ tag }) => [tag.status, tag.sources.at(-1)]), [['processing', 'poll'], ['processing', 'tab'], ['processing', 'tab']]);
    assert.equal(asked(world.browser), 1);
  });

  for (const [what, go] of [
    ['closed', (tab: Tab) => tab.die()],
    ['hidden', (tab: Tab) => tab.feel('hidden')],
    ['put aside', (tab: Tab) => tab.feel('away')],
  ] as const) {
    it(`the one that asks is ${what}: another asks within 3 s`, async () => {
      const { browser } = shop();
      const [first, second] = open(browser, 5);
      await browser.pass(7_000);
      await go(first!.tab);
      const since = browser.time;
      await browser.pass(3_000);
      assert.equal(first!.tab.asked.filter(({ at }) => at > since).length, 0);
      assert.ok(second!.tab.asked.length >= 1, 'nobody took over');
    });
  }

  it('the one that asks hangs: another asks within two intervals', async () => {
    const { browser } = shop();
    const tabs = open(browser, 3);
    await browser.pass(20_100);
    tabs[0]!.tab.hangs = true;
    await browser.pass(4_000);
    assert.equal(tabs.slice(1).some(({ tab }) => tab.asked.length), true);
    tabs[0]!.tab.hangs = false;
    await browser.pass(20_000);
    const counts = tabs.map(({ tab }) => tab.asked.filter(({ at }) => at > 30_000).length);
    assert.deepEqual(counts.filter(Boolean).length, 1, `one asks again: ${counts.join(' ')}`);
  });

  it('a slow server is no tab that hangs', async () => {
    const browser = new ScriptedBrowser((_, signal) => new Promise((resolve) => {
      const callOff = browser.tabs[0]!.after(7_500, () => resolve(answered({ status: 'pending' })));
      signal.addEventListener('abort', callOff);
    }));
    const tabs = open(browser, 3);
    await browser.pass(60_000);
    assert.deepEqual(tabs.map(({ tab }) => tab.asked.length > 0), [true, false, false]);
  });

  it('a tab that comes later hears at once what is known, and a hidden one asks nothing', async () => {
    const world = shop();
    const [first] = open(world.browser, 1);
    world.says = { status: 'processing', version: 4 };
    await world.browser.pass(5_000);
    const [later] = open(world.browser, 1);
    await rest();
    assert.equal(later!.tag.status, 'processing');
    const [hidden] = open(world.browser, 1);
    await hidden!.tab.feel('hidden');
    await first!.tab.die();
    await later!.tab.die();
    await world.browser.pass(60_000);
    assert.equal(hidden!.tab.asked.every((one) => !one.hidden), true);
  });

  it('a hidden tab hears of the end and asks when it is seen', async () => {
    const world = shop();
    const [first, second] = open(world.browser, 2);
    await second!.tab.feel('hidden');
    world.says = { status: 'paid' };
    await world.browser.pass(3_000);
    assert.deepEqual([first!.tag.status, second!.tag.status, second!.tab.asked.length], ['paid', 'pending', 0]);
    assert.equal(second!.tag.watch!.known.doubt?.status, 'paid', 'its code is covered');
    await second!.tab.feel('seen');
    await world.browser.pass(1_000);
    assert.deepEqual([second!.tag.status, second!.tab.asked.length], ['paid', 1]);
  });

  it('somebody who comes back to a tab makes the one that asks ask', async () => {
    const { browser } = shop();
    const [first, second] = open(browser, 2);
    await browser.pass(300_000);
    await second!.tab.feel('hidden');
    await browser.pass(5_000);
    const before = first!.tab.asked.length;
    await second!.tab.feel('seen');
    await browser.pass(900);
    assert.deepEqual([first!.tab.asked.length - before, second!.tab.asked.length], [1, 0]);
  });

  for (const [what, message] of [
    ['nothing', null], ['text', 'paid'], ['a list', [1]], ['another type', { type: 'x' }], ['no news', { type: 'tidings' }],
    ['an unknown word', { ...tidings, news: { status: 'PAID' } }], ['no pace', { ...tidings, pace: null }],
    ['a pace that is no number', { ...tidings, pace: { ageMs: 'x', burstsMs: [] } }], ['for ever', { ...tidings, nextMs: Infinity }],
    ['negative', { ...tidings, nextMs: -1 }], ['idle', { ...tidings, news: { status: 'idle' } }],
  ] as const) {
    it(`a message that is ${what} changes nothing`, async () => {
      const { browser } = shop();
      const tabs = open(browser, 3);
      await browser.pass(5_000);
      browser.channels.channel(NAME).postMessage(message);
      await browser.pass(20_000);
      assert.deepEqual(tabs.map(({ tag }) => tag.heard), [['pending'], ['pending'], ['pending']]);
      assert.deepEqual(tabs.map(({ tab }) => tab.asked.length > 0), [true, false, false]);
    });
  }

  for (const status of ['paid', 'failed', 'expired', 'canceled', 'refunded']) {
    it(`a forged "${status}" is asked about, and not believed`, async () => {
      const { browser } = shop();
      const tabs = open(browser, 3);
      await browser.pass(5_000);
      browser.channels.channel(NAME).postMessage({ ...tidings, news: { status } });
      await browser.pass(0);
      assert.deepEqual(tabs.slice(1).map(({ tab }) => tab.asked.length), [1, 1]);
      await browser.pass(30_000);
      assert.deepEqual(tabs.map(({ tag }) => tag.heard), [['pending'], ['pending'], ['pending']]);
      assert.deepEqual(tabs.map(({ tag }) => tag.watch!.known.doubt), [undefined, undefined, undefined]);
    });
  }

  it('an outage is told once in every tab, and its end too', async () => {
    const world = shop();
    const tabs = open(world.browser, 3);
    await world.browser.pass(5_000);
    world.down = true;
    await world.browser.pass(30_000);
    world.down = false;
    await world.browser.pass(40_000);
    for (const { tag } of tabs) assert.deepEqual(tag.heard, ['pending', 'network', 'recovered']);
  });

  for (const missing of ['locks', 'channel'] as const) {
    it(`without ${missing} each tab asks for itself`, async () => {
      const { browser } = shop();
      const tabs = [browser.open(), browser.open()];
      for (const tab of tabs) Object.defineProperty(tab, missing, { value: missing === 'locks' ? undefined : () => undefined });
      for (const tab of tabs) new Tag().show(tab);
      await browser.pass(5_000);
      assert.deepEqual(tabs.map(({ asked: { length } }) => length), [2, 2]);
    });
  }

  it('a frame without an origin has locks that refuse: it asks for itself', async () => {
    const { browser } = shop();
    const tab = browser.open();
    tab.locks = { request: () => Promise.reject(new DOMException('no origin', 'SecurityError')) } as never;
    new Tag().show(tab);
    await browser.pass(5_000);
    assert.equal(tab.asked.length, 2);
  });

  it('two tags of one page have one watch, and the later one hears at once', async () => {
    const world = shop();
    const tab = world.browser.open();
    const [one, two] = [new Tag(), new Tag()];
    one.show(tab);
    world.says = { status: 'processing' };
    await world.browser.pass(3_000);
    two.show(tab);
    await rest();
    assert.equal(two.status, 'processing');
    assert.equal(one.watch, two.watch);
    world.says = { status: 'paid' };
    await world.browser.pass(6_000);
    assert.deepEqual([one.heard.at(-1), two.heard.at(-1)], ['payment-paid', 'payment-paid']);
    assert.equal(tab.mostInFlight, 1);
  });
});
