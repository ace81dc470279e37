import type { Money } from '../locales/en/money.ts';

export type { Money };

/**
 * Decimal text as a shopper reads it, such as `R$ 1.290,00` for `1290.00`: the same as `Intl.NumberFormat` gives for the
 * currencies of the tags, which a test holds. The first `Intl` object of a page costs more than the code's picture.
 */
export function moneyText(amount: string, currency: string, { group, grouped, decimal, texts }: Money): string {
  const [whole = '', decimals] = amount.split('.');
  const number = whole.replace(/\B(?=(\d{3})+$)/g, whole.length < grouped ? '' : group) + (decimals ? decimal + decimals : '');
  return (texts[currency] ?? `${currency}\u00a0#`).replace('#', number);
}
