import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CDPSession } from 'playwright';
import type { Visit } from './built-site.ts';
import { PageTime } from './page-time.ts';
import { WatchedPages } from './watched-pages.ts';

/** What a page holds after its garbage is gone. */
interface Held {
  readonly listeners: number;
  readonly nodes: number;
  readonly heapMB: number;
  readonly timers: number;
  readonly locks: number;
}

/** Takes a tag out of the page and puts it back, so often, a task apart. */
const MOVE = (times: number) => `(async () => {
  const task = () => new Promise((next) => setTimeout(next));
  for (let time = 0; time < ${times}; time += 1) {
    const tag = document.querySelector('pix-qr');
    tag.remove();
    await task();
    document.body.append(tag);
    await task();
  }
})()`;

/** Makes tags, lets each live until it watches, and throws it away. */
const MAKE = (times: number) => `(async () => {
  const task = () => new Promise((next) => setTimeout(next));
  const tag = document.querySelector('pix-qr');
  for (let time = 0; time < ${times}; time += 1) {
    const other = tag.cloneNode();
    document.body.append(other);
    while (!other.life) await task();
    other.remove();
    await task();
  }
})()`;

describe('a tag that comes and goes', () => {
  let pages: WatchedPages;
  before(async () => void (pages = await WatchedPages.open()));
  after(() => pages?.close());

  async function held(visit: Visit, cdp: CDPSession): Promise<Held> {
    for (let round = 0; round < 3; round += 1) await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? NaN;
    const [timers, locks]: [number, number] = await visit.page.evaluate(`navigator.locks.query().then(({ held, pending }) => [clockwork.timers, held.length + pending.length])`);
    return { listeners: metric('JSEventListeners'), nodes: metric('Nodes'), heapMB: Number((metric('JSHeapUsedSize') / 1e6).toFixed(2)), timers, locks };
  }

  it('1,000 times, leaves no timer, listener, node, lock, stream or request, and no memory', async (test) => {
    const { shop, tabs } = pages;
    const context = await tabs.browser.newContext();
    const time = new PageTime();
    const visit = await pages.visit(context.newPage(), 'moved', { time, more: 'events-url="/payments/moved/events" expires-at="2099-01-01T00:00:00Z"' });
    const cdp = await context.newCDPSession(visit.page);
    await cdp.send('Performance.enable');
    // The browser's own list of what was fetched grows too.
    await visit.page.evaluate('performance.setResourceTimingBufferSize(0); performance.clearResourceTimings()');
    const rounds: Held[] = [];
    for (const times of [500, 500]) {
      await visit.page.evaluate(MOVE(times));
      await visit.page.evaluate(MAKE(times / 25));
      await visit.page.evaluate(`(globalThis.tag = document.querySelector('pix-qr')).remove()`);
      await visit.until('the stream is closed', () => shop.openStreams('moved').length === 0);
      // A question that was called off on its way may still arrive: ten times there and back without one, and none is out.
      let asked = -1;
      for (let quiet = 0; quiet < 10; quiet++) {
        await visit.page.evaluate(`fetch('/status/pending').then((answer) => answer.text())`);
        if (shop.count('moved') !== asked) quiet = 0;
        asked = shop.count('moved');
      }
      await time.pass(60_000);
      assert.equal(shop.count('moved'), asked, 'nobody is there to ask');
      rounds.push(await held(visit, cdp));
      await visit.page.evaluate('document.body.append(tag); delete globalThis.tag');
    }
    const [first, last] = rounds as [Held, Held];
    test.diagnostic(`after 500 times ${JSON.stringify(first)}`);
    test.diagnostic(`after 1,000 times ${JSON.stringify(last)}`);
    test.diagnostic(`${shop.count('moved')} questions, ${shop.streams.length} streams`);
    assert.deepEqual([last.timers, last.locks], [0, 0]);
    assert.ok(last.listeners <= first.listeners, `${last.listeners - first.listeners} listeners more after 500 times more`);
    assert.ok(last.nodes <= first.nodes + 10, `${last.nodes - first.nodes} nodes more after 500 times more`);
    assert.ok(last.heapMB - first.heapMB < 0.5, `${last.heapMB - first.heapMB} MB more after 500 times more`);
    await context.close();
  });
});
