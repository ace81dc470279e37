/** The errors of the document ("Error codes"), by their numbers. */
export const OKPAY_SOAP_ERRORS = {
  101: 'API_Disabled',
  102: 'API_Function_Disabled',
  103: 'Invalid_IP_Address',
  104: 'Authentication_Failed',
  105: 'Account_API_Disabled',
  106: 'Access_Denied',
  107: 'Source_Account_Blocked',
  108: 'Target_Account_Blocked',
  109: 'Source_Account_Doesnt_Exist',
  110: 'Target_Account_Doesnt_Exist',
  111: 'Transaction_Not_Found',
  112: 'Currency_Disabled',
  113: 'Internal_Error',
  200: 'Currency_Not_Found',
  201: 'Incorrect_Amount',
  300: 'Insufficient_Funds',
  301: 'Limits_Exceeded',
  302: 'Cannot_Pay_Self',
} as const;

/** A number of the document's table. */
export type OkpaySoapCode = keyof typeof OKPAY_SOAP_ERRORS;
/** A name of it. */
export type OkpaySoapErrorName = (typeof OKPAY_SOAP_ERRORS)[OkpaySoapCode];

/** What the service has come to call three of them, as its later clients know it. */
const LATER_NAMES: Readonly<Record<string, OkpaySoapCode>> = { Receiver_Not_Found: 110, Not_Enough_Money: 300, MoneyTransfer_To_Yourself: 302 };

const CODES = Object.keys(OKPAY_SOAP_ERRORS).map(Number) as OkpaySoapCode[];

/** OKPAY has answered with a fault. */
export class OkpaySoapError extends Error {
  /** The number of the document's table, or 0 where the fault is none of it. */
  readonly code: OkpaySoapCode | 0;
  override readonly name: OkpaySoapErrorName | 'Unknown_Error';
  /** The fault's own word, where it is one such as `Duplicate_Payment`; else `?`. */
  readonly given: string;
  /** Whether it has said that it did nothing; after an unknown or internal error it may have done it all the same. */
  readonly refused: boolean;

  /** @param texts - What stands in the fault; a name or a number counts only where it is a whole text. */
  constructor(texts: readonly string[]) {
    const words = texts.map((text) => text.trim());
    const named = (code: OkpaySoapCode) => (word: string) => word === String(code) || word === OKPAY_SOAP_ERRORS[code] || (Object.hasOwn(LATER_NAMES, word) && LATER_NAMES[word] === code);
    const found = CODES.filter((code) => words.some(named(code)));
    // Two that contradict each other say nothing.
    const code = found.length === 1 ? found[0]! : 0;
    const name = code ? OKPAY_SOAP_ERRORS[code] : 'Unknown_Error';
    super(`OKPAY answered with error ${code || 'unknown'}: ${name}`);
    this.code = code;
    this.name = name;
    // What is no such word is not repeated: it may be anything.
    this.given = words.find((word) => /^[A-Z][A-Za-z]*(_[A-Za-z]+){1,7}$/.test(word) && word.length <= 60) ?? '?';
    this.refused = code !== 0 && code !== 113;
  }
}
