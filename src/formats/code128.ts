import { GS } from './gs1.ts';

/**
 * Code 128 (ISO/IEC 15417) as GS1-128 uses it: a text becomes the values of symbol characters. Text of GS1 elements holds no control
 * character, so that code sets B and C are all it needs.
 */

/** A code set: B takes one character a symbol character, C two digits. */
type Set = 'B' | 'C';

const FNC1 = 102;
const START: Readonly<Record<Set, number>> = { B: 104, C: 105 };
/** The value that leaves for this code set from the other one. */
const SWITCH: Readonly<Record<Set, number>> = { B: 100, C: 99 };
const STOP = 106;
const MODULUS = 103;

/**
 * The values of a GS1-128 symbol's characters, Start, FNC1, check character and Stop included, for an element string in which GS stands for
 * FNC1: there is no shorter symbol with the same content. Throws a RangeError for a character that is neither printable ASCII nor GS.
 */
export function gs1128(elements: string): number[] {
  if (!/^[ -~]+$/.test(elements.replaceAll(GS, ' '))) throw new RangeError('GS1-128 takes printable ASCII, and GS for FNC1.');
  const text = GS + elements;
  const best = shortest(text);
  const set: Set = best[0]!.C.length <= best[0]!.B.length ? 'C' : 'B';
  const values = [START[set], ...best[0]![set]];
  const check = values.reduce((sum, value, at) => sum + value * Math.max(at, 1), 0) % MODULUS;
  return [...values, check, STOP];
}

/** For each place in the text, and each code set one may be in there, the fewest symbol characters for the rest. */
function shortest(text: string): Record<Set, number[]>[] {
  const best: Record<Set, number[]>[] = [];
  best[text.length] = { B: [], C: [] };
  for (let at = text.length - 1; at >= 0; at--) {
    const fnc1 = text[at] === GS;
    const pair = /^\d\d/.test(text.slice(at, at + 2));
    const b = [fnc1 ? FNC1 : text.charCodeAt(at) - 32, ...best[at + 1]!.B];
    const c = fnc1 ? [FNC1, ...best[at + 1]!.C] : pair ? [Number(text.slice(at, at + 2)), ...best[at + 2]!.C] : undefined;
    best[at] = {
      B: c && c.length + 1 < b.length ? [SWITCH.C, ...c] : b,
      C: c && c.length <= b.length + 1 ? c : [SWITCH.B, ...b],
    };
  }
  return best;
}
