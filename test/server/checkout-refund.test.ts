import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProviderError, RefundError } from '../../src/server.ts';
import { ANSWER, ATTEMPT, balances, details, event, openCheckoutShop, PAY, type Sent } from './checkout-shop.ts';

const isRefund = ({ url }: Sent) => url.endsWith('/refunds');

/** A shop with a paid payment of 10 dollars, and what the details say of it. */
async function openPaid(answer?: (sent: Sent) => Response | object) {
  const said = { details: details('Captured', balances(0)) as object };
  const shop = openCheckoutShop({
    answer: (sent) => answer?.(sent) ?? (isRefund(sent) ? { action_id: 'act_1', reference: ATTEMPT } : sent.method === 'GET' ? said.details : ANSWER),
  });
  await shop.create();
  assert.equal(await shop.callBack(event('payment_captured')), 200);
  shop.sent.length = 0;
  const now = async () => {
    await shop.payments.deliver();
    const { status, refundedAmount, review } = (await shop.payments.get('payment-1'))!;
    return [status, refundedAmount, review];
  };
  /** The webhook of a refund of so much, after which this much has been given back. */
  const refunded = (amount: number, total?: number) => event('payment_refunded', { amount, ...(total !== undefined && balances(total)) });
  return { ...shop, said, now, refunded };
}

describe('a refund, asked for by the shop', () => {
  for (const [what, amount, minor] of [
    ['the whole', undefined, 1000],
    ['a part', '3.00', 300],
    ['the smallest part', '0.10', 10],
    ['all of it by its amount', '10.00', 1000],
  ] as [string, string | undefined, number][]) {
    it(`${what}: asked for as the document says, and told by the webhook`, async () => {
      const shop = await openPaid();
      await shop.payments.refund('payment-1', amount);
      const [{ url, method, body, headers }] = shop.sent as [Sent];
      assert.deepEqual([url, method, body], [`https://api.checkout.example/payments/${PAY}/refunds`, 'POST', { amount: minor, reference: ATTEMPT }]);
      assert.match(headers['cko-idempotency-key'] ?? '', /^[0-9a-f]{64}$/);
      assert.deepEqual(await shop.now(), ['paid', undefined, undefined], 'asked for is not given back');
      assert.equal(await shop.callBack(shop.refunded(minor, minor)), 200);
      assert.deepEqual(await shop.now(), minor === 1000 ? ['refunded', '10.00', undefined] : ['paid', (minor / 100).toFixed(2), undefined]);
      await shop.payments.close();
    });
  }

  for (const [amount, code] of [
    ['3.05', 'bad-amount'],
    ['0.01', 'bad-amount'],
    ['0.00', 'bad-amount'],
    ['10.10', 'bad-amount'],
    ['3', undefined],
    ['3,00', 'bad-amount'],
    ['-3.00', 'bad-amount'],
  ] as const) {
    it(`of ${amount}: ${code ?? 'asked for'}`, async () => {
      const shop = await openPaid();
      const asked = shop.payments.refund('payment-1', amount);
      if (code) await assert.rejects(asked, (error) => error instanceof RefundError && error.code === code);
      else await asked;
      assert.equal(shop.sent.length, code ? 0 : 1);
      await shop.payments.close();
    });
  }

  it('is one refund however often it is sent, until it has been told; by its name it is one for ever', async () => {
    const shop = await openPaid();
    const keys = () => shop.sent.map(({ headers }) => headers['cko-idempotency-key']);
    for (const name of [undefined, undefined, 'return-17', 'return-17', 'return-18']) await shop.payments.refund('payment-1', '3.00', name);
    assert.equal(await shop.callBack(shop.refunded(300, 300)), 200);
    for (const name of [undefined, 'return-17']) await shop.payments.refund('payment-1', '3.00', name);
    const [a, b, c, d, e, f, g] = keys();
    assert.deepEqual([a === b, c === d, c === g, new Set([a, c, e, f]).size], [true, true, true, 4]);
    await shop.payments.close();
  });

  for (const [what, answer, code] of [
    ['a refusal', () => new Response('{"error_codes":["refund_amount_exceeds_balance"]}', { status: 422 }), 'http-422'],
    ['that it may not be', () => new Response('', { status: 403 }), 'http-403'],
    ['nothing', () => { throw new Error(`cut off after sk_… ${PAY}`); }, 'network'],
  ] as [string, () => Response, string][]) {
    it(`is answered ${what}: ${code}, and nothing has changed`, async () => {
      const shop = await openPaid((sent) => (isRefund(sent) ? answer() : ANSWER));
      await assert.rejects(shop.payments.refund('payment-1'), (error) => error instanceof ProviderError && error.code === code && !error.message.includes(PAY));
      assert.deepEqual(await shop.now(), ['paid', undefined, undefined]);
      await shop.payments.close();
    });
  }

  it('that is declined later leaves the payment paid, and says so', async () => {
    const shop = await openPaid();
    await shop.payments.refund('payment-1', '3.00');
    for (const type of ['payment_refund_pending', 'payment_refund_declined']) assert.equal(await shop.callBack(event(type, { amount: 300, ...balances(0) })), 200);
    assert.deepEqual(await shop.now(), ['paid', undefined, undefined]);
    assert.deepEqual(shop.seen.flatMap(({ type }) => (/^refund-/.test(type) ? type : [])), ['refund-asked', 'refund-pending', 'refund-declined']);
    await shop.payments.close();
  });
});

describe('two parts that are given back', () => {
  const [first, second] = [[300, 300], [400, 700]] as const;
  for (const [what, order, end] of [
    ['in order', [first, second], '7.00'],
    ['the other way round', [second, first], '7.00'],
    ['the first twice', [first, first, second], '7.00'],
    ['each twice, mixed', [second, first, second, first], '7.00'],
    ['one of them', [first], '3.00'],
  ] as [string, (readonly [number, number])[], string][]) {
    it(`${what}, with balances in the webhook: ${end}, and nobody is asked`, async () => {
      const shop = await openPaid();
      for (const [amount, total] of order) assert.equal(await shop.callBack(shop.refunded(amount, total)), 200);
      assert.deepEqual([await shop.now(), shop.sent.length], [['paid', end, undefined], 0]);
      await shop.payments.close();
    });

    it(`${what}, without balances: the details say how much, ${end}`, async () => {
      const shop = await openPaid();
      const total = Math.max(...order.map(([, so]) => so));
      shop.said.details = details('Partially Refunded', balances(total));
      for (const [amount] of order) assert.equal(await shop.callBack(shop.refunded(amount)), 200);
      assert.deepEqual(await shop.now(), ['paid', end, undefined]);
      assert.deepEqual(new Set(shop.sent.map(({ method }) => method)), new Set(['GET']));
      await shop.payments.close();
    });
  }

  it('that are equal are two, told by the same amount', async () => {
    const shop = await openPaid();
    for (const total of [300, 600]) {
      shop.said.details = details('Partially Refunded', balances(total));
      await shop.callBack(shop.refunded(300));
      assert.deepEqual(await shop.now(), ['paid', (total / 100).toFixed(2), undefined]);
    }
    await shop.payments.close();
  });

  for (const [what, totals] of [['with balances', [600, 1000]], ['without balances', [undefined, undefined]]] as [string, (number | undefined)[]][]) {
    it(`that make the whole, ${what}: refunded, in any order`, async () => {
      for (const order of [[0, 1], [1, 0], [1, 1, 0, 0]]) {
        const shop = await openPaid();
        shop.said.details = details('Refunded', balances(1000));
        const events = [shop.refunded(600, totals[0]), shop.refunded(400, totals[1])];
        for (const at of order) assert.equal(await shop.callBack(events[at]!), 200);
        assert.deepEqual(await shop.now(), ['refunded', '10.00', undefined]);
        assert.deepEqual(shop.reviews, []);
        await shop.payments.close();
      }
    });
  }

  for (const [what, answer] of [
    ['cannot be reached', new Response('', { status: 500 })],
    ['say that nothing was given back', details('Captured', balances(0))],
    ['do not say how much', details('Partially Refunded')],
    ['are another payment\'s', details('Partially Refunded', { ...balances(300), id: 'pay_another' })],
    ['are gone', new Response('{}', { status: 404 })],
  ] as [string, object][]) {
    it(`without balances, where the details ${what}: 503, so that it comes again, and then it counts`, async () => {
      const shop = await openPaid();
      shop.said.details = answer;
      const one = shop.refunded(300);
      assert.equal(await shop.callBack(one), 503);
      assert.deepEqual(await shop.now(), ['paid', undefined, undefined]);
      shop.said.details = details('Partially Refunded', balances(300));
      assert.equal(await shop.callBack(one), 200);
      assert.deepEqual(await shop.now(), ['paid', '3.00', undefined]);
      await shop.payments.close();
    });
  }

  it('before anybody has said that it was paid: somebody has to look', async () => {
    const shop = openCheckoutShop();
    await shop.create();
    assert.equal(await shop.callBack(event('payment_refunded', { amount: 300, ...balances(300) })), 200);
    assert.deepEqual([(await shop.payments.get('payment-1'))?.status, (await shop.payments.get('payment-1'))?.refundedAmount], ['review', '3.00']);
    assert.equal(await shop.callBack(event('payment_captured')), 200);
    await shop.payments.deliver();
    assert.deepEqual([(await shop.payments.get('payment-1'))?.status, shop.paid.length], ['paid', 1]);
    await shop.payments.close();
  });

  it('in another currency, or of more than was paid: somebody has to look, and it stays paid', async () => {
    for (const data of [{ amount: 300, currency: 'USD', ...balances(300) }, { amount: 2000 }]) {
      const shop = await openPaid();
      shop.said.details = details('Refunded', { amount: 2000 });
      assert.equal(await shop.callBack(event('payment_refunded', data)), 200);
      const [status, refundedAmount, review] = await shop.now();
      assert.deepEqual([status, refundedAmount, typeof review], ['paid', undefined, 'string']);
      await shop.payments.close();
    }
  });
});

describe('the details of a payment that was given back', () => {
  for (const [status, total, end] of [
    ['Partially Refunded', 300, ['paid', '3.00', undefined]],
    ['Partially Refunded', undefined, ['paid', undefined, undefined]],
    ['Refunded', 1000, ['refunded', '10.00', undefined]],
    ['Refunded', undefined, ['refunded', '10.00', undefined]],
  ] as [string, number | undefined, unknown[]][]) {
    it(`${status} ${total}: ${end.join(' ')}`, async () => {
      const shop = await openPaid();
      shop.said.details = details(status, total === undefined ? {} : balances(total));
      await shop.payments.query('payment-1');
      assert.deepEqual(await shop.now(), end);
      await shop.payments.close();
    });
  }
});
