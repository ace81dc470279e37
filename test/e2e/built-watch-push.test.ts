import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Visit } from './built-site.ts';
import { PageTime } from './page-time.ts';
import type { OpenStream } from './scripted-shop.ts';
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

  it('six tabs have one stream, and when the tab that has it is closed another one opens its own', async () => {
    const { shop, tabs } = pages;
    const context = await tabs.browser.newContext();
    const time = new PageTime();
    const visits: Visit[] = [];
    for (const tab of 'abcdef') visits.push(await pages.visit(context.newPage(), 'six', { tab, time, more: events('six') }));
    await time.pass(2 * MINUTE);
    assert.deepEqual(shop.streams.filter(({ payment }) => payment === 'six').map(({ tab }) => tab), ['a']);
    time.without(visits[0]!.page);
    await visits[0]!.page.close();
    await visits[1]!.until('another tab has it', () => shop.openStreams('six').some(({ tab }) => tab !== 'a'));
    await time.pass(MINUTE);
    assert.equal(shop.streams.filter(({ payment }) => payment === 'six').length, 2);
    shop.says('six', { status: 'paid' });
    const before = shop.count('six');
    shop.openStreams('six')[0]!.tell({ status: 'paid' });
    for (const visit of visits.slice(1)) await visit.hears('payment-paid');
    // Each of the four others has asked for itself.
    assert.equal(shop.count('six'), before + 4);
    await context.close();
  });

  const paid = 'event: status\ndata: {"status":"paid"}\n\n';
  const READ: Record<string, (stream: OpenStream) => Promise<void>> = {
    'one byte at a time': async (stream) => {
      for (const byte of new TextEncoder().encode(`: cafés \u{1F4B8}\r\nid: 7\r\n${paid}`)) {
        stream.write(Uint8Array.of(byte));
        await new Promise(setImmediate);
      }
    },
    'with a byte order mark, carriage returns and comments': async (stream) => stream.write(`\u{FEFF}: a comment\rretry: 5000\r${paid.replaceAll('\n', '\r')}`),
    'after an event of another kind': async (stream) => stream.write(`event: gossip\ndata: {"status":"failed"}\n\ndata: nonsense\n\n${paid}`),
  };
  for (const [how, write] of Object.entries(READ)) {
    it(`is read ${how}`, () =>
      watching(`read-${how.length}`, async (visit) => {
        await visit.until('the stream is asked for', () => pages.shop.streams.some(({ payment }) => payment === `read-${how.length}`));
        await write(pages.shop.streams.at(-1)!);
        await visit.hears('payment-paid');
        assert.equal(pages.shop.count(`read-${how.length}`), 0);
      }));
  }
});
