import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PageTime } from './page-time.ts';
import { WatchedPages } from './watched-pages.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

// A tab is hidden by bringing another one of its window to the front, which is what a shopper does; only clocks and timers are scripted.
describe('a tab that nobody looks at', () => {
  let pages: WatchedPages;
  before(async () => void (pages = await WatchedPages.open()));
  after(() => pages?.close());

  it('asks nothing and hears no stream for ten minutes, asks at once on return, claims nothing before the answer, and is fast for 20 s', async () => {
    const { shop, tabs } = pages;
    const time = new PageTime();
    const visit = await pages.visit(tabs.window.newPage(), 'left', { time, more: 'events-url="/payments/left/events"' });
    await visit.until('the stream is open', () => shop.openStreams('left').length === 1);
    await time.pass(4 * MINUTE);
    const line = visit.tag.locator('[part="status"]');
    assert.match(await line.innerText(), /Waiting for your payment/);

    const other = await tabs.window.newPage();
    assert.equal(await visit.page.evaluate('document.hidden'), true);
    await visit.until('the stream is closed', () => shop.openStreams('left').length === 0);
    await time.rest();
    const before = shop.count('left');
    const streams = shop.streams.length;
    assert.ok(before >= 6, `${before} questions in four minutes with a stream`);
    await time.pass(10 * MINUTE);
    assert.deepEqual([shop.count('left') - before, shop.openStreams('left').length, shop.streams.length - streams], [0, 0, 0]);

    let say: (answer: Response) => void = () => undefined;
    shop.says('left', () => new Promise((resolve) => (say = resolve)));
    time.held = 1;
    await visit.page.bringToFront();
    await visit.until('the tab asks', () => shop.count('left') > before);
    await time.rest();
    assert.equal(shop.count('left') - before, 1);
    assert.match(await line.innerText(), /Checking with the shop…/);
    say(Response.json({ status: 'pending' }));
    shop.says('left', { status: 'pending' });
    time.held = 0;
    await time.rest();
    assert.match(await line.innerText(), /Waiting for your payment/);
    await visit.until('the stream is open again', () => shop.openStreams('left').length === 1);
    await time.pass(20 * SECOND);
    const fast = shop.count('left') - before;
    assert.ok(fast >= 8 && fast <= 11, `${fast} questions within 20 s of coming back`);
    await time.pass(2 * MINUTE);
    assert.ok(shop.count('left') - before - fast <= 5, 'the schedule underneath a stream again');
    await other.close();
    await visit.page.close();
  });

  it('hands over to the tab in front, and when that one hears the end shows no code before it has asked itself', async () => {
    const { shop, tabs } = pages;
    const time = new PageTime();
    const left = await pages.visit(tabs.window.newPage(), 'two', { time, tab: 'left' });
    await time.pass(10 * SECOND);
    assert.deepEqual(shop.tabs('two'), ['left']);
    const before = shop.count('two');
    const front = await pages.visit(tabs.window.newPage(), 'two', { time, tab: 'front' });
    assert.equal(await left.page.evaluate('document.hidden'), true);
    await time.pass(10 * SECOND);
    assert.deepEqual(shop.tabs('two', before), ['front']);
    shop.says('two', { status: 'paid' });
    await time.pass(3 * SECOND);
    await front.hears('payment-paid');
    const paid = shop.count('two');
    await time.pass(MINUTE);
    assert.equal(shop.count('two'), paid, 'the end is the end');
    assert.equal(await left.page.evaluate(`document.querySelector('pix-qr').status`), 'pending', 'what a channel says is no answer');

    shop.says('two', () => new Promise(() => undefined));
    time.held = 1;
    await left.page.bringToFront();
    await left.until('the tab asks', () => shop.count('two') > paid);
    await time.rest();
    assert.equal(await left.symbol.count(), 0);
    assert.match(await left.tag.locator('[part="status"]').innerText(), /Checking with the shop…/);
    shop.says('two', { status: 'paid' });
    await time.pass(15 * SECOND);
    await left.hears('payment-paid');
    const heard = (await left.heard()).filter(({ type }) => type === 'payment-paid');
    assert.equal(heard.length, 1);
    await left.page.close();
    await front.page.close();
  });

  it('frozen by the browser it lets go, and once awake it asks nothing until somebody looks', async () => {
    const { shop, tabs } = pages;
    shop.says('frozen', { status: 'pending', pollAfterMs: 500 });
    const cover = await tabs.window.newPage();
    const frozen = await pages.visit(tabs.window.newPage(), 'frozen', { tab: 'frozen' });
    await frozen.until('the first tab asks', () => shop.count('frozen') > 0);
    const other = await pages.visit(tabs.beside(), 'frozen', { tab: 'other' });
    const cdp = await tabs.window.newCDPSession(frozen.page);
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
    const before = shop.count('frozen');
    await other.until('the other tab asks', () => shop.count('frozen', 'other') > 1);
    await cdp.send('Page.setWebLifecycleState', { state: 'active' });
    assert.equal(await frozen.page.evaluate('document.hidden'), true);
    const awake = shop.count('frozen', 'other');
    await other.until('the other tab asks on', () => shop.count('frozen', 'other') > awake + 1);
    assert.deepEqual(shop.tabs('frozen', before), ['other']);
    shop.says('frozen', { status: 'paid' });
    await other.hears('payment-paid');
    await cover.bringToFront();
    await frozen.page.bringToFront();
    await frozen.hears('payment-paid');
    await cover.close();
    await frozen.page.close();
    await other.page.close();
  });
});
