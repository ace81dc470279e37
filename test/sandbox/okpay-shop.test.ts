import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OkpayTexts } from '../../src/formats/okpay-fields.ts';
import { okpayFields } from '../../src/formats/okpay-form.ts';
import { OKPAY_KINDS } from '../../src/sandbox/okpay-ledger.ts';
import { openIpnShop, type IpnAnswer } from '../server/okpay-ipn-shop.ts';
import { formOf, openOkpay } from './okpay-side.ts';

const WALLET = { id: 'OK999999999', email: 'merchant@example.com', accountId: '123456789', ipnUrl: 'https://shop.example/callbacks/okpay-ipn', returnSuccess: 'https://shop.example/return/okpay' };

/** A shop and OKPAY, who know each other; `sell` is a buyer who follows a button of the shop and presses one on OKPAY's page. */
function openBoth() {
  let isShut = false;
  const okpay = openOkpay({ wallets: [WALLET], fetch: async (request) => (isShut ? new Response('', { status: 503 }) : shop.payments.handle(request)) });
  const shop = openIpnShop({ settings: okpay.sandbox.settings, now: () => new Date(okpay.side.time) });
  const settle = async () => {
    await okpay.sandbox.settled();
    await shop.payments.deliver();
  };
  async function sell(act: string, { items = [{ name: 'OKPAY Poster', price: '100' }], typed = {}, invoice }: { items?: OkpayTexts[]; typed?: Record<string, string>; invoice?: string } = {}) {
    const { body } = await shop.create();
    const fields = okpayFields({ receiver: WALLET.id, currency: 'EUR', invoice: invoice ?? body.okpayLink.invoice }, items);
    const page = await okpay.post('process.html', fields);
    const answer = await okpay.post(formOf(await page.text()), { ...typed, act });
    await settle();
    const { status, refundedAmount, reason } = await shop.status(body.statusUrl);
    return { statusUrl: body.statusUrl, answer, status, refundedAmount, reason, txnId: okpay.sandbox.ledger.transactions.at(-1)?.id ?? '' };
  }
  const statusOf = async (statusUrl: string): Promise<Pick<IpnAnswer, 'status' | 'refundedAmount'>> => {
    await settle();
    return shop.status(statusUrl);
  };
  return { okpay, shop, sell, statusOf, shut: (value: boolean) => (isShut = value) };
}

describe('a shop that sells by OKPAY\'s links in the sandbox', () => {
  for (const [act, status, delivered] of [['completed', 'paid', 1], ['pending', 'processing', 0], ['hold', 'processing', 0], ['failed', 'failed', 0], ['canceled', 'pending', 0]] as const) {
    it(`sells a poster: "${act}" is ${status}`, async () => {
      const { sell, shop, okpay } = openBoth();
      assert.equal((await sell(act)).status, status);
      assert.equal(shop.paid.length, delivered);
      for (const { status } of okpay.sandbox.history()) assert.equal(status, 'Sent');
    });
  }

  it('takes a part back, then the rest', async () => {
    const { sell, okpay, statusOf, shop } = openBoth();
    const { statusUrl, txnId } = await sell('completed');
    okpay.sandbox.refund(txnId, '30.00');
    const part = await statusOf(statusUrl);
    assert.deepEqual([part.status, part.refundedAmount], ['paid', '30.00']);
    okpay.sandbox.chargeback(txnId);
    assert.equal((await statusOf(statusUrl)).status, 'refunded');
    assert.equal(shop.paid.length, 1);
  });

  it('hears of a pending payment that is completed later, and of no test at all', async () => {
    const { sell, okpay, statusOf, shop } = openBoth();
    const { statusUrl, txnId } = await sell('pending');
    const [pending = assert.fail()] = okpay.sandbox.history();
    for (const kind of OKPAY_KINDS) {
      const invoice = pending.fields.find(([name]) => name === 'ok_invoice')![1];
      assert.equal((await okpay.sandbox.simulate(kind, WALLET.ipnUrl, { ok_invoice: invoice, ok_txn_id: txnId })).httpStatus, 200);
    }
    assert.deepEqual([(await statusOf(statusUrl)).status, shop.observed('callback-test').length], ['processing', OKPAY_KINDS.length]);
    okpay.sandbox.complete(txnId);
    assert.equal((await statusOf(statusUrl)).status, 'paid');
    await okpay.sandbox.resend(okpay.sandbox.history().map(({ id }) => id));
    assert.equal((await statusOf(statusUrl)).status, 'paid');
    assert.equal(shop.paid.length, 1);
  });

  it('is paid by the try that gets through', async () => {
    const { sell, okpay, statusOf, shop, shut } = openBoth();
    shut(true);
    const { statusUrl, status } = await sell('completed');
    assert.equal(status, 'pending');
    await okpay.sandbox.elapse(60);
    shut(false);
    await okpay.sandbox.elapse(30);
    assert.deepEqual([(await statusOf(statusUrl)).status, okpay.sandbox.history()[0]!.tries, shop.paid.length], ['paid', 4, 1]);
  });

  it('delivers nothing for less than its price, whatever the page made the form say', async () => {
    const { sell, shop } = openBoth();
    // What somebody has to look at is still under way for the buyer.
    assert.equal((await sell('completed', { items: [{ name: 'OKPAY Poster', price: '1' }] })).status, 'processing');
    assert.equal((await sell('completed', { items: [{ name: 'OKPAY Poster' }], typed: { ok_item_1_price: '0.01' } })).status, 'processing');
    assert.equal((await sell('completed', { invoice: 'somebody-else' })).status, 'pending');
    assert.deepEqual([shop.paid.length, shop.reviews.length], [0, 2]);
  });

  it('hears nothing but INVALID of a message that OKPAY has not sent', async () => {
    const { sell, okpay, statusOf, shop } = openBoth();
    const { statusUrl } = await sell('pending');
    const body = String(new URLSearchParams(okpay.sandbox.history()[0]!.fields.map(([name, value]): [string, string] => [name, value === 'pending' ? 'completed' : value])));
    assert.equal(await shop.send(body), 200);
    assert.deepEqual([(await statusOf(statusUrl)).status, shop.observed('callback-invalid').length], ['processing', 1]);
  });
});
