import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { oktoCash, oktoPix, oktoWallet } from '../../src/server.ts';
import { sqliteStore } from '../../src/server/stores/sqlite.ts';
import { ACCOUNT, ATTEMPT, CASH, hmac, NOTICE, openOktoShop, OTHER_ACCOUNT, OTHER_SECRET, PACKAGE, SECRET, WALLET, type OktoOverrides } from './okto-shop.ts';
import { HMAC, knownIds, sign, TOKEN } from './shop.ts';

const folder = mkdtempSync(join(tmpdir(), 'paytags-okto-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const BOTH = { A: ACCOUNT, B: OTHER_ACCOUNT };
const EQUALS = { header: 'X-Api-Key', scheme: 'equals' } as const;
const BODY = JSON.stringify(NOTICE);

/** A shop with one pending payment of OKTO Cash, whose reference at OKTO is ATTEMPT. */
async function openWithPayment(overrides: OktoOverrides = {}, draft: object = {}) {
  const shop = openOktoShop({ ids: knownIds(ATTEMPT), ...overrides });
  const { body } = await shop.create(draft);
  return { ...shop, told: async () => (await shop.status(body.statusUrl)).status };
}
const post = (headers: [string, string][], body: string = BODY, route = 'okto') =>
  new Request(`https://shop.example/callbacks/${route}`, { method: 'POST', body, headers: [['Content-Type', 'application/json'], ...headers] });
const header = 'X-Okto-Signature';
const plain = { cash: { notification: EQUALS }, wallet: { notification: EQUALS } };

describe('a callback that is not OKTO\'s', () => {
  for (const [what, overrides, headers] of [
    ['no header', {}, []],
    ['an empty header', {}, [[header, '']]],
    ['the right header twice', {}, [[header, hmac(BODY, SECRET)], [header, hmac(BODY, SECRET)]]],
    ['a right and a wrong one', {}, [[header, hmac(BODY, SECRET)], [header, 'x']]],
    ['two right ones of two accounts', { cash: { accounts: BOTH } }, [[header, hmac(BODY, SECRET)], [header, hmac(BODY, OTHER_SECRET)]]],
    ['another secret', {}, [[header, hmac(BODY, 'another-secret-of-16-bytes')]]],
    ['an empty secret', {}, [[header, hmac(BODY, '')]]],
    ['the secret key', {}, [[header, hmac(BODY, ACCOUNT.secretKey)]]],
    ['another body', {}, [[header, hmac(JSON.stringify({ ...NOTICE, amount: '0.01' }), SECRET)]]],
    ['the secret itself for an HMAC', {}, [[header, SECRET]]],
    ['another header', {}, [['X-Api-Key', hmac(BODY, SECRET)]]],
    ['an HMAC for a plain secret', plain, [['X-Api-Key', hmac(BODY, SECRET)]]],
    ['a plain secret twice', plain, [['X-Api-Key', SECRET], ['X-Api-Key', SECRET]]],
    ['the plain secrets of two accounts', { ...plain, cash: { notification: EQUALS, accounts: BOTH } }, [['X-Api-Key', SECRET], ['X-Api-Key', OTHER_SECRET]]],
    ['the start of a plain secret', plain, [['X-Api-Key', SECRET.slice(0, -1)]]],
    ['the account\'s secret, signed with another account\'s', { cash: { accounts: BOTH } }, [[header, hmac(BODY, OTHER_SECRET)]]],
    ['the secret of the other provider alone', { wallet: { accounts: { DEFAULT: OTHER_ACCOUNT } } }, [[header, hmac(BODY, OTHER_SECRET)]]],
  ] as [string, OktoOverrides, [string, string][]][]) {
    it(`${what}: 401, nothing changes`, async () => {
      const shop = await openWithPayment(overrides);
      const response = await shop.payments.handle(post(headers));
      assert.equal(response.status, 401);
      assert.deepEqual(await response.json(), { code: 'bad-signature', message: 'The request is not signed as agreed.' });
      assert.equal(await shop.told(), 'pending');
      assert.deepEqual(shop.seen.at(-1), { type: 'callback-rejected', provider: 'okto', code: 'bad-signature' });
      // It took no event's place either: the genuine one still counts.
      const genuine = await shop.payments.handle(post(overrides.cash?.notification ? [['X-Api-Key', SECRET]] : [[header, hmac(BODY, SECRET)]]));
      assert.deepEqual([genuine.status, await shop.told()], [200, 'paid']);
      await shop.payments.close();
    });
  }

  it('each bit of the signature flipped: never accepted', async () => {
    const shop = await openWithPayment({ cash: { accounts: BOTH } });
    const good = hmac(BODY, SECRET);
    for (let bit = 0; bit < good.length * 8; bit++) {
      const bytes = Buffer.from(good, 'latin1');
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      const flipped = bytes.toString('latin1');
      if (!/^[\x21-\x7e]+$/.test(flipped) || flipped.toLowerCase() === good) continue;
      assert.equal((await shop.payments.handle(post([[header, flipped]]))).status, 401, `bit ${bit}`);
    }
    assert.equal(await shop.told(), 'pending');
    await shop.payments.close();
  });

  it('any header at all: 401, never another error', async () => {
    const shop = await openWithPayment({ cash: { accounts: BOTH }, wallet: { notification: EQUALS } });
    const byte = fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: byte }), fc.constantFrom(header, 'X-Api-Key'), async (value, name) => {
        assert.equal((await shop.callBack(BODY, { [name]: value })).status, 401);
      }),
      { numRuns: 1000 },
    );
    await shop.payments.close();
  });

  it('of a reference that nobody knows, or of nothing at all: 401, and it is not kept', async () => {
    const shop = openOktoShop({ ids: knownIds(ATTEMPT) });
    for (const by of ['another-secret-of-16-bytes', {}]) {
      for (const body of [BODY, '{}', 'no JSON']) assert.equal((await shop.callBack(body, by)).status, 401, body);
    }
    assert.equal((await shop.create()).body.status, 'pending');
    await shop.payments.close();
  });

  it('a provider that does not say who has signed moves no payment of an account', async () => {
    const provider = oktoCash({ ...CASH, fetch: async () => Response.json({ packageId: PACKAGE, paymentCode: '1234567' }) });
    const read: typeof provider.read = (callback) => ({ ...provider.read!(callback), signers: undefined as never });
    const shop = await openWithPayment({ providers: [{ ...provider, read }] });
    assert.equal((await shop.callBack(NOTICE)).status, 401);
    assert.equal(await shop.told(), 'pending');
    await shop.payments.close();
  });

  it('a genuine one without reference or status is no callback: 400', async () => {
    const shop = await openWithPayment();
    for (const body of ['{"status":"PAID"}', `{"externalId":"${ATTEMPT}"}`, '[]', `${BODY},`, '{"externalId":{},"status":"PAID"}']) {
      assert.equal((await shop.callBack(body)).status, 400, body);
    }
    assert.equal((await shop.payments.handle(new Request('https://shop.example/callbacks/okto'))).status, 405);
    assert.equal((await shop.payments.handle(post([[header, hmac(BODY, SECRET)]], BODY, 'okto-cash'))).status, 404);
    assert.equal(await shop.told(), 'pending');
    await shop.payments.close();
  });
});

describe('one route for two providers', () => {
  it('each payment is moved by its own provider\'s words', async () => {
    const wallet = { statuses: { APPROVED: 'paid' } } as const;
    for (const [method, word, end] of [
      ['oktoCash', 'PAID', 'paid'],
      ['oktoCash', 'APPROVED', 'pending'],
      ['oktoWallet', 'APPROVED', 'paid'],
      ['oktoWallet', 'PAID', 'pending'],
    ]) {
      const shop = await openWithPayment({ wallet }, { method });
      assert.equal((await shop.callBack({ ...NOTICE, status: word })).status, 200);
      assert.equal(await shop.told(), end, `${method} ${word}`);
      await shop.payments.close();
    }
  });

  it('each may be signed in its own way', async () => {
    for (const [method, by] of [['oktoCash', SECRET], ['oktoWallet', { 'X-Api-Key': OTHER_SECRET }]] as const) {
      const wallet = { notification: EQUALS, accounts: { DEFAULT: OTHER_ACCOUNT } };
      const shop = await openWithPayment({ wallet }, { method });
      const wrong = method === 'oktoCash' ? { 'X-Api-Key': OTHER_SECRET } : SECRET;
      assert.equal((await shop.callBack(NOTICE, wrong)).status, 401);
      assert.equal((await shop.callBack({ ...NOTICE, merchantId: undefined }, by)).status, 200);
      assert.equal(await shop.told(), 'paid', method);
      await shop.payments.close();
    }
  });

  it('a payment of a provider of another route is out of reach', async () => {
    const pix = oktoPix({ baseUrl: 'https://okto.example', accessToken: TOKEN, notification: HMAC, statuses: { PAID: 'paid' } });
    const fetch = async () => Response.json({ packageId: PACKAGE, paymentCode: '1234567' });
    const shop = await openWithPayment({ providers: [oktoCash({ ...CASH, fetch }), pix] });
    const pixBody = JSON.stringify(NOTICE);
    assert.equal((await shop.payments.handle(post([[HMAC.header, sign(pixBody)]], pixBody, 'okto-pix'))).status, 200);
    assert.equal(shop.seen.at(-1)?.type, 'callback-unmatched');
    assert.equal(await shop.told(), 'pending');
    assert.equal((await shop.payments.handle(post([[header, hmac(BODY, SECRET)]], BODY, 'okto-pix'))).status, 401);
    await shop.payments.close();
  });

  it('a reference of nobody\'s is kept, answered 200, and moves nothing', async () => {
    const shop = await openWithPayment();
    assert.equal((await shop.callBack({ ...NOTICE, externalId: 'nobody' })).status, 200);
    assert.equal((await shop.callBack({ ...NOTICE, externalId: 'nobody' })).status, 200);
    assert.deepEqual(shop.seen.slice(-3).map(({ type }) => type), ['callback-unmatched', 'callback-verified', 'callback-duplicate']);
    assert.equal(await shop.told(), 'pending');
    await shop.payments.close();
  });
});

describe('a callback before its payment', () => {
  for (const method of ['oktoCash', 'oktoWallet']) {
    it(`of ${method} is kept and applied when the payment appears`, async () => {
      const shop = openOktoShop({ ids: knownIds(ATTEMPT) });
      assert.equal((await shop.callBack(NOTICE)).status, 200);
      const { body } = await shop.create({ method });
      assert.equal(body.status, 'paid');
      assert.equal((await shop.callBack(NOTICE)).status, 200);
      assert.equal(shop.seen.at(-1)?.type, 'callback-duplicate');
      await shop.payments.deliver();
      assert.equal(shop.paid.length, 1);
      await shop.payments.close();
    });
  }

  it('signed with another account\'s secret is not applied, and takes no place', async () => {
    const shop = openOktoShop({ ids: knownIds(ATTEMPT), cash: { accounts: BOTH } });
    assert.equal((await shop.callBack({ ...NOTICE, merchantId: 'M-2' }, OTHER_SECRET)).status, 200);
    const { body } = await shop.create();
    assert.equal(body.status, 'pending');
    assert.equal((await shop.callBack({ ...NOTICE, merchantId: 'M-2' }, OTHER_SECRET)).status, 401);
    assert.equal((await shop.callBack(NOTICE)).status, 200);
    assert.equal((await shop.status(body.statusUrl)).status, 'paid');
    await shop.payments.close();
  });
});

describe('several accounts', () => {
  it('a payment of each is moved by its own secret alone', async () => {
    for (const [name, secret, wrong] of [['A', SECRET, OTHER_SECRET], ['B', OTHER_SECRET, SECRET]] as const) {
      const shop = await openWithPayment({ cash: { accounts: BOTH, account: () => name } });
      assert.equal((await shop.payments.get('payment-1'))?.account, name);
      const merchantId = BOTH[name].merchantId;
      for (const said of [merchantId, BOTH[name === 'A' ? 'B' : 'A'].merchantId, undefined]) {
        assert.equal((await shop.callBack({ ...NOTICE, merchantId: said }, wrong)).status, 401);
      }
      assert.equal((await shop.callBack({ ...NOTICE, merchantId }, secret)).status, 200);
      assert.equal(await shop.told(), 'paid');
      await shop.payments.close();
    }
  });

  it('that share a secret are told apart by the payee', async () => {
    const accounts = { A: ACCOUNT, B: { ...OTHER_ACCOUNT, notificationSecret: SECRET } };
    const shop = await openWithPayment({ cash: { accounts, account: () => 'B' } });
    await shop.callBack(NOTICE);
    await shop.payments.deliver();
    assert.deepEqual([await shop.told(), shop.reviews.map(({ review }) => review), shop.paid.length], ['processing', ['payee'], 0]);
    await shop.callBack({ ...NOTICE, eventId: 'e-2', merchantId: 'M-2' });
    assert.equal(await shop.told(), 'paid');
    await shop.payments.close();
  });

  it('a secret on its way out still counts beside the new one', async () => {
    const accounts = { DEFAULT: { ...ACCOUNT, notificationSecret: ['the-new-secret-of-the-shop', SECRET] } };
    for (const secret of ['the-new-secret-of-the-shop', SECRET]) {
      const shop = await openWithPayment({ cash: { accounts } });
      assert.equal((await shop.callBack(NOTICE, secret)).status, 200);
      assert.equal(await shop.told(), 'paid');
      await shop.payments.close();
    }
  });

  it('an account that is gone from the settings moves nothing any more', async () => {
    const store = sqliteStore(':memory:');
    const shop = await openWithPayment({ store, cash: { accounts: BOTH, account: () => 'B' } });
    const later = openOktoShop({ store });
    assert.equal((await later.callBack({ ...NOTICE, merchantId: 'M-2' }, OTHER_SECRET)).status, 401);
    assert.equal((await later.callBack({ ...NOTICE, merchantId: 'M-2' }, SECRET)).status, 401);
    assert.equal(await shop.told(), 'pending');
    await later.payments.close();
  });
});

describe('what a callback must say', () => {
  for (const [what, more, reason] of [
    ['a cent less', { amount: '9.99' }, 'amount'],
    ['a cent more', { amount: '10.01' }, 'amount'],
    ['minor units', { amount: '1000' }, 'amount'],
    ['no amount', { amount: undefined }, 'amount'],
    ['another currency', { currency: 'RON' }, 'currency'],
    ['no currency', { currency: undefined }, 'currency'],
    ['another payee', { merchantId: 'M-2' }, 'payee'],
    ['a payee that is a list', { merchantId: ['M-1'] }, 'payee'],
    ['a payee that is null', { merchantId: null }, 'payee'],
  ] as const) {
    it(`${what}: review, told as processing, never paid`, async () => {
      const shop = await openWithPayment();
      assert.equal((await shop.callBack({ ...NOTICE, ...more })).status, 200);
      await shop.payments.deliver();
      assert.deepEqual([await shop.told(), shop.reviews.map(({ status, review }) => [status, review]), shop.paid.length], ['processing', [['review', reason]], 0]);
      await shop.payments.close();
    });
  }

  for (const [word, end] of Object.entries({ WAITING: 'pending', TAKEN: 'processing', PAID: 'paid', REJECTED: 'failed', EXPIRED: 'expired', REVERSED: 'refunded' })) {
    it(`${word} is ${end}`, async () => {
      const shop = await openWithPayment();
      assert.equal((await shop.callBack({ ...NOTICE, status: word })).status, 200);
      assert.equal(await shop.told(), end);
      await shop.payments.close();
    });
  }

  for (const word of ['paid', 'PAID ', 'CONFIRMED', '__proto__', 'toString']) {
    it(`${JSON.stringify(word)} is no word of OKTO's: nothing changes, and it is told`, async () => {
      const shop = await openWithPayment();
      assert.equal((await shop.callBack({ ...NOTICE, status: word })).status, 200);
      assert.equal(await shop.told(), 'pending');
      assert.equal(shop.seen.at(-1)?.type, 'status-unknown');
      await shop.payments.close();
    });
  }

  it('paid after the time is over is late', async () => {
    const shop = openOktoShop({ ids: knownIds(ATTEMPT) });
    const { body } = await shop.create();
    shop.clock.time += 3_606_000;
    assert.equal((await shop.status(body.statusUrl)).status, 'expired');
    await shop.callBack(NOTICE);
    const { status, late } = await shop.status(body.statusUrl);
    assert.deepEqual([status, late], ['paid', true]);
    await shop.payments.close();
  });

  it('one event id with two bodies: 409, no change', async () => {
    const shop = await openWithPayment();
    await shop.callBack({ ...NOTICE, status: 'TAKEN' });
    assert.equal((await shop.callBack(NOTICE)).status, 409);
    assert.equal(await shop.told(), 'processing');
    await shop.payments.close();
  });

  it('200 times at once: one effect', async () => {
    const shop = await openWithPayment();
    const answers = await Promise.all(Array.from({ length: 200 }, () => shop.callBack(NOTICE)));
    assert.equal(answers.every(({ status }) => status === 200), true);
    await shop.payments.deliver();
    assert.equal(shop.paid.length, 1);
    await shop.payments.close();
  });
});

describe('two processes on one file', () => {
  it('paid once, whichever hears of it, with old and new secrets', async () => {
    const path = join(folder, 'two.db');
    const first = openOktoShop({ ids: knownIds(ATTEMPT), store: sqliteStore(path) });
    const accounts = { DEFAULT: { ...ACCOUNT, notificationSecret: ['the-new-secret-of-the-shop', SECRET] } };
    const second = openOktoShop({ store: sqliteStore(path), cash: { accounts }, wallet: { accounts } });
    const { body } = await first.create();
    const answers = await Promise.all([first.callBack(NOTICE), second.callBack(NOTICE), second.callBack({ ...NOTICE, eventId: 'e-2' }, 'the-new-secret-of-the-shop')]);
    assert.deepEqual(answers.map(({ status }) => status), [200, 200, 200]);
    assert.equal((await first.callBack({ ...NOTICE, eventId: 'e-3' }, 'the-new-secret-of-the-shop')).status, 401);
    await Promise.all([first.payments.deliver(), second.payments.deliver()]);
    assert.deepEqual([...first.paid, ...second.paid].map(({ key }) => key), ['payment-1:paid']);
    assert.equal((await second.status(body.statusUrl)).status, 'paid');
    await Promise.all([first.payments.close(), second.payments.close()]);
  });

  it('whoever takes over an unanswered payment asks for the same account, country and reference', async () => {
    const path = join(folder, 'over.db');
    const names = ['B', 'A'];
    const cash = { accounts: BOTH, account: () => names.shift() };
    let asked: (() => void) | undefined;
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const gone = openOktoShop({ ids: knownIds(ATTEMPT), store: sqliteStore(path), cash: { ...cash, fetch: () => (asked?.(), new Promise(() => {})) } });
    const key = { 'Idempotency-Key': 'one-press-of-the-shopper' };
    void gone.create({}, key);
    await isAsked;
    const shop = openOktoShop({ store: sqliteStore(path), cash });
    shop.clock.time += 31_000;
    assert.equal((await shop.create({}, key)).status, 201);
    const { externalId, merchantId, country } = shop.sent[0]!.body;
    assert.deepEqual({ externalId, merchantId, country }, { externalId: ATTEMPT, merchantId: 'M-2', country: 'IT' });
    await shop.payments.close();
  });
});

it('one provider of the route is enough', async () => {
  const fetch = async () => Response.json({ qrCode: 'x' });
  const shop = await openWithPayment({ providers: [oktoWallet({ ...WALLET, fetch })] }, { method: 'oktoWallet' });
  assert.equal((await shop.callBack(NOTICE)).status, 200);
  assert.equal(await shop.told(), 'paid');
  await shop.payments.close();
});
