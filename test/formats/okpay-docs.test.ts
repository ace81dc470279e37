import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { FORM_VARIABLES, ITEM_VARIABLES, LEADING_VARIABLES, OKPAY_CURRENCIES, OKPAY_ITEM_TYPES } from '../../src/formats/okpay-variables.ts';

const kebab = (name: string): string => name.replaceAll('_', '-');

test('the documentation of <okpay-button> has a row for each variable, with its length, and every word of its lists', async () => {
  const text = await readFile('docs/okpay-button.md', 'utf8');
  const rows = Array.from(text.matchAll(/^\| `([\w-]+)` \| `(\w+)` \| (\d+) \|/gm), ([, attribute, variable, most]) => [attribute, variable, Number(most)]);
  assert.deepEqual(rows, [
    ...[...LEADING_VARIABLES, ...FORM_VARIABLES].map(({ name, most }) => [kebab(name), `ok_${name}`, most]),
    ...ITEM_VARIABLES.map(({ name, most }) => [`item-${kebab(name)}`, `ok_item_1_${name}`, most]),
  ]);
  const codes = /^\| `currency`.*$/m.exec(text)?.[0] ?? '';
  assert.deepEqual(codes.match(/`[A-Z]{3}`/g)?.slice(0, -1), OKPAY_CURRENCIES.map((code) => `\`${code}\``));
  const types = /^\| `item-type`.*$/m.exec(text)?.[0] ?? '';
  assert.deepEqual(types.match(/`[a-z]+`/g)?.slice(0, -1), OKPAY_ITEM_TYPES.map((type) => `\`${type}\``));
});
