import type { AmountTexts, NumberStyle } from '../en/money.ts';

export const numbers: NumberStyle = { group: ',', grouped: 4, decimal: '.' };

export const amounts: AmountTexts = {
  BRL: 'R$#',
  EUR: '€#',
  HKD: 'HK$#',
  USD: 'US$#',
  RON: 'RON\u00a0#',
  IDR: 'IDR\u00a0#',
  PKR: 'PKR\u00a0#',
  VND: '₫#',
  INR: '₹#',
  GBP: '£#',
  JPY: '¥#',
  THB: 'THB\u00a0#',
  MXN: 'MX$#',
  PHP: 'PHP\u00a0#',
};
