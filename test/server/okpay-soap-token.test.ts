import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { okpaySecurityToken } from '../../src/server/providers/okpay-soap-token.ts';

interface Vector {
  id: string;
  apiPassword: string;
  gmt: string;
  token: string;
}
const { vectors } = JSON.parse(readFileSync(new URL('../vectors/okpay-soap-token.json', import.meta.url), 'utf8')) as { vectors: Vector[] };

describe('the security token of OKPAY’s SOAP API', () => {
  for (const { id, apiPassword, gmt, token } of vectors) {
    it(`${id}: ${gmt}`, () => assert.equal(okpaySecurityToken(apiPassword, new Date(gmt)), token));
  }

  it('is another one in the next hour, and the same within one', () => {
    const at = (time: string): string => okpaySecurityToken('p', new Date(`2026-11-21T${time}Z`));
    assert.equal(at('10:00:00.000'), at('10:59:59.999'));
    assert.notEqual(at('10:59:59.999'), at('11:00:00.000'));
  });

  it('needs a password and a date', () => {
    for (const [password, now] of [['', new Date()], [undefined, new Date()], ['p', new Date(NaN)], ['p', '2026-11-21']]) {
      assert.throws(() => okpaySecurityToken(password as string, now as Date), TypeError);
    }
  });
});
