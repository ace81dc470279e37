import { currencyDecimals, parseAmount } from '../formats/money.ts';

/**
 * What a shop or a provider says of money as minor units: decimal text with at most the currency's decimals (`"12.9"` and
 * `"12.90"` BRL are 1290n). Undefined for anything else: an exponent, a sign, a comma, white space, a leading zero.
 */
export function minorUnits(amount: unknown, currency: string): bigint | undefined {
  const [, whole, fraction = ''] = (typeof amount === 'string' && /^(\d{1,15})(?:\.(\d{1,4}))?$/.exec(amount)) || [];
  if (whole === undefined) return undefined;
  try {
    const decimals = fraction.padEnd(currencyDecimals(currency), '0');
    return parseAmount(decimals ? `${whole}.${decimals}` : whole, currency);
  } catch {
    return undefined;
  }
}

/** Whether two decimal texts are the same number of minor units; false where either is not an amount. */
export function sameAmount(a: unknown, b: unknown, currency: string): boolean {
  const left = minorUnits(a, currency);
  return left !== undefined && left === minorUnits(b, currency);
}
