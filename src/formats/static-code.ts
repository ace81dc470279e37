import { BrCodeError } from './brcode-error.ts';
import { encodeBrCode } from './brcode-encode.ts';
import { Problem } from './problem.ts';

/** What a page writes of a static code, as the attributes are named; an empty text is one that is not written. */
export interface StaticCode {
  readonly pixKey: string;
  readonly merchantName: string;
  readonly merchantCity: string;
  readonly amount: string;
  readonly txid: string;
  readonly description: string;
}

/** The attribute that fills each data object, and what it must be. */
const RULES: Record<string, [attribute: string, property: keyof StaticCode, rule: string]> = {
  '26-01': ['pix-key', 'pixKey', 'write an e-mail, CPF or CNPJ digits, +55 and telephone, or a random key'],
  '26-02': ['description', 'description', 'with the key it may have 73 characters'],
  '54': ['amount', 'amount', 'write reais with two decimals, such as "12.90"'],
  '59': ['merchant-name', 'merchantName', 'write who is paid'],
  '60': ['merchant-city', 'merchantCity', 'write the city of who is paid'],
  '62-05': ['txid', 'txid', 'write 1 to 25 letters and digits, or leave it out'],
};

/** The BR Code text of a static code; throws an `invalid-attribute` Problem that names the attribute, its value and what it should be. */
export function staticCode(written: StaticCode): string {
  const { pixKey, merchantName, merchantCity, amount, txid, description } = written;
  const optional = { ...(amount && { amount }), ...(txid && { txid }), ...(description && { description }) };
  try {
    return encodeBrCode({ pixKey, merchantName, merchantCity, ...optional });
  } catch (cause) {
    const id = cause instanceof BrCodeError ? cause.field : '';
    const [field, property, rule] = RULES[id] ?? ['pix-key', 'pixKey', 'no code can be made of it'];
    const value = written[property];
    throw new Problem('invalid-attribute', `${field}="${value.slice(0, 80)}": ${rule}.`, { field, value, cause });
  }
}
