import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CODE, json, pageOfEachTest, settle, STATUS_URL, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();
const focused = (tag: Tag): string => {
  const element = tag.root.activeElement;
  return element?.getAttribute('part') ?? element?.getAttribute('name') ?? '';
};
const press = async (key: string): Promise<void> => {
  await sendKeys({ press: key });
  await settle();
};

describe('<pix-qr> by keyboard', () => {
  let written: string[] = [];
  beforeEach(() => {
    written = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, get: () => ({ writeText: (text: string) => Promise.resolve(void written.push(text)) }) });
  });
  afterEach(() => void delete (navigator as { clipboard?: unknown }).clipboard);

  async function between(attributes: Record<string, string>): Promise<Tag> {
    const start = document.createElement('button');
    const tag = await page.tag(attributes, { into: (parent) => (parent.append(start), parent) });
    tag.element.after(Object.assign(document.createElement('button'), { textContent: 'after' }));
    start.textContent = 'before';
    start.focus();
    return tag;
  }

  it('Tab goes from the copy button through the row to help, then out', async () => {
    const tag = await between({ code: CODE, 'help-url': '#help' });
    const order: string[] = [];
    for (let step = 0; step < 5; step++) {
      await press('Tab');
      order.push((tag.root.activeElement ?? document.activeElement)?.textContent.trim() ?? '');
    }
    expect(order).to.deep.equal(['Copy code', 'Save', 'Print', 'Help', 'after']);
  });

  for (const key of ['Enter', 'Space']) {
    it(`${key} on the copy button copies, and the focus stays there`, async () => {
      const tag = await between({ code: CODE });
      await press('Tab');
      await press(key);
      expect([written, tag.text('copy-button'), focused(tag)]).to.deep.equal([[CODE], 'Copied', 'copy-button']);
      await page.time.advance(4_100);
      expect(tag.text('copy-button'), 'it stays while somebody may be reading it').to.equal('Copied');
    });
  }

  it('the form: amount, CPF, button, in the order of ask; Enter sends', async () => {
    const tag = await between({ 'create-url': '/payments', ask: 'amount cpf' });
    await press('Tab');
    await sendKeys({ type: '12,90' });
    expect(focused(tag)).to.equal('amount');
    await press('Tab');
    await sendKeys({ type: '05123386556' });
    expect(focused(tag)).to.equal('cpf');
    await press('Tab');
    expect(focused(tag)).to.equal('button');
    expect(tag.input('cpf').value, 'set in groups when it is left').to.equal('051.233.865-56');
    page.server.answers(json({ message: 'No.' }, 422));
    await press('Enter');
    expect(await page.server.asked[0]!.request.json()).to.deep.include({ amount: '12.90', payer: { cpf: '05123386556' } });
  });

  it('a new code in the last minutes, and the focus stays in the tag whose button has gone', async () => {
    page.server.answers({ status: 'pending', serverTime: page.time.iso() });
    const tag = await between({ code: CODE, 'status-url': STATUS_URL, 'expires-at': page.time.iso(60_000), 'create-url': '/payments' });
    await press('Tab');
    await press('Tab');
    expect((document.activeElement as Element).shadowRoot?.activeElement?.textContent).to.contain('New code');
    page.server.nowAnswers();
    const give = page.server.holds();
    await press('Enter');
    expect([tag.element.status, document.activeElement === tag.element, focused(tag)]).to.deep.equal(['creating', true, 'panel']);
    give(json({ status: 'pending', pix: { code: CODE } }, 201));
    await settle();
    expect([tag.element.status, focused(tag)]).to.deep.equal(['pending', 'panel']);
    await press('Tab');
    expect(focused(tag), 'the next thing to press').to.equal('copy-button');
  });

  it('the payment is over while the copy button has the focus: the next Tab is the way on', async () => {
    page.server.answers({ status: 'paid' });
    const tag = await between({ code: CODE, 'status-url': STATUS_URL, 'success-url': '#thanks' });
    await press('Tab');
    await tag.element.refresh();
    await settle();
    expect([tag.element.status, focused(tag)]).to.deep.equal(['paid', 'panel']);
    await press('Tab');
    expect(tag.root.activeElement?.textContent).to.equal('Back to the shop');
    expect(tag.part('panel')!.hasAttribute('tabindex'), 'the panel is no stop of its own').to.equal(false);
  });

  it('the focus has a ring', async () => {
    const tag = await between({ code: CODE });
    await press('Tab');
    const { outlineStyle, outlineWidth } = getComputedStyle(tag.part('copy-button')!);
    expect([outlineStyle, parseFloat(outlineWidth) >= 2]).to.deep.equal(['solid', true]);
  });

  for (const status of ['processing', 'paid', 'failed', 'expired', 'canceled']) {
    it(`${status} takes the focus from nobody`, async () => {
      page.server.answers({ status });
      const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL, 'create-url': '/payments' });
      const field = document.createElement('input');
      tag.element.before(field);
      field.focus();
      await tag.element.refresh();
      await page.time.advance(100);
      expect([tag.element.status, document.activeElement === field, tag.root.activeElement]).to.deep.equal([status, true, null]);
    });
  }

  it('a tick, a warning and trouble leave the focus on the copy button', async () => {
    page.server.answers({ status: 'pending', serverTime: page.time.iso() }, new TypeError('Failed to fetch'));
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL, 'expires-at': page.time.iso(125_000), 'create-url': '/payments' });
    tag.part('copy-button')!.focus();
    const button = tag.root.activeElement;
    await page.time.advance(30_000);
    expect(tag.text()).to.contain('Little time left').and.to.contain('We can’t reach the shop');
    expect(tag.root.activeElement).to.equal(button);
  });
});

describe('<pix-qr>: targets', () => {
  for (const [what, attributes] of [
    ['with a code', { code: CODE, 'help-url': '#help' }],
    ['with a form', { 'create-url': '/payments', ask: 'amount cpf' }],
  ] as const) {
    it(`${what} everything to press is at least 44 px high`, async () => {
      const tag = await page.tag(attributes);
      for (const target of tag.root.querySelectorAll('button, a, input')) {
        const { width, height } = (target.closest('.box') ?? target).getBoundingClientRect();
        expect([width >= 44, height >= 44], target.outerHTML).to.deep.equal([true, true]);
      }
    });
  }

  it('the symbol takes whole device pixels for each module', async () => {
    const tag = await page.tag({ code: CODE });
    const modules = Number(tag.symbol!.getAttribute('viewBox')!.split(' ')[2]);
    const pixels = (tag.symbol!.getBoundingClientRect().width * devicePixelRatio) / modules;
    expect(Math.abs(pixels - Math.round(pixels))).to.be.below(0.001);
    expect(pixels).to.be.at.least(2);
  });
});
