import { expect } from '@open-wc/testing';
import { encodeBrCode } from '../../src/formats/brcode-encode.ts';
import { CODE, json, pageOfEachTest, settle, STATUS_URL } from './pix-qr-harness.ts';

const page = pageOfEachTest();
const OTHER = encodeBrCode({ pixKey: 'a@b.example', merchantName: 'Loja B', merchantCity: 'Y', amount: '50.00' });
const WAITING = { code: CODE, 'status-url': STATUS_URL, 'create-url': '/payments' };

describe('<pix-qr>: one attempt after another', () => {
  it('a new code that cannot be had leaves the one that may have been paid, and asks after it', async () => {
    const tag = await page.tag(WAITING);
    page.server.nowAnswers(json({}, 503));
    await tag.element.regenerate();
    await settle();
    expect([tag.element.status, Boolean(tag.symbol)]).to.deep.equal(['pending', true]);
    expect(tag.text('panel')).to.contain('We couldn’t get a code.');
    page.server.nowAnswers({ status: 'paid' });
    await tag.element.refresh();
    expect([tag.element.status, tag.count('payment-paid')]).to.deep.equal(['paid', 1]);
  });

  it('an expired payment that no new code replaces is not told as expired again, and a late payment is still heard', async () => {
    page.server.nowAnswers({ status: 'expired' });
    const tag = await page.tag(WAITING);
    await tag.element.refresh();
    page.server.nowAnswers(json('<html>', 500));
    await tag.element.regenerate();
    await settle();
    expect([tag.element.status, tag.count('payment-expired')]).to.deep.equal(['expired', 1]);
    page.server.nowAnswers({ status: 'paid' });
    await tag.element.refresh();
    expect([tag.element.status, tag.count('payment-paid'), tag.element.payment.late]).to.deep.equal(['paid', 1, true]);
  });

  for (const status of ['processing', 'paid', 'refunded']) {
    it(`nothing new is asked for while ${status}`, async () => {
      page.server.nowAnswers({ status });
      const tag = await page.tag(WAITING);
      await tag.element.refresh();
      const { length } = page.server.asked;
      await tag.element.create();
      await tag.element.regenerate();
      expect([page.server.asked.length, tag.element.status]).to.deep.equal([length, status]);
    });
  }

  it('an amount that is none is not sent', async () => {
    const tag = await page.tag({ 'create-url': '/payments', amount: 'much' });
    await tag.element.create();
    expect(page.server.asked).to.have.length(0);
  });

  it('the answer to an earlier order does not take the place of the one that the page has set meanwhile', async () => {
    const answer = page.server.holds();
    const tag = await page.tag({ 'create-url': '/payments' });
    const creating = tag.element.create();
    await settle();
    tag.element.payment = { status: 'pending', id: 'B', pix: { code: OTHER } };
    await settle();
    answer(json({ status: 'pending', id: 'A', pix: { code: CODE } }, 201));
    await creating;
    await settle();
    expect([tag.element.payment.id, tag.text('merchant')]).to.deep.equal(['B', 'Loja B']);
  });

  it('an answer that cannot be read keeps the key of the press', async () => {
    page.server.nowAnswers(json({ nothing: true }, 201));
    const tag = await page.tag({ 'create-url': '/payments' });
    await tag.press('Get the Pix code');
    await tag.press('Get the Pix code');
    const keys = page.server.asked.map(({ request }) => request.headers.get('idempotency-key'));
    expect(keys[0]).to.equal(keys[1]);
  });

  it('the same payment set once more never goes backwards, and tells nothing twice', async () => {
    const tag = await page.tag({});
    tag.element.payment = { status: 'pending', id: 'A', pix: { code: CODE } };
    await settle();
    tag.element.payment = { status: 'paid', id: 'A', pix: { code: CODE } };
    await settle();
    tag.element.payment = { status: 'pending', id: 'A', pix: { code: CODE } };
    await settle();
    expect([tag.element.status, tag.count('payment-paid')]).to.deep.equal(['paid', 1]);
  });

  it('a payment without a code of its own belongs to the code of the page', async () => {
    const tag = await page.tag({ code: CODE });
    tag.element.payment = { status: 'pending', id: 'A', reference: 'ORD-9' };
    await settle();
    expect([Boolean(tag.symbol), tag.text('merchant')]).to.deep.equal([true, 'CAFE MANACA · Order ORD-9']);
  });

  it('a status answer moves neither code, amount nor order number', async () => {
    page.server.nowAnswers({ status: 'pending', version: 9, amount: '1.00', reference: 'ORD-EVIL', pix: { code: OTHER } });
    const tag = await page.tag({ ...WAITING, reference: 'ORD-1' });
    const drawn = tag.symbol!.innerHTML;
    await tag.element.refresh();
    await settle();
    expect([tag.symbol!.innerHTML === drawn, tag.text('amount'), tag.text('merchant')]).to.deep.equal([true, 'R$100.99', 'CAFE MANACA · Order ORD-1']);
  });

  it('what is over is not taken back by the amount of the next order', async () => {
    page.server.nowAnswers({ status: 'paid' });
    const tag = await page.tag({ ...WAITING, amount: '100.99' });
    await tag.element.refresh();
    await tag.set({ amount: '5.00' });
    expect(tag.text('result')).to.contain('Paid');
    expect(tag.count('payment-error mismatch')).to.equal(0);
  });

  it('code and deadline that change together are one payment: the earlier one does not expire', async () => {
    const tag = await page.tag({ code: CODE, 'expires-at': page.time.iso(600_000) });
    await tag.set({ code: OTHER, 'expires-at': page.time.iso(-1_000) });
    await settle();
    expect(tag.heard.filter(({ type }) => type === 'payment-expired').map(({ event }) => event.payment.pix?.code)).to.deep.equal([OTHER]);
  });

  it('a tag that is moved while its code is being created goes on', async () => {
    const answer = page.server.holds();
    const tag = await page.tag({ 'create-url': '/payments', amount: '100.99' });
    const creating = tag.element.create();
    await settle();
    tag.element.parentElement!.append(tag.element);
    answer(json({ status: 'pending', pix: { code: CODE } }, 201));
    await creating;
    await settle();
    expect([tag.element.status, Boolean(tag.symbol)]).to.deep.equal(['pending', true]);
  });

  for (const [what, value] of [['undefined', undefined], ['null', null], ['a number', 100.99]] as const) {
    it(`a framework that sets properties to ${what} breaks nothing`, async () => {
      const tag = await page.tag({ code: CODE });
      Object.assign(tag.element, { amount: value, ask: value, payer: undefined, messages: undefined, reference: value });
      await settle();
      expect([tag.element.status, Boolean(tag.symbol)]).to.deep.equal(['pending', true]);
    });
  }

  it('a deadline that is no moment is told, and no clock runs', async () => {
    const tag = await page.tag({ code: CODE, 'expires-at': 'soon' });
    expect([tag.count('payment-error invalid-attribute'), tag.part('clock')]).to.deep.equal([1, null]);
    expect(page.complaints.join()).to.contain('expires-at="soon"');
  });

  it('a tag that a script drove before it stood in a page has all its looks', async () => {
    const element = document.createElement('pix-qr');
    await element.refresh();
    document.body.append(element);
    await element.updateComplete;
    await settle();
    expect(element.shadowRoot!.adoptedStyleSheets).to.have.length(7);
    element.remove();
  });
});
