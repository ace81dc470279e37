import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { cpfDigits, formatCpf, isCpf } from '../../src/formats/cpf.ts';

const { vectors } = JSON.parse(readFileSync(new URL('../vectors/cpf.json', import.meta.url), 'utf8')) as {
  vectors: { id: string; cpf: string; valid: boolean; note: string }[];
};

for (const { id, cpf, valid, note } of vectors) {
  it(`${id} "${cpf}" (${note}) is ${valid ? 'a' : 'no'} CPF`, () => {
    assert.equal(isCpf(cpf), valid);
    assert.equal(isCpf(cpfDigits(cpf)), valid);
    if (valid) assert.equal(formatCpf(cpfDigits(cpf)), cpf);
  });
}

for (const [what, text] of [
  ['the first check digit is wrong', '051.233.865-66'],
  ['two digits have changed places', '501.233.865-56'],
  ['a letter stands before', 'a05123386556'],
  ['a digit follows', '051233865560'],
  ['the dots stand elsewhere', '0512.33.865-56'],
  ['the digits are not ASCII', '٠٥١٢٣٣٨٦٥٥٦'],
  ['a line follows', '05123386556\n'],
  ['it is a CNPJ', '12345678000195'],
] as const) {
  it(`no CPF: ${what}`, () => assert.equal(isCpf(text), false));
}

it('refuses every text of equal digits', () => {
  for (let digit = 0; digit < 10; digit++) assert.equal(isCpf(String(digit).repeat(11)), false, String(digit));
});

it('exactly one pair of check digits is right', () => {
  const right = Array.from({ length: 100 }, (_, pair) => `707726010${String(pair).padStart(2, '0')}`).filter(isCpf);
  assert.deepEqual(right, ['70772601003']);
});

for (const [typed, shown] of [
  ['', ''],
  ['0', '0'],
  ['051', '051'],
  ['0512', '051.2'],
  ['051.2', '051.2'],
  ['051233', '051.233'],
  ['0512338', '051.233.8'],
  ['051233865', '051.233.865'],
  ['0512338655', '051.233.865-5'],
  ['05123386556', '051.233.865-56'],
  ['051 233 865 56', '051.233.865-56'],
  ['051233865567', '051.233.865-56'],
  ['abc', ''],
] as const) {
  it(`shows "${typed}" as "${shown}"`, () => assert.equal(formatCpf(typed), shown));
}
