import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { createOktoSandbox, type OktoSandboxOptions } from '../../src/sandbox.ts';
import { createPayments, oktoCash, oktoWallet, registerOktoWebhook, type MerchantPayment, type OktoWalletSettings } from '../../src/server.ts';
import { sqliteStore } from '../../src/server/stores/sqlite.ts';
import { BOOKS, GAMES, START } from './okto-side.ts';

/** A shop with cash for one account and the wallet for another, and OKTO's side of both; nothing between them is replaced. */
function openShop(options: Partial<OktoSandboxOptions> = {}, statuses?: OktoWalletSettings['statuses']) {
  const ended: MerchantPayment[] = [];
  const sandbox = createOktoSandbox({
    baseUrl: 'https://okto.example',
    accounts: { games: GAMES, books: BOOKS },
    notification: { header: 'x-api-key', scheme: 'equals' },
    descriptor: 'Example Games',
    now: () => new Date(START),
    fetch: (request) => payments.handle(request),
    wait: async () => {},
    ...options,
  });
  const warn = () => {};
  const { accounts, ...agreed } = sandbox.settings;
  const settings = { ...agreed, statuses: statuses ?? agreed.statuses };
  const payments = createPayments({
    store: sqliteStore(':memory:'),
    providers: [
      oktoCash({ ...settings, accounts: { games: accounts['games']! }, warn }),
      oktoWallet({ ...settings, accounts: { books: accounts['books']! }, currencies: ['EUR'], descriptor: 'Example Books', warn }),
    ],
    publicUrl: 'https://shop.example/payments',
    order: ({ amount = '24.90', reference }) => ({ amount, currency: 'EUR', reference, country: 'IT' }),
    onPaid: (payment) => void ended.push(payment),
    onReview: (payment) => void ended.push(payment),
    now: () => new Date(START),
    warn,
  });
  const create = async (draft: object) => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
    const request = new Request('https://shop.example/payments', { method: 'POST', headers, body: JSON.stringify({ currency: 'EUR', reference: 'ORD-1', ...draft }) });
    const answer = (await (await payments.handle(request)).json()) as {
      code?: string;
      statusUrl: string;
      oktoCash: { packageId: string; paymentCode: string };
      oktoWallet: { code: string; appUrl: string };
    };
    const status = async () => {
      await sandbox.settled();
      const json: unknown = await (await payments.handle(new Request(new URL(answer.statusUrl, 'https://shop.example')))).json();
      return json as { status: string; refundedAmount?: string };
    };
    return { answer, status };
  };
  return { sandbox, payments, create, ended };
}

const CASH = { method: 'oktoCash', amount: '10.00', termsAcceptedAt: new Date(START).toISOString() };
const WALLET = { method: 'oktoWallet', amount: '24.90' };

describe('a shop that takes OKTO Cash from the sandbox', () => {
  for (const [what, acts, status] of [
    ['the clerk takes the cash', ['pay'], 'paid'],
    ['the clerk refuses', ['refuse'], 'failed'],
    ['the time is over', ['expire'], 'expired'],
    ['the cash comes late', ['expire', 'payLate'], 'paid'],
    ['it takes a while', ['keepWaiting'], 'processing'],
    ['it is told twice', ['pay', 'callBackAgain'], 'paid'],
  ] as const) {
    it(`${what}: ${status}`, async () => {
      const shop = openShop();
      const payment = await shop.create(CASH);
      for (const act of acts) {
        shop.sandbox.counter[act](payment.answer.oktoCash.paymentCode);
        await shop.sandbox.settled();
      }
      assert.equal((await payment.status()).status, status);
    });
  }

  it('looks at another amount than was asked', async () => {
    const shop = openShop();
    const payment = await shop.create(CASH);
    shop.sandbox.counter.pay(payment.answer.oktoCash.paymentCode, '9.00');
    assert.equal((await payment.status()).status, 'processing');
    await shop.payments.deliver();
    assert.deepEqual(shop.ended.map(({ review }) => review), ['amount']);
  });

  it('finds a pattern of the merchant\'s own at the counter', async () => {
    const shop = openShop({ cash: { gs1Pattern: '(21)%s(01)0%s'.replace(/%s/, '{paymentCode}').replace('%s', '{packageId}') } });
    const { packageId, paymentCode } = (await shop.create(CASH)).answer.oktoCash;
    assert.equal(shop.sandbox.counter.read(`]C121${paymentCode}\x1d010${packageId}`).shop, 'Example Games');
  });
});

describe('a shop that takes OKTO Wallet from the sandbox', () => {
  for (const [what, acts, status] of [
    ['approved', ['approve'], 'paid'],
    ['declined', ['decline'], 'failed'],
    ['expired', ['expire'], 'expired'],
    ['approved late', ['expire', 'approveLate'], 'paid'],
    ['refunded', ['approve', 'refund'], 'refunded'],
  ] as const) {
    it(`${what}: ${status}`, async () => {
      const shop = openShop({ notification: { header: 'x-okto', scheme: 'hmac-sha256' } });
      const payment = await shop.create(WALLET);
      assert.equal(shop.sandbox.app.read(payment.answer.oktoWallet.code).shop, 'Example Books');
      for (const act of acts) {
        shop.sandbox.app[act](payment.answer.oktoWallet.code);
        await shop.sandbox.settled();
      }
      assert.equal((await payment.status()).status, status);
    });
  }

  it('hears the words that are agreed, and those alone', async () => {
    const words = { CONFIRMED: 'DONE', IN_PROCESS: 'ON_ITS_WAY' };
    for (const [statuses, ends] of [[undefined, ['processing', 'paid']], [{ CONFIRMED: 'paid', IN_PROCESS: 'processing' }, ['pending', 'pending']]] as const) {
      const shop = openShop({ words }, statuses);
      const payment = await shop.create(WALLET);
      shop.sandbox.app.keepWaiting(payment.answer.oktoWallet.code);
      const first = (await payment.status()).status;
      shop.sandbox.app.approve(payment.answer.oktoWallet.code);
      assert.deepEqual([first, (await payment.status()).status], ends);
    }
  });

  it('hears how much was given back', async () => {
    const shop = openShop();
    const payment = await shop.create(WALLET);
    shop.sandbox.app.approve(payment.answer.oktoWallet.code);
    await shop.sandbox.settled();
    shop.sandbox.app.refund(payment.answer.oktoWallet.code, '4.90');
    const { status, refundedAmount } = await payment.status();
    assert.deepEqual([status, refundedAmount], ['paid', '4.90']);
  });
});

it('an account that wants its payers looked at says so in the settings of the shop', () => {
  const { settings } = createOktoSandbox({ baseUrl: 'https://okto.example', accounts: { games: { ...GAMES, requestKyc: true } }, notification: { header: 'x-api-key', scheme: 'equals' } });
  const options = { providers: [oktoCash(settings)], publicUrl: 'https://shop.example/payments', order: () => ({ amount: '10.00', currency: 'EUR' }), onPaid: () => {} };
  assert.throws(() => createPayments({ ...options, store: sqliteStore(':memory:') }), /kyc is required/);
});

describe('the webhook call of a shop', () => {
  it('is understood by the sandbox, and a wrong key is not', async () => {
    const { sandbox } = openShop();
    const told: string[] = [];
    sandbox.onEvent(({ type }) => told.push(type));
    const { baseUrl, fetch } = sandbox.settings;
    const webhook = { baseUrl, fetch, secretKey: GAMES.secretKey, url: 'https://shop.example/callbacks/okto', apiKey: 'another-notification-secret' };
    await registerOktoWebhook(webhook);
    await assert.rejects(registerOktoWebhook({ ...webhook, secretKey: 'another' }), { code: 'http-401' });
    assert.deepEqual(told, ['callbacks-registered']);
  });
});
