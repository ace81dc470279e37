import { expect } from '@open-wc/testing';
import '../../src/define/octopus-pay.ts';
import { nothing } from 'lit';
import { fewActions } from '../../src/ui/few-actions.ts';
import type { PaymentElement } from '../../src/ui/payment-element.ts';
import { paymentFromCheckout } from '../../src/formats/octopus-link.ts';
import type { Payment } from '../../src/formats/payment.ts';
import { json, pageOfEachTest, settle, STATUS_URL, type Tag } from './pix-qr-harness.ts';

const page = pageOfEachTest();
before(() => customElements.whenDefined('octopus-pay'));

const TOKEN = 'zjsdhd3';
const URI = `octopus://payment?token=${TOKEN}`;
const LANDING = `https://web-test.online.octopus.com.hk/oos/payment/?token=${TOKEN}`;
const GIVEN = { token: TOKEN, 'octopus-uri': URI, 'landing-url': LANDING, amount: '128.50', merchant: 'Example Tea' };
const OCTOPUS = { token: TOKEN, octopusUri: URI, landingUrl: LANDING };

const AGENTS = {
  android: ['Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36', 5, false],
  'an Android tablet': ['Mozilla/5.0 (Linux; Android 14; Pixel Tablet) AppleWebKit/537.36 Chrome/126.0 Safari/537.36', 5, false],
  'an Android tablet with a mouse': ['Mozilla/5.0 (Linux; Android 14; Pixel Tablet) AppleWebKit/537.36 Chrome/126.0 Safari/537.36', 5, true],
  iphone: ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1', 5, false],
  'an iPad that says it is a Mac': ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15', 5, false],
  mac: ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15', 0, true],
  'Facebook on an iPhone': ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/470.0]', 5, false],
  'Instagram on Android': ['Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 Version/4.0 Chrome/126.0 Mobile Safari/537.36 Instagram 330.0', 5, false],
  'Line on an iPhone': ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari Line/14.9.0', 5, false],
  'WeChat on Android': ['Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.49', 5, false],
} as const;
type Device = keyof typeof AGENTS;
const INSIDE = ['Facebook on an iPhone', 'Instagram on Android', 'Line on an iPhone', 'WeChat on Android'] as const;

const media = globalThis.matchMedia;
/** What the page says of the device it is on, until the test is over. */
function on(name: Device): void {
  const [userAgent, maxTouchPoints, fine] = AGENTS[name];
  Object.defineProperty(navigator, 'userAgent', { configurable: true, value: userAgent });
  Object.defineProperty(navigator, 'maxTouchPoints', { configurable: true, value: maxTouchPoints });
  globalThis.matchMedia = (query) => (query.includes('pointer') ? ({ matches: fine } as MediaQueryList) : media(query));
}
afterEach(() => {
  delete (navigator as { userAgent?: unknown }).userAgent;
  delete (navigator as { maxTouchPoints?: unknown }).maxTouchPoints;
  globalThis.matchMedia = media;
});

/** A press leaves the page of the tests where it is. */
const stays = (event: Event) => event.preventDefault();
async function octopus(device: Device, attributes: Record<string, string> = GIVEN, payment?: Payment): Promise<Tag> {
  on(device);
  const tag = await page.tag(attributes, { as: 'octopus-pay', before: (element) => payment && Object.assign(element, { payment }) });
  tag.element.addEventListener('payment-open', stays);
  return tag;
}
const APP = 'Open the Octopus app';
const INSTEAD = 'Pay on the web page instead';
const WEB = 'Pay on the web page';
const link = (tag: Tag, words: string) => [...tag.root.querySelectorAll('a')].find(({ textContent }) => textContent.trim() === words);
/** The main button. */
const main = (tag: Tag) => tag.root.querySelector('.main')?.textContent.trim();

describe('<octopus-pay>: the right way for the device', () => {
  for (const device of ['mac', 'an Android tablet with a mouse'] as const) {
    it(`on ${device}: the code, and the landing page beside it`, async () => {
      const tag = await octopus(device);
      expect([tag.element.status, Boolean(tag.symbol), link(tag, 'Open the payment page')?.href]).to.deep.equal(['pending', true, LANDING]);
      expect(tag.text()).to.contain('HK$128.50').and.contain('Scan the code with your phone.').and.contain('No phone at hand?');
      expect(link(tag, APP)).to.equal(undefined);
    });
  }

  describe('what can be done besides', () => {
    const share = (can: boolean) => Object.defineProperty(navigator, 'canShare', { configurable: true, value: can ? () => true : undefined });
    afterEach(() => delete (navigator as { canShare?: unknown }).canShare);

    for (const [says, can, help, row] of [
      ['no row where the browser does not share and the page offers no help', false, '', false],
      ['a row where the browser shares', true, '', true],
      ['a row where the page offers help', false, '/help', true],
    ] as const) {
      it(`${says}, and the same room for it before`, async () => {
        share(can);
        // Before the rest of the tag is fetched.
        const early = Object.assign(document.createElement('p'), { helpUrl: help }) as unknown as PaymentElement;
        expect(fewActions(early) !== nothing).to.equal(row);
        const tag = await octopus('mac', { ...GIVEN, ...(help && { 'help-url': help }) });
        expect(Boolean(tag.root.querySelector('[part=actions]'))).to.equal(row);
      });
    }
  });

  it('desktop="landing": the landing page alone, and nothing to print', async () => {
    const tag = await octopus('mac', { ...GIVEN, desktop: 'landing' });
    expect([tag.symbol, main(tag), link(tag, 'Open the payment page')?.href]).to.deep.equal([null, 'Open the payment page', LANDING]);
    expect(tag.text('steps')).to.contain('Scan its code with the Octopus app.');
    await tag.element.print();
    expect(document.querySelector('paytags-paper')).to.equal(null);
    await tag.set({ desktop: null });
    expect(Boolean(tag.symbol)).to.equal(true);
  });

  it('desktop="qr" is told, and counts as left out', async () => {
    const tag = await octopus('mac', { ...GIVEN, desktop: 'qr' });
    expect([Boolean(tag.symbol), tag.count('payment-error invalid-attribute')]).to.deep.equal([true, 1]);
  });

  for (const device of ['android', 'an Android tablet'] as const) {
    it(`on ${device}: the address that the provider gave`, async () => {
      const given = `${URI}&from=checkout`;
      const tag = await octopus(device, { ...GIVEN, 'octopus-uri': given, 'ios-url': 'octopus-hk://pay/{token}' });
      expect([main(tag), link(tag, APP)?.href, link(tag, INSTEAD)?.href, tag.symbol]).to.deep.equal([APP, given, LANDING, null]);
    });
  }

  for (const device of ['iphone', 'an iPad that says it is a Mac'] as const) {
    it(`on ${device}: the address of the template`, async () => {
      const tag = await octopus(device, { ...GIVEN, token: 'a b&c', 'octopus-uri': 'octopus://payment?token=other' });
      expect([main(tag), link(tag, APP)?.href, link(tag, INSTEAD)?.href]).to.deep.equal([APP, 'octopus://payment?token=a%20b%26c', LANDING]);
      await tag.set({ 'ios-url': 'octopus-hk://pay/{token}' });
      expect(link(tag, APP)?.href).to.equal('octopus-hk://pay/a%20b%26c');
    });
  }

  it('a template without its marker is told, and the usual one taken', async () => {
    const tag = await octopus('iphone', { ...GIVEN, 'ios-url': 'octopus://payment?token=%s' });
    expect([link(tag, APP)?.href, tag.count('payment-error invalid-attribute')]).to.deep.equal([URI, 1]);
  });

  it('a template that runs script leaves the landing page', async () => {
    const tag = await octopus('iphone', { ...GIVEN, 'octopus-uri': '', 'ios-url': 'javascript:pay("{token}")' });
    expect([link(tag, APP), main(tag), link(tag, WEB)?.href, tag.count('payment-error unsafe-url')]).to.deep.equal([undefined, WEB, LANDING, 1]);
  });

  for (const device of INSIDE) {
    it(`in ${device}: the landing page first at once, in the same tab, and a hint`, async () => {
      const tag = await octopus(device);
      expect([main(tag), link(tag, WEB)?.target, Boolean(link(tag, APP))]).to.deep.equal([WEB, '_self', true]);
      expect(tag.text()).to.contain('You are inside another app').and.contain('open this page in your browser');
    });
  }

  it('in a browser of its own the landing page opens another tab, so that this one shows the result', async () => {
    const tag = await octopus('iphone');
    const { target, rel } = link(tag, INSTEAD)!;
    expect([target, rel]).to.deep.equal(['_blank', 'noopener']);
  });

  it('the token alone opens the app; the landing page alone is enough on every device', async () => {
    for (const [device, href] of [['android', URI], ['iphone', URI]] as const) expect(link(await octopus(device, { token: TOKEN }), APP)?.href).to.equal(href);
    for (const device of ['mac', 'android', 'iphone'] as const) {
      const tag = await octopus(device, { 'landing-url': LANDING });
      expect([tag.element.status, tag.symbol, main(tag)]).to.deep.equal(['pending', null, device === 'mac' ? 'Open the payment page' : WEB]);
    }
  });
});

describe('<octopus-pay>: the press', () => {
  it('nothing opens by itself; the press is told, and the landing page stays', async () => {
    page.server.answers({ status: 'pending' });
    const tag = await octopus('android', { ...GIVEN, 'status-url': STATUS_URL });
    await page.time.advance(5_000);
    expect([tag.count('payment-open'), tag.part('status')]).to.deep.equal([0, null]);
    await tag.press(APP);
    expect([tag.count('payment-open'), tag.last('payment-open')['url']]).to.deep.equal([1, URI]);
    expect(tag.text('status')).to.contain('Waiting for the Octopus app');
    expect([main(tag), Boolean(link(tag, INSTEAD))]).to.deep.equal(['Open the app again', true]);
  });

  it('a page that is still in front makes the landing page the main button, and says so aloud', async () => {
    const tag = await octopus('iphone');
    await tag.press(APP);
    const app = link(tag, 'Open the app again');
    await page.time.advance(2_600);
    expect(tag.text()).to.contain('Did nothing open?');
    expect(tag.said).to.contain('Did nothing open?');
    expect([main(tag), link(tag, 'Try the app again')]).to.deep.equal([WEB, app]);
    await tag.press('Try the app again');
    expect([main(tag), tag.count('payment-open')]).to.deep.equal(['Open the app again', 2]);
  });

  it('a page that was left for the app says nothing of the kind', async () => {
    const tag = await octopus('iphone');
    await tag.press(APP);
    await page.show(true);
    await page.time.advance(5_000);
    await page.show(false);
    expect(tag.text()).to.contain('Waiting for the Octopus app').and.not.to.contain('Did nothing open?');
  });

  it('the landing page is told too, and may be kept shut', async () => {
    const tag = await octopus('mac');
    await tag.press('Open the payment page');
    expect([tag.last('payment-open')['url'], tag.last('payment-open').defaultPrevented]).to.deep.equal([LANDING, true]);
  });

  it('leaves no timer when the tag goes', async () => {
    const tag = await octopus('android');
    await tag.press(APP);
    tag.element.remove();
    await settle();
    expect(page.time.timers).to.equal(0);
  });
});

describe('<octopus-pay>: what is taken', () => {
  it('Checkout.com’s own answer; given again after the end it takes nothing back', async () => {
    const answer = { id: 'pay_1', status: 'Pending', processing: { token: TOKEN, octopus_uri: URI, landing_url: LANDING } };
    const tag = await octopus('mac', { amount: '128.50', 'status-url': STATUS_URL }, paymentFromCheckout(answer));
    expect([tag.element.status, Boolean(tag.symbol), link(tag, 'Open the payment page')?.href]).to.deep.equal(['pending', true, LANDING]);
    page.server.answers(json({ status: 'paid' }));
    await tag.element.refresh();
    tag.element.payment = paymentFromCheckout(answer);
    await settle();
    expect([tag.element.status, tag.count('payment-paid')]).to.deep.equal(['paid', 1]);
  });

  it('asks for it in Hong Kong dollars, by a press', async () => {
    page.server.nowAnswers(json({ status: 'pending', statusUrl: '/payments/new', octopus: OCTOPUS, amount: '128.50', currency: 'HKD' }, 201), { status: 'pending' });
    const tag = await octopus('android', { 'create-url': '/payments', amount: '128.50', 'return-url': '/cart?order=1' });
    expect(page.server.asked.length).to.equal(0);
    await tag.press('Pay with Octopus');
    const { method, currency, amount, returnUrl } = JSON.parse(await page.server.asked[0]!.request.clone().text()) as Record<string, string>;
    expect([method, currency, amount, link(tag, APP)?.href]).to.deep.equal(['octopus', 'HKD', '128.50', URI]);
    expect(returnUrl).to.equal(new URL('/cart?order=1', document.baseURI).href);
  });

  for (const [lang, words] of [['en', 'It pays in steps of 10 cents, and HK$128.53 is in between.'], ['zh-HK', '八達通付款以 10 仙為單位，而 HK$128.53 並不符合。']] as const) {
    it(`an amount between the steps of 10 cents is said before anything is asked for (${lang})`, async () => {
      on('android');
      const tag = await page.tag({ 'create-url': '/payments', amount: '128.53' }, { as: 'octopus-pay', lang });
      await tag.element.create();
      expect(tag.text()).to.contain(words);
      expect([page.server.asked.length, tag.count('payment-error invalid-attribute'), tag.root.querySelector('form')]).to.deep.equal([0, 1, null]);
      await tag.set({ amount: '128.50' });
      expect(tag.root.querySelector('form')).not.to.equal(null);
    });
  }

  for (const [what, attributes, code] of [
    ['another currency', { currency: 'EUR' }, 'invalid-attribute'],
    ['an amount of one decimal', { amount: '128.5' }, 'invalid-attribute'],
    ['nothing at all', { amount: '0.00' }, 'invalid-attribute'],
    ['a token with a control character', { token: 'a\u0007' }, 'invalid-code'],
    ['an address that turns text around', { 'octopus-uri': 'octopus://\u202e' }, 'invalid-code'],
    ['an address that is too long', { 'octopus-uri': `octopus://${'a'.repeat(512)}` }, 'invalid-code'],
  ] as const) {
    it(`not ${what}`, async () => {
      const tag = await octopus('mac', { ...GIVEN, ...attributes });
      expect([tag.symbol, tag.count(`payment-error ${code}`), tag.element.status]).to.deep.equal([null, 1, 'idle']);
    });
  }
});

describe('<octopus-pay>: addresses in an answer', () => {
  const created = async (device: Device, changed: Partial<typeof OCTOPUS>, attributes = {}): Promise<Tag> => {
    page.server.nowAnswers(json({ status: 'pending', statusUrl: '/payments/new', octopus: { ...OCTOPUS, ...changed } }, 201), { status: 'pending' });
    const tag = await octopus(device, { 'create-url': '/payments', amount: '128.50', reference: JSON.stringify([device, changed, attributes]).slice(0, 128), ...attributes });
    await tag.press('Pay with Octopus');
    return tag;
  };

  for (const host of ['https://web.online.octopus.com.hk', 'https://web-test.online.octopus.com.hk', location.origin]) {
    it(`the landing page may stand at ${host.startsWith('https') ? host : 'the page’s own origin'}`, async () => {
      const tag = await created('android', { landingUrl: `${host}/oos/payment/?token=1` });
      expect([link(tag, INSTEAD)?.href, tag.count('payment-error unsafe-url')]).to.deep.equal([`${host}/oos/payment/?token=1`, 0]);
    });
  }

  for (const landingUrl of ['https://online.octopus.com.hk/', 'https://web.online.octopus.com.hk.evil.example/', 'https://gwc.ckotech.co/payments/1', 'javascript:alert(1)', 'https://web.online.octopus.com.hk@evil.example/']) {
    it(`not at ${landingUrl}`, async () => {
      const tag = await created('android', { landingUrl });
      expect([link(tag, INSTEAD), tag.count('payment-error unsafe-url'), main(tag)]).to.deep.equal([undefined, 1, APP]);
    });
  }

  it('at another that the page allows', async () => {
    const tag = await created('android', { landingUrl: 'https://pay.example/1' }, { 'allow-origins': 'https://pay.example' });
    expect(link(tag, INSTEAD)?.href).to.equal('https://pay.example/1');
  });

  for (const octopusUri of ['intent://payment#Intent;scheme=octopus;end', 'https://evil.example/', 'okto://1']) {
    it(`the app is opened by its token instead of ${octopusUri}, which is no code either`, async () => {
      const tag = await created('android', { octopusUri });
      expect([link(tag, APP)?.href, tag.count('payment-error unsafe-url')]).to.deep.equal([URI, 1]);
      const desk = await created('mac', { octopusUri });
      const right = await octopus('mac');
      expect(desk.symbol?.innerHTML).to.equal(right.symbol?.innerHTML);
    });
  }
});
