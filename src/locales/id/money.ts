import type { AmountTexts, NumberStyle } from '../en/money.ts';

export const numbers: NumberStyle = { group: '.', grouped: 4, decimal: ',' };

export const amounts: AmountTexts = {
  BRL: 'R$#',
  EUR: '€#',
  HKD: 'HK$#',
  USD: 'US$#',
  RON: 'RON\u00a0#',
  IDR: 'Rp\u00a0#',
  PKR: 'PKR\u00a0#',
  VND: '₫#',
  INR: 'Rs\u00a0#',
  GBP: '£#',
  JPY: 'JP¥#',
  THB: '฿#',
  MXN: 'MX$#',
  PHP: 'PHP\u00a0#',
};
