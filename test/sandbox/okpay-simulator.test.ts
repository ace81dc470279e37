import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readOkpayPayment } from '../../src/formats/okpay-payment.ts';
import { OKPAY_KINDS } from '../../src/sandbox/okpay-ledger.ts';
import { openOkpay, rawBody, SHOP, textOf, unescaped } from './okpay-side.ts';

const TO = 'https://shop.example/test';

describe('the IPN simulator of a simulated OKPAY', () => {
  it('sends what two public copies show, in its own shape', async () => {
    const { sandbox, arrived } = openOkpay({ wallets: [{ id: 'OK999999999', email: 'merchant@example.com', accountId: '123' }], newId: () => '1', origins: ['https://shop.example'] });
    await sandbox.simulate('payment_link', TO, { ok_txn_datetime: '2012-01-01 00:00:00' });
    assert.equal(arrived[0]!.body, rawBody('ipn-33'));
  });

  for (const kind of OKPAY_KINDS) {
    it(`sends ${kind} as a test, which the verifier calls TEST`, async () => {
      const { sandbox, arrived, verify } = openOkpay();
      const { status, httpStatus, isTest, txnId } = await sandbox.simulate(kind, TO);
      assert.deepEqual([status, httpStatus, isTest, txnId], ['Sent', 200, true, '']);
      const said = readOkpayPayment(new URLSearchParams(arrived[0]!.body));
      assert.deepEqual([said.txnKind, said.isTest, said.receiverWallet, said.items.length], [kind, true, SHOP.id, ['payment_link', 'marketplace'].includes(kind) ? 1 : 0]);
      assert.equal(await verify(`ok_verify=true&${arrived[0]!.body}`), 'TEST');
      assert.equal(await verify(`ok_verify=true&${arrived[0]!.body.replace('ok_ipn_test=1', 'ok_ipn_test=0')}`), 'INVALID');
      assert.deepEqual(sandbox.ledger.transactions, []);
    });
  }

  it('judges nothing that was changed, but is a test whatever is said', async () => {
    const { sandbox, arrived } = openOkpay();
    await sandbox.simulate('payment_link', TO, { ok_txn_gross: 'lots', ok_txn_status: 'reversed', ok_txn_reversal_reason: 'refund', ok_mine: '1', ok_ipn_test: '0' });
    const said = new URLSearchParams(arrived[0]!.body);
    assert.deepEqual(['ok_txn_gross', 'ok_txn_status', 'ok_txn_reversal_reason', 'ok_mine', 'ok_ipn_test'].map((name) => said.getAll(name)), [['lots'], ['reversed'], ['refund'], ['1'], ['1']]);
  });

  it('sends a test once: nobody waits for it', async () => {
    const { sandbox, side, arrived } = openOkpay();
    side.answer = () => new Response('', { status: 500 });
    assert.equal((await sandbox.simulate('mass_pay', TO)).status, 'Failed');
    await sandbox.elapse(600);
    assert.equal(arrived.length, 1);
  });

  it('calls no address that the sandbox was not told of', async () => {
    const { sandbox, post, arrived } = openOkpay();
    for (const url of ['http://127.0.0.1:22/', 'https://evil.example/', 'file:///etc/passwd', 'nonsense', '']) {
      await assert.rejects(sandbox.simulate('mass_pay', url), { code: 'bad-request' });
      const page = await post('ipn-simulator', { wallet: SHOP.id, kind: 'mass_pay', url });
      assert.equal(page.status, 400);
      assert.match(textOf(await page.text()), /Not sent: this address is not called\. Address of your listener This sandbox calls only https:\/\/okpay\.example, https:\/\/shop\.example, and follows no redirect/);
    }
    assert.deepEqual([arrived, sandbox.history()], [[], []]);
  });

  it('is a page: choose, edit, send, and see what came back', async () => {
    const { get, post, arrived, side } = openOkpay();
    const first = await (await get('ipn-simulator')).text();
    for (const kind of OKPAY_KINDS) assert.ok(first.includes(`>${kind}</option>`), kind);
    const html = await (await get(`ipn-simulator?${new URLSearchParams({ wallet: SHOP.id, kind: 'marketplace', url: TO })}`)).text();
    const fields = [...html.matchAll(/name="([^"]+)" (?:type="url" )?value="([^"]*)"/g)].map(([, name, value]) => [name!, unescaped(value!)] as const);
    assert.equal(new Map(fields).get('ok_item_1_type'), 'Tangible Good (Request Delivery Address)');
    const typed = '"><script>alert(1)</script>';
    const edited = fields.map(([name, value]) => [name, name === 'ok_invoice' ? typed : value] as const);
    const sent = textOf(await (await post('ipn-simulator', edited)).text());
    assert.match(sent, /IPN Simulator Sent: your server answered HTTP 200\. Details/);
    assert.equal(new URLSearchParams(arrived[0]!.body).get('ok_invoice'), typed);
    side.answer = () => Promise.reject(new Error('down'));
    const again = await (await post('ipn-simulator', edited)).text();
    assert.match(textOf(again), /Failed: your server answered nothing\./);
    assert.ok(!again.includes('<script') && unescaped(again).includes(typed));
    assert.equal((await post('ipn-simulator', { wallet: 'x', kind: 'mass_pay', url: TO })).status, 400);
  });
});
