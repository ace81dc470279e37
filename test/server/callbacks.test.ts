import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { oktoPix } from '../../src/server.ts';
import { callbackRequest, EQUALS, HMAC, knownIds, openShop, SECRET, sign, type ShopOverrides } from './shop.ts';

const ATTEMPT = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
const notice = (more: object = {}) => ({ eventId: 'e-1', externalId: ATTEMPT, status: 'CONFIRMED', amount: '12.90', currency: 'BRL', ...more });

/** A shop with one pending payment whose reference at the provider is ATTEMPT. */
async function openWithPayment(overrides: ShopOverrides = {}) {
  const shop = openShop({ ids: knownIds(ATTEMPT), ...overrides });
  const { body } = await shop.create();
  return { ...shop, told: async () => (await shop.status(body.statusUrl)).body };
}

describe('a callback that comes more than once', () => {
  it('1,000 times one after the other and 200 times at once: one effect, always 200', async () => {
    const shop = await openWithPayment();
    for (let i = 0; i < 1000; i++) assert.equal((await shop.callBack(notice())).status, 200);
    const answers = await Promise.all(Array.from({ length: 200 }, () => shop.callBack(notice())));
    assert.equal(answers.every(({ status }) => status === 200), true);
    await shop.payments.deliver();
    assert.equal(shop.paid.length, 1);
    assert.equal(shop.changes.length, 1);
    assert.equal(shop.seen.filter(({ type }) => type === 'callback-duplicate').length, 1199);
    await shop.payments.close();
  });

  it('200 times at once from the start: one effect', async () => {
    const shop = await openWithPayment();
    const answers = await Promise.all(Array.from({ length: 200 }, () => shop.callBack(notice())));
    assert.equal(answers.every(({ status }) => status === 200), true);
    await shop.payments.deliver();
    assert.equal(shop.paid.length, 1);
    await shop.payments.close();
  });

  it('with another event id each time: one effect', async () => {
    const shop = await openWithPayment();
    for (let i = 0; i < 50; i++) assert.equal((await shop.callBack(notice({ eventId: `e-${i}` }))).status, 200);
    await shop.payments.deliver();
    assert.equal(shop.paid.length, 1);
    assert.equal(shop.changes.length, 1);
    await shop.payments.close();
  });

  it('with the same event id and another body: 409, no change', async () => {
    const shop = await openWithPayment();
    await shop.callBack(notice({ status: 'IN_PROCESS' }));
    assert.equal((await shop.callBack(notice())).status, 409);
    assert.equal((await shop.told()).status, 'processing');
    assert.equal(shop.warnings.some((line) => line.includes('callback-conflict')), true);
    await shop.payments.close();
  });

  it('with an event id that looks like another one, or is empty: both count', async () => {
    const before = JSON.stringify(notice({ eventId: undefined, status: 'IN_PROCESS' }));
    const digest = createHash('sha256').update(before).digest('hex');
    for (const [first, second] of [
      [notice({ eventId: 'e-1', status: 'SOMETHING' }), notice({ eventId: 'e-1?' })],
      [before, notice({ eventId: digest })],
      [notice({ eventId: '', status: 'IN_PROCESS' }), notice({ eventId: '' })],
    ] as const) {
      const shop = await openWithPayment();
      assert.equal((await shop.callBack(first)).status, 200);
      assert.equal((await shop.callBack(second)).status, 200);
      assert.equal((await shop.told()).status, 'paid');
      await shop.payments.close();
    }
  });

  it('a year later: nothing', async () => {
    const shop = await openWithPayment();
    await shop.callBack(notice());
    await shop.payments.deliver();
    shop.clock.time += 400 * 86_400_000;
    assert.equal((await shop.callBack(notice())).status, 200);
    await shop.payments.deliver();
    assert.equal(shop.paid.length, 1);
    await shop.payments.close();
  });
});

describe('callbacks in any order', () => {
  const words = ['WAITING', 'IN_PROCESS', 'EXPIRED', 'CONFIRMED', 'REFUNDED'];
  const permute = (list: string[]): string[][] =>
    list.length < 2 ? [list] : list.flatMap((word, i) => permute([...list.slice(0, i), ...list.slice(i + 1)]).map((rest) => [word, ...rest]));

  it('all 120 permutations of five words end refunded, those of the first four paid', async () => {
    for (const [list, end] of [[words, 'refunded'], [words.slice(0, 4), 'paid']] as const) {
      for (const order of permute([...list])) {
        const shop = await openWithPayment();
        for (const [i, status] of order.entries()) await shop.callBack(notice({ eventId: `e-${i}`, status }));
        await shop.payments.deliver();
        assert.equal((await shop.told()).status, end, order.join());
        const heard = shop.changes.map(({ payment }) => payment.status);
        assert.equal(new Set(heard).size, heard.length, order.join());
        assert.equal(shop.paid.length <= 1, true);
        await shop.payments.close();
      }
    }
  });

  it('parts given back: paid with the higher sum, in either order', async () => {
    for (const order of [['2.00', '5.00'], ['5.00', '2.00']]) {
      const shop = await openWithPayment();
      await shop.callBack(notice());
      for (const refundedAmount of order) await shop.callBack(notice({ eventId: refundedAmount, status: 'REFUNDED', refundedAmount }));
      const { status, refundedAmount } = await shop.told();
      assert.deepEqual({ status, refundedAmount }, { status: 'paid', refundedAmount: '5.00' });
      await shop.payments.deliver();
      assert.equal(shop.paid.length, 1);
      await shop.payments.close();
    }
  });
});

describe('a callback that is not the provider\'s', () => {
  const body = JSON.stringify(notice());
  const good = sign(body);
  const flip = (text: string, bit: number) => {
    const bytes = Buffer.from(text, 'latin1');
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    return bytes;
  };
  const post = (payload: string | Uint8Array, headers: [string, string][]) =>
    new Request('https://shop.example/callbacks/okto-pix', { method: 'POST', body: payload, headers: [['Content-Type', 'application/json'], ...headers] });

  for (const [what, overrides, headers] of [
    ['no header', {}, []],
    ['an empty header', {}, [['X-Okto-Signature', '']]],
    ['the right header twice', {}, [['X-Okto-Signature', good], ['X-Okto-Signature', good]]],
    ['a right and a wrong one', {}, [['X-Okto-Signature', good], ['X-Okto-Signature', 'x']]],
    ['another secret', {}, [['X-Okto-Signature', sign(body, 'another-secret-of-16-bytes')]]],
    ['an empty secret', {}, [['X-Okto-Signature', sign(body, '')]]],
    ['not hex', {}, [['X-Okto-Signature', 'foo']]],
    ['a byte short', {}, [['X-Okto-Signature', good.slice(0, -2)]]],
    ['with 0x', {}, [['X-Okto-Signature', `0x${good}`]]],
    ['the secret itself for an HMAC', {}, [['X-Okto-Signature', SECRET]]],
    ['another header', {}, [['X-Api-Key', good]]],
    ['an HMAC for a plain secret', { settings: { notification: EQUALS } }, [['X-Api-Key', good]]],
    ['the start of a plain secret', { settings: { notification: EQUALS } }, [['X-Api-Key', SECRET.slice(0, -1)]]],
    ['a plain secret in capitals', { settings: { notification: EQUALS } }, [['X-Api-Key', SECRET.toUpperCase()]]],
    ['a plain secret twice', { settings: { notification: EQUALS } }, [['X-Api-Key', SECRET], ['X-Api-Key', SECRET]]],
    ['a plain secret twice in one', { settings: { notification: EQUALS } }, [['X-Api-Key', `${SECRET}, ${SECRET}`]]],
    ['no plain secret', { settings: { notification: EQUALS } }, []],
  ] as [string, ShopOverrides, [string, string][]][]) {
    it(`${what}: 401, nothing changes`, async () => {
      const shop = await openWithPayment(overrides);
      const response = await shop.payments.handle(post(body, headers));
      assert.equal(response.status, 401);
      assert.deepEqual(await response.json(), { code: 'bad-signature', message: 'The request is not signed as agreed.' });
      assert.equal((await shop.told()).status, 'pending');
      assert.equal(shop.seen.at(-1)?.type, 'callback-rejected');
      await shop.payments.close();
    });
  }

  it('each bit of body and signature flipped: never accepted', async () => {
    const shop = await openWithPayment();
    for (let bit = 0; bit < body.length * 8; bit++) {
      const { status } = await shop.payments.handle(post(flip(body, bit), [['X-Okto-Signature', good]]));
      assert.equal(status, 401, `bit ${bit} of the body`);
    }
    for (let bit = 0; bit < good.length * 8; bit++) {
      const flipped = flip(good, bit).toString('latin1');
      // Not every byte can stand in a header, and hex is the same in capitals.
      if (!/^[\x21-\x7e]+$/.test(flipped) || flipped.toLowerCase() === good) continue;
      const { status } = await shop.payments.handle(post(body, [['X-Okto-Signature', flipped]]));
      assert.equal(status, 401, `bit ${bit} of the signature`);
    }
    assert.equal((await shop.told()).status, 'pending');
    assert.equal((await shop.payments.handle(post(body, [['X-Okto-Signature', good]]))).status, 200);
    await shop.payments.close();
  });

  it('any header at all: 401, never another error', async () => {
    const shop = await openWithPayment();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((n) => String.fromCharCode(n)) }), async (value) => {
        const { status } = await shop.payments.handle(callbackRequest(body, { 'X-Okto-Signature': value }));
        assert.equal(status, 401);
      }),
      { numRuns: 2000 },
    );
    await shop.payments.close();
  });

  it('a secret on its way out still counts beside the new one', async () => {
    const shop = await openWithPayment({ settings: { notification: { ...HMAC, secret: ['the-new-secret-of-the-shop', SECRET] } } });
    assert.equal((await shop.callBack(body)).status, 200);
    const second = JSON.stringify(notice({ eventId: 'e-2' }));
    assert.equal((await shop.callBack(second, { 'X-Okto-Signature': sign(second, 'the-new-secret-of-the-shop').toUpperCase() })).status, 200);
    await shop.payments.close();
  });

  it('the plain secret: accepted', async () => {
    const shop = await openWithPayment({ settings: { notification: EQUALS } });
    assert.equal((await shop.callBack(body, { 'X-Api-Key': SECRET })).status, 200);
    assert.equal((await shop.told()).status, 'paid');
    await shop.payments.close();
  });
});

describe('paid, but not what was asked', () => {
  for (const [what, more, reason] of [
    ['a cent less', { amount: '12.89' }, 'amount'],
    ['a cent more', { amount: '12.91' }, 'amount'],
    ['one cent', { amount: '0.01' }, 'amount'],
    ['a hundredfold', { amount: '1290' }, 'amount'],
    ['an exponent', { amount: '129e-1' }, 'amount'],
    ['hexadecimal', { amount: '0x10' }, 'amount'],
    ['a space', { amount: ' 12.90' }, 'amount'],
    ['a comma', { amount: '12,90' }, 'amount'],
    ['a minus', { amount: '-12.90' }, 'amount'],
    ['three decimals', { amount: '12.900' }, 'amount'],
    ['a leading zero', { amount: '012.90' }, 'amount'],
    ['no amount', { amount: undefined }, 'amount'],
    ['null', { amount: null }, 'amount'],
    ['a list', { amount: ['12.90'] }, 'amount'],
    ['another currency', { currency: 'EUR' }, 'currency'],
    ['a currency in small letters', { currency: 'brl' }, 'currency'],
    ['no currency', { currency: undefined }, 'currency'],
    ['another payee', { receiver: 'SOMEONE ELSE' }, 'payee'],
    ['a payee that is an object', { receiver: { name: 'PAYTAGS DEMO SHOP' } }, 'payee'],
    ['a payee that is a list', { receiver: ['PAYTAGS DEMO SHOP'] }, 'payee'],
    ['a payee that is too long', { receiver: 'PAYTAGS DEMO SHOP'.padEnd(257) }, 'payee'],
    ['a payee that is null', { receiver: null }, 'payee'],
    ['an empty payee', { receiver: '' }, 'payee'],
  ] as const) {
    it(`${what}: review, told as processing`, async () => {
      const shop = await openWithPayment();
      assert.equal((await shop.callBack(notice(more))).status, 200);
      await shop.payments.deliver();
      shop.clock.time += 3_600_000;
      await shop.payments.deliver();
      const { status, version } = await shop.told();
      assert.deepEqual({ status, version }, { status: 'processing', version: 3 });
      assert.deepEqual(shop.reviews.map(({ payment, key }) => [payment.status, payment.review, key]), [['review', reason, 'payment-1:review']]);
      assert.equal(shop.paid.length, 0);
      await shop.payments.close();
    });
  }

  for (const amount of ['12.90', '12.9', 12.9]) {
    it(`${JSON.stringify(amount)} is what was asked`, async () => {
      const shop = await openWithPayment();
      await shop.callBack(notice({ amount, receiver: 'PAYTAGS DEMO SHOP' }));
      assert.equal((await shop.told()).status, 'paid');
      await shop.payments.close();
    });
  }

  for (const [what, notices] of [
    ['a part of one cent given back after one cent paid', [{ amount: '0.01' }, { status: 'REFUNDED', amount: '0.01', refundedAmount: '0.01' }]],
    ['a part of the wrong amount given back, never paid', [{ status: 'REFUNDED', amount: '0.01', refundedAmount: '0.01' }]],
    ['a part given back without an amount, never paid', [{ status: 'REFUNDED', amount: undefined, refundedAmount: '0.01' }]],
    ['a part of a larger amount given back, never paid', [{ status: 'REFUNDED', amount: '999.00', refundedAmount: '5.00' }]],
    ['a part of the right amount given back, never paid', [{ status: 'REFUNDED', refundedAmount: '5.00' }]],
    ['a part given back after another payee was paid', [{ receiver: 'SOMEONE ELSE' }, { status: 'REFUNDED', refundedAmount: '5.00' }]],
  ] as [string, object[]][]) {
    it(`${what}: review, never paid`, async () => {
      const shop = await openWithPayment();
      for (const [i, more] of notices.entries()) assert.equal((await shop.callBack(notice({ eventId: `e-${i}`, ...more }))).status, 200);
      await shop.payments.deliver();
      assert.equal((await shop.told()).status, 'processing');
      assert.deepEqual([shop.paid.length, shop.reviews.length], [0, 1]);
      await shop.callBack(notice({ eventId: 'right' }));
      await shop.payments.deliver();
      assert.equal((await shop.told()).status, 'paid');
      assert.equal(shop.paid.length, 1);
      await shop.payments.close();
    });
  }

  it('delivers after no sequence of callbacks without one that confirms amount, currency and payee', async () => {
    const amount = fc.constantFrom<unknown>('12.90', '12.90', '0.01', '12.89', '999.00', '0', 12.9, '', undefined);
    const callback = fc.record({
      status: fc.constantFrom('WAITING', 'IN_PROCESS', 'CONFIRMED', 'CONFIRMED', 'REFUNDED', 'REFUNDED', 'REJECTED', 'EXPIRED', 'CANCELED'),
      amount,
      currency: fc.constantFrom('BRL', 'BRL', 'EUR', undefined),
      receiver: fc.constantFrom('PAYTAGS DEMO SHOP', undefined, 'SOMEONE ELSE'),
      refundedAmount: amount,
    });
    const isRight = ({ status, amount, currency, receiver }: Record<string, unknown>) =>
      status === 'CONFIRMED' && (amount === '12.90' || amount === 12.9) && currency === 'BRL' && receiver !== 'SOMEONE ELSE';
    const counts = { right: 0, wrong: 0 };
    const mixed = fc.oneof({ arbitrary: callback, weight: 9 }, { arbitrary: fc.constant(notice()), weight: 1 });
    const callbacks = fc.array(mixed as fc.Arbitrary<Record<string, unknown>>, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(callbacks, fc.boolean(), async (list, early) => {
        const shop = openShop({ ids: knownIds(ATTEMPT) });
        if (!early) await shop.create();
        for (const [i, more] of list.entries()) await shop.callBack(notice({ eventId: `e-${i}`, ...more }));
        if (early) await shop.create();
        await shop.payments.deliver();
        const right = list.some(isRight);
        counts[right ? 'right' : 'wrong']++;
        assert.equal(shop.paid.length <= (right ? 1 : 0), true);
        await shop.payments.close();
      }),
      { numRuns: 300 },
    );
    assert.ok(counts.right > 20 && counts.wrong > 100, JSON.stringify(counts));
  });

  it('a part given back that is told before the payment: paid, with that part, once it is confirmed', async () => {
    const shop = await openWithPayment();
    for (const refundedAmount of ['5.00', '2.00']) await shop.callBack(notice({ eventId: refundedAmount, status: 'REFUNDED', refundedAmount }));
    await shop.callBack(notice());
    const { status, refundedAmount } = await shop.told();
    assert.deepEqual({ status, refundedAmount }, { status: 'paid', refundedAmount: '5.00' });
    await shop.payments.close();
  });

  it('the right amount after a wrong one is paid, in either order', async () => {
    for (const amounts of [['1.00', '12.90'], ['12.90', '1.00']]) {
      const shop = await openWithPayment();
      for (const amount of amounts) await shop.callBack(notice({ eventId: amount, amount }));
      await shop.payments.deliver();
      assert.equal((await shop.told()).status, 'paid');
      assert.equal(shop.paid.length, 1);
      assert.equal(shop.reviews.length, 1);
      await shop.payments.close();
    }
  });
});

describe('a callback before its payment', () => {
  it('is kept, answered 200, and applied when the payment appears', async () => {
    const shop = openShop({ ids: knownIds(ATTEMPT) });
    assert.equal((await shop.callBack(notice())).status, 200);
    assert.equal(shop.seen.at(-1)?.type, 'callback-unmatched');
    const { status, body } = await shop.create();
    assert.equal(status, 201);
    assert.equal(body.status, 'paid');
    assert.equal((await shop.callBack(notice())).status, 200);
    await shop.payments.deliver();
    assert.equal(shop.paid.length, 1);
    await shop.payments.close();
  });

  it('several of them, in any order, end as they would have after it', async () => {
    const shop = openShop({ ids: knownIds(ATTEMPT) });
    for (const status of ['REFUNDED', 'CONFIRMED', 'WAITING']) await shop.callBack(notice({ eventId: status, status }));
    assert.equal((await shop.create()).body.status, 'refunded');
    await shop.payments.deliver();
    assert.deepEqual(shop.changes.map(({ payment }) => payment.status), ['refunded']);
    await shop.payments.close();
  });

  it('while the provider has not answered the create yet: paid, with the code', async () => {
    const shop = openShop({
      ids: knownIds(ATTEMPT),
      settings: {
        fetch: async (request) => {
          const answer = await shop.sandbox.handle(request);
          assert.equal((await shop.callBack(notice())).status, 200);
          return answer;
        },
      },
    });
    const { status, body } = await shop.create();
    assert.equal(status, 201);
    assert.equal(body.status, 'paid');
    assert.ok(body.pix.code);
    await shop.payments.deliver();
    assert.equal(shop.paid.length, 1);
    await shop.payments.close();
  });

  it('and the provider then fails: paid all the same', async () => {
    const shop = openShop({
      ids: knownIds(ATTEMPT),
      settings: {
        fetch: async () => {
          await shop.callBack(notice());
          return new Response(null, { status: 500 });
        },
      },
    });
    const { status, body } = await shop.create();
    assert.deepEqual([status, body.status], [201, 'paid']);
    await shop.payments.close();
  });
});

describe('a line in the log', () => {
  for (const [what, attempt, logged] of [
    ['a reference', 'x-1_Y', 'x-1_Y'],
    ['a line break', 'x\npaytags: status-changed status=paid', '?'],
    ['a space', 'x status=paid', '?'],
    ['65 characters', 'x'.repeat(65), '?'],
    ['an escape of a terminal', '\u001b[2J', '?'],
  ] as const) {
    it(`names ${what} of a stranger as ${logged}`, async () => {
      const shop = openShop();
      await shop.callBack(notice({ externalId: attempt }));
      assert.deepEqual(shop.warnings, [`paytags: callback-unmatched provider=okto-pix attempt=${logged}`]);
      await shop.payments.close();
    });
  }
});

describe('a genuine callback of another provider', () => {
  it('changes nothing, even when it names the reference', async () => {
    const pix = oktoPix({ ...openShop().sandbox.settings });
    const shop = await openWithPayment({ providers: [pix, { ...pix, name: 'other', method: 'octopus' }] });
    const genuine = callbackRequest(notice());
    assert.equal((await shop.payments.handle(new Request('https://shop.example/callbacks/other', genuine))).status, 200);
    assert.equal(shop.seen.at(-1)?.type, 'callback-unmatched');
    assert.equal((await shop.told()).status, 'pending');
    await shop.payments.close();
  });
});

describe('a word that the map does not have', () => {
  for (const status of ['SOMETHING', 'constructor', '__proto__', 'paid', 'confirmed']) {
    it(`${status}: 200, nothing changes, one line in the log without it`, async () => {
      const shop = await openWithPayment();
      assert.equal((await shop.callBack(notice({ status }))).status, 200);
      assert.equal((await shop.told()).status, 'pending');
      assert.deepEqual(shop.warnings, [`paytags: status-unknown provider=okto-pix attempt=${ATTEMPT}`]);
      await shop.payments.close();
    });
  }

  it('counts when it is sent again and the map has it', async () => {
    const shop = await openWithPayment();
    const statuses: Record<string, 'paid'> = { OTHER: 'paid' };
    const { callBack, payments, told } = await openWithPayment({ settings: { statuses } });
    await callBack(notice({ status: 'LIQUIDADO' }));
    assert.equal((await told()).status, 'pending');
    statuses['LIQUIDADO'] = 'paid';
    await callBack(notice({ status: 'LIQUIDADO' }));
    assert.equal((await told()).status, 'paid');
    await Promise.all([shop.payments.close(), payments.close()]);
  });
});
