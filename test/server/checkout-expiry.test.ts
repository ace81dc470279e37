import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ANSWER, details, event, openCheckoutShop } from './checkout-shop.ts';

/** A payment whose 15 minutes are over, of which nothing was heard. */
async function openOverdue(said: () => Response | object) {
  const shop = openCheckoutShop({ answer: ({ method }) => (method === 'GET' ? said() : ANSWER) });
  const { body } = await shop.create();
  shop.clock.time += 905_001;
  return { ...shop, told: () => shop.status(body.statusUrl), asked: () => shop.sent.filter(({ method }) => method === 'GET').length };
}

describe('a payment whose time is over before a webhook has come', () => {
  for (const [what, said, status] of [
    ['it was paid', () => details('Captured'), 'paid'],
    ['it was approved', () => details('Authorized'), 'processing'],
    ['the shopper has canceled', () => details('Declined', { response_summary: 'Customer cancellation' }), 'canceled'],
    ['it still waits', () => details('Pending'), 'expired'],
    ['it has expired', () => details('Expired'), 'expired'],
    ['nothing that is known', () => details('Settled'), 'expired'],
    ['nothing at all', () => { throw new Error('the line is cut'); }, 'expired'],
    ['that another payment was paid', () => details('Captured', { reference: 'ORD-2' }), 'expired'],
  ] as [string, () => object, string][]) {
    it(`is asked about: Checkout.com says ${what}, and it is ${status}`, async () => {
      const page = await openOverdue(said);
      assert.equal((await page.told()).status, status);
      assert.equal(page.asked(), 1);
      await page.told();
      assert.equal(page.asked(), 1, 'once is enough');
      await page.payments.close();

      const nobody = await openOverdue(said);
      await nobody.payments.deliver();
      assert.deepEqual([(await nobody.payments.get('payment-1'))?.status, nobody.asked()], [status, 1]);
      await nobody.payments.deliver();
      assert.deepEqual([nobody.paid.length, nobody.asked()], [status === 'paid' ? 1 : 0, 1]);
      await nobody.payments.close();
    });
  }

  it('is not asked about before', async () => {
    const shop = await openOverdue(() => details('Captured'));
    shop.clock.time -= 10;
    assert.deepEqual([(await shop.told()).status, shop.asked()], ['pending', 0]);
    await shop.payments.close();
  });

  it('and that was paid after all, is paid late', async () => {
    const shop = await openOverdue(() => details('Pending'));
    await shop.told();
    assert.equal(await shop.callBack(event('payment_captured')), 200);
    const { status, late } = await shop.told();
    assert.deepEqual([status, late], ['paid', true]);
    await shop.payments.close();
  });
});
