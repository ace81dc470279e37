/** How a language writes an amount. */
export interface MoneyStyle {
  /** ISO 4217 code to symbol; a currency without one is written with its code. */
  readonly symbols: Readonly<Record<string, string>>;
  readonly group: string;
  readonly decimal: string;
  /** What stands between a symbol and the number. */
  readonly gap: string;
}

/**
 * Decimal text as a shopper reads it, such as `R$ 1.290,00` for `1290.00`: the same as `Intl.NumberFormat` gives for the
 * currencies of the tags, which a test holds. The first `Intl` object of a page costs more than the code's picture.
 */
export function moneyText(amount: string, currency: string, style: MoneyStyle): string {
  const [whole = '', decimals] = amount.split('.');
  const symbol = style.symbols[currency];
  const number = whole.replace(/\B(?=(\d{3})+$)/g, style.group) + (decimals ? style.decimal + decimals : '');
  return (symbol ? symbol + style.gap : `${currency}\u00a0`) + number;
}
