import { typedAmount } from '../../formats/money.ts';

/** The price that was typed, as decimal text; '' for what is no amount above zero, and for more than a price may have. */
export function typedPrice(text: string, currency: string): string {
  const price = typedAmount(text, currency) ?? '';
  return /[1-9]/.test(price) && /^\d{1,12}(\.|$)/.test(price) ? price : '';
}
