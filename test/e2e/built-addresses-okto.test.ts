import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { sharedBrowser } from './browser.ts';
import { BuiltSite } from './built-site.ts';

interface Vector {
  readonly value: string;
  readonly page: string | null;
  readonly answer: string | null;
  readonly chromium?: string;
}

const table = JSON.parse(readFileSync(new URL('../vectors/addresses.json', import.meta.url), 'utf8')) as { base: string; origins: string[]; vectors: Vector[] };
const [SHOP = '', PAY = ''] = table.origins;
const sent = (href: string): string => href.replace(/#.*/s, '');
const PAGE = sent(table.base);
/** What an attribute can hold, and what Chromium makes of it. */
const VECTORS = table.vectors.filter(({ value }) => value.trim()).map(({ value, page, answer, chromium: made }) => ({ value, answer, page: made ?? page, written: value.trim() === value }));
/** What can be asked for: every other scheme is for links alone. */
const web = (href: string | null): string[] => (href?.startsWith('https:') ? [sent(href)] : []);

/** What one address has brought about, by the place where it was written. */
interface Outcome {
  /** Addresses of links, and where a press on each would have led. */
  readonly links: Readonly<Record<string, readonly (string | null)[]>>;
  readonly opened: Readonly<Record<string, readonly string[]>>;
  readonly redirects: readonly string[];
  /** The fields that were told as unsafe. */
  readonly told: Readonly<Record<string, readonly string[]>>;
  /** What was asked for. */
  readonly asked: Readonly<Record<string, readonly string[]>>;
}

/**
 * Runs before any script of the page: a tag for each place where an address can stand, all of them given the same address at once. Nobody
 * is really asked and the page is never left: what was about to be is noted.
 */
const WITNESS = `
  globalThis.pwns = 0;
  globalThis.pwned = () => { pwns++; };
  let told, redirects, opened, asked, created, device = '';
  const later = setTimeout;
  globalThis.setTimeout = (task, ms) => later(task, ms === 3000 ? 0 : ms);
  Object.defineProperty(navigator, 'userAgent', { get: () => device });
  const fetched = fetch;
  globalThis.fetch = async (input, init) => {
    const url = String(input.url ?? input);
    if (url.startsWith(location.origin + '/cdn/')) return fetched(input, init);
    asked.push(url);
    return new Response(JSON.stringify(created), { status: 201, headers: { 'content-type': 'application/json' } });
  };
  addEventListener('payment-error', ({ target, code, cause, message }) => code === 'unsafe-url' && (told[target.id] ??= []).push(/^[\\w-]+/.exec(message)[0]));
  addEventListener('payment-redirect', (event) => { event.preventDefault(); redirects.push(event.url); });
  addEventListener('payment-open', ({ target, url }) => (opened[target.id] ??= []).push(url));
  addEventListener('click', (event) => { const [link] = event.composedPath(); if (link.href) event.preventDefault(); });

  const EUR = { currency: 'EUR', amount: '10.00' };
  const put = async (id, tag, attributes) => {
    const element = Object.assign(document.createElement(tag), { id });
    for (const [name, value] of Object.entries({ ...EUR, ...attributes })) element.setAttribute(name, value);
    document.body.append(element);
    await element.refresh();
    return element;
  };
  const hrefs = (tag) => [...tag.shadowRoot.querySelectorAll('[href], [src], [srcset], [action], [formaction], [data], [ping]')].map((one) => one.getAttribute('href'));

  const known = {};
  globalThis.attempt = async (address, places, answers) => {
    [told, redirects, opened] = [{}, [], {}];
    sessionStorage.clear();
    const filled = (json) => JSON.parse(JSON.stringify(json).replaceAll('"ADDRESS"', JSON.stringify(address)));
    const links = {}, requests = {};
    for (const [id, { tag, attributes, written, marker = '', given, as, act, answers }] of Object.entries(places)) {
      device = as ?? 'X11';
      const element = (known[id] ??= await put(id, tag, attributes));
      for (const name of written ?? []) element.setAttribute(name, address + marker);
      if (given) Object.assign(element, { payment: { status: 'idle' } }).payment = filled(given);
      await element.updateComplete;
      if (act) {
        [asked, created] = [[], filled(answers ?? { status: 'pending' })];
        if (act === 'create') element.payment = { status: 'idle' };
        await element[act]();
        await element.updateComplete;
        requests[id] = asked;
      }
      links[id] = hrefs(element);
      for (const link of element.shadowRoot.querySelectorAll('a')) link.click();
    }
    await new Promise((done) => later(done, 1));
    return { links, opened, redirects, told, asked: requests };
  };
  globalThis.attempts = async (addresses, places) => {
    [told, redirects, opened, asked] = [{}, [], {}, []];
    const outcomes = [];
    for (const address of addresses) outcomes.push(await attempt(address, places));
    return outcomes;
  };
`;

const TAGS = ['okto-cash-barcode', 'okto-wallet-qr', 'octopus-pay', 'okpay-collect'] as const;

/** A tag and where the address stands in it. */
interface Place {
  readonly tag: (typeof TAGS)[number];
  readonly attributes: Readonly<Record<string, string>>;
  readonly written?: readonly string[];
  /** What stands after the address there. */
  readonly marker?: string;
  readonly as?: 'iPhone' | 'Android Mobile';
  readonly given?: object;
  readonly act?: 'create' | 'refresh';
  /** What is answered then. */
  readonly answers?: object;
}

const VOUCHER = { 'package-id': '8055348521276', 'payment-code': '1234567' };
const CODE = { code: 'okto-payment-1' };
const cash = (attributes: Place['attributes'], ...written: string[]): Place => ({ tag: 'okto-cash-barcode', attributes, written });
const wallet = (attributes: Place['attributes'], as: Place['as'], ...written: string[]): Place => ({ tag: 'okto-wallet-qr', attributes, written, ...(as && { as }) });
const octopus = (attributes: Place['attributes'], as: Place['as'], ...written: string[]): Place => ({ tag: 'octopus-pay', attributes: { currency: 'HKD', ...attributes }, written, ...(as && { as }) });
const collect = (attributes: Place['attributes'], ...written: string[]): Place => ({ tag: 'okpay-collect', attributes, written });
/** How the app is opened where the page names no address of its own. */
const TOKEN = { token: 'zjsdhd3' };
const UPI = 'upi://pay?pa=shop@bank&am=1.00';
const BY_TOKEN = 'octopus://payment?token=zjsdhd3';

/** Where an address makes links; how many of them, and how many of these are opened by a press. */
const LINKS: Readonly<Record<string, Place & { readonly makes: readonly [links: number, opened: number] }>> = {
  terms: { ...cash({ 'create-url': '/payments' }, 'terms-url'), makes: [1, 0] },
  counter: { ...cash(VOUCHER, 'store-finder-url', 'help-url'), makes: [2, 0] },
  desktop: { ...wallet(CODE, undefined, 'app-url', 'app-store-url', 'play-store-url', 'help-url'), makes: [3, 0] },
  iphone: { ...wallet(CODE, 'iPhone', 'app-url', 'app-store-url', 'play-store-url'), makes: [2, 1] },
  android: { ...wallet(CODE, 'Android Mobile', 'app-url', 'app-store-url', 'play-store-url'), makes: [2, 1] },
  'cash-paid': { ...cash({}, 'success-url'), given: { status: 'paid', id: 'ADDRESS' }, makes: [1, 0] },
  'wallet-paid': { ...wallet({}, undefined, 'success-url'), given: { status: 'paid', id: 'ADDRESS' }, makes: [1, 0] },
  'cash-failed': { ...cash({}, 'failure-url'), given: { status: 'failed', id: 'ADDRESS' }, makes: [0, 0] },
  'wallet-failed': { ...wallet({}, undefined, 'failure-url'), given: { status: 'failed', id: 'ADDRESS' }, makes: [0, 0] },
  'octopus-desktop': { ...octopus(TOKEN, undefined, 'landing-url', 'help-url'), makes: [2, 1] },
  'octopus-iphone': { ...octopus({}, 'iPhone', 'octopus-uri', 'landing-url', 'app-store-url', 'play-store-url'), makes: [3, 2] },
  'octopus-android': { ...octopus({}, 'Android Mobile', 'octopus-uri', 'landing-url', 'app-store-url', 'play-store-url'), makes: [3, 2] },
  'octopus-template': { ...octopus(TOKEN, 'iPhone', 'ios-url'), marker: '#{token}', makes: [1, 1] },
  'octopus-paid': { ...octopus({}, undefined, 'success-url'), given: { status: 'paid', id: 'ADDRESS' }, makes: [1, 0] },
  'collect-page': { ...collect({}, 'url', 'help-url'), makes: [2, 1] },
  'collect-failed': { ...collect({}, 'failure-url'), given: { status: 'failed', id: 'ADDRESS' }, makes: [0, 0] },
};

const LISTS = { 'create-url': table.base, 'allow-origins': PAY, 'allow-schemes': 'octopus upi' };
/** Where an address in an answer makes a link, and where it must never make one. */
const ANSWERS: Readonly<Record<string, Place>> = {
  landing: { ...octopus(LISTS, undefined), act: 'create', answers: { status: 'pending', octopus: { ...TOKEN, octopusUri: BY_TOKEN, landingUrl: 'ADDRESS' } } },
  opening: { ...octopus(LISTS, 'Android Mobile'), act: 'create', answers: { status: 'pending', octopus: { ...TOKEN, octopusUri: 'ADDRESS', landingUrl: '/landing' } } },
  page: { ...collect(LISTS), act: 'create', answers: { status: 'pending', okpayCollect: { url: 'ADDRESS' } } },
  upi: { ...collect({ ...LISTS, currency: 'INR', amount: '' }), as: 'Android Mobile', act: 'create', answers: { status: 'pending', okpayCollect: { url: '/page', upi: 'ADDRESS' } } },
  created: { ...wallet(LISTS, 'iPhone'), act: 'create', answers: { status: 'pending', oktoWallet: { code: 'okto-payment-1', appUrl: 'ADDRESS' } } },
  elsewhere: {
    ...cash(LISTS),
    act: 'create', answers: { status: 'pending', url: 'ADDRESS', appUrl: 'ADDRESS', termsUrl: 'ADDRESS', storeFinderUrl: 'ADDRESS', helpUrl: 'ADDRESS', successUrl: 'ADDRESS', oktoCash: { packageId: '8055348521276', paymentCode: '1234567', url: 'ADDRESS' } },
  },
};

/** What is asked for at an address that the page names. */
const REQUESTS: Readonly<Record<string, Place>> = {
  'cash-create': { ...cash({}, 'create-url'), act: 'create' },
  'wallet-create': { ...wallet({}, undefined, 'create-url'), act: 'create' },
  'cash-status': { ...cash(VOUCHER, 'status-url'), act: 'refresh' },
  'wallet-status': { ...wallet(CODE, undefined, 'status-url'), act: 'refresh' },
  'octopus-create': { ...octopus({}, undefined, 'create-url'), act: 'create' },
  'octopus-status': { ...octopus(TOKEN, undefined, 'status-url'), act: 'refresh' },
  'collect-create': { ...collect({}, 'create-url'), act: 'create' },
  'collect-status': { ...collect({ url: '/page' }, 'status-url'), act: 'refresh' },
};

describe('addresses in the built tags of OKTO, Octopus and OKPAY', () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await BuiltSite.open();
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  /** A page at `https://shop.example`, and what each address has brought about in all places at once. */
  async function attempts(values: readonly string[], places: Readonly<Record<string, Place>>): Promise<Outcome[]> {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    const asked: string[] = [];
    try {
      const document = site.page({ body: TAGS.map((tag) => `<${tag}></${tag}>`).join('') });
      await context.route('**', async (route, request) => {
        const url = request.url();
        const file = url.startsWith(`${SHOP}/cdn/`) ? url.replace(SHOP, site.origin) : url === PAGE ? document : undefined;
        if (!file) asked.push(url);
        const response = file ? await fetch(file) : undefined;
        return route.fulfill(response ? { status: response.status, body: await response.text(), headers: Object.fromEntries(response.headers) } : { status: 204 });
      });
      await page.addInitScript({ content: WITNESS });
      await page.goto(PAGE);
      await page.evaluate(`Promise.all(${JSON.stringify(TAGS)}.map((tag) => customElements.whenDefined(tag))).then(() => { for (const tag of [...document.body.children]) tag.remove(); })`);
      const outcomes = await page.evaluate<Outcome[]>(`attempts(...${JSON.stringify([values, places])})`);
      assert.equal(await page.evaluate('pwns'), 0);
      assert.deepEqual(asked, []);
      assert.equal(sent(page.url()), PAGE);
      return outcomes;
    } finally {
      await context.close();
    }
  }

  it(`of ${VECTORS.length} in attributes just those that may be followed are links, and are opened`, async () => {
    const vectors = VECTORS.filter(({ written }) => written);
    const outcomes = await attempts(vectors.map(({ value }) => value), LINKS);
    for (const [at, { value, page }] of vectors.entries()) {
      const { links, opened, redirects, told } = outcomes[at]!;
      const made = (which: 0 | 1) => Object.fromEntries(
        Object.entries(LINKS).map(([id, { makes, marker = '', written = [] }]) => [id, page === null || (written.includes('octopus-uri') && /\p{C}/u.test(value)) ? [] : Array<string>(makes[which]).fill(page + marker.replace('{token}', TOKEN.token))]),
      );
      assert.deepEqual([links, redirects], [made(0), page === null ? [] : Object.values(LINKS).flatMap(({ given }) => (given ? [page] : []))], JSON.stringify(value));
      assert.deepEqual(opened, Object.fromEntries(Object.entries(made(1)).filter(([, urls]) => urls.length)), JSON.stringify(value));
      const unsafe = Object.fromEntries(Object.entries(LINKS).map(([id, { written = [] }]) => [id, [...written].sort()]));
      assert.deepEqual(Object.fromEntries(Object.entries(told).map(([id, fields]) => [id, [...fields].sort()])), page === null ? unsafe : {}, JSON.stringify(value));
    }
  });

  it(`of ${VECTORS.length} in answers just what the page's lists allow opens the app, and nothing else is a link`, async () => {
    const outcomes = await attempts(VECTORS.map(({ value }) => value), ANSWERS);
    for (const [at, { value, answer }] of VECTORS.entries()) {
      const { links, opened, told } = outcomes[at]!;
      const followed = answer === null ? [] : [answer];
      // Nothing else is a UPI address.
      const upi = value === UPI ? [`${SHOP}/page`, UPI] : [];
      const opening = [answer ?? BY_TOKEN, `${SHOP}/landing`];
      assert.deepEqual(links, { landing: followed, opening, page: followed, upi, created: followed, elsewhere: [] }, JSON.stringify(value));
      assert.deepEqual(opened, Object.fromEntries(Object.entries(links).filter(([, urls]) => urls.length)), JSON.stringify(value));
      assert.deepEqual(told, answer === null ? { landing: ['landingUrl'], opening: ['octopusUri'], page: ['url'], created: ['appUrl'] } : {}, JSON.stringify(value));
    }
    assert.ok(VECTORS.some(({ value }) => value === UPI));
  });

  it(`of ${VECTORS.length} in create-url and status-url just those that may be asked are asked`, async () => {
    const vectors = VECTORS.filter(({ written }) => written);
    const outcomes = await attempts(vectors.map(({ value }) => value), REQUESTS);
    for (const [at, { value, page }] of vectors.entries()) {
      const { asked, told } = outcomes[at]!;
      const expected = web(page);
      assert.deepEqual(Object.fromEntries(Object.entries(asked).map(([id, urls]) => [id, [...new Set(urls.map(sent))]])), Object.fromEntries(Object.keys(REQUESTS).map((id) => [id, expected])), JSON.stringify(value));
      assert.deepEqual(Object.keys(told), expected.length ? [] : Object.keys(REQUESTS), JSON.stringify(value));
    }
  });
});
