import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Complain } from '../../src/server.ts';
import { callback, MCH, openCollectShop } from './collect-shop.ts';

const PATH = '/complaints/okpay-collect';
const customer: Complain = () => ({ name: 'Asha|Rao', phone: '+91 |98\n765' });

describe('a complaint', () => {
  it('is answered with name and phone as plain text, parted by the only | in it', async () => {
    const heard: unknown[] = [];
    const shop = openCollectShop({ settings: { complaint: (about) => (heard.push(about), customer(about)) } });
    await shop.create();
    const { status, text } = await shop.sandbox.complain(shop.attempt());
    assert.deepEqual([status, text], [200, 'AshaRao|+91 98 765']);
    assert.deepEqual(heard.map((about) => (about as { payment: { reference: string } }).payment.reference), ['ORD-9']);
    const answer = await shop.post(PATH, { mchld: MCH, out_trade_no: 'a-number-of-the-shop', rnd: 'r2' });
    assert.deepEqual(answer, { status: 200, type: 'text/plain; charset=utf-8', text: 'AshaRao|+91 98 765' });
    assert.deepEqual(heard[1], { outTradeNo: 'a-number-of-the-shop', payment: undefined });
  });

  it('is answered once for one rnd, whatever order it names', async () => {
    let asked = 0;
    const shop = openCollectShop({ settings: { complaint: (about) => ((asked += 1), customer(about)) } });
    assert.equal((await shop.sandbox.complain('T1', 'r1')).status, 200);
    for (const order of ['T1', 'T2']) assert.deepEqual((await shop.post(PATH, { out_trade_no: order, rnd: 'r1' })).status, 409);
    const both = await Promise.all(['a', 'a'].map((rnd) => shop.sandbox.complain('T3', rnd)));
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    assert.ok(asked > 0);
  });

  it('is one of ten in a minute, and those that are not signed take none of them', async () => {
    const shop = openCollectShop({ settings: { complaint: customer } });
    for (let i = 0; i < 12; i += 1) assert.equal((await shop.post(PATH, { out_trade_no: 'T1', rnd: `x${i}` }, 'another key')).status, 401);
    for (let i = 0; i < 10; i += 1) assert.equal((await shop.sandbox.complain('T1', `r${i}`)).status, 200);
    assert.equal((await shop.sandbox.complain('T1', 'r10')).status, 503);
    shop.clock.time += 60_000;
    assert.equal((await shop.sandbox.complain('T1', 'r10')).status, 200);
  });

  it('can be asked again where the shop could not answer', async () => {
    const answers = [() => Promise.reject(new Error('Asha Rao')), () => ({ name: '', phone: '' }), () => undefined, () => ({ name: 'A', phone: '1' })];
    const shop = openCollectShop({ settings: { complaint: () => answers.shift()!() } });
    const statuses = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await shop.sandbox.complain('T1', 'r1')).status);
    assert.deepEqual(statuses, [503, 503, 404, 200]);
  });

  for (const [what, params, key, status] of [
    ['under another key', { out_trade_no: 'T1', rnd: 'r1' }, 'another key', 401],
    ['of another merchant', { mchId: '7', out_trade_no: 'T1', rnd: 'r1' }, undefined, 401],
    ['without rnd', { out_trade_no: 'T1' }, undefined, 400],
    ['without an order', { rnd: 'r1' }, undefined, 400],
    ['that is a callback', { ...callback('T1'), rnd: 'r1' }, undefined, 400],
    ['with what nobody knows', { out_trade_no: 'T1', rnd: 'r1', zz: '1' }, undefined, 400],
  ] as [string, Record<string, string>, string | undefined, number][]) {
    it(`${what} is answered ${status}, and nobody is asked`, async () => {
      const shop = openCollectShop({ settings: { complaint: () => assert.fail('asked') } });
      assert.equal((await shop.post(PATH, params, key)).status, status);
    });
  }

  it('without a function has no address, and takes POST alone', async () => {
    assert.equal((await openCollectShop().post(PATH, { out_trade_no: 'T1', rnd: 'r1' })).status, 404);
    const shop = openCollectShop({ settings: { complaint: customer } });
    assert.equal((await shop.payments.handle(new Request(`https://shop.example${PATH}`))).status, 405);
  });

  it('leaves nothing of the customer in logs, observations, errors or the store', async (t) => {
    const written: unknown[][] = [];
    for (const name of ['log', 'warn', 'error', 'info', 'debug'] as const) t.mock.method(console, name, (...words: unknown[]) => written.push(words));
    let throws = true;
    const shop = openCollectShop({
      settings: {
        complaint: () => {
          if (throws) throw new Error('CANARY-NAME of 5550199');
          return { name: 'CANARY-NAME', phone: '5550199' };
        },
      },
    });
    await shop.create();
    const refused = await shop.sandbox.complain(shop.attempt(), 'r1');
    throws = false;
    assert.equal((await shop.sandbox.complain(shop.attempt(), 'r1')).text, 'CANARY-NAME|5550199');
    const again = await shop.sandbox.complain(shop.attempt(), 'r1');
    const said = JSON.stringify([written, shop.seen, shop.warnings, refused, again, await shop.store.find('attempt', shop.attempt())]);
    assert.ok(!/CANARY|5550199/.test(said), said);
    assert.deepEqual(shop.seen.filter(({ type }) => type === 'complaint-answered').length, 1);
  });
});
