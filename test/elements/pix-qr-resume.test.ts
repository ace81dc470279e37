import { expect } from '@open-wc/testing';
import { CODE, DYNAMIC_CODE, json, OPEN_CODE, pageOfEachTest, settle, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();

/** A status address that this page has not asked before: what it remembers of one is from before a reload. */
let orders = 0;
const order = () => `/payments/resumed-${++orders}`;

/** What the tab remembers from before the page was loaded. */
function remembers(name: string, payment: Record<string, unknown>, ageMs = 5_000): void {
  sessionStorage.setItem(`paytags ${name}`, JSON.stringify({ payment, pace: { ageMs: 60_000, burstsMs: [] }, at: Date.now() - ageMs }));
}
const absolute = (url: string) => new URL(url, location.href).href;
const created = (reference: string, amount = '') => `created pix ${absolute('/payments')} ${reference} ${amount} BRL`;

/** As the browser says how the page was come to. */
function visited(type: string): void {
  Object.defineProperty(performance, 'getEntriesByType', { configurable: true, value: () => [{ type }] });
}
afterEach(() => void delete (performance as { getEntriesByType?: unknown }).getEntriesByType);

const stored = () => Object.keys(sessionStorage).map((key) => `${key} ${sessionStorage.getItem(key)}`).join('\n');

describe('<pix-qr>: after a reload', () => {
  it('a code that was pending stands at once, is being checked, and is asked about at once', async () => {
    const url = order();
    remembers(absolute(url), { status: 'pending' });
    const answer = page.server.holds();
    const tag = await page.tag({ code: CODE, 'status-url': url });
    expect(page.server.asked).to.have.length(1);
    expect([tag.symbol === null, tag.text('status')]).to.deep.equal([false, 'Checking with the shop…']);
    expect(tag.said).to.equal('Checking with the shop…');
    answer({ status: 'pending' });
    await settle();
    expect([tag.text('status'), tag.names]).to.deep.equal(['Waiting for your payment', ['payment-status']]);
  });

  for (const status of ['paid', 'processing', 'expired', 'failed', 'canceled', 'refunded']) {
    it(`a code that was ${status} is not shown, and nothing is claimed, before the server has said so`, async () => {
      const url = order();
      remembers(absolute(url), { status });
      const answer = page.server.holds();
      const tag = await page.tag({ code: CODE, 'status-url': url });
      expect([tag.symbol, tag.part('code'), tag.text('status')]).to.deep.equal([null, null, 'Checking with the shop…']);
      expect(tag.names).to.deep.equal(['payment-status']);
      answer({ status });
      await settle();
      expect([tag.element.status, tag.symbol]).to.deep.equal([status, null]);
    });
  }

  it('what it remembers as paid may still be wrong: the server’s word counts', async () => {
    const url = order();
    remembers(absolute(url), { status: 'paid' });
    const tag = await page.tag({ code: CODE, 'status-url': url });
    expect([tag.element.status, tag.symbol === null, tag.count('payment-paid')]).to.deep.equal(['pending', false, 0]);
  });

  it('while the server cannot be reached, what was over stays covered, and trouble is said', async () => {
    const url = order();
    remembers(absolute(url), { status: 'paid' });
    page.server.answers(new TypeError('Failed to fetch'));
    const tag = await page.tag({ code: CODE, 'status-url': url });
    await page.time.advance(20_000);
    expect([tag.symbol, tag.element.status]).to.deep.equal([null, 'pending']);
    expect(tag.text()).to.contain('We can’t reach the shop just now').and.contain('Checking with the shop…');
    page.server.nowAnswers({ status: 'paid' });
    await page.time.advance(30_000);
    expect([tag.element.status, tag.count('payment-paid')]).to.deep.equal(['paid', 1]);
  });

  it('goes on with the schedule instead of beginning it anew', async () => {
    const url = order();
    remembers(absolute(url), { status: 'pending' }, 600_000);
    await page.tag({ code: CODE, 'status-url': url });
    await page.time.advance(120_000);
    expect(page.server.asked.length, 'once at once, ten in a burst, then every 16 s').to.be.within(12, 18);
  });
});

describe('<pix-qr>: a payment that was created here', () => {
  const ANSWER = { status: 'pending', id: 'abc', amount: '100.99', currency: 'BRL', reference: 'A-1', message: 'for Ana', pix: { code: CODE } };
  const ATTRIBUTES = { 'create-url': '/payments', amount: '100.99', reference: 'A-1' };

  async function create(url: string): Promise<Tag> {
    page.server.answers({ ...ANSWER, statusUrl: url }, { status: 'pending' });
    const tag = await page.tag({ ...ATTRIBUTES, ask: 'cpf' }, { before: (element) => (element.payer = { cpf: '52998224725' }) });
    await tag.element.create();
    await settle();
    return tag;
  }

  it('stands at once after a reload, is asked about before anything is claimed, and is not created again', async () => {
    const url = order();
    remembers(created('A-1', '100.99'), { ...ANSWER, statusUrl: absolute(url) });
    remembers(absolute(url), { status: 'pending' });
    const answer = page.server.holds();
    const tag = await page.tag(ATTRIBUTES);
    expect([tag.symbol === null, tag.text('status'), tag.text('code').replace(/\s/g, '')]).to.deep.equal([false, 'Checking with the shop…', CODE.replace(/\s/g, '')]);
    expect(page.server.asked.map(({ method, url: asked }) => [method, asked])).to.deep.equal([['GET', absolute(url)]]);
    expect([tag.names, tag.last('payment-status')['source']]).to.deep.equal([['payment-status'], 'resume']);
    answer({ status: 'paid' });
    await settle();
    expect([tag.element.status, tag.names.slice(1)]).to.deep.equal(['paid', ['payment-status', 'payment-paid']]);
  });

  it('is remembered without what the shopper typed and without the server’s sentence', async () => {
    await create(order());
    expect(stored()).to.contain('A-1').and.contain(CODE);
    for (const secret of ['529', 'Ana', 'message']) expect(stored()).to.not.contain(secret);
  });

  for (const [what, kept] of [
    ['of another order', { reference: 'A-2' }],
    ['of another amount', { amount: '5.00' }],
  ] as const) {
    it(`${what} is another one`, async () => {
      await create(order());
      const tag = await page.tag({ ...ATTRIBUTES, ...kept });
      expect([tag.element.status, tag.symbol]).to.deep.equal(['idle', null]);
    });
  }

  for (const [last, type, resumed] of [
    ['pending', 'navigate', true], ['processing', 'navigate', true], ['paid', 'navigate', false], ['expired', 'navigate', false],
    ['paid', 'reload', true], ['expired', 'back_forward', true],
  ] as const) {
    it(`was ${last}, and the page was come to by ${type}: ${resumed ? 'shown again' : 'the shopper begins anew'}`, async () => {
      const url = order();
      remembers(created('A-1', '100.99'), { ...ANSWER, statusUrl: absolute(url) });
      remembers(absolute(url), { status: last });
      visited(type);
      page.server.answers({ status: last });
      const tag = await page.tag(ATTRIBUTES);
      expect(tag.element.status).to.equal(resumed ? last : 'idle');
    });
  }

  for (const [what, kept] of [
    ['no payment', { status: 'PAID' }],
    ['a code of another amount', { ...ANSWER, pix: { code: CODE.replace('100.99', '999.99') } }],
    ['a damaged code', { ...ANSWER, pix: { code: CODE.replace('CAFE', 'CAFF') } }],
    ['a status address elsewhere', { ...ANSWER, statusUrl: 'https://evil.example/paid' }],
    ['a status address that is script', { ...ANSWER, statusUrl: 'javascript:alert(1)' }],
    ['no status address', ANSWER],
  ] as const) {
    it(`remembered wrongly, ${what}: no code, and nobody else is asked`, async () => {
      remembers(created('A-1', '100.99'), 'statusUrl' in kept || kept === ANSWER ? kept : { ...kept, statusUrl: absolute(order()) });
      const tag = await page.tag(ATTRIBUTES);
      await page.time.advance(10_000);
      expect(tag.symbol).to.equal(null);
      expect(page.server.asked.filter(({ url }) => new URL(url).origin !== location.origin)).to.deep.equal([]);
    });
  }

  it('is too old after a day', async () => {
    const url = order();
    remembers(created('A-1', '100.99'), { ...ANSWER, statusUrl: absolute(url) }, 86_400_001);
    expect((await page.tag(ATTRIBUTES)).element.status).to.equal('idle');
  });

  it('a tag with a code of its own shows that', async () => {
    const url = order();
    remembers(created('A-1', ''), { ...ANSWER, amount: undefined, statusUrl: absolute(url) });
    const tag = await page.tag({ 'create-url': '/payments', reference: 'A-1', code: DYNAMIC_CODE });
    expect(tag.text('code').replace(/\s/g, '')).to.equal(DYNAMIC_CODE.replace(/\s/g, ''));
  });
});

describe('<pix-qr>: two tags on one payment', () => {
  it('ask once, and both are paid once', async () => {
    const url = order();
    const [one, two] = [await page.tag({ code: CODE, 'status-url': url }), await page.tag({ code: CODE, 'status-url': url })];
    await page.time.advance(10_000);
    expect(page.server.asked.length).to.be.within(5, 6);
    page.server.nowAnswers({ status: 'paid' });
    await page.time.advance(2_500);
    for (const tag of [one, two]) expect(tag.names).to.deep.equal(['payment-status', 'payment-status', 'payment-paid']);
    expect(page.server.mostAtOnce).to.equal(1);
  });

  it('a tag that comes later knows at once what the other one knows', async () => {
    const url = order();
    page.server.answers({ status: 'paid' });
    await page.tag({ code: CODE, 'status-url': url });
    await page.time.advance(2_500);
    const later = await page.tag({ code: CODE, 'status-url': url });
    expect([later.element.status, later.symbol]).to.deep.equal(['paid', null]);
  });

  it('one that leaves takes nothing from the other', async () => {
    const url = order();
    const [one, two] = [await page.tag({ code: CODE, 'status-url': url }), await page.tag({ code: OPEN_CODE, 'status-url': url })];
    one.element.remove();
    await settle();
    page.server.nowAnswers(json({ status: 'paid' }));
    await page.time.advance(4_000);
    expect(two.element.status).to.equal('paid');
  });
});
