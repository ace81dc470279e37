import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { okpayCollectClient, OkpayError, ProviderError, signCollect, type OkpayCollectClientSettings } from '../../src/server.ts';
import { BASE, KEY, MCH } from './collect-shop.ts';

/** A client whose platform says this, and the forms that it was sent. */
function openClient(said: string | object, more: Partial<OkpayCollectClientSettings> = {}) {
  const sent: { url: string; type: string | null; headers: string[]; params: Record<string, string> }[] = [];
  const client = okpayCollectClient({
    ...{ baseUrl: BASE, mchId: MCH, key: KEY },
    async fetch(request) {
      sent.push({
        url: request.url,
        type: request.headers.get('content-type'),
        headers: [...request.headers.keys()],
        params: Object.fromEntries(new URLSearchParams(await request.text())),
      });
      return new Response(typeof said === 'string' ? said : JSON.stringify(said));
    },
    ...more,
  });
  return { client, sent };
}

describe('the calls of OKPAY Collect and Pay', () => {
  it('are signed forms without a token, to the paths of the document', async () => {
    const { client, sent } = openClient({ code: 0, data: { url: 'u', Balance: [] } });
    await client.collect({ out_trade_no: 'A', money: '1.00', attach: '', reserve1: undefined });
    await client.collectQuery({ outTradeNo: 'A' });
    await client.payout({ out_trade_no: 'B' });
    await client.payoutQuery({ transactionId: 'TX1' });
    await client.balance();
    await client.balance('INR');
    assert.deepEqual(sent.map(({ url }) => url.slice(BASE.length)), ['/v1/Collect', '/v1/query/Collect', '/v1/Payout', '/v1/query/Payout', '/v1/balance', '/v1/balance']);
    for (const { type, headers, params } of sent) {
      assert.deepEqual([type, headers.includes('authorization'), params['mchId']], ['application/x-www-form-urlencoded', false, MCH]);
      assert.equal(params['sign'], signCollect(params, KEY));
    }
    assert.deepEqual(sent[0]!.params, { out_trade_no: 'A', money: '1.00', attach: '', mchId: MCH, sign: sent[0]!.params['sign'] });
    assert.deepEqual([sent[3]!.params['transaction_id'], sent[4]!.params['currency'], sent[5]!.params['currency']], ['TX1', '', 'INR']);
    // The published vector of a query by the platform's number.
    assert.equal(sent[3]!.params['sign'], 'b84c003d461353ce3a8e9ff1446647b4');
  });

  it('go where another spelling is set', async () => {
    const { client, sent } = openClient({ code: 0 }, { paths: { collectQuery: '/v1/Query/Collect' } });
    await client.collectQuery({ outTradeNo: 'A' });
    assert.equal(sent[0]!.url, `${BASE}/v1/Query/Collect`);
  });

  it('keep every number as the text that it came as, beside code or in data', async () => {
    const fields = '"mchld":000,"out_trade_no":"A","status":1,"money":100.00,"pay_money":12345678901234567.80,"ratio":0.050,"singleratio":1.0,"real_money":94.9900,"currency":"INR","utr":123456789012345678901234567890';
    const valid = fields.replace('000', '1000001');
    for (const body of [`{"code":0,"msg":"5","data":{${valid}}}`, `{"code":"0",${valid}}`, `{"code":0,"data":null,${valid}}`]) {
      const { client } = openClient(body);
      const expected = { mchId: MCH, outTradeNo: 'A', status: '1', money: '100.00', payMoney: '12345678901234567.80', ratio: '0.050', singleratio: '1.0' };
      const rest = { realMoney: '94.9900', currency: 'INR', utr: '123456789012345678901234567890' };
      assert.deepEqual(await client.payoutQuery({ outTradeNo: 'A' }), { ...expected, ...rest });
    }
    // Leading zeros are no JSON.
    await assert.rejects(openClient(`{"code":0,${fields}}`).client.collectQuery({ outTradeNo: 'A' }), { code: 'bad-answer' });
    const { client } = openClient('{"code":0,"out_trade_no":"a \\"12\\" 1e5","status":-1.5E+2}');
    assert.deepEqual(await client.collectQuery({ outTradeNo: 'x' }).then(({ outTradeNo, status }) => [outTradeNo, status]), ['a "12" 1e5', '-1.5E+2']);
  });

  it('understand both spellings of the platform’s number and of the list of balances', async () => {
    for (const name of ['transaction_Id', 'transaction_id']) {
      assert.equal((await openClient({ code: 0, data: { [name]: 'TX' } }).client.collect({ a: '1' })).transactionId, 'TX');
      assert.equal((await openClient({ code: 0, data: { [name]: 'TX' } }).client.payout({ a: '1' })).transactionId, 'TX');
    }
    for (const name of ['Balance', 'Banlance']) {
      const { client } = openClient(`{"code":0,"data":{"mchId":"1","${name}":[{"code":"INR","balance":1000.10},{"code":"PKR","balance":"0.00"}]}}`);
      assert.deepEqual(await client.balance(), [{ currency: 'INR', balance: '1000.10' }, { currency: 'PKR', balance: '0.00' }]);
    }
    await assert.rejects(openClient({ code: 0, data: {} }).client.balance(), { code: 'bad-answer' });
  });

  it('send nothing with a & in what others have written', async () => {
    const { client, sent } = openClient({ code: 0 });
    await assert.rejects(client.payout({ userName: 'A&status=1' }), { code: 'ampersand', refused: true });
    await client.payout({ notify_url: 'https://shop.example/?a=1&b=2' });
    assert.equal(sent.length, 1);
  });

  const CODES: [given: string, code: string, refused: boolean][] = [
    ['1', 'failed', false],
    ['2', 'merchant-wrong', true],
    ['3', 'account-unknown', true],
    ['4', 'account-blocked', true],
    ['5', 'sign-wrong', true],
    ['6', 'order-exists', false],
    ['7', 'order-unknown', false],
    ['8', 'not-allowed', true],
    ['9', 'balance-short', true],
    ['10', 'amount-wrong', true],
    ['11', 'channel-closed', true],
    ['12', 'currency-unknown', true],
    ['13', 'channel-unknown', true],
    ['14', 'code-unknown', false],
    ['15', 'channel-failed', false],
    ['16', 'address-not-listed', true],
    ['17', 'bank-unknown', true],
    ['18', 'code-unknown', false],
    ['-1', 'code-unknown', false],
    ['00', 'code-unknown', false],
    ['toString', 'code-unknown', false],
  ];
  for (const [given, code, refused] of CODES) {
    it(`tell status code ${given} as ${code}`, async () => {
      for (const value of /^[1-9]\d*$/.test(given) ? [given, Number(given)] : [given]) {
        await assert.rejects(openClient({ code: value, msg: 'a secret' }).client.collect({ a: '1' }), (error: OkpayError) => {
          assert.ok(error instanceof OkpayError && error instanceof ProviderError);
          assert.deepEqual([error.name, error.code, error.refused, error.given], ['OkpayError', code, refused, /^\d+$/.test(given) ? given : '?']);
          return !JSON.stringify([error, error.message]).includes('secret');
        });
      }
    });
  }

  for (const [what, settings] of [
    ['no mchId', { mchId: '' }],
    ['a number for mchId', { mchId: 1000001 as unknown as string }],
    ['no key', { key: '' }],
    ['a blank key among several', { key: [KEY, ' '] }],
    ['no keys', { key: [] }],
    ['an address without https', { baseUrl: 'http://okpay.example' }],
    ['a path with a query', { paths: { collect: '/v1/Collect?a=1' } }],
  ] as const) {
    it(`do not start with ${what}`, () => assert.throws(() => openClient({}, settings), TypeError));
  }
});
