import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ANSWER, ATTEMPT, balances, details, event, hmac, openCheckoutShop, PAY, WEBHOOK_KEY } from './checkout-shop.ts';

/** A shop with an open payment of 10 dollars. */
async function openPayment(...overrides: Parameters<typeof openCheckoutShop>) {
  const shop = openCheckoutShop(...overrides);
  const { body } = await shop.create();
  const status = async () => {
    await shop.payments.deliver();
    return (await shop.payments.get('payment-1'))!;
  };
  return { ...shop, told: () => shop.status(body.statusUrl), now: status };
}

describe('a webhook of Checkout.com, by its name', () => {
  for (const [type, data, status, told] of [
    ['payment_pending', {}, 'pending', 'pending'],
    ['payment_approved', {}, 'processing', 'processing'],
    ['payment_capture_pending', {}, 'processing', 'processing'],
    ['payment_captured', {}, 'paid', 'paid'],
    ['payment_captured', { amount: '1000' }, 'paid', 'paid'],
    ['payment_captured', { amount: 999 }, 'review', 'processing'],
    ['payment_captured', { amount: 1001 }, 'review', 'processing'],
    ['payment_captured', { amount: 10 }, 'review', 'processing'],
    ['payment_captured', { amount: 1000.5 }, 'review', 'processing'],
    ['payment_captured', { amount: undefined }, 'review', 'processing'],
    ['payment_captured', { amount: '10.00' }, 'review', 'processing'],
    ['payment_captured', { amount: -1000 }, 'review', 'processing'],
    ['payment_captured', { currency: 'USD' }, 'review', 'processing'],
    ['payment_captured', { currency: undefined }, 'review', 'processing'],
    ['payment_captured', { currency: 'JPY' }, 'review', 'processing'],
    ['payment_declined', {}, 'failed', 'failed'],
    ['payment_declined', { response_summary: 'Refer to card issuer' }, 'failed', 'failed'],
    ['payment_declined', { response_summary: 'Over daily limit' }, 'failed', 'failed'],
    ['payment_declined', { response_summary: 'Internal error' }, 'failed', 'failed'],
    ['payment_declined', { response_summary: 'Customer cancellation' }, 'canceled', 'canceled'],
    ['payment_declined', { response_summary: 'Declined Payment - Transaction has expired' }, 'expired', 'expired'],
    ['payment_declined', { response_summary: 'Expired card' }, 'failed', 'failed'],
    ['payment_declined', { response_summary: {} }, 'failed', 'failed'],
    ['payment_declined', { response_code: '20068' }, 'expired', 'expired'],
    ['payment_declined', { response_code: 20068 }, 'expired', 'expired'],
    ['payment_declined', { response_code: 'toString' }, 'failed', 'failed'],
    ['payment_capture_declined', {}, 'failed', 'failed'],
    ['payment_capture_declined', { response_summary: 'Customer cancellation' }, 'canceled', 'canceled'],
    ['payment_expired', {}, 'expired', 'expired'],
    ['payment_canceled', {}, 'canceled', 'canceled'],
    ['payment_voided', {}, 'canceled', 'canceled'],
    ['payment_refunded', {}, 'refunded', 'refunded'],
    ['payment_refund_pending', {}, 'pending', 'pending'],
    ['payment_refund_declined', {}, 'pending', 'pending'],
    ['payment_paid', {}, 'pending', 'pending'],
    ['dispute_received', { reference: undefined }, 'pending', 'pending'],
    ['PAYMENT_CAPTURED', {}, 'pending', 'pending'],
    ['payment_captured ', {}, 'pending', 'pending'],
    ['__proto__', {}, 'pending', 'pending'],
    ['constructor', {}, 'pending', 'pending'],
    ['', {}, 'pending', 'pending'],
  ] as [string, object, string, string][]) {
    it(`${type} ${JSON.stringify(data)}: 200, and the payment is ${status}`, async () => {
      const shop = await openPayment({ settings: { responses: { 20068: 'expired' } } });
      assert.equal(await shop.callBack(event(type, data)), 200);
      assert.deepEqual([(await shop.now()).status, (await shop.told()).status], [status, told]);
      assert.deepEqual([shop.paid.length, shop.reviews.length], [status === 'paid' ? 1 : 0, status === 'review' ? 1 : 0]);
      await shop.payments.close();
    });
  }

  for (const [what, body, status] of [
    ['an empty object', '{}', 200],
    ['data that is a list', '{"id":"evt_1","type":"payment_captured","data":[]}', 200],
    ['no data', '{"id":"evt_1","type":"payment_captured"}', 200],
    ['a list', '[]', 400],
    ['no JSON', 'paid', 400],
    ['a key twice', `{"id":"evt_1","type":"payment_captured","data":{"reference":"${ATTEMPT}","amount":1,"amount":1000,"currency":"HKD"}}`, 400],
  ] as const) {
    it(`${what}: ${status}, and nothing changes`, async () => {
      const shop = await openPayment();
      assert.equal(await shop.callBack(body), status);
      assert.equal((await shop.now()).status, 'pending');
      await shop.payments.close();
    });
  }

  it('says an unknown name in the log, and a refund that was declined as what it is', async () => {
    const shop = await openPayment();
    for (const type of ['payment_returned', 'payment_refund_declined', 'payment_refund_pending']) await shop.callBack(event(type));
    assert.deepEqual(shop.warnings, [
      `paytags: status-unknown provider=checkout-octopus attempt=${ATTEMPT}`,
      `paytags: refund-declined provider=checkout-octopus attempt=${ATTEMPT} paymentId=payment-1`,
    ]);
    assert.deepEqual(shop.seen.flatMap(({ type }) => (type.startsWith('refund-') ? type : [])), ['refund-declined', 'refund-pending']);
    await shop.payments.close();
  });

  it('with another reference than ours is kept, and changes nothing of ours', async () => {
    const shop = await openPayment();
    assert.equal(await shop.callBack(event('payment_captured', { reference: 'ORD-1' })), 200);
    assert.equal(await shop.callBack(event('payment_refunded', { reference: 'ORD-1', amount: 300 })), 200);
    assert.equal((await shop.now()).status, 'pending');
    assert.deepEqual(shop.seen.filter(({ type }) => type === 'callback-unmatched').length, 2);
    await shop.payments.close();
  });

  it('that came before the payment was known is applied when it is', async () => {
    const shop = openCheckoutShop();
    assert.equal(await shop.callBack(event('payment_captured')), 200);
    const { body } = await shop.create();
    await shop.payments.deliver();
    assert.deepEqual([body.status, shop.paid.length], ['paid', 1]);
    await shop.payments.close();
  });

  const { vectors } = JSON.parse(readFileSync('test/vectors/checkout-webhook.json', 'utf8')) as { vectors: { id: string; name: string; rawBody: string; key: string; signature: string }[] };
  const EFFECTS: Record<string, string> = { payment_pending: 'pending', payment_captured: 'paid', payment_declined: 'failed', payment_refunded: 'refunded', payment_refund_pending: 'pending', payment_canceled: 'canceled', 'numeric precision': 'paid' };
  for (const { id, name, rawBody, key, signature } of vectors.filter((vector) => vector.name in EFFECTS)) {
    it(`of the vectors, ${id} ${name}: ${EFFECTS[name]}`, async () => {
      const shop = await openPayment({ settings: { webhookKey: ['another-webhook-key', key] }, ids: { paymentId: () => 'payment-1', attempt: () => 'ORD-1' } });
      assert.equal(await shop.callBack(rawBody, { 'Cko-Signature': signature }), 200);
      assert.equal((await shop.now()).status, EFFECTS[name]);
      await shop.payments.close();
    });
  }
});

describe('a webhook that nobody of Checkout.com has signed', () => {
  const body = JSON.stringify(event('payment_captured'));
  for (const [what, headers] of [
    ['no signature', {}],
    ['an empty one', { 'Cko-Signature': '' }],
    ['another key\'s', { 'Cko-Signature': hmac(body, 'another-key-of-16-bytes') }],
    ['an empty key\'s', { 'Cko-Signature': hmac(body, '') }],
    ['another body\'s', { 'Cko-Signature': hmac(`${body} `) }],
    ['base64', { 'Cko-Signature': Buffer.from(hmac(body), 'hex').toString('base64') }],
    ['two', { 'Cko-Signature': `${hmac(body)}, ${hmac(body)}` }],
    ['the key itself', { 'Cko-Signature': WEBHOOK_KEY }],
    ['under another header', { 'X-Signature': hmac(body) }],
  ] as [string, Record<string, string>][]) {
    it(`${what}: 401, and nothing changes`, async () => {
      const shop = await openPayment();
      assert.equal(await shop.callBack(body, headers), 401);
      assert.deepEqual([(await shop.now()).status, shop.paid.length], ['pending', 0]);
      assert.deepEqual(shop.seen.filter(({ type }) => type.startsWith('callback-')).map(({ type, code }) => [type, code]), [['callback-rejected', 'bad-signature']]);
      await shop.payments.close();
    });
  }
});

const permutations = <Item>(items: readonly Item[]): Item[][] =>
  items.length < 2 ? [[...items]] : items.flatMap((item, at) => permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]));

describe('webhooks in any order, each twice', () => {
  for (const [types, end] of [
    [['payment_pending', 'payment_capture_pending', 'payment_captured', 'payment_refunded'], 'refunded'],
    [['payment_pending', 'payment_capture_pending', 'payment_captured'], 'paid'],
    [['payment_pending', 'payment_expired', 'payment_captured'], 'paid'],
    [['payment_pending', 'payment_capture_pending', 'payment_capture_declined'], 'failed'],
    [['payment_pending', 'payment_refund_pending', 'payment_expired'], 'expired'],
  ] as const) {
    it(`${types.join(', ')}: ${end}, however they come`, async () => {
      for (const order of permutations(types)) {
        const shop = await openPayment();
        const events = order.map((type) => JSON.stringify(event(type)));
        for (const one of [...events, ...events.toReversed()]) assert.equal(await shop.callBack(one), 200);
        const { status, review } = await shop.now();
        assert.deepEqual([status, review], [end, undefined], order.join());
        const paid = order.indexOf('payment_captured' as never);
        const refunded = order.indexOf('payment_refunded' as never);
        assert.equal(shop.paid.length, paid >= 0 && (refunded < 0 || paid < refunded) ? 1 : 0, order.join());
        await shop.payments.close();
      }
    });
  }

  it('one event with two bodies is a conflict', async () => {
    const shop = await openPayment();
    const one = event('payment_captured');
    assert.equal(await shop.callBack(one), 200);
    assert.equal(await shop.callBack({ ...one, version: '1.0.37' }), 409);
    await shop.payments.close();
  });
});

describe('the details of a payment, asked for by the shop', () => {
  for (const [answer, status, review] of [
    [details('Active'), 'pending'],
    [details('Requested'), 'pending'],
    [details('Pending'), 'pending'],
    [details('Authentication Requested'), 'pending'],
    [details('Card Verified'), 'pending'],
    [details('Authorized'), 'processing'],
    [details('Retry Scheduled'), 'processing'],
    [details('Captured'), 'paid'],
    [details('Captured', { amount: 990 }), 'review', 'amount'],
    [details('Captured', balances(0)), 'paid'],
    [details('Captured', { balances: { total_captured: 990 } }), 'review', 'amount'],
    [details('Captured', { balances: { total_captured: 'all' } }), 'review', 'amount'],
    [details('Captured', { currency: 'USD' }), 'review', 'currency'],
    [details('Partially Captured'), 'review', 'amount'],
    [details('Paid'), 'review', 'amount'],
    [details('Declined'), 'failed'],
    [details('Declined', { actions: [{ response_summary: 'Customer cancellation' }] }), 'canceled'],
    [details('Declined', { response_summary: 'Transaction has expired' }), 'expired'],
    [details('Declined', { actions: [null, 1, 'x', { response_code: '20068' }] }), 'expired'],
    [details('Expired'), 'expired'],
    [details('Canceled'), 'canceled'],
    [details('Voided'), 'canceled'],
    [details('Refunded', balances(1000)), 'refunded'],
    [details('Settled'), 'pending'],
    [details('constructor'), 'pending'],
    [details('Captured', { id: 'pay_another' }), 'pending'],
    [details('Captured', { reference: 'ORD-1' }), 'pending'],
    [details('Captured', { amount: undefined }), 'review', 'amount'],
    [{}, 'pending'],
    [new Response('{}', { status: 404 }), 'pending'],
    [new Response('{}', { status: 500 }), 'pending'],
    [new Response('paid'), 'pending'],
  ] as [object, string, string?][]) {
    it(`${answer instanceof Response ? answer.status : JSON.stringify(answer)}: ${status}`, async () => {
      const shop = await openPayment({ settings: { responses: { 20068: 'expired' } }, answer: ({ method }) => (method === 'GET' ? answer : ANSWER) });
      const asked = (await shop.payments.query('payment-1'))!;
      assert.deepEqual([asked.status, asked.review], [status, review]);
      assert.deepEqual(shop.sent.slice(1).map(({ url, method, body, headers }) => [url, method, body, 'cko-idempotency-key' in headers]), [
        [`https://api.checkout.example/payments/${PAY}`, 'GET', undefined, false],
      ]);
      await shop.payments.close();
    });
  }
});


