import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GS1_PATTERN, voucherElements, type Gs1Voucher } from '../../src/formats/gs1-pattern.ts';
import { elementString, GS, Gs1Error, humanReadable } from '../../src/formats/gs1.ts';
import document from '../vectors/gs1-128.json' with { type: 'json' };

const PACKAGE = '8055348521276';
const PERCENT = '010%s211000000000000%s';

function refused(voucher: Gs1Voucher): Gs1Error {
  try {
    voucherElements(voucher);
  } catch (error) {
    assert.ok(error instanceof Gs1Error, String(error));
    return error;
  }
  throw new Error(`${JSON.stringify(voucher)} is a barcode`);
}

describe('the patterns of PaymentIQ’s document', () => {
  it('are the one that is taken where none is given', () => assert.equal(GS1_PATTERN, '010{packageId}211000000000000{paymentCode}'));

  for (const { id, okto, ais, elementStringGS } of document.vectors) {
    if (!okto) continue;
    const { packageId, paymentCode } = okto;
    for (const gs1Pattern of [undefined, '', okto.pattern_braces, okto.pattern_percent, '(01)0{packageId}(21)1000000000000{paymentCode}', '(01)0%s(21)1000000000000%s']) {
      it(`${id}: ${paymentCode} in ${gs1Pattern || 'none'}`, () => {
        const elements = voucherElements({ gs1Pattern, packageId, paymentCode });
        assert.deepEqual(elements, ais);
        assert.equal(elementString(elements), elementStringGS);
      });
    }
  }

  for (const { id, input, reason } of document.negative) {
    const { packageId, paymentCode } = input;
    if (packageId === undefined) continue;
    const wrong = packageId === PACKAGE ? 'payment-code' : 'package-id';
    for (const gs1Pattern of [undefined, PERCENT]) {
      it(`${id}: ${reason}`, () => {
        const { code, field, value } = refused({ gs1Pattern, packageId, paymentCode: paymentCode! });
        assert.deepEqual([code, field, value], [wrong, wrong, wrong === 'package-id' ? packageId : paymentCode]);
      });
    }
  }
});

describe('any pattern a merchant is given', () => {
  for (const [what, gs1Pattern, hri, packageId = PACKAGE] of [
    ['the code first, parted by FNC1', `21{paymentCode}${GS}010{packageId}`, '(21)A1b2(01)08055348521276'],
    ['the code first, in parentheses', '(21){paymentCode}(01)0{packageId}', '(21)A1b2(01)08055348521276'],
    ['a package id of fourteen digits', '01{packageId}21{paymentCode}', '(01)08055348521276(21)A1b2', `0${PACKAGE}`],
    ['other AIs', `8020{paymentCode}${GS}240{packageId}`, '(8020)A1b2(240)8055348521276'],
    ['more AIs around', `1126112210OK${GS}010{packageId}21{paymentCode}`, '(11)261122(10)OK(01)08055348521276(21)A1b2'],
    ['more AIs behind', `010{packageId}21{paymentCode}${GS}10OK${GS}11261122`, '(01)08055348521276(21)A1b2(10)OK(11)261122'],
    ['letters behind the code', `010{packageId}21{paymentCode}-IT${GS}10OK`, '(01)08055348521276(21)A1b2-IT(10)OK'],
    ['both in one element', '21{packageId}-{paymentCode}', '(21)8055348521276-A1b2'],
    ['both in one element, side by side', '(21)%s%s', '(21)8055348521276A1b2'],
    ['a separator that the standard does not ask for', `010{packageId}${GS}21{paymentCode}`, '(01)08055348521276(21)A1b2'],
    ['parentheses within a value', '(01)0{packageId}(21)(x){paymentCode}', '(01)08055348521276(21)(x)A1b2'],
    ['parentheses within a value, where none tell AIs apart', '010{packageId}21(10){paymentCode}', '(01)08055348521276(21)(10)A1b2'],
    ['a percent sign that is no marker', '010{packageId}2150%{paymentCode}', '(01)08055348521276(21)50%A1b2'],
  ] as const) {
    it(`${what}: ${JSON.stringify(gs1Pattern)}`, () => assert.equal(humanReadable(voucherElements({ gs1Pattern, packageId, paymentCode: 'A1b2' })), hri));
  }

  it('a date of which the code is the end', () => {
    for (const gs1Pattern of ['1126{paymentCode}010{packageId}', '(11)26{paymentCode}(01)0{packageId}', '(11){paymentCode}01(01)0{packageId}']) {
      assert.match(humanReadable(voucherElements({ gs1Pattern, packageId: PACKAGE, paymentCode: '1122' })), /^\(11\)(26112|112201)2?\(01\)08055348521276$/);
    }
  });
});

describe('patterns that hold not both markers once', () => {
  for (const gs1Pattern of [
    '010{packageId}211', '010%s211', '211{paymentCode}', '0108055348521276211', '%', '{}', '{packageId}{packageId}', '21{paymentCode}{paymentCode}', '010%s211%s%s',
    '010{packageId}211{paymentCode}{paymentCode}', '010{packageId}211{paymentCode}21{packageId}', '010{packageId}211%s', '010%s211{paymentCode}', '010{packageId}211{paymentCode}%s',
    '010{packageid}211{paymentCode}', '010${packageId}211$paymentCode', '010{{packageId}211', '010%S211%S', '010$1211$2', ' ',
  ]) {
    it(JSON.stringify(gs1Pattern), () => {
      const { code, field, value } = refused({ gs1Pattern, packageId: PACKAGE, paymentCode: '1' });
      assert.deepEqual([code, field, value], ['markers', 'gs1-pattern', gs1Pattern]);
    });
  }
});

describe('patterns whose elements would depend on the values', () => {
  for (const [what, gs1Pattern, paymentCode, code, field = 'gs1-pattern'] of [
    ['the code is an AI', '{paymentCode}010{packageId}', '21', 'marker-place'],
    ['the code is an AI in parentheses', '(01)0{packageId}({paymentCode})5', '21', 'marker-place'],
    ['the code is no AI', '{paymentCode}010{packageId}', '4711', 'unknown-ai', 'element string'],
    ['the code is half an AI', `2{paymentCode}${GS}010{packageId}`, '1ABC', 'marker-place'],
    ['the code is an AI behind the GTIN', '010{packageId}{paymentCode}', '10ABC', 'marker-place'],
    ['the code brings an AI of its own', '010{packageId}11{paymentCode}', '2611222112', 'marker-place'],
    ['the code is too short for a date, and takes digits of what follows', '11{paymentCode}21010{packageId}', '2611', 'marker-place'],
    ['a date is the code and more, which nothing tells from what follows', '11{paymentCode}0121{packageId}', '2611', 'marker-place'],
    ['the package id is the AI', '{packageId}21{paymentCode}', '1', 'unknown-ai', 'element string'],
    ['the package id is longer than the GTIN', '0100{packageId}21{paymentCode}', '1', 'check-digit', '01'],
    ['the package id is shorter than the GTIN', '01{packageId}21{paymentCode}', '1', 'check-digit', '01'],
  ] as const) {
    it(`${what}: ${code}`, () => {
      const error = refused({ gs1Pattern, packageId: PACKAGE, paymentCode });
      assert.deepEqual([error.code, error.field], [code, field]);
    });
  }

  it('a package id of thirteen digits never takes a digit of the AI behind it, though the check digit were right', () => {
    // One in ten package ids makes a right check digit of the 2 that follows.
    const id = Array.from({ length: 100 }, (_, at) => checked(String(805534852000 + at))).find((each) => checked(each) === `${each}2`)!;
    const { code } = refused({ gs1Pattern: '01{packageId}2110{paymentCode}', packageId: id, paymentCode: '10122' });
    assert.equal(code, 'marker-place');
  });
});

describe('values that are not as they have to be', () => {
  for (const packageId of ['', '805534852127', '80553485212761', '805534852127A', '８０５５３４８５２１２７６', ' 8055348521276', '8055348521276\n', '$&', '%s', '{packageId}', '080553485212760']) {
    it(`package id ${JSON.stringify(packageId)}`, () => {
      const { code, field, value } = refused({ packageId, paymentCode: '1' });
      assert.deepEqual([code, field, value], ['package-id', 'package-id', packageId]);
    });
  }

  for (const paymentCode of ['', ' ', '$&', '$1', "$'", '$`', '%s', '{packageId}', '{paymentCode}', '12\t', '1\n', '1\0', '1\x1d2', `1${GS}10X`, '1(10)X', '1-2', 'é', '٣', '１', '\ud83d']) {
    for (const gs1Pattern of [undefined, PERCENT]) {
      it(`payment code ${JSON.stringify(paymentCode)} in ${gs1Pattern ?? 'the usual pattern'}`, () => {
        const { code, field, value } = refused({ gs1Pattern, packageId: PACKAGE, paymentCode });
        assert.deepEqual([code, field, value], ['payment-code', 'payment-code', paymentCode]);
      });
    }
  }

  it('a payment code of eight characters has no room in the usual element', () => {
    const { code, field, value } = refused({ packageId: PACKAGE, paymentCode: '12345678' });
    assert.deepEqual([code, field, value], ['value', '21', '100000000000012345678']);
  });

  it('an error holds 80 characters of what stands there, however much it is', () => {
    const { value, message } = refused({ packageId: PACKAGE, paymentCode: `-${'7'.repeat(1_000_000)}` });
    assert.equal(value.length, 80);
    assert.ok(message.length < 120);
  });

  for (const [what, gs1Pattern, code] of [
    ['a control character', '010{packageId}21\x07{paymentCode}', 'value'],
    ['FNC1 at the end', `010{packageId}21{paymentCode}${GS}`, 'unknown-ai'],
    ['FNC1 within parentheses', `(10)A${GS}(01)0{packageId}(21){paymentCode}`, 'value'],
    ['a space between elements', '010{packageId} 21{paymentCode}', 'unknown-ai'],
    ['an AI that does not exist', '(04)0{packageId}(21){paymentCode}', 'unknown-ai'],
    ['a parenthesis that does not close', '(01)0{packageId}(21{paymentCode}', 'value'],
    ['more than 48 characters', `010{packageId}21{paymentCode}${GS}91${'7'.repeat(28)}`, 'too-long'],
    ['a million characters', `010{packageId}21{paymentCode}${GS}91${'7'.repeat(1_000_000)}`, 'too-long'],
  ] as const) {
    it(`a pattern with ${what}: ${code}`, () => assert.equal(refused({ gs1Pattern, packageId: PACKAGE, paymentCode: '1' }).code, code));
  }
});

function checked(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * ((digits.length - at) % 2 ? 3 : 1), 0);
  return digits + String((10 - (sum % 10)) % 10);
}
