import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Draft, Terms } from '../../src/server.ts';
import { COMPLETED, message, openIpnShop, openWithoutPage, openWithPayment, reversal } from './okpay-ipn-shop.ts';
import { START } from './shop.ts';

type Shop = ReturnType<typeof openIpnShop>;
const DAY = 86_400_000;
const permute = <T>(list: readonly T[]): T[][] => (list.length < 2 ? [[...list]] : list.flatMap((one, at) => permute(list.filter((_, i) => i !== at)).map((rest) => [one, ...rest])));

describe('a payment of a page', () => {
  it('is shown the invoice that the form sends, and OKPAY is asked for nothing', async () => {
    const shop = openIpnShop();
    const { status, body } = await shop.create();
    assert.deepEqual([status, body.okpayLink, body.status, body.expiresAt], [201, { invoice: 'INV-1' }, 'pending', new Date(START + DAY).toISOString()]);
    assert.equal(shop.asked.length, 0);
    await shop.payments.close();
  });

  it('has an invoice that nobody guesses', async () => {
    const { randomIds } = await import('../../src/server/ids.ts');
    const shop = openIpnShop({ ids: randomIds });
    assert.match((await shop.create()).body.okpayLink.invoice, /^[\da-f]{32}$/);
    await shop.payments.close();
  });

  it('expires when the settings say, and is late when it is paid after all', async () => {
    const shop = await openWithPayment({ settings: { expiresInSeconds: 60 } });
    shop.clock.time += 70_000;
    assert.equal((await shop.status(shop.statusUrl)).status, 'expired');
    assert.equal(await shop.send(COMPLETED), 200);
    const { status, late } = await shop.status(shop.statusUrl);
    await shop.payments.deliver();
    assert.deepEqual([status, late, shop.paid.length], ['paid', true, 1]);
    await shop.payments.close();
  });

  it('is told the merchant with transaction, invoice and items, and the page neither those nor the payer', async () => {
    const shop = await openWithPayment();
    await shop.send(COMPLETED);
    await shop.payments.deliver();
    const items = [{ name: 'OKPAY Poster', article: '', quantity: '1', price: '100' }];
    assert.deepEqual(shop.paid[0]?.payment.link, { txnId: '1234567', kind: 'payment_link', invoice: 'INV-1', gross: '100', fee: '1', items });
    assert.equal(shop.paid[0]?.payment.reference, 'ORD-1');
    const answer = await shop.status(shop.statusUrl, '?full');
    assert.deepEqual(Object.keys(answer).sort(), ['amount', 'currency', 'eventsUrl', 'expiresAt', 'id', 'method', 'okpayLink', 'reference', 'serverTime', 'status', 'statusUrl', 'version']);
    await shop.payments.close();
  });

  it('is of no use to a payment that no currency of OKPAY pays', async () => {
    const shop = openIpnShop({ order: () => ({ amount: '1.00', currency: 'BRL' }) });
    assert.equal((await shop.create()).status, 422);
    await shop.payments.close();
  });

  it('takes an order() that knows of no messages', async () => {
    const order: (draft: Draft, request: Request) => Terms | Promise<Terms> = ({ amount = '100.00', reference }) => ({ amount, currency: 'EUR', reference });
    const shop = await openWithPayment({ order });
    await shop.send(COMPLETED);
    assert.equal(await shop.word(), 'paid');
    await shop.payments.close();
  });

  it('is refused where order() knows of none', async () => {
    const shop = openIpnShop({ order: () => undefined });
    const { status, body } = await shop.create();
    assert.deepEqual([status, body.code], [422, 'refused']);
    await shop.payments.close();
  });
});

describe('a message that comes more than once', () => {
  for (const [what, open] of [['of a page', () => openWithPayment()], ['without one', async () => openWithoutPage()]] as const) {
    it(`1,000 times one after the other and 200 times at once, ${what}: one row in the outbox, always 200`, async () => {
      const shop = await open();
      for (let i = 0; i < 1000; i++) assert.equal(await shop.send(i % 2 ? message({ ok_ipn_resend: 'true' }) : COMPLETED), 200);
      const answers = await Promise.all(Array.from({ length: 200 }, () => shop.send(COMPLETED)));
      assert.equal(answers.every((status) => status === 200), true);
      await shop.payments.deliver();
      assert.deepEqual([shop.paid.length, shop.changes.length, shop.observed('callback-duplicate').length], [1, 1, 1199]);
      await shop.payments.close();
    });

    it(`200 times at once from the start, ${what}: one effect`, async () => {
      const shop = await open();
      const answers = await Promise.all(Array.from({ length: 200 }, () => shop.send(COMPLETED)));
      assert.equal(answers.every((status) => status === 200), true);
      await shop.payments.deliver();
      assert.deepEqual([shop.paid.length, shop.changes.length], [1, 1]);
      await shop.payments.close();
    });
  }

  it('400 days later: nothing', async () => {
    const shop = await openWithPayment();
    await shop.send(COMPLETED);
    shop.clock.time += 400 * DAY;
    assert.equal(await shop.send(COMPLETED), 200);
    await shop.payments.deliver();
    assert.equal(shop.paid.length, 1);
    await shop.payments.close();
  });

  for (const more of [{ ok_txn_gross: '100.01' }, { ok_txn_currency: 'USD' }, { ok_invoice: 'INV-2' }, { ok_receiver_wallet: 'OK111111111' }]) {
    it(`with ${JSON.stringify(more)} under the same id and status: 409, and nothing changes`, async () => {
      const shop = await openWithPayment();
      await shop.send(COMPLETED);
      assert.equal(await shop.send(message(more)), 409);
      await shop.payments.deliver();
      assert.deepEqual([shop.paid.length, shop.reviews.length, shop.observed('callback-conflict').length], [1, 0, 1]);
      await shop.payments.close();
    });
  }

  it('pending for one reason, for another, then completed of one id: progress', async () => {
    const shop = await openWithPayment();
    for (const [more, word] of [
      [{ ok_txn_status: 'pending', ok_txn_pending_reason: 'review' }, 'processing'],
      [{ ok_txn_status: 'pending', ok_txn_pending_reason: 'verify' }, 'processing'],
      [{}, 'paid'],
    ] as const) {
      assert.equal(await shop.send(message(more)), 200);
      assert.equal(await shop.word(), word);
    }
    await shop.payments.deliver();
    assert.equal(shop.paid.length, 1);
    assert.deepEqual(shop.observed('callback-matched').map(({ code }) => code), ['review', 'verify', undefined]);
    await shop.payments.close();
  });

  it('another transaction of one invoice: paid once, and somebody hears that there is money to give back', async () => {
    const shop = await openWithPayment();
    await shop.send(COMPLETED);
    assert.equal(await shop.send(message({ ok_txn_id: '777' })), 200);
    await shop.payments.deliver();
    assert.deepEqual([shop.paid.length, shop.observed('paid-again').length, shop.warnings.filter((line) => line.includes('paid-again')).length], [1, 1, 1]);
    assert.equal(await shop.send(reversal({ ok_txn_parent_id: '777' })), 200);
    assert.equal(await shop.word(), 'paid');
    assert.equal(await shop.send(reversal({ ok_txn_id: '778' })), 200);
    assert.equal(await shop.word(), 'refunded');
    await shop.payments.close();
  });

  it('another transaction of one invoice for another amount: somebody looks at it, and the first stays the one that paid', async () => {
    const shop = await openWithPayment();
    await shop.send(COMPLETED);
    await shop.send(message({ ok_txn_id: '777', ok_txn_gross: '40.00' }));
    await shop.payments.deliver();
    const { status, review, link } = (await shop.payments.get('payment-1')) ?? {};
    assert.deepEqual([status, review, link?.txnId, shop.paid.length, shop.reviews.length], ['paid', 'amount', '1234567', 1, 1]);
    await shop.send(reversal());
    assert.equal(await shop.word(), 'refunded');
    await shop.payments.close();
  });

  it('a first try that failed, and a second: paid', async () => {
    const shop = await openWithPayment();
    await shop.send(message({ ok_txn_id: '1', ok_txn_status: 'failed' }));
    assert.equal(await shop.word(), 'failed');
    await shop.send(message({ ok_txn_id: '2' }));
    assert.equal(await shop.word(), 'paid');
    await shop.send(reversal({ ok_txn_parent_id: '2' }));
    assert.equal(await shop.word(), 'refunded');
    await shop.payments.close();
  });
});

describe('messages in any order', () => {
  const PENDING = message({ ok_txn_status: 'pending', ok_txn_pending_reason: 'review' });
  for (const [what, open] of [['of a page', openWithPayment], ['without one', async () => openWithoutPage()]] as const) {
    for (const order of permute([PENDING, COMPLETED, reversal()])) {
      it(`${order.map((body) => /status=(\w+)(?=&)/.exec(body.replace(/payer_status|address_status/g, ''))?.[1]).join(', ')}, ${what}: refunded`, async () => {
        const shop: Shop = await open();
        for (const body of [...order, ...order]) assert.equal(await shop.send(body), 200);
        await shop.payments.deliver();
        const isPaidFirst = order.indexOf(COMPLETED) < order.indexOf(reversal());
        assert.deepEqual([shop.paid.length, shop.changes.at(-1)?.status, shop.reviews.length], [Number(isPaidFirst), 'refunded', 0]);
        await shop.payments.close();
      });
    }
  }

  it('a reversal without an invoice is found by its transaction', async () => {
    for (const open of [openWithPayment, async () => openWithoutPage()]) {
      const shop: Shop = await open();
      await shop.send(COMPLETED);
      await shop.send(reversal({ ok_invoice: undefined }));
      assert.equal((await shop.payments.get('payment-1'))?.status, 'refunded');
      assert.equal((await shop.payments.get('payment-1'))?.reason, 'refund');
      await shop.payments.close();
    }
  });

  it('parts: paid with their sum, then refunded; each counts once', async () => {
    const shop = await openWithPayment();
    await shop.send(COMPLETED);
    const part = (id: string, gross: string) => shop.send(reversal({ ok_txn_id: id, ok_txn_gross: gross, ok_txn_reversal_reason: 'chargeback' }));
    for (const [id, gross, status, refundedAmount] of [['a1', '-30.00', 'paid', '30.00'], ['a1', '-30.00', 'paid', '30.00'], ['a2', '-20.50', 'paid', '50.50'], ['a3', '-49.50', 'refunded', '100.00']] as const) {
      assert.equal(await part(id, gross), 200);
      const told = await shop.status(shop.statusUrl);
      assert.deepEqual([told.status, told.refundedAmount], [status, refundedAmount]);
    }
    assert.equal((await shop.status(shop.statusUrl, '?full')).reason, 'chargeback');
    await shop.payments.deliver();
    assert.deepEqual([shop.paid.length, shop.reviews.length], [1, 0]);
    await shop.payments.close();
  });

  it('a part before it is known that it was paid: somebody looks at it, and it counts', async () => {
    const shop = openWithoutPage();
    await shop.send(reversal({ ok_txn_gross: '-30.00' }));
    await shop.send(message({ ok_txn_id: '9', ok_txn_status: 'failed' }));
    assert.deepEqual(await shop.payments.get('payment-2'), undefined);
    await shop.send(COMPLETED);
    const { status, refundedAmount, review } = (await shop.payments.get('payment-2')) ?? {};
    assert.deepEqual([status, refundedAmount, review], ['paid', '30.00', 'amount']);
    await shop.payments.close();
  });

  it('more than was paid, or in another currency: somebody looks at it', async () => {
    for (const [more, review] of [[{ ok_txn_gross: '-100.01' }, 'amount'], [{ ok_txn_currency: 'USD' }, 'currency'], [{ ok_txn_gross: 'x' }, 'amount']] as const) {
      const shop = await openWithPayment();
      await shop.send(COMPLETED);
      await shop.send(reversal(more));
      const payment = await shop.payments.get('payment-1');
      assert.deepEqual([payment?.status, payment?.review], ['paid', review]);
      await shop.payments.close();
    }
  });

  it('of another payment: that one, whatever invoice the message names', async () => {
    const shop = openIpnShop();
    await shop.create();
    await shop.create();
    await shop.send(COMPLETED);
    await shop.send(message({ ok_txn_id: '22', ok_invoice: 'INV-2' }));
    assert.equal(await shop.send(reversal({ ok_txn_parent_id: '22' })), 200);
    assert.deepEqual([(await shop.payments.get('payment-1'))?.status, (await shop.payments.get('payment-2'))?.status], ['paid', 'refunded']);
    await shop.payments.close();
  });

  it('of a transaction that is not this payment\'s: nothing', async () => {
    const shop = await openWithPayment();
    await shop.send(COMPLETED);
    assert.equal(await shop.send(reversal({ ok_txn_parent_id: '999' })), 200);
    assert.deepEqual([await shop.word(), shop.observed('callback-unmatched').length], ['paid', 1]);
    await shop.payments.close();
  });
});

describe('OKPAY\'s words', () => {
  for (const [word, status] of [['completed', 'paid'], ['Completed', 'paid'], ['pending', 'processing'], ['hold', 'processing'], ['failed', 'failed'], ['error', 'failed'], ['canceled', 'canceled']] as const) {
    it(`${word} is ${status}`, async () => {
      const shop = await openWithPayment();
      await shop.send(message({ ok_txn_status: word }));
      assert.equal(await shop.word(), status);
      await shop.payments.close();
    });
  }

  for (const word of ['', 'complete', 'completed ', 'paid', 'verified', 'COMPLETED!', '__proto__', 'toString']) {
    it(`${JSON.stringify(word)} changes nothing, is told, and does not keep the known word from counting`, async () => {
      const shop = await openWithPayment();
      assert.equal(await shop.send(message({ ok_txn_status: word })), 200);
      assert.deepEqual([await shop.word(), shop.observed('status-unknown').length], ['pending', 1]);
      // Under a key of its own, so that it counts when it is sent again and the word is known.
      const key = JSON.stringify(['unknown', '1234567', word.toLowerCase(), '']);
      assert.notEqual(await shop.store.transaction((tx) => tx.kept('okpay-ipn', key)), undefined);
      await shop.send(COMPLETED);
      assert.equal(await shop.word(), 'paid');
      await shop.payments.close();
    });
  }

  it('why it is pending is the payment\'s reason', async () => {
    const shop = await openWithPayment();
    await shop.send(message({ ok_txn_status: 'pending', ok_txn_pending_reason: 'unilateral' }));
    assert.equal((await shop.payments.get('payment-1'))?.reason, 'unilateral');
    await shop.payments.close();
  });

  for (const kind of ['mass_pay', 'send_money', 'marketplace', 'recurring', 'subscription', 'dispute', 'authorization', 'Payment Link', 'x'.repeat(300)]) {
    it(`the kind ${kind.slice(0, 20)} is kept and told, and changes nothing, whatever it says`, async () => {
      for (const shop of [await openWithPayment(), openWithoutPage()]) {
        for (const body of [message({ ok_txn_kind: kind }), message({ ok_txn_kind: kind }), reversal({ ok_txn_kind: kind, ok_txn_id: '5' })]) assert.equal(await shop.send(body), 200);
        await shop.payments.deliver();
        assert.deepEqual([shop.paid.length, shop.changes.length, shop.reviews.length], [0, 0, 0]);
        assert.deepEqual([shop.observed('callback-other').length, shop.observed('callback-duplicate').length], [2, 1]);
        const key = JSON.stringify(['event', '1234567', 'completed', '']);
        assert.equal((await shop.store.transaction((tx) => tx.kept('okpay-ipn', key)))?.notice.attempt, 'txn-1234567');
        await shop.payments.close();
      }
    });
  }

  it('a kind under its newer name, and one of several items', async () => {
    for (const more of [{ ok_txn_kind: undefined, ok_kind: 'payment_link' }, { ok_txn_kind: 'shopping_cart' }, { ok_txn_kind: undefined }, { ok_txn_kind: 'PAYMENT_LINK' }]) {
      const shop = await openWithPayment();
      await shop.send(message(more));
      assert.equal(await shop.word(), 'paid');
      await shop.payments.close();
    }
    const shop = await openWithPayment();
    await shop.send(message({ ok_txn_kind: undefined, ok_kind: 'dispute' }));
    assert.equal(await shop.word(), 'pending');
    await shop.payments.close();
  });

  it('ids of 22 digits stay what they are', async () => {
    const shop = await openWithPayment();
    await shop.send(message({ ok_txn_id: '9994456683762355345868' }));
    assert.equal(await shop.send(message({ ok_txn_id: '9994456683762355345869' })), 200);
    assert.equal((await shop.payments.get('payment-1'))?.link?.txnId, '9994456683762355345868');
    assert.equal(shop.observed('paid-again').length, 1);
    await shop.payments.close();
  });
});
