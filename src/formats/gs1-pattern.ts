import { elementString, GS, Gs1Error, hasCheckDigit, isFixed, isSeparated, readElementString, type Gs1Element } from './gs1.ts';

/** What makes an OKTO Cash barcode: the provider's pattern, which package is bought, and the code of this payment. */
export interface Gs1Voucher {
  /**
   * The element string with a marker for each: `{packageId}` and `{paymentCode}`, or two `%s` in this order. Elements may be told apart by
   * parentheses around their AIs, as people read them, or by GS (U+001D) where the standard wants FNC1. {@link GS1_PATTERN} when empty.
   */
  readonly gs1Pattern?: string | undefined;
  /** 13 digits (or 14, where the pattern brings no leading zero), the last a check digit. */
  readonly packageId: string;
  /** Letters and digits, as many as the pattern's element has room for: 7 in the usual one. */
  readonly paymentCode: string;
}

/** The pattern of PaymentIQ's document: AI 01 is a zero and the package id, AI 21 thirteen fixed digits and the payment code. */
export const GS1_PATTERN = '010{packageId}211000000000000{paymentCode}';

/** The elements of a voucher's barcode. Throws a {@link Gs1Error} that names what is at fault: the pattern, the package id or the payment code. */
export function voucherElements({ gs1Pattern, packageId, paymentCode }: Gs1Voucher): Gs1Element[] {
  const pattern = gs1Pattern || GS1_PATTERN;
  if (!/^\d{13,14}$/.test(packageId) || !hasCheckDigit(packageId)) throw new Gs1Error('package-id', 'package-id', packageId);
  if (!/^[\dA-Za-z]+$/.test(paymentCode)) throw new Gs1Error('payment-code', 'payment-code', paymentCode);
  const values = { packageId, paymentCode };
  const named = pattern.match(/\{packageId\}|\{paymentCode\}/g) ?? [];
  const bare = pattern.match(/%s/g) ?? [];
  if (named.length + bare.length !== 2 || named.length === 1 || (named.length && named[0] === named[1])) throw new Gs1Error('markers', 'gs1-pattern', pattern);
  // Each marker's value with where it ends; never by a replacement text, in which "$&" would mean something.
  const order = bare.length ? (['packageId', 'paymentCode'] as const) : (named.map((marker) => marker.slice(1, -1)) as (keyof typeof values)[]);
  const literals = pattern.split(/\{packageId\}|\{paymentCode\}|%s/);
  const ends: number[] = [];
  let text = literals[0]!;
  order.forEach((name, at) => {
    text += values[name];
    ends.push(text.length);
    text += literals[at + 1]!;
  });
  const elements = text.startsWith('(') ? bracketed(text) : readElementString(text);
  if (!text.startsWith('(')) checkEnds(elements, ends, pattern);
  // Judges lengths, characters and check digits once more as a whole.
  elementString(elements);
  return elements;
}

/** The elements of a text in which every AI stands in parentheses. */
function bracketed(text: string): Gs1Element[] {
  return text
    .slice(1)
    .split(/\((?=\d{2,4}\))/)
    .map((element) => {
      const [ai = '', ...value] = element.split(')');
      return { ai, value: value.join(')').replace(GS, '') };
    });
}

/** In an element of fixed length a marker's value has to come last: a code that is too short would take digits of what follows. */
function checkEnds(elements: readonly Gs1Element[], ends: readonly number[], pattern: string): void {
  let at = 0;
  for (const [index, { ai, value }] of elements.entries()) {
    const from = at;
    at += ai.length + value.length;
    const inside = ends.filter((end) => end > from && end <= at);
    if (inside.some((end) => end - from <= ai.length || (isFixed(ai) && end !== at))) throw new Gs1Error('marker-place', 'gs1-pattern', pattern);
    if (index < elements.length - 1 && isSeparated(ai)) at += 1;
  }
}
