import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { OCTOPUS_TEMPLATE, octopusAddress, paymentFromCheckout } from '../../src/formats/octopus-link.ts';
import { STATUSES } from '../../src/formats/payment.ts';
import { Problem, type ProblemCode } from '../../src/formats/problem.ts';

/** The 202 answer as the provider's document shows it. */
const ANSWER = {
  id: 'pay_dinkmi3v4vgutixpcw6mcdzt44',
  status: 'Pending',
  processed_on: '2024-06-18T13:20:51.2352985Z',
  processing: {
    landing_url: 'https://web-test.online.octopus.com.hk/oos/payment/?token=zjsdhd3',
    octopus_uri: 'octopus://payment?token=zjsdhd3',
    token: 'zjsdhd3',
  },
  _links: { self: { href: 'https://gwc.ckotech.co/payments/pay_dinkmi3v4vgutixpcw6mcdzt44' } },
};

function refused(act: () => unknown, code: ProblemCode): Problem {
  try {
    act();
  } catch (problem) {
    assert.ok(problem instanceof Problem, String(problem));
    assert.equal(problem.code, code);
    return problem;
  }
  throw new Error('it was taken');
}

describe('the address that opens the Octopus app', () => {
  it('is that of the document where no template is given', () => assert.equal(octopusAddress('zjsdhd3'), ANSWER.processing.octopus_uri));

  for (const [token, template, address] of [
    ['a b&return=x', OCTOPUS_TEMPLATE, 'octopus://payment?token=a%20b%26return%3Dx'],
    ['$&$1$`', OCTOPUS_TEMPLATE, 'octopus://payment?token=%24%26%241%24%60'],
    ['{token}', OCTOPUS_TEMPLATE, 'octopus://payment?token=%7Btoken%7D'],
    ['八達通', 'https://app.example/{token}/pay', 'https://app.example/%E5%85%AB%E9%81%94%E9%80%9A/pay'],
    ['x', 'hk.octopus:{token}', 'hk.octopus:x'],
  ] as const) {
    it(`${token} in ${template}`, () => assert.equal(octopusAddress(token, template), address));
  }

  for (const template of ['', 'octopus://payment', 'octopus://{token}?token={token}', 'octopus://payment?token={Token}', 'octopus://payment?token=%s']) {
    it(`a template is refused: "${template}"`, () => {
      const { field, value, message } = refused(() => octopusAddress('x', template), 'invalid-attribute');
      assert.deepEqual([field, value], ['ios-url', template]);
      assert.match(message, /write \{token\} in it exactly once/);
    });
  }

  for (const token of ['', 'a\u0007', 'a\u202eb', '\ud800', 'x'.repeat(257)]) {
    it(`a token is refused: ${JSON.stringify(token.slice(0, 9))}`, () => assert.equal(refused(() => octopusAddress(token), 'invalid-code').field, 'token'));
  }

  it('no token changes where it leads', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 99 }).filter((token) => /^\P{C}+$/u.test(token)), (token) => {
        const url = new URL(octopusAddress(token));
        assert.deepEqual([url.protocol, url.host, [...url.searchParams]], ['octopus:', 'payment', [['token', token]]]);
      }),
    );
  });
});

describe('the payment in Checkout.com’s answer', () => {
  it('is what opens it, its status and its name; never the self link', () => {
    const payment = paymentFromCheckout(ANSWER);
    assert.deepEqual(payment, {
      id: ANSWER.id,
      method: 'octopus',
      status: 'pending',
      octopus: { token: 'zjsdhd3', octopusUri: ANSWER.processing.octopus_uri, landingUrl: ANSWER.processing.landing_url },
    });
    assert.ok(!JSON.stringify(payment).includes('ckotech'));
  });

  const words = {
    pending: ['Active', 'Requested', 'Pending', 'Authentication Requested', 'Card Verified'],
    processing: ['Authorized', 'Retry Scheduled', 'Partially Captured', 'Paid'],
    paid: ['Captured', 'Partially Refunded'],
    failed: ['Declined'],
    expired: ['Expired'],
    canceled: ['Canceled', 'Voided'],
    refunded: ['Refunded'],
  };
  for (const [status, theirs] of Object.entries(words)) {
    for (const word of theirs) it(`${word} is ${status}`, () => assert.equal(paymentFromCheckout({ ...ANSWER, status: word }).status, status));
  }
  it('every word of ours but the element’s own comes from one of theirs', () => assert.deepEqual(STATUSES.filter((word) => !Object.hasOwn(words, word)), ['idle', 'creating']));

  it('what is over need not say how it is opened', () => {
    assert.deepEqual(paymentFromCheckout({ id: 'pay_1', status: 'Declined', response_summary: 'x' }), { id: 'pay_1', method: 'octopus', status: 'failed' });
  });

  const processing = (change: object) => ({ ...ANSWER, processing: { ...ANSWER.processing, ...change } });
  for (const [what, json, field] of [
    ['nothing', undefined, 'the answer'],
    ['null', null, 'the answer'],
    ['text', JSON.stringify(ANSWER), 'the answer'],
    ['a list', [ANSWER], 'the answer'],
    ['a refusal of Checkout.com', { request_id: '0HL80', error_type: 'request_invalid', error_codes: ['amount_invalid'] }, 'id'],
    ['no status', { ...ANSWER, status: undefined }, 'status'],
    ['a status of ours', { ...ANSWER, status: 'pending' }, 'status'],
    ['a status that every object has', { ...ANSWER, status: 'constructor' }, 'status'],
    ['no processing', { ...ANSWER, processing: undefined }, 'processing'],
    ['processing that is a list', { ...ANSWER, processing: [] }, 'processing'],
    ['no token', processing({ token: undefined }), 'token'],
    ['an empty token', processing({ token: ' ' }), 'token'],
    ['a number as token', processing({ token: 7 }), 'token'],
    ['no address of the app', processing({ octopus_uri: null }), 'octopus_uri'],
    ['no landing page', processing({ landing_url: {} }), 'landing_url'],
  ] as const) {
    it(`is not made of ${what}`, () => {
      const problem = refused(() => paymentFromCheckout(json), 'bad-response');
      assert.ok(problem.field?.endsWith(field), problem.field);
      assert.ok(problem.message.includes(field), problem.message);
    });
  }

  it('of anything else it throws a Problem and nothing else', () => {
    fc.assert(fc.property(fc.anything(), (json) => void refused(() => paymentFromCheckout(json), 'bad-response')));
  });
});
