import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Visit } from './built-site.ts';
import { PageTime } from './page-time.ts';
import { begun, flowing, type OpenStream } from './scripted-shop.ts';
import { WatchedPages } from './watched-pages.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

describe('news that is pushed', () => {
  let pages: WatchedPages;
  before(async () => void (pages = await WatchedPages.open()));
  after(() => pages?.close());

  const events = (payment: string) => `events-url="/payments/${payment}/events"`;

  /** A page that watches with pushed news, as long as the test lives in it. */
  async function watching(payment: string, live: (visit: Visit, time: PageTime) => Promise<void>, body?: string): Promise<void> {
    const context = await pages.tabs.browser.newContext();
    const time = new PageTime();
    const visit = await pages.visit(context.newPage(), payment, { time, more: events(payment), ...(body && { body }) });
    try {
      await live(visit, time);
    } finally {
      await context.close();
    }
  }
  const flows = async (visit: Visit, payment: string): Promise<OpenStream> => {
    await visit.until('the stream is open', () => pages.shop.openStreams(payment).length === 1);
    return pages.shop.openStreams(payment)[0]!;
  };

  it('a change is shown within a second, without a question', () =>
    watching('told', async (visit, time) => {
      const stream = await flows(visit, 'told');
      await time.pass(5 * MINUTE);
      const before = pages.shop.count('told');
      const at = performance.now();
      stream.tell({ status: 'paid' });
      await visit.hears('payment-paid');
      const took = performance.now() - at;
      assert.ok(took < SECOND, `${took} ms`);
      await visit.tag.locator('[part="result"]').getByText('Paid', { exact: true }).waitFor();
      await visit.until('the stream is closed', () => pages.shop.openStreams('told').length === 0);
      await time.pass(10 * MINUTE);
      assert.equal(pages.shop.count('told'), before);
      assert.equal(pages.shop.streams.filter(({ payment }) => payment === 'told').length, 1);
    }));

  it('three tags of a page, of which one names the stream, have it open once and for good', () =>
    watching('three', async (visit, time) => {
      const { shop } = pages;
      const stream = await flows(visit, 'three');
      shop.says('three', { status: 'pending', version: 2 });
      await time.pass(3 * MINUTE);
      stream.tell({ status: 'pending', version: 3 });
      await time.pass(MINUTE);
      assert.equal(shop.streams.filter(({ payment }) => payment === 'three').length, 1);
      assert.ok(shop.count('three') <= 11, `${shop.count('three')} questions beside the stream in four minutes`);
      stream.tell({ status: 'paid' });
      await visit.until('all three say so', async () => (await visit.heard()).filter(({ type }) => type === 'payment-paid').length === 3);
    }, pages.tag('three') + pages.tag('three', events('three')) + pages.tag('three')));
});
