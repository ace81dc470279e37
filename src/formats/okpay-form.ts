import { FORM_VARIABLES, ITEM_VARIABLES, LEADING_VARIABLES, OKPAY_CURRENCIES, OKPAY_ITEM_TYPES, type OkpayFormat, type OkpayVariable } from './okpay-variables.ts';
import { Problem } from './problem.ts';

/** Texts by the names of variables without `ok_`, such as `return_success`; those of an item without `item_#_`, such as `price`. */
export type OkpayTexts = Readonly<Record<string, string | undefined>>;

/** What a shop asks OKPAY for. */
export interface OkpayForm extends OkpayTexts {
  readonly receiver?: string;
}

/** What is to be paid, in minor units of two decimals, which OKPAY writes in every currency. */
export interface OkpayTotal {
  readonly price: bigint;
  readonly shipping: bigint;
  readonly handling: bigint;
  readonly tax: bigint;
  readonly total: bigint;
}

/** What is sent: names and texts in the form's order. */
export type OkpayFields = readonly (readonly [name: string, value: string])[];

/** Where a payment form of OKPAY goes where nobody says otherwise. */
export const OKPAY_ACTION = 'https://www.okpay.com/process.html';

/** The currency of a form that names none. */
const USUAL_CURRENCY = 'EUR';

/** What each format takes, and how it is said. A control character has no place in any of them. */
const RULES: Readonly<Record<OkpayFormat, readonly [fits: (text: string) => boolean, must: string]>> = {
  text: [() => true, 'plain text'],
  receiver: [(text) => /^(OK\d{9}|\+?\d{6,15}|[^\s@]+@[^\s@]+\.[^\s@.]+)$/.test(text), 'an e-mail address, a telephone number, or OK and 9 digits'],
  currency: [(text) => OKPAY_CURRENCIES.includes(text), `one of ${OKPAY_CURRENCIES.join(', ')}`],
  flag: [(text) => /^[01]$/.test(text), '0 (the shop pays the fee) or 1 (the buyer does)'],
  type: [(text) => OKPAY_ITEM_TYPES.includes(text), `one of ${OKPAY_ITEM_TYPES.join(', ')}`],
  quantity: [(text) => /^[1-9]\d*$/.test(text), 'a whole number from 1'],
  price: [(text) => (minorOf(text) ?? 0n) > 0n, 'decimal text above zero such as 1234.50: no sign, no currency, two decimals'],
  money: [(text) => minorOf(text) !== undefined, 'decimal text such as 1234.50: no sign, no currency, two decimals'],
  email: [(text) => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text), 'an e-mail address'],
  phone: [(text) => /^\+?[\d\s().-]{6,}$/.test(text), 'a telephone number'],
  country: [(text) => /^[A-Z]{2}$/.test(text), 'two capital letters of ISO 3166'],
  address: [(text) => URL.canParse(text) && /^https?:\/\//i.test(text), 'a whole address that begins with https:// or http://'],
  codes: [(text) => /^[A-Z\d]{2,8}( [A-Z\d]{2,8})*$/.test(text), 'codes of payment methods with a space between them, such as "CC SF"'],
  code: [(text) => /^[A-Za-z\d_-]+$/.test(text), 'a short code, such as SF or en'],
};

/** What a format takes, and how it is said. */
export const okpayRule = (format: OkpayFormat): (typeof RULES)[OkpayFormat] => RULES[format];

/**
 * The fields of OKPAY's payment form, in its order: receiver, items, the rest. What is empty is left out; prices have two decimals and no
 * commas. Throws an `invalid-attribute` Problem for the first text that OKPAY would refuse, whose `field` is the variable's whole name,
 * such as `ok_item_2_price`.
 *
 * @param form - Texts by variable.
 * @param items - At least one; each with a name.
 */
export function okpayFields(form: OkpayForm, items: readonly OkpayTexts[]): OkpayFields {
  if (!items.length) throw invalid('ok_item_1_name', '', 'there: what is sold');
  const of = (texts: OkpayTexts, variables: readonly OkpayVariable[], prefix: string) =>
    variables.flatMap((variable): [string, string][] => {
      const text = (texts[variable.name] ?? '').trim();
      const name = prefix + variable.name;
      check(name, text, variable);
      return text ? [[name, /price|money/.test(variable.format) ? written(minorOf(text)!) : text]] : [];
    });
  return [
    ...of(form, LEADING_VARIABLES, 'ok_'),
    ...items.flatMap((item, at) => of(item, ITEM_VARIABLES, `ok_item_${at + 1}_`)),
    ...of(form, FORM_VARIABLES, 'ok_'),
  ];
}

/** The currency of a form, `EUR` where it names none. */
export const okpayCurrency = ({ currency }: OkpayForm): string => currency?.trim() || USUAL_CURRENCY;

/**
 * What the items cost together by the document's formula: price × quantity + tax + handling + shipping + shipping2 × (quantity − 1) for
 * each. Undefined where an item has no price: there the buyer chooses the amount. The texts have passed {@link okpayFields}.
 */
export function okpayTotal(items: readonly OkpayTexts[]): OkpayTotal | undefined {
  if (items.some(({ price }) => !price?.trim())) return undefined;
  const sum = { price: 0n, shipping: 0n, handling: 0n, tax: 0n, total: 0n };
  for (const item of items) {
    const quantity = BigInt(item['quantity']?.trim() || 1);
    const minor = (name: string): bigint => minorOf(item[name]?.trim() ?? '') ?? 0n;
    sum.price += minor('price') * quantity;
    sum.shipping += minor('shipping') + minor('shipping2') * (quantity - 1n);
    sum.handling += minor('handling');
    sum.tax += minor('tax');
  }
  return { ...sum, total: sum.price + sum.shipping + sum.handling + sum.tax };
}

/** Decimal text with two decimals of minor units: 1290n is `12.90`. */
export const written = (minor: bigint): string => `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`;

/** Minor units of `100`, `100.50` or `1,234.50`; undefined for what is none. */
export function minorOf(text: string): bigint | undefined {
  const [, whole, fraction = '00'] = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d\d))?$/.exec(text) ?? [];
  return whole === undefined ? undefined : BigInt(whole.replaceAll(',', '') + fraction);
}

function check(name: string, text: string, { most, format, required }: OkpayVariable): void {
  if (!text) {
    if (required) throw invalid(name, text, 'there');
    return;
  }
  const [fits, must] = RULES[format];
  if (text.length > most) throw invalid(name, text, `at most ${most} characters long`);
  if (/\p{C}/u.test(text) || !fits(text)) throw invalid(name, text, must);
}

const invalid = (field: string, value: string, must: string): Problem =>
  new Problem('invalid-attribute', `${field} is ${JSON.stringify(value.slice(0, 40))}, and must be ${must}.`, { field, value });
