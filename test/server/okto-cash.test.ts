import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { knownIds } from './shop.ts';
import { ATTEMPT, KEY, openOktoShop, SECRET } from './okto-shop.ts';

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
          externalId: ATTEMPT, merchantId: 'M-1', packageId: '8055348521276', amount: '10.00', currency: 'EUR', country: 'IT',
          descriptor: 'My shop', testMode: true, description: 'ORD-7', callbackUrl: 'https://shop.example/callbacks/okto',
        },
      },
    ]);
    const { authorization, accept, 'content-type': type } = shop.sent[0]!.headers;
    assert.deepEqual([authorization, accept, type], [`Bearer ${KEY}`, 'application/vnd.okto-merchant-api.v1+json', 'application/json']);
    assert.deepEqual(body.oktoCash, { packageId: '8055348521276', paymentCode: '1234567', gs1Pattern: '010{packageId}211000000000000{paymentCode}' });
    assert.equal(body.expiresAt, '2026-11-21T13:00:00.000Z');
    const notice = { eventId: 'e-1', externalId: ATTEMPT, status: 'PAID', amount: '10.00', currency: 'EUR', merchantId: 'M-1' };
    assert.equal((await shop.callBack(notice, SECRET)).status, 200);
    assert.equal((await shop.callBack(notice, SECRET)).status, 200);
    await shop.payments.deliver();
    assert.deepEqual(shop.paid.map(({ payment, key }) => [payment.status, payment.account, payment.provider, key]), [['paid', 'DEFAULT', 'okto-cash', 'payment-1:paid']]);
    assert.equal((await shop.status(body.statusUrl)).status, 'paid');
    assert.deepEqual(shop.warnings, []);
    await shop.payments.close();
  });
});
