import { elementString, Gs1Error, hasCheckDigit, isSeparated, readElementString, type Gs1Element } from './gs1.ts';

/** What makes an OKTO Cash barcode: the provider's pattern, which package is bought, and the code of this payment. */
export interface Gs1Voucher {
  /**
   * The element string with a marker for each: `{packageId}` and `{paymentCode}`, or two `%s` in this order. Elements may be told apart by
   * parentheses around all AIs, as people read them, or by GS (U+001D) where the standard wants FNC1. {@link GS1_PATTERN} when empty.
   */
  readonly gs1Pattern?: string | undefined;
  /** 13 digits (or 14, where the pattern brings no leading zero), the last a check digit. */
  readonly packageId: string;
  /** Letters and digits, as many as the pattern's element has room for: 7 in the usual one. */
  readonly paymentCode: string;
}

/** The pattern of PaymentIQ's document: AI 01 is a zero and the package id, AI 21 thirteen fixed digits and the payment code. */
export const GS1_PATTERN = '010{packageId}211000000000000{paymentCode}';

const MARKERS = /\{packageId\}|\{paymentCode\}|%s/;
const ORDERS = ['%s %s', '{packageId} {paymentCode}', '{paymentCode} {packageId}'];

/**
 * The elements of a voucher's barcode, which make an element string. Throws a {@link Gs1Error} that names what is at fault: the pattern, the
 * package id, the payment code, or the AI that does not take what came of them.
 */
export function voucherElements({ gs1Pattern, packageId, paymentCode }: Gs1Voucher): Gs1Element[] {
  const pattern = gs1Pattern || GS1_PATTERN;
  if (!/^\d{13,14}$/.test(packageId) || !hasCheckDigit(packageId)) throw new Gs1Error('package-id', 'package-id', packageId);
  if (!/^[\dA-Za-z]+$/.test(paymentCode)) throw new Gs1Error('payment-code', 'payment-code', paymentCode);
  const order = ORDERS.indexOf(pattern.match(new RegExp(MARKERS, 'g'))?.join(' ') ?? '');
  if (order < 0) throw new Gs1Error('markers', 'gs1-pattern', pattern);
  const values = order > 1 ? [paymentCode, packageId] : [packageId, paymentCode];
  // Joined, never replaced: in a replacement text "$&" means something, and a value could bring a marker of its own.
  const literals = pattern.split(MARKERS);
  const text = literals.map((literal, at) => literal + (values[at] ?? '')).join('');
  const bracketed = text.startsWith('(');
  const elements = bracketed ? readBracketed(text) : readElementString(text);
  elementString(elements);
  // Counted without what tells elements apart, no marker's value may reach into an AI, and so into the next element.
  let end = 0;
  for (const { ai, value } of elements) {
    const begin = end;
    const from = begin + ai.length;
    end = from + counted(value);
    values.forEach((given, index) => {
      const start = counted(literals[0]! + (index ? values[0]! + literals[1]! : ''));
      const stop = start + given.length;
      // Where its length alone says where an element ends, a code that is too short would take digits of what follows.
      const mayGoOn = bracketed || isSeparated(ai);
      if (start < end && stop > begin && (start < from || (stop < end && !mayGoOn))) throw new Gs1Error('marker-place', 'gs1-pattern', pattern);
    });
  }
  return elements;
}

/** The elements of a text in which every AI stands in parentheses. */
function readBracketed(text: string): Gs1Element[] {
  return text
    .slice(1)
    .split(/\((?=\d{2,4}\))/)
    .map((element) => {
      const [ai = '', ...value] = element.split(')');
      return { ai, value: value.join(')') };
    });
}

const counted = (text: string): number => text.replace(/\W/g, '').length;
