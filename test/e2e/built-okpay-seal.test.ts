import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { sharedBrowser } from './browser.ts';
import { BuiltSite, Visit, type Shop } from './built-site.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const ADDRESS = 'https://www.okpay.com/account/user/456908980';
const CSS = ':root { color-scheme: light dark; background: light-dark(#fff, #181a1f) }';
const SEALS = '<okpay-seal account="456908980"></okpay-seal> <okpay-seal account="456908980" size="small"></okpay-seal>';

describe('<okpay-seal> on the built files', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await BuiltSite.open();
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  async function at(shop: Shop, live: (visit: Visit) => Promise<void>): Promise<void> {
    const visit = await Visit.of(browser, site.page({ css: CSS, ...shop }), {}, async (page) => void (await page.addInitScript({ path: AXE })));
    try {
      await live(visit);
      assert.deepEqual(await visit.violations(), []);
    } finally {
      await visit.leave();
    }
  }

  it('is drawn without a request to anybody else, by three files of ours', () =>
    at({ body: SEALS }, async ({ page, asked }) => {
      await page.getByRole('link').nth(1).waitFor();
      assert.deepEqual([...new Set(asked.map((url) => new URL(url).origin))], [site.origin]);
      assert.deepEqual(asked.filter((url) => url.endsWith('.js')).map((url) => new URL(url).pathname).sort(), ['/cdn/okpay-seal.en.js', '/cdn/okpay-seal.js', '/cdn/paytags.js']);
    }));

  it('is a link that the keyboard reaches, and opens a tab of its own that cannot reach back', () =>
    at({ body: SEALS }, async ({ page }) => {
      await page.context().route('https://www.okpay.com/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Account</title>' }));
      const link = page.getByRole('link', { name: 'Payment by OKPAY (Check this shop’s account at OKPAY: opens in a new tab)', exact: true });
      await link.waitFor();
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate("document.activeElement.shadowRoot.activeElement.matches(':focus-visible')"), true);
      const [tab] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Enter')]);
      await tab.waitForLoadState();
      assert.deepEqual([tab.url(), await tab.evaluate('opener')], [ADDRESS, null]);
    }));

  it('has nothing that axe finds, in light and dark, and targets of 44 pixels', () =>
    at({ body: `<main><h1>Shop</h1>${SEALS}</main>` }, async ({ page }) => {
      await page.getByRole('link').nth(1).waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const violations = await page.evaluate<{ id: string; nodes: { failureSummary?: string }[] }[]>('axe.run().then(({ violations }) => violations)');
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary}`), [], colorScheme);
      }
      for (const box of [await page.getByRole('link').first().boundingBox(), await page.getByRole('link').nth(1).boundingBox()]) assert.ok(box!.height >= 44 && box!.width >= 44);
    }));

  for (const [lang, words] of [['pt-BR', 'Pagamento pela OKPAY'], ['zh-HK', '透過 OKPAY 付款']] as const) {
    it(`speaks ${lang}`, () =>
      at({ body: SEALS, lang }, async ({ page }) => {
        assert.equal((await page.getByRole('link').first().textContent())!.trim().startsWith(`${words} (`), true);
      }));
  }

  it('what is no address of OKPAY leaves nothing to see, and one event', () =>
    at({ body: '<okpay-seal href="https://okpay.com.evil.example/"></okpay-seal>' }, async (visit) => {
      await visit.hears('payment-error', 'unsafe-url');
      assert.deepEqual(await visit.page.evaluate("[heard, document.querySelector('okpay-seal').shadowRoot.textContent.trim()]"), [[{ type: 'payment-error', code: 'unsafe-url', status: undefined }], '']);
    }));

  it('stands in a marked div and in the script of one file as well', async () => {
    for (const head of ['<meta name="paytags-receivers" content="456908980"><script type="module" src="/cdn/paytags-cms.js"></script>', '<script defer src="/cdn/paytags.iife.js"></script>']) {
      const body = head.includes('cms') ? '<div data-paytags="okpay-seal" data-account="456908980"></div>' : SEALS;
      await at({ head, body }, async ({ page }) => assert.equal(await page.getByRole('link').first().getAttribute('href'), ADDRESS));
    }
  });
});
