import type { OkpayFault } from './okpay-fields.ts';
import { OKPAY_CURRENCIES, OKPAY_ITEM_TYPES, type OkpayFormat } from './okpay-variables.ts';

/** What a text of each format has to be, in words for the developer. */
export const OKPAY_RULES: Readonly<Record<OkpayFormat, string>> = {
  text: 'plain text',
  receiver: 'an e-mail address, a telephone number, or OK and 9 digits',
  currency: `one of ${OKPAY_CURRENCIES.join(', ')}`,
  flag: '0 (the shop pays the fee) or 1 (the buyer does)',
  type: `one of ${OKPAY_ITEM_TYPES.join(', ')}`,
  quantity: 'a whole number from 1',
  price: 'decimal text above zero such as 1234.50: no sign, no currency, two decimals',
  money: 'decimal text such as 1234.50: no sign, no currency, two decimals',
  email: 'an e-mail address',
  phone: 'a telephone number',
  country: 'two capital letters of ISO 3166',
  address: 'a whole address that begins with https:// or http://',
  codes: 'codes of payment methods with a space between them, such as "CC SF"',
  code: 'a short code, such as SF or en',
};

/** What a text at fault must be: the words behind "must be". */
export const okpayMust = ({ variable: { most, format }, why }: OkpayFault): string =>
  why === 'many' ? 'left out: OKPAY takes 99 items' : why === 'long' ? `at most ${most} characters long` : why === 'missing' && format === 'text' ? 'there: what is sold' : OKPAY_RULES[format];
