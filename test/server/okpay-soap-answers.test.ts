import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OKPAY_SOAP_ERRORS } from '../../src/server/providers/okpay-soap-error.ts';
import { OkpaySoapError, ProviderError, type OkpaySoap } from '../../src/server.ts';
import { saying } from './okpay-soap-side.ts';

const DATA = 'http://schemas.datacontract.org/2004/07/OkPayAPI';
const NIL = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance"';

/** An answer with this in its result, as the service's framework writes it. */
const answer = (name: string, result: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><${name}Response xmlns="https://api.okpay.com">${result}</${name}Response></s:Body></s:Envelope>`;
const clock = (inside: string): string => answer('Get_Date_Time', `<Get_Date_TimeResult>${inside}</Get_Date_TimeResult>`);
const fault = (inside: string): string => `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>${inside}</s:Fault></s:Body></s:Envelope>`;

const TRANSACTION = `<a:Amount>-0012.3400</a:Amount><a:Comment>a &lt;b&gt; &amp;lt; &quot;c&apos; &#233;&#x1F511; 付款 שלום</a:Comment><a:Currency>USD</a:Currency>
  <a:Date>2010-12-31 10:33:44</a:Date><a:Fees>0.10</a:Fees><a:ID>9994456683762355345868</a:ID><a:Invoice>007</a:Invoice><a:Net>12.24</a:Net><a:OperationName i:nil="true"/>
  <a:Receiver><a:AccountID>000000042</a:AccountID><a:Country_ISO>CY</a:Country_ISO><a:Email>a@example.com</a:Email><a:Name> A  B </a:Name><a:VerificationStatus>Verified</a:VerificationStatus><a:WalletID>OK123456789</a:WalletID></a:Receiver>
  <a:Sender i:nil="true"/><a:Status>Completed</a:Status>`;
const READ = {
  ...{ id: '9994456683762355345868', amount: '-0012.3400', fees: '0.10', net: '12.24', currency: 'USD', date: '2010-12-31 10:33:44' },
  ...{ comment: 'a <b> &lt; "c\' é🔑 付款 שלום', invoice: '007', operationName: undefined, sender: undefined, status: 'Completed' },
  receiver: { accountId: '000000042', countryIso: 'CY', email: 'a@example.com', name: ' A  B ', verificationStatus: 'Verified', walletId: 'OK123456789' },
};
/** The same with these prefixes; an empty one is the default namespace. */
const under = (soap: string, own: string, data: string): string => {
  const space = (prefix: string, address: string) => `xmlns${prefix && ':'}${prefix.slice(0, -1)}="${address}"`;
  const inside = TRANSACTION.replace(/<a:(\w+)/g, `<${data}$1 ${space(data, DATA)}`).replaceAll('</a:', `</${data}`);
  const result = `<${own}Transaction_GetResult ${NIL}>${inside}</${own}Transaction_GetResult>`;
  return `<${soap}Envelope ${space(soap, 'http://schemas.xmlsoap.org/soap/envelope/')}><${soap}Body><${own}Transaction_GetResponse ${space(own, 'https://api.okpay.com')}>${result}</${own}Transaction_GetResponse></${soap}Body></${soap}Envelope>`;
};
const found = answer('Transaction_Get', `<Transaction_GetResult xmlns:a="${DATA}" ${NIL}>${TRANSACTION}</Transaction_GetResult>`);

describe('an answer of OKPAY’s SOAP API', () => {
  const FORMS: [what: string, xml: string | Uint8Array][] = [
    ['as the service’s framework writes it', found],
    ['with a declaration and a byte order mark', `\ufeff<?xml version="1.0" encoding="utf-8"?>\r\n${found}\n`],
    ['under other prefixes', under('SOAP-ENV:', 'ns2:', 'ns1.x:')],
    ['without prefixes', under('', '', '')],
    ['with attributes, comments and a header', found.replace('<s:Body>', '<!-- <a> --><s:Header><x:Y xmlns:x="y" s:mustUnderstand="0">1</x:Y></s:Header><s:Body a=\'b > c\' b="/">').replace('007<', '0<!-- 9 -->07<')],
    ['with sections of character data', found.replace(/a &lt;b&gt; &amp;lt; /, '<![CDATA[a <b> &]]>lt;<![CDATA[ ]]>').replace('007<', '<![CDATA[007]]><')],
    ['spread over lines', found.replace(/>(?=<)/g, '>\n\t  ')],
    ['with nil written as a number', found.replaceAll('i:nil="true"', 'i:nil="1"')],
  ];
  for (const [what, xml] of FORMS) {
    it(`is read ${what}`, async () => assert.deepEqual(await saying(xml).client.transactionGet({ txnId: '1' }), READ));
  }

  it('keeps what is text as text, in every function', async () => {
    const balances = `<Wallet_Get_BalanceResult xmlns:a="${DATA}"><a:Balance><a:Amount>1e3</a:Amount><a:Currency>USD</a:Currency></a:Balance></Wallet_Get_BalanceResult>`;
    await assert.rejects(saying(answer('Wallet_Get_Balance', balances)).client.walletGetBalance(), { code: 'bad-answer' });
    const two = balances.replace('1e3', '12345678901234567.80').replace('</a:Balance>', '</a:Balance><a:Balance><a:Currency>JPY</a:Currency><a:Amount>0</a:Amount></a:Balance>');
    assert.deepEqual(await saying(answer('Wallet_Get_Balance', two)).client.walletGetBalance(), [{ currency: 'USD', amount: '12345678901234567.80' }, { currency: 'JPY', amount: '0' }]);
    assert.deepEqual(await saying(answer('Wallet_Get_Balance', '<Wallet_Get_BalanceResult/>')).client.walletGetBalance(), []);
    assert.equal(await saying(answer('DebitCard_Prepay', '<DebitCard_PrepayResult>00012345678901234567</DebitCard_PrepayResult>')).client.debitCardPrepay({ email: 'a@b.cd', currency: 'EUR', isCourierDelivery: false }), '00012345678901234567');
    const page = (transactions: string) => answer('Transaction_History', `<Transaction_HistoryResult xmlns:a="${DATA}" ${NIL}><a:PageCount>3</a:PageCount><a:PageNumber>1</a:PageNumber><a:PageSize>50</a:PageSize><a:TotalCount>101</a:TotalCount>${transactions}</Transaction_HistoryResult>`);
    const wanted = { from: '2010-12-31 10:33:44', till: '2010-12-31 10:33:45', pageSize: 50, pageNumber: 1 };
    for (const [transactions, expected] of [['', 0], ['<a:Transactions i:nil="true"/>', 0], ['<a:Transactions/>', 0], [`<a:Transactions><a:TransactionInfo>${TRANSACTION}</a:TransactionInfo></a:Transactions>`, 1]] as const) {
      const history = await saying(page(transactions)).client.transactionHistory(wanted);
      assert.deepEqual(history, { pageCount: 3, pageNumber: 1, pageSize: 50, totalCount: 101, transactions: Array.from({ length: expected }, () => READ) });
    }
  });

  it('of any function is nested text', async () => {
    const inside = '<EX_AResult xmlns:i="x"><A>01.10</A><B i:nil="true"/><C><D>1</D><D>2</D><D><E/></D></C><toString>x</toString></EX_AResult>';
    const value = await saying(answer('EX_A', inside)).client.call('EX_A');
    assert.deepEqual(JSON.parse(JSON.stringify(value)), { A: '01.10', B: null, C: { D: ['1', '2', { E: '' }] }, toString: 'x' });
    assert.equal(Object.getPrototypeOf(value), null);
    assert.equal(await saying(answer('EX_A', '<EX_AResult>0042</EX_AResult>')).client.call('EX_A'), '0042');
    assert.equal(await saying(answer('EX_A', '')).client.call('EX_A'), null);
    const deep = (levels: number) => saying(answer('EX_A', `<EX_AResult>${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}</EX_AResult>`)).client.call('EX_A');
    assert.equal(JSON.stringify(await deep(15)).length, '{"a":'.length * 15 + '""'.length + 15);
    await assert.rejects(deep(25), { code: 'bad-answer' });
  });

  it('has a status only where the word is known', async () => {
    for (const word of ['completed', 'Complete', 'Paid', '']) {
      const { status } = await saying(found.replace('Completed', word)).client.transactionGet({ txnId: '1' });
      assert.equal(status, undefined);
    }
  });
});

const laughs = ['<!ENTITY a "ha">', ...'bcdefghij'.split('').map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`)].join('');
const NOW = '2010-12-31 10:33:44';
const good = clock(NOW);
const UNREADABLE: [what: string, said: string | Uint8Array][] = [
  ['nothing', ''],
  ['a page', '<!doctype html><html><body>Service unavailable<br></body></html>'],
  ['JSON', '{"Get_Date_TimeResult":"2010-12-31 10:33:44"}'],
  ['a bomb of entities', `<!DOCTYPE x [${laughs}]>${clock('&j;')}`],
  ['a quadratic bomb', `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(9000)}">]>${clock('&a;'.repeat(1000))}`],
  ['a file of ours', `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${clock('&a;')}`],
  ['an address inside', `<!DOCTYPE x [<!ENTITY a SYSTEM "http://169.254.169.254/">]>${clock('&a;')}`],
  ['an entity of a DTD that makes entities', `<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1/x.dtd"> %a;]>${good}`],
  ['a DTD without entities', `<!DOCTYPE Envelope>${good}`],
  ['a DTD elsewhere', `<!DOCTYPE Envelope SYSTEM "x.dtd">${good}`],
  ['a DTD behind a comment', `<!-- x --><!DOCTYPE x [<!ENTITY a "2010-12-31 10:33:44">]>${clock('&a;')}`],
  ['a DTD inside', good.replace('<s:Body>', '<!DOCTYPE x [<!ENTITY a "b">]><s:Body>')],
  ['a processing instruction', good.replace('<s:Body>', '<?x y?><s:Body>')],
  ['a processing instruction in front', `<?xml-stylesheet href="x"?>${good}`],
  ['an entity of HTML', clock(`${NOW}&nbsp;`)],
  ['an entity of nobody', clock('&now;')],
  ['an ampersand alone', clock(`${NOW} & `)],
  ['a character that XML has not', clock(`${NOW}&#0;`)],
  ['half a character', clock(`${NOW}&#xD800;`)],
  ['a character beyond all', clock(`${NOW}&#x110000;`)],
  ['a control character', clock(`${NOW}\u0001`)],
  ['bytes that are no UTF-8', Buffer.from(good.replace('<s:Body>', '<!-- \u00c3( --><s:Body>'), 'latin1')],
  ['UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le')],
  ['half an answer', good.slice(0, -12)],
  ['a tag that is not closed', good.replace('</Get_Date_TimeResult>', '')],
  ['tags crosswise', good.replace('</Get_Date_TimeResult></Get_Date_TimeResponse>', '</Get_Date_TimeResponse></Get_Date_TimeResult>')],
  ['an open section of character data', clock(`<![CDATA[${NOW}`)],
  ['two answers', good + good],
  ['an answer behind an empty root', `<a/>${good}`],
  ['two bodies', good.replace('<s:Body>', '<s:Body></s:Body><s:Body>')],
  ['an answer beside a fault', good.replace('</s:Body>', '<s:Fault><faultstring>Access_Denied</faultstring></s:Fault></s:Body>')],
  ['no body', '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"/>'],
  ['an empty body', '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>'],
  ['text in the body', good.replace('<s:Body>', '<s:Body>x')],
  ['no envelope', '<Get_Date_TimeResponse><Get_Date_TimeResult>2010-12-31 10:33:44</Get_Date_TimeResult></Get_Date_TimeResponse>'],
  ['the answer of another function', answer('Wallet_Get_Balance', `<Wallet_Get_BalanceResult>${NOW}</Wallet_Get_BalanceResult>`)],
  ['another result', answer('Get_Date_Time', `<Result>${NOW}</Result>`)],
  ['two results', answer('Get_Date_Time', `<Get_Date_TimeResult>${NOW}</Get_Date_TimeResult>`.repeat(2))],
  ['no result', answer('Get_Date_Time', '')],
  ['a nil result', good.replace('<Get_Date_TimeResult>', `<Get_Date_TimeResult ${NIL} i:nil="true">`)],
  ['elements for text', clock(`<a>${NOW}</a>`)],
  ['text beside elements', clock(`${NOW}<a/>`)],
  ['no date', clock('2010-02-30 10:33:44')],
  ['another notation of dates', clock('2010-12-31T10:33:44Z')],
  ['a name that an object has', clock(`<__proto__>${NOW}</__proto__>`)],
  ['another name that an object has', clock(`<constructor><prototype>${NOW}</prototype></constructor>`)],
  ['elements too deep', clock('<a>'.repeat(30) + '</a>'.repeat(30))],
  ['elements much too deep', clock('<a>'.repeat(50_000) + '</a>'.repeat(50_000))],
  ['an attribute twice', good.replace('<s:Body>', '<s:Body a="1" a="2">')],
  ['more than a mebibyte', good + ' '.repeat(1024 * 1024)],
];

describe('what is no answer of OKPAY’s SOAP API', () => {
  for (const [what, said] of UNREADABLE) {
    it(`${what} is never success`, async () => {
      for (const [status, code] of [[200, /^bad-answer$/], [500, /^(http-500|bad-answer)$/]] as const) {
        await assert.rejects(saying(said, { status }).client.getDateTime(), (error: ProviderError) => {
          assert.ok(error instanceof ProviderError && error.name === 'ProviderError', String(error));
          assert.match(error.code, code);
          return !error.refused && !error.message.includes('2010');
        });
      }
    });
  }

  it('is told from one that is', async () => {
    assert.equal(await saying(good).client.getDateTime(), NOW);
    assert.equal(await saying(clock(`<![CDATA[${NOW}]]>`)).client.getDateTime(), NOW);
    assert.equal(await saying(good + ' '.repeat(1024 * 1024 - good.length)).client.getDateTime(), NOW);
  });

  const send = (client: OkpaySoap) => client.sendMoney({ receiver: 'OK987654321', currency: 'USD', amount: '1.26' });
  const NOT_SENT: [what: string, said: Parameters<typeof saying>[0], code: string][] = [
    ['a redirect', () => new Response(null, { status: 302, headers: { Location: 'https://attacker.example/' } }), 'http-302'],
    ['a page that is not there', () => new Response('no', { status: 404 }), 'http-404'],
    ['a proxy in trouble', () => new Response(good, { status: 502 }), 'http-502'],
    ['acceptance', () => new Response(found, { status: 202 }), 'http-202'],
    ['no content', () => new Response(null, { status: 204 }), 'http-204'],
    ['success with 500', () => new Response(answer('Send_Money', `<Send_MoneyResult xmlns:a="${DATA}" ${NIL}>${TRANSACTION}</Send_MoneyResult>`), { status: 500 }), 'bad-answer'],
    ['a result without an id', answer('Send_Money', `<Send_MoneyResult xmlns:a="${DATA}" ${NIL}>${TRANSACTION.replace(/<a:ID>.*<\/a:ID>/, '')}</Send_MoneyResult>`), 'bad-answer'],
    ['a result with two ids', answer('Send_Money', `<Send_MoneyResult xmlns:a="${DATA}" ${NIL}>${TRANSACTION}<a:ID>2</a:ID></Send_MoneyResult>`), 'bad-answer'],
    ['a result of nothing', answer('Send_Money', `<Send_MoneyResult ${NIL} i:nil="true"/>`), 'bad-answer'],
    ['no connection', () => Promise.reject(new TypeError('fetch failed')), 'network'],
    ['silence', () => Promise.reject(new DOMException('x', 'TimeoutError')), 'timeout'],
    ['an answer that breaks off', () => new Response(new ReadableStream({ pull: (stream) => stream.error(new Error('gone')) })), 'network'],
    ['an answer that stops', () => new Response(new ReadableStream({ pull: (stream) => stream.error(new DOMException('x', 'TimeoutError')) })), 'timeout'],
    ['an answer without end', () => new Response(new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(65536).fill(32)) })), 'bad-answer'],
  ];
  for (const [what, said, code] of NOT_SENT) {
    it(`${what} leaves open whether money was sent`, async () => {
      const { client, sent } = saying(said);
      await assert.rejects(send(client), (error: ProviderError) => {
        assert.deepEqual([error instanceof ProviderError, error.code, error.refused], [true, code, false]);
        return true;
      });
      assert.equal(sent.length, 1);
    });
  }
});

describe('a fault of OKPAY’s SOAP API', () => {
  const told = async (inside: string, status = 500): Promise<OkpaySoapError> => {
    const error: unknown = await saying(fault(inside), { status }).client.walletGetCurrencyBalance('EUR').catch((error: unknown) => error);
    assert.ok(error instanceof OkpaySoapError, String(error));
    return error;
  };

  for (const [number, name] of Object.entries(OKPAY_SOAP_ERRORS)) {
    it(`${number} is ${name}, by either, wherever it stands`, async () => {
      for (const inside of [
        `<faultcode>s:Client</faultcode><faultstring xml:lang="en-US">${name}</faultstring>`,
        `<faultcode>s:${name}</faultcode><faultstring>An error</faultstring>`,
        `<faultcode>${number}</faultcode><faultstring>An error</faultstring>`,
        `<faultcode>s:Client</faultcode><faultstring>Error</faultstring><detail><e:Info xmlns:e="x"><e:Code> ${number} </e:Code><e:Name>${name}</e:Name></e:Info></detail>`,
      ]) {
        for (const status of [500, 200]) {
          const error = await told(inside, status);
          assert.deepEqual([error.code, error.name, error.refused], [Number(number), name, number !== '113']);
          assert.match(error.message, new RegExp(`${number}: ${name}$`));
        }
      }
    });
  }

  for (const [given, code] of [['Receiver_Not_Found', 110], ['Not_Enough_Money', 300], ['MoneyTransfer_To_Yourself', 302]] as const) {
    it(`${given} is ${code} by its later name`, async () => assert.deepEqual([(await told(`<faultstring>${given}</faultstring>`)).code, (await told(`<faultstring>${given}</faultstring>`)).given], [code, given]));
  }

  for (const [inside, given] of [
    ['<faultstring>Duplicate_Payment</faultstring>', 'Duplicate_Payment'],
    ['<faultcode>s:Server</faultcode><faultstring>Internal failure</faultstring>', '?'],
    ['<faultstring>Your comment was Insufficient_Funds</faultstring>', '?'],
    ['<faultstring>insufficient_funds</faultstring>', '?'],
    ['<faultstring>Insufficient_Funds</faultstring><detail>Limits_Exceeded</detail>', 'Insufficient_Funds'],
    ['<faultstring>103</faultstring><detail>104</detail>', '?'],
    ['<faultstring>100</faultstring>', '?'],
    ['<faultstring>0</faultstring>', '?'],
    ['<faultstring>toString</faultstring>', '?'],
    ['<faultstring>constructor</faultstring>', '?'],
    ['', '?'],
  ] as const) {
    it(`${inside || 'without a word'} is unknown, and may have been done`, async () => {
      const error = await told(inside);
      assert.deepEqual([error.code, error.name, error.given, error.refused], [0, 'Unknown_Error', given, false]);
    });
  }
});
