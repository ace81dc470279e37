import { expect } from '@open-wc/testing';
import { FORM_VARIABLES, ITEM_VARIABLES, LEADING_VARIABLES } from '../../src/formats/okpay-variables.ts';
import vectors from '../vectors/okpay-forms.json' with { type: 'json' };
import { buttonPage, item, LEAST } from './okpay-button-harness.ts';
import { until } from './scripted-time.ts';

const page = buttonPage();
const SENT: [string, string][] = [['ok_receiver', 'OK702746927'], ['ok_item_1_name', 'Poster'], ['ok_item_1_price', '12.50']];
const money = ([name = '', value = '']: readonly string[]): [string, string] => [name, /_(price|shipping2?|handling|tax)$/.test(name) ? value.replaceAll(',', '').replace(/^\d+$/, '$&.00') : value];

describe('<okpay-button>: what it sends', () => {
  for (const { id, name, params, expected } of vectors.vectors) {
    it(`${id}: ${name}, of attributes and of items, with its total`, async () => {
      const items: Record<string, string>[] = [];
      const form: Record<string, string> = {};
      for (const [key = '', value = ''] of params as [string, string][]) {
        const [, number, variable] = /^ok_item_(\d+)_(.+)$/.exec(key) ?? [];
        if (number) (items[Number(number) - 1] ??= {})[variable!.replaceAll('_', '-')] = value;
        else form[key.replace('ok_', '')] = value;
      }
      const button = await page(form, items.map(item));
      const sorted = (fields: readonly (readonly string[])[]) => fields.map((field) => field.join('=')).sort();
      expect(sorted(button.fields)).to.deep.equal(sorted((params as [string, string][]).map(money)));
      expect(button.act.textContent.replace(/[^\d.]/g, '')).to.equal(expected.total ?? '');
      if (expected.openAmount) expect(button.text).to.contain('You choose the amount at OKPAY.');
      expect([...new URL(button.element.toURL()).searchParams]).to.deep.equal(button.fields);
    });
  }

  it('has every variable of the reference as an attribute and as a property, one set before the tag was defined too', async () => {
    const names = [...LEADING_VARIABLES, ...FORM_VARIABLES].map(({ name }) => name);
    const values: Record<string, string> = { receiver: 'OK702746927', currency: 'USD', fees: '1', payer_email: 'a@mail.example', payer_phone: '+49 151 123456', payer_country_code: 'DE', return_success: 'https://shop.example/yes', return_fail: 'https://shop.example/no', ipn: 'https://shop.example/ipn', paysystems: 'CC SF' };
    const sold: Record<string, string> = { price: '1.00', type: 'service', quantity: '2', shipping: '3.00', shipping2: '4.00', handling: '5.00', tax: '6.00' };
    const form = Object.fromEntries(names.map((name) => [name, values[name] ?? `v-${name.length}`]));
    const things = Object.fromEntries(ITEM_VARIABLES.map(({ name }) => [name, sold[name] ?? `v-${name.length}`]));
    const all = [...names.slice(0, 1).map((name) => [`ok_${name}`, form[name]]), ...ITEM_VARIABLES.map(({ name }) => [`ok_item_1_${name}`, things[name]]), ...names.slice(1).map((name) => [`ok_${name}`, form[name]])];
    const attributes = Object.fromEntries([...names.map((name) => [name, form[name]]), ...ITEM_VARIABLES.map(({ name }) => [`item-${name}`, things[name]])].map(([name, value]) => [name!.replaceAll('_', '-'), value!]));
    expect((await page(attributes)).fields).to.deep.equal(all);
    const button = await page({});
    for (const [name, value] of Object.entries(attributes)) Reflect.set(button.element, name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()), value);
    await button.element.updateComplete;
    expect(button.fields).to.deep.equal(all);
  });

  it('keeps properties that were set before it was defined', async () => {
    const { OkpayItem } = await import('../../src/elements/okpay-item.ts');
    const early = Object.assign(document.createElement('early-item'), { price: ' 2.00 ', custom1Title: 'Size' });
    document.body.append(early);
    customElements.define('early-item', class extends OkpayItem {});
    expect([Reflect.get(early, 'price'), Reflect.get(early, 'custom1Title'), Object.hasOwn(early, 'price')]).to.deep.equal(['2.00', 'Size', false]);
    early.remove();
  });

  it('items are added, changed, moved and removed live', async () => {
    const [poster, robot] = [item({ name: 'Poster', price: '10' }), item({ name: 'Robot', price: '50' })];
    const button = await page({ receiver: 'OK702746927' }, [poster]);
    const names = () => button.fields.filter(([name]) => /_name$/.test(name)).map((field) => field.join(' '));
    button.element.append(robot);
    await until('two items', () => names().join() === 'ok_item_1_name Poster,ok_item_2_name Robot');
    expect(button.act.textContent).to.contain('€60.00');
    robot.setAttribute('quantity', '3');
    await until('three robots', () => button.act.textContent.includes('€160.00'));
    Object.assign(robot, { price: '5' });
    await until('another price', () => button.act.textContent.includes('€25.00'));
    button.element.prepend(robot);
    await until('the robots first', () => names().join() === 'ok_item_1_name Robot,ok_item_2_name Poster');
    robot.remove();
    await until('one item', () => names().join() === 'ok_item_1_name Poster');
    expect(button.act.textContent).to.contain('€10.00');
  });

  it('with items, its own item comes first where it has a name, and is none where it has not', async () => {
    const robot = () => item({ name: 'Robot', price: '50' });
    const both = await page({ ...LEAST, 'item-name': 'Poster' }, [robot()]);
    expect(both.fields.filter(([name]) => name.endsWith('_name'))).to.deep.equal([['ok_item_1_name', 'Poster'], ['ok_item_2_name', 'Robot']]);
    const one = await page({ receiver: 'OK702746927', 'item-price': '12.50' }, [robot()]);
    expect(one.fields).to.deep.equal([['ok_receiver', 'OK702746927'], ['ok_item_1_name', 'Robot'], ['ok_item_1_price', '50.00']]);
  });

  it('what it gives to paste parses back to the same fields', async () => {
    const name = 'Café & "Crème" <1> + 50% \'x\'';
    const button = await page({ ...LEAST, 'item-name': name, kind: 'buy' });
    const read = new DOMParser().parseFromString(`${button.element.toFormHTML()}${button.element.toLinkHTML()}`, 'text/html');
    const form = read.querySelector('form')!;
    expect([form.method, form.action, form.querySelector('button')!.textContent]).to.deep.equal(['post', 'https://www.okpay.com/process.html', 'Buy now with OKPAY']);
    expect([...new FormData(form)]).to.deep.equal([SENT[0], ['ok_item_1_name', name], SENT[2]]);
    const link = read.querySelector('a')!;
    expect([[...new URL(link.href).searchParams], link.textContent]).to.deep.equal([[SENT[0], ['ok_item_1_name', name], SENT[2]], 'Buy now with OKPAY']);
  });

  for (const kind of ['gift', 'constructor', '__proto__']) {
    it(`a kind that there is none of, ${kind}, is to pay`, async () => {
      const button = await page({ ...LEAST, kind });
      expect([button.act.textContent, button.element.toLinkHTML()].map((text) => /Pay with OKPAY/.test(text!))).to.deep.equal([true, true]);
    });
  }
});

describe('<okpay-button>: what it shows', () => {
  it('the total by the formula, with its parts', async () => {
    const button = await page({ receiver: 'OK702746927', 'item-name': 'Glass teapot', 'item-price': '24.00', 'item-quantity': '2', 'item-tax': '1.20', 'item-handling': '0.50', 'item-shipping': '4.00', 'item-shipping2': '1.50', total: '', merchant: 'Example Home', fees: '1' });
    expect(button.text).to.equal(
      'Your order at Example Home 2 × Glass teapot at €24.00 €48.00 Tax €1.20 Handling €0.50 Shipping, first piece €4.00 Shipping, 1 more piece €1.50 Total €55.20 Pay with OKPAY €55.20 Plus OKPAY’s fee. You leave this page and pay at okpay.com. Payment by OKPAY',
    );
  });

  for (const [currency, price, lang, shown] of [['JPY', '100', 'en', '¥100'], ['JPY', '1234.50', 'en', '¥1,234.50'], ['USD', '1234.50', 'de', '1.234,50\u00a0$'], ['CHF', '1234567.00', 'pt-BR', 'CHF\u00a01.234.567,00'], ['', '5', 'el', '5,00\u00a0€']] as const) {
    it(`${price} ${currency || 'without a currency'} in ${lang} is ${shown}, and is sent with two decimals`, async () => {
      const button = await page({ ...LEAST, 'item-price': price, currency }, [], lang);
      await button.drawn('the words', () => button.act.textContent.includes(shown));
      expect(button.fields.find(([name]) => name === 'ok_item_1_price')?.[1]).to.match(/^\d+\.\d\d$/);
    });
  }

  for (const [kind, label, word] of [['', 'Pay with OKPAY', 'Pay'], ['buy', 'Buy now with OKPAY', 'Buy now'], ['donate', 'Donate with OKPAY', 'Donate'], ['top-up', 'Top up with OKPAY', 'Top up'], ['subscribe', 'Subscribe with OKPAY', 'Subscribe']] as const) {
    it(`kind="${kind}" as button, link and image`, async () => {
      const button = await page({ ...LEAST, kind });
      expect(button.act.textContent).to.equal(`${label}€12.50`);
      await button.set({ as: 'link' });
      expect(button.root.querySelector('a')!.textContent).to.equal(kind ? `${label} · €12.50` : 'Pay €12.50 with OKPAY');
      await button.set({ as: 'image' });
      expect([button.act.textContent, button.act.ariaLabel]).to.deep.equal([word, kind ? `${label} · €12.50` : 'Pay €12.50 with OKPAY']);
      expect(button.root.querySelector('img, [src], [style]')).to.equal(null);
    });
  }

  it('what stands there already stays when something changes, with its focus', async () => {
    const button = await page();
    const { act } = button;
    act.focus();
    await button.set({ 'item-price': '20', kind: 'buy' });
    expect([button.act === act, button.root.activeElement === act, act.textContent]).to.deep.equal([true, true, 'Buy now with OKPAY€20.00']);
  });

  it('another text of the page stands in place of its own', async () => {
    const button = await page();
    button.element.messages = { pay: ['Get it', 'Get'] };
    await button.element.updateComplete;
    expect(button.act.textContent).to.equal('Get it€12.50');
  });

  it('is idle until the shopper comes back; what is asked then never rejects', async () => {
    const button = await page();
    expect([button.element.status, button.element.getAttribute('status'), button.element.matches(':state(idle)')]).to.deep.equal(['idle', 'idle', true]);
    expect([await button.element.refresh(), await button.element.create()]).to.deep.equal([{ status: 'idle' }, undefined]);
  });
});

describe('<okpay-button ask="amount">', () => {
  const GIFT = { receiver: 'OK702746927', 'item-name': 'A gift', ask: 'amount' };

  for (const [typed, price, shown] of [['15', '15.00', '€15.00'], ['15,5', '15.50', '€15.50'], ['1.234,50', '1234.50', '€1,234.50'], ['€ 7', '7.00', '€7.00']] as const) {
    it(`${typed} is a price of ${price}, and what is typed stays as it is`, async () => {
      const button = await page(GIFT);
      const input = button.root.querySelector<HTMLInputElement>('#amount')!;
      input.focus();
      input.value = typed;
      input.dispatchEvent(new Event('input'));
      await until('the price', () => button.act.textContent.includes(shown));
      expect(button.fields.at(-1)).to.deep.equal(['ok_item_1_price', price]);
      expect([button.root.querySelector('#amount') === input, button.root.activeElement === input, input.value]).to.deep.equal([true, true, typed]);
    });
  }

  for (const typed of ['', '0', '-5', 'much', '1.5.5', '1e3', 'Infinity', '1.234', '12345678901234', '5 USD']) {
    it(`"${typed}" is none: nothing is sent, and the field says so`, async () => {
      const button = await page(GIFT);
      const input = button.root.querySelector<HTMLInputElement>('#amount')!;
      let left = 0;
      button.element.addEventListener('payment-redirect', (event) => (left++, event.preventDefault()));
      input.value = typed;
      input.dispatchEvent(new Event('input'));
      button.act.click();
      await until('what is wrong', () => button.text.includes('Type an amount, such as 12.90.'));
      expect([left, input.getAttribute('aria-invalid'), button.fields.some(([name]) => name.endsWith('_price'))]).to.deep.equal([0, 'true', false]);
    });
  }

  it('asks for nothing where there is a price, and of several items for the first price that is missing', async () => {
    expect((await page({ ...GIFT, 'item-price': '5' })).root.querySelector('#amount')).to.equal(null);
    const button = await page({ receiver: 'OK702746927', ask: 'amount' }, [item({ name: 'Poster', price: '10' }), item({ name: 'A gift' })]);
    const input = button.root.querySelector<HTMLInputElement>('#amount')!;
    input.value = '2';
    input.dispatchEvent(new Event('input'));
    await until('the sum', () => button.act.textContent.includes('€12.00'));
    expect(button.fields.at(-1)).to.deep.equal(['ok_item_2_price', '2.00']);
  });
});
