import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { minorUnits, sameAmount } from '../../src/server/money.ts';

describe('an amount as a shop or a provider writes it', () => {
  for (const [text, currency, expected] of [
    ['12.90', 'BRL', 1290n],
    ['12.9', 'BRL', 1290n],
    ['12', 'BRL', 1200n],
    ['0', 'BRL', 0n],
    ['1290', 'JPY', 1290n],
    ['1.234', 'KWD', 1234n],
    ['1.2', 'KWD', 1200n],
    ['999999999999999.99', 'BRL', 99_999_999_999_999_999n],
    ['9007199254740993', 'BRL', undefined],
    ['1.0', 'JPY', undefined],
    ['12.905', 'BRL', undefined],
    ['012.90', 'BRL', undefined],
    ['12,90', 'BRL', undefined],
    ['1e3', 'BRL', undefined],
    ['0x10', 'BRL', undefined],
    [' 10 ', 'BRL', undefined],
    ['-1', 'BRL', undefined],
    ['+1', 'BRL', undefined],
    ['.5', 'BRL', undefined],
    ['5.', 'BRL', undefined],
    ['', 'BRL', undefined],
    ['NaN', 'BRL', undefined],
    ['١٢', 'BRL', undefined],
    ['12.90\n', 'BRL', undefined],
    ['12.90', 'reais', undefined],
    [12.9, 'BRL', undefined],
    [undefined, 'BRL', undefined],
    [['12.90'], 'BRL', undefined],
  ] as const) {
    it(`${JSON.stringify(text)} ${currency}: ${expected ?? 'none'}`, () => assert.equal(minorUnits(text, currency), expected));
  }

  it('two that are none are not the same', () => {
    assert.equal(sameAmount('x', 'x', 'BRL'), false);
    assert.equal(sameAmount(undefined, undefined, 'BRL'), false);
    assert.equal(sameAmount('12.9', '12.90', 'BRL'), true);
  });
});
