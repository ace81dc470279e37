import { expect } from '@open-wc/testing';
import { CODE, DYNAMIC_CODE, pageOfEachTest, promised, settle, STATUS_URL, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();

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
    expect([tag.text('copy-button'), tag.count('payment-copy'), tag.said]).to.deep.equal(['Copy code', 0, 'Waiting for your payment']);
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
      expect(selected(tag).replace(/\s/g, '')).to.equal(CODE.replace(/\s/g, ''));
      expect(tag.text('copy-button')).to.equal('Copy code');
      expect(tag.names).to.deep.equal(['payment-status', 'payment-error copy-failed']);
      const hint = /Your browser did not let us copy\. The whole code is selected: press (Ctrl\+C or ⌘C|and hold it, then choose Copy)\./;
      expect(tag.text()).to.match(hint);
      expect(tag.said).to.match(hint);
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
