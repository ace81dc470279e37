import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { readPayment, readStatus } from '../../src/formats/payment-answer.ts';
import { advance, STATUSES, type Payment } from '../../src/formats/payment.ts';
import { Problem } from '../../src/formats/problem.ts';

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'status', 'message', 'pix', 'late', 'version', 'polluted'];
const KNOWN = ['status', 'version', 'expiresAt', 'serverTime', 'pollAfterMs', 'message', 'late', 'refundedAmount', 'reason', 'id', 'method', 'amount', 'currency', 'reference', 'statusUrl', 'eventsUrl', 'pix'];

/** JSON as text, because only a parser makes an own key of `__proto__`. */
const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('null', 'true', '1', '"x"', '"12.90"', ...STATUSES.map((status) => `"${status}"`)),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('json')), { maxLength: 5 }).map((fields) => `{${fields.map(([key, value]) => `"${key}": ${value}`).join()}}`),
  ),
}));
const answer = fc
  .tuple(fc.constantFrom(...STATUSES.slice(2)), fc.array(fc.tuple(fc.constantFrom(...KEYS), json), { maxLength: 5 }))
  .map(([status, fields]) => `{"status": "${status}"${fields.map(([key, value]) => `, "${key}": ${value}`).join('')}}`);

it('10,000 answers with the keys of every object in them change no prototype, and give known fields alone', () => {
  const prototype = Reflect.ownKeys(Object.prototype);
  let read = 0;
  fc.assert(
    fc.property(answer, (text) => {
      for (const reader of [readPayment, readStatus]) {
        try {
          const news = reader(JSON.parse(text));
          const state = advance({ status: 'pending' } as Payment, news);
          for (const each of [news, state]) {
            assert.deepEqual(Object.keys(each).filter((key) => !KNOWN.includes(key)), []);
            assert.equal(Object.getPrototypeOf(each), Object.prototype);
          }
          read++;
        } catch (error) {
          assert(error instanceof Problem, String(error));
        }
      }
      assert.equal(({} as { polluted?: unknown }).polluted, undefined);
    }),
    { numRuns: 10_000 },
  );
  assert.deepEqual(Reflect.ownKeys(Object.prototype), prototype);
  assert(read > 2_000, `only ${read} were read`);
});
