/**
 * The variables of OKPAY's payment links and buttons ("Variable Reference" and "Code Samples" of its developer pages), in the order of its
 * samples: this one table is read by the tags, the checks and the documentation.
 */

/** What the text of a variable has to be, besides its length. */
export type OkpayFormat = 'text' | 'receiver' | 'currency' | 'flag' | 'type' | 'quantity' | 'price' | 'money' | 'email' | 'phone' | 'country' | 'address' | 'codes' | 'code';

/** One variable: its name without `ok_`, the most characters it may have, and its format; `required` where a form without it is refused. */
export interface OkpayVariable<Name extends string = string> {
  readonly name: Name;
  readonly most: number;
  readonly format: OkpayFormat;
  readonly required: boolean;
}

/** The currencies of the document's list. */
export const OKPAY_CURRENCIES: readonly string[] = 'EUR USD GBP CHF AUD PLN JPY ILS DKK CAD RUB CZK MYR MXN NOK NZD PHP SGD TWD CNY NGN'.split(' ');

/** The document's "Item Types"; `digital` where none is named. */
export const OKPAY_ITEM_TYPES: readonly string[] = ['shipment', 'digital', 'service', 'donation'];

/** The names in a table of rows. */
type NamesIn<Table> = Table extends `${infer Row}\n${infer More}` ? NameIn<Row> | NamesIn<More> : NameIn<Table>;
type NameIn<Row> = Row extends ` ${infer Rest}` ? NameIn<Rest> : Row extends `${infer Name} ${string}` ? (Name extends `${infer Bare}!` ? Bare : Name) : never;

/** `name most format`, with `!` behind a name that is required. */
const rows = <const Table extends string>(text: Table): readonly OkpayVariable<NamesIn<Table>>[] =>
  text.trim().split('\n').map((line) => {
    const [name = '', most, format = 'text'] = line.trim().split(' ');
    return { name: name.replace('!', '') as NamesIn<Table>, most: Number(most), format: format as OkpayFormat, required: name.endsWith('!') };
  });

/** The variables of one item, of which a form may have several: each stands as `ok_item_#_…`. */
export const ITEM_VARIABLES = rows(`
  name! 127
  price 15 price
  article 40
  type 64 type
  quantity 8 quantity
  shipping 15 money
  shipping2 15 money
  handling 15 money
  tax 15 money
  custom_1_title 127
  custom_1_value 127
  custom_2_title 127
  custom_2_value 127
`);

/** The variables before the items. */
export const LEADING_VARIABLES = rows('receiver! 127 receiver');

/** The variables behind the items. */
export const FORM_VARIABLES = rows(`
  currency 3 currency
  invoice 127
  fees 1 flag
  payer_first_name 64
  payer_last_name 64
  payer_business_name 127
  payer_email 127 email
  payer_phone 20 phone
  payer_country_code 2 country
  payer_country 64
  payer_city 40
  payer_state 40
  payer_street 200
  payer_zip 20
  return_success 127 address
  return_fail 127 address
  ipn 127 address
  language 8 code
  paysystems 64 codes
  directdeposit 8 code
`);
