import { expect } from '@open-wc/testing';
import { FORM_VARIABLES, ITEM_VARIABLES, LEADING_VARIABLES, type OkpayFormat } from '../../src/formats/okpay-variables.ts';
import vectors from '../vectors/okpay-forms.json' with { type: 'json' };
import { buttonPage, item, LEAST } from './okpay-button-harness.ts';
import { until } from './scripted-time.ts';

const page = buttonPage();
const OFF = 'This payment can’t be started: something is missing on the shop’s side. Please tell the shop.';

/** The attributes that would write a form of the vectors. */
const written = (params: readonly (readonly string[])[]): Record<string, string> =>
  Object.fromEntries(params.map(([name = '', value = '']) => [name.replace('ok_item_1_', 'item-').replace('ok_', '').replaceAll('_', '-'), value]));

/** What no variable of a format may be. */
const WRONG: Readonly<Record<OkpayFormat, readonly string[]>> = {
  text: [],
  receiver: ['OK12', 'nobody', 'javascript:alert(1)'],
  currency: ['US', 'usd', 'BRL', 'Infinity'],
  flag: ['2', 'true', '-1'],
  type: ['gift', 'Digital'],
  quantity: ['0', '-1', '1.5', '1e3', 'NaN', 'Infinity'],
  price: ['0', '0.00', '-1.00', '1e3', '1.5', '12,50', '1.000', '$1.00', 'NaN', 'Infinity', '1,23.00', '+1.00'],
  money: ['-1.00', '1e3', '1.5', '12,50', '€1.00', 'NaN', 'Infinity'],
  email: ['somebody', 'a@b', 'a b@mail.example'],
  phone: ['call me', '12'],
  country: ['Brazil', 'br'],
  address: ['javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', '//shop.example', '/thanks', 'shop.example', 'https://shop.example\\@other.example', 'https://shop.example/a b'],
  codes: ['cc', 'CC,SF', 'CC  SF'],
  code: ['s f', '<b>', 'javascript:'],
};

const VARIABLES = [
  ...[...LEADING_VARIABLES, ...FORM_VARIABLES].map((variable) => ({ ...variable, attribute: variable.name.replaceAll('_', '-') })),
  ...ITEM_VARIABLES.map((variable) => ({ ...variable, attribute: `item-${variable.name.replaceAll('_', '-')}` })),
];

describe('<okpay-button>: what OKPAY would refuse', () => {
  for (const { id, name, params, severity } of vectors.invalid) {
    it(`${id}: ${name} is ${severity === 'error' ? 'refused, and named' : 'taken'}`, async () => {
      const button = await page(written(params as [string, string][]));
      if (severity === 'warning') return expect([button.act.disabled, button.fields.at(-1)]).to.deep.equal([false, ['ok_item_1_price', '100.00']]);
      await button.drawn('the error', () => button.errors.length);
      expect([button.act.disabled, button.fields, button.element.toURL(), button.element.toFormHTML(), button.element.toLinkHTML()]).to.deep.equal([true, [], '', '', '']);
      expect(button.text).to.contain(OFF);
      expect(button.errors.map(({ code }) => code)).to.deep.equal(['invalid-attribute']);
    });
  }

  for (const { attribute, most, format, required } of VARIABLES) {
    const values = ['x'.repeat(most + 1), `a\u0007b`, ...WRONG[format], ...(required ? [''] : [])];
    it(`${attribute}: ${values.length} values that are wrong put the button off, each told once with what it must be`, async () => {
      const button = await page();
      const heard: unknown[] = [];
      const expected: unknown[] = [];
      button.root.addEventListener('submit', () => heard.push('sent'));
      for (const value of values) {
        await button.set({ [attribute]: value });
        const said = value.trim();
        expected.push(['invalid-attribute', attribute, said]);
        await button.drawn(`the error of "${value}"`, () => button.errors.length === expected.length && button.act.disabled);
        expect(button.fields, value).to.deep.equal([]);
        button.act.click();
        button.element.requestUpdate();
        await button.element.updateComplete;
      }
      expect(button.errors.map(({ code, field, value }) => [code, field, value])).to.deep.equal(expected);
      for (const { message, field } of button.errors) expect(message).to.match(new RegExp(`^${field}(="[^]*")?( \\(ok_\\w+\\))?: it must be \\S.*\\.$`, 'u'));
      expect(heard).to.deep.equal([]);
      await button.set({ [attribute]: (LEAST as Record<string, string>)[attribute] ?? null });
      expect(button.act.disabled).to.equal(false);
    });
  }

  for (const [name, value, rule] of [
    ['item-prise', '100', 'left out: there is no such attribute'],
    ['statusurl', '/is/1', 'written as status-url'],
    ['ok_invoice', '7', 'written as invoice'],
    ['secret', 'x'.repeat(20), 'left out: it looks like a secret'],
    ['key', 'sk_live_1234', 'left out: it looks like a secret'],
  ] as const) {
    it(`${name}="${value}" is told, and puts nothing off`, async () => {
      const button = await page({ ...LEAST, [name]: value });
      await button.drawn('the error', () => button.errors.length);
      const told = /secret/.test(rule) ? name : `${name}="${value}"`;
      expect(button.errors.map(({ field, message }) => [field, message])).to.deep.equal([[name, `${told}: it must be ${rule}.`]]);
      expect(button.act.disabled).to.equal(false);
    });
  }

  it('attributes of every element are nobody\'s mistake', async () => {
    const button = await page({ ...LEAST, class: 'a', id: 'b', title: 'c', 'data-x': 'd', 'aria-label': 'e', kind: 'buy', tabindex: '0' });
    await button.drawn('the button', () => !button.act.disabled);
    expect(button.errors).to.deep.equal([]);
  });

  for (const action of ['javascript:alert(1)', 'data:text/html,x', 'http://user:secret@shop.example/', 'ftp://shop.example/', 'http://[']) {
    it(`action="${action}" is never where a form or link goes`, async () => {
      const button = await page({ ...LEAST, action });
      await button.drawn('the error', () => button.errors.length);
      expect(button.errors.map(({ code, field }) => [code, field])).to.deep.equal([['invalid-attribute', 'action']]);
      expect([button.act.disabled, button.root.querySelector('form')!.hasAttribute('action'), button.element.toURL()]).to.deep.equal([true, false, '']);
      await button.set({ as: 'link' });
      expect(button.root.querySelector('a')).to.equal(null);
    });
  }

  it('lists everything for the developer where no money moves, an item by its number', async () => {
    const button = await page({ sandbox: '', 'item-name': 'Teapot', 'item-price': '12,50' }, [item({ name: 'Robot', price: '1.5' }), item({ price: '2.00' })]);
    await button.drawn('the list', () => button.root.querySelector('.fixes'));
    expect(button.text).to.contain('Test mode: no money moves').and.to.contain('4 things to fix');
    expect([...button.root.querySelectorAll('code')].map(({ textContent }) => textContent)).to.deep.equal(['receiver', 'item-price="12,50"', 'okpay-item:nth(1) price="1.5"', 'okpay-item:nth(2) name']);
    expect(button.text).not.to.contain(OFF);
    expect(button.errors.map(({ field }) => field)).to.deep.equal(['receiver', 'item-price', 'okpay-item:nth(1) price', 'okpay-item:nth(2) name']);
  });

  it('a listener may mend what it hears of', async () => {
    const button = await page();
    button.element.addEventListener('payment-error', () => button.element.setAttribute('fees', '1'), { once: true });
    await button.set({ fees: 'yes' });
    await until('the mended button', () => button.fields.some(([name, value]) => name === 'ok_fees' && value === '1'));
    expect(button.act.disabled).to.equal(false);
  });

  it('what is wrong of its own attributes is told, and puts nothing off', async () => {
    const button = await page({ ...LEAST, as: 'picture', kind: 'rent', target: 'there', ask: 'price' });
    await button.drawn('the errors', () => button.errors.length === 4);
    expect(button.errors.map(({ field }) => field)).to.deep.equal(['kind', 'as', 'ask', 'target']);
    expect([button.act.disabled, button.act.textContent]).to.deep.equal([false, 'Pay with OKPAY€12.50']);
  });
});
