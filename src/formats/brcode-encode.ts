import type { BrCode } from './brcode.ts';
import { BrCodeError, type BrCodeErrorCode } from './brcode-error.ts';
import { crc16 } from './crc16.ts';

/** What a BR Code is to say. It has a `pixKey` (static), a `url` (dynamic), or a `recurrenceUrl`, which may also go with either. */
export interface BrCodeCharge {
  /** CPF (11 digits), CNPJ (14 characters), e-mail, phone (`+55…`), or random key (a UUID in small letters). */
  readonly pixKey?: string;
  /** Address of a dynamic charge without `https://`, at most 77 characters. */
  readonly url?: string;
  /** Address of a Pix Automatico recurrence without `https://`, at most 77 characters. */
  readonly recurrenceUrl?: string;
  /** Payee; cut to 25 characters. */
  readonly merchantName: string;
  /** Its city; cut to 15 characters. */
  readonly merchantCity: string;
  /** Reais with exactly two decimals, above zero, such as `"12.90"`; without it the payer types one. Leave it out of dynamic codes. */
  readonly amount?: string;
  /** 1 to 25 letters and digits; `***`, which is none, by default and in dynamic codes. */
  readonly txid?: string;
  /** What the payer is told; together with the key at most 73 characters. */
  readonly description?: string;
  /** ISPB of the withdrawal facilitator, 8 digits. */
  readonly fss?: string;
  /** Merchant category code, 4 digits; `0000` by default. */
  readonly mcc?: string;
  /** 8 digits. */
  readonly postalCode?: string;
  /** `12`: to be used once. */
  readonly initiation?: '11' | '12';
  /** Keeps accents in name, city and description, which some banks refuse; without it they are written plainly: Sao Paulo. */
  readonly keepAccents?: boolean;
}

const KEY = /^(\d{11}|[\dA-Z]{14}|\+\d{8,15}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|[!-?A-~]+@[!-?A-~]+)$/;
const ADDRESS = /^[\w.-]+(:\d+)?\/[!-~]+$/;
/** What decoding refuses as `bad-character`, but for white space, which becomes a space. */
const UNREADABLE = /(?!\s)[\p{Cc}\p{Cs}\p{Bidi_C}]/gu;
const GUI = tlv('00', 'br.gov.bcb.pix');

/**
 * The text of a BR Code (BCB manuals as in `brcode.ts`); a decoded one gives its own text again. Throws a
 * {@link BrCodeError} that names the field.
 */
export function encodeBrCode(charge: BrCodeCharge | BrCode): string {
  if ('objects' in charge) {
    return seal([...charge.objects].map(([id, value]) => (id.length === 2 && id !== '63' ? tlv(id, value) : '')));
  }
  const { pixKey, url, recurrenceUrl, fss, keepAccents } = charge;
  const key = pixKey?.includes('@') ? pixKey.toLowerCase() : pixKey;
  if (!key && !url && !recurrenceUrl) throw new BrCodeError('no-key-no-url', '26');
  if (key && url) throw new BrCodeError('key-and-url', '26-25');
  const plain = (text = '', most?: number): string => {
    const kept = keepAccents ? text.normalize('NFC').replace(UNREADABLE, '') : text.normalize('NFKD').replace(/[^\s!-~]/g, '');
    return [...kept.replace(/\s+/g, ' ').trim()].slice(0, most).join('').trim();
  };
  const description = plain(charge.description);
  const account =
    GUI +
    field('26-01', key, KEY, 'bad-key') +
    field('26-02', description || undefined, /./u, 'length') +
    field('26-03', fss, /^\d{8}$/, 'bad-value') +
    field('26-25', url, ADDRESS, 'bad-url');
  let tooLong: [BrCodeErrorCode, string] = url ? ['url-too-long', '25'] : ['bad-key', '01'];
  if (description) tooLong = ['description-too-long', '02'];
  const recurrence = recurrenceUrl && GUI + field('80-25', recurrenceUrl, ADDRESS, 'bad-url');
  return seal([
    tlv('00', '01'),
    field('01', charge.initiation, /^1[12]$/, 'bad-value'),
    template('26', account, ...tooLong),
    field('52', charge.mcc ?? '0000', /^\d{4}$/, 'bad-value'),
    tlv('53', '986'),
    field('54', charge.amount, /^(?!0\.00)(0|[1-9]\d{0,9})\.\d\d$/, 'bad-amount'),
    tlv('58', 'BR'),
    field('59', plain(charge.merchantName, 25), /./u, 'length'),
    field('60', plain(charge.merchantCity, 15), /./u, 'length'),
    field('61', charge.postalCode, /^\d{8}$/, 'bad-value'),
    tlv('62', field('62-05', charge.txid ?? '***', /^([a-zA-Z\d]{1,25}|\*{3})$/, 'bad-txid')),
    recurrence ? template('80', recurrence, 'url-too-long', '25') : '',
  ]);
}

/** The data object, or nothing where there is no value. */
function field(id: string, value: string | undefined, fits: RegExp, otherwise: BrCodeErrorCode): string {
  if (value === undefined) return '';
  if (!fits.test(value)) throw new BrCodeError(otherwise, id, value);
  return tlv(id.slice(-2), value);
}

function template(id: string, inside: string, tooLong: BrCodeErrorCode, inner: string): string {
  if ([...inside].length > 99) throw new BrCodeError(tooLong, `${id}-${inner}`);
  return tlv(id, inside);
}

function tlv(id: string, value: string): string {
  return id + String([...value].length).padStart(2, '0') + value;
}

function seal(objects: string[]): string {
  const text = objects.join('') + '6304';
  return text + crc16(text);
}
