import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readOkpayPayment } from '../../src/formats/okpay-payment.ts';
import { OKPAY_KINDS, type OkpayKind } from '../../src/sandbox/okpay-ledger.ts';
import { openOkpay, POSTER, rawBody, SHOP } from './okpay-side.ts';

const VECTOR_SHOP = { id: 'OK999999999', email: 'Merchant@example.com', accountId: '123456789', ipnUrl: 'https://shop.example/ipn' };
const POSTER_EUR = { ok_receiver: 'OK999999999', ok_item_1_name: 'OKPAY Poster', ok_item_1_price: '100.00', ok_invoice: 'INV-1' };

/** A side whose first transaction has the id of the vectors. */
function openVector(space: '+' | '%20' = '+') {
  let last = 1234566;
  return openOkpay({ wallets: [VECTOR_SHOP], newId: () => String(++last), space });
}

describe('what a simulated OKPAY says of a payment', () => {
  it('is, byte for byte, what the vectors have', async () => {
    const { sandbox, arrived } = openVector();
    sandbox.pay(POSTER_EUR);
    await sandbox.settled();
    assert.equal(arrived[0]!.body, rawBody('ipn-01'));
    await sandbox.resend([sandbox.history()[0]!.id]);
    assert.equal(arrived[1]!.body, rawBody('ipn-11'));
    for (const [act, id] of [['failed', 'ipn-05'], ['hold', 'ipn-09']] as const) {
      const other = openVector();
      other.sandbox.pay(POSTER_EUR, act);
      await other.sandbox.settled();
      assert.equal(other.arrived[0]!.body, rawBody(id));
    }
  });

  it('writes spaces as it is told', async () => {
    const { sandbox, arrived, verify } = openVector('%20');
    sandbox.pay(POSTER_EUR);
    await sandbox.settled();
    assert.equal(arrived[0]!.body, rawBody('ipn-01').replaceAll('+', '%20'));
    assert.equal(await verify(`ok_verify=true&${arrived[0]!.body}`), 'VERIFIED');
    assert.equal(await verify(`ok_verify=true&${rawBody('ipn-01')}`), 'INVALID');
  });

  it('tells of whole and partial reversals with ids of their own, the first one\'s, and amounts below zero', async () => {
    const { sandbox, arrived } = openVector();
    const { id } = sandbox.pay(POSTER_EUR).transaction!;
    sandbox.refund(id, '30.00');
    assert.throws(() => sandbox.refund(id, '70.01'), { code: 'bad-request' });
    sandbox.ledger.reverse(id, 'other', '0.50');
    sandbox.chargeback(id);
    await sandbox.settled();
    const said = arrived.map(({ body }) => readOkpayPayment(new URLSearchParams(body)));
    assert.deepEqual(
      said.map(({ status, txnParentId, txnReversalReason, gross, txnNet, txnFee, invoice }) => [status, txnParentId, txnReversalReason, gross, txnNet, txnFee, invoice]),
      [
        ['completed', '', '', '100.00', '99.00', '1.00', 'INV-1'],
        ['reversed', id, 'refund', '-30.00', '-29.70', '-0.30', 'INV-1'],
        ['reversed', id, 'other', '-0.50', '-0.50', '0.00', 'INV-1'],
        ['reversed', id, 'chargeback', '-69.50', '-68.81', '-0.69', 'INV-1'],
      ],
    );
    assert.equal(new Set(said.map(({ txnId }) => txnId)).size, 4);
    const vector = new URLSearchParams(rawBody('ipn-07'));
    for (const name of ['ok_txn_reversal_reason', 'ok_txn_parent_id']) assert.equal(new URLSearchParams(arrived[3]!.body).get(name), vector.get(name));
    assert.throws(() => sandbox.refund(id), { code: 'bad-request' });
    for (const amount of ['0', '-1.00', '1,5', 'x']) assert.throws(() => sandbox.refund(id, amount), { code: 'bad-request' });
  });

  it('tells of a pending payment under one id until it is decided, and decides once', async () => {
    const { sandbox, arrived } = openVector();
    const [one, two] = [sandbox.pay(POSTER_EUR, 'pending').transaction!, sandbox.pay(POSTER_EUR, 'hold').transaction!];
    assert.throws(() => sandbox.refund(one.id), { code: 'not-paid' });
    sandbox.complete(one.id);
    sandbox.fail(two.id);
    await sandbox.settled();
    const said = arrived.map(({ body }) => readOkpayPayment(new URLSearchParams(body)));
    assert.deepEqual(
      said.map(({ txnId, status, txnPendingReason }) => [txnId, status, txnPendingReason]),
      [[one.id, 'pending', 'review'], [two.id, 'hold', ''], [one.id, 'completed', ''], [two.id, 'failed', '']],
    );
    for (const { id } of [one, two]) assert.throws(() => sandbox.complete(id), { code: 'not-payable' });
    assert.throws(() => sandbox.complete('7'), { code: 'unknown-code' });
  });

  it('tells of every kind and status, and keeps the balance', async () => {
    const { sandbox, arrived } = openOkpay();
    const wallet = sandbox.ledger.wallets[0]!;
    for (const kind of OKPAY_KINDS) sandbox.ledger.add({ kind, wallet, currency: 'EUR', gross: 1000n, fee: 10n, texts: { txn_comment: kind } });
    for (const status of ['canceled', 'error'] as const) sandbox.ledger.change(sandbox.ledger.add({ kind: 'send_money', wallet, currency: 'EUR', gross: 5n, fee: 0n, status: 'pending' }).id, status);
    await sandbox.settled();
    const said = arrived.map(({ body }) => readOkpayPayment(new URLSearchParams(body)));
    assert.deepEqual(said.slice(0, 6).map(({ txnKind, txnComment }) => [txnKind, txnComment]), OKPAY_KINDS.map((kind: OkpayKind) => [kind, kind]));
    assert.deepEqual(said.slice(6).map(({ txnStatus, txnPendingReason }) => [txnStatus, txnPendingReason]), [['pending', 'other'], ['canceled', ''], ['pending', 'other'], ['error', '']]);
    assert.equal(sandbox.ledger.balance(wallet, 'EUR'), 5940n);
    sandbox.ledger.reverse(sandbox.ledger.transactions[0]!.id, 'refund');
    assert.equal(sandbox.ledger.balance(wallet, 'EUR'), 4950n);
  });

  it('says of items what the form said, with the sums of their parts', async () => {
    const { sandbox, arrived } = openOkpay();
    const item = { price: '10.50', quantity: '3', article: 'A7', type: 'shipment', shipping: '4.00', shipping2: '1.25', tax: '0.30', handling: '2.00', custom_1_title: 'Größe', custom_1_value: 'ä & =' };
    sandbox.pay({ ...POSTER, ok_item_2_name: 'Mug', ...Object.fromEntries(Object.entries(item).map(([name, value]) => [`ok_item_2_${name}`, value])), ok_payer_first_name: 'Zoë', ok_fees: '1' });
    await sandbox.settled();
    const said = readOkpayPayment(new URLSearchParams(arrived[0]!.body));
    const { name, gross, shipping, tax, handling, article, type, quantity, price, custom1Title, custom1Value } = said.items[1]!;
    assert.deepEqual([name, gross, shipping, tax, handling, article, type, quantity, price, custom1Title, custom1Value], ['Mug', '40.30', '6.50', '0.30', '2.00', 'A7', 'shipment', '3', '10.50', 'Größe', 'ä & =']);
    assert.deepEqual([said.itemsCount, said.txnShipping, said.txnTax, said.txnHandling, said.txnGross, said.txnNet, said.txnFee, said.fees, said.payerFirstName], ['2', '6.50', '0.30', '2.00', '141.70', '140.30', '1.40', '1', 'Zoë']);
  });

  it('has ids of 19 digits that no number holds', () => {
    const { sandbox } = openOkpay({ newId: undefined as never });
    const { id } = sandbox.pay({ ...POSTER, ok_receiver: SHOP.id }).transaction!;
    assert.match(id, /^\d{19}$/);
    assert.ok(BigInt(id) > BigInt(Number.MAX_SAFE_INTEGER) && BigInt(id) < 2n ** 63n);
  });
});

describe('the verifier of a simulated OKPAY', () => {
  it('vouches for the very bytes that were sent, and for nothing else', async () => {
    const { sandbox, arrived, verify, post } = openVector();
    sandbox.pay(POSTER_EUR);
    await sandbox.settled();
    const { body } = arrived[0]!;
    const answer = await post('ipn-verify.html', `ok_verify=true&${body}`);
    assert.deepEqual([await answer.text(), answer.status, answer.headers.get('content-type')], ['VERIFIED', 200, 'text/plain; charset=utf-8']);
    const pairs = body.split('&');
    for (const wrong of [
      body,
      `${body}&ok_verify=true`,
      `ok_verify=false&${body}`,
      `ok_verify=true&ok_verify=true&${body}`,
      `ok_verify=true&${[pairs[1], pairs[0], ...pairs.slice(2)].join('&')}`,
      `ok_verify=true&${body.replaceAll('+', '%20')}`,
      `ok_verify=true&${body.replace('%C3%B6', '%c3%b6')}`,
      `ok_verify=true&${body.replace('%C3%B6', 'ö')}`,
      `ok_verify=true&${body.replace('&ok_payer_state=', '')}`,
      `ok_verify=true&${body}&`,
      `ok_verify=true&${body}&ok_ipn_resend=true`,
      'ok_verify=true&',
      'ok_verify=true',
      '',
    ]) {
      assert.equal(await verify(wrong), 'INVALID', wrong.slice(0, 60));
    }
    const whole = Buffer.from(`ok_verify=true&${body}`);
    for (let at = 0; at < whole.length; at += 7) {
      const flipped = Buffer.from(whole);
      flipped[at]! ^= 1;
      const request = new Request('https://okpay.example/play/ipn-verify.html', { method: 'POST', body: flipped });
      assert.equal(await (await sandbox.handle(request)).text(), 'INVALID', String(at));
    }
  });
});
