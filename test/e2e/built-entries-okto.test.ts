import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { sharedBrowser } from './browser.ts';
import { BuiltSite, Visit, type Shop } from './built-site.ts';

/** What the tags are given; the texts that a page in either language then shows. */
const TAGS = `<okto-cash-barcode package-id="8055348521276" payment-code="1234567" amount="10.00" currency="EUR"></okto-cash-barcode><okto-wallet-qr code="okto-payment-1"></okto-wallet-qr>
  <octopus-pay token="zjsdhd3" amount="10.00"></octopus-pay><okpay-collect url="/pay" upi="upi://pay?pa=shop@bank"></okpay-collect>`;
const DIVS = `<div data-paytags="okto-cash-barcode" data-package-id="8055348521276" data-payment-code="1234567" data-amount="10.00" data-currency="EUR" data-store-finder-url="https://other.example/" data-onclick="pwned()"></div>
  <div data-paytags="okto-wallet-qr" data-code="okto-payment-1" data-app-url="octopus://x" data-app-store-url="/store" data-allow-schemes="octopus"></div>
  <div data-paytags="octopus-pay" data-token="zjsdhd3" data-octopus-uri="javascript:pwned()" data-ios-url="https://other.example/{token}" data-landing-url="https://other.example/" data-help-url="/help"></div>
  <div data-paytags="okpay-collect" data-upi="upi://pay?pa=shop@bank" data-url="https://other.example/" data-return-url="//other.example/" data-target="_top" data-allow-origins="https://other.example"></div>`;
const ENGLISH = ['Pay in cash with OKTO Cash', 'Pay with the OKTO app', 'Pay with Octopus', 'Pay with your bank or wallet'];
const GREEK = /[\u0370-\u03ff]/;

const SYMBOLS = `[...document.querySelectorAll('okto-cash-barcode, okto-wallet-qr, octopus-pay, okpay-collect')].filter((tag) => tag.shadowRoot?.querySelector('svg[part~="symbol"]'))`;

describe('the ways of the tags of OKTO, Octopus and OKPAY into a page, on the built files', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await BuiltSite.open();
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  /** Opens a page, waits until every code is drawn, and gives the headings. */
  async function headings(shop: Shop, live: (visit: Visit, headings: string[]) => void | Promise<void>): Promise<void> {
    const visit = await Visit.of(browser, site.page(shop));
    try {
      await visit.until('every code', () => visit.page.evaluate(`${SYMBOLS}.length === ${ENGLISH.length}`));
      await live(visit, await visit.page.evaluate(`${SYMBOLS}.map((tag) => tag.shadowRoot.querySelector('[part="heading"]').innerText.trim())`));
      assert.deepEqual([await visit.violations(), visit.foreign], [[], []]);
    } finally {
      await visit.leave();
    }
  }

  it('the autoloader finds each, and fetches nothing of other tags', () =>
    headings({ body: TAGS }, (visit, said) => {
      assert.deepEqual(said, ENGLISH);
      assert.deepEqual(visit.files.filter((file) => file.includes('pix')), []);
    }));

  const CLASSIC = (file: string) => `<script defer src="/cdn/${file}"></script>`;
  it('the classic script brings all, alone', () =>
    headings({ head: CLASSIC('paytags.iife.js'), body: TAGS }, (visit, said) => assert.deepEqual([said, visit.files], [ENGLISH, ['cdn/paytags.iife.js']])));

  it('so does the one with Greek inside', () =>
    headings({ head: CLASSIC('paytags.el.iife.js'), lang: 'el', body: TAGS }, (visit, said) => {
      for (const heading of said) assert.match(heading, GREEK);
      assert.equal(said.length, ENGLISH.length);
      assert.deepEqual(visit.files, ['cdn/paytags.el.iife.js']);
    }));

  it('the entry for a CMS makes each of a marked div; of these only the tag’s own attributes come alive, and addresses of the page’s own origin', () =>
    headings({ head: '<script type="module" src="/cdn/paytags-cms.js"></script>', body: DIVS }, async (visit, said) => {
      assert.deepEqual(said, ENGLISH);
      const names = await visit.page.evaluate<string[][]>(`${SYMBOLS}.map((tag) => tag.getAttributeNames().sort())`);
      assert.deepEqual(names, [
        ['amount', 'currency', 'package-id', 'payment-code', 'status'],
        ['app-store-url', 'code', 'status'],
        ['help-url', 'status', 'token'],
        ['status', 'target', 'upi'],
      ]);
    }));
});
