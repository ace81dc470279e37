/**
 * What the page is told when something is wrong: the stable words of `payment-error`.
 *
 * - `network`, `timeout`, `bad-response`: the server could not be asked, or answered what we cannot read; polling goes on.
 * - `not-found`: the server does not know the payment (any more).
 * - `invalid-code`: a code is damaged, so it is not drawn.
 * - `invalid-attribute`: an attribute holds what it must not.
 * - `unsafe-url`: an address is off the list and was not followed.
 * - `mismatch`: the code asks for another amount than the page says, so it is not drawn.
 * - `refused`: the server refused to create the payment.
 * - `copy-failed`: the browser did not let us copy; the text is selected instead.
 */
export type ProblemCode =
  | 'network'
  | 'timeout'
  | 'bad-response'
  | 'not-found'
  | 'invalid-code'
  | 'invalid-attribute'
  | 'unsafe-url'
  | 'mismatch'
  | 'refused'
  | 'copy-failed';

/** Where a problem lies: the attribute or field at fault, its value, and what lies underneath. */
export interface ProblemDetails {
  /** Attribute, JSON field or data object at fault, such as `amount` or `54`. */
  readonly field?: string;
  /** The value at fault, as it came. */
  readonly value?: string;
  /** The error underneath, if any. */
  readonly cause?: unknown;
}

/** Something that must not be shown or cannot be done, with a stable `code` and the field at fault. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly field: string | undefined;
  readonly value: string | undefined;

  constructor(code: ProblemCode, message: string, details: ProblemDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.field = details.field;
    this.value = details.value;
  }
}
