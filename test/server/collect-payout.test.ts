import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { okpayPayouts, type Fetch, type OkpayPayoutOrder } from '../../src/server.ts';
import { callback, BASE, KEY, MCH, openCollectShop, type CollectOverrides } from './collect-shop.ts';
import { memoryStore } from './memory-store.ts';
import { START } from './shop.ts';

const PATH = '/callbacks/okpay-payout';
const ORDER: OkpayPayoutOrder = { outTradeNo: 'P1', amount: '100.00', currency: 'INR', payType: 'BANK', account: '0012', userName: 'Asha Rao', phone: '9', email: 'a@b.example', reserve1: 'HDFC0000001' };
const NOTIFY = `https://shop.example${PATH}`;

/** A shop that pays out through the platform's sandbox. */
function openPayouts(overrides: CollectOverrides = {}) {
  const shop = openCollectShop(overrides);
  let sends = 0;
  const fetch: Fetch = async (request) => {
    const path = new URL(request.url).pathname;
    if (path === '/v1/Payout') sends += 1;
    const pass = () => shop.sandbox.handle(request);
    return overrides.between ? overrides.between(request, path, pass) : pass();
  };
  const payouts = okpayPayouts({ ...{ baseUrl: BASE, mchId: MCH, key: KEY, notifyUrl: NOTIFY, fetch }, store: shop.store, now: () => new Date(shop.clock.time) });
  return { ...shop, ...payouts, sends: () => sends };
}

const payoutCallback = (more: Record<string, string> = {}) => {
  const all: Record<string, string> = { ...callback('P1'), ...more };
  delete all['pay_money'];
  return all;
};

describe('a payout', () => {
  it('is sent, made by hand, told once and found', async () => {
    const shop = openPayouts();
    assert.equal(await shop.payOut(ORDER), 'pending');
    assert.equal(await shop.find('P1'), 'pending');
    shop.sandbox.desk.payOut('P1');
    shop.sandbox.desk.callBackAgain('P1');
    await shop.sandbox.settled();
    await shop.payments.deliver();
    assert.equal(await shop.find('P1'), 'paid');
    const [{ payout, key } = { payout: undefined, key: '' }] = shop.payouts;
    assert.match(payout?.utr ?? '', /^\d{12}$/);
    assert.deepEqual([shop.payouts.length, key, { ...payout, utr: '' }], [1, 'okpay-payout:P1:paid', { provider: 'okpay-payout', outTradeNo: 'P1', status: 'paid', amount: '100.00', currency: 'INR', utr: '' }]);
    assert.deepEqual(shop.events.filter(({ type }) => type === 'callback-sent').map(({ status }) => status), [200, 200]);
  });

  it('that fails is told, and again under the same key until the shop has taken it', async () => {
    const heard: string[] = [];
    const shop = openPayouts({
      onPayout: ({ status }, { key }) => {
        heard.push(`${key} ${status}`);
        if (heard.length < 3) throw new Error('not now');
      },
    });
    await shop.payOut(ORDER);
    shop.sandbox.desk.refuse('P1');
    await shop.sandbox.settled();
    for (let i = 0; i < 5; i += 1) await shop.later(10_000);
    assert.deepEqual(heard, Array(3).fill('okpay-payout:P1:failed failed'));
  });

  it('is told to nobody before the query says the same', async () => {
    for (const said of [() => Response.json({ code: 0, data: payoutCallback({ status: '0' }) }), () => Response.json({ code: 7 }), () => new Response('', { status: 500 }), () => Response.json({ code: 0, data: payoutCallback({ out_trade_no: 'P2' }) }), () => Response.json({ code: 0, data: payoutCallback({ mchId: '7' }) })]) {
      const shop = openCollectShop({ between: said });
      const { status, text } = await shop.post(PATH, payoutCallback());
      assert.deepEqual([status, text === 'success'], [503, false]);
      await shop.payments.deliver();
      assert.equal(shop.payouts.length, 0);
    }
  });

  for (const [what, params, key, status] of [
    ['under another key', payoutCallback(), 'another key', 401],
    ['of another merchant', payoutCallback({ mchId: '7' }), undefined, 401],
    ['that is one of a collection', callback('P1'), undefined, 400],
    ['that is a complaint', { out_trade_no: 'P1', rnd: 'r' }, undefined, 400],
    ['with what nobody knows', payoutCallback({ zz: '1' }), undefined, 400],
  ] as [string, Record<string, string>, string | undefined, number][]) {
    it(`callback ${what} is answered ${status}, and nobody is asked`, async () => {
      const shop = openCollectShop();
      assert.equal((await shop.post(PATH, params, key)).status, status);
      assert.equal(shop.asked.length, 0);
    });
  }

  it('is sent once under its number, whoever asks for it again', async () => {
    const shop = openPayouts();
    const both = await Promise.all([shop.payOut(ORDER), shop.payOut(ORDER), shop.payOut({ ...ORDER })]);
    assert.ok(both.includes('pending'));
    assert.deepEqual([shop.sends(), shop.sandbox.count('payout', 'P1')], [1, 1]);
    await assert.rejects(shop.payOut({ ...ORDER, amount: '999.00' }), /another order has this outTradeNo/);
    assert.equal(shop.sends(), 1);
  });

  it('that the platform refuses throws why, and is not sent again', async () => {
    const shop = openPayouts();
    await assert.rejects(shop.payOut({ ...ORDER, amount: '1000.01' }), { name: 'OkpayError', code: 'balance-short', refused: true });
    assert.equal(await shop.payOut({ ...ORDER, amount: '1000.01' }), 'unknown');
    assert.equal(shop.sends(), 1);
  });

  it('whose answer is lost is asked about; that it was not taken is said after two answers, 60 seconds apart', async () => {
    const shop = openPayouts({ between: (_, path, pass) => (path === '/v1/Payout' ? new Response('', { status: 504 }) : pass()) });
    assert.equal(await shop.payOut(ORDER), 'unknown');
    shop.clock.time += 59_999;
    assert.equal(await shop.find('P1'), 'unknown');
    shop.clock.time += 1;
    assert.equal(await shop.find('P1'), 'not-taken');
    assert.equal(await shop.payOut(ORDER), 'not-taken');
    assert.equal(shop.sends(), 1);
  });

  it('that was asked about before it was sent is not called not taken for that', async () => {
    const shop = openPayouts({ between: async (_, path, pass) => (path === '/v1/Payout' ? new Response('', { status: 504 }) : pass()) });
    assert.equal(await shop.find('P1'), 'unknown');
    shop.clock.time += 3_600_000;
    assert.equal(await shop.find('P1'), 'unknown', 'what was never sent is not given up');
    assert.equal(await shop.payOut(ORDER), 'unknown', 'it may be on its way');
    shop.clock.time += 59_999;
    assert.equal(await shop.find('P1'), 'unknown');
    shop.clock.time += 1;
    assert.equal(await shop.find('P1'), 'not-taken');
  });

  for (const [what, hear] of [
    ['by the query', (shop: ReturnType<typeof openPayouts>) => shop.find('P1')],
    ['by a callback', (shop: ReturnType<typeof openPayouts>) => shop.post(PATH, payoutCallback({ status: '0' }))],
  ] as const) {
    it(`that the platform has known ${what} is never called not taken, whatever it has forgotten before or since`, async () => {
      let forgets = true;
      const shop = openPayouts({
        between: async (_, path, pass) => {
          if (path === '/v1/query/Payout') return forgets ? Response.json({ code: 7 }) : Response.json({ code: 0, data: payoutCallback({ status: '0' }) });
          await pass();
          return new Response('', { status: 504 });
        },
      });
      assert.equal(await shop.payOut(ORDER), 'unknown');
      forgets = false;
      await hear(shop);
      forgets = true;
      for (let i = 0; i < 3; i += 1) {
        shop.clock.time += 60_000;
        assert.equal(await shop.find('P1'), 'unknown');
      }
    });
  }

  it('holds nothing of its payee in the store', async () => {
    const kept: unknown[] = [];
    const store = memoryStore();
    const watched = { ...store, transaction: ((work) => store.transaction((tx) => work({ ...tx, keep: (event) => (kept.push(event), tx.keep(event)) }))) as typeof store.transaction };
    const payouts = okpayPayouts({ ...{ baseUrl: BASE, mchId: MCH, key: KEY, notifyUrl: NOTIFY, store: watched }, fetch: async () => Response.json({ code: 0 }) });
    await payouts.payOut(ORDER);
    assert.equal(kept.length, 2);
    assert.ok(!/Asha|0012|a@b|HDFC/.test(JSON.stringify(kept)));
  });

  const PKR = { ...ORDER, currency: 'PKR', payType: 'BANK', account: '03001234567', phone: '03001234567', reserve1: '3520212345671', reserve2: 'PK36SCBL0000001123456702' };
  for (const [what, order, word] of [
    ['a number with &', { ...ORDER, outTradeNo: 'P1&status=1' }, /outTradeNo/],
    ['a float', { ...ORDER, amount: 100 as never }, /amount/],
    ['zero', { ...ORDER, amount: '0.00' }, /amount/],
    ['a name with &', { ...ORDER, userName: 'A & B' }, /userName must be .* without &/],
    ['no name', { ...ORDER, userName: '' }, /userName/],
    ['another phone than account in Pakistan', { ...PKR, account: '03007654321' }, /phone/],
    ['a short CNIC', { ...PKR, reserve1: '1' }, /reserve1/],
    ['another IBAN', { ...PKR, reserve2: 'DE36SCBL0000001123456702' }, /reserve2/],
    ['no e-mail in Pakistan', { ...PKR, email: '' }, /email/],
  ] as [string, OkpayPayoutOrder, RegExp][]) {
    it(`with ${what} is never sent`, async () => {
      const shop = openPayouts();
      await assert.rejects(shop.payOut(order), (error: Error) => error instanceof TypeError && word.test(error.message));
      assert.equal(shop.sends(), 0);
    });
  }
});

describe('5,000 payouts, each asked for twice while every answer is lost', () => {
  it('are sent once each', async () => {
    const sends = new Map<string, number>();
    let seed = 7;
    const chance = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) / 2 ** 32;
    const fetch: Fetch = async (request) => {
      const number = /out_trade_no=(\w+)/.exec(await request.text())![1]!;
      if (request.url.endsWith('/Payout') && !request.url.includes('query')) {
        sends.set(number, (sends.get(number) ?? 0) + 1);
        if (chance() < 0.5) throw new TypeError('fetch failed');
        return new Response('', { status: 502 });
      }
      return chance() < 0.5 ? Response.json({ code: 7 }) : new Response('<html>');
    };
    const clock = { time: START };
    const payouts = okpayPayouts({ ...{ baseUrl: BASE, mchId: MCH, key: KEY, notifyUrl: NOTIFY, fetch }, store: memoryStore(), now: () => new Date((clock.time += 61_000)) });
    let asked = 0;
    for (let run = 0; run < 10_000; run += 1) {
      const order = { ...ORDER, outTradeNo: `P${run % 5000}` };
      const answer = await payouts.payOut(order);
      assert.ok(answer === 'unknown' || answer === 'not-taken');
      asked += 1;
    }
    assert.deepEqual([asked, sends.size, Math.max(...sends.values())], [10_000, 5000, 1]);
  });
});
