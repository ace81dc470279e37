import { formatAmount } from '../../formats/money.ts';
import { hasCheckDigit } from '../../formats/gs1.ts';
import { sameAmount } from '../money.ts';
import { amountNotOffered } from '../refusal.ts';
import { ENGLISH } from '../texts.ts';

/** What OKTO sells in one country: so much money under one number. */
export interface OktoPackage {
  /** ISO 3166-1, two capital letters. */
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Decimal text in major units, such as `"10.00"`. */
  readonly amount: string;
  /** 13 or 14 digits, the last a check digit. */
  readonly packageId: string;
}

/**
 * The packages of a `transactionChannel`, `IT_EUR_1000->8055348521276,…`: country, currency and amount in minor units, and the
 * package id, joined by commas. Throws a TypeError that begins with `what` and names the entry that is malformed, is there
 * twice, or has a wrong check digit.
 */
export function readTransactionChannel(transactionChannel: string | undefined, what = 'transactionChannel'): OktoPackage[] {
  if (typeof transactionChannel !== 'string' || !transactionChannel.trim()) throw new TypeError(`${what} is missing or blank`);
  const packages = new Map<string, OktoPackage>();
  for (const entry of transactionChannel.split(',').map((text) => text.trim())) {
    const fail = (why: string): never => {
      throw new TypeError(`${what}: the entry ${JSON.stringify(entry.slice(0, 80))} ${why}`);
    };
    const [, key = '', country = '', currency = '', minor = '', packageId = ''] =
      /^(([A-Z]{2})_([A-Z]{3})_([1-9]\d{0,14}))\s*->\s*(\d+)$/.exec(entry) ?? fail('is not Country_Currency_Amount->PackageId');
    if (!/^\d{13,14}$/.test(packageId)) fail('has a package id that is not 13 or 14 digits');
    if (!hasCheckDigit(packageId)) fail('has a package id with a wrong check digit');
    if (packages.has(key)) fail('is there twice');
    packages.set(key, { country, currency, amount: formatAmount(BigInt(minor), currency), packageId });
  }
  return [...packages.values()];
}

/** The package of this amount, decimal text in major units; undefined where there is none. */
export const packageOf = (
  packages: readonly OktoPackage[],
  wanted: { readonly country?: string | undefined; readonly currency: string; readonly amount: string },
): OktoPackage | undefined =>
  packages.find(({ country, currency, amount }) => {
    return country === wanted.country && currency === wanted.currency && sameAmount(amount, wanted.amount, currency);
  });

/**
 * The package id of an amount, decimal text in major units such as `"10.00"`. Throws a TypeError for a channel that cannot be
 * read, a Refusal `amount-not-offered`, which lists the amounts on offer in English, where the amount has no package.
 */
export function oktoPackageId(
  transactionChannel: string,
  wanted: { readonly country: string; readonly currency: string; readonly amount: string },
): string {
  const packages = readTransactionChannel(transactionChannel);
  const found = packageOf(packages, wanted);
  if (found) return found.packageId;
  const { country, currency } = wanted;
  const offers = packages.filter((one) => one.country === country && one.currency === currency).map(({ amount }) => amount);
  throw amountNotOffered(ENGLISH, { offers, currency });
}
