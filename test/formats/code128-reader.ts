/**
 * A reader of Code 128 symbols, written from ISO/IEC 15417 alone: it knows neither our encoder nor anybody's table of bars.
 */

/** ISO/IEC 15417, table 1: for each value the widths of bar, space, bar, space, bar, space; the last is Stop with its fourth bar. */
const WIDTHS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 ' +
  '223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 ' +
  '112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 ' +
  '311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 ' +
  '122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 ' +
  '214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ');

/** The values by their modules, 1 for bar and 0 for space. */
const VALUES = new Map(WIDTHS.map((widths, value) => [[...widths].map((width, at) => (at % 2 ? '0' : '1').repeat(Number(width))).join(''), value]));

type CodeSet = 'A' | 'B' | 'C';
const STARTS: Readonly<Record<number, CodeSet>> = { 103: 'A', 104: 'B', 105: 'C' };
const CHANGES: Readonly<Record<CodeSet, Readonly<Record<number, CodeSet>>>> = { A: { 99: 'C', 100: 'B' }, B: { 99: 'C', 101: 'A' }, C: { 100: 'B', 101: 'A' } };

export interface Read {
  /** The values of the symbol characters from Start to Stop. */
  readonly values: number[];
  /** What a scanner gives out: nothing for an FNC1 in first place, GS for any other. */
  readonly text: string;
  /** FNC1 stands first: the symbol is a GS1-128. */
  readonly gs1: boolean;
}

/** Reads the modules of a symbol without its quiet zones, such as `11010010000…`. Throws for whatever the standard does not allow. */
export function readCode128(modules: string): Read {
  const stop = modules.slice(-13);
  const values = [...(modules.slice(0, -13).match(/.{1,11}/g) ?? []), stop].map((bars) => {
    const value = VALUES.get(bars);
    if (value === undefined) throw new Error(`no symbol character: ${bars}`);
    return value;
  });
  const start = values[0]!;
  const data = values.slice(1, -2);
  let set = STARTS[start];
  if (!set || values.at(-1) !== 106) throw new Error(`from ${start} to ${values.at(-1)}, not from Start to Stop`);
  const check = data.reduce((sum, value, at) => sum + value * (at + 1), start) % 103;
  if (check !== values.at(-2)) throw new Error(`check character ${values.at(-2)}, not ${check}`);
  let text = '';
  let shifted: CodeSet | undefined;
  for (const value of data) {
    const now: CodeSet = shifted ?? set;
    shifted = undefined;
    if (value === 102) text += '\x1d';
    else if (value > 102) throw new Error(`${value} among the data`);
    else if (now === 'C' && value < 100) text += String(value).padStart(2, '0');
    else if (CHANGES[now][value]) set = CHANGES[now][value];
    else if (value === 98) shifted = now === 'A' ? 'B' : 'A';
    else if (value > 95) throw new Error(`FNC2, FNC3 or FNC4 (${value} in code set ${now})`);
    else text += String.fromCharCode(now === 'A' && value > 63 ? value - 64 : value + 32);
  }
  const gs1 = data[0] === 102;
  return { values, text: gs1 ? text.slice(1) : text, gs1 };
}
