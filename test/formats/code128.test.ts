import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import bwipjs from 'bwip-js/node';
import fc from 'fast-check';
import { gs1128 } from '../../src/formats/code128.ts';
import { voucherElements } from '../../src/formats/gs1-pattern.ts';
import { elementString, GS, humanReadable, readElementString } from '../../src/formats/gs1.ts';
import document from '../vectors/gs1-128.json' with { type: 'json' };
import { readCode128 } from './code128-reader.ts';

/** How many random element strings; the long run sets FUZZ_RUNS, FUZZ_SEED repeats a run. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 20_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);

/** The bars that the tags draw are those of this package. */
const { BARS } = createRequire(import.meta.url)('jsbarcode/bin/barcodes/CODE128/constants.js') as { BARS: readonly number[] };
const modulesOf = (values: readonly number[]): string => values.map((value) => BARS[value]).join('');

/** The modules of bwip-js, for elements whose values mean what they may. */
function bwip(symbology: 'gs1-128' | 'code128', text: string): string {
  const [{ sbs }] = bwipjs.raw(symbology, text, { dontlint: true, parsefnc: true } as object) as unknown as [{ sbs: number[] }];
  return sbs.map((width, at) => (at % 2 ? '0' : '1').repeat(width)).join('');
}

describe('the vectors', () => {
  for (const { id, elementStringGS, modules, length, scannerOutput } of document.vectors) {
    it(`${id}: ${JSON.stringify(elementStringGS)} takes ${length} modules`, () => {
      const ours = modulesOf(gs1128(elementStringGS));
      assert.equal(ours.length, length);
      const read = readCode128(ours);
      assert.equal(`${read.gs1 ? ']C1' : ''}${read.text}`, scannerOutput);
      assert.deepEqual({ ...readCode128(modules), values: [] }, { ...read, values: [] });
    });
  }
});

describe('the length of a voucher’s symbol', () => {
  for (const [digits, modules] of [222, 244, 233, 255, 244, 266, 255].entries()) {
    it(`${modules} modules for a payment code of ${digits + 1} digits, and as many as bwip-js takes`, () => {
      for (const paymentCode of ['7'.repeat(digits + 1), '1234567'.slice(0, digits + 1), '0'.repeat(digits + 1)]) {
        const elements = voucherElements({ packageId: '8055348521276', paymentCode });
        assert.equal(modulesOf(gs1128(elementString(elements))).length, modules);
        assert.equal(bwip('gs1-128', humanReadable(elements)).length, modules);
      }
    });
  }
});

describe('what no GS1-128 holds', () => {
  for (const text of ['', '\t', '2112\n', '21\0', '21\x1c', '21\x7f', '21é', '21１', '21\ud83d']) {
    it(`${JSON.stringify(text)} is a RangeError`, () => assert.throws(() => gs1128(text), RangeError));
  }

  it('printable ASCII it does, each character and each pair of digits', () => {
    const printable = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('');
    const pairs = Array.from({ length: 100 }, (_, at) => String(at).padStart(2, '0')).join('');
    for (const text of [...printable, printable, pairs, `${pairs}${GS}${printable}${GS}${pairs}`]) assert.equal(readCode128(modulesOf(gs1128(text))).text, text);
  });
});

/** Characters of set 82, those of which bwip-js's notation would make an AI left out. */
const SET_82 = '!"%&\'*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const of = (characters: string, minLength: number, maxLength = minLength) => fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength });
const digits = (minLength: number, maxLength?: number) => of('0123456789', minLength, maxLength);
/** Runs of digits and of other characters in turn: where the code set has to change, and where it had better not. */
const mixed = (most: number) => fc.array(fc.oneof({ weight: 3, arbitrary: digits(1, 7) }, of(SET_82, 1, 2)), { minLength: 1, maxLength: 8 }).map((runs) => runs.join('').slice(0, most));
const key = (length: number) => digits(length - 1).map((number) => {
  const sum = [...number].reduce((total, digit, at) => total + Number(digit) * ((number.length - at) % 2 ? 3 : 1), 0);
  return number + String((10 - (sum % 10)) % 10);
});
const VALUES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  '00': key(18), '01': key(14), '10': mixed(20), '11': digits(6), '20': digits(2), '21': mixed(20), '253': fc.tuple(key(13), mixed(17)).map((parts) => parts.join('')),
  '30': digits(1, 8), '3103': digits(6), '3922': digits(1, 15), '402': key(17), '410': key(13), '421': fc.tuple(digits(3), mixed(9)).map((parts) => parts.join('')),
  '4321': digits(1), '7040': fc.tuple(digits(1), of(SET_82, 3)).map((parts) => parts.join('')), '8003': key(13).map((number) => `0${number}`),
  '8005': digits(6), '8010': of('#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', 1, 30), '8020': mixed(25), '8030': of('ABCXYZabcxyz0123456789-_', 1, 40), '91': mixed(44), '99': digits(1, 44),
};
const element = fc.constantFrom(...Object.keys(VALUES)).chain((ai) => VALUES[ai]!.map((value) => ({ ai, value })));
const elements = fc.array(element, { minLength: 1, maxLength: 4 }).map((all) => {
  while (all.reduce((sum, { ai, value }) => sum + ai.length + value.length + 1, 0) > 49) all.pop();
  return all;
}).filter((all) => all.length > 0);

describe('random element strings', () => {
  it(`${RUNS} are read back as they were, and no symbol is longer than the one of bwip-js; seed ${SEED}`, (test) => {
    let [shorter, same] = [0, 0];
    const lengths = new Set<number>();
    fc.assert(
      fc.property(elements, (all) => {
        const text = elementString(all);
        const ours = modulesOf(gs1128(text));
        const read = readCode128(ours);
        assert.deepEqual([read.gs1, read.text], [true, text]);
        assert.deepEqual(readElementString(text), all);
        const theirs = bwip('gs1-128', humanReadable(all));
        assert.equal(readCode128(theirs).text, text);
        assert.ok(ours.length <= theirs.length, `${ours.length} modules, not ${theirs.length}`);
        if (ours.length < theirs.length) shorter += 1;
        else same += 1;
        lengths.add(ours.length);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    test.diagnostic(`${shorter} shorter, ${same} as long, of ${lengths.size} lengths`);
    // Texts of one kind would be no evidence.
    assert.ok(lengths.size > 20, `${lengths.size} lengths`);
  });
});
