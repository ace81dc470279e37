import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ipnVerificationBody, parseIpn } from '../../src/server.ts';
import { openIpnShop, VECTORS, type Vector } from './okpay-ipn-shop.ts';

/** What each decision comes to: the answer, the payment's status, what the merchant hears, and what is observed. */
const EFFECTS: Record<string, { readonly answer: number; readonly status: string; readonly paid: number; readonly seen: string }> = {
  fulfil: { answer: 200, status: 'paid', paid: 1, seen: 'callback-matched' },
  'test-only': { answer: 200, status: 'pending', paid: 0, seen: 'callback-test' },
  fail: { answer: 200, status: 'failed', paid: 0, seen: 'callback-matched' },
  reverse: { answer: 200, status: 'refunded', paid: 0, seen: 'callback-matched' },
  hold: { answer: 200, status: 'processing', paid: 0, seen: 'callback-matched' },
  duplicate: { answer: 200, status: 'paid', paid: 1, seen: 'callback-duplicate' },
  retry: { answer: 503, status: 'pending', paid: 0, seen: 'callback-unconfirmed' },
  // What is rejected differs: an order that does not match is looked at by somebody.
  'reject price': { answer: 200, status: 'review', paid: 0, seen: 'status-changed' },
  'reject verifier': { answer: 503, status: 'pending', paid: 0, seen: 'callback-unconfirmed' },
  'reject body': { answer: 400, status: 'pending', paid: 0, seen: 'callback-rejected' },
};
const REJECTS: Record<string, string> = { 'ipn-13': 'price', 'ipn-19': 'price', 'ipn-21': 'verifier', 'ipn-23': 'verifier', 'ipn-31': 'body' };

const effectOf = ({ id, decision }: Vector) => EFFECTS[decision === 'reject' ? `reject ${REJECTS[id]}` : decision]!;

function openFor({ config, verify }: Vector, isPriced: boolean) {
  const { receiverEmail, wallets, expected } = config;
  const terms = { amount: expected.gross, currency: expected.currency, reference: expected.invoice };
  return openIpnShop({
    settings: { receiverEmail, wallets },
    verifier: () => new Response(verify.response, { status: verify.httpStatus }),
    order: (draft) => (draft.source !== 'ipn' || (isPriced && draft.invoice === expected.invoice) ? terms : undefined),
  });
}

for (const vector of VECTORS) {
  const { id, name, rawBody, verify, config, decision, contentType } = vector;
  const effect = effectOf(vector);
  describe(`${id}, ${name}: ${decision}`, () => {
    it('is posted back byte for byte', () => assert.equal(ipnVerificationBody(Buffer.from(rawBody)), verify.body));

    it(`with a payment of a page: ${effect.answer}, ${effect.status}`, async () => {
      const shop = openFor(vector, false);
      await shop.create();
      for (const txnId of config.seenTxnIds) {
        assert.equal(parseIpn(rawBody).txnId, txnId);
        assert.equal(await shop.send(rawBody.replace('&ok_ipn_resend=true', ''), contentType), 200);
      }
      assert.equal(await shop.send(rawBody, contentType), effect.answer);
      if (effect.answer !== 400) assert.deepEqual(shop.asked.at(-1)!.body.toString('latin1'), verify.body);
      else assert.equal(shop.asked.length, 0);
      await shop.payments.deliver();
      assert.equal((await shop.payments.get('payment-1'))?.status, effect.status);
      assert.equal(shop.paid.length, effect.paid);
      assert.equal(shop.reviews.length, Number(effect.status === 'review'));
      assert.ok(shop.seen.some(({ type }) => type === effect.seen), JSON.stringify(shop.seen));
      await shop.payments.close();
    });

    it('without one: the merchant is asked for the price, and hears of it once', async () => {
      const shop = openFor(vector, true);
      if (decision === 'reverse') await shop.send(VECTORS[0]!.rawBody);
      if (config.seenTxnIds.length) await shop.send(rawBody.replace('&ok_ipn_resend=true', ''), contentType);
      assert.equal(await shop.send(rawBody, contentType), effect.answer);
      await shop.payments.deliver();
      assert.equal(shop.paid.length, decision === 'reverse' ? 1 : effect.paid);
      const last = [...shop.reviews.map(({ status }) => status), shop.changes.at(-1)?.status ?? 'pending'].at(-1);
      assert.equal(last, effect.status);
      await shop.payments.close();
    });

    it('without one, and without a word of the merchant: nothing is paid', async () => {
      const shop = openFor(vector, false);
      if (config.seenTxnIds.length) await shop.send(rawBody, contentType);
      assert.equal(await shop.send(rawBody, contentType), effect.answer);
      await shop.payments.deliver();
      assert.deepEqual([shop.paid, shop.reviews, shop.changes], [[], [], []]);
      await shop.payments.close();
    });
  });
}

it('there are 17 of them', () => assert.equal(VECTORS.length, 17));
