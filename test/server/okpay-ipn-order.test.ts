import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { Refusal, type LinkDraft, type OkpayPayment, type OrderDraft } from '../../src/server.ts';
import { COMPLETED, message, openIpnShop, openWithoutPage, openWithPayment, reversal, TERMS, type IpnOverrides } from './okpay-ipn-shop.ts';

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
    assert.equal(inspect(printed, { depth: Infinity }).includes('an invoice of its own'), false);
    const said = inspect([printed, answers, kept], { depth: Infinity, maxStringLength: Infinity, maxArrayLength: Infinity });
    assert.equal(said.includes('callback-matched') && said.includes('callback-unconfirmed'), true);
    for (const canary of ['Anna', 'buyer@example.net', 'buyer%40example', '987654321', 'Hauptstr', '50667', 'Köln', 'K%C3%B6ln', 'merchant@example.com']) assert.ok(!said.includes(canary), `${canary} was told`);
  });
});
