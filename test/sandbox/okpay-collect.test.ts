import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createOkpayCollectSandbox, type CollectEvent, type OkpayCollectSandboxOptions } from '../../src/sandbox.ts';
import { signCollect, verifyCollect } from '../../src/server.ts';
import { START } from './okto-side.ts';

const KEY = 'k3y-TEST-0123456789abcdef';
const ORDER = { mchId: '1000001', currency: 'INR', out_trade_no: 'T1', pay_type: 'UPI', money: '100.00', notify_url: 'https://shop.example/cb', returnUrl: 'https://shop.example/thanks' };
const PAYOUT = { ...ORDER, pay_type: 'BANK', account: '1', userName: 'A', phone: '1', email: 'a@b.example', reserve1: 'IFSC', returnUrl: '' };

/** The platform's side with a clock that a test moves, and the callbacks that reached a shop which answers what `answer` says. */
function openSide(options: Partial<OkpayCollectSandboxOptions> = {}, answer: () => Response = () => new Response('success')) {
  const clock = { time: START };
  const events: CollectEvent[] = [];
  const arrived: Record<string, string>[] = [];
  const waits: number[] = [];
  const sandbox = createOkpayCollectSandbox({
    ...{ baseUrl: 'https://okpay.example', mchId: '1000001', key: KEY, returnUrl: 'https://shop.example/thanks' },
    now: () => new Date(clock.time),
    wait: async (milliseconds) => void waits.push(milliseconds),
    fetch: async (request) => {
      arrived.push({ ...verifyCollect(await request.text(), KEY) });
      return answer();
    },
    ...options,
  });
  sandbox.onEvent((event) => events.push(event));
  const raw = async (path: string, params: Record<string, string>) => {
    const body = String(new URLSearchParams({ sign: signCollect(params, KEY), ...params }));
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    return (await sandbox.handle(new Request(`https://okpay.example/v1/${path}`, { method: 'POST', headers, body }))).text();
  };
  const ask = async (path: string, params: Record<string, string>) => JSON.parse(await raw(path, params)) as { code: number; data: Record<string, string>; status: number };
  return { sandbox, clock, events, arrived, waits, raw, ask };
}

describe('the simulated OKPAY Collect and Pay', () => {
  for (const [what, path, params, code] of [
    ['another merchant', 'Collect', { ...ORDER, mchId: '7' }, 2],
    ['no merchant', 'Collect', { money: '1' }, 2],
    ['another sign', 'Collect', { ...ORDER, sign: '0' }, 5],
    ['an amount that was changed after signing', 'Collect', { ...ORDER, sign: signCollect({ ...ORDER, money: '1.00' }, KEY) }, 5],
    ['no order number', 'Collect', { ...ORDER, out_trade_no: '' }, 1],
    ['no address for callbacks', 'Collect', { ...ORDER, notify_url: 'nowhere' }, 1],
    ['another currency', 'Collect', { ...ORDER, currency: 'PKR' }, 12],
    ['another channel than UPI', 'Collect', { ...ORDER, pay_type: 'BANK' }, 13],
    ['an amount that is none', 'Collect', { ...ORDER, money: '1,00' }, 10],
    ['an order that it does not know', 'query/Collect', { mchId: '1000001', out_trade_no: 'T9' }, 7],
    ['another channel than BANK', 'Payout', { ...PAYOUT, pay_type: 'UPI' }, 13],
    ['a payout without payee', 'Payout', { ...PAYOUT, userName: '' }, 1],
    ['a payout over the balance', 'Payout', { ...PAYOUT, money: '1000.01' }, 9],
    ['a balance in another currency', 'balance', { mchId: '1000001', currency: 'PKR' }, 12],
  ] as [string, string, Record<string, string>, number][]) {
    it(`answers ${what} with the code ${code}`, async () => {
      const { ask, events } = openSide();
      assert.equal((await ask(path, params)).code, code);
      assert.deepEqual(events, []);
    });
  }

  it('answers as the document: a page and a UPI address, decimals as numbers, payouts in data', async () => {
    const { ask, raw, sandbox } = openSide();
    const { code, data } = await ask('Collect', ORDER);
    assert.deepEqual([code, Object.keys(data)], [0, ['url', 'payUpi', 'transaction_Id']]);
    assert.match(await raw('query/Collect', { mchId: '1000001', transaction_id: data['transaction_Id']! }), /"mchId":1000001,"out_trade_no":"T1","money":100\.00,"ratio":5,"real_money":95\.00,"currency":"INR","status":0,"pay_money":0\.00/);
    assert.equal((await ask('Payout', PAYOUT)).code, 0);
    assert.match(await raw('query/Payout', { mchId: '1000001', out_trade_no: 'T1' }), /^{"code":0,"msg":"success","data":{"mchId":1000001,.*"singleratio":0\.00,"utr":null}}$/);
    assert.match(await raw('balance', { mchId: '1000001', currency: '' }), /"Balance":\[{"code":"INR","balance":900\.00}\]/);
    sandbox.desk.refuse('T1');
    await sandbox.settled();
    assert.match(await raw('balance', { mchId: '1000001', currency: 'INR' }), /"balance":1000\.00/);
  });

  it('does not look for duplicates', async () => {
    const { ask, sandbox } = openSide();
    for (const money of ['100.00', '200.00']) assert.equal((await ask('Collect', { ...ORDER, money })).code, 0);
    assert.equal(sandbox.count('collection', 'T1'), 2);
  });

  it('cleans up what nobody has paid after 20 days, and keeps what was paid', async () => {
    const { ask, sandbox, clock } = openSide();
    await ask('Collect', ORDER);
    const { data } = await ask('Collect', { ...ORDER, out_trade_no: 'T2' });
    sandbox.page.pay(data['url']!);
    clock.time += 20 * 86_400_000;
    assert.equal((await ask('query/Collect', { mchId: '1000001', out_trade_no: 'T1' })).code, 7);
    assert.equal((await ask('query/Collect', { mchId: '1000001', out_trade_no: 'T2' })).status, 1);
    await sandbox.settled();
  });

  for (const [what, answer] of [
    ['503', () => new Response('success', { status: 503 })],
    ['another text', () => Response.json({ received: true })],
    ['nothing at all', () => { throw new TypeError('fetch failed'); }],
  ] as [string, () => Response][]) {
    it(`calls back five times where the shop answers ${what}, and again by hand`, async () => {
      const { ask, sandbox, arrived, waits, events } = openSide({}, answer);
      const { data } = await ask('Collect', ORDER);
      sandbox.page.pay(data['payUpi']!, '99.50');
      await sandbox.settled();
      assert.deepEqual([arrived.length, waits], [5, [200, 400, 800, 1600]]);
      assert.equal(events.at(-1)?.type, 'callback-given-up');
      assert.deepEqual([arrived[0]!['pay_money'], arrived[0]!['money'], arrived[0]!['status']], ['99.50', '100.00', '1']);
      sandbox.page.callBackAgain(data['url']!);
      await sandbox.settled();
      assert.equal(arrived.length, 10);
    });
  }

  it('holds callbacks back, to come late, twice and in any order', async () => {
    const { ask, sandbox, arrived } = openSide();
    sandbox.callbacks.hold();
    const urls = [];
    for (const number of ['T1', 'T2', 'T3']) urls.push((await ask('Collect', { ...ORDER, out_trade_no: number })).data['url']!);
    for (const url of urls) sandbox.page.pay(url);
    await sandbox.settled();
    assert.deepEqual([arrived.length, sandbox.callbacks.held], [0, 3]);
    sandbox.callbacks.release(2, 0, 2);
    await sandbox.settled();
    assert.deepEqual([arrived.map((one) => one['out_trade_no']), sandbox.callbacks.held], [['T3', 'T1', 'T3'], 1]);
    sandbox.callbacks.release();
    await sandbox.settled();
    assert.deepEqual([arrived.length, sandbox.callbacks.held], [4, 0]);
  });

  it('shows a page that can be paid once', async () => {
    const { ask, sandbox } = openSide();
    const { data } = await ask('Collect', ORDER);
    assert.deepEqual(sandbox.page.read(data['payUpi']!), { shop: 'OKPAY sandbox', outTradeNo: 'T1', amount: '100.00', currency: 'INR', returnUrl: ORDER.returnUrl, word: '0' });
    sandbox.page.fail(data['url']!);
    assert.throws(() => sandbox.page.pay(data['url']!), { code: 'not-payable' });
    assert.throws(() => sandbox.page.read('https://okpay.example/pay/TX0'), { code: 'unknown-code' });
    assert.throws(() => sandbox.page.read('TX0'), { code: 'damaged' });
    assert.throws(() => sandbox.desk.payOut('P9'), { code: 'unknown-code' });
    await sandbox.settled();
  });

  it('stands at the address that the shopper is sent to, with a button for each result, and sends on to the shop', async () => {
    for (const [act, status] of [['pay', '1'], ['fail', '2']] as const) {
      const { ask, sandbox, arrived } = openSide();
      const { data } = await ask('Collect', { ...ORDER, out_trade_no: 'T1<i>' });
      const url = data['url']!;
      const page = await sandbox.handle(new Request(url));
      const html = await page.text();
      assert.deepEqual([page.status, html.includes('OKPAY sandbox: INR 100.00 (T1&lt;i&gt;)'), html.includes('<i>'), html.match(/<button>/g)?.length], [200, true, false, 2]);
      assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'none'/);
      const [, action] = new RegExp(`action="(\\?act=${act})"`).exec(html) ?? [];
      const sent = await sandbox.handle(new Request(url + action, { method: 'POST' }));
      await sandbox.settled();
      assert.deepEqual([sent.status, sent.headers.get('location'), arrived.map((one) => one['status'])], [303, ORDER.returnUrl, [status]]);
      assert.equal((await sandbox.handle(new Request(url))).headers.get('location'), ORDER.returnUrl);
      for (const wrong of ['?act=read', '?act=constructor', '']) assert.equal((await sandbox.handle(new Request(url + wrong, { method: 'POST' }))).status, 400);
      assert.equal((await sandbox.handle(new Request('https://okpay.example/pay/TX0'))).status, 404);
    }
  });

  it('can be played by POST below its address', async () => {
    const { ask, sandbox, arrived } = openSide();
    const { data } = await ask('Collect', ORDER);
    const press = async (act: string, code: string) => {
      const headers = { 'Content-Type': 'application/json' };
      return (await sandbox.handle(new Request(`https://okpay.example/${act}`, { method: 'POST', headers, body: JSON.stringify({ code }) }))).status;
    };
    assert.deepEqual([await press('page/read', data['url']!), await press('page/pay', data['url']!), await press('page/pay', data['url']!), await press('desk/pay-out', 'P1')], [200, 200, 409, 404]);
    await sandbox.settled();
    assert.equal(arrived.length, 1);
  });
});
