import { ProviderError } from './ask.ts';
import { childrenOf } from './okpay-soap-call.ts';
import type { SoapElement } from './okpay-soap-envelope.ts';

/** What a wallet holds in a currency: decimal text as it came. */
export interface OkpayBalance {
  readonly currency: string;
  readonly amount: string;
}

/** Who pays or is paid; undefined is what was not said. */
export interface OkpayAccountInfo {
  readonly accountId: string | undefined;
  readonly countryIso: string | undefined;
  readonly email: string | undefined;
  readonly name: string | undefined;
  readonly verificationStatus: string | undefined;
  readonly walletId: string | undefined;
}

const STATUSES = ['None', 'Error', 'Canceled', 'Pending', 'Reversed', 'Hold', 'Completed'] as const;

/** A transaction. Ids, amounts and dates (`2010-12-31 10:33:44`, GMT) are text as it came. */
export interface OkpayTransactionInfo {
  readonly id: string;
  /** Decimal text. */
  readonly amount: string;
  readonly fees: string | undefined;
  readonly net: string | undefined;
  readonly currency: string;
  readonly date: string | undefined;
  readonly comment: string | undefined;
  readonly invoice: string | undefined;
  readonly operationName: string | undefined;
  readonly receiver: OkpayAccountInfo | undefined;
  readonly sender: OkpayAccountInfo | undefined;
  /** Only `Completed` has arrived. Undefined for a word that is not known. */
  readonly status: (typeof STATUSES)[number] | undefined;
}

/** One page of a history. */
export interface OkpayHistoryInfo {
  readonly pageCount: number;
  readonly pageNumber: number;
  readonly pageSize: number;
  readonly totalCount: number;
  readonly transactions: readonly OkpayTransactionInfo[];
}

/** What an element holds: text, null for `xsi:nil`, or elements by their local names, of which several of one name are a list. */
export type OkpaySoapValue = string | null | { readonly [name: string]: OkpaySoapValue | readonly OkpaySoapValue[] };

type Value = SoapElement['value'];

/** The nested texts of an element. */
export function nestedTexts(value: Value): OkpaySoapValue {
  if (value === null || typeof value === 'string') return value;
  const nested = Object.create(null) as Record<string, OkpaySoapValue | OkpaySoapValue[]>;
  for (const element of value) {
    const one = nestedTexts(element.value);
    const before = nested[element.name];
    nested[element.name] = before === undefined ? one : Array.isArray(before) ? [...before, one] : [before as OkpaySoapValue, one];
  }
  return nested;
}

/** The whole text; throws a ProviderError `bad-answer` unless it fits. */
export function fitting(value: unknown, pattern: RegExp): string {
  if (typeof value !== 'string' || !pattern.test(value)) throw new ProviderError('bad-answer');
  return value;
}

/** The text of an element in a value; undefined where it is missing or nil. Throws a ProviderError `bad-answer` where it comes twice or holds elements. */
function textIn(value: Value, name: string): string | undefined {
  const [found, ...others] = childrenOf({ value }).filter((element) => element.name === name);
  if (others.length || Array.isArray(found?.value)) throw new ProviderError('bad-answer');
  return (found?.value as string | null | undefined) ?? undefined;
}

const AMOUNT = /^-?\d{1,25}(\.\d{1,10})?$/;
const CURRENCY = /^[A-Z]{3}$/;
/** The id of a transaction. */
export const ID = /^\d{1,22}$/;

/** What a wallet holds; as the others here it throws a ProviderError `bad-answer` for what is none. */
export const readBalance = (value: Value): OkpayBalance => ({
  currency: fitting(textIn(value, 'Currency'), CURRENCY),
  amount: fitting(textIn(value, 'Amount'), AMOUNT),
});

/** All elements of a list, which may be nil or empty; throws a ProviderError `bad-answer` where another stands among them. */
export function readList<One>(value: Value, name: string, read: (value: Value) => One): readonly One[] {
  if (typeof value === 'string' && value) throw new ProviderError('bad-answer');
  return childrenOf({ value }).map((element) => {
    if (element.name !== name) throw new ProviderError('bad-answer');
    return read(element.value);
  });
}

/** A transaction, as told by its id or in a history. */
export function readTransaction(value: Value): OkpayTransactionInfo {
  const text = (name: string) => textIn(value, name);
  const status = text('Status');
  const amount = (name: string) => (text(name) === undefined ? undefined : fitting(text(name), AMOUNT));
  return {
    id: fitting(text('ID'), ID),
    amount: fitting(text('Amount'), AMOUNT),
    fees: amount('Fees'),
    net: amount('Net'),
    currency: fitting(text('Currency'), CURRENCY),
    date: text('Date'),
    comment: text('Comment'),
    invoice: text('Invoice'),
    operationName: text('OperationName'),
    receiver: readAccount(value, 'Receiver'),
    sender: readAccount(value, 'Sender'),
    status: STATUSES.find((one) => one === status),
  };
}

function readAccount(value: Value, name: string): OkpayAccountInfo | undefined {
  const found = childrenOf({ value }).find((element) => element.name === name);
  if (!found || !childrenOf(found).length) return undefined;
  const text = (field: string) => textIn(found.value, field);
  return {
    accountId: text('AccountID'),
    countryIso: text('Country_ISO'),
    email: text('Email'),
    name: text('Name'),
    verificationStatus: text('VerificationStatus'),
    walletId: text('WalletID'),
  };
}

/** A page of a history with its transactions. */
export function readHistory(value: Value): OkpayHistoryInfo {
  const count = (name: string) => Number(fitting(textIn(value, name), /^\d{1,9}$/));
  const transactions = childrenOf({ value }).find(({ name }) => name === 'Transactions');
  return {
    pageCount: count('PageCount'),
    pageNumber: count('PageNumber'),
    pageSize: count('PageSize'),
    totalCount: count('TotalCount'),
    transactions: readList(transactions?.value ?? null, 'TransactionInfo', readTransaction),
  };
}
