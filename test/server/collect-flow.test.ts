import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { callback, MCH, openCollectShop } from './collect-shop.ts';

const DAY = 86_400_000;
const CALLBACKS = '/callbacks/okpay-collect';

describe('a payment through OKPAY Collect and Pay', () => {
  it('goes from the press to paid, by page or by UPI address', async () => {
    for (const by of ['url', 'upi'] as const) {
      const shop = openCollectShop();
      const { status, body } = await shop.create();
      assert.equal(status, 201);
      assert.match(body.okpayCollect.url, /^https:\/\/okpay\.example\/pay\/TX/);
      assert.match(body.okpayCollect.upi ?? '', /^upi:\/\/pay\?pa=/);
      assert.equal(Date.parse(body.expiresAt) - shop.clock.time, 20 * DAY);
      const { mchId, out_trade_no: attempt, money, notify_url: told, returnUrl, attach } = shop.asked[0]!.params;
      assert.deepEqual([mchId, money, told, returnUrl, attach], [MCH, '100.00', 'https://shop.example/callbacks/okpay-collect', 'https://shop.example/thanks', undefined]);
      assert.match(attempt ?? '', /^[0-9a-f]{32}$/);
      shop.sandbox.page.pay(body.okpayCollect[by]!);
      await shop.sandbox.settled();
      await shop.payments.deliver();
      assert.equal(await shop.status(body.statusUrl), 'paid');
      assert.deepEqual(shop.paid.map(({ payment }) => [payment.attempt, payment.amount, payment.reference]), [[attempt, '100.00', 'ORD-9']]);
      assert.deepEqual(shop.events.filter(({ type }) => type === 'callback-sent').map(({ status, attempt }) => [status, attempt]), [[200, 1]]);
    }
  });

  it('is told of in plain text that OKPAY takes for success, and in another where that is set', async () => {
    for (const reply of [undefined, 'SUCCESS']) {
      const shop = openCollectShop({ settings: { reply: reply ?? 'success' } });
      await shop.create();
      const answer = await shop.post(CALLBACKS, callback(shop.attempt(), { status: '2' }));
      assert.deepEqual(answer, { status: 200, type: 'text/plain; charset=utf-8', text: reply ?? 'success' });
    }
  });

  it('fails where the page says so, and counts as late when it is paid after that', async () => {
    const shop = openCollectShop({ between: (_, path, pass) => (path === '/v1/query/Collect' ? Response.json({ code: 0, ...callback(shop.attempt()) }) : pass()) });
    const { body } = await shop.create();
    shop.sandbox.page.fail(body.okpayCollect.url);
    await shop.sandbox.settled();
    assert.equal(await shop.status(body.statusUrl), 'failed');
    assert.equal((await shop.post(CALLBACKS, callback(shop.attempt()))).text, 'success');
    await shop.payments.deliver();
    assert.deepEqual(shop.paid.map(({ payment }) => payment.late), [true]);
  });

  it('is paid once, however often, late and in whatever order the callbacks come', async () => {
    const shop = openCollectShop();
    const { body } = await shop.create();
    shop.sandbox.callbacks.hold();
    shop.sandbox.page.pay(body.okpayCollect.url);
    shop.sandbox.page.callBackAgain(body.okpayCollect.url);
    assert.equal(shop.sandbox.callbacks.held, 2);
    assert.equal(await shop.status(body.statusUrl), 'pending');
    shop.clock.time += 3 * DAY;
    shop.sandbox.callbacks.release(1, 0, 0);
    await shop.sandbox.settled();
    await shop.payments.deliver();
    await shop.payments.deliver();
    assert.equal(shop.paid.length, 1);
    assert.equal(await shop.status(body.statusUrl), 'paid');
  });

  it('counts what was paid, not what was asked', async () => {
    const shop = openCollectShop();
    const { body } = await shop.create();
    shop.sandbox.page.pay(body.okpayCollect.url, '99.50');
    await shop.sandbox.settled();
    await shop.payments.deliver();
    assert.deepEqual([shop.paid.length, shop.reviews.map(({ review }) => review)], [0, ['amount']]);
    assert.equal(await shop.status(body.statusUrl), 'processing');
  });

  it('counts dong with the two decimals that the platform writes', async () => {
    const shop = openCollectShop({
      settings: { payTypes: { VND: ['MOMO'] } },
      between: (_, path) =>
        path === '/v1/Collect'
          ? Response.json({ code: 0, data: { url: 'https://okpay.example/p', payUpi: null } })
          : new Response(`{"code":0,"mchld":${MCH},"out_trade_no":"${shop.attempt()}","status":1,"money":50000.00,"pay_money":50000.00,"currency":"VND"}`),
    });
    await shop.create({ amount: '50000', currency: 'VND' });
    assert.equal(shop.asked[0]!.params['money'], '50000');
    await shop.post(CALLBACKS, callback(shop.attempt(), { currency: 'VND', pay_money: '50000.00' }));
    await shop.payments.deliver();
    assert.deepEqual(shop.paid.map(({ payment }) => payment.amount), ['50000']);
  });
});

describe('a callback that says paid', () => {
  /** What the query says where the callback says that 100.00 INR are paid, and what becomes of that. */
  const CASES: [what: string, said: Response | (() => object), answered: number, becomes: string][] = [
    ['while the query says that it is to be paid', () => ({ status: 0 }), 503, 'pending'],
    ['while the query says that it failed', () => ({ status: 2 }), 503, 'pending'],
    ['while the query says another pay_money', () => ({ pay_money: 1 }), 200, 'processing'],
    ['while the query says another currency', () => ({ currency: 'IDR' }), 200, 'processing'],
    ['while the query says no pay_money', () => ({ pay_money: null }), 200, 'processing'],
    ['while the query says another merchant', () => ({ mchId: 7, mchld: 7 }), 200, 'processing'],
    ['while the query speaks of another order', () => ({ out_trade_no: 'T9' }), 503, 'pending'],
    ['while the query says a status that is none', () => ({ status: 7 }), 503, 'pending'],
    ['while the query does not know it', () => ({ code: 7 }), 503, 'pending'],
    ['while the query says a code that is none', () => ({ code: 14 }), 503, 'pending'],
    ['while the query fails', new Response('{}', { status: 500 }), 503, 'pending'],
    ['while the query answers what is no JSON', new Response('<html>'), 503, 'pending'],
    ['while the query says nothing', new Response(''), 503, 'pending'],
    ['while the query says the same', () => ({}), 200, 'paid'],
  ];
  for (const [what, said, answered, becomes] of CASES) {
    it(`${what}: ${becomes}`, async () => {
      const shop = openCollectShop({
        between: (_, path, pass) => {
          if (path !== '/v1/query/Collect') return pass();
          return said instanceof Response ? said : Response.json({ code: 0, ...callback(shop.attempt()), ...said() });
        },
      });
      const { body } = await shop.create();
      const answer = await shop.post(CALLBACKS, callback(shop.attempt()));
      assert.equal(answer.status, answered);
      if (answered !== 200) assert.notEqual(answer.text, 'success');
      assert.equal(await shop.status(body.statusUrl), becomes);
      await shop.payments.deliver();
      assert.equal(shop.paid.length, becomes === 'paid' ? 1 : 0);
    });
  }

  it('and names another merchant, under our key, is looked at by somebody, whatever the query says', async () => {
    const shop = openCollectShop({ between: (_, path, pass) => (path === '/v1/query/Collect' ? Response.json({ code: 0, ...callback(shop.attempt()) }) : pass()) });
    const { body } = await shop.create();
    for (const mchId of ['7', '']) assert.equal((await shop.post(CALLBACKS, callback(shop.attempt(), { mchId }))).status, 200);
    await shop.payments.deliver();
    assert.deepEqual([await shop.status(body.statusUrl), shop.paid.length, shop.reviews.map(({ review }) => review)], ['processing', 0, ['payee']]);
  });

  it('that was cut anew at a payer’s attach is refused, and nobody is asked', async () => {
    const { forgery } = JSON.parse(readFileSync('test/vectors/collectpay-sign.json', 'utf8')) as { forgery: { forged: Record<string, string>; sign: string; key: string } };
    const shop = openCollectShop({ ids: { paymentId: randomUUID, attempt: () => 'T1' } });
    const { body } = await shop.create();
    const asked = shop.asked.length;
    assert.equal((await shop.post(CALLBACKS, { ...forgery.forged, sign: forgery.sign })).status, 400);
    assert.equal(shop.asked.length, asked);
    // Even one with known names alone: a page could never have made us send that attach, and the query does not say the same.
    assert.equal((await shop.post(CALLBACKS, { ...forgery.forged, zz: '' }, forgery.key)).status, 400);
    const known = Object.fromEntries(Object.entries(forgery.forged).filter(([name]) => name !== 'zz'));
    assert.equal((await shop.post(CALLBACKS, known, forgery.key)).status, 503);
    assert.equal(await shop.status(body.statusUrl), 'pending');
  });

  it('under another key, twice in one body, or as a complaint changes nothing', async () => {
    const shop = openCollectShop();
    const { body } = await shop.create();
    assert.equal((await shop.post(CALLBACKS, callback(shop.attempt()), 'another key')).status, 401);
    assert.equal((await shop.post(CALLBACKS, { out_trade_no: shop.attempt(), rnd: 'r1' })).status, 400);
    assert.equal((await shop.post(CALLBACKS, { ...callback(shop.attempt()), rnd: 'r1' })).status, 400);
    assert.equal(await shop.status(body.statusUrl), 'pending');
    assert.equal(shop.times('/v1/query/Collect'), 0);
  });

  it('is taken under the old key and the new while one takes the place of the other; the first signs', async () => {
    const shop = openCollectShop({ settings: { key: ['k3y-TEST-0123456789abcdef', 'the-old-key'] } });
    const { body } = await shop.create();
    shop.sandbox.page.pay(body.okpayCollect.url);
    await shop.sandbox.settled();
    assert.equal((await shop.post(CALLBACKS, callback(shop.attempt()), 'the-old-key')).text, 'success');
    assert.equal(await shop.status(body.statusUrl), 'paid');
  });
});

describe('a payment that nobody pays', () => {
  it('expires after 20 days, once the query says that it is unknown, and not before', async () => {
    const shop = openCollectShop();
    const { body } = await shop.create();
    await shop.later(20 * DAY - 1000);
    assert.equal(shop.times('/v1/query/Collect'), 0);
    assert.equal(await shop.status(body.statusUrl), 'pending');
    await shop.later(10_000);
    assert.equal(await shop.status(body.statusUrl), 'expired');
    assert.equal(shop.times('/v1/query/Collect'), 1);
  });

  it('is not expired by a page that asks, which is no question to the platform', async () => {
    const shop = openCollectShop({ between: (_, path, pass) => (path === '/v1/query/Collect' ? Response.json({ code: 0, ...callback(shop.attempt(), { status: '0' }) }) : pass()) });
    const { body } = await shop.create();
    shop.clock.time += 21 * DAY;
    assert.deepEqual([await shop.status(body.statusUrl), shop.times('/v1/query/Collect')], ['pending', 0]);
    await shop.later(0);
    assert.deepEqual([await shop.status(body.statusUrl), shop.times('/v1/query/Collect')], ['pending', 1]);
  });

  it('is not expired by an earlier answer that it is unknown, and can be paid after that', async () => {
    let knows = false;
    const shop = openCollectShop({ between: (_, path, pass) => (path === '/v1/query/Collect' && !knows ? Response.json({ code: 7 }) : pass()) });
    const { body } = await shop.create();
    const { paymentId } = shop.seen.find(({ type }) => type === 'payment-created')!;
    for (let i = 0; i < 3; i += 1, shop.clock.time += 60_000) assert.equal((await shop.payments.query(paymentId!))?.status, 'pending');
    knows = true;
    shop.sandbox.page.pay(body.okpayCollect.url);
    await shop.sandbox.settled();
    assert.equal(await shop.status(body.statusUrl), 'paid');
  });

  for (const [what, answer, becomes] of [
    ['while the platform cannot be asked', () => new Response('', { status: 502 }), 'pending'],
    ['while it still says that it waits', () => ({ status: 0 }), 'pending'],
    ['of which it says that it was paid after all', () => ({ status: 1 }), 'paid'],
  ] as const) {
    it(`${what}: ${becomes}, and is asked about again a day later`, async () => {
      const shop = openCollectShop({
        between: (_, path, pass) => {
          if (path !== '/v1/query/Collect') return pass();
          const said = answer();
          return said instanceof Response ? said : Response.json({ code: 0, ...callback(shop.attempt()), ...said });
        },
      });
      const { body } = await shop.create();
      await shop.later(20 * DAY + 10_000);
      assert.equal(await shop.status(body.statusUrl), becomes);
      assert.equal(shop.times('/v1/query/Collect'), 1);
      for (let i = 0; i < 2; i += 1) await shop.later(DAY / 2 - 10_000);
      assert.equal(shop.times('/v1/query/Collect'), 1);
      await shop.later(DAY / 2);
      assert.equal(shop.times('/v1/query/Collect'), becomes === 'pending' ? 2 : 1);
    });
  }
});
