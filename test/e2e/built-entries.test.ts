import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { sharedBrowser } from './browser.ts';
import { BuiltSite, Visit, type Shop } from './built-site.ts';
import { CHARGES } from './charges.ts';

const CODE = `code="${CHARGES.static}"`;
const CMS = '<script type="module" src="/cdn/paytags-cms.js"></script>';
const CLASSIC = '<script defer src="/cdn/paytags.iife.js"></script>';
const module = (file: string) => `<script type="module" src="${file}"></script>`;
const DIV = `<div data-paytags="pix-qr" data-code="${CHARGES.static}" data-reference="ORD-1" data-onclick="pwned()" data-style="color: red" data-id="x"><b slot="heading">Kept</b></div>`;

/** A page that puts a tag into a shadow root of its own, and says so to the autoloader. */
const SHADOW = `
  import { discover } from '/cdn/paytags.js';
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  root.append(Object.assign(document.createElement('pix-qr'), { code: ${JSON.stringify(CHARGES.static)} }));
  discover(root);`;

describe('the ways into a page, on the built files', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await BuiltSite.open((path) => (path === '/shadow.js' ? new Response(SHADOW, { headers: { 'content-type': 'text/javascript' } }) : undefined));
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  async function visit(shop: Shop, live: (visit: Visit) => Promise<void>): Promise<void> {
    const visit = await Visit.of(browser, site.page(shop));
    try {
      await live(visit);
      assert.deepEqual(await visit.violations(), []);
    } finally {
      await visit.leave();
    }
  }

  it('a tag that is added after the page has loaded is found', () =>
    visit({ body: '<main></main>' }, async (at) => {
      await at.page.waitForLoadState('networkidle');
      assert.deepEqual(at.files, ['cdn/paytags.js'], 'without a tag nothing but the autoloader is fetched');
      await at.page.evaluate(`document.querySelector('main').append(Object.assign(document.createElement('pix-qr'), { code: ${JSON.stringify(CHARGES.static)} }))`);
      await at.drawn();
      await at.assertClean();
    }));

  it('a tag in a shadow root is found where discover() is told of it', () =>
    visit({ head: module('/shadow.js') }, async (at) => {
      await at.drawn();
      await at.assertClean();
    }));

  it('the classic script brings every tag, alone', () =>
    visit({ head: CLASSIC, body: `<pix-qr ${CODE} reference="ORD-1"></pix-qr>` }, async (at) => {
      await at.drawn();
      await at.tag.getByText('ORD-1').waitFor();
      await at.page.waitForLoadState('networkidle');
      assert.deepEqual(at.files, ['cdn/paytags.iife.js']);
      await at.assertClean();
    }));

  it('the classic script speaks the page’s language too', () =>
    visit({ head: CLASSIC, lang: 'pt-BR', body: `<pix-qr ${CODE}></pix-qr>` }, async (at) => {
      await at.tag.getByText('Pague com Pix').waitFor();
      await at.assertClean();
    }));

  it('the entry for a CMS makes a tag of a marked div, keeps the div, and moves its children', () =>
    visit({ head: CMS, body: DIV }, async (at) => {
      await at.drawn();
      assert.equal(await at.page.locator('div[data-paytags] > pix-qr > b[slot="heading"]').count(), 1);
      await at.tag.getByText('ORD-1').waitFor();
      await at.assertClean();
    }));

  it('of a marked div only the tag’s own attributes come alive: data-onclick, data-style and data-id stay data', () =>
    visit({ head: CMS, body: DIV }, async (at) => {
      await at.drawn();
      const names: string[] = await at.tag.evaluate((tag: { getAttributeNames(): string[] }) => tag.getAttributeNames());
      assert.deepEqual(names.sort(), ['code', 'reference', 'status']);
    }));

  for (const [what, body, names] of [
    ['addresses of another origin are left out', `<div data-paytags="pix-qr" data-code="${CHARGES.static}" data-status-url="https://other.example/s" data-success-url="https://other.example/" data-create-url="//other.example/c" data-allow-origins="https://other.example"></div>`, ['code', 'status']],
    ['addresses of the page’s own origin are followed', `<div data-paytags="pix-qr" data-code="${CHARGES.static}" data-status-url="/status/pending" data-help-url="help"></div>`, ['code', 'help-url', 'status', 'status-url']],
    ['so are those of an origin that the page names', `<div data-paytags="pix-qr" data-code="${CHARGES.static}" data-help-url="https://help.example/x" data-success-url="https://other.example/"></div>`, ['code', 'help-url', 'status']],
  ] as const) {
    it(`of a marked div, ${what}`, () =>
      visit({ head: `<meta name="paytags-origins" content="https://help.example">${CMS}`, body }, async (at) => {
        await at.drawn();
        const found: string[] = await at.tag.evaluate((tag: { getAttributeNames(): string[] }) => tag.getAttributeNames());
        assert.deepEqual(found.sort(), names);
        assert.deepEqual(at.foreign, []);
      }));
  }

  it('later changes of a marked div are followed', () =>
    visit({ head: CMS, body: DIV }, async (at) => {
      await at.drawn();
      const div = at.page.locator('div[data-paytags]');
      const change = (name: string, value: string | null) =>
        div.evaluate(
          (element: { setAttribute(n: string, v: string): void; removeAttribute(n: string): void }, [n, v]) => (v === null ? element.removeAttribute(n) : element.setAttribute(n, v)),
          [name, value] as const,
        );
      await change('data-reference', 'ORD-2');
      await at.tag.getByText('ORD-2').waitFor();
      await change('data-reference', null);
      await at.tag.getByText('ORD-2').waitFor({ state: 'detached' });
      await change('data-code', CHARGES.accented);
      await at.tag.getByText('Padaria São João').first().waitFor();
      await change('data-onclick', 'pwned()');
      assert.equal(await at.tag.getAttribute('onclick'), null);
    }));

  it('a marked div that is added later is found', () =>
    visit({ head: CMS, body: '<main></main>' }, async (at) => {
      await at.page.waitForLoadState('networkidle');
      await at.page.evaluate(`document.querySelector('main').append(Object.assign(document.createElement('div'), { id: 'late' })); late.dataset.code = ${JSON.stringify(CHARGES.static)}; late.dataset.paytags = 'pix-qr'`);
      await at.drawn();
    }));

  it('a marked div that names something else than a tag stays as it is', () =>
    visit({ head: CMS, body: `<div data-paytags="script" data-src="/x.js">Kept</div>${DIV}` }, async (at) => {
      await at.drawn();
      assert.equal(await at.page.locator('div[data-paytags="script"]').innerHTML(), 'Kept');
    }));

  for (const [name, head] of [['the plain autoloader', undefined], ['the classic script', CLASSIC]] as const) {
    it(`${name} never touches a marked div`, () =>
      visit({ ...(head && { head }), body: `${DIV}<pix-qr id="real" ${CODE}></pix-qr>` }, async (at) => {
        await at.page.locator('#real svg[part~="symbol"]').waitFor();
        assert.equal(await at.page.locator('div[data-paytags]').innerHTML(), '<b slot="heading">Kept</b>');
      }));
  }

  const COPIES: [string, string][] = [
    ['another copy of the autoloader', module('/cdn/paytags.js') + module('/copy/paytags.js')],
    ['the classic script after the autoloader', module('/cdn/paytags.js') + '<script defer src="/copy/paytags.iife.js"></script>'],
    ['the autoloader after the classic script', CLASSIC + module('/copy/paytags.js')],
    ['the entry for a CMS after the autoloader', module('/cdn/paytags.js') + module('/copy/paytags-cms.js')],
    ['another copy of the entry for a CMS', CMS + module('/copy/paytags-cms.js')],
  ];
  for (const [what, head] of COPIES) {
    it(`${what} says once that it is not needed, and loads nothing`, () =>
      visit({ head, body: `<pix-qr ${CODE}></pix-qr>` }, async (at) => {
        await at.drawn();
        await at.page.waitForLoadState('networkidle');
        assert.deepEqual(at.console.map((line) => line.replace(/\d+\.\d+\.\d+/g, 'x')), ['warning: paytags x is on this page already; x is not loaded.']);
        assert.deepEqual(at.files.filter((file) => file.startsWith('copy/') && !/^copy\/paytags(-cms|\.iife)?\.js$/.test(file)), []);
        assert.equal(await at.symbol.count(), 1);
        assert.deepEqual(at.foreign, []);
      }));
  }

  it('two copies of the entry for a CMS make one tag of a marked div', () =>
    visit({ head: CMS + module('/copy/paytags-cms.js'), body: DIV }, async (at) => {
      await at.drawn();
      await at.page.waitForLoadState('networkidle');
      assert.equal(await at.tag.count(), 1);
    }));
});
