import { expect } from '@open-wc/testing';
import type { PixQr } from '../../src/elements/pix-qr.ts';
import type { Payment } from '../../src/formats/payment.ts';
import { CODE, DYNAMIC_CODE, pageOfEachTest, settle, STATUS_URL } from './pix-qr-harness.ts';

const page = pageOfEachTest();
const ORDER = { code: CODE, 'status-url': STATUS_URL };

/** What is changeable in a value, by its path. */
const loose = (value: unknown, path = 'payment'): string[] =>
  Object(value) === value ? [...(Object.isFrozen(value) ? [] : [path]), ...Object.entries(value as object).flatMap(([key, inside]) => loose(inside, `${path}.${key}`))] : [];

describe('<pix-qr>: the payment that the page reads', () => {
  it('is frozen through and through, before there is one and after every change', async () => {
    const tag = await page.tag({});
    expect(loose(tag.element.payment)).to.deep.equal([]);
    await tag.set({ code: CODE });
    expect(tag.element.payment.pix).to.deep.equal({ code: CODE });
    expect(loose(tag.element.payment)).to.deep.equal([]);
    tag.element.payment = { ...tag.element.payment, status: 'processing', message: 'm' };
    expect(loose(tag.element.payment)).to.deep.equal([]);
    expect(() => Object.assign(tag.element.payment, { status: 'paid' })).to.throw(TypeError);
    expect(() => Object.assign(tag.element.payment.pix!, { code: DYNAMIC_CODE })).to.throw(TypeError);
    expect(tag.element.status).to.equal('processing');
  });

  it('is the same object until something is new, and the one that the events carry', async () => {
    page.server.answers({ status: 'pending' }, { status: 'pending' }, { status: 'paid' });
    const tag = await page.tag(ORDER);
    await tag.element.refresh();
    const before = tag.element.payment;
    await tag.element.refresh();
    expect(tag.element.payment).to.equal(before);
    await tag.element.refresh();
    expect(tag.element.payment).to.not.equal(before);
    for (const { event } of tag.heard) expect(loose(event.payment)).to.deep.equal([]);
    expect(tag.last('payment-paid').payment).to.equal(tag.element.payment);
    expect(before.status, 'what was read earlier says what was so then').to.equal('pending');
  });

  it('is a copy of what the page has set: the page’s own object stays as it was, and may change', async () => {
    const tag = await page.tag({});
    const own = { status: 'pending' as Payment['status'], pix: { code: CODE } };
    tag.element.payment = own;
    expect([Object.isFrozen(own), Object.isFrozen(own.pix)]).to.deep.equal([false, false]);
    own.status = 'paid';
    own.pix.code = DYNAMIC_CODE;
    tag.element.requestUpdate();
    await settle();
    expect([tag.element.status, tag.element.payment.pix?.code]).to.deep.equal(['pending', CODE]);
  });

  it('is taken from a reactive object of a framework, which is a proxy', async () => {
    const tag = await page.tag({});
    const proxy = (inside: object): object => new Proxy(inside, { get: (target, key) => (Object(Reflect.get(target, key)) === Reflect.get(target, key) ? proxy(Reflect.get(target, key) as object) : Reflect.get(target, key)) });
    tag.element.payment = proxy({ status: 'paid', pix: { code: CODE } }) as Payment;
    expect(tag.element.payment).to.deep.equal({ status: 'paid', pix: { code: CODE } });
  });
});

describe('<pix-qr>: its status is its own', () => {
  const writes: Record<string, (element: PixQr) => void> = {
    'another word in the attribute': (element) => element.setAttribute('status', 'paid'),
    'no word of ours in the attribute': (element) => element.setAttribute('status', 'x'),
    'an empty attribute': (element) => element.setAttribute('status', ''),
    'the attribute taken away': (element) => element.removeAttribute('status'),
    'the attribute toggled': (element) => void element.toggleAttribute('status'),
    'another word in the property': (element) => Object.assign(element, { status: 'paid' }),
    'a framework that takes the property back': (element) => Object.assign(element, { status: undefined }),
  };
  for (const [what, write] of Object.entries(writes)) {
    it(`${what} changes nothing, and is written back at once`, async () => {
      const tag = await page.tag(ORDER);
      write(tag.element);
      expect(tag.element.getAttribute('status')).to.equal('pending');
      await settle();
      expect([tag.element.getAttribute('status'), tag.element.status, tag.element.matches(':state(pending)'), tag.element.matches(':state(paid)')]).to.deep.equal(['pending', 'pending', true, false]);
      expect([tag.names, tag.symbol !== null]).to.deep.equal([['payment-status'], true]);
      page.server.nowAnswers({ status: 'processing' });
      await tag.element.refresh();
      expect([tag.element.getAttribute('status'), tag.element.matches(':state(processing)')]).to.deep.equal(['processing', true]);
    });
  }

  it('what a server has written into the page before is no status', async () => {
    const tag = await page.tag(ORDER);
    const { parentElement } = tag.element;
    parentElement!.innerHTML = `<pix-qr status="paid" code="${CODE}"></pix-qr>`;
    const element = parentElement!.querySelector('pix-qr');
    await element!.updateComplete;
    expect([element!.getAttribute('status'), element!.status]).to.deep.equal(['pending', 'pending']);
  });

  it('a copy of the tag begins anew', async () => {
    const tag = await page.tag(ORDER);
    tag.element.payment = { ...tag.element.payment, status: 'paid' };
    const copy = tag.element.cloneNode() as PixQr;
    expect([copy.getAttribute('status'), copy.status]).to.deep.equal(['idle', 'idle']);
  });
});
