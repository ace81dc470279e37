import { expect } from '@open-wc/testing';
import { json, oktoPage, READABLE, settle, STATUS_URL, until, VOUCHER } from './okto-harness.ts';
import '../../src/locales/en/paper.ts';
import '../../src/ui/paper/paper.ts';

const page = oktoPage();
const CODED = { 'package-id': VOUCHER.packageId, 'payment-code': VOUCHER.paymentCode, amount: '10.00', merchant: 'Example Games', reference: 'ORD-7741' };

describe('<okto-cash-barcode>: while it can be paid', () => {
  it('shows bars, their text, the payment code, until when, and what to do', async () => {
    page.server.answers({ status: 'pending' });
    const tag = await page.cash({ ...CODED, 'status-url': STATUS_URL, 'expires-at': page.time.iso(7 * 24 * 3_600_000), 'store-finder-url': 'https://okto.example/shops' });
    expect(tag.element.status).to.equal('pending');
    expect([tag.text('readable').replaceAll(' ', ''), tag.part('code')!.textContent]).to.deep.equal([READABLE, VOUCHER.paymentCode]);
    expect(tag.text()).to.contain('Pay before Nov 28, 2026').and.to.contain('Pay €10.00 in cash and keep the receipt.');
    expect(tag.part('clock'), 'a week is not counted in seconds').to.equal(null);
    expect(tag.symbol!.getAttribute('aria-label')).to.equal('Barcode for a cash payment of €10.00 to Example Games');
    expect(tag.acts).to.include.members(['Show at the till', 'Find a shop nearby', 'Save', 'Print']);
    const finder = [...tag.root.querySelectorAll('a')].find(({ textContent }) => textContent.includes('Find'))!;
    expect(finder.href).to.equal('https://okto.example/shops');
  });

  it('the bars are one row of modules with 10 of quiet zone on either side', async () => {
    const tag = await page.cash(CODED);
    const [plate, bars] = tag.symbol!.querySelectorAll('path');
    expect([tag.symbol!.getAttribute('viewBox'), plate!.getAttribute('d'), plate!.getAttribute('fill')]).to.deep.equal(['0 0 275 1', 'M0 0h275v1H0z', '#fff']);
    const edges = [...bars!.getAttribute('d')!.matchAll(/M(\d+) 0h(\d+)v/g)].map(([, at, wide]) => [Number(at), Number(at) + Number(wide)] as const);
    expect([edges[0]![0], edges.at(-1)![1]]).to.deep.equal([10, 265]);
  });

  for (const [what, attributes] of [
    ['the braces', { 'gs1-pattern': '010{packageId}211000000000000{paymentCode}' }],
    ['two %s', { 'gs1-pattern': '010%s211000000000000%s' }],
    ['parentheses', { 'gs1-pattern': '(01)0{packageId}(21)1000000000000{paymentCode}' }],
  ] as const) {
    it(`takes a pattern with ${what}`, async () => {
      const tag = await page.cash({ ...CODED, ...attributes });
      expect(tag.text('readable').replaceAll(' ', '')).to.equal(READABLE);
    });
  }

  for (const [what, attributes, field] of [
    ['a package id with a wrong check digit', { 'package-id': '8055348521275' }, 'package-id'],
    ['a payment code that is too long', { 'payment-code': '12345678' }, '21'],
    ['a payment code with an accent', { 'payment-code': '12é' }, 'payment-code'],
    ['a payment code that reads as a replacement', { 'payment-code': '$&' }, 'payment-code'],
    ['a pattern with one marker', { 'gs1-pattern': '010{packageId}2110' }, 'gs1-pattern'],
  ] as const) {
    it(`${what}: no bars, and the page hears which field`, async () => {
      const tag = await page.cash({ ...CODED, ...attributes });
      expect([tag.symbol, tag.element.status, tag.count('payment-error invalid-code')]).to.deep.equal([null, 'idle', 1]);
      const { cause } = tag.last('payment-error')['cause'] as { cause?: unknown };
      expect((cause ?? tag.last('payment-error')['cause']) as object).to.have.property('field', field);
      expect(tag.text()).to.contain('We can’t show this code');
    });
  }

  it('an amount or a currency that is none is told, and nothing is drawn', async () => {
    const wrong: Record<string, string>[] = [{ amount: '10' }, { amount: '1e3' }, { amount: '0.00' }, { currency: 'eur' }, { currency: '' }];
    for (const attributes of wrong) {
      const tag = await page.cash({ ...CODED, ...attributes });
      expect([tag.symbol, tag.count('payment-error invalid-attribute')], JSON.stringify(attributes)).to.deep.equal([null, 1]);
    }
  });

  it('attributes that change are another voucher', async () => {
    const tag = await page.cash(CODED);
    await tag.set({ 'payment-code': '7654321' });
    expect(tag.text('readable').replaceAll(' ', '')).to.equal('(01)08055348521276(21)10000000000007654321');
    await tag.set({ 'payment-code': null });
    expect([tag.symbol, tag.element.status]).to.deep.equal([null, 'idle']);
  });

  it('a payment that the page has created is shown with the page’s pattern where it has none of its own', async () => {
    const tag = await page.cash({ 'gs1-pattern': '(01)0{packageId}(10){paymentCode}' });
    tag.element.payment = { status: 'pending', amount: '10.00', currency: 'EUR', oktoCash: VOUCHER };
    await settle();
    expect(tag.text('readable').replaceAll(' ', '')).to.equal('(01)08055348521276(10)1234567');
  });

  it('copies the payment code', async () => {
    const { clipboard } = navigator;
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text: string) => void copied.push(text) } });
    const tag = await page.cash(CODED);
    expect([await tag.element.copy(), copied]).to.deep.equal([true, ['1234567']]);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  });

  it('prints what the bars say, the payment code in groups to read out, and what to do at the till', async () => {
    const { print } = window;
    let sheet = '';
    window.print = () => {
      sheet = document.querySelector('paytags-paper')!.shadowRoot!.textContent!.replace(/\s+/g, ' ');
      for (const type of ['beforeprint', 'afterprint']) dispatchEvent(new Event(type));
    };
    try {
      const tag = await page.cash({ ...CODED, 'expires-at': page.time.iso(7 * 24 * 3_600_000) });
      await tag.press('Print');
      await until('the sheet', () => sheet);
    } finally {
      window.print = print;
    }
    expect(sheet).to.contain('€10.00 Example Games · Order ORD-7741 ').and.to.contain('Pay before');
    expect(sheet).to.contain(` ${READABLE} Payment code, if the scanner cannot read the bars 123 4567 `).and.to.contain('Show this sheet at the till.');
  });

  it('expired: no bars, a new barcode on request', async () => {
    page.server.answers(json({ status: 'expired' }));
    const tag = await page.cash({ ...CODED, 'status-url': STATUS_URL, 'create-url': '/payments' });
    await tag.element.refresh();
    await settle();
    expect([tag.symbol, tag.element.status]).to.deep.equal([null, 'expired']);
    expect(tag.text()).to.contain('This barcode has expired Please don’t use it at a till any more.');
    expect(tag.acts).to.include('Get a new barcode');
  });

  it('Greek words from the first picture on', async () => {
    const tag = await page.cash(CODED, 'el');
    expect(tag.text('heading')).to.equal('Πληρωμή μετρητοίς με OKTO Cash');
  });
});

describe('<okto-cash-barcode>: in a narrow column', () => {
  const NARROW = 'The barcode is too small for scanners here. At the till, show it full screen.';

  it('says so where a module has less than two device pixels, and still offers the till view', async () => {
    const tag = await page.cash(CODED);
    tag.element.parentElement!.style.width = '340px';
    await page.time.advance(0);
    tag.element.requestUpdate();
    await tag.element.updateComplete;
    await settle();
    expect(tag.text()).to.contain(NARROW);
    tag.element.parentElement!.style.width = '2000px';
    tag.element.requestUpdate();
    await tag.element.updateComplete;
    await settle();
    expect(tag.text()).not.to.contain(NARROW);
    expect(tag.acts).to.include('Show at the till');
  });
});
