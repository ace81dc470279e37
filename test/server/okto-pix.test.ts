import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPayments, oktoPix, registerOktoPixCallbacks, type OktoPixSettings } from '../../src/server.ts';
import { sqliteStore } from '../../src/server/stores/sqlite.ts';
import { EQUALS, HMAC, knownIds, openShop, SECRET, sign, TOKEN } from './shop.ts';

const GOOD: OktoPixSettings = { baseUrl: 'https://okto.example', accessToken: TOKEN, notification: HMAC, statuses: { PAID: 'paid' } };
const notification = (more: object) => ({ notification: { ...HMAC, ...more } });
const ATTEMPT = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';

describe('the settings of OKTO.PIX', () => {
  for (const [what, more, says] of [
    ['no access token', { accessToken: undefined }, /accessToken/],
    ['a blank access token', { accessToken: ' ' }, /accessToken/],
    ['an access token with a line break', { accessToken: 'a\nb' }, /accessToken/],
    ['no base URL', { baseUrl: undefined }, /baseUrl/],
    ['plain http', { baseUrl: 'http://okto.example' }, /baseUrl/],
    ['a user in the address', { baseUrl: 'https://user:secret@okto.example' }, /baseUrl/],
    ['another scheme', { baseUrl: 'file:///etc/passwd' }, /baseUrl/],
    ['no notification', { notification: undefined }, /notification/],
    ['no secret', notification({ secret: undefined }), /secret/],
    ['an empty secret', notification({ secret: '' }), /secret/],
    ['a blank secret', notification({ secret: ' '.repeat(20) }), /secret/],
    ['a secret of 15 bytes', notification({ secret: 'x'.repeat(15) }), /16 bytes/],
    ['no secrets', notification({ secret: [] }), /secret/],
    ['a short one among several', notification({ secret: [SECRET, 'short'] }), /16 bytes/],
    ['a secret that is a number', notification({ secret: 1234567890123456 }), /secret/],
    ['a plain secret with a comma', notification({ scheme: 'equals', secret: 'twelve,and,more,letters' }), /comma/],
    ['a plain secret that no header holds', notification({ scheme: 'equals', secret: 'ação-ação-ação-ação' }), /ASCII/],
    ['no header', notification({ header: undefined }), /header/],
    ['an empty header', notification({ header: '' }), /header/],
    ['a header with a space', notification({ header: 'X Api' }), /header/],
    ['no scheme', notification({ scheme: undefined }), /scheme/],
    ['a scheme that is none', notification({ scheme: 'md5' }), /scheme/],
    ['no statuses', { statuses: undefined }, /statuses/],
    ['a blank name of what a callback says', { notification: { ...EQUALS, fields: { amount: '' } } }, /notification\.fields\.amount/],
    ['empty statuses', { statuses: {} }, /statuses/],
    ['a word of the page', { statuses: { NEW: 'idle' } }, /statuses/],
    ['a word that is none', { statuses: { PAID: 'done' } }, /statuses/],
    ['no time to pay', { expiresInSeconds: 0 }, /expiresInSeconds/],
    ['a code that is none', { create: { takes: ['dynamic'] } }, /create\.takes/],
  ] as [string, object, RegExp][]) {
    it(`${what}: does not start, and says which setting`, () => {
      const settings = { ...GOOD, ...more } as OktoPixSettings;
      assert.throws(() => oktoPix(settings), (error: Error) => {
        assert.ok(error instanceof TypeError);
        assert.match(error.message, says);
        assert.equal(!error.message.includes(SECRET) && !error.message.includes('user:secret'), true);
        return true;
      });
    });
  }

  it('warns when the secret is the access token', () => {
    const warnings: string[] = [];
    const warn = (message: string) => void warnings.push(message);
    oktoPix({ ...GOOD, warn });
    assert.equal(warnings.length, 0);
    oktoPix({ ...GOOD, accessToken: SECRET, warn });
    assert.equal(warnings.length, 1);
    assert.equal(!warnings[0]!.includes(SECRET), true);
  });

  it('names the fields of the create call, its answer and the callbacks as the merchant was told', async () => {
    const bodies: Record<string, unknown>[] = [];
    const shop = openShop({
      ids: knownIds(ATTEMPT),
      settings: {
        notification: { ...EQUALS, fields: { attempt: 'data.ref', status: 'data.state', amount: 'data.cents', currency: null } },
        statuses: { DONE: 'paid' },
        amounts: 'minor-number',
        create: {
          path: '/v9/charge',
          fields: { attempt: 'ref', amount: 'cents', currency: null, cpf: 'document', name: null, expiresInSeconds: 'ttl', reference: null },
          answer: { code: 'pix.emv', expiresAt: 'pix.until' },
        },
        fetch: async (request) => {
          assert.equal(request.url, 'https://okto.example/v9/charge');
          assert.equal(request.headers.get('authorization'), `Bearer ${TOKEN}`);
          bodies.push((await request.json()) as Record<string, unknown>);
          return Response.json({ pix: { emv: (await other.create()).body.pix.code, until: '2026-11-21T12:30:00-03:00' } });
        },
      },
    });
    const other = openShop();
    const { body } = await shop.create();
    assert.deepEqual(bodies, [{ ref: ATTEMPT, cents: 1290, document: '05123386556', ttl: 900 }]);
    assert.equal(body.expiresAt, '2026-11-21T15:30:00.000Z');
    await shop.callBack({ data: { ref: ATTEMPT, state: 'DONE', cents: 1290 } }, { 'X-Api-Key': SECRET });
    assert.equal((await shop.status(body.statusUrl)).body.status, 'paid');
    await Promise.all([shop.payments.close(), other.payments.close()]);
  });

  it('a callback without reference or status is no callback: 400', async () => {
    const shop = openShop();
    for (const body of ['{"status":"CONFIRMED"}', '{"externalId":"x"}', '{"externalId":"","status":"CONFIRMED"}', '{"externalId":{},"status":"CONFIRMED"}']) {
      assert.equal((await shop.callBack(body, { 'X-Okto-Signature': sign(body) })).status, 400, body);
    }
    await shop.payments.close();
  });
});

describe('the set-up call', () => {
  const callbacks = { baseUrl: 'https://okto.example/', accessToken: TOKEN, depositUrl: 'https://shop.example/callbacks/okto-pix', withdrawUrl: 'https://shop.example/w', notificationToken: SECRET };

  it('is the one of the provider\'s document', async () => {
    let sent: Request | undefined;
    await registerOktoPixCallbacks({ ...callbacks, fetch: async (request) => ((sent = request), new Response(null)) });
    assert.equal(`${sent?.method} ${sent?.url}`, 'PUT https://okto.example/operator');
    assert.equal(sent?.headers.get('authorization'), `Bearer ${TOKEN}`);
    assert.equal(sent?.headers.get('accept'), '*/*');
    assert.equal(sent?.headers.get('content-type'), 'application/json');
    assert.equal(sent?.redirect, 'error');
    const { depositUrl, withdrawUrl, notificationToken } = callbacks;
    assert.deepEqual(await sent?.json(), { depositUrl, withdrawUrl, notificationToken });
  });

  it('warns when the token is the access token, and sends it all the same', async () => {
    const warnings: string[] = [];
    let sent: Request | undefined;
    const same = { ...callbacks, notificationToken: TOKEN, warn: (message: string) => void warnings.push(message) };
    await registerOktoPixCallbacks({ ...same, fetch: async (request) => ((sent = request), new Response('OK')) });
    assert.equal(((await sent?.json()) as { notificationToken: string }).notificationToken, TOKEN);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0]!, /notificationToken is the access token/);
    assert.equal(!warnings[0]!.includes(TOKEN), true);
    await registerOktoPixCallbacks({ ...same, notificationToken: SECRET, fetch: async () => new Response(null, { status: 204 }) });
    assert.equal(warnings.length, 1);
  });

  for (const [what, more] of [
    ['baseUrl', { baseUrl: undefined }],
    ['accessToken', { accessToken: '' }],
    ['accessToken', { accessToken: 'a\nb' }],
    ['depositUrl', { depositUrl: undefined }],
    ['depositUrl', { depositUrl: '/callbacks/okto-pix' }],
    ['withdrawUrl', { withdrawUrl: 'javascript:alert(1)' }],
    ['notificationToken', { notificationToken: undefined }],
    ['notificationToken', { notificationToken: 'short' }],
    ['notificationToken', { notificationToken: ' '.repeat(20) }],
  ] as const) {
    it(`${JSON.stringify(more)}: a TypeError that names ${what}, and nothing is sent`, async () => {
      let asked = 0;
      const fetch = async () => (asked++, new Response(null));
      await assert.rejects(registerOktoPixCallbacks({ ...callbacks, ...(more as object), fetch }), { name: 'TypeError', message: new RegExp(`^registerOktoPixCallbacks: ${what} `) });
      assert.equal(asked, 0);
    });
  }

  it('says with a stable word why OKTO.PIX has not taken it', async () => {
    await assert.rejects(registerOktoPixCallbacks({ ...callbacks, fetch: async () => new Response('', { status: 403 }) }), { code: 'http-403' });
  });
});

describe('createPayments', () => {
  const options = () => ({
    store: sqliteStore(':memory:'), providers: [oktoPix(GOOD)], publicUrl: 'https://shop.example/payments',
    order: () => ({ amount: '1.00', currency: 'BRL' }), onPaid: () => {},
  });
  for (const [what, more] of [
    ['no store', { store: undefined }],
    ['no provider', { providers: [] }],
    ['one provider twice', { providers: [oktoPix(GOOD), oktoPix(GOOD)] }],
    ['no price', { order: undefined }],
    ['nobody to hear of a paid order', { onPaid: undefined }],
    ['no address', { publicUrl: 'payments' }],
    ['no payment for an order', { maxOpenPerReference: 0 }],
    ['half a payment for an order', { maxOpenPerReference: 1.5 }],
  ] as const) {
    it(`${what}: does not start`, () => {
      assert.throws(() => createPayments({ ...options(), ...more } as never), TypeError);
    });
  }
});
