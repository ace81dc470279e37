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
  /** What is at fault: an AI, or `element string`, `gs1-pattern`, `package-id`, `payment-code`. */
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
 * What a value may be, then the AIs whose values are so: `n6` six digits, `n-8` one to eight, `x` characters of set 82, `y` of set 39, `z` of
 * base64url, `c14` digits of which the last is a check digit, `?` after what may be left out. Values of up to 50, 70 or 90 characters
 * are held to the 48 of the whole. No AI begins with another one.
 */
const FORMATS = (
  'c18 00|801[78] c14 0[1-3] x-20 10|2[12]|243|254|420|4318|702[0-2]|71[0-7]|7240|80[01]2 ' +
  'n6 1[1-35-7]|3(1[0-6]|[246]\\d|[35][0-7])[0-5]|395[0-5]|4326|7006|8005 n2 20|7241 x-28 235 ' +
  'x-30 90|2[45][01]|40[013]|4308|4319|7002|7023|8004 n-6 242 c13x-17? 253 c13n-12? 255 n-8 3[07] n-15 39[02]\\d n3n-15 39[13]\\d ' +
  'n4 394[0-3]|8111 c17 402 c13 41[0-7] n3x-9 421 n3 42[246] n3n3?n3?n3?n3? 42[35] x-3 427|7008 x-35 43([01][01]|20) x2 43[01]7 ' +
  'x-48 43[01][2-6]|725[67]|8009|811[02]|8200|9[1-9] n20 4309 n1 432[1-3]|7252 n10 432[45]|7003 n6-? 433[0-3] n13 7001 n-4 7004 ' +
  'x-12 7005 n6n6? 7007 x-10 7009|7255 x-2 7010 n6n4? 7011 n3x-27 703\\d n1x3 7040 x-4 7041 x2x-28 723\\d x-25 7242|8020|801[34] ' +
  'n8 7250 n12 7251 x-40 725[349] x3 7258 n14 8001 0c13x-16? 8003 c14n4 80[02]6 x-34 8007 n8n2?n2? 8008 y-30 8010 n-12 8011 ' +
  'n-10 8019 z-48 8030 n15 804[01] n32 8042 n18n-2? 8043'
).match(/\S+ \S+/g)!.map((row) => row.split(' ') as [format: string, ais: string]);

/** AIs whose length is known by their first two digits: nothing separates them from what follows (GS1 General Specifications 7.8.5). */
const PREDEFINED = /^(0[0-4]|1[1-9]|20|3[1-6]|41)/;

const SETS: Readonly<Record<string, string>> = { n: '\\d', c: '\\d', x: '!"%-?A-Z_a-z', y: '#\\-/\\dA-Z', z: '\\w-' };

/** Whether a separator has to follow the element where another one follows. */
export const isSeparated = (ai: string): boolean => !PREDEFINED.test(ai);

/** Whether the last digit is what the others ask for: weights 3 and 1 from the right, the sum a multiple of 10. */
export function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
  return sum % 10 === 0;
}

/** The elements of an element string, in which GS stands for FNC1. Throws a {@link Gs1Error}. */
export function readElementString(text: string): Gs1Element[] {
  checkLength(text);
  const elements: Gs1Element[] = [];
  for (let rest = text; rest; ) {
    const [format, ai] = formatOf(rest);
    const [field = ''] = rest.slice(ai.length).split(GS);
    const value = isSeparated(ai) ? field : field.slice(0, Number(format.slice(1)));
    checkElement({ ai, value });
    elements.push({ ai, value });
    // A separator that the standard does not ask for says nothing, but one at the end is a mistake.
    rest = rest.slice(ai.length + value.length);
    if (rest.length > 1 && rest.startsWith(GS)) rest = rest.slice(1);
  }
  return elements;
}

/** The elements as one text, with GS where the standard wants FNC1 and only there. Throws a {@link Gs1Error} for what no AI takes. */
export function elementString(elements: readonly Gs1Element[]): string {
  elements.forEach(checkElement);
  const text = elements.map(({ ai, value }, at) => ai + value + (elements[at + 1] && isSeparated(ai) ? GS : '')).join('');
  checkLength(text);
  return text;
}

/** The elements as people read them, such as `(01)08055348521276(21)10000000000001`; the parentheses are never encoded. */
export const humanReadable = (elements: readonly Gs1Element[]): string => elements.map(({ ai, value }) => `(${ai})${value}`).join('');

function checkLength(text: string): void {
  if (!text) throw new Gs1Error('empty', 'element string', text);
  if (text.length > MOST_CHARACTERS) throw new Gs1Error('too-long', 'element string', text);
}

/** The format of the AI that a text begins with, and the AI. */
function formatOf(text: string): [format: string, ai: string] {
  for (const [format, ais] of FORMATS) {
    const [ai] = new RegExp(`^(${ais})`).exec(text) ?? [];
    if (ai) return [format, ai];
  }
  throw new Gs1Error('unknown-ai', 'element string', text);
}

function checkElement({ ai, value }: Gs1Element): void {
  const [format, known] = formatOf(ai);
  if (known !== ai) throw new Gs1Error('unknown-ai', 'element string', ai);
  const parts = new RegExp(`^${format.replace(/([a-z])(-?)(\d+)/g, (_, set, open, most) => `([${SETS[set]}]{${open && '1,'}${most}})`)}$`).exec(value);
  if (!parts) throw new Gs1Error('value', ai, value);
  if (format.includes('c') && !hasCheckDigit(parts[1]!)) throw new Gs1Error('check-digit', ai, value);
}
