import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { okpayFields } from '../../src/formats/okpay-form.ts';
import { FORM_VARIABLES, ITEM_VARIABLES } from '../../src/formats/okpay-variables.ts';
import { Problem } from '../../src/formats/problem.ts';
import { formOf, listed, openOkpay, POSTER, SHOP, textOf } from './okpay-side.ts';

/** The document's twelve samples, and what each is to cost; nothing where the buyer chooses, or has to type something. */
const SAMPLES: readonly (readonly [name: string, more: Record<string, string>, total: string, wanted?: readonly string[]])[] = [
  ['Basic', {}, '100.00'],
  ['Basic with Invoice', { ok_invoice: '99999' }, '100.00'],
  ['Several Items', { ok_item_1_article: '555', ok_item_2_name: 'Robot', ok_item_2_price: '50', ok_item_2_article: '777' }, '150.00'],
  ['Items Quantity', { ok_item_1_quantity: '3' }, '300.00'],
  ['Shipping', { ok_item_1_type: 'shipment', ok_item_1_shipping: '10' }, '110.00'],
  ['Taxes and Handling', { ok_item_1_shipping: '10', ok_item_1_handling: '7', ok_item_1_tax: '3' }, '120.00'],
  ['Payment Argument', { ok_item_1_custom_1_title: 'Description' }, '100.00', ['ok_item_1_custom_1_value']],
  ['Custom Payment Arguments', { ok_item_1_custom_1_title: 'Description', ok_item_1_custom_1_value: 'OKPAY Company promo wall poster', ok_item_1_custom_2_title: 'Size', ok_item_1_custom_2_value: 'A1 Poster' }, '100.00'],
  ['Custom Price', { ok_item_1_price: '' }, '', ['ok_item_1_price']],
  ['Commission on Buyer', { ok_fees: '1' }, '101.00'],
  ['Custom Payment Options', { ok_paysystems: 'CC SF' }, '100.00'],
  ['Direct Payment Processing', { ok_directdeposit: 'SF' }, '100.00'],
];

const asWritten = ([name, value]: [string, string]): [string, string] => [name, /_(price|shipping|handling|tax)$/.test(name) ? `${value}.00` : value];
const sorted = (fields: [string, string][]) => fields.toSorted(([a], [b]) => (a < b ? -1 : 1));

describe('the checkout page of a simulated OKPAY', () => {
  for (const [name, more, total, wanted = []] of SAMPLES) {
    it(`shows "${name}" field for field, and is paid`, async () => {
      const { post, press, sandbox } = openOkpay();
      const fields: Record<string, string> = { ...POSTER, ...more };
      const given = Object.entries(fields).filter(([, value]) => value);
      const response = await post('process.html', fields);
      const html = await response.text();
      assert.equal(response.status, 200);
      assert.deepEqual(sorted(listed(html)), sorted(given.map(asWritten)));
      assert.match(textOf(html), new RegExp(total ? `Total USD ${total} ` : 'Total You choose the amount '));
      const inputs = [...html.matchAll(/<input name="([^"]+)"/g)].map(([, input]) => input);
      assert.deepEqual(inputs, wanted);
      const typed = Object.fromEntries(wanted.map((input) => [input, input.endsWith('price') ? '1,234.50' : 'Blue & <b>']));
      const back = await press(fields, 'completed', typed);
      assert.equal(back.status, 303);
      const [{ id, gross, items } = assert.fail()] = sandbox.ledger.transactions;
      assert.equal(gross, total ? BigInt(total.replace('.', '')) : 123450n);
      assert.equal(new URL(back.headers.get('location')!).searchParams.get('ok_txn_id'), id);
      if (name === 'Payment Argument') assert.equal(items[0]!['custom_1_value'], 'Blue & <b>');
    });
  }

  it('takes the same form as an address', async () => {
    const { get } = openOkpay();
    const html = await (await get(`process.html?${new URLSearchParams(POSTER)}`)).text();
    assert.match(textOf(html), /Pay Example Shop OK702746927 · merchant@example\.com OKPAY Poster 1 × 100\.00 Total USD 100\.00/);
  });

  it('shows the vectors with their totals', async () => {
    const { vectors } = JSON.parse(readFileSync(new URL('../vectors/okpay-forms.json', import.meta.url), 'utf8')) as { vectors: { params: [string, string][]; expected: { total: string | null; currency: string } }[] };
    for (const { params, expected } of vectors) {
      const { post } = openOkpay();
      const total = expected.total === null ? 'You choose the amount' : `${expected.currency} ${expected.total}`;
      assert.ok(textOf(await (await post('process.html', params)).text()).includes(`Total ${total} `), total);
    }
    assert.ok(vectors.length);
  });

  it('refuses what OKPAY would refuse, and says why', async () => {
    const { invalid } = JSON.parse(readFileSync(new URL('../vectors/okpay-forms.json', import.meta.url), 'utf8')) as { invalid: { name: string; severity: string; params: [string, string][] }[] };
    const { post, sandbox } = openOkpay();
    for (const { name, params, severity } of invalid) {
      const response = await post('process.html', params);
      assert.equal(response.status, severity === 'error' ? 400 : 200, name);
      if (severity === 'error') assert.match(await response.text(), /<p role="alert">ok_\w+ is /, name);
    }
    assert.throws(() => sandbox.pay({ ...POSTER, ok_receiver: 'OK111111111' }), Problem);
    assert.throws(() => sandbox.pay({ ...POSTER, ok_item_1_price: '' }), { field: 'ok_item_1_price' });
    assert.equal(sandbox.ledger.transactions.length, 0);
  });

  it('knows the receiver by e-mail address and telephone number, too', () => {
    const { sandbox } = openOkpay({ wallets: [{ ...SHOP, phone: '+4930123456' }] });
    for (const ok_receiver of ['Merchant@Example.com', '+4930123456']) assert.equal(sandbox.pay({ ...POSTER, ok_receiver }).transaction?.wallet.id, SHOP.id);
  });

  it('asks again for what was typed wrong, and lets nobody type what the form says', async () => {
    const { post, sandbox } = openOkpay();
    const donation = { ...POSTER, ok_item_1_price: '' };
    const to = formOf(await (await post('process.html', donation)).text());
    for (const amount of ['', '0', '-5', '1e3', '5,5']) {
      const again = await post(to, { act: 'completed', ok_item_1_price: amount });
      const html = await again.text();
      assert.equal(again.status, 400, amount);
      assert.match(html, /role="alert">ok_item_1_price is/);
      assert.ok(html.includes(`name="ok_item_1_price" value="${amount}"`), amount);
      assert.equal(formOf(html), to);
    }
    await post(to, { act: 'completed', ok_item_1_price: '5', ok_item_1_name: 'Car', ok_ipn: 'https://shop.example/other', ok_fees: '1' });
    const [paid = assert.fail()] = sandbox.ledger.transactions;
    assert.deepEqual([paid.gross, paid.items[0]!['name'], paid.texts['ipn'], paid.texts['fees']], [500n, 'OKPAY Poster', undefined, undefined]);
  });

  it('is paid once, however often the button is pressed', async () => {
    const { post, sandbox, arrived } = openOkpay();
    const to = formOf(await (await post('process.html', POSTER)).text());
    const [first, second] = [await post(to, { act: 'completed' }), await post(to, { act: 'canceled' })];
    assert.equal(second.headers.get('location'), first.headers.get('location'));
    await sandbox.settled();
    assert.deepEqual([sandbox.ledger.transactions.length, arrived.length], [1, 1]);
    assert.equal((await post('pay?order=7', { act: 'completed' })).status, 404);
    assert.equal((await post(to, { act: 'reversed' })).status, 400);
  });

  for (const [act, status, page] of [
    ['completed', 'completed', 'thanks'],
    ['pending', 'pending', 'thanks'],
    ['hold', 'hold', 'thanks'],
    ['failed', 'failed', 'back'],
    ['canceled', undefined, 'back'],
  ] as const) {
    it(`leads back to ${page} with the variables of the message after "${act}"`, async () => {
      const { press, sandbox, arrived } = openOkpay();
      const url = new URL((await press({ ...POSTER, ok_invoice: 'INV 1' }, act)).headers.get('location')!);
      await sandbox.settled();
      assert.equal(url.origin + url.pathname, `https://shop.example/${page}`);
      assert.deepEqual([url.searchParams.get('ok_invoice'), url.searchParams.get('ok_txn_status')], ['INV 1', act]);
      assert.deepEqual(arrived.map(({ body }) => new URLSearchParams(body).get('ok_txn_status')), status ? [status] : []);
      if (!status) return assert.equal(url.searchParams.get('ok_txn_id'), null);
      const params = [...url.searchParams].filter(([name]) => name !== 'a');
      assert.deepEqual(params, [...new URLSearchParams(arrived[0]!.body)]);
    });
  }

  it('goes by the addresses of the form before the wallet\'s, and closes itself where there are none', async () => {
    const { press, sandbox, arrived } = openOkpay({ origins: ['https://other.example'] });
    const own = { ok_ipn: 'https://other.example/ipn', ok_return_success: 'https://any.example/yes', ok_return_fail: 'https://any.example/no' };
    assert.match((await press({ ...POSTER, ...own }, 'completed')).headers.get('location')!, /^https:\/\/any\.example\/yes\?ok_charset=/);
    assert.match((await press({ ...POSTER, ...own }, 'canceled')).headers.get('location')!, /^https:\/\/any\.example\/no\?/);
    await sandbox.settled();
    assert.deepEqual(arrived.map(({ url }) => url), ['https://other.example/ipn']);
    const bare = openOkpay({ wallets: [{ id: SHOP.id, email: SHOP.email, accountId: '1' }] });
    assert.match(textOf(await (await bare.press(POSTER, 'completed')).text()), /Payment completed USD 100\.00 · Transaction \d+ You can close/);
    assert.match(textOf(await (await bare.press(POSTER, 'canceled')).text()), /Payment canceled Nothing has been paid/);
    assert.deepEqual(bare.sandbox.history(), []);
  });

  for (const address of ['http://evil.example/', 'http://okpay.example.evil.example/', 'http://okpay.example/', 'javascript:alert(1)', '//evil.example', 'data:text/html,1']) {
    it(`leads nobody to ${address}`, async () => {
      const { post } = openOkpay();
      for (const name of ['ok_return_success', 'ok_return_fail']) {
        const response = await post('process.html', { ...POSTER, [name]: address });
        assert.equal(response.status, 400);
        assert.doesNotMatch(response.headers.get('content-security-policy')!, /evil/);
      }
    });
  }

  it('leads to http where that is its own origin, or one that it is told of', async () => {
    const { sandbox } = openOkpay({ baseUrl: 'http://127.0.0.1:4173/play', origins: ['http://localhost:3000'] });
    for (const origin of ['http://127.0.0.1:4173', 'http://localhost:3000']) assert.ok(sandbox.pay({ ...POSTER, ok_return_success: `${origin}/x` }).location.startsWith(`${origin}/x?`));
  });

  it('offers the payment methods that the form takes', async () => {
    const { post, press, sandbox, arrived } = openOkpay();
    const methods = async (more: Record<string, string>) => [...(await (await post('process.html', { ...POSTER, ...more })).text()).matchAll(/name="method" value="(\w+)"/g)].map(([, code]) => code);
    assert.deepEqual(await methods({}), ['OKB', 'CC', 'SF']);
    assert.deepEqual(await methods({ ok_paysystems: 'CC XY' }), ['OKB', 'CC', 'XY']);
    assert.deepEqual(await methods({ ok_directdeposit: 'SF', ok_paysystems: 'CC' }), ['SF']);
    await press({ ...POSTER, ok_paysystems: 'CC' }, 'completed', { method: 'CC' });
    await press({ ...POSTER, ok_paysystems: 'CC' }, 'completed', { method: 'SF' });
    await sandbox.settled();
    assert.deepEqual(arrived.map(({ body }) => new URLSearchParams(body).get('ok_txn_payment_method')), ['CC', null]);
  });

  it('escapes every variable that it shows, and allows no script', async () => {
    const hostile = `"'><script>alert(1)</script>&amp;`;
    const tags = (html: string) => [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'));
    const free = [...ITEM_VARIABLES.map(({ name, ...rest }) => ({ ...rest, name: `item_1_${name}` })), ...FORM_VARIABLES].filter(({ format, most }) => format === 'text' && most >= 40);
    const form = (value: string) => ({ ...POSTER, ...Object.fromEntries(free.map(({ name }) => [`ok_${name}`, value])) });
    const { post } = openOkpay({ wallets: [{ ...SHOP, name: hostile }] });
    const [bad, good] = [await post('process.html', form(hostile)), await post('process.html', form('x'))];
    const html = await bad.text();
    assert.deepEqual(tags(html), tags(await good.text()));
    assert.ok(free.length > 10 && !html.includes('<script'));
    assert.equal(listed(html).filter(([, value]) => value === hostile).length, free.length);
    assert.match(bad.headers.get('content-security-policy')!, /^default-src 'none'; style-src 'self'; .*form-action 'self' https:\/\/shop\.example/);
    for (const field of ['ok_item_1_price', 'ok_receiver', 'ok_currency', hostile]) {
      const refused = await (await post('process.html', { ...POSTER, [field]: hostile })).text();
      assert.ok(!refused.includes('<script'), field);
    }
  });

  it('lets no return address write its policy', async () => {
    const { post } = openOkpay();
    const response = await post('process.html', { ...POSTER, ok_return_success: 'https://a;script-src/x' });
    assert.doesNotMatch(response.headers.get('content-security-policy')!, /script-src/);
  });

  it('reads forms as they are written by the tags', () => {
    const { sandbox } = openOkpay();
    const fields = okpayFields({ receiver: SHOP.id, currency: 'EUR' }, [{ name: 'A', price: '1.50' }, { name: 'B', price: '2' }]);
    assert.equal(sandbox.pay(Object.fromEntries(fields)).transaction?.gross, 350n);
  });
});
