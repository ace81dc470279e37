import { expect } from '@open-wc/testing';
import '../../src/locales/en/paper.ts';
import '../../src/locales/pt-BR/paper.ts';
import '../../src/ui/paper/paper.ts';
import { CODE, DYNAMIC_CODE, OPEN_CODE, pageOfEachTest, STATUS_URL, until, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();

/** The sheets that were in the page when the browser was asked to print. */
let printed: Sheet[] = [];
/** What the browser does then: by default it prints at once. */
let dialog = (): void => undefined;
const print = window.print;
const warn = console.warn;
let warnings: string[] = [];

class Sheet {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly display: string;
  constructor(host: HTMLElement) {
    this.host = host;
    this.root = host.shadowRoot!;
    this.display = getComputedStyle(host).display;
  }
  text(selector: string): string[] {
    return [...this.root.querySelectorAll(selector)].map((element) => element.textContent.replace(/\s+/g, ' ').trim());
  }
  get all(): string {
    return this.root.textContent!.replace(/\s+/g, ' ');
  }
}

const standing = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('paytags-paper')];

beforeEach(() => {
  printed = [];
  warnings = [];
  dialog = () => {
    for (const type of ['beforeprint', 'afterprint']) dispatchEvent(new Event(type));
  };
  window.print = () => {
    printed.push(...standing().map((host) => new Sheet(host)));
    dialog();
  };
  console.warn = (...said: unknown[]) => warnings.push(said.join(' '));
});
afterEach(() => {
  dispatchEvent(new Event('afterprint'));
  window.print = print;
  console.warn = warn;
});

async function sheetOf(tag: Tag): Promise<Sheet> {
  await tag.press(tag.acts.includes('Print') ? 'Print' : 'Imprimir');
  await until('the sheet', () => printed.length);
  return printed[0]!;
}

describe('<pix-qr>: the printed sheet', () => {
  it('says how much, to whom, for what and until when, with code, steps and what to know', async () => {
    const tag = await page.tag({ code: CODE, reference: 'ORD-5023', 'expires-at': page.time.iso(3_600_000), 'help-url': 'https://shop.example/help?a=1' });
    const sheet = await sheetOf(tag);
    expect(sheet.text('header p')).to.deep.equal([
      'Pay with Pix', 'R$100.99', 'CAFE MANACA · Order ORD-5023', `Pay before${moment('en', page.time.iso(3_600_000))}`,
    ]);
    expect(sheet.text('.code > p')).to.deep.equal(['Pix copy and paste']);
    expect(sheet.root.querySelector('pre')!.textContent, 'byte for byte').to.equal(CODE);
    expect(sheet.root.querySelector('path')!.getAttribute('d')).to.equal(tag.symbol!.querySelectorAll('path')[1]!.getAttribute('d'));
    expect(sheet.text('h2')).to.deep.equal(['How to pay', 'Good to know']);
    expect(sheet.text('ol li')).to.deep.equal(['Open your bank’s app.', 'Choose Pix, then scan this code.', 'Check the name and the amount, and confirm.']);
    expect(sheet.text('ul li')).to.deep.equal([
      'This sheet is not a receipt.', 'Pay once only.', 'After the time is over, get a new code.', 'Questions: shop.example/help?a=1',
    ]);
    expect(sheet.text('footer p')).to.deep.equal(['This line is 100 mm long if the sheet was printed at 100 %.', `Printed ${moment('en', page.time.iso())}`]);
    expect([sheet.host.lang, sheet.host.dir]).to.deep.equal(['en', 'ltr']);
  });

  it('in Portuguese', async () => {
    const tag = await page.tag({ code: CODE, reference: '7', 'expires-at': page.time.iso(60_000), 'help-url': 'mailto:ajuda@loja.example' }, { lang: 'pt' });
    const sheet = await sheetOf(tag);
    expect(sheet.text('header p')).to.deep.equal([
      'Pague com Pix', 'R$\u00a0100,99'.replace('\u00a0', ' '), 'CAFE MANACA · Pedido 7', `Pague até${moment('pt-BR', page.time.iso(60_000))}`,
    ]);
    expect(sheet.text('ul li').at(-1)).to.equal('Dúvidas: ajuda@loja.example');
    expect(sheet.text('footer p').at(-1)).to.equal(`Impresso em ${moment('pt-BR', page.time.iso())}`);
    expect(sheet.host.lang).to.equal('pt-BR');
  });

  it('without amount, deadline, order and help it says nothing of them', async () => {
    const sheet = await sheetOf(await page.tag({ code: OPEN_CODE }));
    expect(sheet.text('header p').filter(Boolean)).to.deep.equal(['Pay with Pix', 'CAFE MANACA']);
    expect(sheet.text('ul li')).to.deep.equal(['This sheet is not a receipt.', 'Pay once only.']);
    expect(sheet.all).to.not.contain('undefined').and.to.not.contain('Invalid');
  });

  it('a deadline that is no moment is none, and the server’s wins', async () => {
    expect((await sheetOf(await page.tag({ code: CODE, 'expires-at': '2026-12-31' }))).all).to.not.contain('Pay before');
    printed = [];
    page.server.answers({ status: 'pending', expiresAt: page.time.iso(120_000), serverTime: page.time.iso() });
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL, 'expires-at': page.time.iso(999_000) });
    await tag.element.refresh();
    expect((await sheetOf(tag)).all).to.contain(moment('en', page.time.iso(120_000)));
  });

  it('the time of printing is the server’s', async () => {
    page.time.wrongByMs = 86_400_000;
    page.server.answers({ status: 'pending', serverTime: page.time.iso() });
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL });
    await tag.element.refresh();
    expect((await sheetOf(tag)).text('footer p')).to.include(`Printed ${moment('en', page.time.iso())}`);
  });

  it('in the sandbox it says that no money moves', async () => {
    expect((await sheetOf(await page.tag({ code: CODE, sandbox: '' }))).text('header p')).to.include('Test mode: no money moves');
  });

  it('what the page has put in place of heading and steps stands there too, and its own words', async () => {
    const tag = await page.tag({ code: CODE }, {
      before: (element) => {
        element.messages = { codeLabel: 'The code' };
        for (const [slot, text] of [['heading', 'Pay <b>me</b>'], ['instructions', 'First.\nThen.']] as const) {
          element.append(Object.assign(document.createElement('pre'), { slot, textContent: text }));
        }
      },
    });
    const sheet = await sheetOf(tag);
    expect(sheet.text('header p')[0]).to.equal('Pay <b>me</b>');
    expect(sheet.text('ol li')).to.deep.equal(['First.', 'Then.']);
    expect(sheet.text('.code > p, h2')).to.deep.equal(['The code', 'How to pay', 'Good to know']);
    expect(sheet.root.querySelectorAll('header b')).to.have.length(1);
  });

  it('turns with the tag, and the code does not', async () => {
    const tag = await page.tag({ code: CODE }, { into: (parent) => Object.assign(parent, { dir: 'rtl' }) });
    const sheet = await sheetOf(tag);
    expect([sheet.host.dir, sheet.root.querySelector('pre')!.dir]).to.deep.equal(['rtl', 'ltr']);
  });

  it('from inside other shadow roots', async () => {
    const tag = await page.tag({ code: CODE }, { into: (parent) => parent.attachShadow({ mode: 'closed' }) });
    expect((await sheetOf(tag)).root.querySelector('pre')!.textContent).to.equal(CODE);
  });

  it('never shows on the screen, names no address of the payment, and leaves nothing behind', async () => {
    const own = new CSSStyleSheet();
    document.adoptedStyleSheets = [own];
    const before = [document.title, document.documentElement.outerHTML.length];
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL });
    const timers = page.time.timers;
    const sheet = await sheetOf(tag);
    expect(sheet.display).to.equal('none');
    expect(sheet.all).to.not.contain('8f2c');
    expect([standing(), document.adoptedStyleSheets, page.time.timers]).to.deep.equal([[], [own], timers]);
    tag.element.parentElement!.remove();
    expect([document.title, document.documentElement.outerHTML.length]).to.deep.equal(before);
    document.adoptedStyleSheets = [];
  });

  it('stands until the dialog is closed, where the browser does not wait for it', async () => {
    dialog = () => dispatchEvent(new Event('beforeprint'));
    await sheetOf(await page.tag({ code: CODE }));
    await page.time.advance(120_000);
    expect([standing().length, document.adoptedStyleSheets.length]).to.deep.equal([1, 1]);
    dispatchEvent(new Event('afterprint'));
    expect([standing().length, document.adoptedStyleSheets.length]).to.deep.equal([0, 0]);
  });

  it('goes after half a minute where the browser does not print at all', async () => {
    dialog = () => undefined;
    await sheetOf(await page.tag({ code: CODE }));
    expect(standing()).to.have.length(1);
    await page.time.advance(31_000);
    expect([standing().length, document.adoptedStyleSheets.length]).to.deep.equal([0, 0]);
  });

  it('the last one asked for is the one that is printed', async () => {
    dialog = () => undefined;
    const [one, other] = [await page.tag({ code: CODE }), await page.tag({ code: DYNAMIC_CODE })];
    await sheetOf(one);
    printed = [];
    await page.time.advance(20_000);
    expect((await sheetOf(other)).root.querySelector('pre')!.textContent).to.equal(DYNAMIC_CODE);
    await page.time.advance(15_000);
    expect([printed.length, standing().length, document.adoptedStyleSheets.length], 'the first one’s time takes nothing away').to.deep.equal([1, 1, 1]);
  });
});

/** As a shopper reads a moment. */
const moment = (language: string, iso: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)).replace(/\s+/g, ' ');

describe('<pix-qr>: a code that cannot be paid is not printed, saved or shared', () => {
  const acts = (tag: Tag) => Promise.all([tag.element.print(), tag.element.save('png'), tag.element.share()]);

  for (const [what, attributes, status] of [
    ['nothing to pay yet', { 'create-url': '/payments' }, undefined],
    ['a damaged code', { code: `${CODE.slice(0, -4)}0000` }, undefined],
    ['a code for another amount', { code: CODE, amount: '1.00' }, undefined],
    ...(['processing', 'paid', 'failed', 'expired', 'canceled', 'refunded'] as const).map((status) => [status, { code: CODE }, status] as const),
  ] as const) {
    it(what, async () => {
      if (status) page.server.answers({ status });
      const tag = await page.tag({ ...attributes, ...(status && { 'status-url': STATUS_URL }) });
      if (status) await tag.element.refresh();
      const [, , shared] = await acts(tag);
      expect([printed, shared, warnings.length]).to.deep.equal([[], false, 3]);
      expect(warnings.join(' ')).to.match(/<pix-qr> print\(\): .*no code that can be paid/);
      expect(tag.names.filter((name) => name === 'payment-error')).to.deep.equal([]);
    });
  }
});
