import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, it } from 'node:test';
import { ANSWER, event, hmac, openCheckoutShop, PAY } from './checkout-shop.ts';

const secret = () => randomBytes(24).toString('hex');
const KEYS = { secretKey: `sk_${secret()}`, webhookKey: secret(), authorizationKey: secret() };
const link = `https://gwc.ckotech.example/${secret()}`;
const key = secret();

/** A text as it could slip out: as it is, in hex, in base64, in an address. */
const disguises = (text: string): string[] => [text, Buffer.from(text).toString('hex'), Buffer.from(text).toString('base64').replace(/=+$/, ''), encodeURIComponent(text)];

describe('what must not be told of Octopus', () => {
  it('is in no answer, log, event, delivery or error, whatever goes wrong', async () => {
    const printed: unknown[] = [];
    const originals = { log: console.log, warn: console.warn, error: console.error };
    for (const name of ['log', 'warn', 'error'] as const) console[name] = (...args: unknown[]) => void printed.push(args);
    const heard: unknown[] = [];
    try {
      for (const trouble of [undefined, 'refusal', 'throw', 'garbage'] as const) {
        const shop = openCheckoutShop({
          warn: undefined,
          settings: KEYS,
          answer: ({ method, headers, body }) => {
            const all = JSON.stringify({ headers, body, KEYS });
            if (trouble === 'throw') throw new Error(all);
            if (trouble === 'refusal') return new Response(all, { status: 422 });
            if (trouble === 'garbage') return { ...ANSWER, id: all, processing: { ...ANSWER.processing, landing_url: all } };
            return method === 'GET' ? new Response(all, { status: 500 }) : { ...ANSWER, _links: { self: { href: link } }, source: { id: link } };
          },
          onPaid: () => Promise.reject(new Error(KEYS.secretKey)),
        });
        const hear = async (work: Promise<unknown>) => heard.push(await work.catch((error: unknown) => error));
        const { body } = await shop.create({}, { 'Idempotency-Key': key });
        heard.push(body);
        if (body.statusUrl) heard.push(await shop.status(body.statusUrl, '?full'));
        const send = (said: string, headers: Record<string, string>) => shop.callBack(said, { Authorization: KEYS.authorizationKey, ...headers });
        const good = JSON.stringify(event('payment_captured', { metadata: KEYS }));
        for (const [said, signature] of [[good, KEYS.webhookKey], [good, hmac(good, KEYS.webhookKey)], [`${good}}`, hmac(`${good}}`, KEYS.webhookKey)]] as const) {
          heard.push(await send(said, { 'Cko-Signature': signature }));
        }
        const part = JSON.stringify(event('payment_refunded', { amount: 300 }));
        heard.push(await send(part, { 'Cko-Signature': hmac(part, KEYS.webhookKey) }));
        await hear(shop.payments.query('payment-1'));
        await hear(shop.payments.refund('payment-1', '3.00'));
        await shop.payments.deliver();
        printed.push(shop.seen, shop.warnings, shop.changes, shop.reviews, await shop.payments.get('payment-1'));
        await shop.payments.close();
      }
    } finally {
      Object.assign(console, originals);
    }
    const said = inspect([printed, heard], { depth: Infinity, maxStringLength: Infinity, maxArrayLength: Infinity, showHidden: true });
    for (const type of ['provider-failed', 'callback-rejected', 'handler-failed', 'query-failed', 'ProviderError']) assert.equal(said.includes(type), true, type);
    for (const canary of [...Object.values(KEYS), link, key]) {
      for (const disguise of disguises(canary)) assert.equal(said.includes(disguise), false, `${canary} as ${disguise}`);
    }
    assert.equal(said.includes(PAY), false);
  });
});
