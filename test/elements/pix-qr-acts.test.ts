import { expect } from '@open-wc/testing';
import { LANGUAGES } from '../../src/language.ts';
import { CODE, pageOfEachTest, STATUS_URL, until, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();
const HELP = 'https://shop.example/help';

async function at(status: string, attributes: Record<string, string> = {}, more: Record<string, unknown> = {}): Promise<Tag> {
  page.server.answers({ status, ...more });
  const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL, ...attributes });
  await tag.element.refresh();
  await tag.element.updateComplete;
  return tag;
}

describe('<pix-qr>: what may be pressed in each state', () => {
  for (const [status, attributes, acts] of [
    ['pending', {}, ['Copy code', 'Save', 'Print']],
    ['pending', { 'help-url': HELP }, ['Copy code', 'Save', 'Print', 'Help']],
    ['pending', { 'create-url': '/payments' }, ['Copy code', 'Save', 'Print']],
    ['processing', { 'create-url': '/payments' }, []],
    ['processing', { 'help-url': HELP }, ['Help']],
    ['paid', { 'create-url': '/payments' }, []],
    ['paid', { 'success-url': 'https://shop.example/thanks' }, ['Back to the shop']],
    ['expired', {}, []],
    ['expired', { 'create-url': '/payments' }, ['Get a new code']],
    ['expired', { 'create-url': '/payments', 'help-url': HELP }, ['Get a new code', 'Ask the shop']],
    ['failed', {}, []],
    ['failed', { 'create-url': '/payments', 'help-url': HELP }, ['Get a new code', 'Ask the shop']],
    ['canceled', {}, []],
    ['canceled', { 'create-url': '/payments' }, ['Start again']],
    ['refunded', { 'create-url': '/payments' }, []],
  ] as const) {
    it(`${status} with ${Object.keys(attributes).join(' and ') || 'nothing more'}: ${acts.join(', ') || 'nothing'}`, async () => {
      expect((await at(status, attributes)).acts).to.deep.equal(acts);
    });
  }

  it('processing has no clock and never expires, however late it is', async () => {
    const tag = await at('processing', { 'expires-at': page.time.iso(60_000), 'create-url': '/payments' }, { serverTime: page.time.iso() });
    await page.time.advance(600_000);
    expect([tag.element.status, tag.part('clock'), tag.acts]).to.deep.equal(['processing', null, []]);
    expect(tag.names).to.deep.equal(['payment-status', 'payment-status']);
  });

  it('a sentence of the server is shown with the result', async () => {
    const tag = await at('failed', {}, { message: 'The bank said no <b>today</b>.' });
    expect(tag.text('result')).to.contain('The bank said no <b>today</b>.');
  });

  it('a slot with the name of the state takes the place of what stands in the frame', async () => {
    const tag = await at('paid');
    expect(tag.root.querySelector('slot[name="paid"]')!.contains(tag.part('result'))).to.equal(true);
  });

  it('paid says when, by the server’s clock, and for which order', async () => {
    page.time.wrongByMs = 86_400_000;
    page.server.answers({ status: 'pending', serverTime: '2026-02-03T15:00:00Z' }, { status: 'paid', serverTime: '2026-02-03T15:00:02Z' });
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL, reference: 'ORD-5023' });
    await page.time.advance(2_000);
    await page.time.advance(2_000);
    expect(tag.text('result')).to.match(/Received ?Feb \d, 2026/).and.to.match(/Order ?ORD-5023/);
  });

  it('a page that is opened after the payment does not say that it was received now', async () => {
    const tag = await at('paid', { reference: 'ORD-5023' }, { serverTime: '2026-02-03T15:00:00Z' });
    expect(tag.text('result')).to.contain('Order').and.not.to.contain('Received');
  });
});

describe('<pix-qr>: the row at the foot of the ticket', () => {
  /** A browser that shares what `takes` says. */
  function sharing(takes: (data: ShareData) => boolean): void {
    Object.defineProperty(navigator, 'canShare', { configurable: true, value: takes });
  }
  afterEach(() => void delete (navigator as { canShare?: unknown }).canShare);

  const row = (tag: Tag): string[] => [...tag.part('actions')!.querySelectorAll('button, a')].map((act) => act.textContent.trim());
  const expiring = (inMs: number) => ({ 'expires-at': page.time.iso(inMs), 'create-url': '/payments' });

  for (const [what, leftMs, attributes, shares, acts] of [
    ['a browser that shares', 600_000, { 'help-url': HELP }, true, ['Save', 'Print', 'Share', 'Help']],
    ['a frame that may not share', 600_000, { 'help-url': HELP }, false, ['Save', 'Print', 'Help']],
    ['the last minutes', 100_000, {}, false, ['New code', 'Save', 'Print']],
    ['the last minutes with help', 100_000, { 'help-url': HELP }, false, ['New code', 'Save', 'Print', 'Help']],
    ['the last minutes, where it shares', 100_000, {}, true, ['New code', 'Save', 'Print', 'Share']],
    ['the last minutes, where five would stand', 100_000, { 'help-url': HELP }, true, ['New code', 'Save', 'Share', 'Help']],
    ['no address for a new code', 100_000, { 'help-url': HELP, 'create-url': '' }, true, ['Save', 'Print', 'Share', 'Help']],
  ] as const) {
    it(`${what}: ${acts.join(', ')}`, async () => {
      sharing(({ text }) => shares && text === CODE);
      expect(row(await page.tag({ code: CODE, ...expiring(leftMs), ...attributes }))).to.deep.equal(acts);
    });
  }

  it('once the time is up, while the server is asked, nothing keeps the code any more', async () => {
    page.server.answers({ status: 'pending', serverTime: page.time.iso() }, 'never');
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL, ...expiring(1_000), 'help-url': HELP });
    await page.time.advance(1_500);
    expect([tag.element.status, row(tag)]).to.deep.equal(['pending', ['New code', 'Help']]);
  });

  it('no act becomes another under the focus when the last minutes begin', async () => {
    const tag = await page.tag({ code: CODE, ...expiring(121_000) });
    const save = tag.part('actions')!.querySelector('button')!;
    save.focus();
    await page.time.advance(2_000);
    expect(row(tag)).to.deep.equal(['New code', 'Save', 'Print']);
    expect([tag.root.activeElement === save, save.textContent.trim()]).to.deep.equal([true, 'Save']);
  });

  it('help of the page’s own stands in the row', async () => {
    const tag = await page.tag({ code: CODE }, {
      before: (element) => element.append(Object.assign(document.createElement('a'), { slot: 'help', href: '#help', textContent: 'Chat' })),
    });
    expect(tag.root.querySelector<HTMLSlotElement>('[part="actions"] slot[name="help"]')!.assignedElements()).to.have.length(1);
  });

  it('in Portuguese', async () => {
    sharing(() => true);
    const tag = await page.tag({ code: CODE, 'help-url': HELP }, { lang: 'pt-BR' });
    expect(row(tag)).to.deep.equal(['Salvar', 'Imprimir', 'Enviar', 'Ajuda']);
  });

  for (const width of [288, 390, 900]) {
    it(`${width} px wide: targets of 44 px, beside each other, in columns as wide as each other where it is no wide ticket`, async () => {
      sharing(() => true);
      const tag = await page.tag({ code: CODE, ...expiring(100_000), 'help-url': HELP }, {
        into: (parent) => {
          parent.style.width = `${width}px`;
          return parent;
        },
      });
      const boxes = [...tag.part('actions')!.querySelectorAll('button, a')].map((act) => act.getBoundingClientRect());
      expect(boxes).to.have.length(4);
      for (const box of boxes) expect([box.width >= 44, box.height >= 44, box.top === boxes[0]!.top]).to.deep.equal([true, true, true]);
      const widths = boxes.map((box) => box.width);
      if (width < 720) expect(Math.max(...widths) - Math.min(...widths)).to.be.below(1);
      else expect(boxes[3]!.left - boxes[2]!.right, 'help stands at the end').to.be.above(20);
    });
  }
});

describe('<pix-qr>: the words of the row', () => {
  afterEach(() => void delete (navigator as { canShare?: unknown }).canShare);

  for (const width of [240, 288, 390]) {
    it(`are whole in every language, ${width} px wide`, async () => {
      Object.defineProperty(navigator, 'canShare', { configurable: true, value: () => true });
      const tag = await page.tag({ code: CODE, 'help-url': HELP, 'create-url': '/payments', 'expires-at': page.time.iso(100_000) }, {
        into: (parent) => Object.assign(parent, { style: `width: ${width}px` }),
      });
      for (const language of LANGUAGES) {
        tag.element.lang = language;
        await until(`the words of ${language}`, () => tag.element.words.lang === language);
        await tag.element.updateComplete;
        const row = tag.part('actions')!;
        expect(row.scrollWidth, language).to.be.at.most(row.clientWidth);
        for (const act of row.querySelectorAll('button, a')) {
          const text = [...act.childNodes].find((node): node is Text => node instanceof Text && node.data.trim() !== '')!;
          for (const { 0: word, index } of text.data.matchAll(/[^\s\p{Script=Han}]+/gu)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            const [place, ...more] = range.getClientRects();
            const box = act.getBoundingClientRect();
            expect([more.length, place!.left >= box.left, place!.right <= box.right], `${language}: ${word}`).to.deep.equal([0, true, true]);
          }
        }
      }
    });
  }
});

describe('<pix-qr>: the page is left only after an end, and only when it lets us', () => {
  for (const [status, attribute, leaves] of [
    ['paid', 'success-url', true],
    ['failed', 'failure-url', true],
    ['expired', 'failure-url', true],
    ['canceled', 'failure-url', true],
    ['paid', 'failure-url', false],
    ['failed', 'success-url', false],
    ['processing', 'success-url', false],
    ['pending', 'failure-url', false],
  ] as const) {
    it(`${status} with ${attribute}: ${leaves ? 'asks the page first' : 'stays'}`, async () => {
      const here = location.href;
      let seen = '';
      page.server.answers({ status });
      const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL, [attribute]: '/thanks?a=1' });
      tag.element.addEventListener('payment-redirect', (event) => {
        seen = tag.text('result');
        event.preventDefault();
      });
      await tag.element.refresh();
      await page.time.advance(15_000);
      expect(tag.count('payment-redirect')).to.equal(leaves ? 1 : 0);
      expect(location.href).to.equal(here);
      if (!leaves) return;
      expect(tag.last('payment-redirect')).to.include({ url: new URL('/thanks?a=1', here).href, cancelable: true });
      expect(seen, 'the result is there to be read').to.not.equal('');
      expect(tag.names.at(-1)).to.equal('payment-redirect');
    });
  }

  it('a late paid goes to success-url, not to failure-url as well', async () => {
    page.server.answers({ status: 'expired' }, { status: 'paid' });
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL, 'success-url': '/thanks', 'failure-url': '/sorry' });
    tag.element.addEventListener('payment-redirect', (event) => event.preventDefault());
    await tag.element.refresh();
    await tag.element.refresh();
    await page.time.advance(15_000);
    expect(tag.heard.filter(({ type }) => type === 'payment-redirect').map(({ event }) => new URL(String(event['url'])).pathname)).to.deep.equal(['/thanks']);
  });

  it('a tag that has left the page takes nobody anywhere', async () => {
    const tag = await at('paid', { 'success-url': '/thanks' });
    tag.element.remove();
    await page.time.advance(15_000);
    expect(tag.count('payment-redirect')).to.equal(0);
  });
});
