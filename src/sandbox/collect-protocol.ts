import { signCollect } from '../server.ts';

/** The calls of the document, by what follows `/v1/`. */
export type Call = 'balance' | 'Collect' | 'query/Collect' | 'Payout' | 'query/Payout';

/** The parameters of a request; empty text for one that is not there. */
export type Given = (name: string) => string;

/** Whose requests are taken. */
interface Merchant {
  readonly mchId: string;
  readonly key: string;
}

/** The parameters of a form, and the document's status code for what is wrong with merchant or sign. */
export function mayPass(form: URLSearchParams, { mchId, key }: Merchant): { readonly wrong?: string; readonly given: Given } {
  const params = Object.fromEntries(form);
  const given = (name: string) => (Object.hasOwn(params, name) ? params[name]! : '');
  // A parameter that stands there twice is signed once: which one counts would be a guess.
  if ([...form.keys()].length !== Object.keys(params).length) return { wrong: '1', given };
  if (given('mchId') !== mchId) return { wrong: '2', given };
  return given('sign') === signCollect(params, key) ? { given } : { wrong: '5', given };
}

/** Stands before a number that is text here: no parameter has it, because no control character passes. */
const MARK = '\u0000';

/** Decimal text that is written as a JSON number, digit by digit: a float would make 100 of `100.00`. */
export const asNumber = (text: string): string => (/^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? MARK + text : text);

/** The words for the status codes that are answered here. */
const WORDS: Readonly<Record<string, string>> = {
  0: 'success',
  1: 'fail',
  2: 'mchId error',
  5: 'signature error',
  7: 'Order does not exist',
  9: 'The balance is insufficient.',
  10: 'amount error',
  12: 'Currency does not exist',
  13: 'The channel does not exist.',
};

/** An answer: HTTP 200 whatever the code, as the document has it. */
export function said(code: string, more: object = {}): Response {
  const body = JSON.stringify({ code: asNumber(code), msg: WORDS[code], ...more });
  return new Response(body.replace(/"\\u0000([\d.]+)"/g, '$1'), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}
