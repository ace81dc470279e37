import type { RefusalAnswer, RefusalCode } from '../formats/contract.ts';

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
