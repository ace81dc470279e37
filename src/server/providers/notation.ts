import { formatAmount } from '../../formats/money.ts';
import { minorUnits } from '../money.ts';

/** How a provider writes amounts: `"12.90"`, `12.9` or `1290`. */
export type Notation = 'major-text' | 'major-number' | 'minor-number';

const NOTATIONS: readonly Notation[] = ['major-text', 'major-number', 'minor-number'];

/** Throws a TypeError unless it is a notation. */
export function checkNotation(notation: Notation, who: string): void {
  if (!NOTATIONS.includes(notation)) throw new TypeError(`${who}: amounts must be one of ${NOTATIONS.join(', ')}`);
}

/** Strict decimal text as the provider writes it. */
export function writeAmount(notation: Notation, amount: string, currency: string): string | number {
  if (notation === 'major-text') return amount;
  return Number(notation === 'minor-number' ? minorUnits(amount, currency) : amount);
}

/** What the provider has written as decimal text in major units; undefined for what is none. */
export function readAmount(notation: Notation, value: unknown, currency: string | undefined): string | undefined {
  const text = asText(value);
  if (notation !== 'minor-number') return text;
  if (text === undefined || currency === undefined || !/^\d{1,15}$/.test(text) || !/^[A-Z]{3}$/.test(currency)) return undefined;
  return formatAmount(BigInt(text), currency);
}

/** Text as it is, and a JSON number of at most 15 digits, below which a double is exact; undefined for anything else. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.length <= 256 ? value : undefined;
  return typeof value === 'number' && /^\d{1,12}(?:\.\d{1,3})?$/.test(String(value)) ? String(value) : undefined;
}
