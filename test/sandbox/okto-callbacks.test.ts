import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sign } from '../server/shop.ts';
import { ASK, BOOKS, GAMES, openSide } from './okto-side.ts';

/** A charge without an address of its own, approved by the shopper. */
async function approve(side: ReturnType<typeof openSide>, change: object = {}) {
  const { body } = await side.ask('wallet', { ...ASK, callbackUrl: undefined, ...change });
  await side.press('app/approve', body['qrCode']);
  return body['qrCode']!;
}

describe('the callbacks of OKTO', () => {
  it('say event, reference, word, money and merchant, and carry the account\'s secret', async () => {
    const side = openSide();
    await approve(side, { callbackUrl: ASK.callbackUrl });
    const [{ url, secret, said }] = side.arrived as [(typeof side.arrived)[0]];
    const { eventId, ...rest } = said;
    assert.match(String(eventId), /^[0-9a-f-]{36}$/);
    assert.deepEqual(rest, { externalId: 'attempt-1', status: 'CONFIRMED', amount: '10.00', currency: 'EUR', merchantId: GAMES.merchantId });
    assert.deepEqual([url, secret], [ASK.callbackUrl, GAMES.notificationSecret]);
  });

  it('carry the HMAC of their body where that is agreed', async () => {
    const side = openSide({ notification: { header: 'x-api-key', scheme: 'hmac-sha256' } });
    await approve(side, { callbackUrl: ASK.callbackUrl });
    assert.equal(side.arrived[0]?.secret, sign(side.arrived[0]?.text ?? '', GAMES.notificationSecret));
  });

  it('go where the webhook call says, under the secret that it sets, for this account alone', async () => {
    const before = 'https://shop.example/before';
    const side = openSide({ accounts: { games: { ...GAMES, callbackUrl: before }, books: { ...BOOKS, callbackUrl: before } } });
    assert.equal((await side.register({ url: 'https://shop.example/after', apiKey: 'another-notification-secret' })).status, 200);
    await approve(side);
    const books = { Authorization: `Bearer ${BOOKS.secretKey}` };
    const { body } = await side.ask('wallet', { ...ASK, externalId: 'attempt-2', merchantId: BOOKS.merchantId, callbackUrl: undefined }, books);
    await side.press('app/approve', body['qrCode']);
    assert.deepEqual(
      side.arrived.map(({ url, secret }) => [url, secret]),
      [['https://shop.example/after', 'another-notification-secret'], [before, BOOKS.notificationSecret]],
    );
    assert.equal(side.events[0]?.type, 'callbacks-registered');
  });

  for (const [what, form, headers, status] of [
    ['no address', { url: 'nowhere', apiKey: 'secret' }, {}, 400],
    ['an address that runs script', { url: 'javascript:0', apiKey: 'secret' }, {}, 400],
    ['no secret', { url: 'https://shop.example/after', apiKey: ' ' }, {}, 400],
    ['a wrong Bearer value', { url: 'https://shop.example/after', apiKey: 'secret' }, { Authorization: 'Bearer another' }, 401],
    ['another Accept', { url: 'https://shop.example/after', apiKey: 'secret' }, { Accept: '*/*' }, 406],
    ['JSON', { url: 'https://shop.example/after', apiKey: 'secret' }, { 'Content-Type': 'application/json' }, 415],
  ] as [string, Record<string, string>, Record<string, string>, number][]) {
    it(`${what}, to register: ${status}`, async () => {
      const side = openSide();
      assert.equal((await side.register(form, headers)).status, status);
      assert.deepEqual(side.events, []);
    });
  }

  it('are tried five times, the same bytes, and can be sent again', async () => {
    const statuses = [500, 0, 302, 404, 503, 200];
    const side = openSide({}, () => statuses.shift() ?? 200);
    const code = await approve(side, { callbackUrl: ASK.callbackUrl });
    assert.deepEqual([side.arrived.length, side.waits, side.events.at(-1)?.type], [5, [200, 400, 800, 1600], 'callback-given-up']);
    await side.press('app/call-back-again', code);
    assert.equal(side.arrived.length, 6);
    assert.equal(new Set(side.arrived.map(({ text }) => text)).size, 1);
  });

  it('tell the one who listens what happens, and no secret', async () => {
    const side = openSide();
    const code = await approve(side, { callbackUrl: ASK.callbackUrl });
    await side.press('app/read', code);
    assert.deepEqual(side.events.map(({ type }) => type), ['charge-created', 'charge-changed', 'callback-sent', 'code-read']);
    assert.doesNotMatch(JSON.stringify(side.events), /secret/);
  });
});

describe('the accounts of OKTO', () => {
  for (const [what, accounts] of [
    ['none', {}],
    ['two with one merchantId', { games: GAMES, books: { ...BOOKS, merchantId: GAMES.merchantId } }],
    ['two with one secretKey', { games: GAMES, books: { ...BOOKS, secretKey: GAMES.secretKey } }],
  ] as const) {
    it(`${what}: the sandbox does not start`, () => assert.throws(() => openSide({ accounts }), { name: 'TypeError', message: /accounts/ }));
  }

  it('an account without packages sells no cash', async () => {
    const headers = { Authorization: `Bearer ${BOOKS.secretKey}` };
    const answer = await openSide().ask('cash', { ...ASK, merchantId: BOOKS.merchantId }, headers);
    assert.deepEqual([answer.status, answer.body['code']], [422, 'unknown-package']);
  });
});
