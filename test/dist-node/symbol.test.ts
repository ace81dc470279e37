import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { build, type Rollup } from 'vite';
import { qrcodeAsModules } from '../../scripts/qrcode-esm.mjs';
import { VALID_CODES } from '../e2e/charges.ts';

/** The package as its authors ship it. */
const { create } = createRequire(import.meta.url)('qrcode') as typeof import('qrcode');

/** ISO/IEC 18004, table 7: characters that versions 1 to 15 hold at level M, by the mode of the whole text. */
const CAPACITY = {
  digits: [34, 63, 101, 149, 202, 255, 293, 365, 432, 513, 604, 691, 796, 871, 991],
  alphanumeric: [20, 38, 61, 90, 122, 154, 178, 221, 262, 311, 366, 419, 483, 528, 600],
  bytes: [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412],
};
const OF_MODE = { digits: '7', alphanumeric: 'K', bytes: 'q' };
const LONGEST = 512;
const QUIET_ZONE = 4;

describe('the symbol, drawn by the shortened encoder that is built', () => {
  let folder: string;
  let qrSymbol: (text: string) => { modules: number; path: string };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'paytags-symbol-'));
    const built = (await build({
      configFile: false,
      logLevel: 'silent',
      plugins: [qrcodeAsModules()],
      build: {
        write: false,
        target: 'es2022',
        lib: { entry: fileURLToPath(new URL('../../src/ui/qr-symbol.ts', import.meta.url)), formats: ['es'] },
        rolldownOptions: { output: { minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } } } },
      },
    })) as Rollup.RollupOutput[];
    const [chunk] = built.flatMap(({ output }) => output);
    assert.equal(chunk?.type, 'chunk');
    const file = join(folder, 'symbol.mjs');
    await writeFile(file, chunk.code);
    ({ qrSymbol } = (await import(pathToFileURL(file).href)) as { qrSymbol: typeof qrSymbol });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const assertSame = (text: string): void => {
    const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
    const symbol = qrSymbol(text);
    assert.equal(symbol.modules, size + 2 * QUIET_ZONE, `modules to a side of ${JSON.stringify(text)}`);
    assert.equal(symbol.path, runs(size, data), JSON.stringify(text));
  };

  it('has the modules of the qrcode package, for every valid vector', () => {
    for (const text of VALID_CODES) assertSame(text);
  });

  const of = (unit: fc.Arbitrary<string>) => fc.string({ unit, minLength: 1, maxLength: LONGEST, size: 'max' });
  const alphanumeric = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:');
  const TEXTS: Record<string, fc.Arbitrary<string>> = {
    digits: of(fc.constantFrom(...'0123456789')),
    alphanumeric: of(alphanumeric),
    ASCII: of(fc.string({ minLength: 1, maxLength: 1 })),
    'every Unicode character': fc.string({ unit: 'binary', minLength: 1, maxLength: LONGEST / 2, size: 'max' }),
    'Japanese and accents': of(fc.constantFrom(...'日本語カタカナ漢字点茗ãçéõÁ€')).map((text) => text.slice(0, LONGEST / 2)),
    'pieces of every kind': fc.array(fc.oneof(of(fc.constantFrom(...'0123456789')), of(alphanumeric), of(fc.constantFrom(...'abcdefgé日'))).map((text) => text.slice(0, 40)), {
      minLength: 2,
      maxLength: 12,
    }).map((pieces) => pieces.join('')),
  };
  for (const [kind, texts] of Object.entries(TEXTS)) {
    it(`has the modules of the qrcode package, for texts of ${kind}`, () => {
      fc.assert(fc.property(texts, assertSame), { numRuns: 60 });
    });
  }

  for (const [mode, capacity] of Object.entries(CAPACITY) as [keyof typeof CAPACITY, number[]][]) {
    it(`has the smallest version that the standard allows, at both sides of every step in ${mode}`, () => {
      for (const [at, most] of capacity.entries()) {
        const version = at + 1;
        for (const [length, wanted] of [[most, version], [most + 1, version + 1]] as const) {
          if (length > LONGEST) continue;
          const text = OF_MODE[mode].repeat(length);
          assert.equal(qrSymbol(text).modules, 17 + 4 * wanted + 2 * QUIET_ZONE, `${length} ${mode}`);
          assertSame(text);
        }
      }
    });
  }
});

/** The dark modules as one path, runs merged row by row, in module units with the quiet zone before them. */
function runs(size: number, data: ArrayLike<number>): string {
  const rows = Array.from({ length: size }, (_, y) => Array.from(data).slice(y * size, (y + 1) * size).map((dark) => (dark ? '#' : '.')).join(''));
  return rows
    .flatMap((row, y) => [...row.matchAll(/#+/g)].map(({ index, 0: run }) => `M${index + QUIET_ZONE} ${y + QUIET_ZONE}h${run.length}v1H${index + QUIET_ZONE}z`))
    .join('');
}
