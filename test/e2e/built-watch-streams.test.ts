import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Visit } from './built-site.ts';
import { PageTime } from './page-time.ts';
import { begun, flowing, type OpenStream } from './scripted-shop.ts';
import { WatchedPages } from './watched-pages.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

describe('a stream that does not do what it should', () => {
  let pages: WatchedPages;
  before(async () => void (pages = await WatchedPages.open()));
  after(() => pages?.close());

  /** A page that watches with a stream of this kind, as long as the test lives in it. */
  async function watching(payment: string, answer: (stream: OpenStream) => Response | Promise<Response>, live: (visit: Visit, time: PageTime) => Promise<void>, script = ''): Promise<void> {
    const { shop, tabs } = pages;
    shop.streamsBy(payment, answer);
    const context = await tabs.browser.newContext();
    const time = new PageTime();
    const visit = await pages.visit(context.newPage(), payment, { time, script, more: eventsOf(payment) });
    try {
      await visit.until('the stream is asked for', () => tries(payment) > 0);
      await live(visit, time);
    } finally {
      await context.close();
    }
  }
  const eventsOf = (payment: string) => `events-url="/payments/${payment}/events"`;
  const tries = (payment: string) => pages.shop.streams.filter((stream) => stream.payment === payment).length;

  /** Streams that tell nothing. */
  const USELESS: Record<string, (stream: OpenStream) => Response | Promise<Response>> = {
    'never answers': () => new Promise(() => undefined),
    'is held back by a proxy': flowing,
    'drops at once': (stream) => {
      const answer = begun(stream);
      stream.end();
      return answer;
    },
    'sends a line of 100,000 letters': (stream) => {
      const answer = begun(stream);
      stream.write(`data: ${'x'.repeat(100_000)}`);
      return answer;
    },
    'sends what is no status': (stream) => {
      const answer = begun(stream);
      stream.tell({ status: 'won' });
      return answer;
    },
    'is an error': () => new Response('', { status: 500 }),
    'is a page': () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
    'asks for a pause of eleven days': (stream) => {
      stream.write('retry: 1000000000\n\n');
      const answer = flowing(stream);
      stream.end();
      return answer;
    },
    'asks for no pause': (stream) => {
      stream.write('retry: 0\n\n');
      const answer = flowing(stream);
      stream.end();
      return answer;
    },
  };
  it('useless streams of every kind: the shop is asked as without one, and the stream is tried again, further apart', async () => {
    const { shop, tabs } = pages;
    const kinds = Object.entries(USELESS).map(([kind, answer], index) => ({ kind, answer, payment: `useless-${index}` }));
    for (const { payment, answer } of kinds) shop.streamsBy(payment, answer);
    const context = await tabs.browser.newContext();
    const time = new PageTime();
    const body = kinds.map(({ payment }) => pages.tag(payment, eventsOf(payment))).join('');
    const visit = await pages.visit(context.newPage(), '', { time, body });
    await visit.until('every stream is asked for', () => kinds.every(({ payment }) => tries(payment) > 0));
    await time.pass(40 * SECOND);
    for (const { kind, payment } of kinds) {
      const asked = shop.count(payment);
      // Every 2 s, a fifth more or less.
      assert.ok(asked >= 16 && asked <= 25, `${kind}: ${asked} questions in 40 s`);
      assert.ok(tries(payment) >= 1 && tries(payment) <= 7, `${kind}: ${tries(payment)} tries in 40 s`);
      shop.says(payment, { status: 'paid' });
    }
    await time.pass(7 * SECOND);
    await visit.until('all are paid', async () => (await visit.heard()).filter(({ type }) => type === 'payment-paid').length === kinds.length);
    assert.deepEqual((await visit.heard()).filter(({ type }) => type === 'payment-error'), []);
    assert.deepEqual(visit.console.filter((line) => !line.includes('status of 500')), []);
    await context.close();
  });

  it('dropped and opened again, over and over: the shop is asked underneath at least every 36 s', () =>
    watching('dropped', begun, async (visit, time) => {
      for (let drops = 1; drops <= 8; drops += 1) {
        await time.pass(31 * SECOND);
        pages.shop.openStreams('dropped')[0]?.end();
        await visit.until('it is opened again', async () => {
          await time.pass(200);
          return tries('dropped') > drops;
        });
      }
      const asked = pages.shop.count('dropped');
      assert.ok(asked >= Math.floor(time.passed / 36_000) && asked <= 12, `${asked} questions in ${time.passed} ms`);
      // Chance is as slow as it can be.
    }, 'Math.random = () => 0.999;'));

  it('204: the shop is asked once, and then by the schedule', () =>
    watching('over', () => new Response(null, { status: 204 }), async (visit, time) => {
      await visit.until('it asks at once', () => pages.shop.count('over') === 1);
      await time.pass(5 * MINUTE);
      assert.equal(tries('over'), 1);
      assert.equal(pages.shop.count('over') > 50, true);
    }));
});
