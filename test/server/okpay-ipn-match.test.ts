import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LinkTerms } from '../../src/server.ts';
import { message, openIpnShop, openWithoutPage, openWithPayment, reversal, TERMS } from './okpay-ipn-shop.ts';

describe('what has to match', () => {
  for (const [more, review] of [
    [{ ok_txn_gross: '99.99' }, 'amount'],
    [{ ok_txn_gross: '100.01' }, 'amount'],
    [{ ok_txn_gross: '101.00', ok_txn_fee: '1.00' }, 'amount'],
    [{ ok_txn_gross: '-100.00' }, 'amount'],
    [{ ok_txn_gross: '1e2' }, 'amount'],
    [{ ok_txn_gross: '0x64' }, 'amount'],
    [{ ok_txn_gross: '100,00' }, 'amount'],
    [{ ok_txn_gross: '100.000' }, 'amount'],
    [{ ok_txn_gross: '10000' }, 'amount'],
    [{ ok_txn_gross: '' }, 'amount'],
    [{ ok_txn_gross: 'NaN' }, 'amount'],
    [{ ok_txn_gross: '9007199254740993.00' }, 'amount'],
    [{ ok_txn_currency: 'USD' }, 'currency'],
    [{ ok_txn_currency: 'JPY' }, 'currency'],
    [{ ok_txn_currency: '' }, 'currency'],
    [{ ok_receiver_email: 'thief@example.com' }, 'payee'],
    [{ ok_receiver_wallet: 'OK111111111' }, 'payee'],
    [{ ok_receiver_email: 'thief@example.com', ok_receiver_wallet: undefined }, 'payee'],
    [{ ok_receiver_email: undefined, ok_receiver_wallet: 'OK111111111' }, 'payee'],
    [{ ok_receiver_email: undefined, ok_receiver_wallet: undefined, ok_receiver: 'OK111111111' }, 'payee'],
    [{ ok_receiver_email: undefined, ok_receiver_wallet: undefined, ok_receiver: undefined }, 'payee'],
    [{ ok_receiver_email: 'merchant@example.com.evil.example' }, 'payee'],
  ] as [Record<string, string | undefined>, string][]) {
    it(`${JSON.stringify(more)}: review for the ${review}, never paid, of a page and without one`, async () => {
      for (const shop of [await openWithPayment(), openWithoutPage()]) {
        assert.equal(await shop.send(message(more)), 200);
        await shop.payments.deliver();
        assert.deepEqual([shop.paid.length, shop.reviews.map((payment) => payment.review)], [0, [review]]);
        assert.equal(await shop.send(message(more)), 200);
        await shop.payments.deliver();
        assert.equal(shop.reviews.length, 1);
        await shop.payments.close();
      }
    });
  }

  for (const more of [{ ok_txn_gross: '100' }, { ok_txn_currency: 'eur' }, { ok_receiver_email: 'Merchant@Example.COM' }, { ok_receiver_email: '' }, { ok_receiver_wallet: '' }, { ok_receiver_email: '', ok_receiver_wallet: '' }, { ok_receiver: 'someone@example.com' }]) {
    it(`${JSON.stringify(more)} is as good: paid`, async () => {
      const shop = await openWithPayment();
      await shop.send(message(more));
      assert.equal(await shop.word(), 'paid');
      await shop.payments.close();
    });
  }

  it('only what the settings name is compared, and one of it has to be there', async () => {
    for (const [settings, more, word] of [
      [{ wallets: undefined }, { ok_receiver_wallet: 'OK111111111' }, 'paid'],
      [{ receiverEmail: undefined }, { ok_receiver_email: 'other@example.com' }, 'paid'],
      [{ wallets: undefined }, { ok_receiver_email: undefined }, 'review'],
      [{ receiverEmail: ['a@example.com', 'Merchant@example.com'] }, {}, 'paid'],
    ] as const) {
      const shop = await openWithPayment({ settings });
      await shop.send(message(more));
      assert.equal(await shop.word(), word, JSON.stringify([settings, more]));
      await shop.payments.close();
    }
  });

  it('an amount in a currency without decimals, which OKPAY writes with two', async () => {
    const shop = await openWithPayment({ order: () => ({ amount: '1290', currency: 'JPY' }) });
    await shop.send(message({ ok_txn_gross: '1,290.00', ok_txn_currency: 'JPY' }));
    assert.deepEqual([await shop.word(), (await shop.payments.get('payment-1'))?.amount], ['paid', '1290']);
    await shop.send(reversal({ ok_txn_gross: '-290.00', ok_txn_currency: 'JPY' }));
    assert.equal((await shop.payments.get('payment-1'))?.refundedAmount, '290');
    await shop.payments.close();
  });

  for (const [gross, fee, word] of [
    ['102.00', '2.00', 'paid'],
    ['1,100.00', '1,000.00', 'paid'],
    ['102.01', '2.00', 'review'],
    ['101.99', '2.00', 'review'],
    ['100.00', '1.00', 'review'],
    ['102.00', '', 'review'],
    ['98.00', '-2.00', 'review'],
    ['0.00', '100.00', 'review'],
  ] as const) {
    it(`where the buyer pays the fee, ${gross} with a fee of ${fee || 'nobody knows how much'}: ${word}`, async () => {
      const shop = await openWithPayment({ order: () => ({ ...TERMS, link: { fees: 'buyer' } }) });
      await shop.send(message({ ok_txn_gross: gross, ok_txn_fee: fee, ok_fees: '1' }));
      assert.equal(await shop.word(), word);
      if (word === 'paid') {
        await shop.send(reversal({ ok_txn_gross: `-${gross}` }));
        assert.equal(await shop.word(), 'refunded');
      }
      await shop.payments.close();
    });
  }

  it('that the buyer pays the fee is the order\'s to say, not the page\'s', async () => {
    const shop = await openWithPayment();
    await shop.send(message({ ok_txn_gross: '102.00', ok_txn_fee: '2.00', ok_fees: '1' }));
    assert.equal(await shop.word(), 'review');
    await shop.payments.close();
  });

  for (const [gross, word, amount] of [['5.00', 'paid', '5.00'], ['5.01', 'paid', '5.01'], ['1,000.00', 'paid', '1000.00'], ['4.99', 'review', '5.00'], ['0.00', 'review', '5.00']] as const) {
    it(`where the buyer chooses from 5.00, ${gross}: ${word}, of a page and without one`, async () => {
      const order = () => ({ amount: '5.00', currency: 'EUR', link: { isOpen: true } });
      for (const shop of [await openWithPayment({ order }), openWithoutPage(undefined, { order })]) {
        await shop.send(message({ ok_txn_gross: gross }));
        const payment = await shop.payments.get('payment-1');
        assert.deepEqual([payment?.status, payment?.amount], [word, amount]);
        if (word === 'paid') {
          await shop.send(reversal({ ok_txn_gross: `-${gross}` }));
          assert.equal((await shop.payments.get('payment-1'))?.status, 'refunded');
        }
        await shop.payments.close();
      }
    });
  }

  const POSTER = { name: 'OKPAY Poster', quantity: '1', price: '100.00' };
  for (const [items, more, word] of [
    [[POSTER], {}, 'paid'],
    [[{ name: 'OKPAY Poster' }], {}, 'paid'],
    [[{ ...POSTER, price: '100' }], { ok_item_1_quantity: '' }, 'paid'],
    [[POSTER], { ok_item_1_price: undefined, ok_item_1_amount: '100.00' }, 'paid'],
    [[{ ...POSTER, article: '555' }], { ok_item_1_article: '555' }, 'paid'],
    [[{ ...POSTER, article: '555' }], {}, 'review'],
    [[{ ...POSTER, name: 'Robot' }], {}, 'review'],
    [[{ ...POSTER, quantity: '2' }], {}, 'review'],
    [[{ ...POSTER, price: '99.99' }], {}, 'review'],
    [[POSTER], { ok_item_1_price: '' }, 'review'],
    [[POSTER], { ok_item_1_name: 'OKPAY Postage' }, 'review'],
    [[POSTER], { ok_item_2_name: 'Robot' }, 'review'],
    [[POSTER, { name: 'Robot' }], {}, 'review'],
    [[], {}, 'review'],
  ] as [LinkTerms['items'] & object, Record<string, string | undefined>, string][]) {
    it(`where ${JSON.stringify(items)} is sold, ${JSON.stringify(more)}: ${word}`, async () => {
      const order = () => ({ ...TERMS, link: { items } });
      for (const shop of [await openWithPayment({ order }), openWithoutPage(undefined, { order })]) {
        await shop.send(message(more));
        const payment = await shop.payments.get('payment-1');
        assert.deepEqual([payment?.status, payment?.review], [word, word === 'review' ? 'items' : undefined]);
        await shop.payments.close();
      }
    });
  }

  it('that the buyer chooses is a payment link\'s alone', async () => {
    const { openShop } = await import('./shop.ts');
    const shop = openShop({ order: () => ({ amount: '12.90', currency: 'BRL', link: { isOpen: true } }), ids: { paymentId: () => 'p', attempt: () => 'a'.repeat(32) } });
    await shop.create();
    await shop.callBack({ eventId: 'e', externalId: 'a'.repeat(32), status: 'CONFIRMED', amount: '20.00', currency: 'BRL' });
    assert.equal((await shop.payments.get('p'))?.status, 'review');
    await shop.payments.close();
  });

  it('the invoice of another order is paid only with what that one costs', async () => {
    const prices = ['100.00', '40.00'];
    const shop = openIpnShop({ order: () => ({ amount: prices.shift()!, currency: 'EUR' }) });
    await shop.create();
    await shop.create();
    await shop.send(message({ ok_invoice: 'INV-1', ok_txn_gross: '40.00' }));
    assert.deepEqual([(await shop.payments.get('payment-1'))?.status, (await shop.payments.get('payment-2'))?.status], ['review', 'pending']);
    await shop.payments.close();
  });

  for (const [gross, what] of [['100.00', 'pay'], ['0.01', 'spoil']] as const) {
    it(`an invoice that reads like another transaction does not ${what} that one`, async () => {
      const shop = await openWithPayment();
      const mine = (more: Record<string, string>) => shop.send(message({ ok_txn_id: '5', ok_txn_status: 'pending', ...more }));
      await mine({ ok_txn_pending_reason: 'review' });
      await shop.send(message({ ok_txn_id: '6', ok_invoice: 'txn-5', ok_txn_gross: gross }));
      await mine({ ok_txn_pending_reason: 'verify' });
      assert.equal(await shop.word(), 'processing');
      await shop.send(message({ ok_txn_id: '5' }));
      const { status, review, link } = (await shop.payments.get('payment-1')) ?? {};
      assert.deepEqual([status, review, link?.txnId], ['paid', undefined, '5']);
      await shop.payments.close();
    });
  }
});
