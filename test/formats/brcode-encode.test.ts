import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import fc from 'fast-check';
import { encodeBrCode, type BrCodeCharge } from '../../src/formats/brcode-encode.ts';
import { brCodeAmount, decodeBrCode } from '../../src/formats/brcode.ts';
import { BrCodeError } from '../../src/formats/brcode-error.ts';

const vectors = JSON.parse(readFileSync(new URL('../vectors/brcode.json', import.meta.url), 'utf8')) as { valid: { id: string; payload: string }[] };
const payload = (wanted: string) => vectors.valid.find(({ id }) => id === wanted)!.payload;
const donation = { pixKey: '123e4567-e12b-12d1-a456-426655440000', merchantName: 'Fulano de Tal', merchantCity: 'BRASILIA' };

for (const [what, id, charge] of [
  ["the manual's example", 'brv-01', donation],
  ['a dynamic code', 'brv-02', { url: 'pix.example.com/v2/f8aeb33ec332bf22124a27d5e5bfdafcf8aeb33ec332bf22', merchantName: 'Studio Mar', merchantCity: 'MACEIO', initiation: '12' }],
  ['a withdrawal', 'brv-27', { pixKey: '1d3a64b2-0138-4f6d-af10-cbc9a5ef1f9c', description: 'Pedido 105 Pedido 105', fss: '99999008', amount: '582.05', merchantName: 'Feira Viva', merchantCity: 'OLINDA', txid: '87ea69f3ce744ce19d90787f1' }],
  ['a recurrence alone', 'brv-32', { recurrenceUrl: 'pix.example.com/qr/v2/rec/534e865faffe3dcb37abf2f64df23bb8', merchantName: 'Loja Aurora', merchantCity: 'CURITIBA' }],
  ['a charge with a recurrence', 'brv-33', { url: 'pix.example.com/qr/v2/38aa9afa8ca0928baf2dd5d0b9dae764', recurrenceUrl: 'pix.example.com/qr/v2/rec/2f684add52ccca96f5dd265036bbfce2', initiation: '12', merchantName: 'Studio Mar', merchantCity: 'OLINDA' }],
  ['a postal code', 'brv-55', { pixKey: 'f53111fc-5581-47a6-a92c-e726b0e56675', amount: '0.01', merchantName: 'Atelie Lua', merchantCity: 'CURITIBA', postalCode: '11111111', txid: 'NUgpnvaS87Ts' }],
] as [string, string, BrCodeCharge][]) {
  // The vectors leave the case of the GUI to the writer; ours is small.
  it(`writes ${what} as ${id} has it`, () => assert.equal(encodeBrCode(charge).slice(0, -4), payload(id).slice(0, -4).replace('BR.GOV.BCB.PIX', 'br.gov.bcb.pix')));
}

for (const [what, given, read] of [
  ['accents are written plainly', { merchantName: 'Café Maçã', merchantCity: 'São Paulo' }, { merchantName: 'Cafe Maca', merchantCity: 'Sao Paulo' }],
  ['accents are kept where asked', { merchantName: 'Café', keepAccents: true }, { merchantName: 'Café' }],
  ['names are cut after stripping', { merchantName: `é☕${'b'.repeat(30)}`, merchantCity: 'São José do Rio Preto' }, { merchantName: `e${'b'.repeat(24)}`, merchantCity: 'Sao Jose do Rio' }],
  ['a cut leaves no space behind', { merchantCity: 'ABCDEFGHIJKLMN OPQ' }, { merchantCity: 'ABCDEFGHIJKLMN' }],
  ['a cut leaves no half character', { merchantName: '😀'.repeat(30), keepAccents: true }, { merchantName: '😀'.repeat(25) }],
  ['lines and marks of direction go', { merchantName: 'A\n\u202eB', keepAccents: true }, { merchantName: 'A B' }],
  ['an e-mail is written small', { pixKey: 'Loja@Example.com' }, { key: 'loja@example.com' }],
  ['no label is ***', {}, { txid: '***', mcc: '0000' }],
  ['key and description fill 73 characters', { description: 'd'.repeat(37) }, { description: 'd'.repeat(37) }],
] as [string, Partial<BrCodeCharge>, object][]) {
  it(what, () => {
    const code = decodeBrCode(encodeBrCode({ ...donation, ...given }));
    assert.deepEqual({ ...code, ...read }, code);
  });
}

const LONG_URL = `host/${'p'.repeat(73)}`;
for (const [what, code, field, charge] of [
  ['nothing to pay', 'no-key-no-url', '26', { pixKey: undefined }],
  ['a key and an address', 'key-and-url', '26-25', { url: 'host/path' }],
  ['a CPF with dots', 'bad-key', '26-01', { pixKey: '051.233.865-56' }],
  ['a key that is a word', 'bad-key', '26-01', { pixKey: 'fulano' }],
  ['a key that is not ASCII', 'bad-key', '26-01', { pixKey: 'josé@example.com' }],
  ['a phone without its country', 'bad-key', '26-01', { pixKey: '(61) 91234-5678' }],
  ['a key of 78 characters', 'bad-key', '26-01', { pixKey: `${'k'.repeat(66)}@example.com` }],
  ['an address with a scheme', 'bad-url', '26-25', { pixKey: undefined, url: 'https://host/path' }],
  ['an address of 78 characters', 'url-too-long', '26-25', { pixKey: undefined, url: LONG_URL }],
  ['a recurrence of 78 characters', 'url-too-long', '80-25', { recurrenceUrl: LONG_URL }],
  ['a recurrence with a scheme', 'bad-url', '80-25', { recurrenceUrl: 'https://host/path' }],
  ['a description of 38 characters beside a key of 36', 'description-too-long', '26-02', { description: 'd'.repeat(38) }],
  ['a label with a hyphen', 'bad-txid', '62-05', { txid: 'PEDIDO-1' }],
  ['a label of 26 characters', 'bad-txid', '62-05', { txid: 'a'.repeat(26) }],
  ['an empty label', 'bad-txid', '62-05', { txid: '' }],
  ['an amount without decimals', 'bad-amount', '54', { amount: '12' }],
  ['an amount with a comma', 'bad-amount', '54', { amount: '12,90' }],
  ['an amount of zero', 'bad-amount', '54', { amount: '0.00' }],
  ['an amount below zero', 'bad-amount', '54', { amount: '-1.00' }],
  ['an amount of 14 characters', 'bad-amount', '54', { amount: '12345678901.00' }],
  ['a name that is nothing when plain', 'length', '59', { merchantName: '木村' }],
  ['no city', 'length', '60', { merchantCity: ' ' }],
  ['a category of letters', 'bad-value', '52', { mcc: 'ABCD' }],
  ['an ISPB of 7 digits', 'bad-value', '26-03', { fss: '1234567' }],
  ['a postal code with a hyphen', 'bad-value', '61', { postalCode: '01310-100' }],
  ['an initiation of 13', 'bad-value', '01', { initiation: '13' as '12' }],
] as [string, string, string, Partial<BrCodeCharge>][]) {
  it(`refuses ${what}: ${code} in "${field}"`, () => {
    assert.throws(
      () => encodeBrCode({ ...donation, ...charge }),
      (error) => error instanceof BrCodeError && error.code === code && error.field === field,
    );
  });
}

const text = (characters: string, minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...characters), { minLength, maxLength }).map((chars) => chars.join(''));
const DIGITS = '0123456789';
const WORDS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const url = text(`${WORDS}-_`, 1, 50).map((path) => `pix.example.com/${path}`);
const account = fc.oneof(
  fc.record({ pixKey: fc.oneof(fc.uuid(), text(DIGITS, 11, 11), text(DIGITS, 14, 14), text(DIGITS, 8, 15).map((digits) => `+${digits}`), text('abc', 1, 15).map((name) => `${name}@example.com`)) }),
  fc.record({ url }),
);
const rest = fc.record(
  {
    merchantName: text(`${WORDS} ãçé😀`, 1, 40).map((name) => `N${name}`),
    merchantCity: text(`${WORDS} ãçé`, 1, 30).map((name) => `C${name}`),
    amount: fc.bigInt(1n, 999_999_999_999n).map((cents) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`),
    txid: text(WORDS, 1, 25),
    description: text(`${WORDS} .-ã`, 1, 20),
    mcc: text(DIGITS, 4, 4),
    postalCode: text(DIGITS, 8, 8),
    initiation: fc.constantFrom('11', '12'),
    recurrenceUrl: url,
    keepAccents: fc.boolean(),
  },
  { requiredKeys: ['merchantName', 'merchantCity'] },
);

it('what is encoded decodes to the same, and that encodes to the same text', () => {
  fc.assert(
    fc.property(account, rest, (payee, others) => {
      const charge = { ...payee, ...others } as BrCodeCharge;
      const written = encodeBrCode(charge);
      const code = decodeBrCode(written);
      const { pixKey: key, amount, txid = '***', mcc = '0000', postalCode, initiation, recurrenceUrl } = charge;
      assert.deepEqual(
        { ...code, key, url: charge.url, amount, txid, mcc, postalCode, initiation, recurrenceUrl },
        code,
      );
      assert.equal(brCodeAmount(code), amount);
      const plain = (value: string) => (charge.keepAccents ? value : value.replaceAll('ã', 'a').replaceAll('ç', 'c').replaceAll('é', 'e').replaceAll('😀', ''));
      const cut = (value: string, most: number) => [...plain(value).replace(/ +/g, ' ').trim()].slice(0, most).join('').trim();
      assert.equal(code.merchantName, cut(charge.merchantName, 25));
      assert.equal(code.merchantCity, cut(charge.merchantCity, 15));
      assert.equal(code.description ?? '', cut(charge.description ?? '', 99));
      assert.equal(encodeBrCode(code), written);
    }),
    { numRuns: 3000 },
  );
});
