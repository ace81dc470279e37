import { expect } from '@open-wc/testing';
import { CODE, DYNAMIC_CODE, pageOfEachTest, settle, STATUS_URL, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();
const ORDER = { code: CODE, 'status-url': STATUS_URL };

describe('<pix-qr>: what stops when it leaves', () => {
  it('a tag that has left asks nothing, leaves no timer, and calls off what was asked', async () => {
    page.server.answers('never');
    const tag = await page.tag({ ...ORDER, 'expires-at': page.time.iso(600_000) });
    expect(page.server.asked).to.have.length(1);
    tag.element.remove();
    await settle();
    expect([page.server.asked[0]!.signal.aborted, page.time.timers]).to.deep.equal([true, 0]);
    await page.time.advance(600_000);
    dispatchEvent(new Event('online'));
    await page.show(true);
    await page.show(false);
    expect(page.server.asked).to.have.length(1);
    expect(tag.names).to.deep.equal(['payment-status']);
  });

  it('an answer that was on its way is dropped', async () => {
    const answer = page.server.holds();
    const tag = await page.tag(ORDER);
    await page.time.advance(2_000);
    tag.element.remove();
    answer({ status: 'paid' });
    await settle();
    expect([tag.element.status, tag.count('payment-paid')]).to.deep.equal(['pending', 0]);
  });

  it('back in a page it goes on, with one poller', async () => {
    const tag = await page.tag(ORDER);
    const { parentElement } = tag.element;
    await page.time.advance(3_000);
    tag.element.remove();
    await page.time.advance(60_000);
    parentElement!.append(tag.element);
    const before = page.server.asked.length;
    await page.time.advance(10_500);
    expect(page.server.asked.length - before).to.be.within(4, 6);
    page.server.nowAnswers({ status: 'paid' });
    await page.time.advance(3_000);
    expect(tag.names).to.deep.equal(['payment-status', 'payment-status', 'payment-paid']);
  });

  it('moved while a question is under way it keeps one poller', async () => {
    const answer = page.server.holds();
    const tag = await page.tag(ORDER);
    await page.time.advance(2_000);
    const elsewhere = document.createElement('section');
    tag.element.parentElement!.append(elsewhere);
    elsewhere.append(tag.element);
    answer({ status: 'pending' });
    await page.time.advance(20_000);
    expect(page.server.mostAtOnce).to.equal(1);
    expect(page.server.asked.length).to.be.within(9, 12);
  });

  it('a creation that the page called off by removing the tag can be begun again', async () => {
    page.server.answers('never');
    const tag = await page.tag({ 'create-url': '/payments' });
    await tag.press('Get the Pix code');
    const { parentElement } = tag.element;
    tag.element.remove();
    await settle();
    expect(page.server.asked[0]!.signal.aborted).to.equal(true);
    parentElement!.append(tag.element);
    await settle();
    expect([tag.element.status, tag.acts]).to.deep.equal(['idle', ['Get the Pix code']]);
  });

  it('50 times in and out leave no listener behind', async () => {
    let listening = 0;
    const restore = [document, window].map((target: EventTarget) => {
      const { addEventListener: add } = target;
      target.addEventListener = function (this: EventTarget, type: string, listener: EventListener, options?: AddEventListenerOptions) {
        listening++;
        options?.signal?.addEventListener('abort', () => listening--);
        add.call(target, type, listener, options);
      } as typeof add;
      const { removeEventListener: remove } = target;
      target.removeEventListener = function (type: string, listener: EventListener) {
        listening--;
        remove.call(target, type, listener);
      } as typeof remove;
      return () => {
        for (const name of ['addEventListener', 'removeEventListener'] as const) delete (target as Partial<EventTarget>)[name];
      };
    });
    const tag = await page.tag({ ...ORDER, 'expires-at': page.time.iso(600_000) });
    const one = listening;
    expect(one, 'the spy sees the listeners').to.be.greaterThan(0);
    const { parentElement } = tag.element;
    for (let cycle = 0; cycle < 50; cycle++) {
      tag.element.remove();
      await Promise.resolve();
      expect(listening).to.equal(0);
      parentElement!.append(tag.element);
      expect(listening).to.equal(one);
    }
    tag.element.remove();
    await settle();
    restore.forEach((each) => each());
    expect([listening, page.time.timers]).to.deep.equal([0, 0]);
  });
});

describe('<pix-qr>: what the page does in its listeners', () => {
  it('a listener that throws stops nothing', async () => {
    const uncaught: string[] = [];
    const quiet = window.onerror;
    window.onerror = (message) => (uncaught.push(String(message)), true);
    page.server.answers({ status: 'processing' }, { status: 'paid' });
    const tag = await page.tag(ORDER);
    tag.element.addEventListener('payment-status', () => {
      throw new Error('theirs');
    });
    await page.time.advance(5_000);
    window.onerror = quiet;
    expect(tag.names).to.deep.equal(['payment-status', 'payment-status', 'payment-status', 'payment-paid']);
    expect(uncaught).to.have.length(2);
    expect(uncaught[0]).to.contain('theirs');
  });

  it('a listener may take the tag away', async () => {
    page.server.answers({ status: 'paid' });
    const tag = await page.tag(ORDER);
    tag.element.addEventListener('payment-paid', () => tag.element.remove());
    await page.time.advance(60_000);
    expect([tag.names, page.server.asked.length, page.time.timers]).to.deep.equal([['payment-status', 'payment-status', 'payment-paid'], 1, 0]);
  });

  it('a listener may begin another payment', async () => {
    page.server.answers({ status: 'paid' }, { status: 'pending' });
    const tag = await page.tag(ORDER);
    tag.element.addEventListener('payment-paid', () => (tag.element.code = DYNAMIC_CODE));
    await page.time.advance(2_100);
    expect([tag.element.status, tag.part('code')!.textContent]).to.deep.equal(['pending', DYNAMIC_CODE]);
  });

  it('events reach the page through a shadow root', async () => {
    const heard: string[] = [];
    const into = (parent: HTMLElement) => {
      parent.addEventListener('payment-paid', (event) => heard.push(event.payment.status));
      return parent.appendChild(document.createElement('section')).attachShadow({ mode: 'closed' });
    };
    page.server.answers({ status: 'paid' });
    await page.tag(ORDER, { into });
    await page.time.advance(2_000);
    expect(heard).to.deep.equal(['paid']);
  });
});

describe('<pix-qr>.payment: one that the page has created already', () => {
  const show = (payment: PixPayment, attributes = {}): Promise<Tag> => page.tag(attributes, { before: (element) => (element.payment = payment) });
  type PixPayment = Tag['element']['payment'];

  it('is drawn, and its own address asked', async () => {
    page.server.answers({ status: 'paid' });
    const tag = await show({ status: 'pending', pix: { code: CODE }, statusUrl: '/payments/theirs' });
    expect(tag.part('code')!.textContent).to.equal(CODE);
    await page.time.advance(2_000);
    expect([page.server.asked[0]!.url.endsWith('/payments/theirs'), tag.element.payment.status]).to.deep.equal([true, 'paid']);
  });

  it('that is paid is shown as paid and asked no more', async () => {
    const tag = await show({ status: 'paid', pix: { code: CODE }, statusUrl: '/payments/theirs' });
    await page.time.advance(60_000);
    expect([tag.text('result'), tag.symbol, page.server.asked.length]).to.deep.equal(['Paid CAFE MANACA has received your payment.', null, 0]);
  });

  it('that asks for another amount than the page is not drawn', async () => {
    const tag = await show({ status: 'pending', pix: { code: CODE } }, { amount: '1.00' });
    expect([tag.symbol, tag.count('payment-error mismatch')]).to.deep.equal([null, 1]);
  });
});
