/** Currencies whose number of decimals is not 2: ISO 4217, list one. */
const DECIMALS: Record<string, number> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, UYI: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
  BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
  CLF: 4, UYW: 4,
};

const decimalsOf = (currency: string): number => (Object.hasOwn(DECIMALS, currency) ? DECIMALS[currency]! : 2);

/**
 * Decimal text in major units (`"12.90"`, `"1290"` for JPY) as minor units; undefined for anything else: an exponent, a sign,
 * a comma, white space, a leading zero, more decimals than the currency has.
 */
export function minorUnits(amount: unknown, currency: string): bigint | undefined {
  const [, whole, fraction = ''] = (typeof amount === 'string' && /^(0|[1-9]\d{0,14})(?:\.(\d{1,4}))?$/.exec(amount)) || [];
  const decimals = decimalsOf(currency);
  if (whole === undefined || fraction.length > decimals) return undefined;
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

/** Minor units as decimal text in major units with the currency's own number of decimals; the other way of {@link minorUnits}. */
export function majorUnits(minor: bigint, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(minor).padStart(decimals + 1, '0');
  return decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
}

/** Whether two decimal texts are the same number of minor units; false where either is not an amount. */
export function sameAmount(a: unknown, b: unknown, currency: string): boolean {
  const left = minorUnits(a, currency);
  return left !== undefined && left === minorUnits(b, currency);
}
