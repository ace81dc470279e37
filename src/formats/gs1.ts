/**
 * GS1 application identifiers (AI) and element strings, as the GS1 General Specifications define them (sections 3, 5.4 and 7.11):
 * what each AI's value may be, and how elements are joined in a GS1-128 symbol.
 */

/** An application identifier and its value, such as `01` and `08055348521276`. */
export interface Gs1Element {
  readonly ai: string;
  readonly value: string;
}

/**
 * Why a text is no element string, or no pattern of one.
 *
 * - `empty`: nothing is there. `too-long`: it has more than 48 characters with its AIs and separators.
 * - `unknown-ai`: no AI begins there. `value`: the value has another length or other characters than its AI takes.
 * - `check-digit`: the last digit of a key is another than the others ask for.
 * - `markers`: a pattern does not hold both markers, each once. `marker-place`: a marker's value would not end where its element ends.
 * - `package-id`: not 13 or 14 digits with the right check digit. `payment-code`: not letters and digits.
 */
export type Gs1ErrorCode = 'empty' | 'too-long' | 'unknown-ai' | 'value' | 'check-digit' | 'markers' | 'marker-place' | 'package-id' | 'payment-code';

/** A text that is no element string, or a pattern of which none can be made. */
export class Gs1Error extends Error {
  override readonly name = 'Gs1Error';
  readonly code: Gs1ErrorCode;
  /** What is at fault: the AI, or `gs1-pattern`, `package-id`, `payment-code`. */
  readonly field: string;
  /** What stands there, at most 80 characters. */
  readonly value: string;

  constructor(code: Gs1ErrorCode, field: string, value: string) {
    super(`${field}=${JSON.stringify(value.slice(0, 80))}: ${code}`);
    this.code = code;
    this.field = field;
    this.value = value.slice(0, 80);
  }
}

/** What stands for FNC1 between two elements: the character that scanners give out in its place. */
export const GS = '\x1d';

/** GS1 General Specifications 5.4.4.1: what a GS1-128 symbol may hold, AIs and separators included. */
const MOST_CHARACTERS = 48;

/**
 * The AIs by what their values may be: `n6` six digits, `n-15` one to fifteen, `x` characters of set 82, `y` of set 39, `z` of base64url,
 * `c14` digits of which the last is a check digit, `?` before what may be left out.
 */
const FORMATS: readonly (readonly [ais: RegExp, format: string])[] = [
  [/^(00|801[78])/, 'c18'],
  [/^0[1-3]/, 'c14'],
  [/^(10|2[12]|243|254|420|4318|702[0-2]|71[0-7]|7240|8002|8012)/, 'x-20'],
  [/^(1[1-35-7]|3[1-5]\d[0-5]|36[0-7][0-5]|395[0-5]|4326|7006|8005)/, 'n6'],
  [/^20|^7241/, 'n2'],
  [/^235/, 'x-28'],
  [/^(24[01]|25[01]|40[013]|4308|4319|7002|7023|8004|90)/, 'x-30'],
  [/^242/, 'n-6'],
  [/^253/, 'c13?x-17'],
  [/^255/, 'c13?n-12'],
  [/^3[07]/, 'n-8'],
  [/^(390\d|392\d|42[35])/, 'n-15'],
  [/^39[13]\d/, 'n3n-15'],
  [/^(394[0-3]|8111)/, 'n4'],
  [/^402/, 'c17'],
  [/^41[0-7]/, 'c13'],
  [/^421/, 'n3x-9'],
  [/^42[246]/, 'n3'],
  [/^427|^7008/, 'x-3'],
  [/^43([01][01]|20)/, 'x-35'],
  [/^43[01][2-6]|^81(10|12)|^8200/, 'x-70'],
  [/^43[01]7/, 'x2'],
  [/^4309/, 'n20'],
  [/^432[123]/, 'n1'],
  [/^(432[45]|7003)/, 'n10'],
  [/^433[0-3]/, 'n6?-'],
  [/^7001/, 'n13'],
  [/^7004/, 'n-4'],
  [/^7005/, 'x-12'],
  [/^7007/, 'n6?n6'],
  [/^7009/, 'x-10'],
  [/^7010/, 'x-2'],
  [/^7011/, 'n6?n4'],
  [/^703\d/, 'n3x-27'],
  [/^7040/, 'n1x3'],
  [/^723\d/, 'x2x-28'],
  [/^(7242|8020|8013)/, 'x-25'],
  [/^8001/, 'n14'],
  [/^8003/, '0c13?x-16'],
  [/^80(06|26)/, 'c14n4'],
  [/^8007/, 'x-34'],
  [/^8008/, 'n8?n-4'],
  [/^8009/, 'x-50'],
  [/^8010/, 'y-30'],
  [/^8011/, 'n-12'],
  [/^8019/, 'n-10'],
  [/^8030/, 'z-90'],
  [/^9[1-9]/, 'x-90'],
];

/** AIs whose length is known by their first two digits: nothing separates them from what follows (GS1 General Specifications 7.8.5). */
const PREDEFINED = /^(0[0-4]|1[1-9]|20|3[1-6]|41)/;

const SETS: Readonly<Record<string, string>> = { n: '\\d', c: '\\d', x: '[!"%-?A-Z_a-z]', y: '[#\\-/\\dA-Z]', z: '[\\w-]' };

/** Whether a separator has to follow the element where another one follows. */
export const isSeparated = (ai: string): boolean => !PREDEFINED.test(ai);

/** Whether every value of the AI is of one length. */
export const isFixed = (ai: string): boolean => !/-|\?/.test(FORMATS.find(([ais]) => ais.test(ai))?.[1] ?? '-');

/** Whether the last digit is what the others ask for: weights 3 and 1 from the right, the sum a multiple of 10. */
export function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return sum % 10 === 0;
}

/** The elements of an element string, in which GS stands for FNC1. Throws a {@link Gs1Error}. */
export function readElementString(text: string): Gs1Element[] {
  if (!text) throw new Gs1Error('empty', 'element string', text);
  if (text.length > MOST_CHARACTERS) throw new Gs1Error('too-long', 'element string', text);
  const elements: Gs1Element[] = [];
  for (let rest = text; rest; ) {
    const format = FORMATS.find(([ais]) => ais.test(rest));
    if (!format) throw new Gs1Error('unknown-ai', 'element string', rest);
    const ai = format[0].exec(rest)![0];
    // Longest first, so that a value of open length reaches to the separator or to the end.
    const [field = ''] = rest.slice(ai.length).split(GS);
    const length = isSeparated(ai) ? field.length : lengthOf(format[1]);
    const value = field.slice(0, length);
    checkElement({ ai, value });
    elements.push({ ai, value });
    rest = rest.slice(ai.length + length);
    if (rest.startsWith(GS) && rest.length > 1) rest = rest.slice(1);
  }
  return elements;
}

/** The elements as one text, with GS where the standard wants FNC1 and only there. Throws a {@link Gs1Error} for what no AI takes. */
export function elementString(elements: readonly Gs1Element[]): string {
  elements.forEach(checkElement);
  const text = elements.map(({ ai, value }, at) => ai + value + (isSeparated(ai) && at < elements.length - 1 ? GS : '')).join('');
  if (!text) throw new Gs1Error('empty', 'element string', text);
  if (text.length > MOST_CHARACTERS) throw new Gs1Error('too-long', 'element string', text);
  return text;
}

/** The elements as people read them, such as `(01)08055348521276(21)10000000000001`; the parentheses are never encoded. */
export const humanReadable = (elements: readonly Gs1Element[]): string => elements.map(({ ai, value }) => `(${ai})${value}`).join('');

function checkElement({ ai, value }: Gs1Element): void {
  const [ais, format] = FORMATS.find(([known]) => known.test(ai)) ?? [];
  if (!format || ais!.exec(ai)![0] !== ai) throw new Gs1Error('unknown-ai', 'element string', ai);
  const [must = '', may = ''] = format
    .split('?')
    .map((parts) => parts.replace(/([ncxyz])(-?)(\d+)/g, (_, set, open, length) => `${set === 'c' ? '(' : '(?:'}${SETS[set]}{${open && '1,'}${length}})`));
  const keys = new RegExp(`^${must}(?:${may})?$`).exec(value);
  if (!keys) throw new Gs1Error('value', ai, value);
  if (keys[1] && !hasCheckDigit(keys[1])) throw new Gs1Error('check-digit', ai, value);
}

const lengthOf = (format: string): number => [...format.matchAll(/\d+/g)].reduce((sum, [digits]) => sum + Number(digits), 0);
