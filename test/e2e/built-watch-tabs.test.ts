import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext } from 'playwright';
import type { Visit } from './built-site.ts';
import { PageTime } from './page-time.ts';
import { WatchedPages } from './watched-pages.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

// Pages of one context, all of which count as seen, as windows beside each other do; only clocks and timers are scripted.
describe('several tabs on one payment', () => {
  let pages: WatchedPages;
  let context: BrowserContext;
  let time: PageTime;
  before(async () => void (pages = await WatchedPages.open()));
  after(() => pages?.close());

  /** Opens tabs with these names, lets a test live in them, and closes them. */
  async function among(payment: string, names: string, live: (...visits: Visit[]) => Promise<void>, bodies: Partial<Record<string, string>> = {}): Promise<void> {
    context = await pages.tabs.browser.newContext();
    time = new PageTime();
    const visits: Visit[] = [];
    for (const tab of names) visits.push(await pages.visit(context.newPage(), payment, { tab, time, ...(bodies[tab] && { body: bodies[tab] }) }));
    try {
      await live(...visits);
      for (const visit of visits) assert.deepEqual(visit.console, []);
    } finally {
      await context.close();
    }
  }
  const events = async (visit: Visit, type: string) => (await visit.heard()).filter((event) => event.type === type).length;
  const locks = (visit: Visit, which: 'held' | 'pending'): Promise<number> => visit.page.evaluate(`navigator.locks.query().then((state) => state.${which}.length)`);

  it('one asks for five; each asks itself before it says paid, says it once to each of its tags, and nothing is left', () =>
    among('five', 'abcde', async (...visits) => {
      const { shop } = pages;
      await time.pass(20 * SECOND);
      assert.equal(shop.tabs('five').length, 1);
      const before = shop.count('five');
      assert.ok(before >= 8 && before <= 13, `${before} questions in 20 s`);
      shop.says('five', { status: 'paid' });
      await time.pass(3 * SECOND);
      for (const visit of visits) await visit.hears('payment-paid');
      assert.equal(shop.count('five'), before + 5);
      assert.deepEqual(shop.tabs('five', before), ['a', 'b', 'c', 'd', 'e']);
      await time.pass(10 * MINUTE);
      assert.equal(shop.count('five'), before + 5, 'the end is the end');
      for (const visit of visits) assert.equal(await events(visit, 'payment-paid'), visit === visits[2] ? 3 : 1);
      assert.deepEqual([await locks(visits[0]!, 'held'), await locks(visits[0]!, 'pending')], [0, 0]);
    }, { c: pages.tag('five').repeat(3) }));

  it('when the tab that asks is closed another one asks within 3 s', () =>
    among('closed', 'abc', async (first, second) => {
      const { shop } = pages;
      await time.pass(4 * MINUTE);
      assert.deepEqual(shop.tabs('closed'), ['a']);
      const before = shop.count('closed');
      time.without(first!.page);
      await first!.page.close();
      await second!.until('the lock is another tab’s', async () => (await locks(second!, 'held')) === 1);
      await time.pass(3 * SECOND);
      assert.equal(shop.count('closed'), before + 1);
      await time.pass(20 * SECOND);
      assert.equal(shop.tabs('closed', before).length, 1);
    }));

  it('a tab that hangs loses its part within two intervals, and takes it back from nobody when it comes round', () =>
    among('hung', 'ab', async (hung, other) => {
      const { shop } = pages;
      await time.pass(10 * SECOND);
      assert.deepEqual(shop.tabs('hung'), ['a']);
      // A request that a page waits for with its only thread: nothing runs there until the shop answers.
      let answer: (response: Response) => void = () => undefined;
      shop.says('blocking', () => new Promise((resolve) => (answer = resolve)));
      const blocked = hung!.page.evaluate(`(() => { const request = new XMLHttpRequest(); request.open('GET', '/payments/blocking', false); request.send(); clockwork.to(Number(request.responseText)); })()`);
      blocked.catch(() => undefined);
      await other!.until('the tab hangs', () => shop.count('blocking') === 1);
      time.without(hung!.page);
      const before = shop.count('hung');
      await time.pass(2 * 2 * 1.2 * SECOND);
      await other!.until('the other tab asks', () => shop.count('hung', 'b') > 0);
      await time.pass(10 * SECOND);
      assert.deepEqual(shop.tabs('hung', before), ['b']);

      // It is as late there as anywhere.
      answer(new Response(String(time.passed)));
      await blocked;
      time.again(hung!.page);
      const round = shop.count('hung');
      await time.pass(20 * SECOND);
      assert.deepEqual(shop.tabs('hung', round), ['b']);
      assert.equal(shop.count('hung') - round <= 13, true);
      shop.says('hung', { status: 'paid' });
      await time.pass(3 * SECOND);
      await hung!.hears('payment-paid');
    }));

  it('believes nothing that a script of the page says on its channel: it asks', () =>
    among('forged', 'abc', async (leader, second, third) => {
      const { shop } = pages;
      await time.pass(10 * SECOND);
      const pace = { ageMs: 10_000, burstsMs: [] };
      const tidings = { type: 'tidings', news: { status: 'pending' }, serverTime: undefined, trouble: false, pace, nextMs: 2_000 };
      const garbage = [
        null, 0, '', 'paid', [], {}, { type: 'paid' }, { type: 'tidings' }, { ...tidings, news: null }, { ...tidings, news: { status: 'won' } },
        { ...tidings, nextMs: -1 }, { ...tidings, nextMs: 'soon' }, { ...tidings, pace: null }, { ...tidings, pace: { ageMs: 1, burstsMs: 5 } }, { ...tidings, pace: { ageMs: -5, burstsMs: [] } },
        { ...tidings, serverTime: 'noon' }, { ...tidings, news: { status: 'pending', expiresAt: '<b>' } },
      ];
      const say = (messages: unknown[]) =>
        third!.page.evaluate(`{ const forger = new BroadcastChannel('paytags ' + new URL('/payments/forged', location.href).href); for (const message of ${JSON.stringify(messages)}) forger.postMessage(message); forger.close(); }`);
      const before = shop.count('forged');
      await say(garbage);
      await time.rest();
      assert.equal(shop.count('forged'), before);
      await say(Array.from({ length: 200 }, () => ({ ...tidings, news: { status: 'paid', version: 9 } })));
      await time.rest();
      const asked = shop.asked.filter(({ payment }) => payment === 'forged').slice(before);
      assert.deepEqual(asked.map(({ tab }) => tab).filter((tab) => tab === 'a'), []);
      assert.deepEqual([...new Set(asked.map(({ tab }) => tab))].sort(), ['b', 'c']);
      assert.ok(asked.length <= 6, `${asked.length} questions because of 200 messages`);
      await time.pass(10 * SECOND);
      for (const visit of [leader!, second!, third!]) {
        assert.deepEqual((await visit.heard()).map(({ type, status }) => `${type} ${status}`), ['payment-status pending']);
        assert.match(await visit.tag.locator('[part="status"]').innerText(), /Waiting for your payment/);
      }
      assert.deepEqual(shop.tabs('forged', before + asked.length), ['a']);
    }));
});
