/**
 * Why a text is no code that a bank's app would pay.
 *
 * - `not-brcode`: it does not begin with a data object. `too-long`: it has more than 512 characters.
 * - `bad-character`: a control character, half a character, or one without a picture, such as a mark that turns text around.
 * - `non-ascii-digits`: an id or a length is not two of the digits 0 to 9. `tlv-short-value`: the text ends inside a data object.
 * - `duplicate`: an id comes twice. `first-not-00`: the text begins with another data object.
 * - `crc-mismatch`: a character was changed, or 63 is not the last data object.
 * - `no-pix-template`, `two-pix-templates`, `no-key-no-url`, `key-and-url`: there is not exactly one thing to pay.
 * - `missing`, `length`, `bad-value`, `bad-currency`, `bad-country`, `bad-amount`, `bad-key`, `bad-url`, `bad-txid`: the data
 *   object in `field` is absent, or holds what it must not.
 * - `ambiguous`: readers that count the lengths of accented text otherwise would find another amount.
 * - `url-too-long`, `description-too-long`: only of encoding; a template has room for 99 characters.
 */
export type BrCodeErrorCode =
  | 'not-brcode'
  | 'too-long'
  | 'non-ascii-digits'
  | 'tlv-short-value'
  | 'duplicate'
  | 'bad-character'
  | 'first-not-00'
  | 'crc-mismatch'
  | 'no-pix-template'
  | 'two-pix-templates'
  | 'no-key-no-url'
  | 'key-and-url'
  | 'missing'
  | 'length'
  | 'bad-value'
  | 'bad-currency'
  | 'bad-country'
  | 'bad-amount'
  | 'ambiguous'
  | 'bad-key'
  | 'bad-url'
  | 'bad-txid'
  | 'url-too-long'
  | 'description-too-long';

/** A text that is no BR Code, or a charge of which none can be made. */
export class BrCodeError extends Error {
  override readonly name = 'BrCodeError';
  readonly code: BrCodeErrorCode;
  /** Id of the data object at fault as it stands in the text, such as `54`, or `26-25` for 25 inside 26; empty for the whole text. */
  readonly field: string;
  /** What the data object holds, where that says more. */
  readonly value: string | undefined;

  constructor(code: BrCodeErrorCode, field = '', value?: string) {
    super(`BR Code ${field}: ${code}`);
    this.code = code;
    this.field = field;
    this.value = value;
  }
}
