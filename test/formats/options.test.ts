import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isList, optionsOf } from '../../src/formats/options.ts';

for (const [list, options, whole] of [
  ['', [], true],
  ['VCB', [['VCB', 'VCB']], true],
  ['VCB: Vietcombank, ACB:Asia Commercial Bank ,MB', [['VCB', 'Vietcombank'], ['ACB', 'Asia Commercial Bank'], ['MB', 'MB']], true],
  ['BANK_QR: Scan: a code', [['BANK_QR', 'Scan: a code']], true],
  ['VCB, VCB: again', [['VCB', 'VCB']], false],
  ['VCB: , ACB', [['ACB', 'ACB']], false],
  ['VCB ACB', [], false],
  ['VCB,', [['VCB', 'VCB']], false],
  ['a&b, <i>', [], false],
] as const) {
  it(`"${list}" offers ${options.map(([code]) => code).join(', ') || 'nothing'}`, () => {
    assert.deepEqual(optionsOf(list), options.map(([code, name]) => ({ code, name })));
    assert.equal(isList(list), whole);
  });
}
