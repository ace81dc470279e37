import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Visit } from './built-site.ts';
import { PageTime } from './page-time.ts';
import { WatchedPages } from './watched-pages.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

describe('the network goes and comes back', () => {
  let pages: WatchedPages;
  before(async () => void (pages = await WatchedPages.open()));
  after(() => pages?.close());

  const told = async (visit: Visit) => (await visit.heard()).filter(({ type }) => type === 'payment-error' || type === 'payment-recovered').map(({ type, code }) => `${type} ${code ?? ''}`.trim());
  const shown = (visit: Visit) => visit.tag.locator('[part~="notice"], .lines').first().innerText();

  it('offline it says so once and keeps the code, online it asks at once and says that it is over once', async () => {
    const { shop, tabs } = pages;
    const time = new PageTime();
    const context = await tabs.browser.newContext();
    const visit = await pages.visit(context.newPage(), 'offline', { time });
    await time.pass(5 * SECOND);
    await context.setOffline(true);
    assert.equal(await visit.page.evaluate('navigator.onLine'), false);
    const before = shop.count('offline');
    await time.pass(3 * MINUTE);
    assert.equal(shop.count('offline'), before);
    assert.deepEqual(await told(visit), ['payment-error network']);
    assert.match(await shown(visit), /You seem to be offline/);
    assert.equal(await visit.symbol.count(), 1);
    assert.equal(await visit.page.evaluate(`document.querySelector('pix-qr').status`), 'pending');

    await context.setOffline(false);
    await visit.until('it asks', () => shop.count('offline') > before);
    await time.rest();
    assert.equal(shop.count('offline'), before + 1);
    assert.deepEqual(await told(visit), ['payment-error network', 'payment-recovered']);
    assert.match(await shown(visit), /^Waiting for your payment/);
    await context.close();
  });

  it('a browser that says online while nothing arrives is tried again and again, further apart', async () => {
    const { shop, tabs } = pages;
    const time = new PageTime();
    const context = await tabs.browser.newContext();
    const visit = await pages.visit(context.newPage(), 'lie', { time });
    await time.pass(5 * SECOND);
    let refused = 0;
    await context.route('**/payments/**', (route) => {
      refused += 1;
      return route.abort('connectionrefused');
    });
    assert.equal(await visit.page.evaluate('navigator.onLine'), true);
    const before = shop.count('lie');
    await time.pass(10 * MINUTE);
    assert.ok(refused >= 15 && refused <= 80, `${refused} tries in ten minutes`);
    assert.deepEqual(await told(visit), ['payment-error network']);
    assert.match(await shown(visit), /We can’t reach the shop just now/);
    await context.unroute('**/payments/**');
    await time.pass(30 * SECOND);
    assert.equal(shop.count('lie') > before, true);
    assert.deepEqual(await told(visit), ['payment-error network', 'payment-recovered']);
    await context.close();
  });

  it('a browser that says offline while everything arrives is not believed', async () => {
    const { shop, tabs } = pages;
    const time = new PageTime();
    const context = await tabs.browser.newContext();
    const visit = await pages.visit(context.newPage(), 'false', { time, script: `Object.defineProperty(navigator, 'onLine', { get: () => false })` });
    await time.pass(20 * SECOND);
    assert.equal(shop.count('false') >= 8, true);
    assert.deepEqual(await told(visit), []);
    assert.match(await shown(visit), /^Waiting for your payment/);
    await context.close();
  });

  it('three tabs tell of one outage once each', async () => {
    const { shop, tabs } = pages;
    const time = new PageTime();
    const context = await tabs.browser.newContext();
    const visits: Visit[] = [];
    for (const tab of 'abc') visits.push(await pages.visit(context.newPage(), 'all', { tab, time }));
    await time.pass(5 * SECOND);
    await context.setOffline(true);
    await time.pass(MINUTE);
    for (const visit of visits) assert.deepEqual(await told(visit), ['payment-error network']);
    const before = shop.count('all');
    await context.setOffline(false);
    await visits[0]!.until('one asks', () => shop.count('all') > before);
    await time.pass(10 * SECOND);
    for (const visit of visits) assert.deepEqual(await told(visit), ['payment-error network', 'payment-recovered']);
    assert.equal(shop.tabs('all').length, 1);
    await context.close();
  });
});
