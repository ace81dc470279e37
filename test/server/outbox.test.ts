import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { knownIds, openShop } from './shop.ts';

const ATTEMPT = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
const NOTICE = { eventId: 'e-1', externalId: ATTEMPT, status: 'CONFIRMED', amount: '12.90', currency: 'BRL' };

describe('the outbox', () => {
  it('calls a handler that throws again and again under the same key, ever more rarely, and never after it has not', async () => {
    const calls: [key: string, seconds: number][] = [];
    let failures = 5;
    const shop = openShop({
      ids: knownIds(ATTEMPT),
      onChange: undefined,
      onPaid: async (_, { key }) => {
        calls.push([key, (shop.clock.time - start) / 1000]);
        if (failures-- > 0) throw new Error('the shop is closed');
      },
    });
    const start = shop.clock.time;
    await shop.create();
    await shop.callBack(NOTICE);
    for (let second = 0; second < 200; second++) {
      await shop.payments.deliver();
      shop.clock.time += 1000;
    }
    assert.deepEqual(calls, [0, 1, 3, 7, 15, 31].map((seconds) => ['payment-1:paid', seconds]));
    assert.equal(shop.seen.filter(({ type }) => type === 'handler-failed').length, 5);
    assert.equal(!JSON.stringify([shop.seen, shop.warnings]).includes('closed'), true);
    await shop.payments.close();
  });

  it('hears of nothing before the commit', async () => {
    const statuses: unknown[] = [];
    const shop = openShop({
      ids: knownIds(ATTEMPT),
      onPaid: async ({ paymentId }) => void statuses.push((await shop.payments.get(paymentId))?.status),
    });
    await shop.create();
    await shop.callBack(NOTICE);
    await shop.payments.deliver();
    assert.deepEqual(statuses, ['paid']);
    await shop.payments.close();
  });

  it('does not keep the provider waiting for a handler that hangs', async () => {
    const shop = openShop({ ids: knownIds(ATTEMPT), onPaid: () => new Promise(() => {}) });
    await shop.create();
    assert.equal((await shop.callBack(NOTICE)).status, 200);
  });

  it('one handler that fails keeps no other payment from being delivered', async () => {
    let attempt = 0;
    const paid: string[] = [];
    const shop = openShop({
      ids: { paymentId: () => `payment-${attempt}`, attempt: () => `attempt-${++attempt}` },
      onPaid: ({ paymentId }) => {
        if (paymentId === 'payment-0') throw new Error('no');
        paid.push(paymentId);
      },
    });
    await shop.create();
    await shop.create();
    for (const n of [1, 2]) await shop.callBack({ ...NOTICE, eventId: `e-${n}`, externalId: `attempt-${n}` });
    await shop.payments.deliver();
    assert.deepEqual(paid, ['payment-1']);
    await shop.payments.close();
  });

  it('calls no handler twice when it is emptied from all sides at once', async () => {
    const shop = openShop({ ids: knownIds(ATTEMPT) });
    await shop.create();
    await shop.callBack(NOTICE);
    await Promise.all(Array.from({ length: 20 }, () => shop.payments.deliver()));
    assert.equal(shop.paid.length, 1);
    assert.equal(shop.changes.length, 1);
    await shop.payments.close();
  });

  it('a listener that throws changes nothing', async () => {
    const shop = openShop({
      ids: knownIds(ATTEMPT),
      observe: () => {
        throw new Error('broken');
      },
    });
    await shop.create();
    assert.equal((await shop.callBack(NOTICE)).status, 200);
    await shop.payments.deliver();
    assert.equal(shop.paid.length, 1);
    await shop.payments.close();
  });
});
