import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OKPAY_SOAP_ERRORS } from '../../src/server/providers/okpay-soap-error.ts';
import { okpaySecurityToken, OkpaySoapError, type OkpaySoap, type OkpaySoapCode } from '../../src/server.ts';
import { openSoap, PASSWORD, SHOP, type SoapWishes } from '../server/okpay-soap-side.ts';

const TRANSFER = { receiver: 'OK987654321', currency: 'USD', amount: '100.00' };

/** How each error comes about. */
const CASES: [code: OkpaySoapCode, why: string, ask: (client: OkpaySoap) => Promise<unknown>, wishes?: SoapWishes & { fails?: boolean }][] = [
  [101, 'the API is switched off', (client) => client.walletGetBalance(), { fails: true }],
  [102, 'a function is not open to everybody', (client) => client.call('EX_Account_Check', { Account: 'ada@example.com' })],
  [103, 'another address asks than the wallet lists', (client) => client.walletGetBalance(), { walletId: 'OK555555555', address: '198.51.100.1' }],
  [104, 'the password is another', (client) => client.walletGetBalance(), { password: 'wrong' }],
  [105, 'the wallet has no password', (client) => client.walletGetBalance(), { walletId: 'OK666666666' }],
  [107, 'the wallet is blocked', (client) => client.sendMoney(TRANSFER), { fails: true }],
  [108, 'the other wallet is blocked', (client) => client.sendMoney(TRANSFER), { fails: true }],
  [109, 'there is no such wallet', (client) => client.walletGetBalance(), { walletId: 'OK000000000' }],
  [110, 'nobody is paid', (client) => client.sendMoney({ ...TRANSFER, receiver: 'nobody@example.com' })],
  [111, 'there is no such id', (client) => client.transactionGet({ txnId: '1' })],
  [111, 'there is no such invoice', (client) => client.transactionGet({ invoice: 'none' })],
  [112, 'the currency is disabled', (client) => client.sendMoney(TRANSFER), { disabled: ['USD'] }],
  [113, 'something broke', (client) => client.debitCardPrepay({ email: 'a@example.com', currency: 'EUR', isCourierDelivery: true }), { fails: true }],
  [200, 'the currency is none', (client) => client.call('Wallet_Get_Currency_Balance', { Currency: 'XXX' })],
  [201, 'the amount is nothing', (client) => client.call('Send_Money', { Receiver: 'OK987654321', Currency: 'USD', Amount: '0.00' })],
  [201, 'the amount is below zero', (client) => client.call('Send_Money', { Receiver: 'OK987654321', Currency: 'USD', Amount: '-1.00' })],
  [201, 'the amount has commas', (client) => client.call('Send_Money', { Receiver: 'OK987654321', Currency: 'USD', Amount: '1,000.00' })],
  [300, 'there is less, with the fee', (client) => client.sendMoney({ ...TRANSFER, amount: '495.50' })],
  [301, 'it was enough for a day', (client) => client.sendMoney(TRANSFER), { dailyLimit: '100.99' }],
  [302, 'it would come back', (client) => client.sendMoney({ ...TRANSFER, receiver: 'shop@example.com' })],
];

describe('the errors of the simulated SOAP API', () => {
  for (const [code, why, ask, { fails, ...wishes } = {}] of CASES) {
    it(`${code} ${OKPAY_SOAP_ERRORS[code]}, because ${why}`, async () => {
      const { client, endpoint, ledger } = openSoap(wishes);
      if (fails) endpoint.fail(code);
      await assert.rejects(ask(client), (error: OkpaySoapError) => {
        assert.ok(error instanceof OkpaySoapError, String(error));
        assert.deepEqual([error.code, error.name, error.given, error.refused], [code, OKPAY_SOAP_ERRORS[code], OKPAY_SOAP_ERRORS[code], code !== 113]);
        return true;
      });
      assert.equal(ledger.transactions.length, 0);
      if (!fails) return;
      endpoint.fail();
      await client.walletGetBalance();
    });
  }

  it('106 Access_Denied, because the transaction is of two others', async () => {
    const { client, ledger, wallet } = openSoap();
    const { id } = ledger.add({ kind: 'payment_link', wallet: wallet('OK666666666'), from: wallet('OK987654321'), currency: 'EUR', gross: 100n, fee: 1n });
    await assert.rejects(client.transactionGet({ txnId: id }), { code: 106, name: 'Access_Denied' });
  });

  it('are all of the document', () => {
    const codes = new Set([...CASES.map(([code]) => code), 106]);
    assert.deepEqual([...codes].sort(), Object.keys(OKPAY_SOAP_ERRORS).map(Number));
  });
});

describe('the simulated SOAP API', () => {
  it('moves money, by the sender’s fee or the receiver’s, and tells of it', async () => {
    const { client, ledger, told, wallet } = openSoap();
    const first = await client.sendMoney({ ...TRANSFER, comment: 'Miete & "mehr" <2026> ünï 🔑', invoice: 'R-1' });
    assert.deepEqual([first.id, first.amount, first.fees, first.net, first.status, first.date], ['9994456683762355345868', '101.00', '1.00', '100.00', 'Completed', '2026-11-21 10:20:30']);
    assert.deepEqual([first.comment, first.invoice, first.operationName], ['Miete & "mehr" <2026> ünï 🔑', 'R-1', 'send_money']);
    assert.deepEqual([first.sender?.walletId, first.receiver?.walletId, first.receiver?.accountId, first.receiver?.name], [SHOP, 'OK987654321', '007', 'Ada <& "Co">']);
    const second = await client.sendMoney({ ...TRANSFER, receiver: 'ada@example.com', isReceiverPaysFees: true });
    assert.deepEqual([second.id, second.amount, second.net], ['9994456683762355345869', '100.00', '99.00']);
    assert.deepEqual(await client.walletGetBalance(), [{ currency: 'USD', amount: '299.00' }, { currency: 'EUR', amount: '100.00' }]);
    assert.equal(ledger.balance(wallet('OK987654321'), 'USD'), 19900n);
    assert.deepEqual(told.map(({ kind, id }) => [kind, id]), [['send_money', first.id], ['send_money', second.id]]);
  });

  it('counts for the day’s limit what was sent that day in a currency, not what came', async () => {
    let now = new Date('2026-11-21T23:59:00Z');
    const { client, ledger, wallet } = openSoap({ now: () => now, dailyLimit: '150.00' });
    ledger.add({ kind: 'payment_link', wallet: wallet(SHOP), currency: 'USD', gross: 20000n, fee: 0n });
    await client.sendMoney({ ...TRANSFER, currency: 'EUR', amount: '90.00' });
    await client.sendMoney(TRANSFER);
    await assert.rejects(client.sendMoney(TRANSFER), { code: 301 });
    now = new Date('2026-11-22T00:00:00Z');
    await client.sendMoney(TRANSFER);
  });

  it('finds a transaction by its id or invoice, even one below zero', async () => {
    const { client, ledger, wallet } = openSoap();
    const sold = ledger.add({ kind: 'payment_link', wallet: wallet(SHOP), currency: 'EUR', gross: 5000n, fee: 50n, texts: { invoice: 'R-9', txn_comment: 'a\u0001b' } });
    const reversal = ledger.reverse(sold.id, 'refund', '0.50');
    const back = await client.transactionGet({ txnId: reversal.id });
    assert.deepEqual([back.amount, back.status, back.sender], ['-0.50', 'Reversed', undefined]);
    const found = await client.transactionGet({ invoice: 'R-9' });
    assert.deepEqual([found.id, found.amount, found.net, found.comment], [sold.id, '50.00', '49.50', 'a b']);
  });

  it('gives a history by pages, from and till included', async () => {
    let now = new Date('2026-11-21T10:00:00Z');
    const { client, ledger, wallet } = openSoap({ now: () => now });
    for (let at = 0; at < 5; at += 1) {
      now = new Date(`2026-11-21T10:00:0${at}.500Z`);
      ledger.add({ kind: 'payment_link', wallet: wallet(SHOP), currency: 'EUR', gross: BigInt(at + 1) * 100n, fee: 0n });
    }
    ledger.add({ kind: 'payment_link', wallet: wallet('OK987654321'), currency: 'EUR', gross: 100n, fee: 0n });
    const wanted = { from: '2026-11-21 10:00:01', till: '2026-11-21 10:00:03', pageSize: 2 };
    const pages = [await client.transactionHistory({ ...wanted, pageNumber: 1 }), await client.transactionHistory({ ...wanted, pageNumber: 2 })];
    assert.deepEqual(pages.map(({ transactions }) => transactions.map(({ amount }) => amount)), [['2.00', '3.00'], ['4.00']]);
    assert.deepEqual(pages.map(({ pageCount, pageNumber, pageSize, totalCount }) => [pageCount, pageNumber, pageSize, totalCount]), [[2, 1, 2, 3], [2, 2, 2, 3]]);
    const empty = await client.transactionHistory({ ...wanted, from: '2027-01-01 00:00:00', till: '2027-01-02 00:00:00', pageNumber: 1 });
    assert.deepEqual([empty.totalCount, empty.pageCount, empty.transactions], [0, 0, []]);
    await assert.rejects(client.call('Transaction_History', { From: 'x' }), { code: 0, given: 'Incorrect_Parameters' });
  });

  it('gives its clock, balances of one currency and cards', async () => {
    const { client } = openSoap();
    assert.equal(await client.getDateTime(), '2026-11-21 10:20:30');
    assert.deepEqual(await client.walletGetCurrencyBalance('JPY'), { currency: 'JPY', amount: '0.00' });
    assert.match(await client.debitCardPrepay({ email: 'a@example.com', currency: 'EUR', isCourierDelivery: false, comment: 'x' }), /^\d{10}$/);
  });

  it('lets the addresses of a list pass, as they are given or in the header of the server in front', async () => {
    await openSoap({ walletId: 'OK555555555', address: '203.0.113.9' }).client.walletGetBalance();
    const { endpoint } = openSoap();
    const ask = (headers: object) => {
      const token = okpaySecurityToken(PASSWORD, new Date('2026-11-21T10:20:30Z'));
      const body = `<Envelope><Body><Wallet_Get_Balance><WalletID>OK555555555</WalletID><SecurityToken>${token}</SecurityToken></Wallet_Get_Balance></Body></Envelope>`;
      return endpoint.handle(new Request('http://localhost/', { method: 'POST', body, headers: { SOAPAction: '"https://api.okpay.com/I_OkPayAPI/Wallet_Get_Balance"', ...headers } }));
    };
    assert.equal((await ask({ 'X-Forwarded-For': '203.0.113.9' })).status, 200);
    const refused = await ask({});
    assert.equal(refused.status, 500);
    assert.match(await refused.text(), /<faultstring [^>]+>Invalid_IP_Address</);
    // The header must name the function that is called.
    assert.match(await (await ask({ SOAPAction: '"https://api.okpay.com/I_OkPayAPI/Send_Money"' })).text(), /ActionNotSupported/);
  });

  it('answers a fault to whatever is no envelope', async () => {
    const { endpoint } = openSoap();
    for (const body of ['', 'x', '<a/>', '<!DOCTYPE a [<!ENTITY b "c">]><Envelope><Body><Get_Date_Time>&b;</Get_Date_Time></Body></Envelope>', 'x'.repeat(70_000), null]) {
      const answer = await endpoint.handle(new Request('http://localhost/', { method: 'POST', body, headers: { SOAPAction: '"https://api.okpay.com/I_OkPayAPI/Get_Date_Time"' } }));
      assert.equal(answer.status, 500);
      assert.equal(answer.headers.get('content-type'), 'text/xml; charset=utf-8');
      assert.match(await answer.text(), /<s:Fault><faultcode>s:Client<\/faultcode>/);
    }
    const { client } = openSoap();
    for (const name of ['Withdraw_To_Ecurrency', 'toString', 'constructor']) await assert.rejects(client.call(name), { code: 0, refused: false });
  });
});
