import type { AmountTexts, NumberStyle } from '../en/money.ts';

export const numbers: NumberStyle = { group: '.', grouped: 5, decimal: ',' };

export const amounts: AmountTexts = {
  BRL: '#\u00a0BRL',
  EUR: '#\u00a0€',
  HKD: '#\u00a0HKD',
  USD: '#\u00a0USD',
  RON: '#\u00a0RON',
  IDR: '#\u00a0IDR',
  PKR: '#\u00a0PKR',
  VND: '#\u00a0VND',
  INR: '#\u00a0INR',
  GBP: '#\u00a0£',
  JPY: '#\u00a0JPY',
  THB: '#\u00a0฿',
  MXN: '#\u00a0MXN',
  PHP: '#\u00a0₱',
};
