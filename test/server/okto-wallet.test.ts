import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { oktoWallet, type OktoWalletSettings } from '../../src/server.ts';
import { ACCOUNT, ATTEMPT, KEY, NOTICE, openOktoShop, OTHER_ACCOUNT, SECRET, WALLET } from './okto-shop.ts';
import { knownIds } from './shop.ts';

const DRAFT = { method: 'oktoWallet', amount: '12.90', termsAcceptedAt: undefined };
const bare = { ...ACCOUNT, transactionChannel: undefined };

describe('the settings of OKTO Wallet', () => {
  for (const [what, more, says] of [
    ['no accounts', { accounts: {} }, /accounts is empty/],
    ['neither channel nor currencies', { accounts: { DEFAULT: bare } }, /currencies/],
    ['no currencies', { currencies: [] }, /currencies/],
    ['a currency in small letters', { currencies: ['eur'] }, /currencies/],
    ['a currency that is no list', { currencies: 'EUR' }, /currencies/],
    ['a malformed channel', { accounts: { DEFAULT: { ...ACCOUNT, transactionChannel: 'IT' } } }, /accounts\.DEFAULT\.transactionChannel: the entry "IT"/],
    ['no secret', { accounts: { DEFAULT: { ...ACCOUNT, notificationSecret: '' } } }, /accounts\.DEFAULT\.notificationSecret/],
    ['no header', { notification: { scheme: 'equals' } }, /notification\.header/],
    ['no scheme', { notification: { header: 'X-Api-Key' } }, /notification\.scheme/],
    ['no statuses', { statuses: {} }, /statuses/],
    ['a blank name of what is answered', { create: { answer: { code: '' } } }, /create\.answer\.code/],
    ['terms with a blank version', { terms: { version: ' ' } }, /terms/],
  ] as [string, object, RegExp][]) {
    it(`${what}: does not start, and says which setting`, () => {
      assert.throws(() => oktoWallet({ ...WALLET, ...more } as OktoWalletSettings), (error: Error) => {
        assert.ok(error instanceof TypeError, String(error));
        assert.match(error.message, /^oktoWallet: /);
        assert.match(error.message, says);
        assert.equal(!error.message.includes(SECRET) && !error.message.includes(KEY), true);
        return true;
      });
    });
  }
});

describe('OKTO Wallet', () => {
  it('asks OKTO for a payment as was agreed, any amount, and shows code and app', async () => {
    const shop = openOktoShop({ ids: knownIds(ATTEMPT), wallet: { descriptor: 'My shop', testMode: true } });
    const { status, body } = await shop.create(DRAFT);
    assert.equal(status, 201);
    assert.deepEqual(shop.sent.map(({ url, method, body }) => ({ url, method, body })), [
      {
        url: 'https://okto.example/api/integration/wallet',
        method: 'POST',
        body: {
          externalId: ATTEMPT, merchantId: 'M-1', amount: '12.90', currency: 'EUR', country: 'IT',
          descriptor: 'My shop', testMode: true, description: 'ORD-7', callbackUrl: 'https://shop.example/callbacks/okto',
        },
      },
    ]);
    const { authorization, accept } = shop.sent[0]!.headers;
    assert.deepEqual([authorization, accept], [`Bearer ${KEY}`, 'application/vnd.okto-merchant-api.v1+json']);
    assert.deepEqual(body.oktoWallet, { code: 'OKTO:1234567', appUrl: 'okto://pay/1234567' });
    assert.deepEqual((await shop.status(body.statusUrl, '?full')).oktoWallet, body.oktoWallet);

    for (let i = 0; i < 2; i++) assert.equal((await shop.callBack({ ...NOTICE, amount: '12.90' })).status, 200);
    await shop.payments.deliver();
    assert.deepEqual(shop.paid.map(({ payment, key }) => [payment.provider, payment.account, key]), [['okto-wallet', 'DEFAULT', 'payment-1:paid']]);
    assert.equal((await shop.status(body.statusUrl)).status, 'paid');
    await shop.payments.close();
  });

  it('needs no channel where its currencies are named', async () => {
    const shop = openOktoShop({ wallet: { accounts: { DEFAULT: bare }, currencies: ['EUR'] } });
    assert.equal((await shop.create(DRAFT)).status, 201);
    assert.deepEqual((await shop.create({ ...DRAFT, currency: 'RON' })).body.errors.map(({ field }) => field), ['currency']);
    assert.equal('country' in shop.sent[0]!.body, true);
    assert.equal((await shop.create({ ...DRAFT, country: undefined })).status, 201);
    assert.equal('country' in shop.sent[1]!.body, false);
    await shop.payments.close();
  });

  it('chooses the account whose channel offers the amount, else the first', async () => {
    const accounts = { A: { ...ACCOUNT, transactionChannel: 'IT_EUR_1000->8055348521276' }, B: { ...OTHER_ACCOUNT, transactionChannel: 'IT_EUR_2500->4006381333931' } };
    const shop = openOktoShop({ wallet: { accounts } });
    for (const amount of ['25.00', '10.00', '12.90']) assert.equal((await shop.create({ ...DRAFT, amount })).status, 201);
    assert.deepEqual(shop.sent.map(({ body }) => body['merchantId']), ['M-2', 'M-1', 'M-1']);
    await shop.payments.close();
  });

  it('asks for the country where the channel has several', async () => {
    const shop = openOktoShop({ wallet: { accounts: { DEFAULT: { ...ACCOUNT, transactionChannel: 'IT_EUR_1000->8055348521276,GR_EUR_1000->4006381333931' } } } });
    const { body } = await shop.create({ ...DRAFT, country: undefined });
    assert.deepEqual([body.code, body.errors.map(({ field }) => field), shop.sent.length], ['invalid-field', ['country'], 0]);
    await shop.payments.close();
  });

  it('has no terms unless they are set', async () => {
    const shop = openOktoShop({ wallet: { terms: { version: '2026' } } });
    assert.equal((await shop.create(DRAFT)).body.code, 'terms-required');
    await shop.payments.close();
  });

  it('shows a code without an app where there is none', async () => {
    const shop = openOktoShop({ answer: () => ({ qrCode: 'x'.repeat(512) }) });
    const { body } = await shop.create(DRAFT);
    assert.deepEqual(body.oktoWallet, { code: 'x'.repeat(512) });
    assert.equal(body.expiresAt, '2026-11-21T12:15:00.000Z');
    await shop.payments.close();
  });

  for (const [what, answer] of [
    ['no code', { appUrl: 'okto://pay/1' }],
    ['an empty code', { qrCode: '' }],
    ['a blank code', { qrCode: '   ' }],
    ['a code as a number', { qrCode: 1234567 }],
    ['a code of 513 characters', { qrCode: 'x'.repeat(513) }],
    ['a line break in the code', { qrCode: 'OKTO\n1234567' }],
    ['a direction mark in the code', { qrCode: 'OKTO\u202e1234567' }],
    ['an app address that is none', { qrCode: 'x', appUrl: 'open the app' }],
    ['an empty app address', { qrCode: 'x', appUrl: '' }],
    ['an app address that is an object', { qrCode: 'x', appUrl: {} }],
    ['a relative app address', { qrCode: 'x', appUrl: '/pay/1' }],
    ['an app address that runs script', { qrCode: 'x', appUrl: 'javascript:alert(1)' }],
    ['an app address that is a page of its own', { qrCode: 'x', appUrl: 'data:text/html,x' }],
    ['an app address with a user', { qrCode: 'x', appUrl: 'https://okto@evil.example/' }],
    ['an app address without https', { qrCode: 'x', appUrl: 'http://okto.example/' }],
    ['an app address of 2,049 characters', { qrCode: 'x', appUrl: `https://okto.example/${'x'.repeat(2028)}` }],
    ['an expiry without offset', { qrCode: 'x', expiresAt: '2026-11-21 13:00' }],
    ['an expiry that is none', { qrCode: 'x', expiresAt: 'soon' }],
    ['a refusal', new Response('{"error":"no"}', { status: 422 })],
  ] as [string, object][]) {
    it(`OKTO answers ${what}: unavailable, and nothing is shown`, async () => {
      const shop = openOktoShop({ answer: () => answer });
      const { status, body } = await shop.create(DRAFT);
      assert.deepEqual([status, body.code, body.oktoWallet], [422, 'unavailable', undefined]);
      await shop.payments.close();
    });
  }
});
