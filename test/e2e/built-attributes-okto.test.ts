import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { sharedBrowser } from './browser.ts';
import { BuiltSite, Visit } from './built-site.ts';

/** What shows that an attribute is alive. */
interface Row {
  /** The other attributes of the tag. */
  readonly beside: Readonly<Record<string, string>>;
  readonly value: string;
  /** Script that is true, of `tag`, exactly while the attribute has this value; it may bring about what is to be seen. */
  readonly seen: string;
  /** Where what has begun is not taken back by taking the attribute away. */
  readonly stays?: boolean;
}

const reads = (text: string): string => `words(tag).includes(${JSON.stringify(text)})`;
const links = (href: string): string => `tag.shadowRoot.querySelector('a[href=${JSON.stringify(href)}]') !== null`;
const ends = (status: string): string => `(tag.status === '${status}' || (tag.payment = { ...tag.payment, status: '${status}' }))`;
const DRAWN = `tag.shadowRoot.querySelector('[part~="symbol"]') !== null`;
const HELP = 'https://shop.example/help';

/** What is further away than a day is not counted. */
const IN_AN_HOUR = new Date(Date.now() + 3_600_000).toISOString();

/** One row an attribute that both have. */
const shared = (code: Row['beside'], answered: object): Record<string, Row> => ({
  'status-url': { beside: code, value: '/status/processing', seen: `tag.refresh().then(() => tag.status === 'processing')`, stays: true },
  'events-url': { beside: code, value: '/events', seen: `tag.eventsUrl === '/events'` },
  'create-url': { beside: {}, value: '/payments', seen: `tag.shadowRoot.querySelector('form') !== null` },
  'expires-at': { beside: code, value: IN_AN_HOUR, seen: `tag.shadowRoot.querySelector('[role="timer"]') !== null` },
  amount: { beside: code, value: '12.90', seen: reads('€12.90') },
  currency: { beside: { ...code, amount: '12.90', currency: '' }, value: 'EUR', seen: reads('€12.90') },
  reference: { beside: code, value: 'ORD-5023', seen: reads('ORD-5023') },
  merchant: { beside: code, value: 'Padaria', seen: reads('Padaria') },
  'help-url': { beside: code, value: HELP, seen: links(HELP) },
  'success-url': { beside: code, value: 'https://shop.example/thanks', seen: `${ends('paid')} && ${links('https://shop.example/thanks')}`, stays: true },
  'failure-url': { beside: code, value: '/sorry', seen: `${ends('failed')} && redirects.some((url) => url.endsWith('/sorry'))`, stays: true },
  'allow-origins': {
    beside: { 'create-url': `/x/${encodeURIComponent(JSON.stringify({ ...answered, statusUrl: 'https://pay.example/1' }))}` },
    value: 'https://pay.example',
    seen: `tag.create().then(() => tag.status === 'pending')`,
    stays: true,
  },
  sandbox: { beside: code, value: '', seen: reads('Test mode: no money moves') },
});

const VOUCHER = { 'package-id': '8055348521276', 'payment-code': '1234567' };
const CODE = { code: 'okto-payment-1' };
const TOKEN = { token: 'zjsdhd3', currency: '' };
const LANDING = 'https://web.online.octopus.com.hk/oos/payment/?token=zjsdhd3';

const PAGE = { url: 'https://pay.example/p/1' };
const VIETNAM = { 'create-url': '/payments', currency: 'VND' };

const ROWS: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  'okpay-collect': {
    ...shared(PAGE, { status: 'pending', okpayCollect: { url: '/pay/1' } }),
    amount: { beside: PAGE, value: '12.90', seen: reads('EUR 12.90') },
    currency: { beside: { ...PAGE, amount: '12.90', currency: '' }, value: 'EUR', seen: reads('EUR 12.90') },
    url: { beside: {}, value: PAGE.url, seen: links(PAGE.url) },
    upi: { beside: { currency: 'INR' }, value: 'upi://pay?pa=shop@upi', seen: `${DRAWN} && ${links('upi://pay?pa=shop@upi')}` },
    country: { beside: { 'create-url': '/payments' }, value: 'PK', seen: reads('CNIC') },
    'pay-type': { beside: { ...VIETNAM, banks: 'VCB, ACB' }, value: 'BANK_QR', seen: reads('Your bank') },
    banks: { beside: { ...VIETNAM, 'pay-type': 'BANK_QR' }, value: 'VCB: Vietcombank', seen: reads('Vietcombank') },
    'return-url': { beside: VIETNAM, value: '/back', seen: `tag.wish().returnUrl === location.origin + '/back'` },
    target: { beside: PAGE, value: '_top', seen: `tag.shadowRoot.querySelector('a[target="_top"]') !== null` },
    'allow-schemes': { beside: PAGE, value: 'app', seen: `tag.allowSchemes === 'app'` },
  },
  'okto-cash-barcode': {
    ...shared(VOUCHER, { status: 'pending', oktoCash: { packageId: '8055348521276', paymentCode: '1234567' } }),
    'package-id': { beside: { 'payment-code': '1234567' }, value: '8055348521276', seen: DRAWN },
    'payment-code': { beside: { 'package-id': '8055348521276' }, value: '1234567', seen: DRAWN },
    'gs1-pattern': { beside: VOUCHER, value: '(01)0{packageId}(10){paymentCode}', seen: reads('(10)1234567') },
    amounts: { beside: { 'create-url': '/payments' }, value: '10.00 25.00', seen: reads('€25.00') },
    'terms-url': { beside: { 'create-url': '/payments' }, value: 'https://shop.example/terms', seen: links('https://shop.example/terms') },
    'store-finder-url': { beside: VOUCHER, value: 'https://shop.example/find', seen: links('https://shop.example/find') },
    // Nothing in an answer is a link here.
    'allow-schemes': { beside: VOUCHER, value: 'app', seen: `tag.allowSchemes === 'app'` },
  },
  'okto-wallet-qr': {
    ...shared(CODE, { status: 'pending', oktoWallet: { code: 'okto-payment-1' } }),
    code: { beside: {}, value: 'okto-payment-1', seen: DRAWN },
    'app-url': { beside: CODE, value: 'okto://pay/1', seen: links('okto://pay/1') },
    'app-store-url': { beside: CODE, value: 'https://apps.apple.example/okto', seen: links('https://apps.apple.example/okto') },
    'play-store-url': { beside: CODE, value: 'https://play.example/okto', seen: `android(tag).then(() => ${links('https://play.example/okto')})` },
    'allow-schemes': {
      beside: { 'create-url': `/x/${encodeURIComponent(JSON.stringify({ status: 'pending', oktoWallet: { code: 'okto-payment-1', appUrl: 'okto://pay/2' } }))}` },
      value: 'okto',
      seen: `(tag.status === 'pending' ? Promise.resolve() : tag.create()).then(() => ${links('okto://pay/2')})`,
    },
  },
  'octopus-pay': {
    ...shared(TOKEN, { status: 'pending', octopus: { token: 'zjsdhd3', octopusUri: 'octopus://payment?token=zjsdhd3', landingUrl: LANDING } }),
    'create-url': { beside: { currency: '' }, value: '/payments', seen: `tag.shadowRoot.querySelector('form') !== null` },
    'expires-at': { beside: TOKEN, value: new Date(Date.now() + 60_000).toISOString(), seen: `tag.shadowRoot.querySelector('[role="timer"]') !== null` },
    amount: { beside: TOKEN, value: '12.90', seen: reads('HK$12.90') },
    currency: { beside: TOKEN, value: 'EUR', seen: reads('This payment can’t be started') },
    token: { beside: { currency: '' }, value: 'zjsdhd3', seen: links('octopus://payment?token=zjsdhd3') },
    'octopus-uri': { beside: TOKEN, value: 'octopus://payment?token=other', seen: `android(tag).then(() => ${links('octopus://payment?token=other')})` },
    'landing-url': { beside: TOKEN, value: LANDING, seen: links(LANDING) },
    'ios-url': { beside: TOKEN, value: 'octopus-hk://{token}', seen: links('octopus-hk://zjsdhd3') },
    desktop: { beside: { ...TOKEN, 'landing-url': LANDING }, value: 'landing', seen: `desk(tag).then(() => !(${DRAWN}))` },
    'return-url': { beside: TOKEN, value: '/back', seen: `tag.wish().returnUrl === location.origin + '/back'` },
    'app-store-url': { beside: TOKEN, value: 'https://apps.apple.example/octopus', seen: links('https://apps.apple.example/octopus') },
    'play-store-url': { beside: TOKEN, value: 'https://play.example/octopus', seen: `android(tag).then(() => ${links('https://play.example/octopus')})` },
    'allow-origins': {
      beside: { currency: '', 'create-url': `/x/${encodeURIComponent(JSON.stringify({ status: 'pending', octopus: { token: 'x', octopusUri: 'octopus://x', landingUrl: 'https://pay.example/1' } }))}` },
      value: 'https://pay.example',
      seen: `(tag.status === 'pending' ? Promise.resolve() : tag.create()).then(() => ${links('https://pay.example/1')})`,
    },
    'allow-schemes': {
      beside: { currency: '', 'create-url': `/x/${encodeURIComponent(JSON.stringify({ status: 'pending', octopus: { token: 'x', octopusUri: 'oct://1', landingUrl: LANDING } }))}` },
      value: 'oct',
      seen: `android(tag).then(() => tag.status === 'pending' || tag.create()).then(() => ${links('oct://1')})`,
    },
  },
};

/** Runs before any script of the page. */
const LIVE = `
  globalThis.device = 'iPhone';
  Object.defineProperty(navigator, 'userAgent', { get: () => device });
  globalThis.redirects = [];
  const later = setTimeout;
  globalThis.setTimeout = (task, ms) => later(task, ms === 3000 ? 0 : ms);
  addEventListener('payment-redirect', (event) => { event.preventDefault(); redirects.push(event.url); });
  globalThis.android = async (tag) => { device = 'Android Mobile'; tag.requestUpdate(); await tag.updateComplete; };
  globalThis.desk = async (tag) => { device = 'X11'; tag.requestUpdate(); await tag.updateComplete; };
  globalThis.words = (tag) => tag.shadowRoot.textContent.replace(/\\s+/g, ' ');
  const until = async (tag, seen, wanted) => {
    for (const end = Date.now() + 8000; Date.now() < end; await new Promise(requestAnimationFrame)) {
      await tag.updateComplete;
      if (Boolean(await seen(tag)) === wanted) return true;
    }
    return false;
  };
  /** What one attribute does wrong; empty where nothing is. */
  globalThis.lives = async (name, attribute, { beside, value, stays }, seen) => {
    sessionStorage.clear();
    device = 'iPhone';
    const tag = document.createElement(name);
    for (const [other, text] of Object.entries({ currency: 'EUR', ...beside })) tag.setAttribute(other, text);
    if (attribute === 'currency') tag.removeAttribute('currency');
    document.body.append(tag);
    await tag.refresh();
    await tag.updateComplete;
    const wrong = [];
    if (!stays && (await seen(tag))) wrong.push('is seen before it is set');
    tag.setAttribute(attribute, value);
    if (!(await until(tag, seen, true))) wrong.push('takes no effect: ' + words(tag));
    if (!stays) {
      tag.removeAttribute(attribute);
      if (!(await until(tag, seen, false))) wrong.push('is not taken back: ' + words(tag));
      tag.setAttribute(attribute, value);
      if (!(await until(tag, seen, true))) wrong.push('takes no effect again: ' + words(tag));
    }
    tag.remove();
    return wrong;
  };
`;

describe('every attribute of the tags of OKTO, of Octopus and of Collect, on the built files', () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await BuiltSite.open((path) => (path.startsWith('/x/') ? Response.json(JSON.parse(decodeURIComponent(path.slice(3))), { status: 201 }) : undefined));
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  for (const [name, rows] of Object.entries(ROWS)) {
    it(`each of <${name}> has a row here, takes effect whenever it is set, and no more when it is taken away`, async () => {
      const visit = await Visit.of(browser, site.page({ body: `<${name}></${name}>` }), {}, async (page) => void (await page.addInitScript({ content: LIVE })));
      try {
        await visit.page.evaluate(`customElements.whenDefined('${name}').then(() => document.querySelector('${name}').remove())`);
        const names = await visit.page.evaluate<string[]>(`customElements.get('${name}').observedAttributes`);
        assert.deepEqual(names.sort(), [...Object.keys(rows), 'status'].sort());
        const wrong: unknown[] = [];
        for (const [attribute, row] of Object.entries(rows)) {
          const found = await visit.page.evaluate<string[]>(`lives('${name}', '${attribute}', ${JSON.stringify(row)}, async (tag) => ${row.seen})`);
          wrong.push(...found.map((what) => `${attribute} ${what}`));
        }
        assert.deepEqual(wrong, []);
        assert.deepEqual(await visit.violations(), []);
      } finally {
        await visit.leave();
      }
    });
  }
});
