import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import bwipjs from 'bwip-js/node';
import { elementString, GS, Gs1Error, hasCheckDigit, humanReadable, readElementString, type Gs1Element } from '../../src/formats/gs1.ts';
import document from '../vectors/gs1-128.json' with { type: 'json' };
import { readCode128 } from './code128-reader.ts';

/** Every text of two to four digits: all that could be an AI. */
const AIS = [2, 3, 4].flatMap((length) => Array.from({ length: 10 ** length }, (_, number) => String(number).padStart(length, '0')));
const MOST_CHARACTERS = 48;

/** What bwip-js refuses in elements, in its own words; without `lint` it asks only whether they can be told apart. */
function bwip(elements: readonly Gs1Element[], lint = true): { refused?: string; text?: string } {
  try {
    const options = { dontlint: !lint } as object;
    const [symbol] = bwipjs.raw('gs1-128', humanReadable(elements), options) as unknown as [{ sbs: number[] }];
    return { text: readCode128(symbol.sbs.map((width, at) => (at % 2 ? '0' : '1').repeat(width)).join('')).text };
  } catch (error) {
    return { refused: /GS1(\w+)/.exec(String(error))?.[1] ?? String(error) };
  }
}

/** What is wrong with elements, in our words. */
function refusal(elements: readonly Gs1Element[]): string | undefined {
  return refused(() => elementString(elements))?.code;
}

function refused(act: () => unknown): Gs1Error | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    assert.ok(error instanceof Gs1Error, String(error));
    return error;
  }
}

/** GS1 General Specifications 7.9: the digits and their check digit, weights 3 and 1 in turn from the right. */
function checked(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * ((digits.length - at) % 2 ? 3 : 1), 0);
  return digits + String((10 - (sum % 10)) % 10);
}

/** AIs whose values begin with a number that has a check digit: how long it is, and what stands around it. */
const KEYS: readonly (readonly [ais: RegExp, length: number, before: string, after: string])[] = [
  [/^(00|8017|8018)$/, 18, '', ''],
  [/^0[123]$/, 14, '', ''],
  [/^41[0-7]$/, 13, '', ''],
  [/^25[35]$/, 13, '', ''],
  [/^402$/, 17, '', ''],
  [/^8003$/, 14, '0', ''],
  [/^80[02]6$/, 14, '', '0101'],
];

/** Ones, and where a value means something, such as a country or a piece of a total, what may stand there. */
function value(ai: string, length: number): string {
  const [, size = 0, before = '', after = ''] = KEYS.find(([ais]) => ais.test(ai)) ?? [];
  const key = size ? before + checked('1'.repeat(size - before.length - 1)) + after : '';
  const start = /^(42[1-6]|703.)$/.test(ai) ? '380'.repeat(5) : /^39[13].$/.test(ai) ? '978' : /^433.$/.test(ai) ? '111111-' : key;
  return (start + '1'.repeat(MOST_CHARACTERS)).slice(0, length);
}

const KNOWN = AIS.filter((ai) => refusal([{ ai, value: '1' }]) !== 'unknown-ai');
/** AIs of four digits that differ in the last are mostly one row of the standard's tables, and those of the others are named. */
const FAMILIES = [...new Set([...new Map(KNOWN.map((ai) => [ai.slice(0, 3), ai])).values(), ...KNOWN.filter((ai) => /^(43|7[02]|80|8[12])../.test(ai) && !/^7[02]3/.test(ai))])];

describe('the vectors', () => {
  for (const { id, ais, elementStringGS, hri } of document.vectors) {
    it(`${id}: ${hri}`, () => {
      assert.deepEqual(readElementString(elementStringGS), ais);
      assert.equal(elementString(ais), elementStringGS);
      assert.equal(humanReadable(ais), hri);
    });
  }
});

describe('application identifiers, held against bwip-js', () => {
  it('are those that it has, and no others', () => {
    assert.deepEqual(KNOWN, AIS.filter((ai) => bwip([{ ai, value: '1' }]).refused !== 'unknownAI'));
    assert.equal(KNOWN.length, 541);
  });

  it('take values of the same lengths, up to what a symbol holds', () => {
    for (const ai of FAMILIES) {
      for (let length = 1; length <= MOST_CHARACTERS - ai.length; length += 1) {
        const element = { ai, value: value(ai, length) };
        const theirs = /^valueToo(Short|Long)$/.test(bwip([element]).refused ?? '');
        assert.equal(refusal([element]) === 'value', theirs, `${length} characters in (${ai})`);
      }
    }
  });

  it('take the same characters, in the places of their longest values where parts begin and end', () => {
    for (const ai of FAMILIES) {
      const longest = Math.max(...Array.from({ length: MOST_CHARACTERS - ai.length }, (_, at) => at + 1).filter((length) => !refusal([{ ai, value: value(ai, length) }])));
      const whole = value(ai, longest);
      for (const at of [0, 1, 2, 3, 6, 10, 13, 14, longest - 1].filter((place) => place < longest)) {
        // Of each of these the four sets of characters have another part.
        for (const other of 'Aa#!') {
          const element = { ai, value: whole.slice(0, at) + other + whole.slice(at + 1) };
          const theirs = /^(notNumeric|badCSET\d\dcharacter|hyphenRequired)$/.test(bwip([element]).refused ?? '');
          assert.equal(refusal([element]) === 'value', theirs, `${JSON.stringify(element.value)} in (${ai})`);
        }
      }
    }
  });

  for (const [set, ai, size] of [['82', '10', 82], ['39', '8010', 39], ['64, which is base64url', '8030', 64], ['of digits', '37', 10]] as const) {
    it(`take the ${size} characters of set ${set} and no others`, () => {
      const printable = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at));
      const ours = printable.filter((character) => !refusal([{ ai, value: character }]));
      assert.equal(ours.length, size);
      for (const character of printable.filter((each) => !'()'.includes(each))) {
        const { refused } = bwip([{ ai, value: character }]);
        assert.equal(ours.includes(character), !/notNumeric|badCSET/.test(refused ?? ''), JSON.stringify(character));
      }
    });
  }

  it('have check digits where it asks for them, and only there', () => {
    for (const ai of KNOWN) {
      const ones = (length: number) => ({ ai, value: (ai === '8003' ? '0' : '1') + '1'.repeat(length - 1) });
      const length = Array.from({ length: 32 }, (_, at) => at + 1).find((each) => refusal([ones(each)]) !== 'value')!;
      assert.equal(refusal([ones(length)]) === 'check-digit', bwip([ones(length)]).refused === 'badChecksum', `(${ai})`);
      assert.equal(refusal([ones(length)]) === 'check-digit', KEYS.some(([ais]) => ais.test(ai)), `(${ai})`);
    }
  });

  it('take one check digit of ten', () => {
    for (const [ais, size, before, after] of KEYS) {
      const ai = AIS.find((each) => ais.test(each))!;
      for (const seed of ['950110102001600000', '123456789098765432', '000000000000000000', '999999999999999999']) {
        const digits = before + seed.slice(0, size - before.length - 1);
        const right = [...'0123456789'].filter((digit) => !refusal([{ ai, value: digits + digit + after }]));
        const theirs = [...'0123456789'].filter((digit) => bwip([{ ai, value: digits + digit + after }]).refused !== 'badChecksum');
        assert.deepEqual([right, theirs], [[checked(digits).at(-1)], [checked(digits).at(-1)]], `${digits} in (${ai})`);
      }
    }
  });

  it('are followed by FNC1 where it puts one, and only there', () => {
    const first = { ai: '10', value: 'A-1' };
    for (const ai of KNOWN) {
      const length = Array.from({ length: 40 }, (_, at) => at + 1).find((each) => !refusal([{ ai, value: value(ai, each) }]))!;
      const element = { ai, value: value(ai, length) };
      const others = ai === '99' ? [first] : [first, { ai: '99', value: '7' }];
      for (const elements of [[element], [element, ...others.slice(1)], [others[0]!, element]]) {
        const text = elementString(elements);
        assert.equal(text, bwip(elements, false).text, humanReadable(elements));
        assert.deepEqual(readElementString(text), elements);
      }
    }
  });
});

describe('the check digit', () => {
  for (const [digits, right] of [['8055348521276', true], ['8055348521275', false], ['09501101530003', true], ['09501101530030', false], ['0', true], ['1', false], ['', true]] as const) {
    it(`of "${digits}" is ${right ? 'right' : 'wrong'}`, () => assert.equal(hasCheckDigit(digits), right));
  }
});

describe('texts that are no element string', () => {
  const GTIN = '0108055348521276';
  for (const [what, text, code, field, at = text] of [
    ['nothing', '', 'empty', 'element string'],
    ['the text for people', document.negative.find(({ id }) => id === 'gsn-11')!.input.elementString!, 'unknown-ai', 'element string'],
    ['an AI that nobody has given out', `${GTIN}1800`, 'unknown-ai', 'element string', '1800'],
    ['half an AI', `${GTIN}8`, 'unknown-ai', 'element string', '8'],
    ['an AI without a value', `${GTIN}21`, 'value', '21', ''],
    ['a GTIN of thirteen digits', '018055348521276', 'value', '01', '8055348521276'],
    ['a GTIN cut off by a separator', `010805534852127${GS}2112`, 'value', '01', '0805534852127'],
    ['a wrong check digit', '01080553485212752112', 'check-digit', '01', '08055348521275'],
    ['a letter in a date', '11260O01', 'value', '11', '260O01'],
    ['a serial of 21 characters', `21${'7'.repeat(21)}`, 'value', '21', '7'.repeat(21)],
    ['a separator in front', `${GS}${GTIN}`, 'unknown-ai', 'element string'],
    ['a separator at the end', `2112${GS}`, 'unknown-ai', 'element string', GS],
    ['two separators', `10A${GS}${GS}2112`, 'unknown-ai', 'element string', `${GS}2112`],
    ['a missing separator after 422, which has three digits', `422380${GTIN}`, 'value', '422', `380${GTIN}`],
    ['a tab', '21A\tB', 'value', '21', 'A\tB'],
    ['a line that ends', '2112\n', 'value', '21', '12\n'],
    ['a null character', '21\0', 'value', '21', '\0'],
    ['a space', '21A B', 'value', '21', 'A B'],
    ['a letter with an accent', '21é', 'value', '21', 'é'],
    ['digits that are not ASCII', '21٣', 'value', '21', '٣'],
    ['half an emoji', '21\ud83d', 'value', '21', '\ud83d'],
    ['49 characters', `91${'7'.repeat(47)}`, 'too-long', 'element string'],
  ] as const) {
    it(`${what}: ${code}`, () => {
      const error = refused(() => readElementString(text));
      assert.deepEqual([error?.code, error?.field, error?.value], [code, field, at]);
      assert.equal(error?.name, 'Gs1Error');
    });
  }

  it('elements are judged the same: none, an AI that another one begins with, a value of two elements', () => {
    assert.equal(refusal([]), 'empty');
    assert.equal(refusal([{ ai: '010', value: '8055348521276' }]), 'unknown-ai');
    assert.equal(refusal([{ ai: '', value: '2112' }]), 'unknown-ai');
    assert.equal(refusal([{ ai: '10', value: `A${GS}2112` }]), 'value');
    assert.equal(refusal([{ ai: '0', value: '108055348521276' }]), 'unknown-ai');
  });

  it('48 characters with their AIs and separators are as many as there may be, both ways', () => {
    const elements = (length: number) => [{ ai: '10', value: 'A'.repeat(length) }, { ai: '21', value: 'B'.repeat(20) }, { ai: '90', value: 'C' }];
    const text = elementString(elements(19));
    assert.equal(text.length, MOST_CHARACTERS);
    assert.deepEqual(readElementString(text), elements(19));
    assert.equal(refusal(elements(20)), 'too-long');
  });
});
