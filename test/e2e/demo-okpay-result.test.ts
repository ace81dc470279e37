import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright';
import { startDemo, type Demo } from '../../demo/server.ts';
import { OKPAY_THANKS } from '../../src/formats/okpay-return.ts';
import { sharedBrowser } from './browser.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const ID = 'x'.repeat(43);
const TOLD = 'ok_txn_status=completed&ok_invoice=INV-1&ok_txn_gross=1,100.00&ok_txn_currency=EUR&ok_payer_first_name=Anna&ok_payer_email=anna%40example.com&ok_payer_street=Hill+1';
const CHECKING = 'We are checking your payment';
const UNKNOWN = 'We cannot tell what has become of your payment';

interface Back {
  readonly page: Page;
  /** What the shop's server says from now on. */
  says(answer: object | undefined): void;
  readonly asked: string[];
}

describe('the page that OKPAY leads back to', { concurrency: 2 }, () => {
  let demo: Demo;
  let browser: Browser;
  before(async () => {
    demo = await startDemo({ port: 0, quiet: true });
    browser = await sharedBrowser();
  });
  after(async () => {
    await demo?.close();
  });

  /** Somebody comes back at this address; no policy is broken meanwhile, and nothing is written into the console. */
  async function back(query: string, answer: object | undefined, live: (back: Back) => Promise<void>): Promise<void> {
    const context = await browser.newContext();
    const page = await context.newPage();
    const errors: string[] = [];
    const asked: string[] = [];
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && !/status of 503/.test(message.text()) && errors.push(message.text()));
    page.on('request', (request) => asked.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
    await page.clock.install();
    await page.addInitScript({ path: AXE });
    await page.route('**/payments/**', (route) => (answer ? route.fulfill({ json: answer }) : route.fulfill({ status: 503 })));
    try {
      await page.goto(`${demo.url}/demo/okpay-result.html${query}`);
      await live({ page, asked, says: (next) => void (answer = next) });
      assert.deepEqual(errors, []);
    } finally {
      await context.close();
    }
  }
  const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor();

  it('says paid, in the words that OKPAY wants, only once the server has said it, whatever the address says', () =>
    back(`?payment=${ID}&${TOLD}`, { status: 'pending' }, async ({ page, says, asked }) => {
      await page.waitForResponse('**/payments/**');
      await page.clock.runFor(60_000);
      await heading(page, CHECKING);
      assert.doesNotMatch(await page.locator('main').innerText(), /Thank you|completed|Paid/);
      says({ status: 'paid' });
      await page.clock.runFor(2_000);
      await heading(page, 'Paid');
      assert.equal(await page.locator('#said').innerText(), OKPAY_THANKS);
      const many = asked.length;
      await page.clock.runFor(60_000);
      assert.equal(asked.length, many);
    }));

  it('takes what names the payer out of address and history at once, tells nobody, and asks for the same after a reload', () =>
    back(`?utm=mail&payment=${ID}&${TOLD}#top`, { status: 'processing' }, async ({ page, asked }) => {
      await heading(page, CHECKING);
      const own = `${demo.url}/demo/okpay-result.html?utm=mail#top`;
      assert.equal(page.url(), own);
      const [, ...others] = asked;
      assert.deepEqual(others.filter((line) => /ok_|anna|Hill/i.test(line)), []);
      const entries = await (await page.context().newCDPSession(page)).send('Page.getNavigationHistory');
      assert.deepEqual(entries.entries.map(({ url }) => url).filter((url) => url !== 'about:blank'), [own]);
      assert.doesNotMatch(await page.locator('body').innerText(), /Anna|anna@|Hill/);
      assert.doesNotMatch(await page.evaluate<string>('JSON.stringify([sessionStorage, localStorage, document.cookie])'), /anna/i);
      const again = page.waitForRequest('**/payments/**');
      await page.reload();
      assert.equal((await again).url(), `${demo.url}/payments/${ID}?full`);
    }));

  it('shows order and amount as the address tells them, as text', () =>
    back(`?payment=${ID}&${TOLD.replace('INV-1', '%3Cimg%20src=x%20onerror=alert(1)%3E')}`, { status: 'pending' }, async ({ page }) => {
      assert.deepEqual(await page.locator('dd').allInnerTexts(), ['<img src=x onerror=alert(1)>', '1100.00 EUR']);
      assert.equal(await page.locator('img').count(), 0);
      await page.getByText('It proves nothing.').waitFor();
    }));

  for (const [status, title] of [['failed', 'The payment did not go through'], ['canceled', 'Payment canceled'], ['refunded', 'Refunded']] as const) {
    it(`says ${status} as the server does, on the page for success and for failure alike`, async () => {
      for (const query of ['?', '?fail&']) {
        await back(`${query}payment=${ID}&${TOLD}`, { status }, async ({ page }) => {
          await heading(page, title);
          assert.doesNotMatch(await page.locator('main').innerText(), /Thank you/);
        });
      }
    });
  }

  it('led back by a failure it calls nothing failed or canceled before the server does, and a late payment is paid', () =>
    back(`?fail&payment=${ID}&ok_txn_status=failed`, { status: 'pending' }, async ({ page, says }) => {
      await page.waitForResponse('**/payments/**');
      await heading(page, 'We are asking what has become of your payment');
      assert.doesNotMatch(await page.locator('main').innerText(), /failed|cancel|go through/i);
      says({ status: 'expired' });
      await page.clock.runFor(2_000);
      await heading(page, 'This payment has expired');
      says({ status: 'paid' });
      await page.clock.runFor(2_000);
      await heading(page, 'Paid');
    }));

  for (const [what, query, answer] of [
    ['no payment', `?${TOLD}`, { status: 'paid' }],
    ['an address in place of a payment', `?payment=https://evil.example/paid&${TOLD}`, { status: 'paid' }],
    ['a path in place of a payment', `?payment=../../demo/okpay-variables.json&${TOLD}`, { status: 'paid' }],
    ['another order than the payment’s, as the companion passes it on', `?payment=${ID}&invoice=INV-1`, { status: 'paid', okpayLink: { invoice: 'INV-2' } }],
    ['another order than the payment’s', `?payment=${ID}&${TOLD}`, { status: 'paid', okpayLink: { invoice: 'INV-2' } }],
  ] as const) {
    it(`${what}: it cannot tell, and says so`, () =>
      back(query, answer, async ({ page, asked }) => {
        await heading(page, UNKNOWN);
        assert.deepEqual(asked.filter((line) => !line.startsWith(demo.url)), []);
      }));
  }

  it('asks for the payment that the shop’s page has kept for this order, and for no other', () =>
    back('', { status: 'paid' }, async ({ page }) => {
      await heading(page, UNKNOWN);
      await page.evaluate(`localStorage.setItem('okpay INV-1', '${ID}')`);
      for (const [query, says] of [[TOLD, 'Paid'], ['invoice=INV-2', UNKNOWN], ['', 'Paid']] as const) {
        await page.goto(`${demo.url}/demo/okpay-result.html${query && '?'}${query}`);
        await heading(page, says);
        assert.equal(page.url(), `${demo.url}/demo/okpay-result.html`);
      }
      assert.equal(await page.evaluate("localStorage.getItem('okpay INV-1')"), null);
    }));

  it('a server that cannot be reached, or says no word of ours, is no success; it goes on asking, and not for ever', () =>
    back(`?payment=${ID}&${TOLD}`, undefined, async ({ page, says }) => {
      await page.waitForResponse('**/payments/**');
      says({ status: 'completed' });
      const again = page.waitForResponse('**/payments/**');
      await page.clock.runFor(2_000);
      await again;
      await heading(page, CHECKING);
      await page.clock.runFor(600_000);
      await heading(page, 'It takes longer than usual');
    }));

  it('has nothing that axe finds, in light and dark', () =>
    back(`?payment=${ID}&${TOLD}`, { status: 'paid' }, async ({ page }) => {
      await heading(page, 'Paid');
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await page.evaluate("axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].failureSummary))"), []);
      }
    }));
});
