import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { advance, eventsBetween, isFinal, STATUSES, type News, type Payment, type Status } from '../../src/formats/payment.ts';

/** The ranks of the design, written down once more by hand. */
const RANK: Record<Status, number> = {
  idle: -2,
  creating: -1,
  pending: 0,
  processing: 1,
  failed: 2,
  expired: 2,
  canceled: 2,
  paid: 3,
  refunded: 4,
};

/** Versions as servers count: numbers, text of digits that no number holds exactly, and what is no version at all. */
const version = fc.oneof(
  fc.nat(6),
  fc.nat(6).map(String),
  fc.nat(6).map((last) => `900719925474099${last}`),
  fc.constantFrom(2 ** 53, 2 ** 60, '0003', '', 'v9', '-9', '1e9', '9.5', ' 9', '0x9'),
);

/** The digits of a version, none for what is no version: the longer are the newer, then those that come later in the alphabet. */
const digits = (version: News['version']): string => {
  const text = typeof version === 'number' ? version.toLocaleString('en', { useGrouping: false }) : (version ?? '');
  return /^[0-9]+$/.test(text) ? text.replace(/^0+/, '') : '';
};
const newer = (a: News['version'], b: News['version']): boolean => {
  const [one, other] = [digits(a), digits(b)];
  return one.length > other.length || (one.length === other.length && one > other);
};

const news: fc.Arbitrary<News> = fc
  .record(
    {
      status: fc.constantFrom(...STATUSES),
      version,
      message: fc.constantFrom('a', 'b'),
      late: fc.boolean(),
      refundedAmount: fc.constantFrom('1.00', '2.00'),
      pix: fc.constantFrom('x', 'y').map((code) => ({ code })),
    },
    { requiredKeys: ['status'] },
  );

it('over any news, ranks never fall, the word of a rank stays, versions never fall, each event comes at most once', () => {
  fc.assert(
    fc.property(fc.array(news, { maxLength: 25 }), (stream) => {
      let state: Payment = { status: 'idle' };
      const heard: string[] = [];
      for (const item of stream) {
        const next = advance(state, item);
        assert(RANK[next.status] >= RANK[state.status]);
        if (RANK[next.status] === RANK[state.status]) assert.equal(next.status, state.status);
        assert.equal(next.version, newer(item.version, state.version) && next !== state ? item.version : state.version, 'the newer version stays as it came');
        assert(!newer(state.version, next.version));
        assert(!state.late || next.late, 'late stays');
        const step = RANK[item.status] - RANK[state.status];
        if (step < 0 || (step === 0 && newer(state.version, item.version))) assert.equal(next, state, 'stale news returns the same object');
        assert.equal(advance(next, item), next, 'the same news again changes nothing');
        const events = eventsBetween(state, next);
        assert.equal(events.includes('payment-status'), state.status !== next.status);
        if (events.length) assert.equal(events[0], 'payment-status', 'the status comes first');
        heard.push(...events.map((event) => (event === 'payment-status' ? `status ${next.status}` : event)));
        state = next;
      }
      assert.equal(new Set(heard).size, heard.length, heard.join());
    }),
    { numRuns: 20_000 },
  );
});

it('the news that ends highest wins, in whatever order and however often it comes', () => {
  const ends = fc.uniqueArray(fc.constantFrom<Status>('pending', 'processing', 'expired', 'paid', 'refunded'), { minLength: 1 });
  fc.assert(
    fc.property(ends, fc.array(fc.nat(99), { maxLength: 12 }), (words, picks) => {
      const stream = [...words, ...picks.map((pick) => words[pick % words.length]!)];
      const highest = words.toSorted((a, b) => RANK[b] - RANK[a])[0];
      assert.equal(stream.reduce<Payment>((state, status) => advance(state, { status }), { status: 'idle' }).status, highest);
    }),
  );
});

for (const [what, before, item, after, events] of [
  ['the first word', { status: 'creating' }, { status: 'pending', version: 1 }, { status: 'pending', version: 1, late: undefined }, ['payment-status']],
  ['paid', { status: 'pending' }, { status: 'paid' }, { status: 'paid' }, ['payment-status', 'payment-paid']],
  ['paid after expired is late', { status: 'expired' }, { status: 'paid' }, { status: 'paid', late: true }, ['payment-status', 'payment-paid']],
  ['paid after failed is late', { status: 'failed' }, { status: 'paid' }, { status: 'paid', late: true }, ['payment-status', 'payment-paid']],
  ['paid after canceled is late', { status: 'canceled' }, { status: 'paid' }, { status: 'paid', late: true }, ['payment-status', 'payment-paid']],
  ['paid after expired with an older version', { status: 'expired', version: 9 }, { status: 'paid', version: 1 }, { status: 'paid', version: 9, late: true }, ['payment-status', 'payment-paid']],
  ['refunded after expired is not late', { status: 'expired' }, { status: 'refunded' }, { status: 'refunded' }, ['payment-status', 'payment-refunded']],
  ['refunded', { status: 'paid' }, { status: 'refunded', reason: 'chargeback' }, { status: 'refunded', reason: 'chargeback' }, ['payment-status', 'payment-refunded']],
  ['the second word of a rank', { status: 'failed', version: 1 }, { status: 'expired', version: 2, message: 'm' }, { status: 'failed', version: 2, message: 'm' }, []],
  ['a part given back', { status: 'paid', version: 1 }, { status: 'paid', version: 2, refundedAmount: '1.00' }, { status: 'paid', version: 2, refundedAmount: '1.00' }, []],
  ['no version on either side', { status: 'pending' }, { status: 'pending', message: 'm' }, { status: 'pending', message: 'm' }, []],
  ['no version while one is known', { status: 'pending', version: 3 }, { status: 'pending', message: 'm' }, { status: 'pending', version: 3, message: undefined }, []],
  ['an older version', { status: 'pending', version: 3 }, { status: 'pending', version: 2, message: 'm' }, { status: 'pending', version: 3, message: undefined }, []],
  ['a newer version that no number holds', { status: 'pending', version: '9007199254740992' }, { status: 'pending', version: '9007199254740993', message: 'm' }, { status: 'pending', version: '9007199254740993', message: 'm' }, []],
  ['an older version that no number holds', { status: 'pending', version: '9007199254740993' }, { status: 'pending', version: 2 ** 53, message: 'm' }, { status: 'pending', version: '9007199254740993', message: undefined }, []],
  ['the same version in text', { status: 'pending', version: 3 }, { status: 'pending', version: '3', message: 'm' }, { status: 'pending', version: 3, message: 'm' }, []],
  ['text that is no version', { status: 'pending' }, { status: 'pending', version: 'v9', message: 'm' }, { status: 'pending', version: undefined, message: 'm' }, []],
  ['text that is no version while one is known', { status: 'pending', version: 1 }, { status: 'pending', version: '1e9', message: 'm' }, { status: 'pending', version: 1, message: undefined }, []],
  ['text that is no version, of a higher rank', { status: 'pending', version: 1 }, { status: 'paid', version: 'v9' }, { status: 'paid', version: 1 }, ['payment-status', 'payment-paid']],
  ['a lower rank with a newer version', { status: 'paid', version: 1 }, { status: 'pending', version: 9, message: 'm' }, { status: 'paid', version: 1, message: undefined }, []],
  ['what was known stays', { status: 'pending', amount: '12.90', pix: { code: 'x' } }, { status: 'processing' }, { status: 'processing', amount: '12.90', pix: { code: 'x' } }, ['payment-status']],
] as [string, Payment, News, Partial<Payment>, string[]][]) {
  it(`${what}: ${before.status} → ${after.status}, ${events.join(' and ') || 'no event'}`, () => {
    const next = advance(before, item);
    for (const [field, value] of Object.entries(after)) assert.deepEqual(next[field as keyof Payment] || undefined, value, field);
    assert.deepEqual(eventsBetween(before, next), events);
  });
}

it('only what ends a payment is final', () => {
  assert.deepEqual(STATUSES.filter(isFinal), ['failed', 'expired', 'canceled', 'paid', 'refunded']);
});
