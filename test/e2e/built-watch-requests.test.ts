import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Visit } from './built-site.ts';
import { PageTime } from './page-time.ts';
import { WatchedPages } from './watched-pages.ts';

const SECOND = 1_000;
const QUARTER = 15 * 60 * SECOND;

/** The most that 15 minutes on one payment may cost. */
const MOST = { polled: 105, pushed: 35 };

describe('requests in 15 minutes on one payment', () => {
  let pages: WatchedPages;
  before(async () => void (pages = await WatchedPages.open()));
  after(() => pages?.close());

  /** A row of the table: questions and streams. */
  function row(test: TestContext, what: string, payment: string, from = 0): number {
    const { shop } = pages;
    const streams = shop.streams.filter((stream) => stream.payment === payment).length;
    const sum = shop.count(payment) - from + streams;
    test.diagnostic(`${what.padEnd(44)} ${String(sum).padStart(4)}${streams ? ` (${streams} of them the stream)` : ''}`);
    return sum;
  }

  it('a tab in front polls; hidden it asks nothing for as long, and once within a second of coming back', async (test) => {
    const { shop, tabs } = pages;
    const time = new PageTime();
    const visit = await pages.visit(tabs.window.newPage(), 'one', { time });
    await visit.drawn();
    assert.equal(shop.count('one'), 0, 'asked before the code is there');
    await time.pass(QUARTER);
    const sum = row(test, 'visible', 'one');
    assert.ok(sum >= 90 && sum <= MOST.polled, `${sum} requests`);

    const other = await tabs.window.newPage();
    assert.equal(await visit.page.evaluate('document.hidden'), true);
    await time.rest();
    const before = shop.count('one');
    await time.pass(QUARTER);
    assert.equal(row(test, 'hidden', 'one', before), 0);
    await visit.page.bringToFront();
    await visit.until('it asks', () => shop.count('one') > before);
    await time.pass(SECOND);
    assert.equal(row(test, 'a second after coming back', 'one', before), 1);
    await other.close();
    await visit.page.close();
  });

  it('a tab with pushed news polls underneath', async (test) => {
    const { shop, tabs } = pages;
    const time = new PageTime();
    const visit = await pages.visit(tabs.window.newPage(), 'pushed', { time, more: 'events-url="/payments/pushed/events"' });
    await visit.until('the stream is open', () => shop.openStreams('pushed').length === 1);
    await time.pass(QUARTER);
    const sum = row(test, 'with push', 'pushed');
    assert.ok(sum >= 24 && sum <= MOST.pushed, `${sum} requests`);
    await visit.page.close();
  });

  it('five tabs, one of them with three tags, cost what one costs; at the end each asks once for itself', async (test) => {
    const { shop, tabs } = pages;
    const context = await tabs.browser.newContext();
    const time = new PageTime();
    const visits: Visit[] = [];
    for (const tab of 'abcde') visits.push(await pages.visit(context.newPage(), 'five', { tab, time, body: pages.tag('five').repeat(tab === 'c' ? 3 : 1) }));
    await time.pass(QUARTER);
    const sum = row(test, 'five tabs, seven tags', 'five');
    assert.ok(sum >= 90 && sum <= MOST.polled, `${sum} requests`);
    assert.equal(shop.tabs('five').length, 1);
    shop.says('five', { status: 'paid' });
    await time.pass(20 * SECOND);
    for (const visit of visits) await visit.hears('payment-paid');
    assert.equal(row(test, 'and until each has said that it is paid', 'five', sum) <= 6, true);
    await context.close();
  });
});
