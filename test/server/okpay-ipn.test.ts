import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { Refusal, type Draft, type LinkDraft, type LinkTerms, type OkpayPayment, type OrderDraft, type Terms } from '../../src/server.ts';
import { COMPLETED, message, openIpnShop, reversal, type IpnOverrides } from './okpay-ipn-shop.ts';
import { START } from './shop.ts';

type Shop = ReturnType<typeof openIpnShop>;
const DAY = 86_400_000;
const TERMS = { amount: '100.00', currency: 'EUR', reference: 'ORD-7' };

/** A shop with one payment that waits, whose invoice is INV-1. */
async function openWithPayment(overrides: IpnOverrides = {}) {
  const shop = openIpnShop(overrides);
  const { body } = await shop.create();
  const word = async () => (await shop.payments.get('payment-1'))?.status;
  return { ...shop, statusUrl: body.statusUrl, word };
}

/** A shop without `create-url`, whose order() says what is given. */
const openWithoutPage = (said: LinkTerms | undefined = undefined, overrides: IpnOverrides = {}) =>
  openIpnShop({ order: (draft) => (draft.source === 'ipn' ? { ...TERMS, ...(said && { link: said }) } : undefined), ...overrides });

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
      assert.ok(answers.every((status) => status === 200));
      await shop.payments.deliver();
      assert.deepEqual([shop.paid.length, shop.changes.length, shop.observed('callback-duplicate').length], [1, 1, 1199]);
      await shop.payments.close();
    });

    it(`200 times at once from the start, ${what}: one effect`, async () => {
      const shop = await open();
      const answers = await Promise.all(Array.from({ length: 200 }, () => shop.send(COMPLETED)));
      assert.ok(answers.every((status) => status === 200));
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
      assert.ok(await shop.store.transaction((tx) => tx.kept('okpay-ipn', key)));
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
});

describe('a button without create-url', () => {
  it('asks the merchant for the price by what the message claims, without what was paid', async () => {
    const drafts: OrderDraft[] = [];
    const shop = openIpnShop({ order: (draft) => (drafts.push(draft), TERMS) });
    await shop.send(COMPLETED);
    await shop.payments.deliver();
    const { items, ...draft } = drafts[0] as LinkDraft;
    assert.deepEqual(draft, {
      ...{ source: 'ipn', method: 'okpayLink', currency: 'EUR', invoice: 'INV-1', txnId: '1234567' },
      ...{ receiver: 'OK999999999', receiverEmail: 'merchant@example.com', receiverWallet: 'OK999999999' },
    });
    assert.deepEqual([items[0]?.name, items[0]?.price, drafts.length], ['OKPAY Poster', '100.00', 1]);
    assert.equal(JSON.stringify(draft).includes('Anna'), false);
    const { amount, reference, attempt, method, status, link } = shop.paid[0]!.payment;
    assert.deepEqual([amount, reference, attempt, method, status, link?.invoice], ['100.00', 'ORD-7', 'txn-1234567', 'okpayLink', 'paid', 'INV-1']);
    await shop.payments.close();
  });

  it('is a payment of its own for each transaction, also under one invoice or none', async () => {
    const shop = openWithoutPage();
    for (const more of [{}, { ok_txn_id: '2' }, { ok_txn_id: '3', ok_invoice: undefined }, { ok_txn_id: '4', ok_invoice: undefined }]) await shop.send(message(more));
    await shop.payments.deliver();
    assert.deepEqual(shop.paid.map(({ payment }) => payment.attempt), ['txn-1234567', 'txn-2', 'txn-3', 'txn-4']);
    await shop.payments.close();
  });

  it('whose invoice is written like a transaction of another: still its own', async () => {
    const shop = openWithoutPage();
    await shop.send(message({ ok_txn_status: 'pending', ok_txn_id: '2', ok_invoice: undefined }));
    await shop.send(message({ ok_invoice: 'txn-2' }));
    assert.deepEqual([(await shop.payments.get('payment-1'))?.status, (await shop.payments.get('payment-2'))?.attempt], ['processing', 'txn-1234567']);
    await shop.payments.close();
  });

  for (const [what, order] of [
    ['undefined', () => undefined],
    ['a Refusal', () => { throw new Refusal('refused', 'sold out'); }],
    ['no amount', () => ({ amount: '0.00', currency: 'EUR' })],
    ['a broken amount', () => ({ amount: '1e2', currency: 'EUR' })],
    ['a currency that OKPAY has not', () => ({ amount: '100.00', currency: 'BRL' })],
  ] as [string, NonNullable<IpnOverrides['order']>][]) {
    it(`${what} for an answer: 200, kept, nothing paid; sent again when the merchant knows, it counts once`, async () => {
      let answer = order;
      const shop = openIpnShop({ order: (draft, request) => answer(draft, request) });
      assert.equal(await shop.send(COMPLETED), 200);
      assert.equal(await shop.send(COMPLETED), 200);
      await shop.payments.deliver();
      assert.deepEqual([shop.paid.length, shop.changes.length, shop.observed('callback-unmatched').length, shop.observed('callback-duplicate').length], [0, 0, 1, 1]);
      answer = () => TERMS;
      for (let i = 0; i < 3; i++) assert.equal(await shop.send(message({ ok_ipn_resend: 'true' })), 200);
      await shop.payments.deliver();
      assert.deepEqual([shop.paid.length, shop.changes.length], [1, 1]);
      assert.deepEqual([shop.observed('callback-matched').length, shop.observed('callback-duplicate').length], [1, 3]);
      await shop.payments.close();
    });
  }

  it('an order() that throws: 503, so that it comes again, and then counts once', async () => {
    let isDown = true;
    const shop = openIpnShop({
      order: () => {
        if (isDown) throw new Error(COMPLETED);
        return TERMS;
      },
    });
    assert.equal(await shop.send(COMPLETED), 503);
    assert.equal(await shop.send(COMPLETED), 503);
    assert.equal(shop.warnings.join().includes('Anna'), false);
    isDown = false;
    assert.equal(await shop.send(COMPLETED), 200);
    assert.equal(await shop.send(COMPLETED), 200);
    await shop.payments.deliver();
    assert.equal(shop.paid.length, 1);
    await shop.payments.close();
  });

  it('a message before its payment: kept, and applied when the payment appears', async () => {
    const shop = openIpnShop({ ids: { paymentId: () => 'payment-1', attempt: () => 'INV-1' } });
    assert.equal(await shop.send(COMPLETED), 200);
    assert.equal((await shop.create()).body.status, 'paid');
    await shop.payments.deliver();
    assert.equal(shop.paid.length, 1);
    await shop.send(reversal());
    assert.equal((await shop.payments.get('payment-1'))?.status, 'refunded');
    await shop.payments.close();
  });

  it('is not asked about again while its payment is known', async () => {
    let asked = 0;
    const shop = openIpnShop({ order: () => (asked++, TERMS) });
    for (const body of [message({ ok_txn_status: 'pending' }), COMPLETED, COMPLETED, reversal()]) await shop.send(body);
    assert.equal(asked, 1);
    await shop.payments.close();
  });
});

describe('what the merchant hears of the payer', () => {
  it('is the whole message, each once, and nobody else hears it', async () => {
    const heard: OkpayPayment[] = [];
    const shop = await openWithPayment({ settings: { onMessage: (payment) => void heard.push(payment) } });
    for (const body of [message({ ok_txn_status: 'pending' }), COMPLETED, COMPLETED, message({ ok_txn_kind: 'send_money', ok_txn_id: '5' }), message({ ok_ipn_test: '1' })]) await shop.send(body);
    assert.deepEqual(heard.map(({ txnStatus, txnKind, payerFirstName, payerStreet }) => [txnStatus, txnKind, payerFirstName, payerStreet]), [
      ['pending', 'payment_link', 'Anna', 'Hauptstr. 1+2'],
      ['completed', 'payment_link', 'Anna', 'Hauptstr. 1+2'],
      ['completed', 'send_money', 'Anna', 'Hauptstr. 1+2'],
    ]);
    await shop.payments.close();
  });

  it('is said once also where no order is known yet', async () => {
    let heard = 0;
    const shop = openIpnShop({ settings: { onMessage: () => void heard++ } });
    for (let i = 0; i < 3; i++) assert.equal(await shop.send(COMPLETED), 200);
    assert.equal(heard, 1);
    await shop.payments.close();
  });

  it('where it could not keep it, the message comes again: 503, and nothing counts before', async () => {
    let isFull = true;
    const shop = await openWithPayment({
      settings: {
        onMessage: ({ payerEmail }) => {
          if (isFull) throw new Error(payerEmail);
        },
      },
    });
    assert.equal(await shop.send(COMPLETED), 503);
    assert.deepEqual([await shop.word(), shop.observed('handler-failed').length], ['pending', 1]);
    isFull = false;
    assert.equal(await shop.send(COMPLETED), 200);
    assert.equal(await shop.word(), 'paid');
    await shop.payments.close();
  });

  it('is in no answer, log, observation or delivery, and not in the store', async (t) => {
    const printed: unknown[] = [];
    for (const name of ['log', 'warn', 'error', 'info', 'debug'] as const) t.mock.method(console, name, (...words: unknown[]) => printed.push(words));
    const answers: unknown[] = [];
    const kept: unknown[] = [];
    for (const verifier of [() => 'VERIFIED', () => 'TEST', () => 'no', () => Promise.reject(new Error(COMPLETED))] as NonNullable<IpnOverrides['verifier']>[]) {
      const shop = await openWithPayment({ verifier, warn: undefined as never, settings: { resultUrl: 'https://shop.example/done' } });
      for (const body of [COMPLETED, message({ ok_txn_gross: '1.00' }), message({ ok_txn_id: '2', ok_txn_gross: '1.00' }), message({ ok_invoice: 'an invoice of its own', ok_txn_id: '3' }), `${COMPLETED}&ok_verify=1`, reversal()]) {
        const init = { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body };
        for (const path of ['callbacks/okpay-ipn', 'return/okpay']) {
          const response = await shop.payments.handle(new Request(`https://shop.example/${path}`, init));
          answers.push([response.status, ...response.headers, await response.text()]);
        }
      }
      answers.push(await shop.status(shop.statusUrl, '?full'));
      await shop.payments.deliver();
      printed.push(shop.seen, shop.changes, shop.reviews, shop.paid);
      for (const key of [['event', '1234567', 'completed', ''], ['event', '3', 'completed', '']]) kept.push(await shop.store.transaction((tx) => tx.kept('okpay-ipn', JSON.stringify(key))));
      kept.push(await shop.store.find('paymentId', 'payment-1'));
      await shop.payments.close();
    }
    assert.ok(!inspect(printed, { depth: Infinity }).includes('an invoice of its own'));
    const said = inspect([printed, answers, kept], { depth: Infinity, maxStringLength: Infinity, maxArrayLength: Infinity });
    assert.ok(said.includes('callback-matched') && said.includes('callback-unconfirmed'));
    for (const canary of ['Anna', 'buyer@example.net', 'buyer%40example', '987654321', 'Hauptstr', '50667', 'Köln', 'K%C3%B6ln', 'merchant@example.com']) assert.ok(!said.includes(canary), `${canary} was told`);
  });
});
