import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { brCodeWarnings, checkBrCode, keyType } from '../../src/formats/brcode-advice.ts';
import { encodeBrCode } from '../../src/formats/brcode-encode.ts';
import { brCodeAmount, decodeBrCode, type BrCode } from '../../src/formats/brcode.ts';
import { BrCodeError } from '../../src/formats/brcode-error.ts';
import { crc16 } from '../../src/formats/crc16.ts';

interface Vectors {
  valid: { id: string; payload: string; kind: string; expected: Record<string, string>; warnings: string[] }[];
  invalid: { id: string; payload: string; reason: string; severity: 'error' | 'warning' }[];
}
const vectors = JSON.parse(readFileSync(new URL('../vectors/brcode.json', import.meta.url), 'utf8')) as Vectors;

/** The manual's own example (BCB, Manual de Padroes para Iniciacao do Pix). */
const HEAD = '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-426655440000';
const TAIL = '5802BR5913Fulano de Tal6008BRASILIA62070503***';
const sealed = (text: string) => `${text}6304${crc16(`${text}6304`)}`;
const withAmount = (amount: string) => sealed(`${HEAD}52040000530398654${String(amount.length).padStart(2, '0')}${amount}${TAIL}`);
const refusal = (text: string): BrCodeError => {
  try {
    decodeBrCode(text);
  } catch (error) {
    assert(error instanceof BrCodeError, String(error));
    return error;
  }
  return assert.fail(`accepted: ${text}`);
};

it('crc16 gives the check value of CRC-16/CCITT-FALSE and counts UTF-8 bytes', () => {
  assert.equal(crc16('123456789'), '29B1');
  assert.equal(crc16(''), 'FFFF');
  // python3 -c "import binascii;print('%04X'%binascii.crc_hqx('São 😀'.encode(),0xFFFF))"
  assert.equal(crc16('São 😀'), 'BE98');
});

for (const { id, payload, kind, expected, warnings } of vectors.valid) {
  it(`${id} is accepted with its fields and warnings`, () => {
    const { code, warnings: given } = checkBrCode(payload);
    const read: Record<string, unknown> = { ...code, keyType: code.key && keyType(code.key) };
    const mayBeAbsent = ['key', 'keyType', 'url', 'recurrenceUrl', 'description', 'fss', 'amount', 'txid', 'postalCode'];
    for (const field of new Set([...mayBeAbsent, ...Object.keys(expected)])) assert.equal(read[field], expected[field], field);
    assert.equal(code.kind, kind);
    assert.deepEqual(given.toSorted(), warnings.toSorted());
    assert.deepEqual(brCodeWarnings(code), given);
    assert.equal(encodeBrCode(code), payload);
  });
}

/** The vectors' reasons in our words; the number in a reason is our field. */
const REFUSALS: Record<string, [code: string, field: string]> = {
  'missing-00': ['missing', '00'],
  'missing-52': ['missing', '52'],
  'missing-58': ['missing', '58'],
  'missing-60': ['missing', '60'],
  'bad-00': ['bad-value', '00'],
  'bad-52': ['bad-value', '52'],
  'bad-currency': ['bad-currency', '53'],
  'bad-amount': ['bad-amount', '54'],
  'length-59': ['length', '59'],
  'bad-txid': ['bad-txid', '62-05'],
  'crc-mismatch': ['crc-mismatch', '63'],
  'first-not-00': ['first-not-00', '00'],
  'no-pix-template': ['no-pix-template', ''],
  'no-key-no-url': ['no-key-no-url', '26'],
  'two-pix-templates': ['two-pix-templates', '27'],
  'non-ascii-digits': ['non-ascii-digits', '00'],
  'not-brcode': ['not-brcode', ''],
  // The text is cut inside 63 in one vector and inside 26 in the other.
  'tlv-short-value': ['tlv-short-value', '63'],
  'bri-61': ['tlv-short-value', '26'],
  // Its template has 100 characters, which two digits cannot say: the length runs into what follows.
  'url-too-long': ['non-ascii-digits', '26-br'],
};

for (const { id, payload, reason, severity } of vectors.invalid) {
  if (severity === 'warning') {
    it(`${id} is accepted and warns of ${reason}`, () => {
      const { code, warnings } = checkBrCode(payload);
      assert.deepEqual(warnings, [reason]);
      assert.equal(encodeBrCode(code), payload.trim());
    });
  } else {
    it(`${id} is refused: ${reason}`, () => {
      const { code, field } = refusal(payload);
      assert.deepEqual([code, field], REFUSALS[id] ?? REFUSALS[reason]);
    });
  }
}

/** The account template (26) with these data objects after its GUI. */
const account = (inside: string): string => `26${18 + [...inside].length}0014br.gov.bcb.pix${inside}`;

const REST = `52040000530398654041.00${TAIL}`;
for (const [what, code, field, text] of [
  ['nothing', 'not-brcode', '', ''],
  ['white space', 'not-brcode', '', ' \n'],
  ['an address', 'not-brcode', '', 'upi://pay?pa=x'],
  ['digits alone', 'tlv-short-value', '99', '999999999'],
  ['half a header', 'tlv-short-value', '63', `${HEAD}${REST}630`],
  ['513 characters', 'too-long', '', sealed(`${HEAD}${REST}${['81', '82', '83'].map((id) => `${id}990095${'A'.repeat(95)}`).join('')}8444${'0040'}${'B'.repeat(40)}`).padEnd(513, '0')],
  ['a million characters', 'too-long', '', '0'.repeat(1_000_000)],
  ['a million emoji', 'too-long', '', '00' + '😀'.repeat(1_000_000)],
  ['two amounts', 'duplicate', '54', sealed(`${HEAD}${REST}54049.99`)],
  ['two keys in one template', 'duplicate', '26-01', sealed(`00020126360014br.gov.bcb.pix0105a@b.c0105d@e.f${REST}`)],
  ['a key and an address', 'key-and-url', '26-25', sealed(`00020126400014br.gov.bcb.pix0105a@b.c2509host/path${REST}`)],
  ['a second key in another template', 'two-pix-templates', '51', sealed(`${HEAD}52040000530398651270014BR.GOV.BCB.PIX0105a@b.c${TAIL}`)],
  ['two recurrences', 'two-pix-templates', '81', sealed(`${HEAD}${REST}80220014br.gov.bcb.pix250081220014br.gov.bcb.pix2500`)],
  ['an address with a scheme', 'bad-url', '26-25', sealed(`00020126390014br.gov.bcb.pix2517https://host/path${REST}`)],
  ['a recurrence with a scheme', 'bad-url', '80-25', sealed(`${HEAD}${REST}80390014br.gov.bcb.pix2517https://host/path`)],
  ['an address that is empty', 'no-key-no-url', '26', sealed(`00020126220014br.gov.bcb.pix2500${REST}`)],
  ['a key that is empty', 'no-key-no-url', '26', sealed(`00020126220014br.gov.bcb.pix0100${REST}`)],
  ['a key with a space', 'bad-key', '26-01', sealed(`00020126270014br.gov.bcb.pix0105a @bc${REST}`)],
  ['no currency', 'missing', '53', sealed(`${HEAD}52040000${TAIL}`)],
  ['no name', 'missing', '59', sealed(`${HEAD}520400005303986${TAIL.replace('5913Fulano de Tal', '')}`)],
  ['no additional data', 'missing', '62', sealed(`${HEAD}520400005303986${TAIL.replace('62070503***', '')}`)],
  ['no CRC', 'missing', '63', `${HEAD}${REST}`],
  ['a city of 16 characters', 'length', '60', sealed(`${HEAD}520400005303986${TAIL.replace('6008BRASILIA', '6016ABCDEFGHIJKLMNOP')}`)],
  ['another country', 'bad-country', '58', sealed(`${HEAD}520400005303986${TAIL.replace('5802BR', '5802AR')}`)],
  ['a label of 26 characters', 'bad-txid', '62-05', sealed(`${HEAD}520400005303986${TAIL.replace('62070503***', `62300526${'a'.repeat(26)}`)}`)],
  ['a label that is an emoji', 'bad-txid', '62-05', sealed(`${HEAD}520400005303986${TAIL.replace('62070503***', '62050501😀')}`)],
  ['a name with a new line', 'bad-character', '', sealed(`${HEAD}520400005303986${TAIL.replace('Fulano de', 'Fulano\nde')}`)],
  ['a name turned around', 'bad-character', '', sealed(`${HEAD}520400005303986${TAIL.replace('Fulano de', 'Fulano\u202ede')}`)],
  ['half a character', 'bad-character', '', sealed(`${HEAD}520400005303986${TAIL.replace('Fulano de', 'Fulano\ud83dde')}`)],
  ['a CRC in small letters', 'crc-mismatch', '63', sealed(HEAD + REST).replace(/.{4}$/, (crc) => crc.toLowerCase())],
  ['more after the CRC', 'crc-mismatch', '63', `${sealed(HEAD + REST)}0400`],
  ['the CRC of another code inside the last object', 'crc-mismatch', '63', sealed(`${HEAD}${REST}6304ABCD9008`)],
  ['a prototype for an id', 'not-brcode', '', '__proto__'],
  ['a tip on top', 'bad-amount', '55', sealed(`${HEAD}${REST}550202`)],
  ['a fee on top', 'bad-amount', '56', sealed(`${HEAD}${REST}5606100.00`)],
  ['a fee in per cent', 'bad-amount', '57', sealed(`${HEAD}${REST}570299`)],
  ['a name of blanks', 'length', '59', sealed(`${HEAD}520400005303986${TAIL.replace('Fulano de Tal', '\u3164\u2800           ')}`)],
  ['a name with a mark without a picture', 'bad-character', '', sealed(`${HEAD}520400005303986${TAIL.replace('Fulano de', 'Fulano\u200bde')}`)],
  // 15 characters of 2 bytes: a reader that counts bytes ends the description 15 characters early, finds 1290.00 there, and takes the
  // real amount for the value of 81.
  ['another amount for who counts bytes', 'ambiguous', '54', sealed(`000201${account(`0105a@b.c0230${'é'.repeat(15)}54071290.008109`)}540512.90520400005303986${TAIL}`)],
  ['another amount for who counts UTF-16 units', 'ambiguous', '54', sealed(`000201${account(`0105a@b.c0230${'😀'.repeat(15)}54071290.008109`)}540512.90520400005303986${TAIL}`)],
] as const) {
  it(`${what} is refused: ${code} in "${field}"`, () => {
    const error = refusal(text);
    assert.deepEqual([error.code, error.field, error.name], [code, field, 'BrCodeError']);
  });
}

for (const [field, money] of [
  ['12.90', '12.90'],
  ['100', '100.00'],
  ['10.', '10.00'],
  ['0.9', '0.90'],
  ['0.05', '0.05'],
  ['007.50', '7.50'],
  ['0', undefined],
  ['0.00', undefined],
  ['9999999999.99', '9999999999.99'],
] as const) {
  it(`field 54 "${field}" asks for ${money ?? 'nothing'}`, () => assert.equal(brCodeAmount(decodeBrCode(withAmount(field))), money));
}
it('a code without field 54 asks for nothing', () => assert.equal(brCodeAmount(decodeBrCode(vectors.valid[0]!.payload)), undefined));

for (const amount of ['', '.', '-1.00', '+1.00', '1e3', '0x10', ' 1.00', '1.00 ', '1.2.3', '1.234', '١.٠٠', 'NaN', 'Infinity', '12345678901.00']) {
  it(`field 54 "${amount}" is no amount`, () => {
    const { code, field, value } = refusal(withAmount(amount));
    assert.deepEqual([code, field, value], ['bad-amount', '54', amount]);
  });
}

it('lengths count code points: an emoji is one character of a name', () => {
  const code: BrCode = decodeBrCode(sealed(`${HEAD}520400005303986${TAIL.replace('5913Fulano de Tal', '5903A😀B')}`));
  assert.equal(code.merchantName, 'A😀B');
});

for (const [key, type] of [
  ['123e4567-e12b-12d1-a456-426655440000', 'evp'],
  ['123E4567-E12B-12D1-A456-426655440000', 'unknown'],
  ['05123386556', 'cpf'],
  ['05123386557', 'cpf-bad-check'],
  ['12345678000195', 'cnpj'],
  ['12ABC34501DE35', 'cnpj'],
  ['+5561912345678', 'phone'],
  ['61912345678', 'cpf-bad-check'],
  ['fulano@example.com', 'email'],
  ['fulano@', 'unknown'],
  ['', 'unknown'],
] as const) {
  it(`the key "${key}" is of type ${type}`, () => assert.equal(keyType(key), type));
}

for (const [what, warning, text] of [
  ['01 holds 11', 'initiation-11', sealed(HEAD.replace('000201', '000201010211') + REST)],
  ['the description is empty', 'empty-value', sealed(HEAD.replace('2658', '2662') + '0200' + REST)],
  ['there is no label', 'missing-txid', sealed(HEAD + REST.replace('62070503***', '62070603***'))],
  ['the amount has one decimal', 'amount-not-2-decimals', withAmount('0.9')],
  ['the amount is 0', 'amount-zero', withAmount('0')],
] as const) {
  it(`warns where ${what}: ${warning}`, () => assert.deepEqual(brCodeWarnings(text), [warning]));
}
