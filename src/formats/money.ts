import { decimalsOf } from './decimals.ts';
import { Problem } from './problem.ts';

/** What people write before an amount besides the currency's code. */
const SYMBOLS: Record<string, string> = { BRL: 'R$', EUR: '€', GBP: '£', HKD: 'HK$', INR: '₹', JPY: '¥', USD: '$' };

/** How many decimals amounts of an ISO 4217 currency have. Throws an `invalid-attribute` Problem for what is not three capital letters. */
export function currencyDecimals(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) throw invalid('currency', currency, 'three capital letters of ISO 4217, such as BRL');
  return decimalsOf(currency);
}

/**
 * Minor units of a strict decimal text: at most 15 digits without leading zeros, a period, exactly the currency's decimals
 * (`"12.90"` BRL is 1290n, `"1290"` JPY is 1290n). Throws an `invalid-attribute` Problem for anything else.
 */
export function parseAmount(text: string, currency: string): bigint {
  const decimals = currencyDecimals(currency);
  const [, whole, fraction = ''] = /^(0|[1-9]\d{0,14})(?:\.(\d+))?$/.exec(text) ?? [];
  if (!whole || fraction.length !== decimals || text.length !== whole.length + (decimals && decimals + 1)) {
    throw invalid('amount', text, `decimal text with ${decimals} decimals, as ${currency} has`);
  }
  return BigInt(whole + fraction);
}

/** Strict decimal text of minor units, zero or more: 1290n BRL is `"12.90"`. Throws an `invalid-attribute` Problem below zero. */
export function formatAmount(minor: bigint, currency: string): string {
  const decimals = currencyDecimals(currency);
  if (minor < 0n) throw invalid('amount', String(minor), 'zero or more');
  const digits = String(minor).padStart(decimals + 1, '0');
  return decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
}

/**
 * Strict decimal text of what a person typed in English or Brazilian notation: `12,9`, `12.90`, `1.234,50`, `1,234.50`,
 * `R$ 12`. Undefined when it is no amount, has too many decimals, names another currency, or could be two amounts, as
 * `1.234` could: a thousand and more, or a slip of the finger.
 */
export function typedAmount(text: string, currency: string): string | undefined {
  const decimals = currencyDecimals(currency);
  let bare = text.trim();
  const mark = [SYMBOLS[currency] ?? currency, currency].find((mark) => bare.startsWith(mark));
  if (mark) bare = bare.slice(mark.length).trim();
  const [, whole, group, more, point, fraction = ''] =
    /^([1-9]\d{0,2}(?:([.,])\d{3})((?:\2\d{3})*)|\d+)(?:([.,])(\d+))?$/.exec(bare) ?? [];
  const ambiguous = group && !more && !point && decimals;
  if (!whole || ambiguous || (point && point === group) || fraction.length > decimals) return undefined;
  const digits = whole.replace(/[.,]/g, '').replace(/^0+\B/, '');
  if (digits.length > 15) return undefined;
  return decimals ? `${digits}.${fraction.padEnd(decimals, '0')}` : digits;
}

const invalid = (field: string, value: string, must: string): Problem =>
  new Problem('invalid-attribute', `The ${field} is ${JSON.stringify(value.slice(0, 40))}, and must be ${must}.`, { field, value });
