import { decodeBrCode, type BrCode } from './brcode.ts';
import { isCpf } from './cpf.ts';

/** What sort of Pix key a text is, as the DICT tells them apart (bacen/pix-api 2.9.0). */
export type PixKeyType = 'evp' | 'cpf' | 'cpf-bad-check' | 'cnpj' | 'phone' | 'email' | 'unknown';

const KEY_TYPES: readonly [type: PixKeyType, fits: RegExp][] = [
  ['evp', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/],
  ['cpf', /^\d{11}$/],
  ['cnpj', /^[\dA-Z]{14}$/],
  ['phone', /^\+[1-9]\d{7,14}$/],
  ['email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
];

/** The type of a Pix key; `cpf-bad-check` is a CPF with a wrong check digit, `unknown` fits none. */
export function keyType(key: string): PixKeyType {
  const type = KEY_TYPES.find(([, fits]) => fits.test(key))?.[0] ?? 'unknown';
  return type === 'cpf' && !isCpf(key) ? 'cpf-bad-check' : type;
}

/**
 * A recommendation of the manuals that a code breaks. Banks' apps pay such codes, or most do: a warning never stops one.
 *
 * - `surrounding-whitespace`: white space before or after the text.
 * - `not-ascending-order`: the data objects are not in the order of their ids.
 * - `initiation-11`: 01 holds `11`, where none is meant. `empty-value`: 02 or 03 in the Pix template is empty.
 * - `amount-zero`, `amount-trailing-period`, `amount-not-2-decimals`: banks differ in what they read there.
 * - `cpf-bad-check`, `key-type-unknown`: no such key is to be had.
 * - `bad-txid`: other than 1 to 25 letters and digits in a static code. `missing-txid`: none, not even `***`.
 * - `dynamic-txid-not-***`, `dynamic-has-amount`: the payer's app ignores these in a code without a key.
 */
export type BrCodeWarning =
  | 'surrounding-whitespace'
  | 'not-ascending-order'
  | 'initiation-11'
  | 'empty-value'
  | 'amount-zero'
  | 'amount-trailing-period'
  | 'amount-not-2-decimals'
  | 'cpf-bad-check'
  | 'key-type-unknown'
  | 'missing-txid'
  | 'bad-txid'
  | 'dynamic-txid-not-***'
  | 'dynamic-has-amount';

/** The recommendations that a code breaks, each once. A text is decoded first and throws what {@link decodeBrCode} throws. */
export function brCodeWarnings(source: string | BrCode): BrCodeWarning[] {
  const code = typeof source === 'string' ? decodeBrCode(source) : source;
  const { amount, key, txid, kind } = code;
  const ids = [...code.objects.keys()].filter((id) => id.length === 2 && id !== '63');
  const type = key && keyType(key);
  const hasKey = kind === 'static';
  const broken: [BrCodeWarning, unknown][] = [
    ['surrounding-whitespace', typeof source === 'string' && source !== source.trim()],
    ['not-ascending-order', ids.some((id, at) => id < (ids[at - 1] ?? ''))],
    ['initiation-11', code.initiation === '11'],
    ['empty-value', code.description === '' || code.fss === ''],
    ['amount-zero', amount && !/[1-9]/.test(amount)],
    ['amount-trailing-period', amount?.endsWith('.')],
    ['amount-not-2-decimals', amount && /[1-9]/.test(amount) && !/\.(\d\d)?$/.test(amount)],
    ['cpf-bad-check', type === 'cpf-bad-check'],
    ['key-type-unknown', type === 'unknown'],
    ['missing-txid', txid === undefined],
    ['bad-txid', hasKey && txid !== undefined && !/^([a-zA-Z\d]{1,25}|\*{3})$/.test(txid)],
    ['dynamic-txid-not-***', !hasKey && txid !== undefined && txid !== '***'],
    ['dynamic-has-amount', !hasKey && amount !== undefined],
  ];
  return broken.filter(([, holds]) => holds).map(([warning]) => warning);
}

/** A text decoded, and the recommendations that it breaks. Throws what {@link decodeBrCode} throws. */
export function checkBrCode(text: string): { code: BrCode; warnings: BrCodeWarning[] } {
  return { code: decodeBrCode(text), warnings: brCodeWarnings(text) };
}
