import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { devices, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { scan } from '../scanners.ts';
import { sharedBrowser } from './browser.ts';
import { BuiltSite, Visit } from './built-site.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const TOKEN = 'zjsdhd3';
const URI = `octopus://payment?token=${TOKEN}`;
const LANDING = `https://web-test.online.octopus.com.hk/oos/payment/?token=${TOKEN}`;
const CREATED = { status: 'pending', amount: '128.50', currency: 'HKD', reference: 'ORD-3108', octopus: { token: TOKEN, octopusUri: `${URI}&on=android`, landingUrl: LANDING } };

const phone = (name: string): BrowserContextOptions => {
  const { userAgent, isMobile, hasTouch } = devices[name]!;
  return { userAgent, isMobile, hasTouch, viewport: { width: 390, height: 844 } };
};
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15';
const TABLET = 'Mozilla/5.0 (Linux; Android 14; Pixel Tablet) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36';
const touches = (page: Page): Promise<void> => page.addInitScript({ content: "Object.defineProperty(navigator, 'maxTouchPoints', { get: () => 5 })" }).then(() => undefined);

/** What each shopper holds, and the address that opens the app there. */
const PHONES: Readonly<Record<string, { options: BrowserContextOptions; opens: string; prepare?: (page: Page) => Promise<void> }>> = {
  Android: { options: phone('Pixel 7'), opens: `${URI}&on=android` },
  iPhone: { options: phone('iPhone 14'), opens: URI },
  'an iPad that says it is a Mac': { options: { userAgent: MAC, isMobile: true, hasTouch: true, viewport: { width: 820, height: 1180 } }, opens: URI, prepare: touches },
};
const FACEBOOK = { ...phone('iPhone 14'), userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/470.0]' };

/** The page goes nowhere, and a press that opened nothing is known at once. */
const SCRIPT = `
  globalThis.opened = [];
  addEventListener('payment-open', (event) => { event.preventDefault(); opened.push(event.url); });
  const later = setTimeout;
  globalThis.setTimeout = (task, ms) => later(task, ms === 2500 && globalThis.hasty ? 0 : ms);
`;
const HEAD = '<meta name="viewport" content="width=device-width"><script src="/open.js"></script><script type="module" src="/cdn/paytags.js"></script>';
const CSS = ':root { color-scheme: light dark; background: light-dark(#fff, #181a1f) } octopus-pay::part(panel)::before, octopus-pay::part(panel)::after { display: none } octopus-pay::part(panel) { background: light-dark(#fff, #181a1f) }';

describe('<octopus-pay> on the built files', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  /** What the status of each payment is by now. */
  const statuses = new Map<string, string>();
  let created = 0;
  before(async () => {
    site = await BuiltSite.open(async (path, request) => {
      if (path === '/open.js') return new Response(SCRIPT, { headers: { 'content-type': 'text/javascript' } });
      if (path === '/payments') {
        const { method, currency } = (await request.json()) as Record<string, unknown>;
        assert.deepEqual([method, currency], ['octopus', 'HKD']);
        const statusUrl = `/is/${++created}`;
        return Response.json({ ...CREATED, statusUrl }, { status: 201 });
      }
      return path.startsWith('/is/') ? Response.json({ status: statuses.get(path) ?? 'pending', serverTime: new Date().toISOString(), expiresAt: new Date(Date.now() + 600_000).toISOString() }) : undefined;
    });
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  /** A shopper who has pressed "Pay with Octopus". */
  async function paying(options: BrowserContextOptions, live: (visit: Visit) => Promise<void>, prepare?: (page: Page) => Promise<void>): Promise<void> {
    const body = '<octopus-pay create-url="/payments" amount="128.50" merchant="Example Tea" reference="ORD-3108" help-url="/help"></octopus-pay>';
    const visit = await Visit.of(browser, site.page({ body, head: HEAD, css: CSS }), options, async (page) => {
      await page.addInitScript({ path: AXE });
      await prepare?.(page);
    });
    try {
      await visit.page.getByRole('button', { name: 'Pay with Octopus' }).click();
      await live(visit);
      await visit.assertClean();
    } finally {
      await visit.leave();
    }
  }
  const accessible = async ({ page }: Visit, state: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const violations = await page.evaluate<{ id: string; nodes: { failureSummary?: string }[] }[]>("axe.run('octopus-pay').then(({ violations }) => violations)");
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary}`), [], `${state}, ${colorScheme}`);
    }
  };
  /** The server says so, and the tag asks. */
  const become = async ({ page }: Visit, status: string): Promise<void> => {
    const tag = page.locator('octopus-pay');
    statuses.set(await tag.evaluate((element: { payment: { statusUrl: string } }) => new URL(element.payment.statusUrl).pathname), status);
    await tag.evaluate((element: { refresh(): Promise<unknown> }) => element.refresh());
  };

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`desktop, ${colorScheme}: two scanners read the app’s address, and the landing page stands beside it`, () =>
      paying({ viewport: { width: 1280, height: 800 }, colorScheme }, async (visit) => {
        const { page } = visit;
        assert.equal(await page.getByRole('link', { name: 'Open the payment page' }).getAttribute('href'), LANDING);
        await page.getByRole('img').waitFor();
        const { zbar, zxing } = await scan(await page.screenshot());
        assert.deepEqual([zbar, zxing], [[`${URI}&on=android`], [`${URI}&on=android`]]);
        if (colorScheme === 'light') await accessible(visit, 'desktop');
      }));
  }

  for (const [name, { options, opens, prepare }] of Object.entries(PHONES)) {
    it(`${name}: the app by a press, the landing page all the while, and the result`, () =>
      paying(
        options,
        async (visit) => {
          const { page } = visit;
          const app = page.getByRole('link', { name: 'Open the Octopus app' });
          const web = page.getByRole('link', { name: 'Pay on the web page' });
          assert.deepEqual([await app.getAttribute('href'), await web.getAttribute('href'), await page.locator('svg[part=symbol]').count()], [opens, LANDING, 0]);
          assert.deepEqual(await page.evaluate('opened'), []);
          await app.tap();
          assert.deepEqual(await page.evaluate('opened'), [opens]);
          await page.getByText('Waiting for the Octopus app').waitFor();
          assert.equal(await web.isVisible(), true);
          if (name === 'Android') await accessible(visit, 'opened');
          await page.evaluate('globalThis.hasty = true');
          await page.getByRole('link', { name: 'Open the app again' }).tap();
          await page.getByText('Did nothing open?', { exact: true }).waitFor();
          assert.ok((await web.boundingBox())!.y < (await page.getByRole('link', { name: 'Try the app again' }).boundingBox())!.y, 'the landing page comes first');
          if (name === 'iPhone') await accessible(visit, 'nothing opened');
          await become(visit, name === 'iPhone' ? 'failed' : 'paid');
          await page.getByRole('heading', { name: name === 'iPhone' ? 'The payment did not go through' : 'Paid' }).waitFor();
          if (name === 'iPhone') await page.getByRole('button', { name: 'Try again' }).waitFor();
        },
        prepare,
      ));
  }

  it('an Android tablet with a mouse: a desk, where the phone is another device', () =>
    paying({ userAgent: TABLET, viewport: { width: 1280, height: 800 } }, async ({ page }) => {
      await page.getByRole('img').waitFor();
      assert.deepEqual([await page.getByRole('link', { name: 'Open the payment page' }).count(), await page.getByRole('link', { name: 'Open the Octopus app' }).count()], [1, 0]);
    }));

  it('inside another app: the landing page at once, in the same tab', () =>
    paying(FACEBOOK, async (visit) => {
      const { page } = visit;
      await page.getByText('You are inside another app').waitFor();
      const web = page.getByRole('link', { name: 'Pay on the web page' });
      assert.equal(await web.getAttribute('target'), '_self');
      await web.tap();
      assert.deepEqual(await page.evaluate('opened'), [LANDING]);
      await accessible(visit, 'inside another app');
    }));

  it('an amount between the steps of 10 cents asks nobody', async () => {
    const visit = await Visit.of(browser, site.page({ body: '<octopus-pay create-url="/payments" amount="128.53"></octopus-pay>', head: HEAD }));
    try {
      await visit.page.getByRole('heading', { name: 'Octopus can’t take this amount' }).waitFor();
      assert.deepEqual(visit.asked.filter((url) => url.endsWith('/payments')), []);
    } finally {
      await visit.leave();
    }
  });
});
