import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { it } from 'node:test';
import fc from 'fast-check';
import { qrCode } from '../../src/formats/qr-code.ts';
import vectors from '../vectors/brcode.json' with { type: 'json' };

/** Another encoder, as its authors ship it. */
const { create } = createRequire(import.meta.url)('qrcode') as typeof import('qrcode');

/** ISO/IEC 18004, table 7: characters that versions 1 to 15, and 40, hold at level M, by the mode of the whole text. */
const CAPACITY = {
  digits: [34, 63, 101, 149, 202, 255, 293, 365, 432, 513, 604, 691, 796, 871, 991],
  capitals: [20, 38, 61, 90, 122, 154, 178, 221, 262, 311, 366, 419, 483, 528, 600],
  bytes: [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412],
};
const MOST = { digits: 5596, capitals: 3391, bytes: 2331 };
const OF_MODE = { digits: '7', capitals: 'K', bytes: 'q' };
const LONGEST = 512;

const drawn = (size: number, modules: ArrayLike<number>): string =>
  Array.from({ length: size }, (_, y) => Array.from(modules).slice(y * size, (y + 1) * size).map((dark) => (dark ? '#' : '.')).join('')).join('\n');

function assertSame(text: string): void {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const code = qrCode(text);
  assert.equal(code.size, size, `modules to a side of ${JSON.stringify(text)}`);
  if (drawn(code.size, code.modules) !== drawn(size, data)) assert.equal(drawn(code.size, code.modules), drawn(size, data), JSON.stringify(text));
}

it('has the modules of the qrcode package, for every valid vector', () => {
  for (const { payload } of vectors.valid) assertSame(payload);
});

const of = (unit: fc.Arbitrary<string>) => fc.string({ unit, minLength: 1, maxLength: LONGEST, size: 'max' });
const digits = fc.constantFrom(...'0123456789');
const capitals = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:');
const pieces = (length: number) =>
  fc.array(fc.oneof(...[digits, capitals, fc.constantFrom(...'abcdefgé日')].map((unit) => fc.string({ unit, minLength: 1, maxLength: length, size: 'max' }))), { minLength: 2, maxLength: 30 });
const TEXTS: Record<string, fc.Arbitrary<string>> = {
  digits: of(digits),
  capitals: of(capitals),
  ASCII: of(fc.string({ minLength: 1, maxLength: 1 })),
  'every Unicode character': fc.string({ unit: 'binary', minLength: 1, maxLength: LONGEST / 2, size: 'max' }),
  'Japanese and accents': of(fc.constantFrom(...'日本語カタカナ漢字点茗ãçéõÁ€')).map((text) => text.slice(0, LONGEST / 2)),
  'long pieces of every kind': pieces(40).map((texts) => texts.join('').slice(0, LONGEST)),
  // Where one mode is as short as another, both encoders have to choose alike.
  'short pieces of every kind': pieces(4).map((texts) => texts.join('')),
};
for (const [kind, texts] of Object.entries(TEXTS)) {
  it(`has the modules of the qrcode package, for texts of ${kind}`, () => {
    fc.assert(fc.property(texts, assertSame), { numRuns: kind.startsWith('short') ? 300 : 40 });
  });
}

for (const [mode, capacity] of Object.entries(CAPACITY) as [keyof typeof CAPACITY, number[]][]) {
  it(`has the smallest version that the standard allows, at both sides of every step in ${mode}`, () => {
    for (const [at, most] of capacity.entries()) {
      const version = at + 1;
      for (const [length, wanted] of [[most, version], [most + 1, version + 1]] as const) {
        const text = OF_MODE[mode].repeat(length);
        assert.equal(qrCode(text).size, 17 + 4 * wanted, `${length} ${mode}`);
        assertSame(text);
      }
    }
  });

  it(`holds ${MOST[mode]} ${mode} and no more`, () => {
    assert.equal(qrCode(OF_MODE[mode].repeat(MOST[mode])).size, 177);
    assert.throws(() => qrCode(OF_MODE[mode].repeat(MOST[mode] + 1)), RangeError);
  });
}

it('has the modules of the qrcode package in every version', () => {
  const seen = new Set<number>();
  for (let length = 10; length <= MOST.bytes; length = Math.ceil(length * 1.05)) {
    const text = `${'q'.repeat(length)}12345`.slice(0, MOST.bytes);
    seen.add(qrCode(text).size);
    assertSame(text);
  }
  assert.equal(seen.size, 40);
});
