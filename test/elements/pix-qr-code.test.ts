import { expect } from '@open-wc/testing';
import { create } from 'qrcode/lib/core/qrcode.js';
import { type PixQr } from '../../src/elements/pix-qr.ts';
import { CODE, DYNAMIC_CODE, OPEN_CODE, pageOfEachTest, settle, STATUS_URL, Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();

describe('<pix-qr code>: what the shopper sees', () => {
  it('draws the symbol in one path on a white plate with four modules of quiet zone inside the drawing', async () => {
    const { symbol } = await page.tag({ code: CODE });
    const { size, data } = create(CODE, { errorCorrectionLevel: 'M' }).modules;
    expect(symbol!.getAttribute('viewBox')).to.equal(`0 0 ${size + 8} ${size + 8}`);
    const [plate, modules, ...more] = symbol!.querySelectorAll('path');
    expect(more).to.have.length(0);
    const box = plate!.getBBox();
    expect([plate!.getAttribute('fill'), box.x, box.y, box.width, box.height]).to.deep.equal(['#fff', 0, 0, size + 8, size + 8]);
    const point = (x: number, y: number) => Object.assign(symbol!.createSVGPoint(), { x: x + 4.5, y: y + 4.5 });
    for (let at = 0; at < size * size; at += 7) {
      expect(modules!.isPointInFill(point(at % size, Math.floor(at / size))), `module ${at}`).to.equal(Boolean(data[at]));
    }
    const { x, y, width, height } = modules!.getBBox();
    expect([x, y, width, height]).to.deep.equal([4, 4, size, size]);
  });

  it('names the picture by purpose, payee and amount, and never by the payload', async () => {
    const { symbol } = await page.tag({ code: CODE });
    expect(symbol!.getAttribute('role')).to.equal('img');
    expect(symbol!.getAttribute('aria-label')).to.equal('Pix QR code to pay CAFE MANACA, R$100.99');
  });

  it('reads amount and payee from the code, whatever label the page has', async () => {
    const tag = await page.tag({ code: CODE, merchant: 'Somebody Else', reference: 'ORD-5023' });
    expect(tag.text('amount')).to.equal('R$100.99');
    expect(tag.text('merchant')).to.equal('CAFE MANACA · Order ORD-5023');
  });

  for (const [what, code, attributes, amount] of [
    ['a dynamic code says none: the tag does', DYNAMIC_CODE, { amount: '12.90' }, 'R$12.90'],
    ['a static code says none: the tag does', OPEN_CODE, { amount: '1234567.05' }, 'R$1,234,567.05'],
    ['neither says one', OPEN_CODE, {}, ''],
    ['both say the same', CODE, { amount: '100.99' }, 'R$100.99'],
    ['a text around the amount is trimmed', CODE, { amount: ' 100.99\n' }, 'R$100.99'],
  ] as const) {
    it(`amount: ${what}`, async () => {
      const tag = await page.tag({ code, ...attributes });
      expect(tag.text('amount')).to.equal(amount);
      expect(tag.symbol).to.not.equal(null);
      expect(tag.names).to.not.include('payment-error mismatch');
    });
  }

  it('holds the whole text byte for byte, left to right and not to be translated', async () => {
    const tag = await page.tag({ code: CODE });
    const text = tag.part('code')!;
    expect([text.textContent, text.getAttribute('dir'), text.getAttribute('translate')]).to.deep.equal([CODE, 'ltr', 'no']);
  });

  it('says what to do, in order, and that it waits where somebody tells it', async () => {
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL });
    expect([...tag.part('steps')!.children].map((step) => step.textContent)).to.deep.equal([
      'Open your bank’s app.',
      'Choose Pix, then scan this code or paste the copied one.',
      'Check the name and the amount, and confirm.',
    ]);
    expect(tag.text('status')).to.equal('Waiting for your payment');
    expect(tag.said).to.equal('Waiting for your payment');
  });

  it('promises no answer where nobody tells the page whether it was paid', async () => {
    const tag = await page.tag({ code: CODE });
    const words = 'Your bank confirms the payment.';
    expect([tag.text('status'), tag.said]).to.deep.equal([words, words]);
  });
});

describe('<pix-qr code>: live changes', () => {
  it('is pending once the code is drawn, and says so', async () => {
    const tag = await page.tag({ code: CODE });
    expect([tag.element.status, tag.element.getAttribute('status'), tag.element.matches(':state(pending)')]).to.deep.equal([
      'pending', 'pending', true,
    ]);
    expect(tag.names).to.deep.equal(['payment-status']);
    expect(tag.last('payment-status')).to.include({ status: 'pending', previousStatus: 'idle', source: 'page', bubbles: true, composed: true });
  });

  it('draws another code at once', async () => {
    const tag = await page.tag({ code: CODE });
    const before = tag.symbol!.outerHTML;
    await tag.set({ code: DYNAMIC_CODE });
    expect(tag.symbol!.outerHTML).to.not.equal(before);
    expect([tag.part('code')!.textContent, tag.text('merchant')]).to.deep.equal([DYNAMIC_CODE, 'Studio Mar']);
  });

  it('another code is another payment: it is pending again, and paid again', async () => {
    page.server.answers({ status: 'paid' });
    const tag = await page.tag({ code: CODE, 'status-url': STATUS_URL });
    await page.time.advance(2_000);
    await tag.set({ code: DYNAMIC_CODE });
    expect([tag.element.status, tag.symbol === null]).to.deep.equal(['pending', false]);
    await page.time.advance(2_000);
    expect(tag.names).to.deep.equal(['payment-status', 'payment-status', 'payment-paid', 'payment-status', 'payment-status', 'payment-paid']);
  });

  it('without its code it is idle and shows none', async () => {
    const tag = await page.tag({ code: CODE });
    await tag.set({ code: null });
    expect([tag.element.status, tag.element.code, tag.symbol, tag.part('code')]).to.deep.equal(['idle', '', null, null]);
  });

  for (const [attribute, value, part, shown, gone] of [
    ['reference', 'ORD-1', 'merchant', 'CAFE MANACA · Order ORD-1', 'CAFE MANACA'],
    ['amount', '5.00', 'amount', 'R$5.00', ''],
    ['sandbox', '', 'sandbox', 'Test mode: no money moves', ''],
    ['help-url', 'https://shop.example/help', 'help', 'Help', ''],
  ] as const) {
    it(`${attribute} may come and go`, async () => {
      const tag = await page.tag({ code: OPEN_CODE });
      await tag.set({ [attribute]: value });
      expect(tag.text(part)).to.equal(shown);
      await tag.set({ [attribute]: null });
      expect(tag.text(part)).to.equal(gone);
    });
  }

  it('sandbox="false" is false', async () => {
    const tag = await page.tag({ code: CODE, sandbox: 'false' });
    expect(tag.part('sandbox')).to.equal(null);
  });

  it('a page that writes the status attribute changes nothing', async () => {
    const tag = await page.tag({ code: CODE });
    const before = tag.text();
    await tag.set({ status: 'paid' });
    expect([tag.element.status, tag.text(), tag.element.matches(':state(paid)')]).to.deep.equal(['pending', before, false]);
    expect(tag.names).to.deep.equal(['payment-status']);
  });
});

describe('<pix-qr>: what was set before the tag was there', () => {
  /** An element that is not upgraded until it stands in the page. */
  async function upgraded(set: (element: PixQr) => void): Promise<Tag> {
    const element = document.implementation.createHTMLDocument().createElement('pix-qr') as PixQr;
    expect(element.shadowRoot, 'not upgraded yet').to.equal(null);
    set(element);
    const parent = document.createElement('div');
    document.body.append(parent);
    parent.append(element);
    const tag = new Tag(element);
    await page.arrived(tag);
    await settle();
    parent.remove();
    return tag;
  }

  it('properties survive', async () => {
    const tag = await upgraded((element) => Object.assign(element, { code: OPEN_CODE, amount: '7.00', messages: { waiting: 'Soon' } }));
    expect([tag.part('code')!.textContent, tag.text('amount'), tag.text('status')]).to.deep.equal([OPEN_CODE, 'R$7.00', 'Soon']);
  });

  it('a payment survives', async () => {
    const tag = await upgraded((element) => Object.assign(element, { payment: { status: 'pending', pix: { code: CODE } } }));
    expect(tag.part('code')?.textContent).to.equal(CODE);
  });
});
