import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import fc from 'fast-check';
import { ipnVerificationBody, okpayIpn, parseIpn } from '../../src/server.ts';
import { COMPLETED, message, openIpnShop, VERIFY_URL, type IpnOverrides } from './okpay-ipn-shop.ts';

const bytes = (text: string | Buffer, status = 200, headers = {}) => new Response(text, { status, headers });
const endless = (chunk: Uint8Array) => {
  const taken = { bytes: 0 };
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken.bytes += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
  return { stream, taken };
};

/** A shop with one payment that waits, after one message. */
async function after(overrides: IpnOverrides, body: string | Uint8Array = COMPLETED) {
  const shop = openIpnShop(overrides);
  await shop.create();
  const answer = await shop.send(body);
  await shop.payments.deliver();
  return { ...shop, answer, word: (await shop.payments.get('payment-1'))?.status };
}

describe('what the verifier answers', () => {
  for (const [what, verifier, code] of [
    ['a line end behind the word', () => 'VERIFIED\n', 'bad-answer'],
    ['CR and LF behind it', () => 'VERIFIED\r\n', 'bad-answer'],
    ['a space before it', () => ' VERIFIED', 'bad-answer'],
    ['a space behind it', () => 'VERIFIED ', 'bad-answer'],
    ['NOT before it', () => 'NOT VERIFIED', 'bad-answer'],
    ['UN before it', () => 'UNVERIFIED', 'bad-answer'],
    ['a letter behind it', () => 'VERIFIEDx', 'bad-answer'],
    ['a zero byte behind it', () => 'VERIFIED\0', 'bad-answer'],
    ['a byte order mark before it', () => bytes(Buffer.from('\uFEFFVERIFIED')), 'bad-answer'],
    ['it in small letters', () => 'verified', 'bad-answer'],
    ['it as JSON', () => '"VERIFIED"', 'bad-answer'],
    ['it with a Cyrillic letter', () => 'VERIFIE\u0500', 'bad-answer'],
    ['it twice', () => 'VERIFIEDVERIFIED', 'bad-answer'],
    ['both words', () => 'VERIFIED INVALID', 'bad-answer'],
    ['HTML', () => bytes('<html>VERIFIED</html>', 200, { 'Content-Type': 'text/html' }), 'bad-answer'],
    ['nothing', () => '', 'bad-answer'],
    ['no body', () => new Response(null), 'bad-answer'],
    ['201', () => bytes('VERIFIED', 201), 'http-201'],
    ['302', () => bytes('VERIFIED', 302, { Location: 'https://okpay.example/other' }), 'http-302'],
    ['404', () => bytes('VERIFIED', 404), 'http-404'],
    ['500', () => bytes('VERIFIED', 500), 'http-500'],
    ['503', () => bytes('INVALID', 503), 'http-503'],
    ['another address after a redirect', () => Object.defineProperty(bytes('VERIFIED'), 'redirected', { value: true }), 'http-200'],
    ['a network that fails', () => Promise.reject(new TypeError(COMPLETED)), 'network'],
    ['a body that breaks off', () => new Response(new ReadableStream({ start: (controller) => controller.error(new Error(COMPLETED)) })), 'network'],
  ] as [string, NonNullable<IpnOverrides['verifier']>, string][]) {
    it(`${what}: 503, nothing is paid`, async () => {
      const shop = await after({ verifier });
      assert.deepEqual([shop.answer, shop.word, shop.paid.length, shop.changes.length], [503, 'pending', 0, 0]);
      assert.deepEqual(shop.observed('callback-unconfirmed').map((one) => one.code), [code]);
      await shop.payments.close();
    });
  }

  it('10 MB: no more than a little is read', async () => {
    const { stream, taken } = endless(Buffer.alloc(65_536, 'VERIFIED'));
    const shop = await after({ verifier: () => new Response(stream) });
    assert.deepEqual([shop.answer, shop.word], [503, 'pending']);
    assert(taken.bytes <= 4 * 65_536, `${taken.bytes} bytes were taken`);
    await shop.payments.close();
  });

  it('exactly 1 KiB that begins with the word: nothing is paid', async () => {
    for (const size of [1023, 1024, 1025]) {
      const shop = await after({ verifier: () => 'VERIFIED'.padEnd(size) });
      assert.deepEqual([shop.answer, shop.word], [503, 'pending']);
      await shop.payments.close();
    }
  });

  for (const [what, verifier] of [
    ['never', () => new Promise<never>(() => {})],
    ['byte by byte, and never to the end', () => new Response(new ReadableStream({ pull: (controller) => (controller.enqueue(Buffer.from('V')), new Promise(() => {})) }))],
    ['the word, and no end', () => new Response(new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('VERIFIED')) }))],
  ] as [string, NonNullable<IpnOverrides['verifier']>][]) {
    it(`${what}: 503 after five seconds, and the request is called off`, async () => {
      const shop = openIpnShop({
        settings: {
          fetch: async (request) => {
            signals.push(request.signal);
            return verifier(request) as Promise<Response>;
          },
        },
      });
      const signals: AbortSignal[] = [];
      await shop.create();
      mock.timers.enable({ apis: ['setTimeout'] });
      try {
        let answered = 0;
        const answer = shop.send(COMPLETED).then((status) => (answered = status));
        while (!signals.length) await new Promise((resolve) => setImmediate(resolve));
        mock.timers.tick(4999);
        await new Promise((resolve) => setImmediate(resolve));
        assert.equal(answered, 0);
        mock.timers.tick(1);
        assert.equal(await answer, 503);
        assert.equal(signals[0]!.aborted, true);
      } finally {
        mock.timers.reset();
      }
      assert.equal((await shop.payments.get('payment-1'))?.status, 'pending');
      assert.deepEqual(shop.observed('callback-unconfirmed').map(({ code }) => code), ['timeout']);
      await shop.payments.close();
    });
  }

  it('INVALID: 200, and nothing but that it is kept apart', async () => {
    const shop = await after({ verifier: () => 'INVALID' });
    assert.deepEqual([shop.answer, shop.word, shop.observed('callback-invalid').length], [200, 'pending', 1]);
    await shop.payments.close();
  });

  for (const body of [COMPLETED, message({ ok_ipn_test: '1' })]) {
    it(`TEST of ${body === COMPLETED ? 'what calls itself real' : 'a test'}: nothing, and a real one may have its number`, async () => {
      const words = ['TEST', 'VERIFIED'];
      const shop = openIpnShop({ verifier: () => words.shift()! });
      await shop.create();
      assert.equal(await shop.send(body), 200);
      assert.equal((await shop.payments.get('payment-1'))?.status, 'pending');
      assert.equal(await shop.send(COMPLETED), 200);
      assert.equal((await shop.payments.get('payment-1'))?.status, 'paid');
      await shop.payments.close();
    });
  }

  for (const test of ['1', '2', '0001', '99', 'true', 'yes', '-1', '1.5']) {
    it(`VERIFIED with ok_ipn_test=${test}: nothing`, async () => {
      const shop = await after({}, message({ ok_ipn_test: test }));
      assert.deepEqual([shop.answer, shop.word, shop.observed('callback-test').length], [200, 'pending', 1]);
      await shop.payments.close();
    });
  }
});

describe('what the verifier is asked', () => {
  it('is asked where the settings say, by POST, without following a redirect', async () => {
    let asked: Request | undefined;
    const hostile = message({ ok_ipn: 'https://evil.example/', ok_verify_url: 'https://evil.example/', ok_charset: 'utf-16', ok_receiver: 'https://evil.example' });
    const shop = await after({ verifier: (request) => ((asked = request), 'VERIFIED') }, hostile);
    assert.deepEqual([asked?.url, asked?.method, asked?.redirect, shop.asked[0]?.type], [VERIFY_URL, 'POST', 'error', 'application/x-www-form-urlencoded']);
    await shop.payments.close();
  });

  it('every form comes back byte for byte, whatever its spelling', async () => {
    const shop = openIpnShop({ verifier: () => 'TEST' });
    const piece = fc.oneof(fc.constantFrom('+', '%20', '%2B', '%c3%b6', '%C3%B6', 'ö', '', '=', ';', '~', '*', '%00', '"', '\u{1F600}', '\uFEFF', '.', '-'), fc.stringMatching(/^[A-Za-z0-9 ]{0,9}$/));
    const pair = fc.tuple(fc.nat(1_000_000), fc.array(piece, { maxLength: 6 }), fc.boolean()).map(([name, value, is]) => `ok_x${name}${is ? '=' : ''}${is ? value.join('') : ''}`);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(pair, { maxLength: 12, selector: (one) => one.split('=')[0] }), fc.boolean(), async (pairs, ends) => {
        const body = pairs.join('&') + (ends ? '&' : '');
        assert.equal(await shop.send(Buffer.from(body)), 200, body);
        assert.deepEqual(shop.asked.pop()!.body, Buffer.concat([Buffer.from('ok_verify=true&'), Buffer.from(body)]));
        assert.equal(ipnVerificationBody(body), `ok_verify=true&${body}`);
        assert.equal(ipnVerificationBody(Buffer.from(body)), `ok_verify=true&${body}`);
      }),
      { numRuns: 2000 },
    );
    await shop.payments.close();
  });
});

describe('what is no message', () => {
  for (const [what, body, status] of [
    ['ok_verify at its end', `${COMPLETED}&ok_verify=true`, 400],
    ['ok_verify at its beginning', ipnVerificationBody(COMPLETED), 400],
    ['ok_verify without a value', `${COMPLETED}&ok_verify`, 400],
    ['ok_verify in other letters', `OK_Verify=1&${COMPLETED}`, 400],
    ['ok_verify in percent signs', `${COMPLETED}&ok%5Fverify=true`, 400],
    ['the status twice', `${COMPLETED}&ok_txn_status=completed`, 400],
    ['the amount twice, once in percent signs', `${COMPLETED}&ok_txn%5fgross=1.00`, 400],
    ['a name that nobody knows twice', `${COMPLETED}&x=1&x=2`, 400],
    ['bytes that are not UTF-8', Buffer.concat([Buffer.from(`${COMPLETED}&ok_x=`), Buffer.from([0xff])]), 400],
    ['percent signs that are not UTF-8', `${COMPLETED}&ok_x=%FF`, 400],
    ['half of a character', `${COMPLETED}&ok_x=%C3`, 400],
    ['a surrogate in percent signs', `${COMPLETED}&ok_x=%ED%A0%80`, 400],
    ['a percent sign alone', `${COMPLETED}&ok_x=100%`, 400],
    ['64 KiB and a byte', `${COMPLETED}&ok_x=`.padEnd(65_537, 'x'), 413],
  ] as [string, string | Uint8Array, number][]) {
    it(`${what}: ${status}, and the verifier is not asked`, async () => {
      const shop = await after({}, body);
      assert.deepEqual([shop.answer, shop.word, shop.asked.length, shop.observed('callback-rejected').length], [status, 'pending', 0, 1]);
      await shop.payments.close();
    });
  }

  it('JSON, a charset that is not UTF-8 or a coding: 415', async () => {
    const shop = openIpnShop();
    for (const type of ['application/json', 'application/x-www-form-urlencoded; charset=iso-8859-1', 'multipart/form-data; boundary=x', 'text/plain']) assert.equal(await shop.send(COMPLETED, type), 415);
    assert.equal(await shop.send(COMPLETED, 'application/x-www-form-urlencoded; charset=UTF-8'), 200);
    await shop.payments.close();
  });

  it('GET: 405', async () => {
    const shop = openIpnShop();
    const response = await shop.payments.handle(new Request(`https://shop.example/callbacks/okpay-ipn?${COMPLETED}`));
    assert.deepEqual([response.status, response.headers.get('allow')], [405, 'POST']);
    await shop.payments.close();
  });

  for (const more of [{ ok_txn_id: '' }, { ok_txn_id: undefined }, { ok_txn_id: '1'.repeat(41) }, { ok_txn_id: '12 34' }, { ok_txn_id: 'a\nb' }]) {
    it(`a verified one with ${JSON.stringify(more)}: 400`, async () => {
      const shop = await after({}, message(more));
      assert.deepEqual([shop.answer, shop.word], [400, 'pending']);
      await shop.payments.close();
    });
  }

  it('20,000 at random: each is read, or one typed error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.string({ maxLength: 60 }).map((text) => Buffer.from(`ok_${text}`))), (body) => {
        try {
          assert.equal(typeof parseIpn(body).txnStatus, 'string');
        } catch (error) {
          assert.equal((error as { code: string }).code, 'bad-body');
        }
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('a shop that has named no verifier', () => {
  it('says so once at the start, takes no message and makes no payment', async () => {
    const shop = openIpnShop({ settings: { verifyUrl: undefined } });
    assert.equal(shop.warnings.length, 1);
    assert.match(shop.warnings[0]!, /verifyUrl is left out.*may no longer be there/);
    assert.deepEqual(shop.seen, [{ type: 'provider-off', provider: 'okpay-ipn' }]);
    assert.equal(await shop.send(COMPLETED), 503);
    const { status, body } = await shop.create();
    assert.deepEqual([status, body.code], [422, 'unavailable']);
    assert.deepEqual([shop.asked.length, shop.paid.length], [0, 0]);
    await shop.payments.close();
  });

  it('says nothing where it has named one', async () => {
    const shop = openIpnShop();
    assert.deepEqual([shop.warnings, shop.seen], [[], []]);
    await shop.payments.close();
  });
});

describe('the settings', () => {
  const GOOD = { verifyUrl: VERIFY_URL, receiverEmail: 'merchant@example.com' };
  for (const [what, bad] of [
    ['verifyUrl', { verifyUrl: 'http://www.okpay.com/ipn-verify.html' }],
    ['verifyUrl', { verifyUrl: 'https://user@www.okpay.com/' }],
    ['verifyUrl', { verifyUrl: 'ipn-verify.html' }],
    ['verifyUrl', { verifyUrl: '' }],
    ['receiverEmail', { receiverEmail: 'merchant' }],
    ['receiverEmail', { receiverEmail: '' }],
    ['receiverEmail or wallets', { receiverEmail: undefined }],
    ['receiverEmail or wallets', { receiverEmail: [], wallets: [] }],
    ['wallets', { wallets: ['123456789'] }],
    ['wallets', { wallets: 'OK123456789' as never }],
    ['expiresInSeconds', { expiresInSeconds: 0 }],
    ['expiresInSeconds', { expiresInSeconds: Number.NaN }],
    ['resultUrl', { resultUrl: 'javascript:alert(1)' }],
    ['resultUrl', { resultUrl: { success: 'https://shop.example', fail: '//evil.example' } }],
    ['onMessage', { onMessage: 'x' as never }],
  ] as const) {
    it(`${JSON.stringify(bad)}: a TypeError that names ${what}`, () => assert.throws(() => okpayIpn({ ...GOOD, ...bad }), new RegExp(`^TypeError: okpayIpn: ${what} `)));
  }

  it('http on this machine will do, for the sandbox', () => {
    for (const host of ['localhost:8080', '127.0.0.1', '[::1]:1']) assert.equal(okpayIpn({ ...GOOD, verifyUrl: `http://${host}/ipn-verify.html` }).off, undefined);
  });
});
