import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Visit } from './built-site.ts';
import { WatchedPages } from './watched-pages.ts';

/**
 * Notes what a page put aside holds on to, and lets 20 minutes pass while it is cached. Its listeners are there before the tag's: what
 * is noted at `freeze` was let go at `pagehide`, which is all that a browser without `freeze` has.
 */
const PUT_ASIDE = `{
  globalThis.aside = { channels: new Set(), atFreeze: undefined, restored: false, lines: [] };
  const { performance } = globalThis;
  const now = performance.now.bind(performance);
  const wall = Date.now;
  let slept = 0;
  performance.now = () => now() + slept;
  Date.now = () => wall() + slept;
  globalThis.BroadcastChannel = class extends BroadcastChannel {
    constructor(name) {
      super(name);
      aside.channels.add(this);
    }
    close() {
      aside.channels.delete(this);
      super.close();
    }
  };
  document.addEventListener('freeze', () => (aside.atFreeze ??= aside.channels.size));
  document.addEventListener('resume', () => (slept = 1_200_000));
  addEventListener('pageshow', ({ persisted }) => (aside.restored ||= persisted));
}`;

describe('a page in the back/forward cache', () => {
  let pages: WatchedPages;
  before(async () => void (pages = await WatchedPages.open()));
  after(() => pages?.close());

  /** Follows a link to another page; Playwright's own ways wait for a load that a cached page never has. */
  const leave = async (visit: Visit) => {
    await visit.page.goto(pages.site.page({ body: 'Somewhere else' }));
  };
  const back = async (visit: Visit) => {
    await visit.page.goBack({ waitUntil: 'commit' });
    assert.equal(await visit.page.evaluate(`globalThis.aside?.restored`), true, `restored, not loaded again: ${await visit.page.evaluate(`JSON.stringify(performance.getEntriesByType('navigation')[0].notRestoredReasons)`)}`);
  };

  it('asks nothing and holds nothing, another tab takes over, and back again it claims nothing before the answer', async () => {
    const { shop, tabs } = pages;
    const more = 'events-url="/payments/cached/events"';
    const visit = await pages.visit(tabs.window.newPage(), 'cached', { tab: 'gone', more, script: PUT_ASIDE });
    const streaming = () => shop.openStreams('cached').map(({ tab }) => tab).join();
    await visit.until('the stream is open', () => streaming() === 'gone');
    const other = await pages.visit(tabs.beside(), 'cached', { tab: 'other', more });
    await leave(visit);
    await other.until('the stream is the other tab’s', () => streaming() === 'other');
    const before = shop.count('cached', 'gone');
    await other.page.close();

    let say: (answer: Response) => void = () => undefined;
    shop.says('cached', () => new Promise((resolve) => (say = resolve)));
    await back(visit);
    assert.equal(await visit.page.evaluate('aside.atFreeze'), 0, 'channels that a cached page keeps open');
    await visit.until('the page asks', () => shop.count('cached', 'gone') > before);
    const line = visit.tag.locator('[part="status"]');
    assert.match(await line.innerText(), /Checking with the shop…/);
    say(Response.json({ status: 'pending' }));
    await visit.until('the answer is shown', async () => /Waiting for your payment/.test(await line.innerText()));
    assert.deepEqual(visit.console, []);
    await visit.page.close();
  });

  it('a question that was out when the page was left is no failure on return', async () => {
    const { shop, tabs } = pages;
    shop.says('out', { status: 'pending', pollAfterMs: 500 });
    const visit = await pages.visit(tabs.window.newPage(), 'out', { script: PUT_ASIDE });
    await visit.until('it asks', () => shop.count('out') > 0);
    const before = shop.count('out');
    shop.says('out', () => new Promise(() => undefined));
    await visit.until('a question is out', () => shop.count('out') > before);
    const out = shop.count('out');
    await leave(visit);
    shop.says('out', { status: 'paid' });
    await back(visit);
    await visit.hears('payment-paid');
    assert.equal(shop.count('out'), out + 1);
    const errors = (await visit.heard()).filter(({ type }) => type === 'payment-error');
    assert.deepEqual(errors, []);
    await visit.page.close();
  });
});
