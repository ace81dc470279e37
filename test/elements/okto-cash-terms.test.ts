import { expect } from '@open-wc/testing';
import { json, oktoPage, READABLE, tick, VOUCHER, type Tag } from './okto-harness.ts';

const page = oktoPage();
const ASKED = { 'create-url': '/payments', amount: '10.00', reference: 'ORD-7741', 'terms-url': 'https://okto.example/terms' };
const CREATED = { status: 'pending', amount: '10.00', currency: 'EUR', statusUrl: '/payments/new', oktoCash: VOUCHER };
const body = async (at = 0): Promise<Record<string, unknown>> => (await page.server.asked[at]!.request.clone().json()) as Record<string, unknown>;
const errorOf = (tag: Tag, field: string) => tag.root.getElementById(`${field}-error`)!.textContent.trim();

describe('<okto-cash-barcode>: what is asked before the barcode', () => {
  it('nothing is ticked for anybody, and nothing is asked of the server by appearing', async () => {
    const tag = await page.cash(ASKED);
    expect(tag.input('terms') ?? tag.root.querySelector('#terms')).to.have.property('checked', false);
    expect([tag.element.status, page.server.asked.length, tag.symbol]).to.deep.equal(['idle', 0, null]);
    expect(tag.text()).to.contain('You pay €10.00 in cash at a shop that takes OKTO Cash.').and.to.contain('Cash you have paid is not given back at the till.');
  });

  it('pressed too early it says what is missing, keeps the button alive, and asks for nothing', async () => {
    const tag = await page.cash(ASKED);
    await tag.press('Show my barcode');
    expect(errorOf(tag, 'terms')).to.equal('Accept the terms to get your barcode.');
    expect(tag.said).to.contain('Accept the terms to get your barcode.');
    expect([tag.count('payment-create'), page.server.asked.length, tag.element.status]).to.deep.equal([0, 0, 'idle']);
    expect(tag.root.querySelector('#terms')!.getAttribute('aria-invalid')).to.equal('true');
  });

  it('create() by the page asks no sooner', async () => {
    const tag = await page.cash(ASKED);
    await tag.element.create();
    expect([tag.count('payment-create'), page.server.asked.length]).to.deep.equal([0, 0]);
  });

  it('after the tick one request says when it was ticked, and the bars stand there', async () => {
    page.server.answers(json(CREATED, 201), { status: 'pending' });
    const tag = await page.cash(ASKED);
    await tick(tag, '#terms');
    await tag.press('Show my barcode');
    expect(await body()).to.deep.equal({ method: 'oktoCash', amount: '10.00', currency: 'EUR', reference: 'ORD-7741', termsAcceptedAt: page.time.iso() });
    expect([tag.element.status, tag.count('payment-create'), tag.text('readable').replaceAll(' ', '')]).to.deep.equal(['pending', 1, READABLE]);
  });

  it('a tick that is taken back counts for nothing', async () => {
    const tag = await page.cash(ASKED);
    await tick(tag, '#terms');
    await tick(tag, '#terms');
    await tag.press('Show my barcode');
    expect([tag.count('payment-create'), errorOf(tag, 'terms')]).to.deep.equal([0, 'Accept the terms to get your barcode.']);
  });

  it('the terms open beside the page, and only where their address may be followed', async () => {
    const tag = await page.cash(ASKED);
    const link = tag.root.querySelector<HTMLAnchorElement>('label a')!;
    expect([link.href, link.target, link.rel]).to.deep.equal(['https://okto.example/terms', '_blank', 'noopener']);
    const bad = await page.cash({ ...ASKED, 'terms-url': 'javascript:alert(1)' });
    expect([bad.root.querySelector('label a'), bad.count('payment-error unsafe-url')]).to.deep.equal([null, 1]);
  });

  it('the server’s word that terms are required stands beside the box', async () => {
    page.server.answers(json({ code: 'terms-required', message: 'Please accept the terms.', errors: [{ field: 'termsAcceptedAt', message: 'Please accept the terms.' }] }, 422));
    const tag = await page.cash(ASKED);
    await tick(tag, '#terms');
    await tag.press('Show my barcode');
    expect([errorOf(tag, 'terms'), tag.element.status, tag.count('payment-error refused')]).to.deep.equal(['Please accept the terms.', 'idle', 1]);
  });

  for (const [what, refusal, more] of [
    ['the country', { code: 'invalid-field', message: 'Look at the fields.', errors: [{ field: 'country', message: 'Say where you pay.' }] }, 'Say where you pay.'],
    ['the amount, which is the page’s', { code: 'amount-not-offered', message: 'Not this one.', errors: [{ field: 'amount', message: 'You can pay €25.00.' }] }, 'You can pay €25.00.'],
    ['two fields that say the same', { code: 'kyc-required', message: 'More is needed.', errors: ['payer.phone', 'name', 5].map((field) => ({ field, message: 'This is needed.' })) }, 'This is needed.'],
  ] as const) {
    it(`what the server finds wrong where no field stands is said all the same: ${what}`, async () => {
      page.server.answers(json(refusal, 422));
      const tag = await page.cash(ASKED);
      await tick(tag, '#terms');
      await tag.press('Show my barcode');
      const [title, text] = tag.root.querySelectorAll('.notice :is(b, span)');
      expect([title!.textContent, text!.textContent, tag.said]).to.deep.equal([refusal.message, more, `${refusal.message} ${more}`]);
      expect(errorOf(tag, 'terms')).to.equal('');
    });
  }

  it('and beside the field that does stand', async () => {
    const errors = [{ field: 'termsAcceptedAt', message: 'Accept them.' }, { field: 'country', message: 'Say where.' }];
    page.server.answers(json({ code: 'invalid-field', message: 'Look.', errors }, 422));
    const tag = await page.cash(ASKED);
    await tick(tag, '#terms');
    await tag.press('Show my barcode');
    expect([errorOf(tag, 'terms'), tag.root.querySelector('.notice span')!.textContent]).to.deep.equal(['Accept them.', 'Say where.']);
  });

  it('without terms-url there is no box', async () => {
    page.server.answers(json(CREATED, 201), { status: 'pending' });
    const tag = await page.cash({ ...ASKED, 'terms-url': '' });
    expect(tag.root.querySelector('#terms')).to.equal(null);
    await tag.press('Show my barcode');
    expect([tag.element.status, 'termsAcceptedAt' in (await body())]).to.deep.equal(['pending', false]);
  });
});

describe('<okto-cash-barcode amounts>: a choice', () => {
  const CHOICE = { ...ASKED, amount: '', amounts: '10.00 25.00 50.00' };
  const chosen = (tag: Tag) => [...tag.root.querySelectorAll<HTMLInputElement>('[name="amounts"]')].filter(({ checked }) => checked).map(({ value }) => value);

  it('shows each as money, none chosen, and no amount in the head', async () => {
    const tag = await page.cash(CHOICE);
    expect([...tag.root.querySelectorAll('.choices b')].map((b) => b.textContent)).to.deep.equal(['€10.00', '€25.00', '€50.00']);
    expect([chosen(tag), tag.part('amount')]).to.deep.equal([[], null]);
  });

  it('needs one, then sends that one', async () => {
    page.server.answers(json({ ...CREATED, amount: '25.00' }, 201), { status: 'pending' });
    const tag = await page.cash(CHOICE);
    await tick(tag, '#terms');
    await tag.press('Show my barcode');
    expect([errorOf(tag, 'amounts'), page.server.asked.length]).to.deep.equal(['Choose an amount.', 0]);
    await tick(tag, '[name="amounts"][value="25.00"]');
    await tag.press('Show my barcode');
    expect([(await body())['amount'], tag.text('amount'), tag.element.status]).to.deep.equal(['25.00', '€25.00', 'pending']);
  });

  it('an amount of the page’s is chosen already', async () => {
    expect(chosen(await page.cash({ ...CHOICE, amount: '50.00' }))).to.deep.equal(['50.00']);
  });

  it('an amount of the page’s that is not on offer, and one that no longer is, are never asked for', async () => {
    const tag = await page.cash({ ...CHOICE, 'terms-url': '', amount: '12.00' });
    await tag.press('Show my barcode');
    expect([chosen(tag), errorOf(tag, 'amounts'), page.server.asked.length]).to.deep.equal([[], 'Choose an amount.', 0]);
    await tick(tag, '[name="amounts"][value="25.00"]');
    await tag.set({ amounts: '10.00 50.00' });
    await tag.press('Show my barcode');
    expect([chosen(tag), errorOf(tag, 'amounts'), page.server.asked.length]).to.deep.equal([[], 'Choose an amount.', 0]);
  });

  for (const [amounts, offered] of [
    ['10,00 25.00', ['25.00']],
    ['-10.00 25.00', ['25.00']],
    ['10.00;25.00', []],
    ['\n 10.00\t25.00 ', ['10.00', '25.00']],
  ] as const) {
    it(`of amounts=${JSON.stringify(amounts)} nothing is offered that nobody has written`, async () => {
      const tag = await page.cash({ ...CHOICE, amounts });
      expect([...tag.root.querySelectorAll<HTMLInputElement>('[name="amounts"]')].map(({ value }) => value)).to.deep.equal(offered);
    });
  }

  for (const amounts of ['10,00 25.00', '0.00', '0.00 10.00', '10 25', '10.0', '10.00, 25.00', '010.00', '-5.00', '10.000', '€10.00']) {
    it(`amounts="${amounts}" is told`, async () => {
      const tag = await page.cash({ ...CHOICE, amounts });
      expect(tag.count('payment-error invalid-attribute')).to.equal(1);
      expect(tag.last('payment-error')['message']).to.equal(`amounts="${amounts}": write amounts with two decimals, such as "10.00 25.00 50.00", with spaces between them.`);
    });
  }

  it('what the server does not offer stands beside the choice, which stays', async () => {
    page.server.answers(json({ code: 'amount-not-offered', message: 'No.', errors: [{ field: 'amount', message: 'Choose 10.00 or 50.00.' }] }, 422));
    const tag = await page.cash(CHOICE);
    await tick(tag, '#terms');
    await tick(tag, '[name="amounts"][value="25.00"]');
    await tag.press('Show my barcode');
    expect([errorOf(tag, 'amounts'), chosen(tag), tag.element.status]).to.deep.equal(['Choose 10.00 or 50.00.', ['25.00'], 'idle']);
  });

  it('another amount in the answer than was chosen is not drawn', async () => {
    page.server.answers(json({ ...CREATED, amount: '50.00' }, 201));
    const tag = await page.cash(CHOICE);
    await tick(tag, '#terms');
    await tick(tag, '[name="amounts"][value="25.00"]');
    await tag.press('Show my barcode');
    expect([tag.symbol, tag.count('payment-error mismatch'), tag.element.status]).to.deep.equal([null, 1, 'idle']);
  });
});
