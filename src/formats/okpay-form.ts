/** OKPAY's form with the rules in words: a button fetches these only where something is wrong, so what it needs before stands in `okpay-fields.ts`. */

import { OKPAY_FITS, okpayFaults, okpayWritten, type OkpayFields, type OkpayForm, type OkpayTexts } from './okpay-fields.ts';
import { okpayMust, OKPAY_RULES } from './okpay-rules.ts';
import type { OkpayFormat } from './okpay-variables.ts';
import { Problem } from './problem.ts';

/** An `invalid-attribute` Problem for each text that OKPAY would refuse, whose `field` is the variable's whole name, such as `ok_item_2_price`. */
export const okpayProblems = (form: OkpayForm, items: readonly OkpayTexts[]): readonly Problem[] =>
  okpayFaults(form, items).map((fault) => {
    const { field, value } = fault;
    return new Problem('invalid-attribute', `${field} is ${JSON.stringify(value.slice(0, 40))}, and must be ${okpayMust(fault)}.`, { field, value });
  });

/** What a format takes, and how it is said. */
export const okpayRule = (format: OkpayFormat): readonly [fits: (text: string) => boolean, must: string] => [OKPAY_FITS[format], OKPAY_RULES[format]];

/**
 * The fields of OKPAY's payment form, in its order: receiver, items, the rest. What is empty is left out; prices have two decimals and no
 * commas. Throws the first of {@link okpayProblems}.
 *
 * @param form - Texts by variable.
 * @param items - At least one; each with a name.
 */
export function okpayFields(form: OkpayForm, items: readonly OkpayTexts[]): OkpayFields {
  const [problem] = okpayProblems(form, items);
  if (problem) throw problem;
  return okpayWritten(form, items);
}
