import { make } from './make.js';

/** What stands beside the field of a variable: its label, and what to know. Those of an item stand under their own name. */
const LABELS = {
  receiver: ['Wallet, e-mail or telephone', 'OK and 9 digits, such as OK702746927.'],
  currency: ['Currency', 'EUR where you choose none.'],
  invoice: ['Invoice', 'Your own number; OKPAY sends it back.'],
  fees: ['Who pays OKPAY’s fee', ''],
  name: ['What it is', ''],
  price: ['Price', 'Leave it empty to let the buyer choose.'],
  quantity: ['How many', ''],
  type: ['Kind', ''],
  article: ['Article number', ''],
  shipping: ['Shipping', ''],
  shipping2: ['Shipping of each further piece', ''],
  handling: ['Handling', ''],
  tax: ['Tax', ''],
  custom_1_title: ['Your own field', 'Its name, such as Size.'],
  custom_1_value: ['What stands in it', 'Empty: OKPAY asks the buyer.'],
  custom_2_title: ['A second field', ''],
  custom_2_value: ['What stands in it', ''],
  return_success: ['Page after payment', ''],
  return_fail: ['Page after a cancellation', ''],
  ipn: ['Where OKPAY tells your server', 'The address of your IPN listener.'],
  language: ['Language of OKPAY’s page', 'Such as en, or ru.'],
  paysystems: ['Only these ways to pay', 'Codes, such as CC SF.'],
  directdeposit: ['Straight to one way to pay', 'Its code, such as SF.'],
  payer_first_name: ['First name', ''],
  payer_last_name: ['Last name', ''],
  payer_business_name: ['Company', ''],
  payer_email: ['E-mail', ''],
  payer_phone: ['Telephone', ''],
  payer_country_code: ['Country code', 'Two capital letters.'],
  payer_country: ['Country', ''],
  payer_city: ['City', ''],
  payer_state: ['State', ''],
  payer_street: ['Street', ''],
  payer_zip: ['Zip', ''],
};

/** Choices besides those of the table: value and text. */
const FEES = [['', 'You do'], ['1', 'The buyer does']];
const TYPES = { shipment: 'Goods to be sent', digital: 'Something digital', service: 'A service', donation: 'A donation' };

/** How the tag looks: attributes of its own, and what may be chosen. */
export const LOOKS = [
  ['as', 'Shown as', [['', 'A button'], ['link', 'A link in a text'], ['image', 'A small button']]],
  ['kind', 'What it says', [['', 'Pay'], ['buy', 'Buy now'], ['donate', 'Donate'], ['top-up', 'Top up'], ['subscribe', 'Subscribe']]],
  ['target', 'Opens', [['', 'In this tab'], ['_blank', 'In a new tab'], ['popup', 'In a small window']]],
  ['lang', 'Language of the button', [['', 'That of your page'], ['en', 'English'], ['de', 'Deutsch'], ['el', 'Ελληνικά'], ['es', 'Español'], ['id', 'Bahasa Indonesia'], ['it', 'Italiano'], ['pt-BR', 'Português'], ['ro', 'Română'], ['zh-HK', '繁體中文']]],
];

/** The fields of an item that stand open; the others are for whoever looks. */
export const FIRST_OF_ITEM = ['name', 'price', 'quantity', 'type'];

/** A field for one variable of the table, filled in; `wrote` is given each text that is written into it. */
export function fieldOf({ variable, value, choices }, wrote) {
  const { name, format } = variable;
  const [label, hint] = LABELS[name] ?? [name, ''];
  const options = { flag: FEES, currency: [['', 'EUR'], ...choices.currencies.filter((code) => code !== 'EUR').map((code) => [code, code])], type: [['', TYPES.digital], ...choices.types.filter((type) => type !== 'digital').map((type) => [type, TYPES[type]])] }[format];
  const input = options ? selectOf(options, value) : make('input', { value, autocomplete: 'off', inputmode: { price: 'decimal', money: 'decimal', quantity: 'numeric', address: 'url' }[format] });
  input.addEventListener('input', () => wrote(input.value));
  return make('label', { class: `field${format === 'address' ? ' wide' : ''}`, 'data-variable': name }, make('span', { text: label }), input, ...(hint ? [make('small', { text: hint })] : []));
}

/** What a link has brought that is none of the choices stands there too, to be seen and mended. */
const withGiven = (options, value) => (options.some(([of]) => of === value) ? options : [...options, [value, value]]);

/** A list with one of its values chosen. */
export const selectOf = (options, value) => make('select', {}, ...withGiven(options, value).map(([of, text]) => make('option', { value: of, text, selected: of === value })));
