import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OktoSandboxOptions } from '../../src/sandbox.ts';
import { ASK, openSide } from './okto-side.ts';

/** A charge that waits for approval, and the text of its QR code. */
async function openWithCode(options: Partial<OktoSandboxOptions> = {}) {
  const side = openSide(options);
  const { body } = await side.ask('wallet', ASK);
  return { ...side, offer: body, code: body['qrCode']! };
}

describe('OKTO Wallet, asked by a shop', () => {
  it('gives a QR text of its own, a link that opens the app, and 15 minutes', async () => {
    const { offer, ask } = await openWithCode({ wallet: { appUrl: 'https://shop.example/okto-app#' } });
    assert.deepEqual(Object.keys(offer).sort(), ['appUrl', 'expiresAt', 'qrCode']);
    assert.match(offer['appUrl']!, /^https:\/\/shop\.example\/okto-app#[0-9a-f]{32}$/);
    assert.equal(offer['expiresAt'], '2026-11-21T12:15:00.000Z');
    assert.deepEqual((await ask('wallet', ASK)).body, offer);
    assert.notEqual((await ask('wallet', { ...ASK, externalId: 'attempt-2' })).body['qrCode'], offer['qrCode']);
  });

  it('refuses the same reference with another amount', async () => {
    const { ask } = await openWithCode();
    assert.equal((await ask('wallet', { ...ASK, amount: '10.01' })).status, 409);
  });
});

describe('the shopper\'s app', () => {
  it('shows who is paid and how much before it asks', async () => {
    const { press, code } = await openWithCode();
    const seen = { shop: 'Example Games', amount: '10.00', currency: 'EUR', expiresAt: '2026-11-21T12:15:00.000Z', state: 'WAITING' };
    assert.deepEqual(await press('app/read', code), { status: 200, body: seen });
  });

  for (const [acts, words] of [
    [['approve'], ['CONFIRMED']],
    [['decline'], ['REJECTED']],
    [['expire'], ['EXPIRED']],
    [['expire', 'approve-late'], ['EXPIRED', 'CONFIRMED']],
    [['keep-waiting', 'approve'], ['IN_PROCESS', 'CONFIRMED']],
    [['approve', 'refund'], ['CONFIRMED', 'REFUNDED']],
  ] as const) {
    it(`${acts.join(', then ')}: the shop hears ${words.join(', then ')}`, async () => {
      const { press, code, arrived } = await openWithCode();
      for (const act of acts) assert.equal((await press(`app/${act}`, code)).status, 200, act);
      assert.deepEqual(arrived.map(({ said }) => said['status']), words);
    });
  }

  it('gives a part back, then the rest: the shop hears how much so far', async () => {
    const { press, code, arrived } = await openWithCode();
    await press('app/approve', code);
    await press('app/refund', code, { amount: '2.50' });
    assert.equal((await press('app/refund', code, { amount: '7.51' })).status, 400);
    await press('app/refund', code);
    assert.deepEqual(
      arrived.map(({ said }) => [said['status'], said['amount'], said['refundedAmount']]),
      [['CONFIRMED', '10.00', undefined], ['REFUNDED', '10.00', '2.50'], ['REFUNDED', '10.00', '10.00']],
    );
  });

  for (const [what, acts, last, given, status, error] of [
    ['a code that nobody issued', [], 'read', 'https://wallet.okto.example/0', 404, 'unknown-code'],
    ['the token at another address', [], 'read', 'other', 404, 'unknown-code'],
    ['no address', [], 'read', '1234567', 422, 'damaged'],
    ['approving after expiry', ['expire'], 'approve', '', 410, 'expired'],
    ['approving twice', ['approve'], 'approve', '', 409, 'not-payable'],
    ['approving what was declined', ['decline'], 'approve', '', 409, 'not-payable'],
    ['giving back what was not paid', [], 'refund', '', 409, 'not-paid'],
    ['giving back twice', ['approve', 'refund'], 'refund', '', 409, 'not-paid'],
    ['another act', [], 'steal', '', 404, 'not-found'],
  ] as [string, string[], string, string, number, string][]) {
    it(`${what}: ${status} ${error}`, async () => {
      const { press, code } = await openWithCode();
      for (const act of acts) await press(`app/${act}`, code);
      const answer = await press(`app/${last}`, given === 'other' ? code.replace('wallet.', 'evil.') : given || code);
      assert.deepEqual([answer.status, answer.body['code']], [status, error]);
    });
  }
});
