import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { paymentAnswer } from '../../src/formats/contract.ts';
import { readPayment } from '../../src/formats/payment-answer.ts';
import { STATUSES } from '../../src/formats/payment.ts';
import { Problem } from '../../src/formats/problem.ts';

const refusal = (json: unknown): Problem => {
  try {
    readPayment(json);
  } catch (error) {
    assert(error instanceof Problem, String(error));
    return error;
  }
  return assert.fail(`accepted: ${JSON.stringify(json)}`);
};

for (const [what, field, json] of [
  ['null', 'status', null],
  ['nothing', 'status', undefined],
  ['a list', 'status', [{ status: 'paid' }]],
  ['a word', 'status', 'paid'],
  ['a number', 'status', 3],
  ['true', 'status', true],
  ['an empty object', 'status', {}],
  ['a word in capitals', 'status', { status: 'PAID' }],
  ['a word with a space', 'status', { status: 'paid ' }],
  ['a word of the element alone', 'status', { status: 'idle' }],
  ['a word before there is a payment', 'status', { status: 'creating' }],
  ['a word of the companion alone', 'status', { status: 'review' }],
  ['a key of every object', 'status', { status: '__proto__' }],
  ['a method of every object', 'status', { status: 'toString' }],
  ['a list of one word', 'status', { status: ['paid'] }],
  ['a status in the prototype', 'status', JSON.parse('{"__proto__": {"status": "paid"}}')],
  ['a status of a type that JSON does not have', 'status', { status: 1n }],
  ['a version that is a list', 'version', { status: 'paid', version: [3] }],
  ['a version that is true', 'version', { status: 'paid', version: true }],
  ['a version below zero', 'version', { status: 'paid', version: -1 }],
  ['a version without end', 'version', { status: 'paid', version: Infinity }],
  ['an amount that is a number', 'amount', { status: 'paid', amount: 12.9 }],
  ['a time that is none', 'expiresAt', { status: 'paid', expiresAt: 'soon' }],
  ['late as a word', 'late', { status: 'paid', late: 'true' }],
  ['a code that is no object', 'pix', { status: 'paid', pix: 'x' }],
  ['a code without text', 'pix', { status: 'paid', pix: {} }],
  ['a barcode without its payment code', 'oktoCash', { status: 'paid', oktoCash: { packageId: '8055348521276' } }],
  ['a pattern that is no text', 'oktoCash', { status: 'paid', oktoCash: { packageId: '1', paymentCode: '2', gs1Pattern: null } }],
  ['a payment link without what the form sends as its invoice', 'okpayLink', { status: 'paid', okpayLink: {} }],
  ['an invoice that is no text', 'okpayLink', { status: 'paid', okpayLink: { invoice: 5 } }],
  ['an app address that is no text', 'oktoWallet', { status: 'paid', oktoWallet: { code: 'x', appUrl: 3 } }],
] as [string, string, unknown][]) {
  it(`refuses ${what}, and names ${field}`, () => {
    const { code, field: named } = refusal(json);
    assert.deepEqual([code, named], ['bad-response', field]);
  });
}

it('takes every word that a server may say', () => {
  for (const status of STATUSES.slice(2)) assert.deepEqual(readPayment({ status }), { status });
});

it('takes a version as it came: a number, or text however long', () => {
  for (const version of [0, 3, 2 ** 60, '3', '9007199254740993', 'v3', '']) assert.deepEqual(readPayment({ status: 'paid', version }), { status: 'paid', version });
});

it('takes the fields of a payment and no others; null is absent', () => {
  const news = readPayment(JSON.parse('{"status":"paid","version":2,"message":null,"payer":{"cpf":"x"},"__proto__":{"late":true},"pix":{"code":"c"}}'));
  assert.deepEqual(news, { status: 'paid', version: 2, pix: { code: 'c' } });
});

it('accepts and refuses what the zod schema accepts and refuses, and reads the same', () => {
  const odd = fc.constantFrom<unknown>(null, true, false, 0, -0, -1, 1.5, 3, '', 'x', '12.90', '2026-11-21T12:00:00Z', '2026-13-01T00:00:00Z', [], {}, { code: 'c' }, { code: 3 }, { code: null }, ['c']);
  const near = (arbitrary: fc.Arbitrary<unknown>) => fc.oneof({ arbitrary, weight: 15 }, { arbitrary: odd, weight: 1 });
  const text = near(fc.string({ maxLength: 5 }));
  const time = near(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString()));
  const money = near(fc.oneof({ arbitrary: fc.constantFrom('12.90', '0', '1000.0000'), weight: 9 }, { arbitrary: fc.constantFrom('1.00000', '1,00', '-1', ' 1'), weight: 1 }));
  const count = near(fc.oneof(fc.nat(), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })));
  const answer = fc.record(
    {
      status: near(fc.constantFrom(...STATUSES.slice(2), 'idle', 'PAID', 'toString')),
      version: fc.oneof(count, text), serverTime: time, expiresAt: time, pollAfterMs: count, message: text, late: near(fc.boolean()), refundedAmount: money,
      id: text, method: text, amount: money, currency: text, reference: text, statusUrl: text, eventsUrl: text, reason: text,
      pix: near(fc.record({ code: text }, { noNullPrototype: true })), other: odd,
      oktoCash: near(fc.record({ packageId: text, paymentCode: text, gs1Pattern: text }, { requiredKeys: ['packageId'], noNullPrototype: true })),
      okpayLink: near(fc.record({ invoice: text }, { noNullPrototype: true })),
      oktoWallet: near(fc.record({ code: text, appUrl: text }, { requiredKeys: ['code'], noNullPrototype: true })),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  let accepted = 0;
  fc.assert(
    fc.property(fc.oneof({ arbitrary: answer, weight: 9 }, { arbitrary: fc.jsonValue(), weight: 1 }), (json) => {
      const parsed = paymentAnswer.safeParse(json);
      if (!parsed.success) return void refusal(json);
      accepted++;
      const told = Object.entries(parsed.data).filter(([, value]) => value !== null && value !== undefined);
      assert.deepEqual({ ...readPayment(json) }, Object.fromEntries(told));
    }),
    { numRuns: 20_000 },
  );
  assert(accepted > 2000, `only ${accepted} accepted`);
});
