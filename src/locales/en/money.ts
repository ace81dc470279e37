/** How a language writes the number of an amount. */
export interface NumberStyle {
  /** What groups thousands. */
  readonly group: string;
  /** How many digits a number must have to be grouped. */
  readonly grouped: number;
  /** What starts the decimals. */
  readonly decimal: string;
}

/** How amounts are written: a text a currency (ISO 4217), in which `#` stands for the number. */
export type AmountTexts = Readonly<Record<Currency, string>>;

/** The currencies that tags are paid in. */
export type Currency = 'BRL' | 'EUR' | 'HKD' | 'USD' | 'RON' | 'IDR' | 'PKR' | 'VND' | 'INR' | 'GBP' | 'JPY' | 'THB' | 'MXN' | 'PHP';

/** How amounts are written; `texts` only has the currencies that a tag is paid in, so that no other is fetched for it. */
export interface Money extends NumberStyle {
  readonly texts: Readonly<Record<string, string>>;
}

export const numbers: NumberStyle = { group: ',', grouped: 4, decimal: '.' };

export const amounts: AmountTexts = {
  BRL: 'R$#',
  EUR: '€#',
  HKD: 'HK$#',
  USD: '$#',
  RON: 'RON\u00a0#',
  IDR: 'IDR\u00a0#',
  PKR: 'PKR\u00a0#',
  VND: '₫#',
  INR: '₹#',
  GBP: '£#',
  JPY: '¥#',
  THB: 'THB\u00a0#',
  MXN: 'MX$#',
  PHP: '₱#',
};
