import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OktoSandboxOptions } from '../../src/sandbox.ts';
import { ASK, BOOKS, openSide, PACKAGE } from './okto-side.ts';

/** A voucher that waits, its payment code, and what a till's scanner gives for its barcode. */
async function openWithVoucher(options: Partial<OktoSandboxOptions> = {}) {
  const side = openSide(options);
  const { body } = await side.ask('cash', ASK);
  const code = body['paymentCode']!;
  const scan = `]C1010${PACKAGE}211000000000000${code}`;
  return { ...side, voucher: body, code, scan };
}

describe('OKTO Cash, asked by a shop', () => {
  it('gives package, a payment code of seven digits, and two days to pay', async () => {
    const { voucher } = await openWithVoucher();
    assert.deepEqual(Object.keys(voucher).sort(), ['expiresAt', 'packageId', 'paymentCode']);
    assert.equal(voucher['packageId'], PACKAGE);
    assert.match(voucher['paymentCode']!, /^\d{7}$/);
    assert.equal(voucher['expiresAt'], '2026-11-23T12:00:00.000Z');
  });

  for (const [what, change, status, code] of [
    ['a package that nobody sells', { packageId: '8055348521999' }, 422, 'unknown-package'],
    ['no package', { packageId: undefined }, 400, 'bad-body'],
    ['another amount than the package\'s', { amount: '25.00' }, 422, 'other-amount'],
    ['the same money in another country', { country: 'DE' }, 422, 'other-amount'],
    ['another currency', { currency: 'RON' }, 422, 'other-amount'],
    ['the merchantId of another account', { merchantId: BOOKS.merchantId }, 403, 'other-merchant'],
    ['a charge that is no test', { testMode: false }, 422, 'other-mode'],
    ['an empty descriptor', { descriptor: '' }, 400, 'bad-body'],
    ['no country', { country: undefined }, 422, 'other-amount'],
    ['a country in small letters', { country: 'it' }, 400, 'bad-body'],
    ['an amount that is a number', { amount: 10 }, 400, 'bad-body'],
    ['an address that runs script', { callbackUrl: 'javascript:0' }, 400, 'bad-body'],
  ] as [string, object, number, string][]) {
    it(`${what}: ${status} ${code}`, async () => {
      const { ask, events } = openSide();
      const answer = await ask('cash', { ...ASK, ...change });
      assert.deepEqual([answer.status, answer.body['code']], [status, code]);
      assert.deepEqual(events, []);
    });
  }

  for (const [what, headers, status] of [
    ['a wrong Bearer value', { Authorization: 'Bearer another' }, 401],
    ['the key without Bearer', { Authorization: 'secret-key-of-games' }, 401],
    ['another Accept', { Accept: 'application/json' }, 406],
    ['no Accept', { Accept: '' }, 406],
    ['no JSON', { 'Content-Type': 'text/plain' }, 415],
  ] as [string, Record<string, string>, number][]) {
    for (const path of ['cash', 'wallet']) {
      it(`${what}, ${path}: ${status}`, async () => assert.equal((await openSide().ask(path, ASK, headers)).status, status));
    }
  }

  it('gives the same voucher for the same reference, and none for the same reference with another amount', async () => {
    const { ask, voucher } = await openWithVoucher();
    assert.deepEqual((await ask('cash', ASK)).body, voucher);
    assert.equal((await ask('cash', { ...ASK, amount: '25.00', packageId: '8055348521283' })).status, 409);
  });

  it('never gives a payment code twice, and none any more when all are in use', async () => {
    const { ask } = openSide({ cash: { paymentCodeLength: 1 } });
    const answers = [];
    for (let at = 0; at < 30; at++) answers.push(await ask('cash', { ...ASK, externalId: `attempt-${at}` }));
    const codes = answers.filter(({ status }) => status === 201).map(({ body }) => body['paymentCode']!);
    assert.equal(new Set(codes).size, codes.length);
    assert.ok(codes.length <= 10 && codes.every((code) => /^\d$/.test(code)));
    assert.deepEqual(answers.find(({ status }) => status !== 201)?.body['code'], 'no-code-left');
  });

  for (const paymentCodeLength of [0, 8, 1.5, NaN]) {
    it(`does not start with payment codes of ${paymentCodeLength} digits`, () => {
      assert.throws(() => openSide({ cash: { paymentCodeLength } }), { name: 'TypeError' });
    });
  }
});

describe('the counter', () => {
  it('shows what it has read: shop, amount and state', async () => {
    const { press, scan, code } = await openWithVoucher();
    const seen = {
      shop: 'Example Games',
      amount: '10.00',
      currency: 'EUR',
      expiresAt: '2026-11-23T12:00:00.000Z',
      state: 'WAITING',
      packageId: PACKAGE,
      paymentCode: code,
    };
    const read = `(01)0${PACKAGE}(21)1000000000000${code}`;
    assert.deepEqual(await press('counter/read', scan), { status: 200, body: { read, ...seen } });
    assert.deepEqual(await press('counter/read', code), { status: 200, body: { read: code, ...seen } });
  });

  it('takes what scanners give in any of their ways', async () => {
    const { press, scan } = await openWithVoucher();
    for (const given of [scan, scan.slice(3), `\x1d${scan.slice(3)}`, `]C1\x1d${scan.slice(3)}`]) assert.equal((await press('counter/read', given)).status, 200, JSON.stringify(given));
  });

  it('wants GS where the pattern has FNC1, in a pattern of another order', async () => {
    const { press, code } = await openWithVoucher({ cash: { gs1Pattern: '(21)%s(01)0%s'.replace('%s', '{paymentCode}').replace('%s', '{packageId}') } });
    assert.equal((await press('counter/read', `]C121${code}\x1d010${PACKAGE}`)).status, 200);
    assert.notEqual((await press('counter/read', `]C121${code}010${PACKAGE}`)).status, 200);
  });

  for (const [acts, words] of [
    [['pay'], ['CONFIRMED']],
    [['refuse'], ['REJECTED']],
    [['expire'], ['EXPIRED']],
    [['expire', 'pay-late'], ['EXPIRED', 'CONFIRMED']],
    [['keep-waiting', 'pay'], ['IN_PROCESS', 'CONFIRMED']],
    [['keep-waiting', 'refuse'], ['IN_PROCESS', 'REJECTED']],
  ] as const) {
    it(`${acts.join(', then ')}: the shop hears ${words.join(', then ')}`, async () => {
      const { press, scan, arrived } = await openWithVoucher();
      for (const act of acts) assert.equal((await press(`counter/${act}`, scan)).status, 200, act);
      assert.deepEqual(arrived.map(({ said }) => said['status']), words);
    });
  }

  it('takes another amount when it is told to', async () => {
    const { press, code, arrived } = await openWithVoucher();
    await press('counter/pay', code, { amount: '9.00' });
    assert.equal(arrived[0]?.said['amount'], '9.00');
  });

  for (const [what, acts, last, given, status, code] of [
    ['a voucher that nobody issued', [], 'read', `010${PACKAGE}2110000000000009`, 404, 'unknown-code'],
    ['a barcode with a wrong check digit', [], 'read', '01080553485212772110000000000001234567', 422, 'damaged'],
    ['a barcode of something else', [], 'read', ']E04006381333931', 422, 'damaged'],
    ['a typed code that nobody issued', [], 'read', '1', 404, 'unknown-code'],
    ['a typed code too long', [], 'read', '00000001', 422, 'damaged'],
    ['nothing', [], 'read', '', 422, 'damaged'],
    ['a number', [], 'read', 1234567, 400, 'bad-request'],
    ['cash after expiry', ['expire'], 'pay', '', 410, 'expired'],
    ['reading after expiry', ['expire'], 'read', '', 410, 'expired'],
    ['cash twice', ['pay'], 'pay', '', 409, 'not-payable'],
    ['refusing what is paid', ['pay'], 'refuse', '', 409, 'not-payable'],
    ['giving cash back', ['pay'], 'refund', '', 404, 'not-found'],
    ['another act', [], 'constructor', '', 404, 'not-found'],
  ] as [string, string[], string, unknown, number, string][]) {
    it(`${what}: ${status} ${code}`, async () => {
      const { press, scan } = await openWithVoucher();
      for (const act of acts) await press(`counter/${act}`, scan);
      const answer = await press(`counter/${last}`, given === '' && what !== 'nothing' ? scan : given);
      assert.deepEqual([answer.status, answer.body['code']], [status, code]);
    });
  }

  it('the clock ends a voucher too', async () => {
    const { press, scan, clock } = await openWithVoucher({ cash: { expiresInSeconds: 60 } });
    clock.time += 60_000;
    assert.equal((await press('counter/read', scan)).status, 410);
    assert.equal((await press('counter/pay-late', scan)).status, 200);
  });
});
