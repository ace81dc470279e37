import { ProviderError } from './ask.ts';

/**
 * The status codes of the document. `refused`: the platform has said that there is no such order; with any other the order may have
 * been taken all the same: `failed` and `channel-failed` do not say at which step, `order-exists` says that it was.
 */
const CODES = {
  1: ['failed', false],
  2: ['merchant-wrong', true],
  3: ['account-unknown', true],
  4: ['account-blocked', true],
  5: ['sign-wrong', true],
  6: ['order-exists', false],
  7: ['order-unknown', false],
  8: ['not-allowed', true],
  9: ['balance-short', true],
  10: ['amount-wrong', true],
  11: ['channel-closed', true],
  12: ['currency-unknown', true],
  13: ['channel-unknown', true],
  15: ['channel-failed', false],
  16: ['address-not-listed', true],
  17: ['bank-unknown', true],
} as const satisfies Record<number, readonly [code: string, refused: boolean]>;

/** What OKPAY Collect and Pay says instead of success. `code-unknown`: none of the document's, after which the order stays as it is. */
export type OkpayErrorCode = (typeof CODES)[keyof typeof CODES][0] | 'code-unknown';

/** OKPAY Collect and Pay has answered with another status code than 0: `code` is our word for it, `given` the number as it came. */
export class OkpayError extends ProviderError {
  override readonly name = 'OkpayError';
  declare readonly code: OkpayErrorCode;
  readonly given: string;

  constructor(given: string) {
    const [code, refused] = Object.hasOwn(CODES, given) ? CODES[given as unknown as keyof typeof CODES] : (['code-unknown', false] as const);
    super(code, refused);
    // What is no number is not repeated: it may be anything.
    this.given = /^\d{1,6}$/.test(given) ? given : '?';
  }
}
