import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { OKPAY_SOAP_URL, okpaySecurityToken, okpaySoap, OkpayParameterError, OkpaySoapError, ProviderError, type OkpaySoap } from '../../src/server.ts';
import { openSoap, PASSWORD, saying, SHOP } from './okpay-soap-side.ts';

const TRANSFER = { receiver: 'ada@example.com', currency: 'USD', amount: '1.26', invoice: 'R-1' };
const CARD = { email: 'a@example.com', currency: 'EUR', isCourierDelivery: true };
const PAGE = { from: '2010-12-31 10:33:44', till: '2026-11-21 00:00:00', pageSize: 50, pageNumber: 1 };

/** Each function with what it sends after wallet and token, in the order of the service's WSDL. */
const CALLS: [name: string, ask: (client: OkpaySoap) => Promise<unknown>, params: string][] = [
  ['Wallet_Get_Balance', (client) => client.walletGetBalance(), ''],
  ['Wallet_Get_Currency_Balance', (client) => client.walletGetCurrencyBalance('EUR'), '<Currency>EUR</Currency>'],
  [
    'Send_Money',
    (client) => client.sendMoney({ invoice: 'R-1', comment: 'a & b', amount: '1.26', currency: 'USD', receiver: 'OK987654321', isReceiverPaysFees: true }),
    '<Receiver>OK987654321</Receiver><Currency>USD</Currency><Amount>1.26</Amount><Comment>a &amp; b</Comment><IsReceiverPaysFees>true</IsReceiverPaysFees><Invoice>R-1</Invoice>',
  ],
  ['Send_Money', (client) => client.sendMoney({ receiver: '+35722123456', currency: 'JPY', amount: '0.01' }), '<Receiver>+35722123456</Receiver><Currency>JPY</Currency><Amount>0.01</Amount><IsReceiverPaysFees>false</IsReceiverPaysFees>'],
  ['Transaction_Get', (client) => client.transactionGet({ txnId: '9994456683762355345868' }), '<TxnID>9994456683762355345868</TxnID>'],
  ['Transaction_Get', (client) => client.transactionGet({ invoice: '007' }), '<Invoice>007</Invoice>'],
  ['Transaction_History', (client) => client.transactionHistory(PAGE), '<From>2010-12-31 10:33:44</From><Till>2026-11-21 00:00:00</Till><PageSize>50</PageSize><PageNumber>1</PageNumber>'],
  ['DebitCard_Prepay', (client) => client.debitCardPrepay({ ...CARD, comment: '' }), '<Email>a@example.com</Email><Currency>EUR</Currency><IsCourierDelivery>true</IsCourierDelivery><Comment/>'],
  ['EX_Client_Register', (client) => client.call('EX_Client_Register', { Z: '1', Phone: undefined, Email: 'a@b.c', A: ' 01.10 ' }), '<Z>1</Z><Email>a@b.c</Email><A> 01.10 </A>'],
];

describe('a call of OKPAY’s SOAP API', () => {
  for (const [name, ask, params] of CALLS) {
    it(`${name} is an envelope with ${params || 'nothing else'}`, async () => {
      const { client, sent } = saying('');
      await assert.rejects(ask(client), { code: 'bad-answer', refused: false });
      const [{ request, body } = assert.fail()] = sent;
      assert.deepEqual([request.method, request.url, request.redirect], ['POST', OKPAY_SOAP_URL, 'error']);
      assert.deepEqual([request.headers.get('content-type'), request.headers.get('soapaction')], ['text/xml; charset=utf-8', `"https://api.okpay.com/I_OkPayAPI/${name}"`]);
      const token = okpaySecurityToken(PASSWORD, new Date('2026-11-21T10:00:00Z'));
      const head = `<WalletID>${SHOP}</WalletID><SecurityToken>${token}</SecurityToken>`;
      const envelope = '<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>';
      assert.equal(body, `${envelope}<${name} xmlns="https://api.okpay.com">${head}${params}</${name}></s:Body></s:Envelope>`);
    });
  }

  it('of the clock names no wallet, by either way', async () => {
    const { client, sent } = saying('');
    for (const ask of [() => client.getDateTime(), () => client.call('Get_Date_Time')]) await assert.rejects(ask(), { code: 'bad-answer' });
    for (const { body } of sent) assert.match(body, /<s:Body><Get_Date_Time xmlns="https:\/\/api\.okpay\.com"\/><\/s:Body>/);
  });

  it('refuses settings that cannot work', () => {
    const settings = { walletId: SHOP, password: PASSWORD };
    for (const wrong of [{ walletId: 'OK12345678' }, { walletId: 'ok123456789' }, { walletId: 'OK1234567890' }, { walletId: '123456789' }, { walletId: 1 }, { password: '' }, { password: undefined }, { baseUrl: 'http://api.okpay.com/OkPayAPI' }, { baseUrl: 'https://u:p@api.okpay.com/' }, { baseUrl: 'x' }]) {
      assert.throws(() => okpaySoap({ ...settings, ...(wrong as object) }), (error: Error) => error instanceof TypeError && !error.message.includes(PASSWORD));
    }
    okpaySoap({ ...settings, baseUrl: 'http://localhost:8080/okpay/OkPayAPI' });
  });
});

const transfer = (wrong: object) => (client: OkpaySoap) => client.sendMoney({ ...TRANSFER, ...wrong });
const REFUSED: [field: string, value: unknown, rule: RegExp, ask: (client: OkpaySoap) => Promise<unknown>][] = [
  ...[undefined, '', 'OK12345678', 'ada', 'ada@x', 'a b@example.com', '12345', '<x>'].map((receiver): (typeof REFUSED)[number] => ['Receiver', receiver, /e-mail/, transfer({ receiver })]),
  ...['usd', 'XXX', 'US', '', 'USD '].map((currency): (typeof REFUSED)[number] => ['Currency', currency, /one of EUR/, transfer({ currency })]),
  ...[1.26, '1', '1.2', '1.260', '1,000.00', '-1.00', '0.00', '01.26', '1e2', ' 1.26', '1.26\n', '12345678901234.00', '١.٢٦'].map((amount): (typeof REFUSED)[number] => ['Amount', amount, /two decimals/, transfer({ amount })]),
  ...['a\u0000b', 'a\u0008', '\ud800', 'a\rb', '\ufffe', 7].map((comment): (typeof REFUSED)[number] => ['Comment', comment, /XML can carry/, transfer({ comment })]),
  ['Invoice', '', /your own name/, transfer({ invoice: '' })],
  ['IsReceiverPaysFees', 'yes', /true or false/, transfer({ isReceiverPaysFees: 'yes' })],
  ['Currency', 'BTC', /one of EUR/, (client) => client.walletGetCurrencyBalance('BTC')],
  ['TxnID', '12345678901234567890123', /22 digits/, (client) => client.transactionGet({ txnId: '12345678901234567890123' })],
  ['TxnID', 'x', /22 digits/, (client) => client.transactionGet({ txnId: 'x' })],
  ['Invoice', '', /your own name/, (client) => client.transactionGet({ invoice: '' })],
  ['From', '2010-06-31 10:33:44', /GMT/, (client) => client.transactionHistory({ ...PAGE, from: '2010-06-31 10:33:44' })],
  ['Till', '2010-06-30T10:33:44Z', /GMT/, (client) => client.transactionHistory({ ...PAGE, till: '2010-06-30T10:33:44Z' })],
  ['PageSize', '0', /whole number/, (client) => client.transactionHistory({ ...PAGE, pageSize: 0 })],
  ['PageNumber', '1.5', /whole number/, (client) => client.transactionHistory({ ...PAGE, pageNumber: 1.5 })],
  ['Email', 'OK123456789', /e-mail/, (client) => client.debitCardPrepay({ ...CARD, email: 'OK123456789' })],
  ['IsCourierDelivery', 'undefined', /true or false/, (client) => client.debitCardPrepay({ ...CARD, isCourierDelivery: undefined as unknown as boolean })],
  ['function', 'Send_Money"\r\nX: y', /a name/, (client) => client.call('Send_Money"\r\nX: y')],
  ['function', '__proto__', /a name/, (client) => client.call('__proto__')],
  ['parameter', 'a:b', /a name/, (client) => client.call('EX_A', { 'a:b': '1' })],
  ['parameter', '@_xmlns', /a name/, (client) => client.call('EX_A', { '@_xmlns': '1' })],
  ['SecurityToken', '', /left out/, (client) => client.call('EX_A', { SecurityToken: PASSWORD })],
  ['walletid', '', /left out/, (client) => client.call('EX_A', { walletid: SHOP })],
  ['Amount', 5, /XML can carry/, (client) => client.call('EX_A', { Amount: 5 as unknown as string })],
  ['constructor', 'a\u0001', /XML can carry/, (client) => client.call('EX_A', { constructor: 'a\u0001' })],
];

describe('what OKPAY would not take', () => {
  for (const [field, value, rule, ask] of REFUSED) {
    it(`${field} ${inspect(value)} is not sent`, async () => {
      const { client, sent } = saying('');
      await assert.rejects(ask(client), (error: OkpayParameterError) => {
        assert.ok(error instanceof OkpayParameterError && error instanceof ProviderError, String(error));
        assert.deepEqual([error.name, error.code, error.field, error.value, error.refused], ['OkpayParameterError', 'bad-parameter', field, value, true]);
        assert.match(error.rule, rule);
        assert.ok(error.message.startsWith(`${field} is `) && !inspect(error).includes(PASSWORD), 'the message');
        return true;
      });
      assert.equal(sent.length, 0);
    });
  }
});

const HOUR = 3_600_000;

describe('a token that OKPAY does not take', () => {
  for (const skew of [-2 * HOUR, -HOUR, -61_000, 61_000, HOUR, 2 * HOUR]) {
    for (const [what, time] of [['an hour', '2026-11-21T10:00:30Z'], ['a day', '2026-11-21T00:00:30Z'], ['a year', '2027-01-01T00:00:30Z']] as const) {
      it(`is tried once more by OKPAY’s clock, from which ours is ${skew / 1000} s off near the turn of ${what}`, async () => {
        let theirs = new Date(time);
        if (skew > 0) theirs = new Date(theirs.getTime() - 60_000);
        const { client, asked, ledger } = openSoap({ theirs: () => theirs, now: () => new Date(theirs.getTime() + skew) });
        await client.sendMoney(TRANSFER);
        assert.deepEqual(asked, ['Send_Money', 'Get_Date_Time', 'Send_Money']);
        assert.equal(ledger.transactions.length, 1);
        // What it has learnt it knows the next time, even hours later.
        await client.sendMoney(TRANSFER);
        theirs = new Date(theirs.getTime() + 5 * HOUR + 1800_000);
        await client.walletGetBalance();
        assert.deepEqual(asked.slice(3), ['Send_Money', 'Wallet_Get_Balance']);
      });
    }
  }

  for (const [name, ask] of CALLS.filter(([name]) => !name.startsWith('EX_'))) {
    it(`is tried once more for ${name}, and never twice`, async () => {
      const { client, asked } = openSoap({ password: 'wrong' });
      await assert.rejects(ask(client), { code: 104, name: 'Authentication_Failed', refused: true });
      assert.deepEqual(asked, [name, 'Get_Date_Time', name]);
    });
  }

  it('is tried once more where the hour has begun meanwhile', async () => {
    let theirs = new Date('2026-11-21T10:59:59Z');
    const ours = new Date('2026-11-21T11:00:00Z');
    const { client, asked } = openSoap({
      now: () => ours,
      theirs: () => {
        const told = theirs;
        theirs = ours;
        return told;
      },
    });
    await client.walletGetBalance();
    assert.deepEqual(asked, ['Wallet_Get_Balance', 'Get_Date_Time', 'Wallet_Get_Balance']);
  });

  it('stays refused where the clock does not answer', async () => {
    const { client, asked, ledger } = openSoap({ password: 'wrong', loses: (name) => name === 'Get_Date_Time' });
    await assert.rejects(client.sendMoney(TRANSFER), { code: 104, refused: true });
    assert.deepEqual([asked, ledger.transactions], [['Send_Money', 'Get_Date_Time'], []]);
  });

  for (const repeated of ['<Comment>Authentication_Failed</Comment>', '<Text>Authentication_Failed</Text>', '<Amount>104</Amount>']) {
    it(`what a fault repeats of the call is no error: after ${repeated} nothing is sent twice`, async () => {
      const fault = `<Envelope><Body><Fault><faultcode>s:Server</faultcode><faultstring>Internal failure</faultstring><detail>${repeated}</detail></Fault></Body></Envelope>`;
      const { client, sent } = saying(fault, { status: 500 });
      await assert.rejects(client.sendMoney({ ...TRANSFER, amount: '104.00', comment: 'Authentication_Failed' }), { code: 0, refused: false });
      assert.equal(sent.length, 1);
    });
  }

  it('leaves open what became of the second try', async () => {
    const { client, asked, ledger } = openSoap({ theirs: () => new Date('2026-11-21T12:00:00Z'), loses: (_, before) => before === 2 });
    await assert.rejects(client.sendMoney(TRANSFER), { code: 'network', refused: false });
    assert.deepEqual([asked.length, ledger.transactions.length], [3, 1]);
  });
});

describe('an answer that is lost', () => {
  for (const [what, ask] of [['a transfer', (client: OkpaySoap) => client.sendMoney(TRANSFER)], ['a card', (client: OkpaySoap) => client.debitCardPrepay(CARD)]] as const) {
    it(`leaves it open whether there is ${what}, and nothing is sent again`, async () => {
      const { client, asked } = openSoap({ loses: () => true });
      await assert.rejects(ask(client), (error: ProviderError) => {
        assert.deepEqual([error instanceof ProviderError, error.code, error.refused, error.cause], [true, 'network', false, undefined]);
        return !inspect(error, { showHidden: true, depth: null }).includes(PASSWORD);
      });
      assert.equal(asked.length, 1);
    });
  }

  it('is looked for by the transfer’s own name', async () => {
    const { client } = openSoap({ loses: (name) => name === 'Send_Money' });
    await assert.rejects(client.sendMoney(TRANSFER), { refused: false });
    assert.equal((await client.transactionGet({ invoice: 'R-1' })).status, 'Completed');
    await assert.rejects(client.transactionGet({ invoice: 'R-2' }), (error) => error instanceof OkpaySoapError && error.code === 111);
  });
});

describe('what is secret', () => {
  it('stands in no client and no error', async () => {
    const { client } = openSoap();
    const token = okpaySecurityToken(PASSWORD, new Date('2026-11-21T10:20:30Z'));
    const shown = (thing: unknown) => inspect(thing, { showHidden: true, depth: null }) + JSON.stringify(thing) + String(thing);
    assert.equal(shown(client).includes(PASSWORD), false);
    const fault = `<E><Body><Fault><faultcode>${token}</faultcode><faultstring>${token}</faultstring><detail>my-secret</detail></Fault></Body></E>`;
    for (const said of [fault.replace(/E>/g, 'Envelope>'), fault, token]) {
      const error = await saying(said, { status: 500 }).client.walletGetBalance().catch((error: unknown) => error);
      assert.ok(error instanceof Error && !shown(error).includes(token) && !shown(error).includes('my-secret'), said);
    }
  });
});
