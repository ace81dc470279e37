import { expect } from '@open-wc/testing';
import { CODE, DYNAMIC_CODE, OPEN_CODE, pageOfEachTest, STATUS_URL, type Tag } from './pix-qr-harness.ts';
import vectors from '../vectors/brcode.json' with { type: 'json' };

const page = pageOfEachTest();

/** The last character of the checksum is another one. */
const DAMAGED = `${CODE.slice(0, -1)}D`;

const INVALID_CODE = /We can’t show this code It reached us damaged, and paying it could go wrong\. Nothing is asked of you yet\. Please tell the shop\./;
const UNUSABLE = /This payment can’t be started Something is missing on the shop’s side\. Please tell the shop\./;

function expectNothingDrawn(tag: Tag): void {
  expect(tag.root.querySelectorAll('svg[part="symbol"]')).to.have.length(0);
  expect([tag.part('code'), tag.part('copy-button'), tag.element.status]).to.deep.equal([null, null, 'idle']);
}

describe('<pix-qr>: what must not be paid is not drawn', () => {
  for (const [what, attributes, code, words, named] of [
    ['a damaged code', { code: DAMAGED }, 'invalid-code', INVALID_CODE, /63|crc|checksum/i],
    ['no BR Code at all', { code: 'https://shop.example' }, 'invalid-code', INVALID_CODE, /not-brcode/],
    [
      'another amount than the page', { code: CODE, amount: '12.90' }, 'mismatch',
      /We won’t show this code It asks for R\$100\.99, this page for R\$12\.90\. Please don’t pay; tell the shop\./, /amount.*12\.90.*100\.99/,
    ],
    ['an amount a hundredth off', { code: CODE, amount: '100.98' }, 'mismatch', /R\$100\.99, this page for R\$100\.98/, /100\.98/],
    ['an amount with a comma', { code: OPEN_CODE, amount: '12,90' }, 'invalid-attribute', UNUSABLE, /amount="12,90"/],
    ['an amount with one decimal', { code: OPEN_CODE, amount: '12.9' }, 'invalid-attribute', UNUSABLE, /amount="12\.9"/],
    ['an amount in exponents', { code: OPEN_CODE, amount: '1e3' }, 'invalid-attribute', UNUSABLE, /amount="1e3"/],
    ['a negative amount', { code: OPEN_CODE, amount: '-1.00' }, 'invalid-attribute', UNUSABLE, /amount="-1\.00"/],
    ['an amount with a symbol', { code: CODE, amount: 'R$ 100.99' }, 'invalid-attribute', UNUSABLE, /amount="R\$ 100\.99"/],
    ['a currency that Pix does not have', { code: CODE, currency: 'USD' }, 'invalid-attribute', UNUSABLE, /currency="USD"/],
    ['a currency that is none', { code: CODE, currency: 'X' }, 'invalid-attribute', UNUSABLE, /currency="X"/],
    ['an amount that is none, before any code', { 'create-url': '/payments', amount: 'much' }, 'invalid-attribute', UNUSABLE, /amount="much"/],
    ['a key that is none', { 'pix-key': 'not a key', 'merchant-name': 'X', 'merchant-city': 'Y' }, 'invalid-attribute', UNUSABLE, /pix-key/],
    ['a static code without payee', { 'pix-key': 'loja@example.com', 'merchant-city': 'Y' }, 'invalid-attribute', UNUSABLE, /59|merchant-name/],
  ] as const) {
    it(`${what}: ${code}`, async () => {
      const tag = await page.tag({ ...attributes, 'status-url': STATUS_URL });
      await page.time.advance(0);
      expectNothingDrawn(tag);
      expect(tag.text()).to.match(words);
      expect(tag.names).to.deep.equal([`payment-error ${code}`]);
      expect(tag.last('payment-error')['recoverable']).to.equal(false);
      expect(page.complaints).to.have.length(1);
      expect(page.complaints[0]).to.match(/<pix-qr>/).and.to.match(named);
      expect(tag.last('payment-error')['message']).to.match(named);
      await page.time.advance(60_000);
      expect(page.server.asked, 'what is not shown is not waited for').to.have.length(0);
      expect([tag.names.length, page.complaints.length], 'said once').to.deep.equal([1, 1]);
    });
  }

  for (const [what, wrong, right] of [
    ['the code', { code: DAMAGED }, { code: CODE }],
    ['the amount', { code: CODE, amount: '12.90' }, { amount: '100.99' }],
    ['the currency', { code: CODE, currency: 'USD' }, { currency: 'BRL' }],
    ['the amount, by taking it away', { code: CODE, amount: 'x' }, { amount: null }],
    ['the key', { 'pix-key': '?', 'merchant-name': 'X', 'merchant-city': 'Y' }, { 'pix-key': 'loja@example.com' }],
  ] as const) {
    it(`a page that corrects ${what} gets its code`, async () => {
      const tag = await page.tag(wrong);
      expect(tag.symbol).to.equal(null);
      await tag.set(right);
      expect([tag.symbol === null, tag.element.status, tag.part('result')]).to.deep.equal([false, 'pending', null]);
      expect(page.complaints).to.have.length(1);
    });
  }

  it('a code that goes wrong later is taken away, and is a problem each time', async () => {
    const tag = await page.tag({ code: CODE });
    await tag.set({ code: DAMAGED });
    expectNothingDrawn(tag);
    await tag.set({ code: CODE });
    await tag.set({ code: DAMAGED });
    expectNothingDrawn(tag);
    expect(tag.count('payment-error invalid-code')).to.equal(2);
  });

  it('an amount that the page changes later is compared again', async () => {
    const tag = await page.tag({ code: CODE, amount: '100.99' });
    await tag.set({ amount: '10.99' });
    expectNothingDrawn(tag);
    expect(tag.count('payment-error mismatch')).to.equal(1);
  });

  it('the sentence is said aloud, with the way to the shop beside it', async () => {
    const tag = await page.tag({ code: DAMAGED, 'help-url': 'https://shop.example/help' });
    expect(tag.said).to.match(/^We can’t show this code\. /);
    expect(tag.acts).to.deep.equal(['Ask the shop']);
  });

  it('Portuguese', async () => {
    const mismatch = await page.tag({ code: CODE, amount: '12.90' }, { lang: 'pt-BR' });
    expect(mismatch.text('result')).to.contain('Não vamos mostrar este código').and.to.contain('Ele pede R$ 100,99 e esta página, R$ 12,90. Não pague; avise a loja.');
    const damaged = await page.tag({ code: DAMAGED }, { lang: 'pt-BR' });
    expect(damaged.text('result')).to.contain('Não podemos mostrar este código').and.to.contain('Avise a loja.');
  });
});

describe('<pix-qr>: the vectors', () => {
  for (const { id, payload, reason } of vectors.invalid.filter(({ severity }) => severity === 'error')) {
    it(`${id} (${reason}) is refused`, async () => {
      const tag = await page.tag({}, { before: (element) => (element.code = payload) });
      expectNothingDrawn(tag);
      expect(tag.names).to.deep.equal(['payment-error invalid-code']);
      expect(page.complaints).to.have.length(1);
    });
  }

  const sample = [...vectors.valid, ...vectors.invalid.filter(({ severity }) => severity === 'warning')];
  it(`all ${sample.length} that may be shown are drawn, with their own text, payee and amount`, async () => {
    for (const one of sample) {
      const tag = await page.tag({}, { before: (element) => (element.code = one.payload) });
      const expected = 'expected' in one ? (one.expected as Partial<Record<string, string>>) : undefined;
      expect(tag.part('code')?.textContent, one.id).to.equal(one.payload.trim());
      expect(tag.symbol!.querySelectorAll('path')[1]!.getAttribute('d'), one.id).to.match(/^(M\d+ \d+h\d+v1H\d+z)+$/);
      if (expected) expect(tag.text('merchant'), one.id).to.equal(expected['merchantName']!.replace(/\s+/g, ' ').trim());
      const digits = tag.text('amount').replace(/[^\d.]/g, '');
      if (expected?.['amount']) expect(Number(digits), one.id).to.equal(Number(expected['amount']));
      else if (expected) expect(digits, one.id).to.equal('');
      tag.element.remove();
    }
    expect(page.complaints).to.deep.equal([]);
  });
});

describe('<pix-qr>: one code, one page', () => {
  it('a tag with neither code nor key nor create-url shows no code and complains of nothing', async () => {
    const tag = await page.tag({});
    expectNothingDrawn(tag);
    expect([tag.names, page.complaints]).to.deep.equal([[], []]);
  });

  it('two tags know nothing of each other', async () => {
    const first = await page.tag({ code: CODE });
    const second = await page.tag({ code: DAMAGED });
    const third = await page.tag({ code: DYNAMIC_CODE });
    expect([first.symbol === null, second.symbol === null, third.symbol === null]).to.deep.equal([false, true, false]);
    expect([first.names, third.names]).to.deep.equal([['payment-status'], ['payment-status']]);
  });
});
