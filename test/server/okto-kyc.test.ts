import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refusal, type Kyc } from '../../src/server.ts';
import { ACCOUNT, openOktoShop, OTHER_ACCOUNT, PACKAGE, type OktoOverrides } from './okto-shop.ts';

const STRICT = { accounts: { DEFAULT: { ...ACCOUNT, requestKyc: true } } };
const PAYER = { name: 'Ada Lovelace', email: 'ada@example.com', cpf: '051.233.865-56' };
const asking = (kyc: unknown, more: OktoOverrides = {}) => openOktoShop({ cash: STRICT, kyc: kyc as Kyc, ...more });

describe('what the shop knows of its payers', () => {
  it('is asked before OKTO is, with the payer and what the payment is', async () => {
    const asked: unknown[] = [];
    const shop = asking(
      (payer: unknown, about: unknown) => {
        asked.push([payer, about, shop.sent.length]);
        return 'ok';
      },
      { order: ({ amount = '10.00', currency, reference }) => ({ amount, currency, reference, customer: 'customer-1' }) },
    );
    assert.equal((await shop.create({ payer: PAYER })).status, 201);
    const about = { provider: 'okto-cash', account: 'DEFAULT', amount: '10.00', currency: 'EUR', country: 'IT', reference: 'ORD-7', customer: 'customer-1' };
    assert.deepEqual(asked, [[{ ...PAYER, cpf: '05123386556' }, about, 0]]);
    assert.equal(shop.sent.length, 1);
    await shop.payments.close();
  });

  it('may be said by and by', async () => {
    const shop = asking(async () => 'ok');
    assert.equal((await shop.create()).status, 201);
    await shop.payments.close();
  });

  it('refused: told as refused, without a word why', async () => {
    const shop = asking(() => 'refused');
    const { status, body } = await shop.create({ payer: PAYER });
    assert.deepEqual([status, body.code, body.message, body.errors], [422, 'refused', 'This payment cannot be started.', []]);
    assert.equal(shop.sent.length, 0);
    await shop.payments.close();
  });

  it('missing fields: asked for, each once, and then it goes on', async () => {
    const shop = asking(({ phone }: { phone?: string }) => (phone ? 'ok' : { missing: ['phone', 'name', 'phone'] }));
    const { status, body } = await shop.create();
    assert.deepEqual([status, body.code, body.message], [422, 'kyc-required', 'A few more details are needed for this payment.']);
    assert.deepEqual(body.errors, [{ field: 'phone', message: 'Your phone number is needed.' }, { field: 'name', message: 'Your full name is needed.' }]);
    assert.equal(shop.sent.length, 0);
    assert.equal((await shop.create({ payer: { phone: '+39 06 1234' } })).status, 201);
    await shop.payments.close();
  });

  it('is told in Portuguese', async () => {
    const shop = asking(() => ({ missing: ['phone'] }));
    assert.equal((await shop.create({}, { 'Accept-Language': 'pt' })).body.message, 'Faltam alguns dados para este pagamento.');
    await shop.payments.close();
  });

  for (const [what, kyc] of [
    ['true', () => true],
    ['undefined', () => undefined],
    ['null', () => null],
    ['OK', () => 'OK'],
    ['an empty text', () => ''],
    ['an object', () => ({ ok: true })],
    ['no missing field', () => ({ missing: [] })],
    ['a missing field that is none', () => ({ missing: ['passport'] })],
    ['a key of every object', () => ({ missing: ['__proto__'] })],
    ['missing fields that are no list', () => ({ missing: 'phone' })],
    ['a list', () => ['ok']],
    ['an error', () => { throw new Error(PAYER.name); }],
    ['undefined, thrown', () => { throw undefined; }],
    ['a refusal', () => { throw new Refusal('refused', PAYER.name); }],
    ['a rejection', () => Promise.reject(new Error(PAYER.name))],
  ] as [string, () => unknown][]) {
    it(`${what}: unavailable, never ok`, async () => {
      const shop = asking(kyc);
      const { status, body } = await shop.create({ payer: PAYER });
      assert.deepEqual([status, body.code, shop.sent.length], [422, 'unavailable', 0]);
      assert.equal(shop.warnings.length, 1);
      assert.equal(JSON.stringify([shop.warnings, shop.seen, body]).includes(PAYER.name), false);
      await shop.payments.close();
    });
  }

  it('no answer within ten seconds: unavailable', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const shop = asking(() => new Promise(() => {}));
    let isAnswered = false;
    const answer = shop.create().finally(() => (isAnswered = true));
    for (let i = 0; i < 200 && !isAnswered; i++) {
      await new Promise((resolve) => setImmediate(resolve));
      context.mock.timers.tick(1000);
    }
    const { body } = await answer;
    assert.deepEqual([body.code, shop.sent.length], ['unavailable', 0]);
    context.mock.timers.reset();
    await shop.payments.close();
  });

  it('is not asked before amount and terms are in order, nor again for a press that is repeated', async () => {
    let asked = 0;
    const shop = asking(() => (asked++, 'ok'));
    await shop.create({ amount: '12.90' });
    await shop.create({ termsAcceptedAt: undefined });
    assert.equal(asked, 0);
    const key = { 'Idempotency-Key': 'one-press-of-the-shopper' };
    await Promise.all([shop.create({}, key), shop.create({}, key)]);
    await shop.create({}, key);
    assert.equal(asked, 1);
    await shop.payments.close();
  });

  it('is not asked for an account that does not want it', async () => {
    const accounts = { STRICT: { ...ACCOUNT, requestKyc: true }, FREE: { ...OTHER_ACCOUNT, requestKyc: false } };
    for (const [name, code] of [['STRICT', 'refused'], ['FREE', undefined]] as const) {
      const shop = asking(() => 'refused', { cash: { accounts, account: () => name } });
      assert.equal((await shop.create()).body.code, code);
      await shop.payments.close();
    }
    const unset = openOktoShop({ kyc: () => 'refused' });
    assert.equal((await unset.create()).status, 201);
    await unset.payments.close();
  });

  it('is not gone around by a country that only the page names', async () => {
    const accounts = {
      STRICT: { ...ACCOUNT, requestKyc: true, transactionChannel: `IT_EUR_1000->${PACKAGE}` },
      FREE: { ...OTHER_ACCOUNT, transactionChannel: 'GR_EUR_1000->4006381333931' },
    };
    for (const [country, claim, account, code] of [
      [undefined, 'GR', undefined, 'refused'],
      [undefined, 'IT', undefined, 'refused'],
      ['GR', 'IT', undefined, undefined],
      ['IT', 'GR', undefined, 'refused'],
      [undefined, 'GR', 'FREE', undefined],
    ] as const) {
      for (const method of ['oktoCash', 'oktoWallet']) {
        const order = () => ({ amount: '10.00', currency: 'EUR', country });
        const settings = { accounts, account: () => account };
        const shop = asking(() => 'refused', { cash: settings, wallet: settings, order });
        assert.equal((await shop.create({ method, country: claim })).body.code, code, `${method} ${country} ${claim} ${account}`);
        await shop.payments.close();
      }
    }
  });

  it('is asked for a wallet too', async () => {
    const shop = openOktoShop({ wallet: STRICT, kyc: () => 'refused' });
    assert.equal((await shop.create({ method: 'oktoWallet' })).body.code, 'refused');
    assert.equal((await shop.create()).status, 201);
    await shop.payments.close();
  });

  it('without it, an account that wants it does not start', () => {
    for (const overrides of [{ cash: STRICT }, { wallet: STRICT }, { cash: STRICT, kyc: 'ok' }]) {
      assert.throws(() => openOktoShop(overrides as OktoOverrides), (error: Error) => error instanceof TypeError && /kyc/.test(error.message));
    }
  });
});
