import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { openShop, sign } from './shop.ts';

const NOTICE = '{"eventId":"e","externalId":"x","status":"CONFIRMED","amount":"12.90","currency":"BRL"}';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const nested = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;

/** A body that never ends, and how much of it was taken. */
function endless(chunk = new Uint8Array(1024).fill(0x20)) {
  const taken = { bytes: 0 };
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken.bytes += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
  return { stream, taken };
}

const send = async (shop: ReturnType<typeof openShop>, path: string, body: string | Uint8Array | ReadableStream, headers: Record<string, string>) => {
  const signature = typeof body === 'string' || body instanceof Uint8Array ? { 'X-Okto-Signature': sign(body) } : {};
  const init = { method: 'POST', body, headers: { 'Idempotency-Key': 'k'.repeat(16), ...signature, ...headers }, duplex: 'half' };
  return shop.payments.handle(new Request(`https://shop.example${path}`, init as RequestInit));
};

for (const path of ['/payments', '/callbacks/okto-pix']) {
  describe(`a body for ${path}`, () => {
    for (const [what, status, body, headers] of [
      ['65,537 bytes', 413, ' '.repeat(65_537), JSON_TYPE],
      ['a length that says 70,000', 413, NOTICE, { ...JSON_TYPE, 'Content-Length': '70000' }],
      ['a length that says 10 before 100,000', 413, ' '.repeat(100_000), { ...JSON_TYPE, 'Content-Length': '10' }],
      ['a length that is no number', 400, NOTICE, { ...JSON_TYPE, 'Content-Length': 'NaN' }],
      ['a negative length', 400, NOTICE, { ...JSON_TYPE, 'Content-Length': '-1' }],
      ['a length in hexadecimal', 400, NOTICE, { ...JSON_TYPE, 'Content-Length': '0x10' }],
      ['a form', 415, 'a=b', { 'Content-Type': 'application/x-www-form-urlencoded' }],
      ['plain text', 415, NOTICE, { 'Content-Type': 'text/plain' }],
      ['no type', 415, new TextEncoder().encode(NOTICE), {}],
      ['another charset', 415, NOTICE, { 'Content-Type': 'application/json; charset=utf-16' }],
      ['what only looks like a kind of JSON', 415, NOTICE, { 'Content-Type': 'application/x json' }],
      ['a kind of JSON, but a list', 400, '[]', { 'Content-Type': 'application/vnd.okto-merchant-api.v1+json' }],
      ['a coding', 415, NOTICE, { ...JSON_TYPE, 'Content-Encoding': 'gzip' }],
      ['nothing', 400, '', JSON_TYPE],
      ['no JSON', 400, '{"a":', JSON_TYPE],
      ['HTML', 400, '<html>', JSON_TYPE],
      ['null', 400, 'null', JSON_TYPE],
      ['a list', 400, `[${NOTICE}]`, JSON_TYPE],
      ['a text', 400, '"x"', JSON_TYPE],
      ['33 levels', 400, nested(33), JSON_TYPE],
      ['10,000 levels', 400, nested(10_000), JSON_TYPE],
      ['a key twice', 400, NOTICE.replace('{', '{"status":"WAITING",'), JSON_TYPE],
      ['a key twice, once in escapes', 400, NOTICE.replace('{', '{"\\u0073tatus":"WAITING",'), JSON_TYPE],
      ['a key twice, inside', 400, '{"a":[{"b":1,"c":{},"b":2}]}', JSON_TYPE],
      ['bytes that are not UTF-8', 400, new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), JSON_TYPE],
      ['a byte order mark', 400, `\uFEFF${NOTICE}`, JSON_TYPE],
    ] as [string, number, string | Uint8Array, Record<string, string>][]) {
      it(`${what}: ${status}, a fixed text`, async () => {
        const shop = openShop();
        const response = await send(shop, path, body, headers);
        const text = await response.text();
        assert.equal(response.status, status, text);
        assert.doesNotMatch(text, /CONFIRMED|html|status"/);
        assert.deepEqual(Object.keys(JSON.parse(text) as object), ['code', 'message']);
        await shop.payments.close();
      });
    }

    it('that never ends: 413 after 64 KiB', async () => {
      const shop = openShop();
      const { stream, taken } = endless();
      assert.equal((await send(shop, path, stream, JSON_TYPE)).status, 413);
      assert.ok(taken.bytes <= 70_000, `${taken.bytes} bytes taken`);
      await shop.payments.close();
    });

    it('that breaks off: 400', async () => {
      const shop = openShop();
      const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) });
      assert.equal((await send(shop, path, broken, JSON_TYPE)).status, 400);
      await shop.payments.close();
    });

    it('that does not come: 408 after 10 seconds', async () => {
      const shop = openShop();
      mock.timers.enable({ apis: ['setTimeout'] });
      try {
        const answer = send(shop, path, new ReadableStream({ pull: () => new Promise(() => {}) }), JSON_TYPE);
        await new Promise((resolve) => setImmediate(resolve));
        mock.timers.tick(10_000);
        assert.equal((await answer).status, 408);
      } finally {
        mock.timers.reset();
      }
      await shop.payments.close();
    });
  });
}

describe('a poisoned body', () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  for (const key of ['__proto__', 'constructor', 'prototype']) {
    for (const where of ['{"KEY":{"polluted":1},', '{"payer":{"cpf":"051.233.865-56","KEY":{"polluted":1}},', '{"constructor":{"prototype":{"polluted":1}},']) {
      it(`${where.replace('KEY', key)} changes nothing in Object`, async () => {
        const shop = openShop();
        const draft = '"method":"pix","amount":"12.90","currency":"BRL"}';
        await send(shop, '/payments', where.replace('KEY', key) + draft, JSON_TYPE);
        await send(shop, '/callbacks/okto-pix', where.replace('KEY', key) + NOTICE.slice(1), JSON_TYPE);
        assert.equal(({} as { polluted?: unknown }).polluted, undefined);
        assert.deepEqual(Object.getOwnPropertyNames(Object.prototype), before);
        await shop.payments.close();
      });
    }
  }

  it('32 levels and a key in two objects are in order', async () => {
    const shop = openShop();
    const deep = NOTICE.replace('}', `,"more":{"status":1,"list":[{"status":2},{"status":3,"text":"\\"{[\\\\"}]},"deep":${nested(31)}}`);
    assert.equal((await send(shop, '/callbacks/okto-pix', deep, JSON_TYPE)).status, 200);
    await shop.payments.close();
  });
});
