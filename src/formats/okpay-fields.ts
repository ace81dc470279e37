import { FORM_VARIABLES, ITEM_VARIABLES, LEADING_VARIABLES, OKPAY_CURRENCIES, OKPAY_ITEM_TYPES, type OkpayFormat, type OkpayVariable } from './okpay-variables.ts';

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

/** A text that OKPAY would refuse. */
export interface OkpayFault {
  /** The variable's whole name, such as `ok_item_2_price`. */
  readonly field: string;
  readonly value: string;
  readonly variable: OkpayVariable;
  readonly why: 'missing' | 'long' | 'format' | 'many';
}

/** Where a payment form of OKPAY goes where nobody says otherwise. */
export const OKPAY_ACTION = 'https://www.okpay.com/process.html';

/** OKPAY counts items with two digits. */
const MOST_ITEMS = 99;

/** The currency of a form that names none. */
const USUAL_CURRENCY = 'EUR';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

/** What each format takes; `okpay-rules.ts` says it in words. */
export const OKPAY_FITS: Readonly<Record<OkpayFormat, (text: string) => boolean>> = {
  text: () => true,
  receiver: (text) => /^(OK\d{9}|\+?\d{6,15})$/.test(text) || EMAIL.test(text),
  currency: (text) => OKPAY_CURRENCIES.includes(text),
  flag: (text) => /^[01]$/.test(text),
  type: (text) => OKPAY_ITEM_TYPES.includes(text),
  quantity: (text) => /^[1-9]\d*$/.test(text),
  price: (text) => Boolean(minorOf(text)),
  money: (text) => minorOf(text) !== undefined,
  email: (text) => EMAIL.test(text),
  phone: (text) => /^\+?[\d\s().-]{6,}$/.test(text),
  country: (text) => /^[A-Z]{2}$/.test(text),
  // Of a backslash browsers and servers make different hosts.
  address: (text) => URL.canParse(text) && /^https?:\/\/[^\s\\]+$/i.test(text),
  codes: (text) => /^[A-Z\d]{2,8}( [A-Z\d]{2,8})*$/.test(text),
  code: (text) => /^[\w-]+$/.test(text),
};

/** Every text of a form with the variable that it is of, in the order of OKPAY's samples. */
function textsOf(form: OkpayForm, items: readonly OkpayTexts[]) {
  const of = (texts: OkpayTexts, variables: readonly OkpayVariable[], prefix: string) =>
    variables.map((variable) => ({ field: prefix + variable.name, value: (texts[variable.name] ?? '').trim(), variable }));
  return [
    ...of(form, LEADING_VARIABLES, 'ok_'),
    ...items.flatMap((item, at) => of(item, ITEM_VARIABLES, `ok_item_${at + 1}_`)),
    ...of(form, FORM_VARIABLES, 'ok_'),
  ];
}

/** What no text may hold; joiners, soft hyphens and marks of direction spell words in Persian, Hindi and Hebrew. */
const CONTROL = /(?![\u00ad\u200c-\u200f])\p{C}/u;

/** A text as it is sent. */
function sentAs(value: string, { format }: OkpayVariable): string {
  const minor = /price|money/.test(format) ? minorOf(value) : undefined;
  return minor === undefined ? value : written(minor);
}

/** Everything in a form that OKPAY would refuse, in its order; without an item its first one is missing. A control character has no place in any text. */
export const okpayFaults = (form: OkpayForm, items: readonly OkpayTexts[]): readonly OkpayFault[] =>
  textsOf(form, items.length ? items : [{}]).flatMap((text) => {
    const { value, variable, field } = text;
    const why = field === `ok_item_${MOST_ITEMS + 1}_name` ? 'many' : value
      ? Math.max(value.length, sentAs(value, variable).length) > variable.most ? 'long' : CONTROL.test(value) || !OKPAY_FITS[variable.format](value) ? 'format' : undefined
      : variable.required ? 'missing' : undefined;
    return why ? [{ ...text, why }] : [];
  });

/** The fields of a form without faults: what is empty is left out; prices have two decimals and no commas. */
export const okpayWritten = (form: OkpayForm, items: readonly OkpayTexts[]): OkpayFields =>
  textsOf(form, items).flatMap(({ field, value, variable }) => (value ? [[field, sentAs(value, variable)] as const] : []));

/** The currency of a form, `EUR` where it names none. */
export const okpayCurrency = ({ currency }: OkpayForm): string => currency?.trim() || USUAL_CURRENCY;

/**
 * What the items cost together by the document's formula: price × quantity + tax + handling + shipping + shipping2 × (quantity − 1) for
 * each. Undefined where an item has no price: there the buyer chooses the amount. The texts have no {@link okpayFaults}.
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
