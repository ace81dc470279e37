import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCheckoutSandbox } from '../../src/sandbox.ts';
import { scanPixels } from '../scanners.ts';
import { BASE, KEY, openSide } from './checkout-side.ts';

/** An open payment, and what was answered of it. */
async function openPayment(...side: Parameters<typeof openSide>) {
  const opened = openSide(...side);
  const { body } = await opened.ask();
  const details = () => opened.call('GET', `/payments/${body.id}`);
  return { ...opened, body, token: body.processing.token, details };
}

describe('the API of Checkout.com, simulated', () => {
  it('answers 202 as documented, with a token of its own', async () => {
    const { ask, sandbox } = openSide();
    const { status, body } = await ask();
    assert.equal(status, 202);
    assert.match(body.id, /^pay_[a-z2-7]{26}$/);
    const { token, octopus_uri, landing_url } = body.processing;
    assert.match(token, /^[0-9a-f]{32}$/);
    assert.deepEqual(body, {
      id: body.id,
      status: 'Pending',
      processed_on: '2026-11-21T12:00:00.000Z',
      processing: { token, octopus_uri: `octopus://payment?token=${token}`, landing_url: `${BASE}/oos/payment/?token=${token}` },
      _links: { self: { href: `${BASE}/payments/${body.id}` } },
    });
    assert.deepEqual([octopus_uri, new URL(landing_url).origin], [`octopus://payment?token=${token}`, sandbox.settings.landingOrigins[0]]);
    assert.notEqual((await ask()).body.id, body.id);
  });

  for (const [what, change, codes] of [
    ['no amount', { amount: undefined }, ['amount_invalid']],
    ['no money', { amount: 0 }, ['amount_invalid']],
    ['5 cents', { amount: 1005 }, ['amount_invalid']],
    ['text for an amount', { amount: '1000' }, ['amount_invalid']],
    ['another currency', { currency: 'USD' }, ['currency_invalid']],
    ['another source', { source: { type: 'card' } }, ['payment_source_type_invalid']],
    ['no source', { source: null }, ['payment_source_type_invalid']],
    ['no way back', { success_url: undefined, failure_url: 'shop' }, ['success_url_invalid', 'failure_url_invalid']],
    ['a reference of 81 characters', { reference: 'x'.repeat(81) }, ['reference_invalid']],
  ] as [string, object, string[]][]) {
    it(`${what}: 422 ${codes.join()}, and it is not remembered under its key`, async () => {
      const { ask, arrived } = openSide();
      const key = { 'Cko-Idempotency-Key': 'key-1' };
      const { status, body } = await ask(change, key);
      assert.deepEqual([status, body.error_codes, arrived], [422, codes, []]);
      assert.equal((await ask({}, key)).status, 202);
    });
  }

  it('wants the secret key at every address', async () => {
    const { call, body, arrived } = await openPayment();
    const count = arrived.length;
    for (const Authorization of ['', 'Bearer sk_another', KEY, `Basic ${KEY}`]) {
      assert.equal((await call('POST', '/payments', {}, { Authorization })).status, 401);
      assert.equal((await call('GET', `/payments/${body.id}`, undefined, { Authorization })).status, 401);
      assert.equal((await call('POST', `/payments/${body.id}/refunds`, {}, { Authorization })).status, 401);
    }
    assert.equal(arrived.length, count);
  });

  it('gives the same answer under the same key for 24 hours, and starts anew after that', async () => {
    const { ask, clock, types } = openSide();
    const key = { 'Cko-Idempotency-Key': 'key-1' };
    const first = (await ask({}, key)).body;
    assert.deepEqual((await ask({ amount: 2000 }, key)).body, first);
    assert.notEqual((await ask({}, { 'Cko-Idempotency-Key': 'key-2' })).body.id, first.id);
    clock.time += 86_400_000;
    assert.notEqual((await ask({}, key)).body.id, first.id);
    assert.deepEqual(types(), ['payment_pending', 'payment_pending', 'payment_pending']);
  });

  it('knows its own payments and addresses alone', async () => {
    const { call } = await openPayment();
    assert.equal((await call('GET', '/payments/pay_another')).status, 404);
    assert.equal((await call('POST', '/payments/pay_another/refunds', {})).status, 404);
    assert.equal((await call('GET', '/payments')).status, 404);
    assert.equal((await call('GET', '/oos/payment/?token=x')).status, 404);
  });

  it('refunds by the API: parts, no more than is left, once under one key', async () => {
    const { sandbox, call, body, token, details, arrived } = await openPayment();
    const refund = (asked: object, headers = {}) => call('POST', `/payments/${body.id}/refunds`, asked, headers);
    assert.equal((await refund({ amount: 100 })).status, 403);
    sandbox.app.approve(token);
    const key = { 'Cko-Idempotency-Key': 'key-1' };
    const first = await refund({ amount: 300, reference: 'attempt-1' }, key);
    assert.deepEqual([first.status, first.body.reference], [202, 'attempt-1']);
    assert.equal((await refund({ amount: 300 }, key)).body.action_id, first.body.action_id);
    assert.deepEqual([(await details()).body.status, (await details()).body.balances['total_refunded']], ['Partially Refunded', 300]);
    assert.deepEqual((await refund({ amount: 710 })).body.error_codes, ['refund_amount_exceeds_balance']);
    assert.deepEqual((await refund({ amount: 5 })).body.error_codes, ['amount_invalid']);
    assert.equal((await refund({})).status, 202);
    assert.equal((await details()).body.status, 'Refunded');
    assert.equal((await refund({})).status, 403);
    const refunds = arrived.filter(({ type }) => type === 'payment_refunded').map(({ data }) => [data['amount'], data.balances?.['total_refunded']]);
    assert.deepEqual(refunds, [[300, 300], [700, 1000]]);
  });
});

describe('the Octopus app, simulated', () => {
  it('shows who is paid and how much, however it was opened', async () => {
    const { call, body, token } = await openPayment();
    const { octopus_uri, landing_url } = body.processing;
    for (const code of [token, octopus_uri, landing_url]) {
      const { status, text } = await call('POST', '/app/read', { code });
      assert.deepEqual([status, JSON.parse(text)], [200, { shop: 'Example <Tea>', amount: '10.00', currency: 'HKD', expiresAt: '2026-11-21T12:15:00.000Z', state: 'Pending' }]);
    }
  });

  for (const [acts, status, types] of [
    [['approve'], 'Captured', ['payment_capture_pending', 'payment_captured']],
    [['keep-waiting'], 'Authorized', ['payment_capture_pending']],
    [['keep-waiting', 'approve'], 'Captured', ['payment_capture_pending', 'payment_captured']],
    [['keep-waiting', 'fail-capture'], 'Declined', ['payment_capture_pending', 'payment_capture_declined']],
    [['decline'], 'Declined', ['payment_declined']],
    [['cancel'], 'Declined', ['payment_declined']],
    [['expire'], 'Expired', ['payment_expired']],
    [['expire', 'approve-late'], 'Captured', ['payment_expired', 'payment_capture_pending', 'payment_captured']],
    [['approve', 'refund'], 'Refunded', ['payment_capture_pending', 'payment_captured', 'payment_refund_pending', 'payment_refunded']],
    [['approve', 'refuse-refunds', 'refund'], 'Captured', ['payment_capture_pending', 'payment_captured', 'payment_refund_pending', 'payment_refund_declined']],
  ] as const) {
    it(`${acts.join(', then ')}: ${status}, and the shop hears of it`, async () => {
      const { call, token, types: told, details, arrived } = await openPayment();
      for (const act of acts) assert.equal((await call('POST', `/app/${act}`, { code: token })).status, 200, act);
      assert.deepEqual(told(), ['payment_pending', ...types]);
      assert.equal((await details()).body.status, status);
      for (const { id, data, isSigned } of arrived) {
        assert.match(id, /^evt_[a-z2-7]{26}$/);
        assert.deepEqual([data['reference'], data['amount'], data['currency'], isSigned], ['attempt-1', 1000, 'HKD', true]);
      }
    });
  }

  for (const [what, acts, last, code, status, error] of [
    ['a token that nobody issued', [], 'read', '0'.repeat(32), 404, 'unknown-code'],
    ['the token at another address', [], 'read', 'https://evil.example/?token=TOKEN', 404, 'unknown-code'],
    ['an id for a token', [], 'read', 'ID', 404, 'unknown-code'],
    ['no token', [], 'read', 'octopus://payment', 422, 'damaged'],
    ['approving after expiry', ['expire'], 'approve', 'TOKEN', 410, 'expired'],
    ['approving twice', ['approve'], 'approve', 'TOKEN', 409, 'not-payable'],
    ['approving late what is paid', ['approve'], 'approve-late', 'TOKEN', 409, 'not-payable'],
    ['giving back what was not paid', [], 'refund', 'TOKEN', 409, 'not-paid'],
    ['giving back twice', ['approve', 'refund'], 'refund', 'TOKEN', 409, 'not-paid'],
    ['another act', [], 'steal', 'TOKEN', 404, 'not-found'],
  ] as [string, string[], string, string, number, string][]) {
    it(`${what}: ${status} ${error}`, async () => {
      const { call, token, body } = await openPayment();
      for (const act of acts) await call('POST', `/app/${act}`, { code: token });
      const answer = await call('POST', `/app/${last}`, { code: code.replace('TOKEN', token).replace('ID', body.id) });
      assert.deepEqual([answer.status, answer.body.code], [status, error]);
    });
  }

  it('has expired by the clock too', async () => {
    const { sandbox, clock, token } = await openPayment({ expiresInSeconds: 60 });
    clock.time += 60_000;
    assert.throws(() => sandbox.app.approve(token), { code: 'expired' });
  });
});

describe('the landing page of Octopus, simulated', () => {
  it('shows the code, does what the app would, and sends the shopper on', async () => {
    for (const [act, next] of [['approve', 'https://shop.example/success'], ['cancel', 'https://shop.example/failure'], ['decline', 'https://shop.example/failure'], ['expire', 'https://shop.example/failure']] as const) {
      const { sandbox, call, body, token } = await openPayment();
      const { landing_url, octopus_uri } = body.processing;
      assert.deepEqual(sandbox.landing(landing_url), { shop: 'Example <Tea>', amount: '10.00', currency: 'HKD', code: octopus_uri, state: 'Pending' });
      const { status, text, headers } = await call('GET', `/oos/payment/?token=${token}`);
      assert.deepEqual([status, headers.get('content-type'), headers.get('refresh'), text.includes('Example &lt;Tea&gt;'), text.includes('<Tea>')], [200, 'text/html; charset=utf-8', '2', true, false]);
      const sent = await call('POST', `/oos/payment/?token=${token}&act=${act}`);
      assert.deepEqual([sent.status, sent.headers.get('location'), sandbox.landing(landing_url).next], [303, next, next]);
      assert.equal((await call('GET', `/oos/payment/?token=${token}`)).headers.get('location'), next);
    }
  });

  it('shows a code that two scanners read as the app address', async () => {
    const { call, body, token } = await openPayment();
    const { text } = await call('GET', `/oos/payment/?token=${token}`);
    const side = Number(/viewBox="0 0 (\d+) /.exec(text)?.[1]);
    const dark = Array.from(text.matchAll(/M(\d+) (\d+)h1v1h-1z/g), ([, x, y]) => [Number(x), Number(y)] as const);
    const scale = 4;
    const data = new Uint8Array((side * scale) ** 2 * 4).fill(255);
    for (const [x, y] of dark) {
      for (let at = 0; at < scale * scale; at++) {
        const pixel = (y * scale + Math.floor(at / scale)) * side * scale + x * scale + (at % scale);
        data.fill(0, pixel * 4, pixel * 4 + 3);
      }
    }
    const { octopus_uri } = body.processing;
    assert.deepEqual(await scanPixels({ data, width: side * scale, height: side * scale }), { zbar: [octopus_uri], zxing: [octopus_uri] });
  });

  it('does nothing else', async () => {
    const { call, token } = await openPayment();
    for (const act of ['refund', 'constructor', '']) assert.equal((await call('POST', `/oos/payment/?token=${token}&act=${act}`)).status, 400);
    assert.equal((await call('POST', '/oos/payment/?token=0&act=approve')).status, 404);
  });
});

describe('the webhooks of Checkout.com, simulated', () => {
  it('are sent again by its schedule, 8 times, a minute being 40 ms, the same bytes; then no more', async () => {
    const { waits, arrived, events } = await openPayment({}, () => 503);
    assert.deepEqual(waits, [200, 400, 600, 1200, 2400, 9600, 28_800, 28_800]);
    assert.deepEqual([arrived.length, new Set(arrived.map(({ text }) => text)).size, events.at(-1)?.type], [9, 1, 'callback-given-up']);
  });

  it('are sent again until they are taken, by a schedule of another speed', async () => {
    const answers = [0, 404, 200];
    const { waits, arrived } = await openPayment({ minute: 1 }, () => answers.shift() ?? 200);
    assert.deepEqual([waits, arrived.length], [[5, 10], 3]);
  });

  it('can be kept back, turned round, lost and doubled', async () => {
    const { sandbox, token, arrived, types } = await openPayment();
    sandbox.webhooks.hold();
    sandbox.app.approve(token);
    sandbox.app.refund(token, '3.00');
    assert.deepEqual([sandbox.webhooks.held(), arrived.length], [['payment_capture_pending', 'payment_captured', 'payment_refund_pending', 'payment_refunded'], 1]);
    await sandbox.webhooks.release([3, 1, 3]);
    assert.deepEqual(types().slice(1), ['payment_refunded', 'payment_captured', 'payment_refunded']);
    await sandbox.webhooks.again();
    assert.deepEqual(types().slice(4), ['payment_pending', 'payment_refunded', 'payment_captured']);
    assert.equal(new Set(arrived.map(({ text }) => text)).size, 3);
  });

  it('of one payment are sent again by a button, and no other’s', async () => {
    const { sandbox, call, token, arrived, types } = await openPayment();
    await call('POST', '/payments', { amount: 2000, currency: 'HKD', source: { type: 'octopus' }, reference: 'T-other', success_url: 'https://shop.example/success', failure_url: 'https://shop.example/failure' });
    sandbox.app.decline(token);
    await sandbox.settled();
    const before = arrived.length;
    assert.equal((await call('POST', '/app/call-back-again', { code: token })).status, 200);
    await sandbox.settled();
    assert.deepEqual([before, types().slice(before)], [3, ['payment_pending', 'payment_declined']]);
    assert.equal(new Set(arrived.map(({ text }) => text)).size, 3);
  });

  it('carry the authorization key where there is one, and no balances where none are wanted', async () => {
    const { arrived } = await openPayment({ authorizationKey: 'authorization-key-1', balances: false });
    assert.deepEqual([arrived[0]?.headers['authorization'], arrived[0]?.data.balances], ['authorization-key-1', undefined]);
    assert.deepEqual([(await openPayment()).arrived[0]?.headers['authorization'], (await openPayment()).arrived[0]?.data.balances?.['total_captured']], [undefined, 0]);
  });

  it('and what happens are told to the one who listens, and no secret', async () => {
    const { sandbox, token, events } = await openPayment();
    sandbox.app.approve(token);
    await sandbox.settled();
    assert.deepEqual(events.map(({ type, word }) => [type, word]), [
      ['charge-created', 'Pending'],
      ['callback-sent', 'payment_pending'],
      ['charge-changed', 'Captured'],
      ['callback-sent', 'payment_capture_pending'],
      ['callback-sent', 'payment_captured'],
    ]);
    assert.doesNotMatch(JSON.stringify(events), /sk_|signature|pay_|[0-9a-f]{32}/);
  });

  it('go through the network where no road is given', () => {
    assert.doesNotThrow(() => createCheckoutSandbox({ baseUrl: BASE, secretKey: KEY, webhookKey: 'signature-key-of-the-webhook', callbackUrl: 'https://shop.example/callbacks/checkout' }));
  });
});
