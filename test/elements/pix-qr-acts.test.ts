import { expect } from '@open-wc/testing';
import { CODE, pageOfEachTest, STATUS_URL, type Tag } from './pix-qr-harness.ts';

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
    ['pending', {}, ['Copy code']],
    ['pending', { 'help-url': HELP }, ['Copy code', 'Help']],
    ['pending', { 'create-url': '/payments' }, ['Copy code']],
    ['processing', { 'create-url': '/payments' }, []],
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
