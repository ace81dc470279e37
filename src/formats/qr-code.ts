import { alignments, qrData } from './qr-data.ts';

/** The modules of a QR code without its quiet zone, row by row; 1 is dark. */
export interface QrCode {
  /** Modules to a side: 21, 25 … 177. */
  readonly size: number;
  readonly modules: Uint8Array;
}

/** Dark and light from the middle of a pattern to its edge. */
const FINDER = [1, 1, 0, 1, 0];
const ALIGNMENT = [1, 0, 1];

/** The masks of ISO/IEC 18004, table 10: a module is turned where it gives 0. */
const MASKS: readonly ((row: number, column: number) => number)[] = [
  (row, column) => (row + column) % 2,
  (row) => row % 2,
  (_, column) => column % 3,
  (row, column) => (row + column) % 3,
  (row, column) => ((row >> 1) + Math.floor(column / 3)) % 2,
  (row, column) => ((row * column) % 2) + ((row * column) % 3),
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2,
  (row, column) => (((row * column) % 3) + ((row + column) % 2)) % 2,
];

/**
 * The QR code of a text (ISO/IEC 18004:2015, model 2) at error correction level M: the smallest version that holds it, and the mask
 * with the least penalty. The same modules as those of the package `qrcode`, which a test holds. Throws a RangeError for a text
 * that no version holds.
 */
export function qrCode(text: string): QrCode {
  const { version, codewords } = qrData(text);
  const size = version * 4 + 17;
  const modules = new Uint8Array(size * size);
  /** What is neither data nor turned by a mask. */
  const fixed = new Uint8Array(size * size);
  const set = (row: number, column: number, dark: number): void => {
    modules[row * size + column] = dark;
    fixed[row * size + column] = 1;
  };
  const square = (row: number, column: number, rings: readonly number[]): void => {
    for (let y = 1 - rings.length; y < rings.length; y++) {
      for (let x = 1 - rings.length; x < rings.length; x++) {
        const inside = [row + y, column + x].every((at) => at >= 0 && at < size);
        if (inside) set(row + y, column + x, rings[Math.max(Math.abs(y), Math.abs(x))]!);
      }
    }
  };
  const drawFormat = (mask: number): void => {
    const bits = checked(mask, 10, 0x537) ^ 0x5412;
    for (let at = 0; at < 15; at++) {
      const dark = (bits >> at) & 1;
      set(at < 6 ? at : at < 8 ? at + 1 : size - 15 + at, 8, dark);
      set(8, at < 8 ? size - 1 - at : at < 9 ? 7 : 14 - at, dark);
    }
  };

  for (const [row, column] of [[3, 3], [3, size - 4], [size - 4, 3]] as const) square(row, column, FINDER);
  const side = alignments(version);
  // The standard's own table has 26 where the rule for all others gives 28.
  const apart = version === 32 ? 26 : Math.ceil((size - 13) / (2 * side - 2)) * 2;
  const places = Array.from({ length: side }, (_, at) => (at ? size - 7 - (side - 1 - at) * apart : 6));
  for (const row of places) for (const column of places) if (!fixed[row * size + column]) square(row, column, ALIGNMENT);
  for (let at = 8; at < size - 8; at++) {
    set(at, 6, 1 - (at % 2));
    set(6, at, 1 - (at % 2));
  }
  drawFormat(0);
  set(size - 8, 8, 1);
  const bits = checked(version, 12, 0x1f25);
  for (let at = 0; version > 6 && at < 18; at++) {
    const [near, far] = [Math.floor(at / 3), (at % 3) + size - 11];
    set(near, far, (bits >> at) & 1);
    set(far, near, (bits >> at) & 1);
  }

  let bit = 0;
  let up = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right--;
    for (let step = 0; step < size; step++) {
      for (const column of [right, right - 1]) {
        const at = (up ? size - 1 - step : step) * size + column;
        if (!fixed[at]) modules[at] = (codewords[bit >> 3]! >> (7 - (bit++ & 7))) & 1;
      }
    }
    up = !up;
  }

  let best = modules;
  let least = Infinity;
  for (const [number, mask] of MASKS.entries()) {
    drawFormat(number);
    const masked = modules.map((dark, at) => (fixed[at] || mask(Math.floor(at / size), at % size) ? dark : 1 - dark));
    const points = penalty(masked, size);
    if (points >= least) continue;
    best = masked;
    least = points;
  }
  return { size, modules: best };
}

/** A number, and after it the remainder of its division by a polynomial of this degree. */
function checked(value: number, degree: number, polynomial: number): number {
  let rest = value;
  for (let at = 0; at < degree; at++) rest = (rest << 1) ^ ((rest >> (degree - 1)) * polynomial);
  return (value << degree) | rest;
}

/** How hard modules are to read, by ISO/IEC 18004, table 11: long runs, blocks, what looks like a finder, and too much of one colour. */
function penalty(modules: Uint8Array, size: number): number {
  const all = modules.join('');
  const rows = all.match(new RegExp(`.{${size}}`, 'g'))!;
  const columns = rows.map((_, column) => rows.map((row) => row[column]).join(''));
  const found = (line: string, what: RegExp): string[] => line.match(what) ?? [];
  let points = Math.abs(Math.ceil((found(all, /1/g).length * 100) / all.length / 5) - 10) * 10;
  for (const line of [...rows, ...columns]) {
    for (const run of found(line, /0{5,}|1{5,}/g)) points += run.length - 2;
    points += found(line, /(?=10111010000|00001011101)/g).length * 40;
  }
  for (let at = 0; at < all.length - size; at++) {
    if ((at + 1) % size && (modules[at]! + modules[at + 1]! + modules[at + size]! + modules[at + size + 1]!) % 4 === 0) points += 3;
  }
  return points;
}
