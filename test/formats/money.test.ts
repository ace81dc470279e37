import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { currencyDecimals, formatAmount, parseAmount, typedAmount } from '../../src/formats/money.ts';
import { Problem } from '../../src/formats/problem.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 100_000);
const invalid = (field: string) => (error: unknown) => error instanceof Problem && error.code === 'invalid-attribute' && error.field === field;

// ISO 4217 list one, column "minor unit".
for (const [decimals, currencies] of [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [2, 'BRL EUR HKD USD INR PKR GBP RON CZK CHF MGA MRU'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
] as const) {
  it(`amounts have ${decimals} decimals in ${currencies}`, () => {
    for (const currency of currencies.split(' ')) assert.equal(currencyDecimals(currency), decimals, currency);
  });
}

for (const currency of ['', 'X', 'brl', 'BRLX', 'BR', 'R$', 'B L', '__proto__', 'toString', 'ＢＲＬ', 'BRL\n']) {
  it(`"${currency}" is no currency`, () => {
    for (const use of [() => currencyDecimals(currency), () => parseAmount('1.00', currency), () => formatAmount(1n, currency), () => typedAmount('1', currency)]) {
      assert.throws(use, invalid('currency'));
    }
  });
}

for (const [text, currency, minor] of [
  ['12.90', 'BRL', 1290n],
  ['0.01', 'BRL', 1n],
  ['0.00', 'BRL', 0n],
  ['90071992547409.93', 'BRL', 9007199254740993n],
  ['999999999999999.99', 'BRL', 99999999999999999n],
  ['1290', 'JPY', 1290n],
  ['0', 'JPY', 0n],
  ['9007199254740993'.slice(1), 'JPY', 7199254740993n],
  ['1.234', 'KWD', 1234n],
  ['0.0001', 'CLF', 1n],
] as const) {
  it(`"${text}" ${currency} is ${minor} minor units`, () => {
    const wanted = text.replace(/^0+\B(?!\.)/, '');
    assert.equal(parseAmount(wanted, currency), minor);
    assert.equal(formatAmount(minor, currency), wanted);
  });
}

for (const [text, currency] of [
  ['', 'BRL'], ['12', 'BRL'], ['12.', 'BRL'], ['12.9', 'BRL'], ['12.900', 'BRL'], ['.90', 'BRL'], ['12,90', 'BRL'], ['1,234.50', 'BRL'],
  ['1.234,50', 'BRL'], [' 12.90', 'BRL'], ['12.90 ', 'BRL'], ['12.90\n', 'BRL'], ['+12.90', 'BRL'], ['-12.90', 'BRL'], ['012.90', 'BRL'],
  ['00.90', 'BRL'], ['1e3', 'BRL'], ['1e3.00', 'BRL'], ['0x10', 'BRL'], ['NaN', 'BRL'], ['Infinity', 'BRL'], ['R$12.90', 'BRL'],
  ['١٢.٩٠', 'BRL'], ['1234567890123456.00', 'BRL'], ['12.90', 'JPY'], ['12.', 'JPY'], ['012', 'JPY'], ['1234567890123456', 'JPY'],
  ['12.90', 'KWD'], ['12.9000', 'KWD'], ['12.900', 'CLF'],
] as const) {
  it(`"${text}" is no amount of ${currency}`, () => assert.throws(() => parseAmount(text, currency), invalid('amount')));
}

it('an amount below zero has no text', () => assert.throws(() => formatAmount(-1n, 'BRL'), invalid('amount')));

it('what is written is read again, and what a person types in either notation is the same amount', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 15n - 1n), fc.constantFrom('BRL', 'JPY', 'KWD', 'CLF'), (minor, currency) => {
      const text = formatAmount(minor, currency);
      assert.equal(parseAmount(text, currency), minor);
      assert.equal(formatAmount(parseAmount(text, currency), currency), text);
    }),
    { numRuns: RUNS },
  );
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 15n - 1n), fc.constantFrom('BRL', 'KWD', 'CLF'), (minor, currency) => {
      const text = formatAmount(minor, currency);
      const [whole = '', fraction = ''] = text.split('.');
      const grouped = (mark: string) => whole.replace(/\B(?=(\d{3})+$)/g, mark);
      for (const typed of [`${grouped(',')}.${fraction}`, `${grouped('.')},${fraction}`]) assert.equal(typedAmount(typed, currency), text, typed);
    }),
    { numRuns: RUNS / 20 },
  );
});

it('whatever is typed is a strict amount or none', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'0123456789.,R$ -e'), { maxLength: 14 }), fc.constantFrom('BRL', 'JPY', 'KWD'), (typed, currency) => {
      const text = typedAmount(typed.join(''), currency);
      if (text !== undefined) assert.equal(formatAmount(parseAmount(text, currency), currency), text);
    }),
    { numRuns: RUNS / 5 },
  );
});

for (const [typed, currency, text] of [
  ['12,90', 'BRL', '12.90'],
  ['12.90', 'BRL', '12.90'],
  ['12.9', 'BRL', '12.90'],
  ['12,9', 'BRL', '12.90'],
  ['12', 'BRL', '12.00'],
  ['1234', 'BRL', '1234.00'],
  ['1234,5', 'BRL', '1234.50'],
  ['1.234,50', 'BRL', '1234.50'],
  ['1,234.50', 'BRL', '1234.50'],
  ['1.234.567', 'BRL', '1234567.00'],
  ['R$ 12', 'BRL', '12.00'],
  ['R$\u00a012,90', 'BRL', '12.90'],
  ['R$12,90', 'BRL', '12.90'],
  ['BRL 12.90', 'BRL', '12.90'],
  [' 12,90 ', 'BRL', '12.90'],
  ['05,00', 'BRL', '5.00'],
  ['0,01', 'BRL', '0.01'],
  ['0', 'BRL', '0.00'],
  ['€ 10', 'EUR', '10.00'],
  ['1,234', 'JPY', '1234'],
  ['1.234', 'JPY', '1234'],
  ['0.123', 'KWD', '0.123'],
  ['1.234,5', 'KWD', '1234.500'],
  ['1.234', 'BRL', undefined],
  ['1,234', 'BRL', undefined],
  ['1.234', 'KWD', undefined],
  ['0.123', 'BRL', undefined],
  ['12.905', 'BRL', undefined],
  ['12,34,56', 'BRL', undefined],
  ['1.234.50', 'BRL', undefined],
  ['1.23,50', 'BRL', undefined],
  ['1,234,567.890', 'BRL', undefined],
  ['12.5', 'JPY', undefined],
  ['', 'BRL', undefined],
  ['R$', 'BRL', undefined],
  ['12,', 'BRL', undefined],
  [',50', 'BRL', undefined],
  ['-12', 'BRL', undefined],
  ['+12', 'BRL', undefined],
  ['1e3', 'BRL', undefined],
  ['0x10', 'BRL', undefined],
  ['1 234', 'BRL', undefined],
  ['€ 12', 'BRL', undefined],
  ['US$ 12', 'BRL', undefined],
  ['doze', 'BRL', undefined],
  ['١٢', 'BRL', undefined],
  ['1234567890123456', 'BRL', undefined],
] as const) {
  it(`"${typed}" typed for ${currency} is ${text ?? 'no amount'}`, () => assert.equal(typedAmount(typed, currency), text));
}
