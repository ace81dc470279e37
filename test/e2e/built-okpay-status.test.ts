import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { sharedBrowser } from './browser.ts';
import { AUTOLOADER, BuiltSite, Visit } from './built-site.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const CSS = ':root { color-scheme: light dark; background: light-dark(#fff, #181a1f) } okpay-button { --paytags-shadow: none }';
const SCRIPTS = { 'the files for pages': AUTOLOADER, 'the script of one file': '<script defer src="/cdn/paytags.iife.js"></script>' };
const BACK = 'I haven’t paid: back to the button';
const PAY = 'Pay with OKPAY';

describe('<okpay-button> on the built files, back from OKPAY', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  /** What the server says, by the address that is asked. */
  const statuses = new Map<string, string>();
  let payments = 0;
  before(async () => {
    site = await BuiltSite.open(async (path) => {
      if (path === '/process') return new Response('<!doctype html><html lang="en"><title>OKPAY</title><h1>OKPAY</h1></html>', { headers: { 'content-type': 'text/html' } });
      return path.startsWith('/is/') ? Response.json({ status: statuses.get(path) ?? 'pending', serverTime: new Date().toISOString() }) : undefined;
    });
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  /** A shopper has left for OKPAY and come back. */
  async function back(status: string, live: (visit: Visit, says: (next: string) => void) => Promise<void>, { head = AUTOLOADER, lang = 'en' } = {}): Promise<void> {
    const url = `/is/${++payments}`;
    statuses.set(url, status);
    const button = `<okpay-button action="/process" receiver="OK702746927" item-name="Teapot" item-price="55.20" merchant="Example Home" reference="ORD-2207" status-url="${url}"></okpay-button>`;
    const visit = await Visit.of(browser, site.page({ head, lang, css: CSS, body: `<main><h1>A shop</h1>${button}</main>` }), {}, async (page) => void (await page.addInitScript({ path: AXE })));
    try {
      await visit.page.locator('okpay-button').getByRole('button').click();
      await visit.page.getByRole('heading', { name: 'OKPAY' }).waitFor();
      await visit.page.goBack();
      await visit.page.locator('okpay-button-status h2').waitFor();
      await live(visit, (next) => statuses.set(url, next));
      assert.deepEqual([await visit.violations(), visit.foreign], [[], []]);
    } finally {
      await visit.leave();
    }
  }
  const act = ({ page }: Visit, name: string) => page.getByRole('button', { name, exact: true });
  const title = ({ page }: Visit, name: string) => page.getByRole('heading', { name, exact: true }).waitFor();

  for (const [what, head] of Object.entries(SCRIPTS)) {
    it(`${what}: it is checked, with nothing to pay, and then paid; the page hears each of it once`, () =>
      back('pending', async (visit, says) => {
        await title(visit, 'Checking your payment');
        await act(visit, BACK).waitFor();
        assert.equal(await act(visit, PAY).count(), 0);
        says('paid');
        await visit.page.evaluate("document.querySelector('okpay-button').refresh()");
        await visit.page.getByText('Example Home has received your payment.').first().waitFor();
        assert.deepEqual((await visit.heard()).map(({ type, status }) => status ?? type), ['pending', 'paid', 'payment-paid']);
        // One copy of Lit, whichever of our files has brought it.
        assert.deepEqual(await visit.page.evaluate('[globalThis.litElementVersions, globalThis.litHtmlVersions].map((versions) => versions.length)'), [1, 1]);
      }, { head }));
  }

  it('who has not paid gets the button again by the keyboard, and it stays after a reload', () =>
    back('pending', async (visit) => {
      await act(visit, BACK).focus();
      await visit.page.keyboard.press('Enter');
      await visit.page.getByRole('button', { name: PAY }).waitFor();
      assert.equal(await visit.page.locator('okpay-button-status').count(), 0);
      await visit.page.reload();
      await visit.page.getByRole('button', { name: PAY }).waitFor();
    }));

  for (const [status, says] of [['failed', 'The payment did not go through'], ['canceled', 'Payment canceled'], ['expired', 'This payment has expired']] as const) {
    it(`${status}: says so, has nothing that axe finds, and gives the button again`, () =>
      back(status, async (visit) => {
        await title(visit, says);
        for (const colorScheme of ['light', 'dark'] as const) {
          await visit.page.emulateMedia({ colorScheme });
          assert.deepEqual(await visit.page.evaluate("axe.run('okpay-button').then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].failureSummary))"), [], colorScheme);
        }
        await act(visit, 'Start again').click();
        await visit.page.getByRole('button', { name: PAY }).waitFor();
      }));
  }

  for (const [lang, words] of [['de', 'Ihre Zahlung wird geprüft'], ['el', 'Ελέγχουμε την πληρωμή σας'], ['zh-HK', '正在核實你的付款']] as const) {
    it(`speaks ${lang}, with words that are fetched then`, () =>
      back('pending', async (visit) => {
        await title(visit, words);
        assert.equal(visit.files.includes(`cdn/okpay-button-status.${lang}.js`), true);
      }, { lang }));
  }
});
