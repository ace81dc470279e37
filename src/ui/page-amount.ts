import { Problem } from '../formats/problem.ts';

/** What a page has written, or a server answered, as the amount, of a currency with two decimals. Throws an `invalid-attribute` Problem for what is none. */
export function pageAmount(text: string): string {
  if (text && !text.match?.(/^(?!0\.00)(0|[1-9]\d{0,14})\.\d\d$/)) throw invalid('amount', text, 'write it with two decimals, such as "12.90"');
  return text;
}

/** The currency that a page has written; throws an `invalid-attribute` Problem unless it is three capital letters. */
export function pageCurrency(text: string): void {
  if (!/^[A-Z]{3}$/.test(text)) throw invalid('currency', text, 'write ISO 4217, such as "EUR"');
}

/** What is wrong in an attribute, in a sentence for the developer. */
export const invalid = (field: string, value: string, rule: string): Problem =>
  new Problem('invalid-attribute', `${field}="${String(value).slice(0, 80)}": ${rule}.`, { field, value });
