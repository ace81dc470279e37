import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, it } from 'node:test';
import { elementString } from '../../src/formats/gs1.ts';
import { voucherElements } from '../../src/formats/gs1-pattern.ts';
import { createOktoSandbox } from '../../src/sandbox.ts';
import { oktoCash, oktoWallet, registerOktoWebhook, type OktoCashSettings } from '../../src/server.ts';
import { ACCOUNT, openOktoShop, OTHER_ACCOUNT, type OktoOverrides } from './okto-shop.ts';

/** A shop and OKTO's own side, each with the other's settings. */
function openBoth({ cash, ...overrides }: OktoOverrides = {}, scheme: 'equals' | 'hmac-sha256' = 'equals') {
  const accounts = { A: ACCOUNT, B: OTHER_ACCOUNT };
  const sandbox = createOktoSandbox({
    baseUrl: 'https://okto.example',
    accounts,
    notification: { header: 'X-Api-Key', scheme },
    descriptor: 'My shop',
    now: () => new Date(shop.clock.time),
    wait: async () => {},
    fetch: (request) => shop.payments.handle(request),
  });
  const settings = { ...sandbox.settings, warn: () => {} };
  const shop = openOktoShop({ providers: [oktoCash({ ...settings, ...cash } as OktoCashSettings), oktoWallet(settings)], ...overrides });
  const told = async (statusUrl: string) => (await shop.status(statusUrl)).status;
  return { ...shop, sandbox, told };
}

describe('a shop and OKTO\'s own side', () => {
  for (const scheme of ['equals', 'hmac-sha256'] as const) {
    it(`cash at the counter, by ${scheme}: the till reads the barcode, and the order is delivered once`, async () => {
      const both = openBoth({}, scheme);
      const { body } = await both.create();
      const scan = elementString(voucherElements(body.oktoCash));
      assert.equal(both.sandbox.counter.read(scan).amount, '10.00');
      both.sandbox.counter.pay(scan);
      await both.sandbox.settled();
      both.sandbox.counter.callBackAgain(scan);
      await both.sandbox.settled();
      await both.payments.deliver();
      assert.deepEqual([await both.told(body.statusUrl), both.paid.map(({ payment }) => payment.provider)], ['paid', ['okto-cash']]);
      await both.payments.close();
    });

    it(`approved in the app, by ${scheme}, then given back`, async () => {
      const both = openBoth({}, scheme);
      const { body } = await both.create({ method: 'oktoWallet', amount: '12.90' });
      const { code } = body.oktoWallet;
      both.sandbox.app.approve(code);
      await both.sandbox.settled();
      await both.payments.deliver();
      assert.deepEqual([await both.told(body.statusUrl), both.paid.map(({ payment }) => payment.provider)], ['paid', ['okto-wallet']]);
      both.sandbox.app.refund(code);
      await both.sandbox.settled();
      assert.equal(await both.told(body.statusUrl), 'refunded');
      await both.payments.close();
    });
  }

  it('another amount in the till, a refusal, a wait, an end, and cash that comes late', async () => {
    for (const [act, end] of [
      [(scan: string, { counter }: ReturnType<typeof openBoth>['sandbox']) => counter.pay(scan, '9.00'), 'processing'],
      [(scan: string, { counter }: ReturnType<typeof openBoth>['sandbox']) => counter.refuse(scan), 'failed'],
      [(scan: string, { counter }: ReturnType<typeof openBoth>['sandbox']) => counter.keepWaiting(scan), 'processing'],
      [(scan: string, { counter }: ReturnType<typeof openBoth>['sandbox']) => counter.expire(scan), 'expired'],
      [(scan: string, { counter }: ReturnType<typeof openBoth>['sandbox']) => (counter.expire(scan), counter.payLate(scan)), 'paid'],
    ] as const) {
      const both = openBoth();
      const { body } = await both.create();
      act(body.oktoCash.paymentCode, both.sandbox);
      await both.sandbox.settled();
      assert.equal(await both.told(body.statusUrl), end);
      await both.payments.close();
    }
  });

  it('the webhook call gives OKTO another secret, which the shop takes beside the old one', async () => {
    const accounts = { A: { ...ACCOUNT, notificationSecret: ['the-new-secret-of-the-shop', ACCOUNT.notificationSecret] }, B: OTHER_ACCOUNT };
    for (const [cash, end] of [[{ accounts }, 'paid'], [{}, 'pending']] as const) {
      const both = openBoth({ cash });
      const { body } = await both.create();
      const webhook = { baseUrl: 'https://okto.example', secretKey: ACCOUNT.secretKey, url: 'https://shop.example/callbacks/okto', apiKey: 'the-new-secret-of-the-shop' };
      await registerOktoWebhook({ ...webhook, fetch: both.sandbox.handle });
      both.sandbox.counter.pay(body.oktoCash.paymentCode);
      await both.sandbox.settled();
      assert.equal(await both.told(body.statusUrl), end);
      await both.payments.close();
    }
  });

  it('OKTO refuses another key, and the shopper hears that it is unavailable', async () => {
    const both = openBoth({ cash: { accounts: { A: { ...ACCOUNT, secretKey: 'a-key-that-okto-does-not-know' } } } });
    assert.equal((await both.create()).body.code, 'unavailable');
    assert.match(both.warnings.join(), /code=http-401/);
    await both.payments.close();
  });
});

it('no secret, customer, address or payer is in any answer, log, event or delivery, whatever goes wrong', async () => {
  const canary = () => `canary-${randomBytes(16).toString('hex')}`;
  const [secretKey, notificationSecret, customer, address, name, phone] = [canary(), canary(), canary(), `fe80::${randomBytes(4).toString('hex')}`, canary(), '+39 06 5551234'];
  const accounts = { A: { ...ACCOUNT, secretKey, notificationSecret, requestKyc: true } };
  const told: unknown[] = [];
  for (const trouble of [undefined, 'kyc', 'refused', 'answer', 'network', 'chooser'] as const) {
    const throwIt = (why: string) => {
      if (trouble === why) throw Object.assign(new Error(`${secretKey} ${name}`), { customer, address });
    };
    const open = openOktoShop({
      cash: { accounts, account: () => (throwIt('chooser'), undefined) },
      wallet: { accounts },
      order: ({ amount = '10.00', currency }) => ({ amount, currency, customer }),
      clientAddress: () => address,
      kyc: () => (throwIt('kyc'), trouble === 'refused' ? 'refused' : 'ok'),
      onPaid: (payment) => {
        told.push(payment);
        throw new Error(`${notificationSecret} ${customer}`);
      },
      answer: (body) => {
        throwIt('network');
        return trouble === 'answer' ? new Response(`${secretKey} ${JSON.stringify(body)}`, { status: 500 }) : { packageId: body['packageId'], paymentCode: '1234567' };
      },
    });
    const { body } = await open.create({ payer: { name, phone } });
    told.push(body, (await open.create({ payer: { name, phone }, amount: '1.00' })).body, (await open.create({ payer: { name, phone }, termsAcceptedAt: undefined })).body);
    const notice = JSON.stringify({ externalId: open.sent[0]?.body['externalId'] ?? 'x', status: 'PAID', amount: '10.00', currency: 'EUR' });
    for (const by of [notificationSecret, secretKey, { 'X-Okto-Signature': notificationSecret }]) {
      const response = await open.callBack(notice, by);
      told.push([...response.headers, await response.text()]);
    }
    if (body.statusUrl) told.push(await open.status(body.statusUrl, '?full'));
    await open.payments.deliver();
    told.push(open.seen, open.warnings, open.paid);
    await open.payments.close();
  }
  const said = inspect(told, { depth: Infinity, maxStringLength: Infinity, maxArrayLength: Infinity });
  assert.equal(['provider-failed', 'callback-rejected', 'callback-matched', 'unavailable', 'refused'].every((word) => said.includes(word)), true);
  for (const secret of [secretKey, notificationSecret, customer, address, name, phone]) {
    for (const text of [secret, Buffer.from(secret).toString('hex'), Buffer.from(secret).toString('base64').replace(/=+$/, ''), encodeURIComponent(secret)]) {
      assert.ok(!said.includes(text), `${text} was told`);
    }
  }
});
