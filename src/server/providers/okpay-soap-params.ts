import { minorOf } from '../../formats/okpay-fields.ts';
import { okpayRule } from '../../formats/okpay-form.ts';
import { ProviderError } from './ask.ts';
import type { SoapParams } from './okpay-soap-call.ts';
import { isCarried } from './okpay-soap-envelope.ts';

/** A parameter that OKPAY would not take: nothing was sent. */
export class OkpayParameterError extends ProviderError {
  override readonly name = 'OkpayParameterError';
  /** The parameter's name in the document. */
  readonly field: string;
  /** As it was given; empty where that is a secret. */
  readonly value: unknown;
  /** What it must be. */
  readonly rule: string;

  constructor(field: string, value: unknown, rule: string) {
    super('bad-parameter', true);
    const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
    this.message = `${field} is ${shown.slice(0, 42)}, and must be ${rule}.`;
    this.field = field;
    this.value = value;
    this.rule = rule;
  }
}

type Rule = readonly [fits: (text: string) => boolean, must: string];

const DATE: Rule = [(text) => dateOf(text) !== undefined, 'a date such as 2010-12-31 10:33:44, in GMT'];
const COUNT: Rule = [(text) => /^[1-9]\d{0,8}$/.test(text), 'a whole number from 1'];
const FLAG: Rule = [(text) => text === 'true' || text === 'false', 'true or false'];
const CURRENCY = okpayRule('currency');
/** What every text has to be. */
const TEXT: Rule = [isCarried, 'text of characters that XML can carry, without carriage returns'];

const RULES: Readonly<Record<string, Rule>> = {
  Receiver: okpayRule('receiver'),
  Currency: CURRENCY,
  Amount: [(text) => /^(0|[1-9]\d{0,12})\.\d\d$/.test(text) && minorOf(text) !== 0n, 'decimal text from 0.01, with two decimals and neither sign nor commas, such as 456.78'],
  IsReceiverPaysFees: FLAG,
  Invoice: [(text) => text !== '', 'your own name for a transfer'],
  TxnID: [(text) => /^\d{1,22}$/.test(text), 'up to 22 digits'],
  From: DATE,
  Till: DATE,
  PageSize: COUNT,
  PageNumber: COUNT,
  Email: okpayRule('email'),
  IsCourierDelivery: FLAG,
};

/** The parameters that a function can do without. */
const OPTIONAL = ['Comment', 'Invoice'];

/** The parameters in their order. Throws an {@link OkpayParameterError} for the first that OKPAY would not take. */
export function checkedParams(given: Readonly<Record<string, unknown>>, rules = RULES): SoapParams {
  return Object.entries(given).flatMap(([name, value]): [string, string][] => {
    if (value === undefined && OPTIONAL.includes(name)) return [];
    for (const [fits, must] of [...(Object.hasOwn(rules, name) ? [rules[name]!] : []), TEXT]) {
      if (typeof value !== 'string' || !fits(value)) throw new OkpayParameterError(name, value, must);
    }
    return [[name, value as string]];
  });
}

/** As {@link checkedParams}, of any function, whose own rules are not known here; what is undefined is left out. */
export function checkedCall(name: string, given: Readonly<Record<string, string | undefined>>): SoapParams {
  if (!isName(name)) throw new OkpayParameterError('function', name, NAME);
  const params = Object.entries(given).filter(([, value]) => value !== undefined);
  for (const [field] of params) {
    if (!isName(field)) throw new OkpayParameterError('parameter', field, NAME);
    if (/^(WalletID|SecurityToken)$/i.test(field)) throw new OkpayParameterError(field, '', 'left out, since it is added');
  }
  return checkedParams(Object.fromEntries(params), {});
}

const NAME = 'a name of letters, digits and _';
const isName = (text: unknown): boolean => typeof text === 'string' && /^[A-Za-z]\w{0,63}$/.test(text);

/** The time of `2010-12-31 10:33:44` in GMT; undefined for anything else. */
export function dateOf(text: string): Date | undefined {
  const date = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? new Date(`${text.replace(' ', 'T')}Z`) : new Date(NaN);
  // What is no day, such as the 31st of June, is another day for some.
  return !Number.isNaN(date.getTime()) && dateText(date) === text ? date : undefined;
}

/** `2010-12-31 10:33:44`, in GMT. */
export const dateText = (date: Date): string => date.toISOString().slice(0, 19).replace('T', ' ');
