import { expect } from '@open-wc/testing';
import { LANGUAGES } from '../../src/language.ts';
import type { PixStates } from '../../src/locales/en/pix-qr-states.ts';
import { CODE, json, OPEN_CODE, pageOfEachTest, STATUS_URL, type Tag, until } from './pix-qr-harness.ts';

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

describe('<pix-qr>: words that are read from the left, on a page that is read from the right', () => {
  for (const dir of ['rtl', 'ltr']) {
    it(`dir="${dir}": a shop’s Arabic name stands where the English sentence has it`, async () => {
      const name = 'متجر ١٢';
      const tag = await page.tag({ merchant: name }, { lang: 'ar', before: (element) => (element.payment = { status: 'paid' }), into: (parent) => ((parent.dir = dir), parent) });
      const sentence = tag.root.querySelector('[part="result"] h2 + p')!;
      const text = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT).nextNode() as Text;
      const placeOf = (part: string) => {
        const range = new Range();
        range.setStart(text, text.data.indexOf(part));
        range.setEnd(text, text.data.indexOf(part) + part.length);
        return range.getBoundingClientRect();
      };
      expect(text.data.replace(/[\u2068\u2069]/g, '')).to.equal(`${name} has received your payment.`);
      expect(placeOf(name).right).to.be.at.most(placeOf('has received').left);
      expect(placeOf('payment.').left).to.be.at.least(placeOf('has received').right);
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

describe('<pix-qr>: the page’s lang changes while it lives', () => {
  const wordsOf: Record<string, PixStates> = {};
  before(async () => {
    for (const language of LANGUAGES) wordsOf[language] = ((await import(`../../src/locales/${language}/pix-qr-states.ts`)) as { pixStates: PixStates }).pixStates;
  });
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

  /** Lets the page come to be in every language in turn, and looks at the tag in each; the first once more at the end. */
  async function inEvery(tag: Tag, part: string, expected: (words: PixStates, language: string) => string): Promise<void> {
    for (const language of [...LANGUAGES, LANGUAGES[0]]) {
      tag.element.parentElement!.lang = language;
      const text = plain(expected(wordsOf[language]!, language));
      await until(`${part} in ${language}: ${text}; it says ${tag.text(part)}`, () => tag.text(part).includes(text));
      await page.time.advance(1_000);
      expect(tag.part('panel')!.lang).to.equal(language);
      const others = LANGUAGES.filter((other) => other !== language && tag.text().includes(wordsOf[other]!.heading));
      expect(others).to.deep.equal([]);
    }
  }

  it('pending, with little time left, and paid: in all nine, with the same drawing, and the clock of the language', async () => {
    const answer = (status: string) => () => json({ status, serverTime: page.time.iso() })();
    page.server.nowAnswers(answer('pending'));
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL, 'expires-at': page.time.iso(170_000), reference: 'ORD-7' });
    const { symbol } = tag;

    await inEvery(tag, 'status', (words) => words.waiting);
    for (const language of LANGUAGES) {
      const words = wordsOf[language]!;
      tag.element.parentElement!.lang = language;
      await until('the heading', () => tag.text('heading') === words.heading);
      const amount = new Intl.NumberFormat(language, { style: 'currency', currency: 'BRL' }).format(100.99);
      expect([tag.part('amount')!.textContent, tag.text('merchant'), tag.text('copy-button')]).to.deep.equal([amount, `CAFE MANACA · ${words.order('ORD-7')}`, words.copy]);
      expect(tag.symbol!.getAttribute('aria-label')).to.equal(words.symbol('CAFE MANACA', amount));
      expect(tag.text('steps')).to.equal(words.steps.join(' '));
    }

    await page.time.advance(50_000);
    await inEvery(tag, 'status', (words) => words.hurry);
    for (const language of LANGUAGES) {
      tag.element.parentElement!.lang = language;
      await until('the words', () => tag.text('status').includes(wordsOf[language]!.hurry));
      await page.time.advance(1_000);
      const digits = /\d+:\d\d/.exec(tag.text('clock'))?.[0] ?? '';
      expect(tag.text('clock')).to.equal(wordsOf[language]!.left(digits));
    }
    expect(tag.symbol).to.equal(symbol);

    page.server.nowAnswers(answer('paid'));
    await tag.element.refresh();
    const when = Date.parse(page.time.iso());
    await inEvery(tag, 'result', (words) => words.paid('CAFE MANACA', false).join(' '));
    await inEvery(tag, 'result', (words, language) =>
      `${words.received} ${new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(when)} ${words.orderLabel} ORD-7`);
    expect(tag.names).to.deep.equal(['payment-status', 'payment-status', 'payment-paid']);
    expect(page.complaints).to.deep.equal([]);
  });

  for (const language of LANGUAGES) {
    it(`messages win in ${language}, and stay when the language changes`, async () => {
      const tag = await page.tag({ code: CODE }, { lang: language, before: (element) => (element.messages = { copy: 'Mine' }) });
      expect([tag.text('copy-button'), tag.text('heading')]).to.deep.equal(['Mine', wordsOf[language]!.heading]);
      tag.element.parentElement!.lang = language === 'it' ? 'ro' : 'it';
      await until('the other words', () => tag.text('heading') === wordsOf[language === 'it' ? 'ro' : 'it']!.heading);
      expect(tag.text('copy-button')).to.equal('Mine');
    });
  }

  it('what is wrong in a form is said in the language of the moment', async () => {
    const tag = await page.tag({ 'create-url': '/payments', ask: 'amount cpf' });
    await tag.press('Get the Pix code');
    for (const language of ['pt-BR', 'zh-HK', 'en']) {
      const words = wordsOf[language]!;
      tag.element.parentElement!.lang = language;
      await until('the words', () => tag.text('heading') === words.heading);
      for (const text of [words.amountWrong, words.cpfWrong, words.create]) expect(tag.text()).to.contain(text);
    }
    page.server.answers(new Error('offline'));
    await tag.type('amount', '12.90');
    await tag.type('cpf', '529.982.247-25');
    await tag.press('Get the Pix code');
    for (const language of ['en', 'ro']) {
      tag.element.parentElement!.lang = language;
      await until('the words', () => tag.text().includes(wordsOf[language]!.createFailed.join(' ')));
    }
  });

  it('is heard on every ancestor, also in and behind shadow roots', async () => {
    const [host, inner] = [document.createElement('section'), document.createElement('div')];
    const tag = await page.tag({ code: CODE }, { into: (parent) => parent.appendChild(host).attachShadow({ mode: 'open' }).appendChild(inner) });
    for (const [element, lang] of [[host, 'el'], [inner, 'it'], [tag.element, 'de']] as const) {
      element.lang = lang;
      await until(`the words of ${lang}`, () => tag.text('heading') === wordsOf[lang]!.heading);
    }
    tag.element.removeAttribute('lang');
    inner.removeAttribute('lang');
    await until('the words of the host’s language', () => tag.text('heading') === wordsOf['el']!.heading);
  });
});
