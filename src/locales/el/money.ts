import type { AmountTexts, NumberStyle } from '../en/money.ts';

export const numbers: NumberStyle = { group: '.', grouped: 4, decimal: ',' };

export const amounts: AmountTexts = {
  BRL: '#\u00a0R$',
  EUR: '#\u00a0€',
  HKD: '#\u00a0HK$',
  USD: '#\u00a0$',
  RON: '#\u00a0RON',
  IDR: '#\u00a0IDR',
  PKR: '#\u00a0PKR',
  VND: '#\u00a0₫',
  INR: '#\u00a0₹',
  GBP: '#\u00a0£',
  JPY: '#\u00a0JP¥',
  THB: '#\u00a0฿',
  MXN: '#\u00a0MX$',
  PHP: '#\u00a0PHP',
};
