import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { createCheckoutSandbox, type CheckoutSandboxOptions, type OctopusApp } from '../../src/sandbox.ts';
import { checkoutOctopus, createPayments, type MerchantPayment } from '../../src/server.ts';
import { randomIds } from '../../src/server/ids.ts';
import { sqliteStore } from '../../src/server/stores/sqlite.ts';
import { KEY, START, WEBHOOK_KEY } from './checkout-side.ts';

type Act = 'approve' | 'keepWaiting' | 'decline' | 'cancel' | 'failCapture' | 'expire' | 'approveLate' | 'refund' | 'refuseRefunds';

/** A shop that takes Octopus from the sandbox; `cut` says which answers of Checkout.com never arrive. */
function openShop(options: Partial<CheckoutSandboxOptions> = {}, cut: (request: Request, count: number) => boolean = () => false) {
  const clock = { time: START };
  const ended: MerchantPayment[] = [];
  let count = 0;
  let payment = 0;
  const sandbox = createCheckoutSandbox({
    baseUrl: 'https://checkout.example',
    secretKey: KEY,
    webhookKey: WEBHOOK_KEY,
    callbackUrl: 'https://shop.example/callbacks/checkout',
    now: () => new Date(clock.time),
    fetch: (request) => payments.handle(request),
    wait: async () => {},
    ...options,
  });
  const payments = createPayments({
    store: sqliteStore(':memory:'),
    providers: [
      checkoutOctopus({
        ...sandbox.settings,
        async fetch(request) {
          const answer = await sandbox.handle(request);
          if (cut(request, ++count)) throw new Error('the line is cut');
          return answer;
        },
      }),
    ],
    publicUrl: 'https://shop.example/payments',
    order: ({ amount = '10.00', reference }) => ({ amount, currency: 'HKD', reference }),
    onPaid: (payment) => void ended.push(payment),
    onReview: (payment) => void ended.push(payment),
    now: () => new Date(clock.time),
    ids: { ...randomIds, paymentId: () => `payment-${++payment}` },
    warn: () => {},
  });
  const create = async (draft: object = {}) => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
    const body = JSON.stringify({ method: 'octopus', currency: 'HKD', reference: 'ORD-1', ...draft });
    const response = await payments.handle(new Request('https://shop.example/payments', { method: 'POST', headers, body }));
    await sandbox.settled();
    return (await response.json()) as { status: string; code?: string; statusUrl: string; octopus: { token: string; octopusUri: string; landingUrl: string } };
  };
  const status = async (statusUrl: string) => {
    await sandbox.settled();
    await payments.deliver();
    return (await (await payments.handle(new Request(new URL(statusUrl, 'https://shop.example')))).json()) as { status: string; late?: boolean; refundedAmount?: string };
  };
  const play = async (act: Act, ...args: [string, string?]) => {
    (sandbox.app[act] as OctopusApp['refund'])(...args);
    await sandbox.settled();
  };
  return { sandbox, payments, clock, ended, create, status, play };
}

describe('a shop that takes Octopus from the sandbox', () => {
  for (const [what, acts, status, more = {}] of [
    ['the shopper approves', ['approve'], 'paid'],
    ['it takes a while', ['keepWaiting'], 'processing'],
    ['it takes a while, then it is paid', ['keepWaiting', 'approve'], 'paid'],
    ['over the daily limit', ['decline'], 'failed'],
    ['the shopper says no', ['cancel'], 'canceled'],
    ['approved, but not taken', ['keepWaiting', 'failCapture'], 'failed'],
    ['the time is over', ['expire'], 'expired'],
    ['approved late', ['expire', 'approveLate'], 'paid', { late: true }],
    ['approved after it was declined', ['decline', 'approveLate'], 'paid', { late: true }],
    ['all is given back', ['approve', 'refund'], 'refunded', { refundedAmount: '10.00' }],
    ['the refund is declined', ['approve', 'refuseRefunds', 'refund'], 'paid'],
  ] as [string, Act[], string, object?][]) {
    it(`${what}: ${status}`, async () => {
      const shop = openShop({ authorizationKey: 'authorization-key-1' });
      const { octopus, statusUrl } = await shop.create();
      for (const act of acts) await shop.play(act, octopus.octopusUri);
      const { status: told, late, refundedAmount } = await shop.status(statusUrl);
      assert.deepEqual({ told, late, refundedAmount }, { told: status, late: undefined, refundedAmount: undefined, ...more });
      assert.equal(shop.ended.length, acts.some((act) => act.startsWith('approve')) ? 1 : 0);
      await shop.sandbox.webhooks.again();
      assert.deepEqual([(await shop.status(statusUrl)).status, shop.ended.length <= 1], [status, true]);
      await shop.payments.close();
    });
  }

  it('looks at another amount than was asked', async () => {
    const shop = openShop();
    const { octopus, statusUrl } = await shop.create();
    await shop.play('approve', octopus.token, '9.90');
    assert.equal((await shop.status(statusUrl)).status, 'processing');
    assert.deepEqual(shop.ended.map(({ status, review }) => [status, review]), [['review', 'amount']]);
    assert.equal((await shop.payments.query('payment-1'))?.status, 'review');
    await shop.payments.close();
  });

  it('sends nobody away who came by the landing page', async () => {
    const shop = openShop();
    const { octopus, statusUrl } = await shop.create({ returnUrl: 'https://shop.example/cart' });
    assert.equal(shop.sandbox.landing(octopus.landingUrl).code, octopus.octopusUri);
    await shop.play('approve', octopus.landingUrl);
    assert.equal(shop.sandbox.landing(octopus.landingUrl).next, 'https://shop.example/cart');
    assert.equal((await shop.status(statusUrl)).status, 'paid');
    await shop.payments.close();
  });

  for (const balances of [true, false]) {
    it(`gives parts back and the rest, ${balances ? 'with' : 'without'} balances, in every order of the webhooks, each twice`, async () => {
      for (const order of [[0, 1, 2], [2, 1, 0], [1, 2, 0, 0], [2, 0, 1, 2]]) {
        const shop = openShop({ balances });
        const { octopus, statusUrl } = await shop.create();
        await shop.play('approve', octopus.token);
        const paymentId = 'payment-1';
        shop.sandbox.webhooks.hold();
        for (const amount of ['3.00', '2.50']) await shop.payments.refund(paymentId, amount, `part ${amount}`);
        await shop.play('refund', octopus.token, '0.50');
        const told = shop.sandbox.webhooks.held().flatMap((type, at) => (type === 'payment_refunded' ? at : []));
        await shop.sandbox.webhooks.release(order.map((at) => told[at]!));
        assert.deepEqual(await shop.status(statusUrl).then(({ status, refundedAmount }) => [status, refundedAmount]), ['paid', '6.00'], order.join());
        await shop.payments.refund(paymentId);
        assert.deepEqual(await shop.status(statusUrl).then(({ status, refundedAmount }) => [status, refundedAmount]), ['refunded', '10.00'], order.join());
        await assert.rejects(shop.payments.refund(paymentId), { code: 'not-paid' });
        await shop.payments.close();
      }
    });
  }

  it('gives back once what it asks for twice under one name, though the first answer was lost', async () => {
    const shop = openShop({}, ({ url }, count) => url.endsWith('/refunds') && count === 2);
    const { octopus, statusUrl } = await shop.create();
    await shop.play('approve', octopus.token);
    const paymentId = 'payment-1';
    await assert.rejects(shop.payments.refund(paymentId, '3.00', 'return-17'), { code: 'network' });
    assert.equal((await shop.status(statusUrl)).refundedAmount, '3.00');
    await shop.payments.refund(paymentId, '3.00', 'return-17');
    assert.equal((await shop.status(statusUrl)).refundedAmount, '3.00');
    await shop.payments.close();
  });

  it('shows the same payment though the answer to its creation was lost', async () => {
    const shop = openShop({}, (_, count) => count === 1);
    const events: string[] = [];
    shop.sandbox.onEvent(({ type }) => events.push(type));
    const { octopus, statusUrl } = await shop.create();
    assert.deepEqual(events.filter((type) => type === 'charge-created').length, 1);
    await shop.play('approve', octopus.token);
    assert.equal((await shop.status(statusUrl)).status, 'paid');
    await shop.payments.close();
  });

  for (const [acts, status] of [
    [['approve'], 'paid'],
    [['keepWaiting'], 'processing'],
    [['cancel'], 'canceled'],
    [['decline'], 'failed'],
    [['expire'], 'expired'],
    [['approve', 'refund'], 'refunded'],
  ] as [Act[], string][]) {
    it(`finds out by asking what no webhook has told: ${acts.join(', ')}, ${status}`, async () => {
      const shop = openShop();
      const { octopus, statusUrl } = await shop.create();
      shop.sandbox.webhooks.hold();
      for (const act of acts) await shop.play(act, octopus.token);
      assert.equal((await shop.status(statusUrl)).status, 'pending');
      assert.equal((await shop.payments.query('payment-1'))?.status, status);
      assert.equal((await shop.status(statusUrl)).status, status);
      await shop.sandbox.webhooks.release();
      assert.equal((await shop.status(statusUrl)).status, status);
      await shop.payments.close();
    });
  }
});
