import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { okpayCurrency, okpayTotal, written, type OkpayForm, type OkpayTexts } from '../../src/formats/okpay-fields.ts';
import { okpayFields } from '../../src/formats/okpay-form.ts';
import { okpayFormHtml, okpayLinkHtml, okpayUrl } from '../../src/formats/okpay-link.ts';
import { FORM_VARIABLES, ITEM_VARIABLES, LEADING_VARIABLES, OKPAY_CURRENCIES } from '../../src/formats/okpay-variables.ts';
import { Problem } from '../../src/formats/problem.ts';

type Params = readonly (readonly [string, string])[];
interface Vector {
  id: string;
  name: string;
  params: Params;
  expected: { total: string | null; itemTotals: string[] | null; currency: string; openAmount: boolean };
}
interface Invalid {
  id: string;
  name: string;
  params: Params;
  severity: 'error' | 'warning';
}
const { vectors, invalid } = JSON.parse(readFileSync(new URL('../vectors/okpay-forms.json', import.meta.url), 'utf8')) as { vectors: Vector[]; invalid: Invalid[] };

/** What attributes would give for these fields of a form. */
function given(params: Params): { form: OkpayForm; items: OkpayTexts[] } {
  const form: Record<string, string> = {};
  const items: Record<string, string>[] = [];
  for (const [name, value] of params) {
    const [, number, variable] = /^ok_item_(\d+)_(.+)$/.exec(name) ?? [];
    if (number && variable) (items[Number(number) - 1] ??= {})[variable] = value;
    else form[name.replace('ok_', '')] = value;
  }
  return { form, items };
}

const MONEY = /_(price|shipping2?|handling|tax)$/;
/** The document's rule for prices, which its samples do not keep: two decimals, no comma. */
const asWritten = ([name, value]: readonly [string, string]): [string, string] => [
  name,
  MONEY.test(name) ? value.replaceAll(',', '').replace(/^(\d+)$/, '$1.00') : value,
];
const sorted = (fields: Params): Params => fields.toSorted(([a], [b]) => (a < b ? -1 : 1));

describe('payment forms of OKPAY', () => {
  for (const { id, name, params, expected } of vectors) {
    it(`${id}: ${name}`, () => {
      const { form, items } = given(params);
      const fields = okpayFields(form, items);
      assert.deepEqual(sorted(fields), sorted(params.map(asWritten)));
      const total = okpayTotal(items);
      assert.deepEqual([total ? written(total.total) : null, total === undefined], [expected.total, expected.openAmount]);
      const each = expected.openAmount ? null : items.map((item) => written(okpayTotal([item])!.total));
      assert.deepEqual([each, okpayCurrency(form)], [expected.itemTotals, expected.currency]);
    });
  }

  for (const { id, name, params, severity } of invalid) {
    it(`${id}: ${name} is ${severity === 'error' ? 'refused' : 'taken, and written as it should be'}`, () => {
      const { form, items } = given(params);
      if (severity === 'warning') return assert.deepEqual(sorted(okpayFields(form, items)), sorted(params.map(asWritten)));
      assert.throws(() => okpayFields(form, items), (error) => error instanceof Problem && error.code === 'invalid-attribute' && /^ok_\w+$/.test(error.field ?? ''));
    });
  }

  it('knows the variables of the reference, each with its length', () => {
    const names = [...LEADING_VARIABLES, ...FORM_VARIABLES].map(({ name }) => name);
    assert.equal(new Set([...names, ...ITEM_VARIABLES.map(({ name }) => `item_${name}`)]).size, 34);
    assert.equal(OKPAY_CURRENCIES.length, 21);
  });

  const LEAST = { form: { receiver: 'OK702746927' }, items: [{ name: 'Poster', price: '100' }] };
  const with_ = (name: string, value: string, ofItem: boolean): { form: OkpayForm; items: OkpayTexts[] } =>
    ofItem ? { form: LEAST.form, items: [{ ...LEAST.items[0]!, [name]: value }] } : { form: { ...LEAST.form, [name]: value }, items: LEAST.items };

  for (const [variables, ofItem] of [[[...LEADING_VARIABLES, ...FORM_VARIABLES], false], [ITEM_VARIABLES, true]] as const) {
    for (const { name, most, format } of variables) {
      const whole = `ok_${ofItem ? 'item_1_' : ''}${name}`;
      const refused = (value: string): void => {
        const { form, items } = with_(name, value, ofItem);
        assert.throws(() => okpayFields(form, items), (error) => error instanceof Problem && error.field === whole && error.value === value, value);
      };
      it(`${whole} is refused when it is too long, holds a control character, or is no ${format}`, () => {
        refused('1'.repeat(most + 1));
        refused('a\u0000b');
        if (format !== 'text') refused('\u00e4 ?');
      });
    }
  }

  it('refuses a price that has 15 characters as it was given, but more as it is sent', () => {
    assert.throws(() => okpayFields(LEAST.form, [{ name: 'Poster', price: '1234567890123' }]), { field: 'ok_item_1_price' });
    assert.deepEqual(okpayFields(LEAST.form, [{ name: 'Poster', price: '123456789012' }]).at(-1), ['ok_item_1_price', '123456789012.00']);
  });

  for (const [language, name] of [['Persian', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'], ['Hindi', '\u0915\u094d\u200d\u0937'], ['Hebrew', '\u200f\u05db\u05e8\u05d6\u05d4'], ['a family of emoji', '\u{1f469}\u200d\u{1f680}'], ['a soft hyphen', 'Pos\u00adter']] as const) {
    it(`takes the joiners and marks with which a text is spelt: ${language}`, () => {
      assert.deepEqual(okpayFields(LEAST.form, [{ name }]).at(-1), ['ok_item_1_name', name]);
    });
  }
  for (const sign of ['\u202e', '\u2066', '\ufeff', '\ud800', '\u0085']) {
    it(`takes no other control character: U+${sign.charCodeAt(0).toString(16)}`, () => {
      assert.throws(() => okpayFields(LEAST.form, [{ name: `a${sign}b` }]), { field: 'ok_item_1_name' });
    });
  }

  it('takes a receiver that is an e-mail address, a telephone number, or a wallet', () => {
    for (const receiver of ['OK702746927', 'shop@mail.example', '+4915112345678', '15112345678']) okpayFields({ receiver }, LEAST.items);
    for (const receiver of ['OK70274692', 'OK7027469277', 'ok702746927', 'shop@', 'somebody', '12', 'a b@mail.example']) {
      assert.throws(() => okpayFields({ receiver }, LEAST.items), Problem, receiver);
    }
  });

  it('names the item at fault', () => {
    assert.throws(() => okpayFields(LEAST.form, [...LEAST.items, { name: 'Robot', price: '1.5' }]), { field: 'ok_item_2_price' });
    assert.throws(() => okpayFields(LEAST.form, [...LEAST.items, { price: '1.50' }]), { field: 'ok_item_2_name' });
    assert.throws(() => okpayFields(LEAST.form, []), { field: 'ok_item_1_name' });
    assert.throws(() => okpayFields(LEAST.form, [{ name: 'Poster', price: '0.00' }]), { field: 'ok_item_1_price' });
  });

  it('leaves the amount to the buyer where an item has no price', () => {
    const items = [...LEAST.items, { name: 'A gift' }];
    assert.ok(okpayFields(LEAST.form, items).length);
    assert.equal(okpayTotal(items), undefined);
  });
});

describe('the total', () => {
  const amount = fc.bigInt(1n, 99_999_999n);
  const item = fc.record({ price: amount, quantity: fc.bigInt(1n, 9_999n), shipping: amount, shipping2: amount, handling: amount, tax: amount });

  it('is the documented formula, exactly, with and without commas', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), fc.boolean(), (items, commas) => {
        const text = (minor: bigint): string => (commas ? written(minor).replace(/\B(?=(\d{3})+\.)/g, ',') : written(minor));
        const texts = items.map(({ quantity, ...money }) => ({
          name: 'x',
          quantity: String(quantity),
          ...Object.fromEntries(Object.entries(money).map(([name, minor]) => [name, text(minor)])),
        }));
        okpayFields({ receiver: 'OK702746927' }, texts);
        const formula = items.reduce((sum, { price, quantity, shipping, shipping2, handling, tax }) => sum + price * quantity + tax + handling + shipping + shipping2 * (quantity - 1n), 0n);
        assert.equal(okpayTotal(texts)?.total, formula);
      }),
    );
  });
});

describe('links and forms to paste', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((value) => value.trim() === value && value !== '' && !/\p{C}/u.test(value));
  const action = 'https://www.okpay.com/process.html';

  it('parse back to the same fields, whatever the texts', () => {
    fc.assert(
      fc.property(text, text, (name, invoice) => {
        const fields = okpayFields({ receiver: 'OK702746927', invoice }, [{ name, price: '2' }]);
        assert.deepEqual([...new URL(okpayUrl(fields, action)).searchParams], fields);
        const html = okpayFormHtml(fields, { action, label: name });
        const read = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, ...pair]) => pair.map(plain));
        assert.deepEqual(read, fields);
        const [, href = '', label = ''] = /^<a href="([^"]*)">([^<]*)<\/a>$/.exec(okpayLinkHtml(fields, { action, label: name })) ?? [];
        assert.deepEqual([plain(href), plain(label)], [okpayUrl(fields, action), name]);
      }),
    );
  });

  it('a link is written as the vectors write it, but for the decimals', () => {
    const { params } = vectors.find(({ id }) => id === 'of-17')!;
    const { form, items } = given(params);
    assert.equal(
      okpayUrl(okpayFields(form, items), action),
      'https://www.okpay.com/process.html?ok_receiver=OK702746927&ok_item_1_name=Caf%C3%A9+%26+%22Cr%C3%A8me%22+%3C1%3E+%2B+50%25&ok_item_1_price=2.00&ok_currency=USD&ok_invoice=A%2F1+%26+b%3D2%23x',
    );
  });
});

describe('items of a form', () => {
  const many = (count: number) => Array.from({ length: count }, () => ({ name: 'Sticker', price: '1.00' }));

  it('are 99 at most, as many as OKPAY counts', () => {
    assert.equal(okpayFields({ receiver: 'OK702746927' }, many(99)).length, 199);
    assert.throws(() => okpayFields({ receiver: 'OK702746927' }, many(100)), (error) => {
      assert.ok(error instanceof Problem, String(error));
      assert.deepEqual([error.code, error.field], ['invalid-attribute', 'ok_item_100_name']);
      assert.match(error.message, /OKPAY takes 99 items/);
      return true;
    });
  });
});

/** Text of HTML, for the five signs that are escaped. */
const plain = (html: string): string =>
  html.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name]!);
