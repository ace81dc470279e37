import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readOkpayPayment } from '../../src/formats/okpay-payment.ts';
import { OKPAY_THANKS, parseAutoReturn } from '../../src/formats/okpay-return.ts';

const { vectors } = JSON.parse(readFileSync(new URL('../vectors/ipn.json', import.meta.url), 'utf8')) as { vectors: { id: string; rawBody: string }[] };
const PAGE = 'https://shop.example/thanks';
/** What the page's address becomes. */
const stripped = (query: string): string | undefined => parseAutoReturn({ href: PAGE + query })?.address.replace(PAGE, '');

describe('the page that a shopper comes back to', () => {
  for (const { id, rawBody } of vectors) {
    it(`${id}: reads the variables as they are in a message, and leaves none of them in the address`, () => {
      const told = parseAutoReturn({ href: `${PAGE}?order=7&${rawBody}#top` });
      assert.deepEqual(told?.payment, readOkpayPayment(new URLSearchParams(rawBody)));
      assert.equal(told?.address, `${PAGE}?order=7#top`);
    });
  }

  it('has nothing to tell of an address without them', () => {
    for (const query of ['', '?', '?order=7', '?order=ok_', '?OK_INVOICE=1', '#ok_invoice=1', '?xok_invoice=1']) assert.equal(parseAutoReturn({ href: PAGE + query }), undefined, query);
  });

  it('leaves what is the page’s own as it is, letter for letter', () => {
    for (const [query, left] of [
      ['?ok_invoice=1', ''],
      ['?b=%7e+%20&ok_invoice=1&a&a=&&b=2#top?ok_invoice=3', '?b=%7e+%20&a&a=&&b=2#top?ok_invoice=3'],
      ['?ok_invoice=1#', '#'],
      ['?ok_payer_email=a%40b&%6fk_payer_street=x&o%6B_payer_zip=1', ''],
      ['?a=1&ok_=2&ok_payer_email', '?a=1'],
    ] as const) assert.equal(stripped(query), left, query);
  });

  it('reads what is no good percent escape, and names that would poison an object, without harm', () => {
    const { payment, address } = parseAutoReturn({ href: `${PAGE}?a=%E0%A4%A&ok_invoice=%&ok_payer_first_name=%FF%fe&ok___proto__=x&__proto__=y&ok_constructor=z&ok_item_1___proto__=w&ok_item_1_name=Robot` })!;
    assert.deepEqual([payment.invoice, payment.payerFirstName, payment.items.length, payment.items[0]?.name], ['%', '\ufffd\ufffd', 1, 'Robot']);
    assert.equal(address, `${PAGE}?a=%E0%A4%A&__proto__=y`);
    for (const object of [payment, payment.items[0]!]) {
      assert.equal(Object.getPrototypeOf(object), Object.prototype);
      assert.deepEqual(Object.keys(object).filter((key) => /proto|constructor/.test(key)), []);
    }
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
  });

  it('counts a name that comes twice once, the first time', () => {
    const { payment, address } = parseAutoReturn({ href: `${PAGE}?ok_txn_status=failed&ok_txn_status=completed&ok_invoice=1&ok_invoice=2` })!;
    assert.deepEqual([payment.status, payment.invoice, address], ['failed', '1', PAGE]);
  });

  it('reads 200 kB in no time, however they are cut up', () => {
    for (const query of [`ok_invoice=${'x'.repeat(200_000)}`, 'ok_a&'.repeat(40_000), 'a&'.repeat(100_000) + 'ok_invoice=1', Array.from({ length: 11_000 }, (_, at) => `ok_item_${at}_name=x`).join('&')]) {
      const began = performance.now();
      const { payment, address } = parseAutoReturn({ href: `${PAGE}?${query}` })!;
      assert.ok(performance.now() - began < 1_500, `${query.slice(0, 10)} took ${performance.now() - began} ms`);
      assert.ok(payment.items.length <= 99 && !address.includes('ok_'));
    }
  });

  it('calls nothing a payment that is none: what it says is text', () => {
    const { payment } = parseAutoReturn({ href: `${PAGE}?ok_txn_status=completed&ok_txn_gross=1e9&ok_ipn_test=&ok_txn_id=9994456683762355345868` })!;
    assert.deepEqual([payment.status, payment.gross, payment.isTest, payment.txnId, payment.payerEmail], ['completed', undefined, false, '9994456683762355345868', '']);
  });

  it('reads an address of any length', () => {
    const names = Array.from({ length: 150_000 }, (_, at) => `ok_item_1_${at}`).join('&');
    const { payment, address } = parseAutoReturn({ href: `${PAGE}?${names}` })!;
    assert.deepEqual([payment.items.length, address], [1, PAGE]);
  });

  it('has the words of the document’s example, which say what the agreement wants', () => {
    assert.match(OKPAY_THANKS, /^Thank you for your payment\..*transaction has been completed.*emailed to you\..*www\.okpay\.com/);
  });
});
