import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { openCollectShop, type CollectOverrides } from './collect-shop.ts';

const DAY = 86_400_000;
const COLLECT = '/v1/Collect';
const QUERY = '/v1/query/Collect';
type Between = NonNullable<CollectOverrides['between']>;

/** What becomes of the answer to a create that the platform has taken. */
const LOST: [what: string, lose: () => Response][] = [
  ['never comes', () => { throw new DOMException('', 'TimeoutError'); }],
  ['breaks off', () => { throw new TypeError('fetch failed'); }],
  ['is a 502', () => new Response('<html>', { status: 502 })],
  ['is a 404', () => new Response('', { status: 404 })],
  ['is no JSON', () => new Response('<html>')],
  ['is empty', () => new Response('')],
  ['has no code', () => Response.json({ msg: 'ok' })],
  ['has code 1, which does not say at which step', () => Response.json({ code: 1 })],
  ['has code 6, by which the order exists', () => Response.json({ code: 6 })],
  ['has code 14, which the document leaves out', () => Response.json({ code: 14 })],
  ['has code 15, which the channel may have said', () => Response.json({ code: 15 })],
  ['has code 0 and no address', () => Response.json({ code: 0, data: {} })],
  ['names a page of another host', () => Response.json({ code: 0, data: { url: 'https://evil.example/pay' } })],
  ['names a page without https', () => Response.json({ code: 0, data: { url: 'http://okpay.example/pay' } })],
  ['names what runs script', () => Response.json({ code: 0, data: { url: 'javascript:alert(1)//okpay.example' } })],
  ['names a page behind a user', () => Response.json({ code: 0, data: { url: 'https://okpay.example@evil.example/' } })],
  ['names a page that browsers read in another way', () => Response.json({ code: 0, data: { url: 'https://okpay.example\\@evil.example/' } })],
];

describe('a create whose answer', () => {
  for (const [what, lose] of LOST) {
    it(`${what}: asked about and given up, never sent again`, async () => {
      const between: Between = async (_, path, pass) => {
        const answer = await pass();
        return path === COLLECT ? lose() : answer;
      };
      const shop = openCollectShop({ between });
      const key = randomUUID();
      assert.deepEqual([(await shop.create({}, key)).status, shop.times(COLLECT), shop.times(QUERY)], [422, 1, 0]);
      assert.equal((await shop.create({}, key)).status, 503, 'it may still be under way');
      shop.clock.time += 30_000;
      for (let i = 0; i < 3; i += 1, shop.clock.time += 90_000) assert.equal((await shop.create({}, key)).body.code, 'unavailable');
      assert.deepEqual([shop.times(COLLECT), shop.sandbox.count('collection', shop.attempt())], [1, 1]);
      assert.ok(shop.times(QUERY) >= 1);
      assert.deepEqual(shop.seen.filter(({ type }) => type === 'status-changed').map(({ status }) => status), ['failed']);
    });
  }

  it('was lost although the order never arrived: sent again once the query has said so twice, 60 seconds apart', async () => {
    let arrives = false;
    const shop = openCollectShop({ between: (_, path, pass) => (path === COLLECT && !arrives ? new Response('', { status: 503 }) : pass()) });
    const key = randomUUID();
    const again = async (after: number) => {
      shop.clock.time += after;
      const { status } = await shop.create({}, key);
      return [status, shop.times(COLLECT), shop.times(QUERY)];
    };
    assert.deepEqual(await again(0), [422, 1, 0]);
    assert.deepEqual(await again(30_000), [422, 1, 1]);
    assert.deepEqual(await again(59_999), [422, 1, 2]);
    // Sent a second time, and lost a second time: what was said before says nothing any more.
    assert.deepEqual(await again(1), [422, 2, 3]);
    assert.deepEqual(await again(29_999), [503, 2, 3]);
    assert.deepEqual(await again(1), [422, 2, 4]);
    arrives = true;
    assert.deepEqual(await again(59_999), [422, 2, 5]);
    assert.deepEqual(await again(1), [201, 3, 6]);
    assert.equal(shop.sandbox.count('collection', shop.attempt()), 1);
    assert.equal(new Set(shop.asked.filter(({ path }) => path === COLLECT).map(({ params }) => params['out_trade_no'])).size, 1);
  });

  it('was lost and nobody comes back: given up after 20 days, whatever the query says', async () => {
    for (const knows of [true, false]) {
      const shop = openCollectShop({
        between: async (_, path, pass) => {
          if (path !== COLLECT) return knows ? Response.json({ code: 0, out_trade_no: shop.attempt(), status: 0 }) : pass();
          if (knows) await pass();
          throw new TypeError('fetch failed');
        },
      });
      await shop.create();
      await shop.later(20 * DAY + 10_000);
      assert.deepEqual(shop.seen.filter(({ type }) => type === 'status-changed').map(({ status }) => status), [knows ? 'failed' : 'expired']);
      assert.deepEqual([shop.times(COLLECT), shop.times(QUERY)], [1, 1]);
    }
  });

  it('is on its way is not given up by a question that comes between', async () => {
    const shop = openCollectShop({
      between: async (_, path, pass) => {
        const answer = await pass();
        if (path === COLLECT) await shop.payments.query(shop.seen.find(({ type }) => type === 'payment-created')!.paymentId!);
        return answer;
      },
    });
    const { status, body } = await shop.create();
    assert.deepEqual([status, body.status, shop.times(QUERY)], [201, 'pending', 1]);
  });

  it('was lost is paid all the same where the payer has paid', async () => {
    const shop = openCollectShop({
      between: async (_, path, pass) => {
        const answer = await pass();
        if (path !== COLLECT) return answer;
        const { data } = (await answer.json()) as { data: { url: string } };
        shop.sandbox.page.pay(data.url);
        throw new TypeError('fetch failed');
      },
    });
    const key = randomUUID();
    await shop.create({}, key);
    await shop.sandbox.settled();
    await shop.payments.deliver();
    assert.equal(shop.paid.length, 1);
    shop.clock.time += 30_000;
    assert.equal((await shop.create({}, key)).body.status, 'paid');
  });
});

describe('a page that the platform names', () => {
  it('may have the hosts of the settings', async () => {
    const shop = openCollectShop({ settings: { hosts: ['pay.example'] }, between: () => Response.json({ code: '0', data: { url: 'https://pay.example/x?a=1&b=2', transaction_id: 7 } }) });
    assert.deepEqual((await shop.create()).body.okpayCollect, { url: 'https://pay.example/x?a=1&b=2' });
  });

  for (const [what, payUpi] of [
    ['a script', 'javascript:alert(1)'],
    ['a web page', 'https://okpay.example/'],
    ['another amount', 'upi://pay?pa=shop@bank&am=1.00&cu=INR'],
    ['another currency', 'upi://pay?pa=shop@bank&am=100.00&cu=USD'],
    ['no payee', 'upi://pay?am=100.00'],
    ['nothing', ''],
  ] as const) {
    it(`comes without the UPI address where that is ${what}`, async () => {
      const shop = openCollectShop({ between: () => Response.json({ code: 0, data: { url: 'https://okpay.example/p', payUpi } }) });
      assert.deepEqual((await shop.create()).body.okpayCollect, { url: 'https://okpay.example/p' });
    });
  }
});

describe('2,000 presses whose answers are lost', () => {
  it('never send an order again before two answers of 7, 60 seconds apart', async () => {
    let seed = 20261121;
    const chance = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) / 2 ** 32;
    const tooSoon: string[] = [];
    let sentAgain = 0;
    for (let life = 0; life < 20; life += 1) {
      /** When the platform has said since the order was sent that it does not know it. */
      let unknown: number[] = [];
      let sends = 0;
      const shop = openCollectShop({
        async between(_, path, pass) {
          const luck = chance();
          if (path === COLLECT) {
            if (sends > 0 && !(unknown.at(-1)! - unknown[0]! >= 60_000)) tooSoon.push(`life ${life}: sent again after ${JSON.stringify(unknown)}`);
            sentAgain += Number(sends > 0);
            sends += 1;
            unknown = [];
            // Most never arrive; the answer to the others is lost.
            if (luck > 0.9) await pass();
            throw new TypeError('fetch failed');
          }
          if (luck < 0.2) return new Response('', { status: 500 });
          const answer = await pass();
          if (luck < 0.3) return new Response('<html>');
          if (((await answer.clone().json()) as { code: number }).code === 7) unknown.push(shop.clock.time);
          return answer;
        },
      });
      const key = randomUUID();
      for (let press = 0; press < 100; press += 1) {
        await shop.create({}, key);
        shop.clock.time += Math.floor(chance() * 50_000);
      }
      assert.ok(shop.sandbox.count('collection', shop.attempt()) <= 1, 'the platform has it once');
      await shop.payments.close();
    }
    assert.deepEqual(tooSoon, []);
    assert.ok(sentAgain > 20, `${sentAgain} were sent again`);
  });
});
