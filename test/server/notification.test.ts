import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Rejection, signNotification, verifyNotification } from '../../src/server.ts';
import { EQUALS, HMAC, SECRET } from './shop.ts';

const BODY = new TextEncoder().encode('{"status":"CONFIRMED"}');
// printf '{"status":"CONFIRMED"}' | openssl dgst -sha256 -hmac notification-secret-of-the-shop
const SIGNATURE = 'a6486c09d23987a0e19eff2367b3bcf018dcb440c62123a0ef2deecc3d458b07';

const verdict = (notification: typeof HMAC | typeof EQUALS, value: string): string => {
  try {
    verifyNotification(notification, new Headers({ [notification.header]: value }), BODY);
    return 'accepted';
  } catch (error) {
    return error instanceof Rejection ? error.code : `untyped ${String(error)}`;
  }
};

describe('the signature of a callback', () => {
  it('is what openssl makes of it', () => {
    assert.equal(signNotification(HMAC, BODY), SIGNATURE);
    assert.equal(verdict(HMAC, SIGNATURE), 'accepted');
    assert.equal(verdict(EQUALS, SECRET), 'accepted');
  });

  for (const [name, notification, good] of [['HMAC', HMAC, SIGNATURE], ['plain secret', EQUALS, SECRET]] as const) {
    it(`a ${name} that is not the right one is a wrong one, whatever it looks like`, () => {
      const byte = fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code));
      const near = fc.tuple(fc.nat(good.length - 1), byte).map(([at, char]) => good.slice(0, at) + char + good.slice(at + 1));
      const value = fc.oneof(fc.string({ unit: byte, maxLength: 80 }), fc.stringMatching(/^[0-9a-f]{64}$/), near, near.map((text) => `${good}, ${text}`));
      fc.assert(
        fc.property(value, (text) => {
          const same = text.trim() === good || (notification === HMAC && text.trim().toLowerCase() === good);
          assert.equal(verdict(notification, text), same ? 'accepted' : 'bad-signature');
        }),
        { numRuns: 25_000 },
      );
    });
  }
});
