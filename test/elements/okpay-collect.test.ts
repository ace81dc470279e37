import { expect } from '@open-wc/testing';
import { collectPage, device, json, links, PAGE_URL, settle, STATUS_URL, UPI } from './okpay-collect-harness.ts';

const page = collectPage();
const BOTH = { url: PAGE_URL, upi: UPI, amount: '499.00' };
const GO = 'Go to the payment page';
const AGAIN = 'Open the payment page again';
const APP = 'Open a UPI app';
const stays = (event: Event) => event.preventDefault();

describe('<okpay-collect>: the page and the code', () => {
  it('on a desktop: the button to the page in a new tab, the code with its payee, amount and steps, and no button to an app', async () => {
    device('desktop');
    const tag = await page.collect({ ...BOTH, amount: '' });
    expect(links(tag)).to.deep.equal({ [GO]: `${PAGE_URL} _blank` });
    expect([tag.element.status, Boolean(tag.symbol), tag.text('header')]).to.deep.equal(['pending', true, 'Pay with your bank or wallet ₹499.00 Example Crafts']);
    expect(tag.text()).to.contain('It opens in a new tab.').and.to.contain('Scan this code.');
    expect(tag.root.querySelector('a')!.rel).to.equal('noopener');
  });

  it('on a phone: the app as well, and the code still there', async () => {
    device('android');
    const tag = await page.collect(BOTH);
    expect(links(tag)).to.deep.equal({ [GO]: `${PAGE_URL} _blank`, [APP]: UPI });
    expect([Boolean(tag.symbol), tag.text().includes('Scan this code.')]).to.deep.equal([true, false]);
  });

  it('without UPI: the page alone', async () => {
    const tag = await page.collect({ url: PAGE_URL, amount: '150000', currency: 'VND', merchant: 'Example Crafts' });
    expect([links(tag), tag.symbol, tag.text('amount')]).to.deep.equal([{ [GO]: `${PAGE_URL} _blank` }, null, '₫150,000']);
    expect(tag.text('actions')).not.to.contain('Save');
  });

  it('without a page: UPI alone', async () => {
    device('android');
    const tag = await page.collect({ upi: UPI });
    expect([links(tag), Boolean(tag.symbol), tag.text().includes('or with')]).to.deep.equal([{ [APP]: UPI }, true, false]);
  });

  for (const [target, opens] of [['_self', '_self'], ['_top', '_top'], ['', '_blank'], ['elsewhere', '_blank']] as const) {
    it(`target="${target}" opens ${opens}`, async () => {
      const tag = await page.collect({ ...BOTH, target });
      expect(links(tag)[GO]).to.equal(`${PAGE_URL} ${opens}`);
      expect(tag.count('payment-error invalid-attribute')).to.equal(target === 'elsewhere' ? 1 : 0);
      expect(tag.text().includes('new tab')).to.equal(opens === '_blank');
    });
  }

  it('inside another app, which may open no tab, the page opens in this one', async () => {
    device('instagram');
    for (const [target, opens] of [['', '_self'], ['_blank', '_blank'], ['_top', '_top']] as const) {
      const tag = await page.collect({ ...BOTH, target });
      expect(links(tag)[GO]).to.equal(`${PAGE_URL} ${opens}`);
      expect(tag.text().includes('new tab')).to.equal(opens === '_blank');
    }
  });

  it('without a code it is one narrow ticket, however wide its container', async () => {
    for (const [attributes, coded] of [[BOTH, true], [{ url: PAGE_URL }, false]] as const) {
      const tag = await page.collect(attributes);
      expect(tag.part('panel')!.classList.contains('coded')).to.equal(coded);
    }
  });

  for (const [currency, amount, shown] of [
    ['INR', '1290.50', '₹1,290.50'], ['IDR', '150000.00', 'IDR\u00a0150,000.00'], ['VND', '150000', '₫150,000'], ['PKR', '1290.00', 'PKR\u00a01,290.00'],
    ['THB', '99.00', 'THB\u00a099.00'], ['BRL', '12.90', 'R$12.90'], ['MXN', '12.90', 'MX$12.90'], ['PHP', '12.90', '₱12.90'], ['JPY', '1290', 'JPY\u00a01,290'],
  ] as const) {
    it(`${amount} ${currency} is ${shown}`, async () => {
      const tag = await page.collect({ url: PAGE_URL, amount, currency });
      expect(tag.part('amount')!.textContent).to.equal(shown);
    });
  }
});

describe('<okpay-collect>: the press', () => {
  it('tells the page, asks the server, and says what to do', async () => {
    device('desktop');
    page.server.answers({ status: 'pending' });
    const tag = await page.collect({ ...BOTH, 'status-url': STATUS_URL });
    tag.element.addEventListener('payment-open', stays);
    await tag.press(GO);
    expect([tag.count('payment-open'), tag.last('payment-open')['url']]).to.deep.equal([1, PAGE_URL]);
    expect([tag.acts.includes(AGAIN), tag.acts.includes(GO)]).to.deep.equal([true, false]);
    expect(tag.text()).to.contain('Waiting for your payment').and.to.contain('then come back here');
    await page.time.advance(2_600);
    expect(tag.text()).not.to.contain('Did nothing open?');
  });

  it('asks at once when the shopper comes back, and shows the result', async () => {
    page.server.answers({ status: 'pending' });
    const tag = await page.collect({ ...BOTH, 'status-url': STATUS_URL });
    tag.element.addEventListener('payment-open', stays);
    await tag.press(GO);
    await page.show(true);
    const { length } = page.server.asked;
    page.server.nowAnswers({ status: 'paid' });
    await page.show(false);
    await page.time.advance(0);
    expect([page.server.asked.length, tag.element.status, tag.count('payment-paid')]).to.deep.equal([length + 1, 'paid', 1]);
    expect(tag.text()).to.contain('Paid Example Crafts has received your payment.');
  });

  it('another payment has not been opened', async () => {
    const tag = await page.collect(BOTH);
    tag.element.addEventListener('payment-open', stays);
    await tag.press(GO);
    await tag.set({ upi: UPI.replace('8f2c', '9d3e'), url: `${PAGE_URL}2` });
    expect(tag.acts.includes(GO)).to.equal(true);
  });

  it('where no app has opened, the code and the page are there', async () => {
    device('android');
    const tag = await page.collect(BOTH);
    tag.element.addEventListener('payment-open', stays);
    await tag.press(APP);
    expect(tag.last('payment-open')['url']).to.equal(UPI);
    expect(tag.text('status')).to.contain('Waiting for the UPI app');
    await page.time.advance(2_600);
    expect(tag.text()).to.contain('Did nothing open?');
    expect([tag.acts.includes(GO), tag.acts.includes(APP), Boolean(tag.symbol)]).to.deep.equal([true, true, true]);
  });
});

describe('<okpay-collect>: what must not be shown', () => {
  for (const [what, attributes, code] of [
    ['a UPI address that asks for another amount', { ...BOTH, amount: '49.00' }, 'mismatch'],
    ['a UPI address without a payee', { ...BOTH, upi: 'upi://pay?am=499.00' }, 'invalid-code'],
    ['a UPI address of another scheme', { ...BOTH, upi: 'https://pay.example/upi' }, 'invalid-code'],
    ['a UPI address for another currency', { ...BOTH, currency: 'BRL' }, 'invalid-attribute'],
    ['an amount with decimals that its currency has not', { url: PAGE_URL, amount: '150000.00', currency: 'VND' }, 'invalid-attribute'],
    ['an amount without the decimals that its currency has', { url: PAGE_URL, amount: '1290', currency: 'IDR' }, 'invalid-attribute'],
    ['an amount of nothing', { url: PAGE_URL, amount: '0.00' }, 'invalid-attribute'],
    ['an amount of no currency', { url: PAGE_URL, amount: '1.00', currency: '' }, 'invalid-attribute'],
    ['a page that runs script', { url: 'javascript:alert(1)', amount: '499.00' }, 'unsafe-url'],
  ] as const) {
    it(what, async () => {
      const tag = await page.collect(attributes);
      expect([tag.symbol, tag.element.status, tag.names.filter((name) => name.startsWith('payment-error'))]).to.deep.equal([null, 'idle', [`payment-error ${code}`]]);
      expect(links(tag)).to.deep.equal({});
      expect(tag.part('result')).not.to.equal(null);
    });
  }

  it('beside a page that must not be opened, UPI still can', async () => {
    device('android');
    const tag = await page.collect({ ...BOTH, url: 'javascript:alert(1)' });
    expect([links(tag), Boolean(tag.symbol), tag.count('payment-error unsafe-url')]).to.deep.equal([{ [APP]: UPI }, true, 1]);
  });

  it('of an answer just what the page allows is followed', async () => {
    device('android');
    const created = { status: 'pending', statusUrl: '/payments/new', okpayCollect: { url: PAGE_URL, upi: UPI } };
    for (const [allowed, shown] of [['', { [APP]: UPI }], ['https://pay.example', { [GO]: `${PAGE_URL} _blank`, [APP]: UPI }]] as const) {
      page.server.nowAnswers(json(created, 201), { status: 'pending' });
      const tag = await page.collect({ 'create-url': '/payments', amount: '499.00', reference: `C-${allowed}`, 'allow-origins': allowed });
      await tag.press('Continue to payment');
      expect([tag.element.status, links(tag), tag.count('payment-error unsafe-url')]).to.deep.equal(['pending', shown, allowed ? 0 : 1]);
    }
  });

  it('the last minutes offer another payment; there may be no code', async () => {
    const tag = await page.collect({ url: PAGE_URL, amount: '499.00', 'expires-at': new Date(Date.now() + 100_000).toISOString(), 'create-url': '/payments' });
    await settle();
    expect(tag.text()).to.contain('Little time left').and.contain('start again').and.not.contain('code');
  });

  it('a payment that has failed offers another', async () => {
    page.server.answers({ status: 'failed' });
    const tag = await page.collect({ ...BOTH, 'status-url': STATUS_URL, 'create-url': '/payments' });
    await tag.element.refresh();
    await settle();
    expect([tag.element.status, tag.acts]).to.deep.equal(['failed', ['Start a new payment']]);
  });
});
