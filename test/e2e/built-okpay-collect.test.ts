import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { devices, type Browser, type BrowserContextOptions } from 'playwright';
import { scan } from '../scanners.ts';
import { sharedBrowser } from './browser.ts';
import { BuiltSite, Visit } from './built-site.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const UPI = 'upi://pay?pa=example.crafts@okbank&pn=Example%20Crafts&am=499.00&cu=INR&tr=8f2c1d7e5b';
const HEAD = '<meta name="viewport" content="width=device-width"><script type="module" src="/cdn/paytags.js"></script>';
const CSS = ':root { color-scheme: light dark; background: light-dark(#fff, #181a1f) } okpay-collect::part(panel)::before, okpay-collect::part(panel)::after { display: none } okpay-collect::part(panel) { background: light-dark(#fff, #181a1f) }';
const INDIA = 'create-url="/payments" amount="499.00" currency="INR" reference="ORD-9014"';
const INDONESIA = 'create-url="/payments" amount="150000.00" currency="IDR" merchant="Toko Contoh" reference="ORD-9015"';

const { userAgent, isMobile, hasTouch } = devices['Pixel 7']!;
const PHONE: BrowserContextOptions = { userAgent, isMobile, hasTouch, viewport: { width: 390, height: 844 } };
const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

describe('<okpay-collect> on the built files', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  const statuses = new Map<string, string>();
  const payers: unknown[] = [];
  let created = 0;
  before(async () => {
    site = await BuiltSite.open(async (path, request) => {
      if (path === '/payments') {
        const { currency, amount, payer } = (await request.json()) as Record<string, string>;
        payers.push(payer);
        const okpayCollect = { url: `/pay/${++created}`, ...(currency === 'INR' && { upi: UPI }) };
        return Response.json({ status: 'pending', statusUrl: `/is/${created}`, amount, currency, okpayCollect }, { status: 201 });
      }
      // Whoever comes to the payment page pays.
      if (path.startsWith('/pay/')) statuses.set(path.replace('pay', 'is'), 'paid');
      if (path.startsWith('/pay/')) return new Response('<title>Pay</title><h1>Paid.</h1>', { headers: { 'content-type': 'text/html' } });
      return path.startsWith('/is/') ? Response.json({ status: statuses.get(path) ?? 'pending', serverTime: new Date().toISOString() }) : undefined;
    });
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  async function at(attributes: string, options: BrowserContextOptions, live: (visit: Visit) => Promise<void>): Promise<void> {
    const visit = await Visit.of(browser, site.page({ body: `<okpay-collect ${attributes}></okpay-collect>`, head: HEAD, css: CSS }), options, async (page) => void (await page.addInitScript({ path: AXE })));
    try {
      await live(visit);
      assert.deepEqual(await visit.violations(), []);
    } finally {
      await visit.leave();
    }
  }
  const accessible = async ({ page }: Visit, state: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const violations = await page.evaluate<{ id: string; nodes: { failureSummary?: string }[] }[]>("axe.run('okpay-collect').then(({ violations }) => violations)");
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary}`), [], `${state}, ${colorScheme}`);
    }
  };

  it('desktop: two scanners read the UPI address; the page opens in a new tab, and this one shows the result', () =>
    at(INDIA, DESKTOP, async (visit) => {
      const { page } = visit;
      await page.getByRole('button', { name: 'Continue to payment' }).click();
      await page.getByRole('img').waitFor();
      const { zbar, zxing } = await scan(await page.screenshot());
      assert.deepEqual([zbar, zxing], [[UPI], [UPI]]);
      assert.equal(await page.getByRole('link', { name: 'Open a UPI app' }).count(), 0);
      await accessible(visit, 'desktop');
      const [tab] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: 'Go to the payment page' }).click()]);
      await tab.getByRole('heading', { name: 'Paid.' }).waitFor();
      assert.equal(await tab.evaluate('opener'), null);
      await page.getByRole('link', { name: 'Open the payment page again' }).waitFor();
      await tab.close();
      await page.evaluate("dispatchEvent(new Event('focus'))");
      await page.getByRole('heading', { name: 'Paid' }).waitFor();
      await visit.hears('payment-paid');
    }));

  it('phone: the fields of Indonesia, the page in the same tab, and back from it the result', () =>
    at(`${INDONESIA} target="_self" lang="id"`, PHONE, async (visit) => {
      const { page } = visit;
      await page.getByRole('button', { name: 'Lanjut ke pembayaran' }).tap();
      await page.getByText('Ketik nomor ponsel, misalnya 0812 3456 7890.').first().waitFor();
      await accessible(visit, 'fields with errors');
      await page.getByLabel('Nomor ponsel Anda').fill('0812-3456-7890');
      await page.getByLabel('Nama Anda').fill('Siti Rahayu');
      await page.getByRole('button', { name: 'Lanjut ke pembayaran' }).tap();
      await page.getByRole('link', { name: 'Buka halaman pembayaran' }).tap();
      await page.getByRole('heading', { name: 'Paid.' }).waitFor();
      assert.deepEqual(payers.at(-1), { phone: '081234567890', name: 'Siti Rahayu' });
      await page.goBack();
      await page.getByRole('heading', { name: 'Sudah dibayar' }).waitFor();
    }));

  for (const [amount, width] of [['150000.00', 320], ['1500000.00', 390]] as const) {
    it(`${amount} rupiah stand on one line of a phone of ${width} px, in English and Indonesian`, async () => {
      for (const lang of ['en', 'id']) {
        await at(`url="/pay/0" amount="${amount}" currency="IDR" lang="${lang}"`, { ...PHONE, viewport: { width, height: 844 } }, async ({ page }) => {
          await page.locator('[part=amount]').waitFor();
          const lines = await page.evaluate<number>(`[document.querySelector('okpay-collect').shadowRoot.querySelector('[part=amount]')].map((shown) => shown.clientHeight / parseFloat(getComputedStyle(shown).lineHeight))[0]`);
          assert.ok(Math.abs(lines - 1) < 0.2, `${lines} lines`);
        });
      }
    });
  }

  it('phone: the app by a press, the page and the code beside it', () =>
    at(INDIA, PHONE, async (visit) => {
      const { page } = visit;
      await page.evaluate("globalThis.opened = []; addEventListener('payment-open', (event) => { event.preventDefault(); opened.push(event.url); })");
      await page.getByRole('button', { name: 'Continue to payment' }).tap();
      await page.getByRole('link', { name: 'Open a UPI app' }).tap();
      assert.deepEqual(await page.evaluate('opened'), [UPI]);
      await page.getByText('Waiting for the UPI app').waitFor();
      assert.deepEqual([await page.getByRole('img').count(), await page.getByRole('link', { name: 'Go to the payment page' }).count()], [1, 1]);
      await accessible(visit, 'phone');
    }));
});
