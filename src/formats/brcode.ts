import { BrCodeError, type BrCodeErrorCode } from './brcode-error.ts';
import { crc16 } from './crc16.ts';

/**
 * Reads the text of a Pix QR code ("copia e cola").
 *
 * BCB "Manual do BR Code" 1.0.0 and "Manual de Padroes para Iniciacao do Pix" 2.2, on EMV QRCPS Merchant-Presented Mode:
 * data objects of two digits of id, two of length in characters, and a value; the ids 26 to 51, 62 and 80 to 99 hold
 * data objects again.
 */

/** What a BR Code says. */
export interface BrCode {
  /** `static`: a payee's key; `dynamic`: an address that tells the charge; `recurrence-only`: a Pix Automatico consent, no charge. */
  readonly kind: 'static' | 'dynamic' | 'recurrence-only';
  /** Pix key of a static code (26-01). */
  readonly key?: string;
  /** Address of a dynamic code without `https://` (26-25). */
  readonly url?: string;
  /** Address of the Pix Automatico recurrence without `https://` (80-25). */
  readonly recurrenceUrl?: string;
  /** What the payer is told (26-02). */
  readonly description?: string;
  /** ISPB of the withdrawal facilitator, 8 digits: the payer gets cash (26-03). */
  readonly fss?: string;
  /** As it stands in 54; {@link brCodeAmount} makes money of it. */
  readonly amount?: string;
  /** Reference label (62-05); `***` when there is none. */
  readonly txid?: string;
  /** Payee, 1 to 25 characters (59). */
  readonly merchantName: string;
  /** Its city, 1 to 15 characters (60). */
  readonly merchantCity: string;
  /** Merchant category code, 4 digits (52). */
  readonly mcc: string;
  readonly postalCode?: string;
  /** Point of initiation (01); `12`: to be used once. */
  readonly initiation?: string;
  /** Value of every data object in the order of the text, unknown ones too, by id: `26`, and `26-01` for 01 inside 26. */
  readonly objects: ReadonlyMap<string, string>;
}

/** Control characters, halves of surrogate pairs, and marks without a picture, which could disguise a payee. */
const UNREADABLE = /[\p{Cc}\p{Cs}\p{Cf}]/u;

/** Host and path, without a scheme. */
const ADDRESS = /^[\w.-]+(:\d+)?\/[!-~]*$/;

/** The data objects of a BR Code, and where among them the charge and the Pix Automatico recurrence stand: `26-`, `80-`. */
export interface BrCodeObjects {
  readonly objects: ReadonlyMap<string, string>;
  readonly charge: string;
  readonly recurrence: string | undefined;
}

/**
 * What a BR Code text says; white space around it counts for nothing. Throws a {@link BrCodeError}, and nothing else, for a
 * text that must not be shown: damaged, incomplete, ambiguous, or not a Pix code.
 */
export function decodeBrCode(text: string): BrCode {
  const { objects, charge, recurrence } = readBrCode(text);
  const key = objects.get(charge + '01');
  const url = objects.get(charge + '25');
  return {
    kind: key ? 'static' : url ? 'dynamic' : 'recurrence-only',
    key,
    url,
    recurrenceUrl: objects.get(recurrence + '25'),
    description: objects.get(charge + '02'),
    fss: objects.get(charge + '03'),
    amount: objects.get('54'),
    txid: objects.get('62-05'),
    merchantName: objects.get('59')!,
    merchantCity: objects.get('60')!,
    mcc: objects.get('52')!,
    postalCode: objects.get('61'),
    initiation: objects.get('01'),
    objects,
  };
}

/** The data objects of a BR Code text, without names for them. Throws as {@link decodeBrCode}. */
export function readBrCode(text: string): BrCodeObjects {
  const objects = new Map<string, string>();
  const must = (fits: unknown, otherwise: BrCodeErrorCode, field = ''): void => {
    if (!fits) throw new BrCodeError(!field || objects.has(field) ? otherwise : 'missing', field, objects.get(field));
  };
  const fit = (field: string, fits: RegExp, otherwise: BrCodeErrorCode, absent = ''): void =>
    must(fits.test(objects.get(field) ?? absent), otherwise, field);

  // One character more than there may be tells as much as all of them.
  text = text.trim().slice(0, 1025);
  const chars = [...text];
  must(chars.length <= 512, 'too-long');
  must(/^\d\d/.test(text), 'not-brcode');
  must(!UNREADABLE.test(text), 'bad-character');
  const templates: string[] = [];
  const read = (chars: string[], parent: string): void => {
    for (let at = 0; at < chars.length; ) {
      const header = chars.slice(at, at + 4).join('');
      const field = parent + header.slice(0, 2);
      must(!objects.has(field), 'duplicate', field);
      const end = (at += 4) + +header.slice(2);
      const inside = chars.slice(at, end);
      objects.set(field, inside.join(''));
      must(/^\d+$/.test(header), 'non-ascii-digits', field);
      must(end <= chars.length, 'tlv-short-value', field);
      if (/^(2[6-9]|[348]\d|5[01]|62|9\d)$/.test(field)) read(inside, field + '-');
      if (/^[^6].-00br\.gov\.bcb\.pix$/i.test(field + objects.get(field))) {
        const use = +(parent > '52');
        must(!templates[use], 'two-pix-templates', parent.slice(0, 2));
        templates[use] = parent;
      }
      at = end;
    }
  };
  read(chars, '');
  must(text.startsWith('00'), 'first-not-00', '00');
  must([...objects].pop()?.join('') === '63' + crc16(text.slice(0, -4)), 'crc-mismatch', '63');

  const [charge = '', recurrence] = templates;
  must(charge, 'no-pix-template');
  fit('00', /^01$/, 'bad-value');
  fit('52', /^\d{4}$/, 'bad-value');
  fit('53', /^986$/, 'bad-currency');
  fit('58', /^BR$/, 'bad-country');
  // A payee that nobody can see is none: spaces, and two blanks that count as a letter and as a symbol.
  fit('59', /^(?=.*[^\p{Z}\u2800\u3164]).{1,25}$/u, 'length');
  fit('60', /^.{1,15}$/u, 'length');
  fit('62', /./, 'length');
  fit('54', /^(?=.{1,13}$)\d+(\.\d{0,2})?$/, 'bad-amount', '0');
  // A tip or a fee on top, which EMV knows and the BR Code does not.
  for (const field of ['55', '56', '57']) must(!objects.has(field), 'bad-amount', field);
  // Readers that count lengths in UTF-8 bytes or UTF-16 units must find the same amount.
  for (const units of [[...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)), text.split('')]) {
    must((amountOf(units) ?? objects.get('54')) === objects.get('54'), 'ambiguous', '54');
  }
  const key = objects.get(charge + '01');
  const url = objects.get(charge + '25');
  must(key || url || objects.get(recurrence + '25'), 'no-key-no-url', charge.slice(0, 2));
  must(!key || !url, 'key-and-url', charge + '25');
  fit(charge + '01', /^[!-~]+$/, 'bad-key', '0');
  fit(charge + '25', ADDRESS, 'bad-url', '0/');
  fit(recurrence + '25', ADDRESS, 'bad-url', '0/');
  // The payer's app ignores the label of a code without a key, whatever it says.
  if (key) fit('62-05', /^[ -~]{1,25}$/, 'bad-txid', '0');
  return { objects, charge, recurrence };
}

/** What stands in 54 for a reader that counts in these units; undefined when it finds none, or cannot read to the end. */
function amountOf(units: string[]): string | undefined {
  let amount;
  let at = 0;
  while (at < units.length) {
    const [header, start] = [units.slice(at, at + 4).join(''), at + 4];
    if (!/^\d{4}/.test(header)) return undefined;
    at = start + +header.slice(2);
    if (header.startsWith('54')) amount = units.slice(start, at).join('');
  }
  return at > units.length ? undefined : amount;
}

/**
 * What the code asks for: reais with exactly two decimals, such as `"12.90"`; undefined when it asks for nothing or for
 * zero, which both mean that the amount comes from elsewhere. The payer's app ignores the amount in a dynamic code.
 */
export function brCodeAmount({ amount = '' }: Pick<BrCode, 'amount'>): string | undefined {
  const [whole = '', cents = ''] = amount.split('.');
  return /[1-9]/.test(amount) ? `${whole.replace(/^0+\B/, '')}.${cents.padEnd(2, '0')}` : undefined;
}
