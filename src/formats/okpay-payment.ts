/**
 * What OKPAY says of a payment, to a server by IPN and to the page that the shopper comes back to ("IPN Variable Reference"; "Auto Return
 * pages can use the same variables"). All of it is text as it came: ids have up to 22 digits, and money is never a float.
 */

/** The variables without `ok_`, but for those of items. `ipn_id`, `fees`, `txn_amount`, `txn_payment_method` and `kind` are in no reference; newer messages have them. */
const NAMES = [
  'charset', 'ipn_id', 'ipn_test', 'ipn_resend', 'kind', 'fees', 'invoice', 'items_count',
  'receiver', 'receiver_email', 'receiver_phone', 'receiver_id', 'receiver_wallet',
  'payer_first_name', 'payer_last_name', 'payer_business_name', 'payer_email', 'payer_phone', 'payer_id', 'payer_reputation', 'payer_status',
  'payer_country_code', 'payer_country', 'payer_city', 'payer_state', 'payer_street', 'payer_zip', 'payer_address_name', 'payer_address_status',
  'txn_id', 'txn_parent_id', 'txn_datetime', 'txn_kind', 'txn_payment_type', 'txn_payment_method', 'txn_status', 'txn_pending_reason',
  'txn_reversal_reason', 'txn_currency', 'txn_exchange_rate', 'txn_gross', 'txn_amount', 'txn_net', 'txn_fee', 'txn_handling', 'txn_shipping',
  'txn_shipping_method', 'txn_tax', 'txn_comment',
] as const;

/** The variables of an item without `ok_item_#_`; `amount` and `fee` are the simulator's. */
const ITEM_NAMES = [
  'id', 'name', 'article', 'type', 'quantity', 'gross', 'price', 'amount', 'fee', 'handling', 'shipping', 'tax',
  'custom_1_title', 'custom_1_value', 'custom_2_title', 'custom_2_value',
] as const;

type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<CamelCase<Tail>>}` : Name;
type Texts<Names extends readonly string[]> = { readonly [Name in Names[number] as CamelCase<Name>]: string };

/** What has become of a transaction. The reference has the first four; newer messages the others. */
export const OKPAY_STATUSES = ['completed', 'failed', 'pending', 'reversed', 'hold', 'error', 'canceled'] as const;

/** Something that was sold. */
export type OkpayItem = Texts<typeof ITEM_NAMES>;

/** A payment as OKPAY tells of it: each variable without `ok_`, in camel case, empty where it did not come. */
export interface OkpayPayment extends Texts<typeof NAMES> {
  /** `txnStatus`, where it is a word that is known. */
  readonly status: (typeof OKPAY_STATUSES)[number] | undefined;
  /** The simulator's, or another test: nobody has paid. */
  readonly isTest: boolean;
  /** Decimal text with two decimals, below zero for a reversal; undefined where it is no amount. */
  readonly gross: string | undefined;
  readonly items: readonly OkpayItem[];
}

/** More items than a message has. */
const MOST_ITEMS = 99;

/** Reads the variables of a message or of an address. A name that comes twice counts once, the first time; what is not known is passed over. */
export function readOkpayPayment(params: Iterable<readonly [name: string, value: string]>): OkpayPayment {
  const given = new Map<string, string>();
  for (const [name, value] of params) if (!given.has(name)) given.set(name, value);
  const texts = <Names extends readonly string[]>(names: Names, prefix: string): Texts<Names> =>
    Object.fromEntries(names.map((name) => [camelCase(name), given.get(prefix + name) ?? ''])) as Texts<Names>;
  const all = texts(NAMES, 'ok_');
  const numbers = [...given.keys()].flatMap((name) => /^ok_item_([1-9]\d?)_/.exec(name)?.[1] ?? []);
  const last = Math.min(MOST_ITEMS, Math.max(0, ...new Set(numbers.map(Number))));
  return {
    ...all,
    status: OKPAY_STATUSES.find((status) => status === all.txnStatus.toLowerCase()),
    // "If its value is greater than zero, it is a test message": whatever is no zero is none of a real one.
    isTest: !/^0*$/.test(all.ipnTest),
    gross: okpayAmount(all.txnGross || all.txnAmount),
    items: Array.from({ length: last }, (_, at) => texts(ITEM_NAMES, `ok_item_${at + 1}_`)),
  };
}

const camelCase = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** Decimal text with two decimals of an amount that may have thousands commas, as prices may; undefined for what is none. */
export function okpayAmount(text: string): string | undefined {
  const [, sign = '', whole, fraction = '00'] = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d\d))?$/.exec(text.trim()) ?? [];
  return whole === undefined ? undefined : `${sign}${whole.replaceAll(',', '').replace(/^0+(?=\d)/, '')}.${fraction}`;
}
