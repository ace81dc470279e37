import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { verifyCheckoutWebhook } from '../../src/server/providers/checkout-webhook.ts';

const { vectors, verify } = JSON.parse(readFileSync('test/vectors/checkout-webhook.json', 'utf8')) as {
  vectors: { id: string; name: string; rawBody: string; key: string; signature: string }[];
  verify: { id: string; name: string; rawBody: string; key: string; signatureHeader: string | null; expected: string }[];
};
const KEY = 'whsec-test-key-0001';
const BODY = '{"id":"evt_1","type":"payment_captured","data":{"id":"pay_1"}}';
const sign = (body: string | Uint8Array, key = KEY) => createHmac('sha256', key).update(body).digest('hex');

describe('a webhook of Checkout.com', () => {
  for (const { id, name, rawBody, key, signature } of vectors) {
    it(`${id} ${name}: genuine, and no more with a blank added`, () => {
      const { id: eventId = '', type = '', data = {} } = JSON.parse(rawBody) as Record<string, never>;
      for (const raw of [rawBody, Buffer.from(rawBody)]) assert.deepEqual({ ...verifyCheckoutWebhook(raw, signature, key) }, { id: eventId, type, data });
      assert.throws(() => verifyCheckoutWebhook(`${rawBody} `, signature, key), { code: 'bad-signature' });
    });
  }

  for (const { id, name, rawBody, key, signatureHeader, expected } of verify) {
    it(`${id} ${name}: ${expected}`, () => {
      if (expected === 'accept') assert.ok(verifyCheckoutWebhook(rawBody, signatureHeader, key).id);
      else assert.throws(() => verifyCheckoutWebhook(rawBody, signatureHeader, key));
    });
  }

  it('is taken under the old key and the new while one takes the place of the other', () => {
    assert.equal(verifyCheckoutWebhook(BODY, sign(BODY), ['the-new-key', KEY]).id, 'evt_1');
    assert.throws(() => verifyCheckoutWebhook(BODY, sign(BODY), ['the-new-key']), { code: 'bad-signature' });
    for (const key of ['', ' ', [], ['']]) assert.throws(() => verifyCheckoutWebhook(BODY, sign(BODY, 'x'), key), TypeError);
  });

  it('with one bit of body or signature flipped is refused', () => {
    const body = Buffer.from(BODY);
    for (let at = 0; at < body.length * 8; at += 1) {
      const flipped = Uint8Array.from(body);
      flipped[at >> 3]! ^= 1 << (at & 7);
      assert.throws(() => verifyCheckoutWebhook(flipped, sign(BODY), KEY), { code: 'bad-signature' }, `bit ${at}`);
    }
    const given = sign(BODY);
    for (let at = 0; at < given.length; at += 1) {
      const other = given.slice(0, at) + (given[at] === '0' ? '1' : '0') + given.slice(at + 1);
      assert.throws(() => verifyCheckoutWebhook(BODY, other, KEY), { code: 'bad-signature' }, `digit ${at}`);
    }
  });

  for (const [what, body] of [
    ['no JSON', 'paid'],
    ['a list', '[]'],
    ['a key twice', '{"id":"evt_1","type":"payment_declined","type":"payment_captured","data":{}}'],
  ] as const) {
    it(`with ${what} is refused, whoever has signed it`, () => assert.throws(() => verifyCheckoutWebhook(body, sign(body), KEY), { code: 'bad-body' }));
  }
});
