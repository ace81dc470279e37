import { expect } from '@open-wc/testing';
import { CODE, OPEN_CODE, pageOfEachTest, STATUS_URL, until } from './pix-qr-harness.ts';

const page = pageOfEachTest();
const [EN, PT] = ['Your bank confirms the payment.', 'Seu banco confirma o pagamento.'];

describe('<pix-qr>: the language of its place', () => {
  for (const [lang, words] of [
    ['en', EN], ['en-GB', EN], ['pt-BR', PT], ['pt', PT], ['PT-br', PT], ['pt-PT', PT], ['fr', EN], ['ptx', EN], ['', EN],
  ] as const) {
    it(`lang="${lang}"`, async () => {
      const tag = await page.tag({ code: CODE }, { lang });
      expect([tag.text('status'), tag.said]).to.deep.equal([words, words]);
    });
  }

  it('the nearest wins: its own before its parent’s', async () => {
    const tag = await page.tag({ code: CODE, lang: 'pt-BR' }, { lang: 'en' });
    expect(tag.text('status')).to.equal(PT);
  });

  it('is found across a shadow root', async () => {
    const into = (parent: HTMLElement) => parent.appendChild(document.createElement('section')).attachShadow({ mode: 'open' });
    const tag = await page.tag({ code: CODE }, { lang: 'pt-BR', into });
    expect(tag.text('status')).to.equal(PT);
  });

  it('follows a lang that the page changes', async () => {
    const tag = await page.tag({ code: CODE }, { lang: 'en' });
    tag.element.parentElement!.lang = 'pt-BR';
    await until('the other words', () => tag.text('status') === PT);
    expect([tag.text('heading'), tag.text('copy-button')]).to.deep.equal(['Pague com Pix', 'Copiar código']);
  });

  it('Portuguese amounts, payee line, picture and steps', async () => {
    const tag = await page.tag({ code: OPEN_CODE, amount: '1290.00', reference: '7' }, { lang: 'pt-BR' });
    expect(tag.part('amount')!.textContent).to.equal('R$\u00a01.290,00');
    expect([tag.text('heading'), tag.text('merchant'), tag.text('copy-button')]).to.deep.equal([
      'Pague com Pix', 'CAFE MANACA · Pedido 7', 'Copiar código',
    ]);
    expect(tag.symbol!.getAttribute('aria-label')).to.equal('QR code Pix para pagar a CAFE MANACA, R$\u00a01.290,00');
    expect(tag.text('steps')).to.contain('Escolha Pix e leia este código, ou cole o código copiado.');
  });

  it('moved to a part of the page in another language it lives on', async () => {
    page.server.answers({ status: 'pending' }, { status: 'paid' });
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL }, { lang: 'en' });
    const elsewhere = document.createElement('div');
    elsewhere.lang = 'pt-BR';
    tag.element.parentElement!.append(elsewhere);
    elsewhere.append(tag.element);
    await page.time.advance(5_000);
    expect(tag.names).to.deep.equal(['payment-status', 'payment-status', 'payment-paid']);
    expect(tag.text('result')).to.match(/^(Paid|Pago)/);
  });

  // CMS themes write it so; Intl throws RangeError on it.
  for (const lang of ['pt_BR', 'x', '12', 'en-']) {
    it(`lang="${lang}", which is no language tag, breaks nothing`, async () => {
      page.server.answers({ status: 'paid', serverTime: page.time.iso() });
      const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL }, { lang });
      await page.time.advance(2_000);
      expect(tag.text('result')).to.match(/^(Paid|Pago)/);
      expect(page.complaints).to.deep.equal([]);
    });
  }
});

describe('<pix-qr>.messages: any text in the page’s own words', () => {
  it('before, during and after', async () => {
    page.server.answers({ status: 'paid' });
    const messages = { heading: 'Pix!', waiting: 'Take your time', copy: 'Take it', paid: (payee: string) => ['Done', `Thank you from ${payee}`] as const };
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL }, { before: (element) => (element.messages = messages) });
    expect([tag.text('heading'), tag.text('status'), tag.text('copy-button'), tag.said]).to.deep.equal(['Pix!', 'Take your time', 'Take it', 'Take your time']);
    await page.time.advance(2_000);
    expect(tag.text('result')).to.match(/^Done Thank you from CAFE MANACA/);
  });

  it('may be given later; a text that is not given stays', async () => {
    const tag = await page.tag({ code: CODE });
    tag.element.messages = { copy: 'Take it' };
    await tag.element.updateComplete;
    expect([tag.text('copy-button'), tag.text('heading')]).to.deep.equal(['Take it', 'Pay with Pix']);
  });
});
