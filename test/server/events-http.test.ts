import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { startDemo, type Demo } from '../../demo/server.ts';
import { EventReader } from './events-reader.ts';
import { callbackRequest, DRAFT, openShop, type Answer, type ShopOverrides } from './shop.ts';

/** What a test has opened: closed after it, also where it has failed, so that nothing keeps the process alive. */
const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** A shop behind Hono on a free port, as a merchant would put it there. */
async function serve(overrides: ShopOverrides = {}) {
  const shop = openShop(overrides);
  const app = new Hono();
  app.all('*', (context) => shop.payments.handle(context.req.raw));
  const server: Server = createServer(getRequestListener(app.fetch));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  opened.push(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
    await shop.payments.close();
  });
  return { ...shop, url };
}

/** Opens a stream over its own connection; the answer as soon as its first bytes are there. */
const listen = (url: string, headers: Record<string, string> = {}): Promise<{ incoming: IncomingMessage; page: EventReader }> =>
  new Promise((resolve, reject) => {
    get(url, { agent: false, headers }, (incoming) => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          incoming.on('data', (chunk: Buffer) => controller.enqueue(new Uint8Array(chunk)));
          incoming.on('end', () => controller.close());
          incoming.on('error', (error) => controller.error(error));
        },
        cancel: () => void incoming.destroy(),
      });
      resolve({ incoming, page: new EventReader(new Response(body)) });
    }).on('error', reject);
  });

describe('the stream over HTTP', { timeout: 60_000 }, () => {
  it('comes through Hono piece by piece, and ends with the payment', async () => {
    const shop = await serve();
    const { body } = await shop.create();
    const { incoming, page } = await listen(shop.url + body.eventsUrl);
    assert.equal(incoming.statusCode, 200);
    assert.equal(incoming.headers['content-type'], 'text/event-stream');
    assert.equal(incoming.headers['x-accel-buffering'], 'no');
    assert.equal(incoming.headers['content-length'], undefined);
    assert.deepEqual((await page.until(1)).statuses, ['pending']);
    shop.sandbox.bank.keepWaiting(body.pix.code);
    assert.deepEqual((await page.until(2)).statuses, ['pending', 'processing']);
    shop.sandbox.bank.pay(body.pix.code);
    await page.done;
    assert.deepEqual([page.statuses, page.end], [['pending', 'processing', 'paid'], 'closed']);
    const stop = await listen(shop.url + body.eventsUrl, { 'Last-Event-ID': page.events.at(-1)!.id });
    assert.equal(stop.incoming.statusCode, 204);
  });

  it('of a page that has gone is forgotten', async () => {
    const shop = await serve({ streams: { perPayment: 1 } });
    const { body } = await shop.create();
    for (let i = 0; i < 20; i++) {
      let first = await listen(shop.url + body.eventsUrl);
      // The server hears of a closed connection when the system tells it.
      for (let tries = 0; first.incoming.statusCode === 503 && tries < 500; tries++) first = await listen(shop.url + body.eventsUrl);
      assert.equal(first.incoming.statusCode, 200);
      await first.page.until(1);
      const refused = await listen(shop.url + body.eventsUrl);
      assert.equal(refused.incoming.statusCode, 503);
      first.incoming.destroy();
    }
  });

  it('tells a hundred pages when to come back before the server goes', async () => {
    const shop = await serve({ streams: { perPayment: 100 } });
    const { body } = await shop.create();
    const pages = await Promise.all(Array.from({ length: 100 }, async () => (await listen(shop.url + body.eventsUrl)).page));
    await Promise.all(pages.map((page) => page.until(1)));
    await shop.payments.close();
    await Promise.all(pages.map(({ done }) => done));
    for (const page of pages) assert.deepEqual([page.end, page.retries.length], ['closed', 2]);
  });

  it('brings a callback to the page within 150 ms, as a rule: the median, because the machine may be busy with other tests', async () => {
    const shop = await serve();
    const delays: number[] = [];
    for (let i = 0; i < 31; i++) {
      const { body } = await shop.create({ reference: `ORD-${i}` });
      const attempt = shop.seen.findLast(({ type }) => type === 'payment-created')?.attempt;
      const { page } = await listen(shop.url + body.eventsUrl);
      await page.until(1);
      const notice = { eventId: String(i), externalId: attempt, status: 'CONFIRMED', amount: '12.90', currency: 'BRL', receiver: 'PAYTAGS DEMO SHOP' };
      const { headers } = callbackRequest(notice);
      const start = performance.now();
      const called = fetch(`${shop.url}/callbacks/okto-pix`, { method: 'POST', headers, body: JSON.stringify(notice) });
      await page.until(2);
      delays.push(performance.now() - start);
      assert.equal((await called).status, 200);
      assert.deepEqual(page.statuses, ['pending', 'paid']);
    }
    const median = delays.sort((a, b) => a - b)[15]!;
    assert.ok(median <= 150, `the median is ${median.toFixed(1)} ms`);
  });
});

describe('the demo', { timeout: 60_000 }, () => {
  let demo: Demo;
  before(async () => void (demo = await startDemo({ port: 0, quiet: true })));
  after(() => demo.close());

  const post = (path: string, cookie: string, body?: object, headers: Record<string, string> = {}) =>
    fetch(demo.url + path, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
  /** A browser with an order and its payment. */
  async function shopper() {
    const cookie = (await fetch(demo.url)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const { reference } = (await (await post('/demo/orders', cookie)).json()) as { reference: string };
    const created = await post('/payments', cookie, { ...DRAFT, reference }, { 'idempotency-key': `press-of-${reference}` });
    return { cookie, payment: (await created.json()) as Answer };
  }

  it('pushes what the bank does, and its log says so', async () => {
    const { cookie, payment } = await shopper();
    const { page: knows } = await listen(`${demo.url}/demo/knows`, { cookie });
    const { incoming, page } = await listen(demo.url + payment.eventsUrl, { cookie });
    assert.match(String(incoming.headers['content-security-policy']), /default-src 'none'/);
    assert.deepEqual((await page.until(1)).statuses, ['pending']);
    await post('/sandbox/bank/pay', cookie, { code: payment.pix.code });
    await page.done;
    assert.deepEqual([page.statuses, page.end], [['pending', 'paid'], 'closed']);
    const facts = () => knows.events.map(({ data }) => JSON.parse(data) as { name: string; text: string });
    while (!facts().some(({ name }) => name === 'pushed')) await knows.until(knows.events.length + 1);
    assert.deepEqual(facts().filter(({ name }) => name === 'pushed').map(({ text }) => text), ['paid, to one page']);
    await knows.leave();
  });

  it('cuts the stream too when a visitor cuts their network, and nobody else\'s', async () => {
    const [one, other] = [await shopper(), await shopper()];
    const mine = await listen(demo.url + one.payment.eventsUrl, { cookie: one.cookie });
    const theirs = await listen(demo.url + other.payment.eventsUrl, { cookie: other.cookie });
    await Promise.all([mine.page.until(1), theirs.page.until(1)]);
    assert.equal((await post('/demo/network', one.cookie, { cut: true })).status, 204);
    await mine.page.done;
    assert.equal(mine.page.end, 'broken');
    await post('/sandbox/bank/pay', other.cookie, { code: other.payment.pix.code });
    await theirs.page.done;
    assert.deepEqual(theirs.page.statuses, ['pending', 'paid']);
  });

  it('tells its pages when to come back before it stops', async () => {
    const passing = await startDemo({ port: 0, quiet: true });
    let isRunning = true;
    opened.push(async () => void (isRunning && (await passing.close())));
    const cookie = (await fetch(passing.url)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const { reference } = (await (await fetch(`${passing.url}/demo/orders`, { method: 'POST', headers: { cookie } })).json()) as { reference: string };
    const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': 'press-1-of-a-page' };
    const created = await fetch(`${passing.url}/payments`, { method: 'POST', headers, body: JSON.stringify({ ...DRAFT, reference }) });
    const { page } = await listen(passing.url + ((await created.json()) as Answer).eventsUrl, { cookie });
    await page.until(1);
    isRunning = false;
    await passing.close();
    await page.done;
    assert.deepEqual([page.end, page.retries.length], ['closed', 2]);
  });
});
