/**
 * From a text to the codewords of a QR code (ISO/IEC 18004:2015, 7.2 to 7.6) at error correction level M: digits, capitals and
 * bytes are mixed where that is shorter, in the smallest version that holds them.
 */

/** How characters are written. */
interface Mode {
  readonly indicator: number;
  /** Bits of the character count in versions 1 to 9, 10 to 26 and 27 to 40. */
  readonly countBits: readonly number[];
  /** Bits of so many characters. */
  bits(characters: number): number;
  /** The characters as numbers, each with the bits that it takes. */
  written(text: string): (readonly [value: number, bits: number])[];
}

const CAPITALS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];

/** From the one that takes the fewest characters to the one that takes all. */
const MODES: readonly [Mode, Mode, Mode] = [
  {
    indicator: 1,
    countBits: [10, 12, 14],
    bits: (characters) => Math.ceil((characters * 10) / 3),
    written: (text) => text.match(/.{1,3}/g)!.map((digits) => [+digits, digits.length * 3 + 1]),
  },
  {
    indicator: 2,
    countBits: [9, 11, 13],
    bits: (characters) => Math.ceil((characters * 11) / 2),
    written: (text) => text.match(/..?/g)!.map((pair) => [[...pair].reduce((value, one) => value * 45 + CAPITALS.indexOf(one), 0), pair.length * 5 + 1]),
  },
  {
    indicator: 4,
    countBits: [8, 16, 16],
    bits: (characters) => characters * 8,
    written: (text) => utf8(text).map((byte) => [byte, 8]),
  },
];
const [DIGIT, CAPITAL, BYTE] = MODES;

/** Characters in one mode. */
interface Run {
  readonly mode: Mode;
  readonly text: string;
}

/** How many characters a run has, as its mode counts them. */
const lengthOf = ({ mode, text }: Run): number => (mode === BYTE ? utf8(text) : text).length;

const countBits = (mode: Mode, version: number): number => mode.countBits[+(version > 9) + +(version > 26)]!;

/** Blocks at level M by version, from 1. */
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49];
/** Codewords of error correction in each block at level M by version, from 1; 28 in later ones. */
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26];

/** How many alignment patterns stand to a side; three of them would be on finder patterns, and are left out. */
export const alignments = (version: number): number => (version > 1 ? Math.floor(version / 7) + 2 : 0);

/** What a version holds: codewords of data, blocks, and codewords of error correction in each block. */
function capacity(version: number) {
  const side = alignments(version);
  const modules = (16 * version + 128) * version + 64 - (side && (25 * side - 10) * side - 55) - (version > 6 ? 36 : 0);
  const [blocks, correction] = [BLOCKS[version - 1]!, CORRECTION[version - 1] ?? 28];
  return { blocks, correction, data: (modules >> 3) - blocks * correction };
}

/** The smallest version that holds the runs. */
function fitting(runs: readonly Run[]): number {
  const bits = (version: number) => runs.reduce((sum, run) => sum + 4 + countBits(run.mode, version) + run.mode.bits(lengthOf(run)), 0);
  return BLOCKS.findIndex((_, at) => bits(at + 1) <= capacity(at + 1).data * 8) + 1;
}

/** A run at the end of the shortest way to it. */
interface Way extends Partial<Run> {
  bits: number;
  before?: Way;
  /** Characters counted in it and what goes on in the same mode. */
  counted: number;
}

/** The runs that take the fewest bits in a version: the shortest way through the modes that each piece of the text can have. */
function shortest(pieces: readonly Run[], version: number): Run[] {
  let ways: Way[] = [{ bits: 0, counted: 0 }];
  for (const { mode: own, text } of pieces) {
    const next = MODES.filter(({ indicator }) => indicator >= own.indicator).map((mode) => ({ mode, text, bits: Infinity, counted: 0 }));
    let reached: Way[] = [];
    for (const way of ways) {
      for (const to of next) {
        const goesOn = way.mode === to.mode;
        const from = goesOn ? way.counted : 0;
        way.counted = from + lengthOf(to);
        const bits = way.bits + to.mode.bits(way.counted) - to.mode.bits(from) + (goesOn ? 0 : 4 + countBits(to.mode, version));
        if (bits >= to.bits) continue;
        Object.assign(to, { bits, before: way });
        reached = [...reached.filter((one) => one !== to), to];
      }
    }
    // Of ways with as many bits the one that was found first.
    ways = reached.sort((one, other) => one.bits - other.bits);
  }
  const runs: Run[] = [];
  for (let way = ways[0]; way?.mode; way = way.before) {
    const { mode, text = '' } = way;
    if (runs[0]?.mode === mode) runs[0] = { mode, text: text + runs[0].text };
    else runs.unshift({ mode, text });
  }
  return runs;
}

/** The product of two numbers of GF(2^8) with the polynomial of QR codes. */
function times(one: number, other: number): number {
  let product = 0;
  for (let bit = 8; bit--; ) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((other >> bit) & 1) * one);
  return product;
}

/** The error correction of a block: so many codewords, the remainder of Reed-Solomon's division. */
function corrected(block: readonly number[], count: number): number[] {
  let divisor = [1];
  for (let root = 1; divisor.length <= count; root = times(root, 2)) divisor = [...divisor, 0].map((one, at) => one ^ times(divisor[at - 1] ?? 0, root));
  let rest: number[] = Array(count).fill(0);
  for (const codeword of block) {
    const [first = 0, ...others] = rest;
    rest = [...others, 0].map((one, at) => one ^ times(divisor[at + 1]!, codeword ^ first));
  }
  return rest;
}

/** The first of each block, the second of each block, and so on; the last block is the longest. */
const interleaved = (blocks: readonly (readonly number[])[]): number[] => blocks.at(-1)!.flatMap((_, at) => blocks.flatMap((block) => block[at] ?? []));

/** The version of the code that holds a text, and its codewords in the order in which they are drawn. Throws for a text that is too long for any. */
export function qrData(text: string): { readonly version: number; readonly codewords: readonly number[] } {
  const pieces = (text.match(/\d+|[A-Z $%*+\-./:]+|[^\dA-Z $%*+\-./:]+/g) ?? []).map((piece): Run => {
    const at = CAPITALS.indexOf(piece[0]!);
    return { mode: at < 0 ? BYTE : at < 10 ? DIGIT : CAPITAL, text: piece };
  });
  const runs = shortest(pieces, fitting(pieces) || BLOCKS.length);
  const version = fitting(runs);
  if (!version) throw new RangeError('too long for a QR code');
  const { data, blocks, correction } = capacity(version);
  let bits = '';
  const put = (value: number, length: number): void => void (bits += value.toString(2).padStart(length, '0'));
  for (const { mode, text } of runs) {
    put(mode.indicator, 4);
    put(lengthOf({ mode, text }), countBits(mode, version));
    for (const [value, length] of mode.written(text)) put(value, length);
  }
  bits += '0'.repeat(Math.min(4, data * 8 - bits.length));
  bits += '0'.repeat(-bits.length & 7);
  for (let filler = 0xec; bits.length < data * 8; filler ^= 0xec ^ 0x11) put(filler, 8);
  const codewords = bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2));
  const divided = Array.from({ length: blocks }, (_, at) => codewords.splice(0, Math.floor((data + at) / blocks)));
  return { version, codewords: [...interleaved(divided), ...interleaved(divided.map((block) => corrected(block, correction)))] };
}
