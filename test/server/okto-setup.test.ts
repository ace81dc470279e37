import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OKTO_PRODUCTION_URL, OKTO_TEST_URL, registerOktoWebhook, type OktoWebhook } from '../../src/server.ts';
import { KEY, SECRET } from './okto-shop.ts';

const WEBHOOK: OktoWebhook = { baseUrl: 'test', secretKey: KEY, url: 'https://shop.example/callbacks/okto?a=1&b=2', apiKey: SECRET };

describe('registerOktoWebhook', () => {
  for (const [baseUrl, url] of [
    ['test', 'https://sit.oktopay.eu:9443/api/integration/webhook'],
    ['production', 'https://api.oktopay.eu/api/integration/webhook'],
    [OKTO_TEST_URL, 'https://sit.oktopay.eu:9443/api/integration/webhook'],
    [OKTO_PRODUCTION_URL, 'https://api.oktopay.eu/api/integration/webhook'],
    ['https://okto.example/v2/', 'https://okto.example/v2/api/integration/webhook'],
    ['http://localhost:8080/okto', 'http://localhost:8080/okto/api/integration/webhook'],
  ] as const) {
    it(`${baseUrl}: the call of the provider's document`, async () => {
      let sent: Request | undefined;
      await registerOktoWebhook({ ...WEBHOOK, baseUrl, fetch: async (request) => ((sent = request), new Response('OK')) });
      assert.equal(`${sent?.method} ${sent?.url}`, `POST ${url}`);
      const header = (name: string) => sent?.headers.get(name);
      assert.deepEqual([header('authorization'), header('accept'), header('content-type')], [`Bearer ${KEY}`, 'application/vnd.okto-merchant-api.v1+json', 'application/x-www-form-urlencoded']);
      assert.equal(sent?.redirect, 'error');
      assert.equal(await sent?.text(), `url=https%3A%2F%2Fshop.example%2Fcallbacks%2Fokto%3Fa%3D1%26b%3D2&apiKey=${SECRET}`);
    });
  }

  for (const [what, more, says] of [
    ['no address of OKTO', { baseUrl: undefined }, /baseUrl/],
    ['another word', { baseUrl: 'sandbox' }, /baseUrl/],
    ['plain http', { baseUrl: 'http://okto.example' }, /baseUrl/],
    ['no secret key', { secretKey: '' }, /secretKey/],
    ['a secret key with a line break', { secretKey: 'a\nb' }, /secretKey/],
    ['no address of the shop', { url: undefined }, /url/],
    ['a path alone', { url: '/callbacks/okto' }, /url/],
    ['plain http, by which anybody reads the secret', { url: 'http://shop.example/callbacks/okto' }, /url must be an https address/],
    ['an address with a user', { url: 'https://okto@shop.example/callbacks/okto' }, /url must be an https address/],
    ['another scheme', { url: 'javascript:alert(1)' }, /url/],
    ['no notification secret', { apiKey: undefined }, /apiKey/],
    ['several notification secrets', { apiKey: [SECRET, SECRET] }, /apiKey/],
    ['a short notification secret', { apiKey: 'short' }, /apiKey must be at least 16 bytes/],
  ] as [string, object, RegExp][]) {
    it(`${what}: a TypeError, and nothing is sent`, async () => {
      let asked = 0;
      const fetch = async () => (asked++, new Response(null));
      await assert.rejects(registerOktoWebhook({ ...WEBHOOK, fetch, ...more }), (error: Error) => {
        assert.ok(error instanceof TypeError, String(error));
        assert.match(error.message, says);
        assert.equal(!error.message.includes(KEY) && !error.message.includes(SECRET), true);
        return true;
      });
      assert.equal(asked, 0);
    });
  }

  it('says with a stable word why OKTO has not taken it', async () => {
    await assert.rejects(registerOktoWebhook({ ...WEBHOOK, fetch: async () => new Response(SECRET, { status: 403 }) }), { name: 'ProviderError', code: 'http-403', message: 'the provider failed: http-403' });
    await assert.rejects(registerOktoWebhook({ ...WEBHOOK, fetch: () => Promise.reject(new Error(SECRET)) }), { code: 'network', message: 'the provider failed: network' });
  });
});
