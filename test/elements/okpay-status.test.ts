import { expect } from '@open-wc/testing';
import { json, pageOfEachTest, settle, STATUS_URL, type Tag } from './pix-qr-harness.ts';
import { defineStatusPanel } from '../../src/ui/okpay/status-panel.ts';

const page = pageOfEachTest();
before(() => defineStatusPanel());

const GIVEN = { 'status-url': STATUS_URL, amount: '55.20', currency: 'EUR', merchant: 'Example Home', reference: 'ORD-2207' };
const HEAD = 'Pay with OKPAY €55.20 Example Home · Order ORD-2207';
const CHECKING = 'Checking your payment If you have paid at OKPAY, please don’t pay again: we wait for its word to the shop.';
const BACK = 'I haven’t paid: back to the button';
const AGAIN = 'Start again';

/** The panel as the button has it: in a shadow root of its own. */
const panel = (attributes: Record<string, string> = {}, lang = 'en'): Promise<Tag> =>
  page.tag({ ...GIVEN, ...attributes }, { as: 'okpay-button-status', lang, into: (parent) => parent.attachShadow({ mode: 'open' }) });

/** What leaves the shadow root, and how often the panel asks for the button. */
function listen({ element }: Tag) {
  const left: string[] = [];
  let again = 0;
  for (const type of ['payment-status', 'payment-paid', 'payment-failed', 'payment-error', 'again']) document.body.addEventListener(type, () => left.push(type), { signal: done.signal });
  element.addEventListener('again', () => again++);
  element.addEventListener('payment-redirect', (event) => event.preventDefault());
  return { left, again: () => again };
}
let done: AbortController;
beforeEach(() => (done = new AbortController()));
afterEach(() => done.abort());

describe('<okpay-button-status>: back from OKPAY', () => {
  it('says that it is checked, with nothing to pay, until the server has answered', async () => {
    page.server.answers('never');
    const tag = await panel();
    expect(tag.text()).to.equal(`${HEAD} ${CHECKING}`);
    expect(tag.said).to.equal(CHECKING.replace('payment If', 'payment. If'));
    expect([tag.element.status, tag.acts, tag.part('clock'), tag.symbol]).to.deep.equal(['pending', [], null, null]);
    expect(tag.part('seal')!.className).to.equal('info');
  });

  it('lets a shopper who has not paid go back to the button once the server says that it waits', async () => {
    page.server.answers({ status: 'pending' });
    const tag = await panel();
    const heard = listen(tag);
    await settle();
    expect([tag.text(), tag.acts]).to.deep.equal([`${HEAD} ${CHECKING} ${BACK}`, [BACK]]);
    await tag.press(BACK);
    expect([heard.again(), heard.left]).to.deep.equal([1, []]);
  });

  it('counts no time down, for nothing here can be paid', async () => {
    page.server.answers({ status: 'pending', serverTime: '2026-11-21T12:00:00Z', expiresAt: '2026-11-21T12:01:01Z' });
    const tag = await panel();
    await page.time.advance(2_500);
    await page.time.advance(90_000);
    expect([tag.text('result'), tag.said.startsWith('Checking your payment.'), tag.element.status]).to.deep.equal([`${CHECKING} ${BACK}`, true, 'pending']);
  });

  it('asks again and again, and says that it is paid: aloud, and out of the shadow root', async () => {
    page.server.answers({ status: 'pending' }, { status: 'processing' }, { status: 'paid' });
    const tag = await panel({ 'success-url': '/thanks' });
    const { left } = listen(tag);
    await page.time.advance(2_500);
    expect([tag.element.status, tag.acts]).to.deep.equal(['processing', []]);
    expect(tag.text()).to.contain('OKPAY has told the shop of it and has not confirmed it yet.');
    await page.time.advance(5_000);
    expect(tag.text('result')).to.match(/^Paid Example Home has received your payment\. OKPAY sends you the details by e-mail\. Received .+ Order ORD-2207 Back to the shop$/);
    expect(tag.said).to.equal('Paid. Example Home has received your payment. OKPAY sends you the details by e-mail.');
    expect(left).to.deep.equal(['payment-status', 'payment-status', 'payment-paid']);
  });

  for (const [status, title] of [['failed', 'The payment did not go through'], ['expired', 'This payment has expired'], ['canceled', 'Payment canceled']] as const) {
    it(`${status}: offers the button again, and speaks of no code`, async () => {
      page.server.answers({ status });
      const tag = await panel({ 'help-url': 'https://shop.example/help' });
      const heard = listen(tag);
      await settle();
      expect(tag.text('result')).to.contain(title).and.not.to.match(/code/i);
      expect(tag.acts).to.include(AGAIN).and.not.to.include(BACK);
      await tag.press(AGAIN);
      expect([heard.again(), tag.element.status, page.server.asked.every(({ method }) => method === 'GET')]).to.deep.equal([1, status, true]);
    });
  }

  it('refunded: says so, and offers nothing', async () => {
    page.server.answers({ status: 'refunded' });
    const tag = await panel();
    await settle();
    expect([tag.text('result').startsWith('Refunded €55.20 is going back'), tag.acts]).to.deep.equal([true, []]);
  });

  it('says that the shop cannot be reached, and goes on', async () => {
    page.server.answers(json({}, 503));
    const tag = await panel({ 'help-url': 'https://shop.example/help' });
    await settle();
    expect(tag.text('result')).to.contain('We can’t reach the shop just now We keep trying.');
    expect([tag.acts, tag.names]).to.deep.equal([['Ask the shop'], ['payment-status', 'payment-error network']]);
    page.server.nowAnswers({ status: 'paid' });
    await page.time.advance(60_000);
    expect(tag.element.status).to.equal('paid');
  });

  it('after a reload nobody who may have paid is led back to the button', async () => {
    page.server.answers({ status: 'processing' });
    const tag = await panel();
    await settle();
    expect(tag.element.status).to.equal('processing');
    tag.element.remove();
    await settle();
    page.server.nowAnswers('never');
    const anew = await panel();
    expect([anew.text('result'), anew.acts]).to.deep.equal([CHECKING, []]);
  });

  it('wrong attributes of the button do not keep it from telling what became of the payment', async () => {
    page.server.answers({ status: 'paid' });
    const tag = await panel({ amount: '12,50', currency: 'euro' });
    await settle();
    expect([tag.element.status, tag.part('amount')]).to.deep.equal(['paid', null]);
  });

  it('an answer that is none changes nothing', async () => {
    page.server.answers({ status: 'completed' });
    const tag = await panel();
    await settle();
    expect([tag.element.status, tag.acts, tag.count('payment-error bad-response')]).to.deep.equal(['pending', [], 1]);
  });

  it('says that no money moves, and speaks the language of its place', async () => {
    page.server.answers({ status: 'pending' });
    const tag = await panel({ sandbox: '' }, 'de');
    await settle();
    expect(tag.text('sandbox')).to.match(/^Testmodus/);
    expect(tag.text('header')).to.equal('Mit OKPAY bezahlen 55,20\u00a0€ Example Home · Bestellung ORD-2207'.replace('\u00a0', ' '));
    expect(tag.acts).to.deep.equal(['Ich habe nicht bezahlt: zurück zum Knopf']);
  });
});
