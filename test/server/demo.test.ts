import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { startDemo, type Demo } from '../../demo/server.ts';
import { Visitors } from '../../demo/visitors.ts';
import { DRAFT } from './shop.ts';

describe('the server of the demo', () => {
  let demo: Demo;
  before(async () => void (demo = await startDemo({ port: 0, quiet: true })));
  after(() => demo.close());

  /** Sends just these bytes as target and Host, which fetch would tidy up. */
  const raw = (path: string, headers: Record<string, string> = {}, method = 'GET', body = '') =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const { hostname, port } = new URL(demo.url);
      request({ hostname, port, path, method, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
      })
        .on('error', reject)
        .end(body);
    });
  /** A browser that has opened the page: its cookie. */
  const arrive = async () => (await fetch(demo.url)).headers.get('set-cookie')?.split(';')[0] ?? '';
  const order = async (cookie: string) => {
    const answer = await fetch(`${demo.url}/demo/orders`, { method: 'POST', headers: { cookie } });
    return ((await answer.json()) as { reference: string }).reference;
  };
  const pay = async (cookie: string, reference: string) => {
    const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const answer = await fetch(`${demo.url}/payments`, { method: 'POST', headers, body: JSON.stringify({ ...DRAFT, reference }) });
    return { status: answer.status, body: (await answer.json()) as { reference?: string; code?: string } };
  };

  it('takes a payment for an order of the visitor, and for nobody else\'s', async () => {
    const [owner, stranger] = [await arrive(), await arrive()];
    const reference = await order(owner);
    assert.deepEqual((await pay(owner, reference)).body.reference, reference);
    for (const cookie of [stranger, '', 'demo=', 'demo=unknown']) {
      const { status, body } = await pay(cookie, reference);
      assert.deepEqual([status, body.code], [422, 'refused'], cookie);
    }
  });

  /** What is sent by the page of a shop, or by a button of the till and the app. */
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await fetch(demo.url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as Answer };
  };
  interface Answer {
    readonly code?: string;
    readonly status?: string;
    readonly amount?: string;
    readonly shop?: string;
    readonly statusUrl: string;
    readonly oktoCash: { readonly paymentCode: string };
    readonly oktoWallet: { readonly code: string; readonly appUrl: string };
  }
  const askFor = async (draft: object) => {
    const cookie = await arrive();
    const reference = await order(cookie);
    return post('/payments', { currency: 'EUR', reference, ...draft }, { cookie, 'idempotency-key': randomUUID() });
  };
  const statusOf = async ({ statusUrl }: Answer) => ((await (await fetch(new URL(statusUrl, demo.url))).json()) as Answer).status;

  it('sells game credit for cash: after the terms, in the amounts on offer, paid at the counter', async () => {
    const termsAcceptedAt = new Date().toISOString();
    assert.equal((await askFor({ method: 'oktoCash', amount: '10.00' })).body.code, 'terms-required');
    assert.equal((await askFor({ method: 'oktoCash', amount: '11.00', termsAcceptedAt })).body.code, 'amount-not-offered');
    const { status, body } = await askFor({ method: 'oktoCash', amount: '25.00', termsAcceptedAt });
    assert.equal(status, 201);
    const code = body.oktoCash.paymentCode;
    const seen = (await post('/okto/counter/read', { code })).body;
    assert.deepEqual([seen.shop, seen.amount], ['Example Games', '25.00']);
    assert.equal((await post('/okto/counter/pay', { code })).status, 200);
    assert.equal(await statusOf(body), 'paid');
  });

  it('sells a book in the app, for its own price', async () => {
    const { body } = await askFor({ method: 'oktoWallet', amount: '0.01' });
    const { code, appUrl } = body.oktoWallet;
    assert.equal(appUrl.startsWith(`${demo.url}/#app/`), true);
    const seen = (await post('/okto/app/read', { code })).body;
    assert.deepEqual([seen.shop, seen.amount], ['Example Books', '24.90']);
    assert.equal((await post('/okto/app/decline', { code })).status, 200);
    assert.equal(await statusOf(body), 'failed');
  });

  for (const [host, status] of [
    ['localhost', 200],
    ['LOCALHOST:4173', 200],
    ['127.0.0.1:4173', 200],
    ['[::1]:4173', 200],
    ['evil.example', 421],
    ['evil.example:4173', 421],
    ['localhost.evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['192.168.0.2:4173', 421],
  ] as const) {
    it(`answers ${status} to the host ${host}`, async () => {
      for (const path of ['/', '/demo/main.js']) assert.equal((await raw(path, { host })).status, status, path);
      if (status === 421) assert.equal((await raw('/demo/orders', { host }, 'POST')).status, 421);
    });
  }

  for (const [what, method, path, body, status] of [
    ['a bad percent escape', 'GET', '/demo/%E0%A4%A', '', 400],
    ['a bad percent escape of a tag', 'GET', '/paytags/%', '', 400],
    ['no JSON', 'POST', '/demo/network', '{"cut":', 400],
    ['JSON that says nothing', 'POST', '/demo/network', 'null', 400],
    ['a code of 8 KB and one byte', 'POST', '/demo/read', 'x'.repeat(8193), 413],
    ['a code of 8 KB', 'POST', '/demo/read', 'x'.repeat(8192), 200],
    ['a file above the folder', 'GET', '/demo/..%2fpackage.json', '', 404],
  ] as const) {
    it(`${what}: ${status}, without a word of its insides`, async () => {
      const answer = await raw(path, { 'content-length': String(body.length) }, method, body);
      assert.equal(answer.status, status);
      assert.doesNotMatch(answer.body, /\bat |Error|node:|\.ts/);
    });
  }

  it('takes no more of a body of unknown length', async () => {
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1024).fill(0x41)) });
    const answer = await fetch(`${demo.url}/demo/read`, { method: 'POST', body: endless, duplex: 'half' } as RequestInit).catch(() => undefined);
    assert.ok(answer === undefined || answer.status === 413);
  });
});

describe('the visitors of the demo', () => {
  it('are forgotten with their orders after half a day, unless they follow what happens', () => {
    let now = 0;
    const visitors = new Visitors(() => now);
    const [gone, here] = [visitors.meet(undefined), visitors.meet(undefined)];
    const orders = [visitors.order(gone), visitors.order(here)];
    here.followers.add(() => {});
    now += 13 * 3_600_000;
    visitors.meet(undefined);
    assert.deepEqual([visitors.find(gone.id), visitors.find(here.id)], [undefined, here]);
    assert.deepEqual([visitors.hasOrder(orders[0], gone.id), visitors.hasOrder(orders[1], here.id)], [false, true]);
  });

  it('are never more than 500, and whoever follows stays before those who do not', () => {
    const visitors = new Visitors();
    const here = visitors.meet(undefined);
    here.followers.add(() => {});
    const recent = visitors.meet(undefined);
    for (let i = 0; i < 2000; i++) {
      visitors.meet(undefined);
      visitors.find(recent.id);
    }
    assert.equal(visitors.size, 500);
    assert.deepEqual([visitors.find(here.id), visitors.find(recent.id)], [here, recent]);
    for (let i = 0; i < 600; i++) visitors.meet(undefined).followers.add(() => {});
    assert.equal(visitors.size, 500);
  });

  it('keep their hundred latest orders', () => {
    const visitors = new Visitors();
    const visitor = visitors.meet(undefined);
    const orders = Array.from({ length: 101 }, () => visitors.order(visitor));
    assert.deepEqual(orders.filter((order) => !visitors.hasOrder(order, visitor.id)), orders.slice(0, 1));
  });

  it('are not made by what is not a page', () => {
    const visitors = new Visitors();
    assert.equal(visitors.find('unknown'), undefined);
    assert.equal(visitors.size, 0);
  });
});
