import { Problem } from './problem.ts';

/**
 * The addresses that open a payment in a UPI app and stand in its QR codes: "UPI Linking Specifications" of the National Payments
 * Corporation of India, `upi://pay?pa=…&pn=…&am=…&cu=INR`.
 */

/** What a UPI address says of its payment. */
export interface UpiPayment {
  /** The payee's UPI id (`pa`), such as `shop@bank`. */
  readonly id: string;
  /** The payee's name (`pn`); empty where the address names none. */
  readonly name: string;
  /** Decimal text with two decimals, as rupees have (`am`); undefined where the payer types the amount. */
  readonly amount: string | undefined;
}

/** No part of an address is read that stands in it twice: an app may take the other one. */
const ONCE = ['pa', 'pn', 'am', 'cu'];

/**
 * Reads a UPI address. Throws an `invalid-code` Problem that says what is wrong for another address, for one of more than 512
 * characters or with an invisible one, and for one without a payee, in another currency, or with an amount that is none.
 */
export function readUpi(text: string): UpiPayment {
  const [, query] = /^upi:\/\/pay\/?\?([^#]+)$/i.exec(text) ?? [];
  if (!query) throw wrong(text, 'it has to begin with upi://pay?');
  if (!/^\P{C}{1,512}$/u.test(text)) throw wrong(text, 'it has to be at most 512 characters, every one of them visible');
  const parts = new URLSearchParams(query);
  const twice = ONCE.find((name) => parts.getAll(name).length > 1);
  if (twice) throw wrong(text, `${twice} stands in it twice`);
  const [id = '', name = '', amount = '', currency = ''] = ONCE.map((part) => parts.get(part)?.trim());
  if (!/^[\w.-]{2,256}@[a-z\d.-]{2,64}$/i.test(id)) throw wrong(text, 'pa has to be the UPI id of a payee, such as shop@bank');
  if (!/^\P{C}{0,128}$/u.test(name)) throw wrong(text, 'pn has to be a name, every character of it visible');
  if (!/^(inr)?$/i.test(currency)) throw wrong(text, 'cu has to be INR');
  const [, rupees, paise = ''] = /^0*(\d{1,13})(?:\.(\d{0,2}))?$/.exec(amount) ?? [];
  if (amount && !rupees) throw wrong(text, 'am has to be an amount such as 499.00');
  // Zero is what some write where the payer types the amount.
  return { id, name, amount: /[1-9]/.test(amount) ? `${rupees}.${paise.padEnd(2, '0')}` : undefined };
}

const wrong = (value: string, rule: string): Problem => new Problem('invalid-code', `upi="${value.slice(0, 80)}" is not drawn: ${rule}.`, { field: 'upi', value: value.slice(0, 80) });
