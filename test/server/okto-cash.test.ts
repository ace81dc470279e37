import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { voucherElements } from '../../src/formats/gs1-pattern.ts';
import { oktoCash, type OktoCashSettings } from '../../src/server.ts';
import { ACCOUNT, ATTEMPT, CASH, KEY, NOTICE, NOTIFICATION, openOktoShop, OTHER_ACCOUNT, PACKAGE, SECRET, type OktoOverrides } from './okto-shop.ts';
import { knownIds } from './shop.ts';

const account = (more: object) => ({ accounts: { DEFAULT: { ...ACCOUNT, ...more } } });
const notification = (more: object) => ({ notification: { ...NOTIFICATION, ...more } });
const channel = (transactionChannel: unknown) => account({ transactionChannel });

describe('the settings of OKTO Cash', () => {
  for (const [what, more, says] of [
    ['no base URL', { baseUrl: undefined }, /baseUrl/],
    ['plain http', { baseUrl: 'http://okto.example' }, /baseUrl/],
    ['no accounts', { accounts: undefined }, /accounts is empty/],
    ['an empty list of accounts', { accounts: {} }, /accounts is empty/],
    ['an account that is none', { accounts: { DEFAULT: null } }, /accounts\.DEFAULT/],
    ['an account without a name', { accounts: { '': ACCOUNT } }, /name of an account/],
    ['no merchantId', account({ merchantId: undefined }), /accounts\.DEFAULT\.merchantId/],
    ['a blank merchantId', account({ merchantId: ' ' }), /accounts\.DEFAULT\.merchantId/],
    ['no secretKey', account({ secretKey: undefined }), /accounts\.DEFAULT\.secretKey/],
    ['a secretKey with a line break', account({ secretKey: 'a\nb' }), /accounts\.DEFAULT\.secretKey/],
    ['no notificationSecret', account({ notificationSecret: undefined }), /accounts\.DEFAULT\.notificationSecret/],
    ['an empty notificationSecret', account({ notificationSecret: '' }), /accounts\.DEFAULT\.notificationSecret/],
    ['a blank notificationSecret', account({ notificationSecret: ' '.repeat(20) }), /notificationSecret/],
    ['a notificationSecret of 15 bytes', account({ notificationSecret: 'x'.repeat(15) }), /16 bytes/],
    ['no notificationSecrets', account({ notificationSecret: [] }), /notificationSecret/],
    ['a short one among several', account({ notificationSecret: [SECRET, 'short'] }), /16 bytes/],
    ['a plain notificationSecret with a comma', { ...account({ notificationSecret: 'twelve,and,more,letters' }), ...notification({ scheme: 'equals' }) }, /comma/],
    ['a second account without a secret', { accounts: { DEFAULT: ACCOUNT, B: { ...OTHER_ACCOUNT, notificationSecret: undefined } } }, /accounts\.B\.notificationSecret/],
    ['requestKyc as text', account({ requestKyc: 'false' }), /accounts\.DEFAULT\.requestKyc/],
    ['no notification', { notification: undefined }, /notification/],
    ['no header', notification({ header: undefined }), /notification\.header/],
    ['a header with a space', notification({ header: 'X Api' }), /notification\.header/],
    ['no scheme', notification({ scheme: undefined }), /notification\.scheme/],
    ['a scheme that is none', notification({ scheme: 'md5' }), /notification\.scheme/],
    ['no name for the currency, where there are two', notification({ fields: { currency: null } }), /notification\.fields\.currency/],
    ['a blank name of what a callback says', notification({ fields: { payee: ' ' } }), /notification\.fields\.payee/],
    ['no name for the amount', notification({ fields: { amount: null } }), /notification\.fields\.amount/],
    ['a name that is a number', notification({ fields: { status: 7 } }), /notification\.fields\.status/],
    ['a name of what no callback says', notification({ fields: { merchant: 'shop' } }), /notification\.fields\.merchant is none of attempt, .*payee/],
    ['a name of every object\'s', notification({ fields: { toString: 'shop' } }), /notification\.fields\.toString/],
    ['no name for the payment code', { create: { answer: { paymentCode: null } } }, /create\.answer\.paymentCode/],
    ['a blank name of what is sent', { create: { fields: { amount: '' } } }, /create\.fields\.amount/],
    ['a name of what is not sent', { create: { fields: { sku: 'sku' } } }, /create\.fields\.sku/],
    ['no statuses', { statuses: undefined }, /statuses/],
    ['empty statuses', { statuses: {} }, /statuses/],
    ['a word that is none', { statuses: { PAID: 'done' } }, /statuses/],
    ['no channel', channel(undefined), /accounts\.DEFAULT\.transactionChannel/],
    ['a blank channel', channel(' '), /accounts\.DEFAULT\.transactionChannel/],
    ['an entry without a package', channel(`IT_EUR_1000->${PACKAGE},IT_EUR_2500`), /"IT_EUR_2500" is not/],
    ['an entry that ends with a comma', channel(`IT_EUR_1000->${PACKAGE},`), /"" is not/],
    ['an entry in small letters', channel(`it_eur_1000->${PACKAGE}`), /"it_eur_1000->\d+" is not/],
    ['an amount with a period', channel(`IT_EUR_10.00->${PACKAGE}`), /"IT_EUR_10\.00->\d+" is not/],
    ['an amount of nothing', channel(`IT_EUR_0->${PACKAGE}`), /"IT_EUR_0->\d+" is not/],
    ['an arrow the other way', channel(`IT_EUR_1000<-${PACKAGE}`), /is not Country_Currency_Amount/],
    ['an entry twice', channel(`IT_EUR_1000->${PACKAGE},IT_EUR_1000->4006381333931`), /"IT_EUR_1000->4006381333931" is there twice/],
    ['a package id with a wrong check digit', channel('IT_EUR_1000->8055348521277'), /"IT_EUR_1000->8055348521277".*check digit/],
    ['a package id of 12 digits', channel('IT_EUR_1000->805534852127'), /13 or 14 digits/],
    ['a pattern with one marker', { gs1Pattern: '010{packageId}21' }, /gs1Pattern/],
    ['a pattern with one %s', { gs1Pattern: '010%s211000000000000' }, /gs1Pattern/],
    ['a pattern with three markers', { gs1Pattern: '010%s21%s10%s' }, /gs1Pattern/],
    ['a pattern of no application identifier', { gs1Pattern: '040{packageId}21{paymentCode}' }, /gs1Pattern/],
    ['a pattern that breaks the check digit', { gs1Pattern: '011{packageId}21{paymentCode}' }, /gs1Pattern/],
    ['a pattern that is a number', { gs1Pattern: 1 }, /gs1Pattern/],
    ['testMode as text', { testMode: 'false' }, /testMode/],
    ['a blank descriptor', { descriptor: ' ' }, /descriptor/],
    ['a descriptor with a line break', { descriptor: 'a\nb' }, /descriptor/],
    ['amounts that are none', { amounts: 'minor' }, /amounts/],
    ['terms without a version', { terms: {} }, /terms/],
    ['no terms', { terms: false }, /terms/],
    ['an account that is no function', { account: 'DEFAULT' }, /account must be/],
    ['no time to pay', { expiresInSeconds: 0 }, /expiresInSeconds/],
  ] as [string, object, RegExp][]) {
    it(`${what}: does not start, and says which setting`, () => {
      assert.throws(() => oktoCash({ ...CASH, ...more } as OktoCashSettings), (error: Error) => {
        assert.ok(error instanceof TypeError, String(error));
        assert.match(error.message, /^oktoCash: /);
        assert.match(error.message, says);
        assert.equal(!error.message.includes(SECRET) && !error.message.includes(KEY), true);
        return true;
      });
    });
  }

  it('warns when a notification secret is the secret key', () => {
    const warnings: string[] = [];
    oktoCash({ ...CASH, ...account({ notificationSecret: [SECRET, KEY] }), warn: (message) => void warnings.push(message) });
    assert.match(warnings.join(), /^paytags: oktoCash: accounts\.DEFAULT: the notification secret is the secret key/);
    assert.equal(!warnings[0]!.includes(KEY), true);
  });
});

describe('OKTO Cash', () => {
  it('asks OKTO for a payment as was agreed, and shows what makes the barcode', async () => {
    const shop = openOktoShop({ ids: knownIds(ATTEMPT), cash: { descriptor: 'My shop', testMode: true } });
    const { status, body } = await shop.create();
    assert.equal(status, 201);
    assert.deepEqual(shop.sent.map(({ url, method, body }) => ({ url, method, body })), [
      {
        url: 'https://okto.example/api/integration/cash',
        method: 'POST',
        body: {
          externalId: ATTEMPT, merchantId: 'M-1', packageId: PACKAGE, amount: '10.00', currency: 'EUR', country: 'IT',
          descriptor: 'My shop', testMode: true, description: 'ORD-7', callbackUrl: 'https://shop.example/callbacks/okto',
        },
      },
    ]);
    const { authorization, accept, 'content-type': type } = shop.sent[0]!.headers;
    assert.deepEqual([authorization, accept, type], [`Bearer ${KEY}`, 'application/vnd.okto-merchant-api.v1+json', 'application/json']);
    assert.deepEqual(body.oktoCash, { packageId: PACKAGE, paymentCode: '1234567', gs1Pattern: '010{packageId}211000000000000{paymentCode}' });
    assert.equal(body.expiresAt, '2026-11-21T13:00:00.000Z');
    assert.deepEqual((await shop.status(body.statusUrl, '?full')).oktoCash, body.oktoCash);
    assert.equal(JSON.stringify(await shop.status(body.statusUrl)).includes('okto'), false);
    assert.deepEqual(shop.warnings, []);
    await shop.payments.close();
  });

  it('leaves out a descriptor that there is none of, and says that it is no test', async () => {
    const shop = openOktoShop();
    await shop.create();
    assert.equal('descriptor' in shop.sent[0]!.body, false);
    assert.equal(shop.sent[0]!.body['testMode'], false);
    await shop.payments.close();
  });

  it('is paid once, however often it is told', async () => {
    const shop = openOktoShop({ ids: knownIds(ATTEMPT) });
    const { body } = await shop.create();
    for (let i = 0; i < 3; i++) assert.equal((await shop.callBack({ ...NOTICE, eventId: `e-${i % 2}` })).status, 200);
    await shop.payments.deliver();
    await shop.payments.deliver();
    const told = shop.paid.map(({ payment: { status, method, provider, account }, key }) => [status, method, provider, account, key]);
    assert.deepEqual(told, [['paid', 'oktoCash', 'okto-cash', 'DEFAULT', 'payment-1:paid']]);
    assert.equal((await shop.status(body.statusUrl)).status, 'paid');
    await shop.payments.close();
  });

  it('says names, path and amounts as the merchant was told', async () => {
    const shop = openOktoShop({
      ids: knownIds(ATTEMPT),
      cash: {
        amounts: 'minor-number',
        create: {
          path: '/v2/vouchers',
          fields: { attempt: 'ref', merchantId: null, packageId: 'sku', amount: 'cents', country: null, testMode: null, reference: 'order', callbackUrl: null },
          answer: { packageId: 'data.sku', paymentCode: 'data.code', expiresAt: 'data.until' },
        },
        notification: { ...NOTIFICATION, fields: { attempt: 'data.ref', status: 'data.state', amount: 'data.cents', payee: 'data.shop' } },
      },
      answer: () => ({ data: { sku: PACKAGE, code: '7654321', until: '2026-11-22T12:00:00+01:00' } }),
    });
    const { body } = await shop.create();
    assert.equal(shop.sent[0]!.url, 'https://okto.example/v2/vouchers');
    assert.deepEqual(shop.sent[0]!.body, { ref: ATTEMPT, sku: PACKAGE, cents: 1000, currency: 'EUR', order: 'ORD-7' });
    assert.deepEqual([body.oktoCash.paymentCode, body.expiresAt], ['7654321', '2026-11-22T11:00:00.000Z']);
    await shop.callBack({ data: { ref: ATTEMPT, state: 'PAID', cents: 1000, shop: 'M-1' }, currency: 'EUR' });
    assert.equal((await shop.status(body.statusUrl)).status, 'paid');
    await shop.payments.close();
  });

  it('takes either notation of the pattern, and any GS1 pattern', async () => {
    for (const gs1Pattern of ['010%s211000000000000%s', '(01)0{packageId}(21){paymentCode}', '17261231010{packageId}21{paymentCode}']) {
      const shop = openOktoShop({ cash: { gs1Pattern } });
      const { oktoCash } = (await shop.create()).body;
      assert.equal(oktoCash.gs1Pattern, gs1Pattern);
      assert.ok(voucherElements(oktoCash).some(({ ai, value }) => ai === '01' && value === `0${PACKAGE}`));
      await shop.payments.close();
    }
  });

  it('a package id that is answered as a number is the same', async () => {
    const shop = openOktoShop({ answer: () => ({ packageId: Number(PACKAGE), paymentCode: '1234567' }) });
    assert.equal((await shop.create()).body.oktoCash.packageId, PACKAGE);
    await shop.payments.close();
  });

  for (const [what, answer] of [
    ['another package', { packageId: '4006381333931', paymentCode: '1234567' }],
    ['another package as a number', { packageId: 4006381333931, paymentCode: '1234567' }],
    ['no package', { paymentCode: '1234567' }],
    ['no payment code', { packageId: PACKAGE }],
    ['an empty payment code', { packageId: PACKAGE, paymentCode: '' }],
    ['a payment code as a number', { packageId: PACKAGE, paymentCode: 1234567 }],
    ['a payment code that is too long', { packageId: PACKAGE, paymentCode: '12345678' }],
    ['a control character', { packageId: PACKAGE, paymentCode: '123\u001d456' }],
    ['a replacement pattern', { packageId: PACKAGE, paymentCode: '$&' }],
    ['a marker', { packageId: PACKAGE, paymentCode: '%s' }],
    ['an expiry that is none', { packageId: PACKAGE, paymentCode: '1234567', expiresAt: 'soon' }],
    ['an expiry that is a number of seconds', { packageId: PACKAGE, paymentCode: '1234567', expiresAt: 900 }],
    ['an expiry that is another time on another machine', { packageId: PACKAGE, paymentCode: '1234567', expiresAt: '2026-11-21T13:00:00' }],
    ['an expiry that is a list', { packageId: PACKAGE, paymentCode: '1234567', expiresAt: [] }],
    ['nothing', {}],
    ['a failure', new Response('{}', { status: 500 })],
    ['no JSON', new Response('<html>')],
    ['a list', new Response('[]')],
    ['a key twice', new Response(`{"packageId":"${PACKAGE}","paymentCode":"1","paymentCode":"2"}`)],
  ] as [string, object][]) {
    it(`OKTO answers ${what}: unavailable, and nothing is shown`, async () => {
      const shop = openOktoShop({ answer: () => answer });
      const key = { 'Idempotency-Key': 'one-press-of-the-shopper' };
      const { status, body } = await shop.create({}, key);
      assert.deepEqual([status, body.code, body.oktoCash], [422, 'unavailable', undefined]);
      assert.equal(shop.seen.filter(({ type }) => type === 'provider-failed').length, 1);
      assert.equal((await shop.create({}, key)).body.code, 'unavailable');
      assert.equal(shop.sent.length, 1);
      await shop.payments.close();
    });
  }
});

describe('which account takes a payment', () => {
  const accounts = { ITALY: { ...ACCOUNT, transactionChannel: `IT_EUR_1000->${PACKAGE}` }, GREECE: { ...OTHER_ACCOUNT, transactionChannel: 'GR_EUR_5000->4006381333931' } };
  const both = { A: ACCOUNT, B: OTHER_ACCOUNT };
  for (const [what, cash, draft, merchantId] of [
    ['the first that offers country and amount', { accounts }, { country: 'IT' }, 'M-1'],
    ['the second, where only that one offers them', { accounts }, { country: 'GR', amount: '50.00' }, 'M-2'],
    ['the one whose only country has the amount', { accounts }, { country: undefined, amount: '50.00' }, 'M-2'],
    ['the first of two that offer them', { accounts: both }, {}, 'M-1'],
    ['the chosen one', { accounts: both, account: () => 'B' }, {}, 'M-2'],
    ['the one chosen by and by', { accounts: both, account: async (draft: { reference?: string }) => (draft.reference === 'ORD-7' ? 'B' : 'A') }, {}, 'M-2'],
    ['the default one, where nobody has chosen', { accounts: both, account: () => undefined }, {}, 'M-1'],
  ] as [string, Partial<OktoCashSettings>, object, string][]) {
    it(what, async () => {
      const shop = openOktoShop({ cash });
      assert.equal((await shop.create(draft)).status, 201);
      const { body, headers } = shop.sent[0]!;
      const { secretKey } = merchantId === 'M-1' ? ACCOUNT : OTHER_ACCOUNT;
      assert.deepEqual([body['merchantId'], headers['authorization']], [merchantId, `Bearer ${secretKey}`]);
      await shop.payments.close();
    });
  }

  for (const [what, account] of [
    ['one that is not there', () => 'C'],
    ['a key of every object', () => '__proto__'],
    ['an error', () => { throw new Error('no'); }],
  ] as [string, () => string][]) {
    it(`${what}: unavailable, and OKTO is not asked`, async () => {
      const shop = openOktoShop({ cash: { accounts: both, account } });
      assert.equal((await shop.create()).body.code, 'unavailable');
      assert.equal(shop.sent.length, 0);
      assert.equal(shop.warnings.length, 1);
      await shop.payments.close();
    });
  }
});

describe('what can be paid', () => {
  const refusal = async (draft: object, overrides: OktoOverrides = {}, headers = {}) => {
    const shop = openOktoShop(overrides);
    const { status, body } = await shop.create(draft, headers);
    assert.equal(status, 422);
    assert.equal(shop.sent.length, 0);
    assert.deepEqual(shop.seen.map(({ type }) => type), ['create-refused']);
    await shop.payments.close();
    return body;
  };

  it('an amount without a package is refused before any request, with those on offer', async () => {
    const { code, message, errors } = await refusal({ amount: '12.90' });
    assert.deepEqual([code, message], ['amount-not-offered', 'This amount cannot be paid this way.']);
    assert.deepEqual(errors, [{ field: 'amount', message: 'You can pay €10.00 or €25.00.' }]);
  });

  it('and in Portuguese', async () => {
    const { errors } = await refusal({ amount: '12.90' }, {}, { 'Accept-Language': 'pt-PT,pt;q=0.9' });
    assert.equal(errors[0]!.message.replace(/\s/g, ' '), 'Você pode pagar € 10,00 ou € 25,00.');
  });

  it('the amounts of every account are on offer, the smallest first and each once', async () => {
    const B = { ...OTHER_ACCOUNT, transactionChannel: 'IT_EUR_10000->5901234123457,IT_EUR_500->4006381333931,IT_EUR_1000->8055348521276,DE_EUR_700->5901234123457' };
    const { errors } = await refusal({ amount: '12.90' }, { cash: { accounts: { A: ACCOUNT, B } } });
    assert.equal(errors[0]!.message, 'You can pay €5.00, €10.00, €25.00, or €100.00.');
  });

  for (const [what, draft, order, code, field] of [
    ['a cent more', { amount: '10.01' }, {}, 'amount-not-offered', 'amount'],
    ['a hundredfold', { amount: '1000.00' }, {}, 'amount-not-offered', 'amount'],
    ['the right amount of another country', { amount: '20.00', country: 'IT' }, {}, 'amount-not-offered', 'amount'],
    ['a country without packages', { country: 'DE' }, {}, 'amount-not-offered', 'amount'],
    ['a currency without packages', { currency: 'USD' }, {}, 'invalid-field', 'currency'],
    ['the right amount, but another price', {}, { amount: '11.00' }, 'amount-not-offered', 'amount'],
  ] as const) {
    it(`${what}: ${code}`, async () => {
      const body = await refusal(draft, { order: ({ amount = '10.00', currency, reference }) => ({ amount, currency, reference, ...order }) });
      assert.deepEqual([body.code, body.errors.map(({ field }) => field)], [code, [field]]);
    });
  }

  const BOTH = `${ACCOUNT.transactionChannel},DE_EUR_1000->4006381333931`;
  for (const [what, draft, country, transactionChannel, sent] of [
    ['the page\'s', 'DE', undefined, BOTH, 'DE'],
    ['the server\'s', undefined, 'DE', BOTH, 'DE'],
    ['the server\'s, whatever the page says', 'IT', 'DE', BOTH, 'DE'],
    ['the only one that takes the currency', undefined, undefined, ACCOUNT.transactionChannel, 'IT'],
  ] as const) {
    it(`the country is ${what}`, async () => {
      const shop = openOktoShop({
        cash: { accounts: { DEFAULT: { ...ACCOUNT, transactionChannel } } },
        order: ({ currency }) => ({ amount: '10', currency, country }),
      });
      assert.equal((await shop.create({ country: draft })).status, 201);
      assert.equal(shop.sent[0]!.body['country'], sent);
      assert.equal(shop.sent[0]!.body['packageId'], sent === 'DE' ? '4006381333931' : PACKAGE);
      await shop.payments.close();
    });
  }

  it('a press that is repeated gives no voucher of another country', async () => {
    let country: string | undefined = 'IT';
    const shop = openOktoShop({ order: () => ({ amount: '10.00', currency: 'EUR', reference: 'ORD-7', country }) });
    const key = { 'Idempotency-Key': 'one-press-of-the-shopper' };
    const { body } = await shop.create({}, key);
    for (const [now, id] of [['IT', body.id], [undefined, body.id], ['DE', undefined]] as const) {
      country = now;
      assert.equal((await shop.create({}, key)).body.id, id, now);
    }
    assert.equal(shop.sent.length, 1);
    await shop.payments.close();
  });

  it('where there are several countries and none was said, it is asked for', async () => {
    const { code, errors } = await refusal({ country: undefined }, { cash: { accounts: { DEFAULT: { ...ACCOUNT, transactionChannel: BOTH } } } });
    assert.deepEqual([code, errors], ['invalid-field', [{ field: 'country', message: 'Please say in which country you pay.' }]]);
  });
});
