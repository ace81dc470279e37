import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { OKPAY_STATUSES, readOkpayPayment } from '../../src/formats/okpay-payment.ts';

const { vectors } = JSON.parse(readFileSync(new URL('../vectors/ipn.json', import.meta.url), 'utf8')) as { vectors: { id: string; name: string; rawBody: string }[] };
const bodyOf = (wanted: string): string => vectors.find(({ id }) => id === wanted)!.rawBody;
const read = (body: string) => readOkpayPayment(new URLSearchParams(body));

describe('what OKPAY says of a payment', () => {
  for (const { id, name, rawBody } of vectors) {
    it(`${id}, ${name}: every variable is told under its name`, () => {
      const payment = read(rawBody);
      const { items, ...rest } = payment;
      const texts: Record<string, unknown> = { ...rest };
      for (const [variable, value] of new URLSearchParams(rawBody)) {
        const [, number, ofItem] = /^ok_item_(\d+)_(.+)$/.exec(variable) ?? [];
        const key = (ofItem ?? variable.slice(3)).replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
        if (variable !== 'ok_verify') assert.equal(number ? (items[Number(number) - 1] as Record<string, string>)[key] : texts[key], value, variable);
      }
    });
  }

  it('names amount, status, test and items', () => {
    const { gross, status, isTest, items, invoice, txnParentId } = read(bodyOf('ipn-07'));
    assert.deepEqual([gross, status, isTest, items.length, items[0]?.name, invoice, txnParentId], ['-100.00', 'reversed', false, 1, 'OKPAY Poster', 'INV-1', '1234567']);
    assert.equal(read(bodyOf('ipn-33')).isTest, true);
    assert.equal(read(bodyOf('ipn-15')).gross, '1000.00');
    assert.equal(read(bodyOf('ipn-09')).status, 'hold');
  });

  for (const [text, gross] of [['100', '100.00'], ['1,234.56', '1234.56'], ['007.10', '7.10'], ['1.5', undefined], ['1e3', undefined], ['', undefined], ['12,34', undefined], ['+1.00', undefined]] as const) {
    it(`reads the amount ${JSON.stringify(text)} as ${gross}`, () => assert.equal(read(`ok_txn_gross=${encodeURIComponent(text)}`).gross, gross));
  }

  it('takes no word for a status that it does not know, and no test for a real payment', () => {
    assert.equal(read('ok_txn_status=paid').status, undefined);
    for (const status of OKPAY_STATUSES) assert.equal(read(`ok_txn_status=${status}`).status, status);
    for (const [test, is] of [['', false], ['0', false], ['1', true], ['true', true], ['12', true]] as const) assert.equal(read(`ok_ipn_test=${test}`).isTest, is, test);
  });

  it('counts a name that comes twice once, and a hundred thousand items as 99 at most', () => {
    assert.equal(read('ok_txn_status=failed&ok_txn_status=completed').status, 'failed');
    assert.equal(read('ok_item_99_name=x&ok_item_100_name=y&ok_item_100000_name=z').items.length, 99);
  });
});
