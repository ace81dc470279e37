import { okpayCurrency, okpayFaults, okpayTotal, written, type OkpayFault, type OkpayForm, type OkpayTexts, type OkpayTotal } from '../../formats/okpay-fields.ts';
import { decimalsOf } from '../../formats/decimals.ts';
import { moneyText, type Money } from '../money-text.ts';
import { formOf, itemOf, kebabCase } from './variables.ts';

/** What a button is to send, as its attributes and items say it now. */
export interface Order {
  readonly form: OkpayForm;
  readonly items: readonly OkpayTexts[];
  /** The first item stands in the button's own attributes. */
  readonly own: boolean;
  readonly faults: readonly OkpayFault[];
  readonly currency: string;
  /** Undefined where the buyer chooses the amount. */
  readonly total: OkpayTotal | undefined;
  /** An item has no price, which the shopper types. */
  readonly asks: boolean;
}

/** What is not written in a button's attributes. */
export interface Besides {
  /** What the shopper has typed where the button asks for an amount; undefined where it does not ask, '' for none. */
  readonly price?: string | undefined;
  /** The invoice under which the server knows the payment. */
  readonly invoice?: string | undefined;
}

/**
 * Reads a button. Without `<okpay-item>` its own `item-*` are the item; with some, these are what is sold, after the button's own item
 * where that has a name.
 */
export function readOrder(button: Element, { price, invoice }: Besides): Order {
  const form = { ...formOf(button), ...(invoice && { invoice }) };
  const more = [...button.querySelectorAll('okpay-item')].map((item) => itemOf(item));
  const self = itemOf(button, 'item-');
  const own = !more.length || Boolean(self['name']);
  const sold = own ? [self, ...more] : more;
  const open = price === undefined ? -1 : sold.findIndex((item) => !item['price']);
  const items = sold.map((item, at) => (at === open ? { ...item, price } : item));
  const faults = okpayFaults(form, items);
  return { form, items, own, faults, currency: okpayCurrency(form), total: faults.length ? undefined : okpayTotal(items), asks: open >= 0 };
}

/** The attribute in which a variable of the order is written: `item-price`, or `price` with its item before it. */
export function attributeOf({ own }: Order, { field, variable }: Pick<OkpayFault, 'field' | 'variable'>): string {
  const name = kebabCase(variable.name);
  const [, number] = /^ok_item_(\d+)_/.exec(field) ?? [];
  if (!number) return name;
  return own && number === '1' ? `item-${name}` : `okpay-item:nth(${Number(number) - Number(own)}) ${name}`;
}

/** Decimal text of an amount as everybody else than OKPAY writes it: with the decimals that its currency has. */
export const plainAmount = (minor: bigint, currency: string): string => {
  const text = written(minor);
  return decimalsOf(currency) ? text : text.replace(/\.00$/, '');
};

/** An amount as the shopper reads it. */
export const shownAmount = (minor: bigint, currency: string, money: Money): string => moneyText(plainAmount(minor, currency), currency, money);
