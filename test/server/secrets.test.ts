import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, it } from 'node:test';
import { callbackRequest, openShop, sign } from './shop.ts';

const TEST_CPF = '141.040.632-66';
const person = { cpf: TEST_CPF, name: `Canary ${randomBytes(6).toString('hex')}`, email: `c${randomBytes(6).toString('hex')}@example.com` };
const secret = randomBytes(24).toString('hex');
const token = randomBytes(24).toString('hex');
const key = randomBytes(24).toString('hex');

/** A text as it could slip out: as it is, as digits, in hex, in base64, in an address. */
const disguises = (text: string): string[] => [
  text,
  text.replace(/[.-]/g, ''),
  Buffer.from(text).toString('hex'),
  Buffer.from(text).toString('base64').replace(/=+$/, ''),
  encodeURIComponent(text),
];

describe('what must not be told', () => {
  it('is in no answer, log, event or delivery, whatever goes wrong', async () => {
    const printed: unknown[] = [];
    const originals = { log: console.log, warn: console.warn, error: console.error };
    for (const name of ['log', 'warn', 'error'] as const) console[name] = (...args: unknown[]) => void printed.push(args);
    const answers: string[] = [];
    const ids: string[] = [];
    try {
      for (const trouble of [undefined, 500, 'throw'] as const) {
        const shop = openShop({
          warn: undefined,
          onPaid: () => Promise.reject(new Error(`${secret} ${person.cpf}`)),
          sandbox: { accessToken: token, notification: { header: 'X-Sign', scheme: 'hmac-sha256', secret } },
          settings: trouble && {
            fetch: async (request) => {
              if (trouble === 'throw') throw Object.assign(new Error(await request.text()), { request });
              return new Response(`${await request.text()} ${request.headers.get('authorization')}`, { status: trouble });
            },
          },
        });
        const hear = async (response: Response) => answers.push(JSON.stringify([response.status, ...response.headers, await response.text()]));
        const { body } = await shop.create({ payer: person }, { 'Idempotency-Key': key });
        if (body.id) ids.push(body.id);
        answers.push(JSON.stringify(body));
        answers.push(JSON.stringify((await shop.create({ payer: { ...person, cpf: '1' } })).body));
        const bad = JSON.stringify({ payer: person, secret, broken: true });
        await hear(await shop.payments.handle(callbackRequest(bad, { 'X-Sign': sign(bad, secret) })));
        await hear(await shop.payments.handle(callbackRequest(bad, { 'X-Sign': secret })));
        await hear(await shop.payments.handle(callbackRequest(`${bad}${secret}`, { 'X-Sign': sign(`${bad}${secret}`, secret) })));
        if (body.pix) {
          shop.sandbox.bank.pay(body.pix.code);
          await shop.sandbox.settled();
          answers.push(JSON.stringify((await shop.status(body.statusUrl, '?full')).body));
        }
        await shop.payments.deliver();
        printed.push(shop.seen, shop.warnings, shop.changes, shop.reviews);
        await shop.payments.close();
      }
    } finally {
      Object.assign(console, originals);
    }
    const said = inspect([printed, answers], { depth: Infinity, maxStringLength: Infinity, maxArrayLength: Infinity });
    assert.equal(said.includes('handler-failed') && said.includes('provider-failed') && said.includes('callback-rejected'), true);
    for (const canary of [secret, token, key, ...Object.values(person)]) {
      for (const text of disguises(canary)) assert.ok(!said.includes(text), `${text} was told`);
    }
    assert.equal(ids.length, 1);
    assert.ok(!inspect(printed, { depth: Infinity, maxStringLength: Infinity }).includes(ids[0]!), 'the secret id was logged');
  });
});
