import type { RefusalAnswer, RefusalCode } from '../formats/contract.ts';
import { minorUnits } from './money.ts';
import type { Texts } from './texts.ts';

/** A sentence for the shopper beside one field, such as `amount` or `cpf`. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/**
 * Thrown by `order` to refuse a payment: answered as 422 with these texts, which the shopper reads. The code is one of the
 * words of `refusalCode` in the contract.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly errors: readonly FieldError[];

  constructor(code: RefusalCode, message: string, errors: readonly FieldError[] = []) {
    super(message);
    this.code = code;
    this.errors = errors;
  }

  /** The refusal as the page reads it. */
  toJSON(): RefusalAnswer {
    return { message: this.message, code: this.code, errors: this.errors.map(({ field, message }) => ({ field, message })) };
  }
}

/** The refusal of an amount that nothing can be bought for, with those that are on offer in the shopper's words, the smallest first. */
export function amountNotOffered(texts: Texts, { offers, currency }: { readonly offers: readonly string[]; readonly currency: string }): Refusal {
  const amounts = [...new Set(offers)].sort((a, b) => (minorUnits(a, currency)! < minorUnits(b, currency)! ? -1 : 1));
  const money = new Intl.NumberFormat(texts.language, { style: 'currency', currency });
  const list = new Intl.ListFormat(texts.language, { type: 'disjunction' }).format(amounts.map((amount) => money.format(amount as `${number}`)));
  const message = amounts.length ? texts.offers(list) : texts.noOffer;
  return new Refusal('amount-not-offered', texts.amountNotOffered, [{ field: 'amount', message }]);
}
