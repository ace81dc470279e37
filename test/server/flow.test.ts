import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeBrCode } from '../../src/formats/brcode.ts';
import { encodeBrCode } from '../../src/formats/brcode-encode.ts';
import { paymentAnswer, refusalAnswer, statusAnswer } from '../../src/formats/contract.ts';
import { crc16 } from '../../src/formats/crc16.ts';
import { Refusal, type OktoPixSettings, type Terms } from '../../src/server.ts';
import { sqliteStore } from '../../src/server/stores/sqlite.ts';
import { CPF, createRequest, DRAFT, openShop } from './shop.ts';

describe('a payment from its creation to its delivery', () => {
  it('is created, read, paid and delivered once', async () => {
    const shop = openShop();
    const { status, body } = await shop.create();
    assert.equal(status, 201);
    paymentAnswer.strict().parse(body);
    assert.match(body.id, /^[\w-]{43}$/);
    const { id, pix, ...rest } = body;
    assert.deepEqual(rest, {
      method: 'pix',
      status: 'pending',
      version: 2,
      serverTime: '2026-11-21T12:00:00.000Z',
      expiresAt: '2026-11-21T12:15:00.000Z',
      pollAfterMs: 2000,
      amount: '12.90',
      currency: 'BRL',
      reference: 'ORD-5023',
      statusUrl: `/payments/${id}`,
      eventsUrl: `/payments/${id}/events`,
    });
    assert.match(decodeBrCode(pix.code).url ?? '', /^pix\.okto\.example\/v2\/[0-9a-f]{32}$/);

    shop.sandbox.bank.pay(pix.code);
    await shop.sandbox.settled();
    await shop.payments.deliver();
    const paid = await shop.status(body.statusUrl);
    statusAnswer.strict().parse(paid.body);
    assert.deepEqual(paid.body, {
      status: 'paid',
      version: 3,
      serverTime: '2026-11-21T12:00:00.000Z',
      expiresAt: '2026-11-21T12:15:00.000Z',
    });
    assert.equal(shop.paid.length, 1);
    assert.equal(shop.paid[0]?.payment.reference, 'ORD-5023');
    assert.equal(shop.paid[0]?.payment.amount, '12.90');
    assert.deepEqual(await shop.payments.get(shop.paid[0]!.payment.paymentId), shop.paid[0]?.payment);
    assert.deepEqual(
      shop.seen.map(({ type }) => type),
      ['payment-created', 'callback-verified', 'callback-matched', 'status-changed', 'handler-called', 'handler-called'],
    );
    await shop.payments.close();
  });

  it('tells the whole payment where the page asks for it', async () => {
    const shop = openShop();
    const { body } = await shop.create();
    assert.deepEqual((await shop.status(body.statusUrl, '?full')).body, body);
    await shop.payments.close();
  });

  it('asks to be polled less often as time goes by', async () => {
    const shop = openShop();
    const { body } = await shop.create();
    const paces = [];
    for (const seconds of [59, 61, 179, 181]) {
      shop.clock.time = Date.parse(body.serverTime) + seconds * 1000;
      paces.push((await shop.status(body.statusUrl)).body.pollAfterMs);
    }
    assert.deepEqual(paces, [2000, 5000, 5000, 16_000]);
    await shop.payments.close();
  });

  it('expires by the clock, and a late paid still wins, once', async () => {
    const shop = openShop();
    const { body } = await shop.create();
    shop.clock.time = Date.parse(body.expiresAt) + 4000;
    assert.equal((await shop.status(body.statusUrl)).body.status, 'pending');
    shop.clock.time += 2000;
    assert.equal((await shop.status(body.statusUrl)).body.status, 'expired');
    shop.sandbox.bank.payLate(body.pix.code);
    await shop.sandbox.settled();
    await shop.payments.deliver();
    const { status, late } = (await shop.status(body.statusUrl)).body;
    assert.deepEqual({ status, late }, { status: 'paid', late: true });
    assert.equal(shop.paid.length, 1);
    assert.deepEqual(shop.changes.map(({ payment }) => payment.status), ['expired', 'paid']);
    await shop.payments.close();
  });

  it('expires what nobody asks about, so that the merchant hears of it; not what is processing', async () => {
    const shop = openShop();
    await shop.create();
    const waiting = await shop.create();
    shop.sandbox.bank.keepWaiting(waiting.body.pix.code);
    await shop.sandbox.settled();
    shop.clock.time += 3_600_000;
    await shop.payments.deliver();
    assert.deepEqual(shop.changes.map(({ payment }) => payment.status), ['processing', 'expired']);
    assert.equal((await shop.status(waiting.body.statusUrl)).body.status, 'processing');
    await shop.payments.close();
  });

  it('takes the price from the server, whatever the page says', async () => {
    const shop = openShop({ order: () => ({ amount: '99.9', currency: 'BRL', reference: 'SRV-1' }) });
    const { body } = await shop.create({ amount: '0.01' });
    assert.equal(body.amount, '99.90');
    assert.equal(body.reference, 'SRV-1');
    await shop.payments.close();
  });

  it('takes the reference from the server alone: a page cannot name another order', async () => {
    const sent: unknown[] = [];
    const shop = openShop({
      order: () => ({ amount: '12.90', currency: 'BRL' }),
      settings: { fetch: async (request) => (sent.push(await request.clone().json()), shop.sandbox.handle(request)) },
    });
    const { body } = await shop.create({ reference: 'ORD-OF-ANOTHER' });
    shop.sandbox.bank.pay(body.pix.code);
    await shop.sandbox.settled();
    await shop.payments.deliver();
    assert.equal(shop.paid[0]?.payment.reference, undefined);
    assert.doesNotMatch(JSON.stringify([body, sent, shop.paid, shop.changes]), /ORD-OF-ANOTHER/);
    await shop.payments.close();
  });
});

describe('the headers of an answer', () => {
  it('say that nothing is kept or passed on, and open the door to no other origin', async () => {
    const shop = openShop();
    const { response, body } = await shop.create({}, { Origin: 'https://evil.example' });
    const expected = {
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    };
    assert.deepEqual(Object.fromEntries(response.headers), expected);
    assert.deepEqual(Object.fromEntries((await shop.status(body.statusUrl)).response.headers), expected);
    await shop.payments.close();
  });

  it('and the body are the same for everything that is not there', async () => {
    const shop = openShop();
    const { body } = await shop.create();
    const flipped = body.id.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    const paths = ['1', flipped, 'a'.repeat(5000), "'%20OR%201=1--", '', 'x/y', `${body.id}/`, `${body.id}/x`].map((id) => `/payments/${id}`);
    const answers = new Set<string>();
    for (const path of [...paths, '/', '/nothing', '/callbacks', '/callbacks/other', '/callbacks/__proto__']) {
      const response = await shop.payments.handle(new Request(`https://shop.example${path}`));
      answers.add(JSON.stringify([response.status, ...response.headers, await response.text()]));
    }
    assert.equal(answers.size, 1);
    assert.match([...answers][0]!, /^\[404,/);
    await shop.payments.close();
  });

  for (const [method, path, allow] of [
    ['GET', '/payments', 'POST'],
    ['OPTIONS', '/payments', 'POST'],
    ['DELETE', '/payments/abc', 'GET'],
    ['POST', '/payments/abc', 'GET'],
    ['GET', '/callbacks/okto-pix', 'POST'],
  ] as const) {
    it(`${method} ${path}: 405, only ${allow}`, async () => {
      const shop = openShop();
      const response = await shop.payments.handle(new Request(`https://shop.example${path}`, { method }));
      assert.equal(response.status, 405);
      assert.equal(response.headers.get('allow'), allow);
      await shop.payments.close();
    });
  }

  it('a companion below a path answers there and nowhere else', async () => {
    const shop = openShop({ publicUrl: 'https://shop.example/api/payments/' });
    const request = createRequest();
    assert.equal((await shop.payments.handle(request.clone())).status, 404);
    const response = await shop.payments.handle(new Request('https://shop.example/api/payments', request));
    assert.match(((await response.json()) as { statusUrl: string }).statusUrl, /^\/api\/payments\/[\w-]{43}$/);
    await shop.payments.close();
  });
});

describe('what is refused', () => {
  for (const [what, draft, code, fields] of [
    ['a CPF with a wrong digit', { payer: { cpf: '051.233.865-57' } }, 'invalid-field', ['cpf']],
    ['no CPF', { payer: { name: 'X' } }, 'invalid-field', ['cpf']],
    ['no payer', { payer: undefined }, 'invalid-field', ['cpf']],
    ['an amount with a comma', { amount: '12,90' }, 'invalid-field', ['amount']],
    ['an amount with three decimals', { amount: '12.905' }, 'invalid-field', ['amount']],
    ['an amount as a number', { amount: 12.9 }, 'invalid-field', ['amount']],
    ['nothing to pay', { amount: '0.00' }, 'invalid-field', ['amount']],
    ['a method that is not offered', { method: 'octopus' }, 'invalid-field', ['method']],
    ['a method that does not exist', { method: 'gold' }, 'invalid-field', ['method']],
    ['a currency that is none', { currency: 'reais' }, 'invalid-field', ['currency']],
    ['a reference that is too long', { reference: 'x'.repeat(129) }, 'invalid-field', ['reference']],
    ['a reference with a line break', { reference: 'ORD\n1' }, 'invalid-field', ['reference']],
    ['a reference with a zero byte', { reference: 'ORD\u0000' }, 'invalid-field', ['reference']],
    ['a reference that turns the direction of text', { reference: 'ORD\u202e1' }, 'invalid-field', ['reference']],
    ['a reference with what nobody sees', { reference: 'ORD\u200b1' }, 'invalid-field', ['reference']],
    ['a reference with half a character', { reference: 'ORD\ud83d' }, 'invalid-field', ['reference']],
    ['a name with an escape', { payer: { cpf: CPF, name: 'A\u001b[2J' } }, 'invalid-field', ['name']],
    ['a name with half a character', { payer: { cpf: CPF, name: '\ude00A' } }, 'invalid-field', ['name']],
    ['a name that turns the direction of text', { payer: { cpf: CPF, name: 'A\u2066B' } }, 'invalid-field', ['name']],
  ] as const) {
    it(`${what}: ${code} ${fields.join()}`, async () => {
      const shop = openShop();
      const { status, body } = await shop.create(draft);
      assert.equal(status, 422);
      refusalAnswer.strict().parse(body);
      assert.equal(body.code, code);
      assert.deepEqual(body.errors.map(({ field }) => field), fields);
      await shop.payments.close();
    });
  }

  it('takes letters of any script and signs that are seen', async () => {
    const shop = openShop();
    for (const name of ['João da Silva', "D'Ávila-Gonçalves", '張偉', 'محمد', 'Zoë 🥖']) {
      assert.equal((await shop.create({ reference: `#${name} / 1`, payer: { cpf: CPF, name } })).status, 201, name);
    }
    await shop.payments.close();
  });

  it('an order with too many open payments: too-many, until some of them have ended', async () => {
    for (const maxOpenPerReference of [undefined, 3]) {
      const most = maxOpenPerReference ?? 20;
      const shop = openShop({ maxOpenPerReference });
      const created = await Promise.all(Array.from({ length: most + 5 }, () => shop.create()));
      const taken = created.filter(({ status }) => status === 201);
      assert.equal(taken.length, most);
      const { status, body } = created.find((one) => one.status !== 201)!;
      assert.deepEqual([status, body.code], [422, 'too-many']);
      refusalAnswer.strict().parse(body);
      assert.equal((await shop.create({ reference: 'ORD-OF-ANOTHER' })).status, 201);

      shop.sandbox.bank.keepWaiting(taken[0]!.body.pix.code);
      shop.sandbox.bank.decline(taken[1]!.body.pix.code);
      await shop.sandbox.settled();
      assert.equal((await shop.create()).status, 201);
      assert.equal((await shop.create()).body.code, 'too-many');
      // Nobody has asked about the others, so that their time has passed without a word.
      shop.clock.time += 3_600_000;
      for (let i = 1; i < most; i++) assert.equal((await shop.create()).status, 201);
      assert.equal((await shop.create()).body.code, 'too-many');
      await shop.payments.close();
    }
  });

  it('payments without an order number are not counted: order() limits them', async () => {
    const shop = openShop({ maxOpenPerReference: 1, order: () => ({ amount: '12.90', currency: 'BRL' }) });
    for (let i = 0; i < 3; i++) assert.equal((await shop.create()).status, 201);
    await shop.payments.close();
  });

  it('speaks the language of the shopper', async () => {
    const shop = openShop();
    const wrong = { payer: { cpf: '1' } };
    assert.equal((await shop.create(wrong, { 'Accept-Language': 'fr, pt-BR;q=0.9' })).body.errors[0]?.message, 'Este CPF não é válido.');
    assert.equal((await shop.create(wrong, { 'Accept-Language': 'en-GB, pt' })).body.errors[0]?.message, 'This is not a valid CPF.');
    assert.equal((await shop.create(wrong)).body.errors[0]?.message, 'This is not a valid CPF.');
    await shop.payments.close();
  });

  it('what the shop refuses is told in its words; what it throws is not', async () => {
    const refusing = openShop({
      order: () => {
        throw new Refusal('amount-not-offered', 'From 10 to 100.', [{ field: 'amount', message: 'From 10 to 100.' }]);
      },
    });
    const told = await refusing.create();
    assert.equal(told.status, 422);
    assert.deepEqual(told.body, {
      message: 'From 10 to 100.',
      code: 'amount-not-offered',
      errors: [{ field: 'amount', message: 'From 10 to 100.' }],
    });
    const broken = openShop({ order: () => Promise.reject(new Error('password of the database')) });
    const untold = await broken.create();
    assert.equal(untold.status, 422);
    assert.equal(untold.body.code, 'refused');
    assert.doesNotMatch(JSON.stringify([untold.body, broken.warnings]), /password/);
    assert.equal(broken.warnings.length, 1);
    await Promise.all([refusing.payments.close(), broken.payments.close()]);
  });
});

describe('an Idempotency-Key', () => {
  it('is required', async () => {
    const shop = openShop();
    for (const key of ['', 'a b'.repeat(6), 'x'.repeat(15), 'x'.repeat(129), 'é'.repeat(20)]) {
      const { status, body } = await shop.create({}, { 'Idempotency-Key': key });
      assert.equal(status, 400, JSON.stringify(key));
      assert.match(body.message, /16 to 128 visible ASCII/);
    }
    for (const key of ['x'.repeat(16), '~'.repeat(128)]) assert.equal((await shop.create({}, { 'Idempotency-Key': key })).status, 201);
    await shop.payments.close();
  });

  for (const [what, terms] of [
    ['another price', { amount: '13.00', currency: 'BRL', reference: 'ORD-5023' }],
    ['another order', { amount: '12.90', currency: 'BRL', reference: 'ORD-5024' }],
    ['no order', { amount: '12.90', currency: 'BRL' }],
  ] as [string, Terms][]) {
    it(`whose order has ${what} by now is refused, alone and at the same time`, async () => {
      const given: Terms[] = [];
      const order = { amount: '12.90', currency: 'BRL', reference: 'ORD-5023' };
      const shop = openShop({ order: () => given.shift() ?? order });
      const key = { 'Idempotency-Key': 'press-1-of-a-page' };
      const first = await shop.create({}, key);
      given.push(terms);
      const second = await shop.create({}, key);
      assert.deepEqual([second.status, second.body.code, second.body.id], [422, 'refused', undefined]);
      refusalAnswer.strict().parse(second.body);
      assert.deepEqual((await shop.create({}, key)).body, first.body);
      given.push(order, terms);
      const [third, fourth] = await Promise.all([1, 2].map(() => shop.create({}, { 'Idempotency-Key': 'press-2-of-a-page' })));
      assert.equal(third?.status, 201);
      assert.notEqual(fourth?.status, 201);
      await shop.payments.close();
    });
  }

  it('of somebody else gives nothing: the shop is asked again whose order it is', async () => {
    const shop = openShop({
      order: (draft, request) => {
        if (request.headers.get('cookie') !== 'owner') throw new Refusal('refused', 'This is not your order.');
        return { amount: '12.90', currency: 'BRL', reference: draft.reference };
      },
    });
    const key = { 'Idempotency-Key': 'press-1-of-a-page' };
    const create = (cookie: string) => shop.create({}, { ...key, Cookie: cookie });
    const [owner, ...strangers] = await Promise.all([create('owner'), create('stranger'), create('')]);
    strangers.push(await create('stranger'));
    assert.equal(owner?.status, 201);
    for (const { status, body } of strangers) assert.deepEqual([status, body.message], [422, 'This is not your order.']);
    await shop.payments.close();
  });

  it('with the same body gives the same payment, one after the other and at the same time', async () => {
    const shop = openShop();
    const key = { 'Idempotency-Key': 'press-1-of-a-page' };
    const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => shop.create({}, key)));
    for (const other of [...others, await shop.create({}, key)]) {
      assert.equal(other.status, 201);
      assert.deepEqual(other.body, first?.body);
    }
    assert.equal(shop.seen.filter(({ type }) => type === 'payment-created').length, 1);
    await shop.payments.close();
  });

  it('does not give the secret id away: another shop makes another of it', async () => {
    const shops = [openShop(), openShop()];
    const [first, second] = await Promise.all(shops.map((shop) => shop.create({}, { 'Idempotency-Key': 'press-1-of-a-page' })));
    assert.notEqual(first?.body.id, second?.body.id);
    await Promise.all(shops.map((shop) => shop.payments.close()));
  });

  it('with another body is refused, and the first payment stays', async () => {
    const shop = openShop();
    const key = { 'Idempotency-Key': 'press-1-of-a-page' };
    const first = await shop.create({}, key);
    const second = await shop.create({ amount: '13.00' }, key);
    assert.equal(second.status, 422);
    refusalAnswer.strict().parse(second.body);
    assert.deepEqual((await shop.create({}, key)).body, first.body);
    await shop.payments.close();
  });

  it('does not care for the order of keys or for white space', async () => {
    const shop = openShop();
    const key = 'press-1-of-a-page';
    const first = await shop.create({}, { 'Idempotency-Key': key });
    const reversed = Object.fromEntries(Object.entries({ ...DRAFT, unknown: 1 }).reverse());
    const request = new Request('https://shop.example/payments', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json;charset=UTF-8', 'Idempotency-Key': key },
      body: JSON.stringify(reversed, null, 2),
    });
    assert.deepEqual(await (await shop.payments.handle(request)).json(), first.body);
    await shop.payments.close();
  });

  it('asks the provider again under the same reference when the process that asked is gone', async () => {
    const store = sqliteStore(':memory:');
    const asked: string[] = [];
    const gone = openShop({
      store,
      settings: {
        fetch: async (request) => {
          asked.push(((await request.json()) as { externalId: string }).externalId);
          return new Promise<never>(() => {});
        },
      },
    });
    const key = { 'Idempotency-Key': 'press-1-of-a-page' };
    void gone.create({}, key);
    while (!asked.length) await new Promise((resolve) => setImmediate(resolve));

    const shop = openShop({ store });
    shop.sandbox.onEvent(({ type, externalId }) => type === 'charge-created' && asked.push(externalId!));
    const early = await shop.create({}, key);
    assert.equal(early.status, 503);
    assert.equal(early.response.headers.get('retry-after'), '1');
    shop.clock.time += 31_000;
    const { status, body } = await shop.create({}, key);
    assert.equal(status, 201);
    assert.equal(asked.length, 2);
    assert.equal(asked[0], asked[1]);
    shop.sandbox.bank.pay(body.pix.code);
    await shop.sandbox.settled();
    assert.equal((await shop.status(body.statusUrl)).body.status, 'paid');
    await shop.payments.close();
  });
});

describe('a provider that does not do as it should', () => {
  const answering = (make: () => Response | Promise<Response>) => openShop({ settings: { fetch: async () => make() } });
  const code = async (amountInCode: string) => {
    const shop = openShop({ sandbox: { amountInCode: true } });
    const { body } = await shop.create({ amount: amountInCode });
    await shop.payments.close();
    return body.pix.code;
  };
  for (const [what, make, reason] of [
    ['cannot be reached', () => Promise.reject(new TypeError(`fetch failed for ${CPF}`)), 'network'],
    ['takes too long', () => Promise.reject(new DOMException('', 'TimeoutError')), 'timeout'],
    ['refuses our token', () => new Response('no', { status: 401 }), 'http-401'],
    ['is broken', () => new Response('<html>', { status: 500 }), 'http-500'],
    ['answers HTML', () => new Response('<html>'), 'bad-answer'],
    ['answers nothing', () => new Response(null, { status: 204 }), 'bad-code'],
    ['answers without a code', () => Response.json({ id: 1 }), 'bad-code'],
    ['answers a damaged code', async () => Response.json({ qrCode: `${(await code('12.90')).slice(0, -1)}X` }), 'bad-code'],
    ['answers a code for another amount', async () => Response.json({ qrCode: await code('12.91') }), 'bad-code'],
    ['answers a time that is none', async () => Response.json({ qrCode: await code('12.90'), expiresAt: 'soon' }), 'bad-expiry'],
    ['answers 1 MB', () => new Response(`"${'x'.repeat(1e6)}"`), 'bad-answer'],
  ] as const) {
    it(`${what}: unavailable, nothing has started`, async () => {
      const shop = answering(make);
      const key = { 'Idempotency-Key': 'press-1-of-a-page' };
      const { status, body } = await shop.create({}, key);
      assert.equal(status, 422);
      refusalAnswer.strict().parse(body);
      assert.equal(body.code, 'unavailable');
      assert.equal((await shop.create({}, key)).body.code, 'unavailable');
      assert.equal(shop.seen.find(({ type }) => type === 'provider-failed')?.code, reason);
      assert.doesNotMatch(JSON.stringify([shop.seen, shop.warnings, body]), /051\.?233/);
      await shop.payments.close();
    });
  }

  const charge = { merchantName: 'SHOP', merchantCity: 'SAO PAULO' };
  const [url, recurrenceUrl] = ['pix.okto.example/v2/1', 'pix.okto.example/v2/rec/1'];
  for (const [what, text, settings, taken] of [
    ['a dynamic code', encodeBrCode({ ...charge, url }), {}, true],
    ['a dynamic code that says zero, which the payer\'s app ignores', encodeBrCode({ ...charge, url, amount: '9.99' }).replace('54049.99', '54040.00'), {}, true],
    ['a static code', encodeBrCode({ ...charge, pixKey: 'a@shop.example', amount: '12.90' }), {}, false],
    ['a static code that may be', encodeBrCode({ ...charge, pixKey: 'a@shop.example', amount: '12.90' }), { takes: ['static'] }, true],
    ['a static code that may be, without an amount', encodeBrCode({ ...charge, pixKey: 'a@shop.example' }), { takes: ['static'] }, false],
    ['a static code that may be, with zero', encodeBrCode({ ...charge, pixKey: 'a@shop.example', amount: '9.99' }).replace('54049.99', '54040.00'), { takes: ['static'] }, false],
    ['a code with a recurrence', encodeBrCode({ ...charge, url, recurrenceUrl }), {}, false],
    ['a code with a recurrence that may be', encodeBrCode({ ...charge, url, recurrenceUrl }), { takes: ['recurrence'] }, true],
    ['a recurrence alone', encodeBrCode({ ...charge, recurrenceUrl }), { takes: ['static', 'recurrence'] }, false],
  ] as [string, string, NonNullable<OktoPixSettings['create']>, boolean][]) {
    it(`answers ${what}: ${taken ? 'taken' : 'unavailable'}`, async () => {
      const body = text.slice(0, -4);
      const qrCode = body + crc16(body);
      const shop = openShop({ settings: { create: settings, fetch: async () => Response.json({ qrCode }) } });
      const { status, body: answer } = await shop.create();
      assert.deepEqual([status, taken ? answer.pix.code : answer.code], taken ? [201, qrCode] : [422, 'unavailable']);
      await shop.payments.close();
    });
  }

  it('answers a code with the right amount: taken', async () => {
    const text = await code('12.90');
    const shop = answering(() => Response.json({ qrCode: text }));
    const { status, body } = await shop.create();
    assert.equal(status, 201);
    assert.equal(body.pix.code, text);
    assert.equal(body.expiresAt, '2026-11-21T12:15:00.000Z');
    await shop.payments.close();
  });
});
