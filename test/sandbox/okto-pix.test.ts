import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brCodeAmount, decodeBrCode } from '../../src/formats/brcode.ts';
import { isCpf } from '../../src/formats/cpf.ts';
import { OKTO_PIX_TEST_PAYERS, type OktoPixSandboxOptions, type SandboxEvent } from '../../src/sandbox.ts';
import { registerOktoPixCallbacks } from '../../src/server.ts';
import { CPF, openShop, SECRET, sign, TOKEN } from '../server/shop.ts';

/** A shop with a pending payment, its code, and what the sandbox has told. */
async function openWithCode(sandbox: Partial<OktoPixSandboxOptions> = {}) {
  const shop = openShop({ sandbox });
  const events: SandboxEvent[] = [];
  shop.sandbox.onEvent((event) => events.push(event));
  const { body } = await shop.create();
  const { code } = body.pix;
  const bank = async (act: string, more: object = {}) => {
    const headers = { 'Content-Type': 'application/json' };
    const request = new Request(`https://okto.example/bank/${act}`, { method: 'POST', headers, body: JSON.stringify({ code, ...more }) });
    const response = await shop.sandbox.handle(request);
    await shop.sandbox.settled();
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const told = async () => (await shop.status(body.statusUrl)).body;
  return { ...shop, events, code, bank, told };
}

describe('the payer\'s bank', () => {
  it('reads a code as a bank does: payee, place, amount and time, without a word of the payer', async () => {
    const { bank } = await openWithCode();
    assert.deepEqual(await bank('read'), {
      status: 200,
      body: {
        payee: 'PAYTAGS DEMO SHOP',
        city: 'SAO PAULO',
        bank: 'OKTO.PIX sandbox',
        amount: '12.90',
        currency: 'BRL',
        expiresAt: '2026-11-21T12:15:00.000Z',
        state: 'WAITING',
      },
    });
  });

  for (const [acts, ends] of [
    [['pay'], 'paid'],
    [['decline'], 'failed'],
    [['expire'], 'expired'],
    [['expire', 'pay-late'], 'paid'],
    [['keep-waiting'], 'processing'],
    [['keep-waiting', 'pay'], 'paid'],
    [['keep-waiting', 'decline'], 'failed'],
    [['pay', 'refund'], 'refunded'],
    [['pay', 'call-back-again', 'call-back-again'], 'paid'],
  ] as const) {
    it(`${acts.join(', then ')}: ${ends}`, async () => {
      const { bank, told } = await openWithCode();
      for (const act of acts) assert.equal((await bank(act)).status, 200, act);
      assert.equal((await told()).status, ends);
    });
  }

  it('pays another amount when it is told to: the shop looks at it', async () => {
    const { bank, told, payments, reviews } = await openWithCode();
    assert.equal((await bank('pay', { amount: '1.00' })).status, 200);
    assert.equal((await told()).status, 'processing');
    await payments.deliver();
    assert.equal(reviews.length, 1);
  });

  for (const [what, status, code, acts, last, more] of [
    ['a code that nobody issued', 404, 'unknown-code', [], 'read', {}],
    ['a code cut short', 422, 'damaged', [], 'read', { code: '000201' }],
    ['no code', 400, 'bad-request', [], 'read', { code: 1 }],
    ['an amount that is a number', 400, 'bad-request', [], 'pay', { amount: 1 }],
    ['an amount that is none', 400, 'bad-request', [], 'pay', { amount: '1,00' }],
    ['reading after expiry', 410, 'expired', ['expire'], 'read', {}],
    ['paying after expiry', 410, 'expired', ['expire'], 'pay', {}],
    ['paying twice', 409, 'not-payable', ['pay'], 'pay', {}],
    ['declining what is paid', 409, 'not-payable', ['pay'], 'decline', {}],
    ['giving back what was not paid', 409, 'not-paid', [], 'refund', {}],
    ['paying late what is paid', 409, 'not-payable', ['pay'], 'pay-late', {}],
  ] as [string, number, string, string[], string, object][]) {
    it(`${what}: ${status} ${code}`, async () => {
      const { bank } = await openWithCode();
      for (const act of acts) await bank(act);
      const given = await bank(last, what.includes('nobody') ? { code: await strangersCode() } : more);
      assert.deepEqual([given.status, given.body['code']], [status, code]);
    });
  }

  it('a code with one character changed is damaged', async () => {
    const { bank, code } = await openWithCode();
    const changed = code.replace(/6304....$/, (crc) => (crc.endsWith('A') ? crc.slice(0, -1) + 'B' : crc.slice(0, -1) + 'A'));
    assert.equal((await bank('read', { code: changed })).status, 422);
  });

  it('the clock ends a charge too', async () => {
    const { bank, clock } = await openWithCode();
    clock.time += 900_000;
    assert.equal((await bank('read')).status, 410);
    assert.equal((await bank('pay-late')).status, 200);
  });

  it('has no other address', async () => {
    const { bank } = await openWithCode();
    assert.equal((await bank('steal')).status, 404);
    assert.equal((await bank('constructor')).status, 404);
  });
});

const strangersCode = async (): Promise<string> => (await openWithCode()).code;

describe('the provider', () => {
  const deposit = { externalId: 'x-1', amount: '12.90', currency: 'BRL', cpf: CPF };
  const post = (shop: ReturnType<typeof openShop>, body: object, token = TOKEN) =>
    shop.sandbox.handle(
      new Request('https://okto.example/deposits', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      }),
    );

  it('issues codes that are each their own, dynamic, and without an amount unless it is asked to', async () => {
    const plain = decodeBrCode((await openWithCode()).code);
    const priced = decodeBrCode((await openWithCode({ amountInCode: true })).code);
    assert.equal(plain.kind, 'dynamic');
    assert.equal(brCodeAmount(plain), undefined);
    assert.equal(brCodeAmount(priced), '12.90');
    assert.notEqual(plain.url, priced.url);
  });

  it('gives the same code for the same reference, and none for the same reference with another amount', async () => {
    const shop = openShop();
    const codes = [];
    for (let i = 0; i < 2; i++) codes.push(((await (await post(shop, deposit)).json()) as { qrCode: string }).qrCode);
    assert.equal(codes[0], codes[1]);
    assert.equal((await post(shop, { ...deposit, amount: '13.00' })).status, 409);
  });

  for (const [what, body, status] of [
    ['a CPF with a wrong digit', { ...deposit, cpf: '051.233.865-57' }, 400],
    ['no amount', { ...deposit, amount: undefined }, 400],
    ['no money', { ...deposit, amount: '0.00' }, 400],
    ['another currency', { ...deposit, currency: 'EUR' }, 400],
    ['no reference', { ...deposit, externalId: '' }, 400],
    ['no time to pay', { ...deposit, expiresIn: 0 }, 400],
  ] as const) {
    it(`${what}: ${status}`, async () => assert.equal((await post(openShop(), body)).status, status));
  }

  it('knows the shop by its token', async () => {
    assert.equal((await post(openShop(), deposit, 'another')).status, 401);
  });

  it('has the three test payers of its document', () => {
    assert.deepEqual(OKTO_PIX_TEST_PAYERS.map(({ cpf }) => cpf), ['051.233.865-56', '141.040.632-66', '707.726.010-03']);
    assert.equal(OKTO_PIX_TEST_PAYERS.every(({ cpf }) => isCpf(cpf)), true);
  });
});

describe('the callbacks of the sandbox', () => {
  it('are signed over their raw body and sent again, the same bytes, until they are answered with 2xx', async () => {
    const bodies: string[] = [];
    const waits: number[] = [];
    const statuses = [500, 0, 302, 200];
    const { bank, events } = await openWithCode({
      wait: async (milliseconds) => void waits.push(milliseconds),
      fetch: async (request) => {
        const body = await request.text();
        assert.equal(request.headers.get('x-okto-signature'), sign(body));
        bodies.push(body);
        const status = statuses.shift();
        if (!status) throw new TypeError('fetch failed');
        return new Response(null, { status });
      },
    });
    await bank('pay');
    assert.equal(new Set(bodies).size, 1);
    assert.deepEqual(waits, [200, 400, 800]);
    assert.deepEqual(events.filter(({ type }) => type === 'callback-sent').map(({ status, attempt }) => [attempt, status]), [[1, 500], [2, 0], [3, 302], [4, 200]]);
  });

  it('are given up after five tries, and can be sent again', async () => {
    let tries = 0;
    let open = false;
    const { bank, events, told, payments } = await openWithCode({
      fetch: async (request) => (tries++, open ? payments.handle(request) : new Response(null, { status: 503 })),
    });
    await bank('pay');
    assert.equal(tries, 5);
    assert.equal(events.at(-1)?.type, 'callback-given-up');
    assert.equal((await told()).status, 'pending');
    open = true;
    await bank('call-back-again');
    assert.equal((await told()).status, 'paid');
  });

  it('go where PUT /operator says, under the secret that it sets', async () => {
    const calls: [url: string, genuine: boolean][] = [];
    const newSecret = 'the-new-notification-token';
    const shop = await openWithCode({
      callbackUrl: undefined,
      fetch: async (request) => {
        calls.push([request.url, request.headers.get('x-okto-signature') === sign(await request.text(), newSecret)]);
        return new Response(null);
      },
    });
    const depositUrl = 'https://shop.example/callbacks/okto-pix';
    const { baseUrl, accessToken, fetch } = shop.sandbox.settings;
    await registerOktoPixCallbacks({ baseUrl, accessToken, fetch, depositUrl, withdrawUrl: depositUrl, notificationToken: newSecret });
    await shop.bank('pay');
    assert.deepEqual(calls, [[depositUrl, true]]);
    for (const wrong of [{ depositUrl: 'nowhere' }, { withdrawUrl: 'javascript:0' }, { notificationToken: ' ' }]) {
      const headers = { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' };
      const body = JSON.stringify({ depositUrl, withdrawUrl: depositUrl, notificationToken: newSecret, ...wrong });
      assert.equal((await fetch!(new Request(`${baseUrl}/operator`, { method: 'PUT', headers, body }))).status, 400);
    }
    await assert.rejects(
      registerOktoPixCallbacks({ baseUrl, accessToken: 'another', fetch, depositUrl, withdrawUrl: depositUrl, notificationToken: newSecret }),
      { code: 'http-401' },
    );
  });

  it('tell the one who listens what happens, and neither payer nor secret', async () => {
    const { bank, events } = await openWithCode();
    await bank('read');
    await bank('pay');
    assert.deepEqual(events.map(({ type }) => type), ['charge-created', 'code-read', 'charge-changed', 'callback-sent']);
    assert.doesNotMatch(JSON.stringify(events), new RegExp(`${SECRET}|${TOKEN}|051`));
  });
});
