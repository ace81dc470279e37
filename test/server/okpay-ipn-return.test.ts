import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { COMPLETED, message, openIpnShop, reversal, type IpnOverrides } from './okpay-ipn-shop.ts';

const PAGES = { success: 'https://shop.example/thanks?lang=de', fail: 'https://shop.example/sorry' };

async function back(body: string, { method = 'POST', ...overrides }: IpnOverrides & { readonly method?: string } = {}) {
  const shop = openIpnShop({ ...overrides, settings: { resultUrl: PAGES, ...overrides.settings } });
  await shop.create();
  const url = 'https://shop.example/return/okpay';
  const init = { method, headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body };
  const response = await shop.payments.handle(method === 'POST' ? new Request(url, init) : new Request(`${url}?${body}`));
  const text = await response.text();
  const word = (await shop.payments.get('payment-1'))?.status;
  await shop.payments.close();
  return { ...shop, response, text, word, location: response.headers.get('location') };
}

describe('a buyer whom OKPAY leads back', () => {
  for (const method of ['POST', 'GET']) {
    it(`by ${method}: 303 to the shop's page with our invoice alone; nothing is paid, and the verifier is not asked`, async () => {
      const { response, text, location, word, asked, seen } = await back(COMPLETED, { method });
      assert.deepEqual([response.status, text, location], [303, '', 'https://shop.example/thanks?lang=de&invoice=INV-1']);
      assert.deepEqual([response.headers.get('cache-control'), response.headers.get('referrer-policy')], ['no-store', 'no-referrer']);
      assert.deepEqual([word, asked.length, seen.filter(({ type }) => type.startsWith('callback')).length], ['pending', 0, 0]);
    });
  }

  for (const [what, body, location] of [
    ['pending', message({ ok_txn_status: 'pending' }), `${PAGES.success}&invoice=INV-1`],
    ['failed', message({ ok_txn_status: 'failed' }), `${PAGES.fail}?invoice=INV-1`],
    ['canceled', message({ ok_txn_status: 'canceled' }), `${PAGES.fail}?invoice=INV-1`],
    ['reversed', reversal(), `${PAGES.fail}?invoice=INV-1`],
    ['a word that nobody knows', message({ ok_txn_status: 'paid' }), `${PAGES.fail}?invoice=INV-1`],
    ['nothing', '', PAGES.fail],
    ['an invoice of the shop\'s own', message({ ok_invoice: 'ORD-5 of Anna' }), PAGES.success],
    ['an invoice that is an address', message({ ok_invoice: 'https://evil.example/' }), PAGES.success],
    ['addresses in every variable', message({ ok_return_success: 'https://evil.example/', ok_return_fail: '//evil.example', resultUrl: 'https://evil.example', location: 'https://evil.example' }), `${PAGES.success}&invoice=INV-1`],
    ['bytes that are not UTF-8', 'ok_txn_status=%FF&ok_txn_status=completed', PAGES.fail],
    ['a line end', message({ ok_invoice: 'INV-1\r\nLocation: https://evil.example' }), PAGES.success],
  ] as const) {
    it(`with ${what}: ${location}`, async () => assert.equal((await back(body)).location, location));
  }

  it('has one page for all where the settings name one', async () => {
    for (const body of [COMPLETED, message({ ok_txn_status: 'failed' })]) {
      assert.equal((await back(body, { settings: { resultUrl: 'http://localhost:8080/result' } })).location, 'http://localhost:8080/result?invoice=INV-1');
    }
  });

  it('with too much: 413; with what is no form: 415; by another method: 405; where there is no page: 404', async () => {
    assert.equal((await back('x'.repeat(65_537))).response.status, 413);
    const shop = openIpnShop({ settings: { resultUrl: PAGES } });
    const url = 'https://shop.example/return/okpay';
    assert.equal((await shop.payments.handle(new Request(url, { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }))).status, 415);
    const other = await shop.payments.handle(new Request(url, { method: 'PUT', body: COMPLETED }));
    assert.deepEqual([other.status, other.headers.get('allow')], [405, 'GET, POST']);
    await shop.payments.close();
    assert.equal((await back(COMPLETED, { settings: { resultUrl: undefined } })).response.status, 404);
  });

  it('is led on too where messages are not verified', async () => {
    const shop = openIpnShop({ settings: { verifyUrl: undefined, resultUrl: PAGES.fail } });
    assert.equal((await shop.payments.handle(new Request(`https://shop.example/return/okpay?${COMPLETED}`))).headers.get('location'), PAGES.fail);
    await shop.payments.close();
  });
});
