import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright';
import { sharedBrowser } from './browser.ts';
import { BuiltSite } from './built-site.ts';
import { CHARGES } from './charges.ts';

interface Vector {
  readonly value: string;
  readonly page: string | null;
  readonly answer: string | null;
  readonly chromium?: string;
}

const table = JSON.parse(readFileSync(new URL('../vectors/addresses.json', import.meta.url), 'utf8')) as { base: string; origins: string[]; vectors: Vector[] };
const [SHOP = '', PAY = ''] = table.origins;
/** What an attribute can hold: white space at its ends counts for nothing there, and without anything else it is not given. */
const written = table.vectors.filter(({ value }) => value && value.trim() === value).map((vector) => ({ ...vector, page: vector.chromium ?? vector.page }));

/** An address as a request carries it. */
const sent = (href: string): string => href.replace(/#.*/s, '');
const PAGE = sent(table.base);
const own = (url: string): boolean => url.startsWith(`${SHOP}/`);
/** What can be asked for: every other scheme is for links alone. */
const web = (href: string | null): string | undefined => (href?.startsWith('https:') ? sent(href) : undefined);

/** What one address has brought about. */
interface Outcome {
  /** What the links of the tag say, and whatever else of it is followed or loaded. */
  readonly links: readonly string[];
  readonly told: readonly string[];
  readonly redirects: readonly string[];
  /** What a created payment says of itself. */
  readonly known: { readonly statusUrl?: string; readonly eventsUrl?: string };
}

/** Runs before any script of the page: notes what must not happen, lets nobody wait until a page is left, and tries an address in a tag. */
const WITNESS = `
  globalThis.pwns = 0;
  globalThis.pwned = () => { pwns++; };
  globalThis.violations = [];
  addEventListener('securitypolicyviolation', ({ blockedURI }) => violations.push(blockedURI));
  const later = setTimeout;
  globalThis.setTimeout = (task, ms) => later(task, ms === 3000 ? 0 : ms);
  let told = [], redirects = [];
  addEventListener('payment-error', ({ code }) => told.push(code));
  addEventListener('payment-redirect', ({ url }) => redirects.push(url));
  globalThis.attempt = async (attributes, payment, act) => {
    const tag = document.querySelector('pix-qr');
    [told, redirects] = [[], []];
    for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value);
    if (payment) Object.assign(tag, { payment: { status: 'pending' } }).payment = payment;
    await tag.updateComplete;
    if (act) await tag[act]();
    await new Promise((done) => later(done));
    const followed = [...tag.shadowRoot.querySelectorAll('[href], [src], [srcset], [action], [formaction], [data], [ping]')];
    const links = followed.map((one) => one.getAttribute('href') ?? one.localName);
    if (!globalThis.byHand) for (const link of followed) link.click();
    return { links, told, redirects, known: tag.payment };
  };
`;

/** A shopper at `https://shop.example`, whose every request is answered here. */
class Shopper {
  readonly page: Page;
  /** Every address that was asked for, navigations too. */
  readonly asked = new Set<string>();
  /** What is answered where a payment is asked for. */
  created: object = { status: 'pending', pix: { code: CHARGES.static } };
  readonly #surprises: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('dialog', (dialog) => void (this.#surprises.push(`dialog ${dialog.message()}`), dialog.dismiss()));
    page.on('popup', (popup) => this.#surprises.push(`popup ${popup.url()}`));
    page.on('download', (download) => this.#surprises.push(`download ${download.url()}`));
    page.on('pageerror', (error) => this.#surprises.push(`uncaught ${String(error)}`));
  }

  async open(context: BrowserContext, site: BuiltSite, csp: boolean): Promise<void> {
    const document = site.page({ body: '<pix-qr create-url="/payments"></pix-qr><p><a id="witness">x</a></p>' });
    let opened = false;
    await context.route('**', async (route, request) => {
      const url = request.url();
      if (url === PAGE && !opened) {
        opened = true;
        return route.fulfill(await proxied(document, csp));
      }
      if (url.startsWith(`${SHOP}/cdn/`)) return route.fulfill(await proxied(url.replace(SHOP, site.origin), csp));
      this.asked.add(url);
      // Nothing to show: the page stays.
      if (request.isNavigationRequest()) return route.fulfill({ status: 204 });
      return route.fulfill({ status: 201, json: this.created, headers: { 'access-control-allow-origin': SHOP, 'access-control-allow-headers': '*' } });
    });
    await this.page.addInitScript({ content: WITNESS });
    await this.page.goto(PAGE);
    await this.page.evaluate("customElements.whenDefined('pix-qr').then(() => true)");
    await this.attempt({}, undefined, 'refresh');
  }

  attempt(attributes: Record<string, string>, payment?: object, act?: 'create' | 'refresh'): Promise<Outcome> {
    return this.page.evaluate(`attempt(...${JSON.stringify([attributes, payment, act])})`);
  }

  /** Presses the mouse where the first such thing in the tag stands; false where there is none. The page may be on its way elsewhere. */
  async click(selector: string): Promise<boolean> {
    const found = `const one = document.querySelector('pix-qr').shadowRoot.querySelector(${JSON.stringify(selector)})`;
    const at = await this.page.evaluate<[number, number] | null>(`(() => {
      ${found};
      one?.scrollIntoView({ block: 'center' });
      const box = one?.getBoundingClientRect();
      return box ? [box.x + box.width / 2, box.y + box.height / 2] : null;
    })()`);
    if (at) await this.page.mouse.click(...at);
    return at !== null;
  }

  /** No script has run, nothing was opened, the page is where it was, and nobody was asked who is not allowed. */
  async assertUnharmed(allowed: readonly (string | null | undefined)[]): Promise<void> {
    await this.page.evaluate('new Promise(requestAnimationFrame)');
    assert.equal(await this.page.evaluate('pwns'), 0);
    assert.deepEqual(this.#surprises, []);
    assert.equal(sent(this.page.url()), PAGE);
    const known = new Set(allowed);
    assert.deepEqual([...this.asked].filter((url) => !own(url) && !known.has(url)), []);
    // The policy stops at origins what the tag may follow; it never had to stop anything else.
    for (const blocked of await this.page.evaluate<string[]>('violations')) assert([...known].some((url) => url?.startsWith(blocked)), blocked);
  }
}

async function proxied(url: string, csp: boolean): Promise<{ status: number; body: string; headers: Record<string, string> }> {
  const response = await fetch(url);
  const headers = Object.fromEntries(response.headers);
  if (!csp) delete headers['content-security-policy'];
  return { status: response.status, body: await response.text(), headers };
}

for (const csp of [true, false]) {
  describe(`addresses on the built files, ${csp ? 'under the strict policy' : 'without a policy'}`, () => {
    let site: BuiltSite;
    let browser: Browser;
    before(async () => {
      site = await BuiltSite.open();
      browser = await sharedBrowser();
    });
    after(async () => {
      await site?.close();
    });

    async function shopping(live: (shopper: Shopper) => Promise<void>): Promise<void> {
      const context = await browser.newContext({ reducedMotion: 'reduce' });
      const shopper = new Shopper(await context.newPage());
      try {
        await shopper.open(context, site, csp);
        await live(shopper);
      } finally {
        await context.close();
      }
    }
    /** Whether the policy lets the tag ask there. */
    const asks = (url: string | undefined): url is string => url !== undefined && (!csp || own(url));

    // A policy has no say in where a page goes, and each way takes time: under one some of the addresses that may be followed stand for all.
    const leading = written.filter(({ page }, at) => !csp || !web(page) || at % 4 === 0);

    it(`help-url: of ${leading.length} just those that may be followed are links, and a click goes where they say`, () =>
      shopping(async (shopper) => {
        for (const { value, page } of leading) {
          const { links, told } = await shopper.attempt({ 'help-url': value }, { status: 'failed' });
          assert.deepEqual([links, told], page === null ? [[], ['unsafe-url']] : [[page], []], JSON.stringify(value));
        }
        await shopper.assertUnharmed(leading.map(({ page }) => page && sent(page)));
        assert(shopper.asked.size > (csp ? 10 : 40), 'links were followed');
      }));

    for (const [attribute, status] of [['success-url', 'paid'], ['failure-url', 'failed']] as const) {
      it(`${attribute}: the page is left just for what may be followed`, () =>
        shopping(async (shopper) => {
          for (const { value, page } of leading) {
            const { links, redirects } = await shopper.attempt({ [attribute]: value }, { status });
            const expected = page === null ? [] : [page];
            assert.deepEqual([links, redirects], [status === 'paid' ? expected : [], expected], JSON.stringify(value));
          }
          await shopper.assertUnharmed(leading.map(({ page }) => page && sent(page)));
        }));
    }

    // Without the policy strangers are really asked, which takes time: some of them stand for all.
    const asking = written.filter(({ page }, at) => csp || !web(page) || own(page!) || at % 4 === 0);

    it('create-url: a press asks nobody who may not be asked', () =>
      shopping(async (shopper) => {
        for (const { value, page } of asking) {
          shopper.asked.clear();
          const { told } = await shopper.attempt({ 'create-url': value }, { status: 'failed' }, 'create');
          const url = web(page);
          assert.equal(told.filter((code) => code === 'unsafe-url').length, url ? 0 : 1, JSON.stringify(value));
          assert.deepEqual([...shopper.asked], asks(url) ? [url] : [], JSON.stringify(value));
        }
        await shopper.assertUnharmed(asking.map(({ page }) => web(page)));
      }));

    for (const attribute of ['status-url', 'events-url']) {
      it(`${attribute}: nobody is asked who may not be`, () =>
        shopping(async (shopper) => {
          await shopper.attempt({ code: CHARGES.static, 'status-url': '/status' });
          for (const { value, page } of asking) {
            const { told } = await shopper.attempt({ [attribute]: value }, undefined, 'refresh');
            const url = web(page);
            assert.equal(told.filter((code) => code === 'unsafe-url').length, url ? 0 : 1, JSON.stringify(value));
            if (attribute === 'status-url' && asks(url)) assert(shopper.asked.has(url), `${JSON.stringify(value)} is asked`);
          }
          await shopper.assertUnharmed(asking.map(({ page }) => web(page)));
        }));
    }

    for (const field of ['statusUrl', 'eventsUrl'] as const) {
      it(`${field} of an answer, and the same address everywhere else in it: nobody is asked who is not on the list, and no link names it`, () =>
        shopping(async (shopper) => {
          const lists = { 'create-url': table.base, 'allow-origins': PAY, 'allow-schemes': 'octopus upi' };
          for (const { value, answer } of table.vectors.filter(({ value }) => value)) {
            const elsewhere = { url: value, landingUrl: value, helpUrl: value, successUrl: value, appUrl: value, octopus: { token: value, octopusUri: value, landingUrl: value }, okpayCollect: { url: value, upi: value } };
            shopper.created = { ...elsewhere, status: 'pending', pix: { code: CHARGES.static }, [field]: value };
            const { known, told, links } = await shopper.attempt(lists, { status: 'failed' }, 'create');
            const expected = web(answer) ? answer : undefined;
            assert.equal(known[field], expected, JSON.stringify(value));
            assert.deepEqual([links, told], [[], expected ? [] : ['unsafe-url']], JSON.stringify(value));
            if (expected) await shopper.attempt({}, undefined, 'refresh');
          }
          await shopper.assertUnharmed(table.vectors.map(({ answer }) => web(answer)));
        }));
    }

    it('a shopper’s own clicks', () =>
      shopping(async (shopper) => {
        const picked = written.filter(({ page }, at) => at % 6 === 0 || page?.startsWith('mailto:'));
        await shopper.page.evaluate('byHand = true');
        for (const { value, page } of picked) {
          await shopper.attempt({ 'help-url': value, 'create-url': '/payments' }, { status: 'failed' });
          assert.equal(await shopper.click('a'), page !== null, JSON.stringify(value));
        }
        assert(await shopper.click('button'));
        await shopper.assertUnharmed(picked.map(({ page }) => page && sent(page)));
      }));

    it('this would see a script run and a stranger asked', () =>
      shopping(async (shopper) => {
        const witness = shopper.page.locator('#witness');
        await shopper.page.evaluate('document.querySelector("#witness").href = "javascript:pwned()"');
        await witness.click();
        await shopper.page.evaluate('new Promise(requestAnimationFrame)');
        assert.equal(await shopper.page.evaluate('pwns'), csp ? 0 : 1);
        await shopper.page.evaluate('pwns = violations.length = 0; document.querySelector("#witness").href = "https://evil.example/"');
        await witness.click();
        await assert.rejects(shopper.assertUnharmed([]), /evil\.example/);
      }));
  });
}
