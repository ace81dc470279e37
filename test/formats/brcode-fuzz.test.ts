import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { brCodeWarnings } from '../../src/formats/brcode-advice.ts';
import { encodeBrCode } from '../../src/formats/brcode-encode.ts';
import { brCodeAmount, decodeBrCode } from '../../src/formats/brcode.ts';
import { BrCodeError } from '../../src/formats/brcode-error.ts';
import { crc16 } from '../../src/formats/crc16.ts';

const vectors = JSON.parse(readFileSync(new URL('../vectors/brcode.json', import.meta.url), 'utf8')) as { valid: { payload: string }[] };
/** How often; the long run sets FUZZ_RUNS. FUZZ_SEED repeats a run. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 100_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);

/** mulberry32: quick, and the same numbers for the same seed everywhere. */
function random(seed: number): (below: number) => number {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Milliseconds of the quickest of five: what the text costs, without what else the machine was doing. */
function quickest(text: string): number {
  return Math.min(
    ...Array.from({ length: 5 }, () => {
      const start = performance.now();
      try {
        decodeBrCode(text);
      } catch {
        // Only the time counts here.
      }
      return performance.now() - start;
    }),
  );
}

const PIECES = ['0', '9', '00', '99', '26', '63', '6304', '54', '2500', '0014br.gov.bcb.pix', '***', ' ', '\n', '٣', '０', 'é', '😀', '\ud83d', '\u202e', '\0', '__proto__', '$&'];

function mutate(text: string, pick: (below: number) => number): string {
  const at = pick(text.length + 1);
  const to = pick(text.length + 1);
  const other = vectors.valid[pick(vectors.valid.length)]!.payload;
  return [
    () => text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << pick(8))) + text.slice(at + 1),
    () => text.slice(0, at) + text.slice(at + 1 + pick(4)),
    () => text.slice(0, at) + PIECES[pick(PIECES.length)]! + text.slice(at),
    () => text.slice(0, at) + pick(10) + text.slice(at + 1),
    () => text.slice(0, Math.min(at, to)) + text.slice(Math.max(at, to)) + text.slice(Math.min(at, to), Math.max(at, to)),
    () => text.slice(0, at) + other.slice(pick(other.length)),
    () => text.slice(0, at) + text.slice(to).repeat(1 + pick(4)),
  ][pick(7)]!();
}

/** Whole data objects moved, doubled, dropped, or given another value of a right length: what only the body of the parser can refuse. */
function rebuild(text: string, pick: (below: number) => number): string {
  const objects = [...decodeBrCode(text).objects].filter(([id]) => id.length === 2 && id !== '63');
  const at = pick(objects.length);
  const [id, value] = objects[at]!;
  const swapped: [string, string] = pick(2) ? [id, mutate(value, pick)] : [String(pick(100)).padStart(2, '0'), value];
  objects.splice(pick(2) ? at : pick(objects.length), pick(2), ...(pick(4) ? [swapped] : []));
  return objects.map(([name, held]) => name + String([...held].length).padStart(2, '0') + held).join('') + '6304';
}

it(`${RUNS} mutated texts are refused with a typed error or encode to themselves, seed ${SEED}`, (test) => {
  const pick = random(SEED);
  let slowest = 0;
  let accepted = 0;
  const refused = new Map<string, number>();
  for (let run = 0; run < RUNS; run++) {
    const base = vectors.valid[pick(vectors.valid.length)]!.payload;
    const way = pick(3);
    let text = way === 2 ? rebuild(base, pick) : mutate(way ? base.slice(0, -4) : base, pick);
    if (way === 1 && !text.endsWith('6304')) text += '6304';
    if (way) text += crc16(text);
    const start = performance.now();
    try {
      const code = decodeBrCode(text);
      accepted++;
      assert.equal(encodeBrCode(code), text.trim(), JSON.stringify(text));
      assert.match(brCodeAmount(code) ?? '0.01', /^(0|[1-9]\d{0,12})\.\d\d$/, JSON.stringify(text));
      brCodeWarnings(code);
    } catch (error) {
      if (!(error instanceof BrCodeError)) throw new Error(`seed ${SEED}: ${JSON.stringify(text)}`, { cause: error });
      refused.set(error.code, (refused.get(error.code) ?? 0) + 1);
    }
    const took = performance.now() - start;
    if (took > slowest) slowest = Math.max(slowest, took < 50 ? took : quickest(text));
  }
  test.diagnostic(`${accepted} accepted, slowest ${slowest.toFixed(2)} ms, refused ${JSON.stringify(Object.fromEntries(refused))}`);
  assert(slowest < 50, `${slowest} ms`);
  // A fuzzer that never gets past the CRC would pass and say nothing.
  assert(accepted > RUNS / 100, `only ${accepted} accepted`);
  for (const code of ['not-brcode', 'crc-mismatch', 'duplicate', 'missing', 'no-pix-template', 'bad-amount', 'two-pix-templates', 'length']) assert(refused.has(code), code);
});

it('hostile texts of a million characters take no longer than 50 ms', () => {
  for (const piece of ['0', '00', ' ', '0002', '2699', '😀', '\ud83d', '540', '1.']) {
    const text = '00' + piece.repeat(1_000_000 / piece.length);
    assert.throws(() => decodeBrCode(text), BrCodeError);
    assert(quickest(text) < 50, piece);
  }
});
