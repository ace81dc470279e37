import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CHECKOUT_PRODUCTION_URL, CHECKOUT_SANDBOX_URL, checkoutBaseUrl, checkoutOctopus, type CheckoutOctopusSettings } from '../../src/server.ts';
import { ANSWER, ATTEMPT, DRAFT, event, hmac, KEY, openCheckoutShop, PAY, SETTINGS, WEBHOOK_KEY } from './checkout-shop.ts';

const AUTHORIZATION_KEY = 'authorization-key-of-the-webhook';

describe('the settings of Octopus through Checkout.com', () => {
  for (const [what, more, says] of [
    ['no secret key', { secretKey: '' }, /secretKey/],
    ['a blank secret key', { secretKey: ' ' }, /secretKey/],
    ['no webhook key', { webhookKey: undefined }, /webhookKey is required/],
    ['a blank webhook key', { webhookKey: ' '.repeat(20) }, /webhookKey is missing or blank/],
    ['a webhook key of 15 bytes', { webhookKey: 'x'.repeat(15) }, /webhookKey must be at least 16 bytes/],
    ['one blank key among several', { webhookKey: [WEBHOOK_KEY, ''] }, /webhookKey is missing or blank/],
    ['no keys', { webhookKey: [] }, /webhookKey is required/],
    ['a short authorization key', { authorizationKey: 'short' }, /authorizationKey must be at least 16 bytes/],
    ['an authorization key with a comma', { authorizationKey: 'one,two,three,four' }, /authorizationKey/],
    ['http', { baseUrl: 'http://api.checkout.com' }, /baseUrl/],
    ['an address with a user', { baseUrl: 'https://me@api.checkout.com' }, /baseUrl/],
    ['a success page that runs script', { successUrl: 'javascript:alert(1)' }, /successUrl/],
    ['a failure page without https', { failureUrl: 'http://shop.example/no' }, /failureUrl/],
    ['a landing page with a path', { landingOrigins: ['https://web.online.octopus.com.hk/oos'] }, /landingOrigins/],
    ['a return origin that is a pattern', { returnOrigins: ['https://*.shop.example'] }, /returnOrigins/],
    ['return origins that are no list', { returnOrigins: 'https://shop.example' }, /returnOrigins/],
    ['a channel that is none', { processingChannelId: 'channel' }, /processingChannelId/],
    ['no time at all', { expiresInSeconds: 0 }, /expiresInSeconds/],
    ['a response code that means paid', { responses: { 20068: 'paid' } }, /responses/],
  ] as [string, object, RegExp][]) {
    it(`${what}: does not start, and says which setting`, () => {
      assert.throws(() => checkoutOctopus({ ...SETTINGS, ...more } as CheckoutOctopusSettings), (error: Error) => {
        assert.ok(error instanceof TypeError, String(error));
        assert.match(error.message, /^checkoutOctopus: /);
        assert.match(error.message, says);
        assert.equal(error.message.includes(KEY) || error.message.includes(WEBHOOK_KEY), false);
        return true;
      });
    });
  }

  it('know the addresses of both kinds, in production and in test', () => {
    assert.deepEqual([CHECKOUT_PRODUCTION_URL, CHECKOUT_SANDBOX_URL], ['https://api.checkout.com', 'https://api.sandbox.checkout.com']);
    assert.equal(checkoutBaseUrl('cli_vkuhvk4vjn2edkps7dfsq6emqm', 'production'), 'https://vkuhvk4v.api.checkout.com');
    assert.equal(checkoutBaseUrl('vkuhvk4v', 'sandbox'), 'https://vkuhvk4v.api.sandbox.checkout.com');
    for (const wrong of ['', 'cli_', 'cli_vk', 'evil.example/', 'CLI_VKUHVK4V']) assert.throws(() => checkoutBaseUrl(wrong, 'production'), TypeError);
    assert.throws(() => checkoutBaseUrl('vkuhvk4v', 'test' as 'sandbox'), TypeError);
  });
});

describe('Octopus through Checkout.com', () => {
  it('asks for a payment as the document says, and gives the page the three ways into the app and nothing else', async () => {
    const shop = openCheckoutShop({ settings: { baseUrl: 'https://vkuhvk4v.api.sandbox.checkout.com/', successUrl: 'https://shop.example/success', failureUrl: 'https://shop.example/failure' } });
    const { status, body } = await shop.create();
    assert.equal(status, 201);
    const [{ url, method, headers, body: asked }] = shop.sent as [(typeof shop.sent)[0]];
    assert.deepEqual([url, method], ['https://vkuhvk4v.api.sandbox.checkout.com/payments', 'POST']);
    assert.deepEqual(asked, {
      amount: 1000, currency: 'HKD', source: { type: 'octopus' }, reference: ATTEMPT,
      success_url: 'https://shop.example/success', failure_url: 'https://shop.example/failure',
    });
    assert.deepEqual([headers['authorization'], headers['cko-idempotency-key'], headers['content-type']], [`Bearer ${KEY}`, ATTEMPT, 'application/json']);
    assert.deepEqual(body.octopus, { token: 'zjsdhd3', octopusUri: 'octopus://payment?token=zjsdhd3', landingUrl: 'https://web-test.online.octopus.com.hk/oos/payment/?token=zjsdhd3' });
    const told = JSON.stringify([body, await shop.status(body.statusUrl, '?full')]);
    for (const secret of ['ckotech', PAY, KEY, WEBHOOK_KEY, '_links']) assert.equal(told.includes(secret), false, secret);
    assert.deepEqual([body.expiresAt, body.status], ['2026-11-21T12:15:00.000Z', 'pending']);
    await shop.payments.close();
  });

  for (const [what, settings, returnUrl, success, failure] of [
    ['nothing is set', {}, undefined, 'https://shop.example/', 'https://shop.example/'],
    ['the page is of the shop', {}, 'https://shop.example/cart?a=1#b', 'https://shop.example/cart?a=1#b', 'https://shop.example/cart?a=1#b'],
    ['the page is of a named origin', { returnOrigins: ['https://m.shop.example'] }, 'https://m.shop.example/x', 'https://m.shop.example/x', 'https://m.shop.example/x'],
    ['the page is of none of the named', { returnOrigins: ['https://m.shop.example'] }, 'https://shop.example/x', 'https://shop.example/', 'https://shop.example/'],
    ['the page is a stranger', { successUrl: 'https://shop.example/ok' }, 'https://shop.example.evil.example/', 'https://shop.example/ok', 'https://shop.example/'],
    ['the page has an address that Checkout.com may not take', {}, `https://shop.example/?${'a'.repeat(1024)}`, 'https://shop.example/', 'https://shop.example/'],
    ['the page has a user', {}, 'https://a@shop.example/', 'https://shop.example/', 'https://shop.example/'],
    ['the page runs script', {}, 'javascript:alert(1)//https://shop.example', 'https://shop.example/', 'https://shop.example/'],
  ] as [string, object, string | undefined, string, string][]) {
    it(`sends the shopper back where it may: ${what}`, async () => {
      const shop = openCheckoutShop({ settings });
      assert.equal((await shop.create({ returnUrl })).status, 201);
      assert.deepEqual([shop.sent[0]?.body?.['success_url'], shop.sent[0]?.body?.['failure_url']], [success, failure]);
      await shop.payments.close();
    });
  }

  for (const [amount, words] of [
    ['10.05', 'You can pay HK$10.00 or HK$10.10.'],
    ['0.01', 'You can pay HK$0.10.'],
    ['99999999.91', 'You can pay HK$99,999,999.90.'],
    ['999999999999.90', 'You can pay HK$99,999,999.90.'],
  ] as const) {
    it(`${amount} is refused before the request is made: ${words}`, async () => {
      const shop = openCheckoutShop();
      const { status, body } = await shop.create({ amount });
      assert.deepEqual([status, body.code, body.errors, shop.sent.length], [422, 'amount-not-offered', [{ field: 'amount', message: words }], 0]);
      assert.equal(await shop.payments.get('payment-1'), undefined);
      await shop.payments.close();
    });
  }

  it('says so in the language of the shopper', async () => {
    for (const [accept, words] of [
      ['zh-HK,zh;q=0.9,en;q=0.8', ['此金額不能以這種方式支付。', '可支付 HK$10.00或HK$10.10。']],
      ['zh', ['此金額不能以這種方式支付。', '可支付 HK$10.00或HK$10.10。']],
      ['pt-BR', ['Este valor não pode ser pago desta forma.', 'Você pode pagar HK$\u00a010,00 ou HK$\u00a010,10.']],
      ['zha, de', ['Dieser Betrag kann so nicht gezahlt werden.', 'Sie können 10,00\u00a0HK$ oder 10,10\u00a0HK$ zahlen.']],
      ['zha, ja', ['This amount cannot be paid this way.', 'You can pay HK$10.00 or HK$10.10.']],
      ['toString', ['This amount cannot be paid this way.', 'You can pay HK$10.00 or HK$10.10.']],
    ] as const) {
      const shop = openCheckoutShop();
      const { body } = await shop.create({ amount: '10.05' }, { 'Accept-Language': accept });
      assert.deepEqual([body.message, body.errors[0]?.message], words);
      await shop.payments.close();
    }
  });

  it('takes HKD alone, and the smallest coin', async () => {
    const shop = openCheckoutShop({ settings: { processingChannelId: 'pc_q4dbxom5jbgudnjzjpz7j2z6uq', expiresInSeconds: 60 } });
    assert.deepEqual((await shop.create({ currency: 'MOP' })).body.errors.map(({ field }) => field), ['currency']);
    const { body } = await shop.create({ amount: '0.10' });
    assert.deepEqual([shop.sent[0]?.body?.['amount'], shop.sent[0]?.body?.['processing_channel_id']], [10, 'pc_q4dbxom5jbgudnjzjpz7j2z6uq']);
    assert.equal(body.expiresAt, '2026-11-21T12:01:00.000Z');
    await shop.payments.close();
  });

  const { processing } = ANSWER;
  for (const [what, answer] of [
    ['nothing', {}],
    ['no id', { ...ANSWER, id: undefined }],
    ['an id that is a path', { ...ANSWER, id: 'pay_1/../../x' }],
    ['no addresses', { ...ANSWER, processing: undefined }],
    ['no token', { ...ANSWER, processing: { ...processing, token: undefined } }],
    ['an empty token', { ...ANSWER, processing: { ...processing, token: '' } }],
    ['a token with a blank', { ...ANSWER, processing: { ...processing, token: 'a b' } }],
    ['a token that is an object', { ...ANSWER, processing: { ...processing, token: {} } }],
    ['an app that runs script', { ...ANSWER, processing: { ...processing, octopus_uri: 'javascript:alert(1)' } }],
    ['another app', { ...ANSWER, processing: { ...processing, octopus_uri: 'intent://payment#Intent;end' } }],
    ['a page for an app', { ...ANSWER, processing: { ...processing, octopus_uri: 'https://web.online.octopus.com.hk/' } }],
    ['a landing page of another host', { ...ANSWER, processing: { ...processing, landing_url: 'https://web.online.octopus.com.hk.evil.example/?token=x' } }],
    ['a landing page without https', { ...ANSWER, processing: { ...processing, landing_url: 'http://web.online.octopus.com.hk/?token=x' } }],
    ['a landing page with a user', { ...ANSWER, processing: { ...processing, landing_url: 'https://x@web.online.octopus.com.hk/' } }],
    ['a landing page at another port', { ...ANSWER, processing: { ...processing, landing_url: 'https://web.online.octopus.com.hk:8443/' } }],
    ['a relative landing page', { ...ANSWER, processing: { ...processing, landing_url: '/oos/payment/' } }],
    ['an app for a landing page', { ...ANSWER, processing: { ...processing, landing_url: 'octopus://payment' } }],
    ['a list', new Response('[]', { status: 202 })],
    ['HTML', new Response('<h1>', { status: 202 })],
    ['a wrong key', new Response('{}', { status: 401 })],
    ['a refusal', new Response('{"error_codes":["amount_invalid"]}', { status: 422 })],
    ['too many requests', new Response('', { status: 429 })],
  ] as [string, object][]) {
    it(`is answered ${what}: unavailable, and nothing is shown`, async () => {
      const shop = openCheckoutShop({ answer: () => answer });
      const { status, body } = await shop.create();
      assert.deepEqual([status, body.code, body.octopus, shop.sent.length], [422, 'unavailable', undefined, 1]);
      assert.equal((await shop.payments.get('payment-1'))?.status, 'failed');
      await shop.payments.close();
    });
  }

  it('takes the production host of the landing page, and another one that is named', async () => {
    for (const [landing_url, settings] of [
      ['https://web.online.octopus.com.hk/oos/payment/?token=a', {}],
      ['https://octopus.example/', { landingOrigins: ['https://octopus.example'] }],
    ] as const) {
      const shop = openCheckoutShop({ settings, answer: () => ({ ...ANSWER, processing: { ...processing, landing_url } }) });
      assert.equal((await shop.create()).body.octopus.landingUrl, landing_url);
      await shop.payments.close();
    }
  });
});

describe('an answer that is lost on the way from Checkout.com', () => {
  it('is asked for once more under the same key, which is the same payment', async () => {
    let tries = 0;
    const shop = openCheckoutShop({
      answer: () => {
        if (++tries === 1) throw new Error('the line is cut');
        return ANSWER;
      },
    });
    assert.equal((await shop.create()).status, 201);
    assert.deepEqual(shop.sent.map(({ headers, body }) => [headers['cko-idempotency-key'], body?.['reference']]), [[ATTEMPT, ATTEMPT], [ATTEMPT, ATTEMPT]]);
    await shop.payments.close();
  });

  it('twice: unavailable; what is paid all the same counts', async () => {
    const shop = openCheckoutShop({
      answer: () => {
        throw new Error('the line is cut');
      },
    });
    assert.deepEqual([(await shop.create(DRAFT)).body.code, shop.sent.length], ['unavailable', 2]);
    assert.equal((await shop.payments.query('payment-1'))?.status, 'failed');
    assert.equal(shop.sent.length, 2, 'without its id a payment cannot be asked for');
    await assert.rejects(shop.payments.refund('payment-1'), { code: 'not-paid' });
    assert.equal(await shop.callBack(event('payment_captured')), 200);
    assert.equal((await shop.payments.get('payment-1'))?.status, 'paid');
    await assert.rejects(shop.payments.refund('payment-1'), { code: 'unknown-payment' });
    assert.equal(shop.sent.length, 2);
    await shop.payments.close();
  });
});

describe('the Authorization header of a webhook', () => {
  it('is wanted where its key is set', async () => {
    const shop = openCheckoutShop({ settings: { authorizationKey: ['a-new-authorization-key', AUTHORIZATION_KEY] } });
    await shop.create();
    const body = JSON.stringify(event('payment_captured'));
    const signature = { 'Cko-Signature': hmac(body) };
    assert.equal(await shop.callBack(body, signature), 401);
    assert.equal(await shop.callBack(body, { ...signature, Authorization: 'another-authorization-key' }), 401);
    assert.equal(await shop.callBack(body, { Authorization: AUTHORIZATION_KEY }), 401);
    assert.equal((await shop.payments.get('payment-1'))?.status, 'pending');
    assert.equal(await shop.callBack(body, { ...signature, Authorization: AUTHORIZATION_KEY }), 200);
    assert.equal((await shop.payments.get('payment-1'))?.status, 'paid');
    await shop.payments.close();
  });
});
