import type { AmountTexts, NumberStyle } from '../en/money.ts';

export const numbers: NumberStyle = { group: '.', grouped: 4, decimal: ',' };

export const amounts: AmountTexts = {
  BRL: 'R$\u00a0#',
  EUR: '€\u00a0#',
  HKD: 'HK$\u00a0#',
  USD: 'US$\u00a0#',
  RON: 'RON\u00a0#',
  IDR: 'IDR\u00a0#',
  PKR: 'PKR\u00a0#',
  VND: '₫\u00a0#',
  INR: '₹\u00a0#',
  GBP: '£\u00a0#',
  JPY: 'JP¥\u00a0#',
  THB: '฿\u00a0#',
  MXN: 'MX$\u00a0#',
  PHP: 'PHP\u00a0#',
};
