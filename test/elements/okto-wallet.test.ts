import { expect } from '@open-wc/testing';
import { json, oktoPage, settle, STATUS_URL } from './okto-harness.ts';

const page = oktoPage();
const CODE = 'OKTO-9f8e7d6c5b4a39281706-24.90-EUR';
const STORES = { 'app-store-url': 'https://apps.example/okto', 'play-store-url': 'https://play.example/okto' };
const CODED = { code: CODE, amount: '24.90', merchant: 'Example Books', 'app-url': 'okto://approve/1', ...STORES };

const AGENTS = {
  android: ['Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36', 5],
  iphone: ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1', 5],
  ipad: ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15', 5],
  mac: ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15', 0],
} as const;

/** What the page says of the device it is on, until the test is over. */
function device(name: keyof typeof AGENTS): void {
  const [userAgent, maxTouchPoints] = AGENTS[name];
  Object.defineProperty(navigator, 'userAgent', { configurable: true, value: userAgent });
  Object.defineProperty(navigator, 'maxTouchPoints', { configurable: true, value: maxTouchPoints });
}
afterEach(() => {
  delete (navigator as { userAgent?: unknown }).userAgent;
  delete (navigator as { maxTouchPoints?: unknown }).maxTouchPoints;
});

const OPEN = 'Approve in the OKTO app';
const stays = (event: Event) => event.preventDefault();

describe('<okto-wallet-qr>: the code and the app', () => {
  it('on a desktop: the code, its steps and both stores, and no button to an app that is not here', async () => {
    device('mac');
    const tag = await page.wallet(CODED);
    expect([tag.element.status, Boolean(tag.symbol), tag.acts.includes(OPEN)]).to.deep.equal(['pending', true, false]);
    expect(tag.text()).to.contain('Scan this code.').and.to.contain('Don’t have the app? App Store Google Play');
  });

  it('on a desktop the code stands there as text too, and by its button on the clipboard; on a phone the button to the app does', async () => {
    device('mac');
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text: string) => void copied.push(text) } });
    const tag = await page.wallet(CODED);
    expect(tag.root.querySelector('[part=code]')?.textContent).to.equal(CODE);
    await tag.press('Copy code');
    await settle();
    expect([copied, tag.count('payment-copy')]).to.deep.equal([[CODE], 1]);
    delete (navigator as { clipboard?: unknown }).clipboard;
    device('android');
    expect((await page.wallet(CODED)).acts).not.to.contain('Copy code');
  });

  it('a store or a shop finder that may not be followed is no link that does nothing: it is not there', async () => {
    device('mac');
    const tag = await page.wallet({ ...CODED, 'app-store-url': 'javascript:pwned()' });
    expect([...tag.root.querySelectorAll('.stores a')].map(({ textContent }) => textContent)).to.deep.equal(['Google Play']);
  });

  for (const [name, stores] of [['android', 'Google Play'], ['iphone', 'App Store'], ['ipad', 'App Store']] as const) {
    it(`on ${name}: a button to the app, its own store, and the code still there`, async () => {
      device(name);
      const tag = await page.wallet(CODED);
      const open = [...tag.root.querySelectorAll('a')].find(({ textContent }) => textContent === OPEN)!;
      expect([open.href, Boolean(tag.symbol)]).to.deep.equal(['okto://approve/1', true]);
      expect(tag.text()).to.contain(`Don’t have the app? ${stores}`).and.not.to.contain(name === 'android' ? 'App Store' : 'Google Play');
    });
  }

  it('on a phone without an address of the app: the code and its steps', async () => {
    device('android');
    const tag = await page.wallet({ ...CODED, 'app-url': '' });
    expect([tag.acts.includes(OPEN), Boolean(tag.symbol), tag.text().includes('Scan this code.')]).to.deep.equal([false, true, true]);
  });

  it('an address in an answer is followed only where the page allows its scheme', async () => {
    device('android');
    const created = { status: 'pending', statusUrl: '/payments/new', oktoWallet: { code: CODE, appUrl: 'okto://approve/2' } };
    for (const [allowed, opens] of [['', false], ['okto', true]] as const) {
      page.server.nowAnswers(json(created, 201), { status: 'pending' });
      const tag = await page.wallet({ 'create-url': '/payments', amount: '24.90', reference: `W-${allowed}`, 'allow-schemes': allowed });
      await tag.press('Get the code');
      expect([tag.element.status, tag.acts.includes(OPEN), tag.count('payment-error unsafe-url')]).to.deep.equal(['pending', opens, opens ? 0 : 1]);
      expect(Boolean(tag.symbol), 'the code is still there').to.equal(true);
    }
  });

  it('never follows script, whoever has written it', async () => {
    device('android');
    const tag = await page.wallet({ ...CODED, 'app-url': 'javascript:alert(1)' });
    expect([tag.acts.includes(OPEN), tag.count('payment-error unsafe-url')]).to.deep.equal([false, 1]);
  });
});

describe('<okto-wallet-qr>: the press', () => {
  it('tells the page, asks the server often for a while, and says what is waited for', async () => {
    device('android');
    page.server.answers({ status: 'pending' });
    const tag = await page.wallet({ ...CODED, 'status-url': STATUS_URL });
    tag.element.addEventListener('payment-open', stays);
    await tag.press(OPEN);
    expect([tag.count('payment-open'), tag.last('payment-open')['url']]).to.deep.equal([1, 'okto://approve/1']);
    expect(tag.text('status')).to.contain('Waiting for the OKTO app Come back here when you have approved.');
    expect(tag.text()).not.to.contain('Did nothing open?');
  });

  it('a page that is still in front offers what else there is', async () => {
    device('android');
    const tag = await page.wallet(CODED);
    tag.element.addEventListener('payment-open', stays);
    await tag.press(OPEN);
    await page.time.advance(2_600);
    expect(tag.text()).to.contain('Did nothing open?');
    expect([tag.acts.includes(OPEN), tag.acts.includes('Google Play'), Boolean(tag.symbol)]).to.deep.equal([true, true, true]);
  });

  it('a page that was left for the app says nothing of the kind', async () => {
    device('iphone');
    const tag = await page.wallet(CODED);
    tag.element.addEventListener('payment-open', stays);
    await tag.press(OPEN);
    await page.show(true);
    await page.time.advance(5_000);
    await page.show(false);
    expect(tag.text()).to.contain('Waiting for the OKTO app').and.not.to.contain('Did nothing open?');
  });

  it('another code has not been opened', async () => {
    device('android');
    const tag = await page.wallet(CODED);
    tag.element.addEventListener('payment-open', stays);
    await tag.press(OPEN);
    await tag.set({ code: `${CODE}-2` });
    expect(tag.text()).not.to.contain('Waiting for the OKTO app');
  });

  it('leaves no timer when the tag goes', async () => {
    device('android');
    const tag = await page.wallet(CODED);
    tag.element.addEventListener('payment-open', stays);
    await tag.press(OPEN);
    tag.element.remove();
    await settle();
    expect(page.time.timers).to.equal(0);
  });
});

describe('<okto-wallet-qr>: what must not be shown', () => {
  for (const [what, attributes] of [
    ['a code with a control character', { code: 'OKTO\u0007' }],
    ['a code that is too long', { code: 'A'.repeat(513) }],
    ['a code that turns text around', { code: 'OKTO\u202e123' }],
  ] as const) {
    it(what, async () => {
      const tag = await page.wallet({ ...CODED, ...attributes });
      expect([tag.symbol, tag.count('payment-error invalid-code'), tag.element.status]).to.deep.equal([null, 1, 'idle']);
    });
  }

  it('a payment that has failed offers to try again', async () => {
    page.server.answers(json({ status: 'failed' }));
    const tag = await page.wallet({ ...CODED, 'status-url': STATUS_URL, 'create-url': '/payments' });
    await tag.element.refresh();
    await settle();
    expect([tag.symbol, tag.element.status, tag.acts.includes('Get a new code')]).to.deep.equal([null, 'failed', true]);
  });
});
