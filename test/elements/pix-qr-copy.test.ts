import { expect } from '@open-wc/testing';
import { crc16 } from '../../src/formats/crc16.ts';
import { CODE, DYNAMIC_CODE, pageOfEachTest, promised, settle, STATUS_URL, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();

const unsealed = '00020126480014br.gov.bcb.pix0111a@b.example0211two  blanks5204000053039865802BR5909CAFE  BOM6006CIDADE62070503***6304';
/** Blanks beside each other, which a page draws as one. */
const BLANKS = unsealed + crc16(unsealed);

function clipboard(writeText: ((text: string) => Promise<void>) | undefined): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, get: () => writeText && { writeText } });
}
afterEach(() => {
  delete (navigator as { clipboard?: unknown }).clipboard;
  getSelection()?.removeAllRanges();
});

const selected = (tag: Tag): string => {
  const root = tag.root as ShadowRoot & { getSelection?: () => Selection | null };
  return (root.getSelection?.() ?? getSelection())?.toString() ?? '';
};

describe('<pix-qr>: honest copy', () => {
  it('says "copied" only after the browser has, and tells the page the exact text', async () => {
    const written: string[] = [];
    const { promise, resolve } = promised<void>();
    clipboard((text) => (written.push(text), promise));
    const tag = await page.tag({ code: CODE });
    await tag.press('Copy code');
    expect(written).to.deep.equal([CODE]);
    expect([tag.text('copy-button'), tag.count('payment-copy'), tag.said]).to.deep.equal(['Copy code', 0, 'Your bank confirms the payment.']);
    resolve();
    await settle();
    expect([tag.text('copy-button'), tag.count('payment-copy')]).to.deep.equal(['Copied', 1]);
    expect(tag.last('payment-copy')['text']).to.equal(CODE);
    expect(tag.text()).to.contain('Copied. Now paste it in your bank’s app, under Pix.');
    expect(tag.said).to.equal('Copied. Now paste it in your bank’s app, under Pix.');
  });

  it('says so for four seconds, and every time again', async () => {
    clipboard(() => Promise.resolve());
    const tag = await page.tag({ code: CODE });
    expect(await tag.element.copy()).to.equal(true);
    await page.time.advance(3_900);
    expect(tag.text('copy-button')).to.equal('Copied');
    await page.time.advance(300);
    expect(tag.text('copy-button')).to.equal('Copy code');
    expect(tag.text()).to.not.contain('Copied');
    expect(await tag.element.copy()).to.equal(true);
    await tag.element.updateComplete;
    expect([tag.text('copy-button'), tag.count('payment-copy')]).to.deep.equal(['Copied', 2]);
  });

  it('the button keeps its width while it says so, and what it looked like comes back', async () => {
    clipboard(() => Promise.resolve());
    const tag = await page.tag({ code: CODE });
    const width = () => (tag.part('copy-button') as HTMLElement).offsetWidth;
    const before = width();
    await tag.element.copy();
    await tag.element.updateComplete;
    expect(tag.text('copy-button')).to.equal('Copied');
    expect(Math.abs(width() - before)).to.be.at.most(1);
    await page.time.advance(4_200);
    expect((tag.part('copy-button') as HTMLElement).style.minWidth).to.equal('');
  });

  it('a tag that leaves while it says so does not say so for ever', async () => {
    clipboard(() => Promise.resolve());
    const tag = await page.tag({ code: CODE });
    const { parentElement } = tag.element;
    await tag.element.copy();
    tag.element.remove();
    await settle();
    parentElement!.append(tag.element);
    await settle();
    expect(tag.text('copy-button')).to.equal('Copy code');
  });

  for (const [what, writeText] of [
    ['no clipboard (plain http)', undefined],
    ['a refusal', () => Promise.reject(new DOMException('no', 'NotAllowedError'))],
    ['a clipboard that throws', () => { throw new TypeError('broken'); }],
  ] as const) {
    it(`${what}: the whole text is selected, and never "copied"`, async () => {
      clipboard(writeText);
      const tag = await page.tag({ code: CODE });
      expect(await tag.element.copy()).to.equal(false);
      await settle();
      expect(selected(tag)).to.equal(CODE);
      expect(tag.text('copy-button')).to.equal('Copy code');
      expect(tag.names).to.deep.equal(['payment-status', 'payment-error copy-failed']);
      const hint = /Your browser did not let us copy\. The whole code is selected: press (Ctrl\+C or ⌘C|and hold it, then choose Copy)\./;
      expect(tag.text()).to.match(hint);
      expect(tag.said).to.match(hint);
    });
  }

  for (const width of [280, 390]) {
    it(`${width} px wide: what is selected is the code byte for byte, with every blank of it, also on a page that lets nothing be selected and sets all in capitals`, async () => {
      clipboard(undefined);
      const tag = await page.tag({ code: BLANKS }, {
        into: (parent) => {
          parent.style.cssText = `width: ${width}px; user-select: none; text-transform: uppercase`;
          return parent;
        },
      });
      expect([await tag.element.copy(), selected(tag)]).to.deep.equal([false, BLANKS]);
    });
  }

  it('inside other shadow roots, closed ones too, the code is selected', async () => {
    clipboard(undefined);
    const tag = await page.tag({ code: CODE }, {
      into: (parent) => {
        const inner = document.createElement('div');
        parent.attachShadow({ mode: 'open' }).append(inner);
        return inner.attachShadow({ mode: 'closed' });
      },
    });
    await tag.element.copy();
    expect(getSelection()!.toString()).to.equal(CODE);
  });

  it('a clipboard that never answers is given up after two seconds, and what it says later is not heard', async () => {
    const { promise, resolve } = promised<void>();
    clipboard(() => promise);
    const tag = await page.tag({ code: CODE });
    const copied = tag.element.copy();
    await page.time.advance(1_900);
    expect([tag.text('copy-button'), selected(tag), tag.names]).to.deep.equal(['Copy code', '', ['payment-status']]);
    await page.time.advance(200);
    expect([await copied, selected(tag)]).to.deep.equal([false, CODE]);
    expect(tag.names).to.deep.equal(['payment-status', 'payment-error copy-failed']);
    resolve();
    await settle();
    expect([tag.text('copy-button'), tag.count('payment-copy')]).to.deep.equal(['Copy code', 0]);
  });

  it('a tag that leaves while the clipboard is asked waits for nothing', async () => {
    clipboard(() => new Promise(() => undefined));
    const tag = await page.tag({ code: CODE });
    const copied = tag.element.copy();
    await settle();
    tag.element.remove();
    await settle();
    expect([await copied, page.time.timers, tag.count('payment-error copy-failed')]).to.deep.equal([false, 0, 0]);
  });

  it('an answer that comes after the tag has left says nothing and asks nobody', async () => {
    const { promise, resolve } = promised<void>();
    clipboard(() => promise);
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL });
    void tag.element.copy();
    await settle();
    tag.element.remove();
    resolve();
    await settle();
    expect([page.time.timers, tag.count('payment-copy')]).to.deep.equal([0, 0]);
  });

  for (const [what, change] of [
    ['another code stands there', (tag: Tag) => tag.set({ code: DYNAMIC_CODE })],
    ['it is paid', async (tag: Tag) => void (tag.element.payment = { ...tag.element.payment, status: 'paid' })],
  ] as const) {
    it(`${what} when the browser answers: nothing is said of what was copied`, async () => {
      const { promise, resolve } = promised<void>();
      clipboard(() => promise);
      const tag = await page.tag({ code: CODE });
      const copied = tag.element.copy();
      await settle();
      await change(tag);
      await settle();
      resolve();
      expect(await copied).to.equal(true);
      await settle();
      expect([tag.said, tag.text()].join()).to.not.contain('Copied');
    });
  }

  it('a second press while the first is under way is one copy', async () => {
    const answers = [promised<void>(), promised<void>()];
    let asked = 0;
    clipboard(() => answers[asked++]!.promise);
    const tag = await page.tag({ code: CODE });
    const copies = [tag.element.copy(), tag.element.copy()];
    await settle();
    for (const { resolve } of answers) resolve();
    expect([await Promise.all(copies), tag.count('payment-copy')]).to.deep.equal([[false, true], 1]);
    expect(page.time.timers, 'one clock for the button').to.equal(1);
  });

  it('says it aloud every time, as often as it is copied', async () => {
    clipboard(() => Promise.resolve());
    const tag = await page.tag({ code: CODE });
    let said = 0;
    new MutationObserver(() => (said += 1)).observe(tag.root.querySelector('[role="status"]')!, { characterData: true, subtree: true });
    for (const times of [1, 2]) {
      await tag.element.copy();
      await page.time.advance(5_000);
      expect(said).to.equal(times);
    }
  });

  for (const [pointer, how] of [['coarse', 'press and hold it, then choose Copy.'], ['fine', 'press Ctrl+C or ⌘C.']] as const) {
    it(`with a ${pointer} pointer the shopper reads how to copy by hand: ${how}`, async () => {
      clipboard(undefined);
      const { matchMedia } = globalThis;
      globalThis.matchMedia = (query) => (query.includes('pointer') ? ({ matches: query.includes(pointer) } as MediaQueryList) : matchMedia.call(globalThis, query));
      try {
        const tag = await page.tag({ code: CODE });
        await tag.press('Copy code');
        expect(tag.text()).to.contain(`The whole code is selected: ${how}`);
      } finally {
        globalThis.matchMedia = matchMedia;
      }
    });
  }

  for (const status of ['processing', 'paid', 'expired', 'failed', 'canceled', 'refunded']) {
    it(`${status}: a code that is gone is not copied any more`, async () => {
      const written: string[] = [];
      clipboard(async (text) => void written.push(text));
      page.server.answers({ status });
      const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL });
      await tag.element.refresh();
      expect([tag.element.status, await tag.element.copy(), written]).to.deep.equal([status, false, []]);
    });
  }

  it('Portuguese', async () => {
    clipboard(() => Promise.resolve());
    const tag = await page.tag({ code: CODE }, { lang: 'pt-BR' });
    await tag.press('Copiar código');
    expect([tag.text('copy-button'), tag.said]).to.deep.equal(['Copiado', 'Copiado. Agora cole no aplicativo do seu banco, em Pix Copia e Cola.']);
  });

  it('without a code there is nothing to copy', async () => {
    clipboard(() => Promise.resolve());
    const tag = await page.tag({ 'create-url': '/payments' });
    expect([await tag.element.copy(), tag.names]).to.deep.equal([false, []]);
  });

  it('what was copied is not said of another code', async () => {
    clipboard(() => Promise.resolve());
    const tag = await page.tag({ code: CODE });
    await tag.press('Copy code');
    await tag.set({ code: DYNAMIC_CODE });
    expect(tag.text('copy-button')).to.equal('Copy code');
    expect(tag.text()).to.not.contain('Copied');
  });

  it('after a copy the server is asked often for a while', async () => {
    clipboard(() => Promise.resolve());
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL });
    await page.time.advance(240_000);
    const before = page.server.asked.length;
    await tag.press('Copy code');
    await page.time.advance(20_000);
    expect(page.server.asked.length - before).to.be.within(8, 11);
  });
});
