import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listed, openOkpay, POSTER, SHOP, textOf } from './okpay-side.ts';

const no = (status: number) => () => new Response('', { status });
const isAgain = (body: string) => new URLSearchParams(body).get('ok_ipn_resend') === 'true';

describe('the messages of a simulated OKPAY', () => {
  it('are Sent with 200, and Retrying with anything else', async () => {
    for (const answer of [no(201), no(302), no(404), no(500), () => Promise.reject(new Error('down'))]) {
      const { sandbox, side } = openOkpay();
      side.answer = answer;
      sandbox.pay(POSTER);
      assert.equal(sandbox.history()[0]!.status, 'Queued');
      await sandbox.settled();
      assert.equal(sandbox.history()[0]!.status, 'Retrying');
    }
    const { sandbox } = openOkpay();
    sandbox.pay(POSTER);
    await sandbox.settled();
    const [{ status, httpStatus, tries } = assert.fail()] = sandbox.history();
    assert.deepEqual([status, httpStatus, tries], ['Sent', 200, 1]);
  });

  it('go out again every 30 minutes, 15 times, then are Failed; each keeps URL and id, and says that it is resent', async () => {
    const { sandbox, side, arrived, verify } = openOkpay();
    side.answer = no(503);
    sandbox.pay(POSTER);
    await sandbox.settled();
    const [{ id } = assert.fail()] = sandbox.history();
    await sandbox.elapse(29);
    assert.equal(arrived.length, 1);
    for (let sent = 2; sent <= 16; sent++) {
      side.time += 30 * 60_000;
      await sandbox.retryDue();
      await sandbox.retryDue();
      assert.equal(arrived.length, sent);
      const [message = assert.fail()] = sandbox.history();
      assert.deepEqual([message.id, message.tries, message.status], [id, sent, sent < 16 ? 'Retrying' : 'Failed']);
    }
    await sandbox.elapse(600);
    assert.equal(arrived.length, 16);
    assert.deepEqual(arrived.map(({ body }) => isAgain(body)), [false, ...Array<boolean>(15).fill(true)]);
    assert.deepEqual(new Set(arrived.map(({ url }) => url)), new Set([SHOP.ipnUrl]));
    assert.equal(await verify(`ok_verify=true&${arrived[15]!.body}`), 'VERIFIED');
  });

  it('catch up when much time passes at once, and stop where the listener answers', async () => {
    const { sandbox, side, arrived } = openOkpay();
    side.answer = () => new Response('', { status: arrived.length < 4 ? 500 : 200 });
    sandbox.pay(POSTER);
    await sandbox.settled();
    await sandbox.elapse(60);
    assert.equal(arrived.length, 3);
    await sandbox.elapse(24 * 60);
    const [{ status, tries, sentAt, createdAt } = assert.fail()] = sandbox.history();
    assert.deepEqual([status, tries, (sentAt - createdAt) / 60_000], ['Sent', 4, 90]);
  });

  it('are sent again when asked, one or several, the oldest first', async () => {
    const { sandbox, side, arrived } = openOkpay();
    for (const ok_invoice of ['A', 'B', 'C']) sandbox.pay({ ...POSTER, ok_invoice });
    await sandbox.settled();
    const [c, b, a] = sandbox.history().map(({ id }) => id) as [string, string, string];
    await sandbox.resend([b]);
    await sandbox.resend([c, a, '7']);
    assert.deepEqual(arrived.slice(3).map(({ body }) => [new URLSearchParams(body).get('ok_invoice'), isAgain(body)]), [['B', true], ['A', true], ['C', true]]);
    side.answer = no(500);
    await sandbox.resend([b]);
    assert.deepEqual(sandbox.history().map(({ status, tries }) => [status, tries]), [['Sent', 2], ['Retrying', 3], ['Sent', 2]]);
  });

  it('never leave for an address that the sandbox was not told of, and follow no redirect', async () => {
    const { sandbox, arrived } = openOkpay();
    for (const ok_ipn of ['https://evil.example/', 'http://169.254.169.254/latest', 'http://shop.example/ipn', 'https://shop.example:444/', 'https://shop.example@evil.example/']) {
      sandbox.pay({ ...POSTER, ok_ipn });
    }
    await sandbox.settled();
    await sandbox.resend(sandbox.history().map(({ id }) => id));
    await sandbox.elapse(600);
    assert.equal(arrived.length, 0);
    assert.deepEqual(new Set(sandbox.history().map(({ status }) => status)), new Set(['Failed']));
    sandbox.pay(POSTER);
    await sandbox.settled();
    assert.equal(arrived[0]!.redirect, 'manual');
  });

  it('are found by wallet, status, transaction and date', async () => {
    const second = { id: 'OK111111111', email: 'b@example.com', accountId: '2', ipnUrl: 'https://shop.example/b' };
    const { sandbox, side } = openOkpay({ wallets: [SHOP, second] });
    const { id } = sandbox.pay(POSTER).transaction!;
    await sandbox.settled();
    side.time += 86_400_000;
    side.answer = no(500);
    sandbox.pay({ ...POSTER, ok_receiver: second.id });
    await sandbox.settled();
    const count = (filter: Parameters<typeof sandbox.history>[0]) => sandbox.history(filter).map(({ walletId }) => walletId);
    assert.deepEqual(count({}), [second.id, SHOP.id]);
    assert.deepEqual(count({ walletId: second.id }), [second.id]);
    assert.deepEqual(count({ status: 'Retrying' }), [second.id]);
    assert.deepEqual(count({ txnId: id }), [SHOP.id]);
    assert.deepEqual(count({ from: '2012-05-07' }), [second.id]);
    assert.deepEqual(count({ till: '2012-05-06' }), [SHOP.id]);
    assert.deepEqual(count({ from: '2012-05-08' }), []);
  });
});

describe('the history page of a simulated OKPAY', () => {
  it('lists messages with an asterisk for those that were sent again, and filters them', async () => {
    const { sandbox, side, get } = openOkpay();
    assert.match(textOf(await (await get('ipn-history')).text()), /No message yet\./);
    const { id } = sandbox.pay(POSTER).transaction!;
    side.answer = no(500);
    sandbox.pay({ ...POSTER, ok_invoice: 'B' });
    await sandbox.settled();
    const [b, a] = sandbox.history().map((message) => message.id) as [string, string];
    await sandbox.resend([a]);
    const html = await (await get('ipn-history')).text();
    assert.match(textOf(html), new RegExp(`Transaction 2012-05-06 07:08:09 ${b} Retrying 500 \\d+ 2012-05-06 07:08:09\\* ${a} Retrying 500 ${id} `));
    const some = textOf(await (await get(`ipn-history?txn=${id}&wallet=${SHOP.id}&status=Retrying&from=2012-05-06&till=2012-05-06`)).text());
    assert.ok(some.includes(a) && !some.includes(b));
    assert.match(textOf(await (await get('ipn-history?status=Queued')).text()), /No message yet/);
  });

  it('shows all of one message, and sends it again', async () => {
    const { sandbox, get, post, arrived } = openOkpay();
    const { id: txnId } = sandbox.pay(POSTER).transaction!;
    await sandbox.settled();
    const [{ id } = assert.fail()] = sandbox.history();
    const details = async () => listed(await (await get(`ipn-history?id=${id}`)).text());
    const before = Object.fromEntries(await details());
    assert.deepEqual(
      ['Message', 'No. of retries', 'Last resent', 'URL', 'Type', 'Status', 'HTTP answer', 'Transaction'].map((name) => before[name]),
      ['Original', '1', '', SHOP.ipnUrl, 'payment_link', 'Sent', '200', txnId],
    );
    assert.deepEqual((await details()).slice(10), [...new URLSearchParams(arrived[0]!.body)]);
    const back = await post('ipn-history', { id, details: '', act: 'resend' });
    assert.deepEqual([back.status, back.headers.get('location')], [303, `ipn-history?id=${id}`]);
    const after = Object.fromEntries(await details());
    assert.deepEqual([after['Message'], after['No. of retries'], after['Last resent'], after['ok_ipn_resend']], ['Resent', '2', '2012-05-06 07:08:09', 'true']);
    assert.equal(arrived.length, 2);
    assert.equal((await get('ipn-history?id=7')).status, 404);
  });

  it('sends several again, lets time pass, and decides on transactions', async () => {
    const { sandbox, side, get, post, arrived } = openOkpay();
    const { id: txn } = sandbox.pay(POSTER, 'pending').transaction!;
    sandbox.pay(POSTER);
    await sandbox.settled();
    await post('ipn-history', [...sandbox.history().map(({ id }) => ['id', id] as const), ['act', 'resend']]);
    assert.equal(arrived.length, 4);
    side.answer = no(500);
    await post('ipn-history', { act: 'Complete', txn });
    await post('ipn-history', { act: 'elapse' });
    assert.equal(sandbox.history()[0]!.tries, 2);
    assert.match(await (await get(`ipn-history?id=${sandbox.history()[0]!.id}`)).text(), /name="amount" value="100\.00".*value="Refund".*value="Chargeback"/);
    await post('ipn-history', { act: 'Refund', txn, amount: '40.00' });
    await post('ipn-history', { act: 'Chargeback', txn, amount: '' });
    assert.deepEqual(sandbox.ledger.transactions.map(({ status, gross }) => [status, gross]), [['completed', 10000n], ['completed', 10000n], ['reversed', -4000n], ['reversed', -6000n]]);
    assert.equal((await post('ipn-history', { act: 'Refund', txn })).status, 400);
    assert.equal((await post('ipn-history', { act: 'constructor', txn })).status, 400);
  });

  it('escapes what payers have written', async () => {
    const { sandbox, get } = openOkpay();
    const hostile = '"><script>alert(1)</script>';
    sandbox.pay({ ...POSTER, ok_invoice: hostile, ok_item_1_name: hostile, ok_payer_city: hostile });
    await sandbox.settled();
    const page = await get(`ipn-history?id=${sandbox.history()[0]!.id}`);
    const html = await page.text();
    assert.ok(!html.includes('<script') && listed(html).filter(([, value]) => value === hostile).length === 3);
    assert.match(page.headers.get('content-security-policy')!, /^default-src 'none'/);
    assert.ok(!(await (await get(`ipn-history?txn=${encodeURIComponent(hostile)}&from=${encodeURIComponent(hostile)}`)).text()).includes('<script'));
  });
});
