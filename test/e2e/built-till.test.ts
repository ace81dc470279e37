import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { PNG } from 'pngjs';
import { sharedBrowser } from './browser.ts';
import { assertBars, boxOf, type Picture } from './bars-pixels.ts';
import { BuiltSite, Visit } from './built-site.ts';
import { ScriptedShop } from './scripted-shop.ts';
import { tagOf, voucher } from './vouchers.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const SYMBOL = 'okto-cash-barcode dialog svg[role="img"]';
const CODE = voucher('gs-07');
/** Modules with 10 of quiet zone on either side. */
const MODULES = CODE.modules.length + 20;

/** A page as long as others, with the tag in the middle. */
const SHOP = { body: `<p class="tall">SHOP</p>${tagOf(CODE, 'status-url="/payments/till"')}<p class="tall">SHOP</p>`, css: ':root { color-scheme: light dark; background: Canvas } .tall { height: 900px }' };

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true } as const;
const DESKTOP = { viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 } as const;

/** Runs in the page: what a router would note, and where it is. */
const ROUTER = `history.replaceState({ router: 7 }, ''); globalThis.pops = []; addEventListener('popstate', ({ state }) => pops.push(state)); true`;

/** The whole window as the screen shows it. */
const windowOf = async (page: Page, dpr: number): Promise<Picture> => ({ png: PNG.sync.read(await page.screenshot()), x: 0, y: 0, dpr });

describe('the view for the till in Chromium, on the built files under the strict policy', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  const shop = new ScriptedShop();
  before(async () => {
    site = await BuiltSite.open(shop.routes);
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  /** Somebody who is about to press "Show at the till". */
  async function visit(options: BrowserContextOptions, name = 'till', prepare?: Parameters<typeof Visit.of>[3]): Promise<Visit> {
    const body = SHOP.body.replace('/payments/till', `/payments/${name}`);
    const seen = await Visit.of(browser, site.page({ ...SHOP, body }), options, prepare);
    await seen.page.getByRole('button', { name: 'Show at the till' }).waitFor();
    await seen.page.evaluate(ROUTER);
    return seen;
  }

  const dialog = ({ page }: Visit) => page.getByRole('dialog', { name: 'Pay in cash with OKTO Cash' });

  async function open(seen: Visit): Promise<void> {
    await seen.page.getByRole('button', { name: 'Show at the till' }).click();
    await dialog(seen).waitFor();
    await fullScreen(seen, true);
  }

  const fullScreen = (seen: Visit, filled: boolean) => seen.until('full screen, or not', async () => (await seen.page.evaluate('Boolean(document.fullscreenElement)')) === filled);

  /** The page stands as it stood before the view, with the focus on its button. */
  async function assertClosed(seen: Visit, focused = 'Show at the till', scrolled?: unknown): Promise<void> {
    await dialog(seen).waitFor({ state: 'detached' });
    await fullScreen(seen, false);
    await seen.until('the history is as before', () => seen.page.evaluate('JSON.stringify(history.state) === \'{"router":7}\''));
    // Where full screen was still to come, the browser takes a moment to give it up.
    await seen.until('the page can be scrolled', () => seen.page.evaluate('getComputedStyle(document.documentElement).overflow === "visible"'));
    assert.equal(await seen.page.evaluate('document.adoptedStyleSheets.length'), 0);
    assert.equal(await seen.page.evaluate('document.activeElement.shadowRoot?.activeElement?.innerText.trim().split("\\n")[0]'), focused);
    if (scrolled !== undefined) assert.equal(await seen.page.evaluate('scrollY'), scrolled);
    assert.deepEqual(await seen.page.evaluate('pops.filter((state) => state?.router !== 7)'), []);
    await seen.assertClean();
  }

  for (const [what, options, turned, least] of [
    ['a phone held upright', PHONE, true, 8],
    ['a phone on its side', { ...PHONE, viewport: { width: 844, height: 390 } }, false, 8],
    ['a small phone', { ...PHONE, viewport: { width: 320, height: 568 }, deviceScaleFactor: 2 }, true, 4],
    ['a desktop', DESKTOP, false, 4],
    ['a desktop at 110 %', { ...DESKTOP, deviceScaleFactor: 1.1 }, false, 5],
    ['a screen of 150 %', { viewport: { width: 853, height: 480 }, deviceScaleFactor: 1.5 }, false, 4],
  ] as const) {
    for (const [scheme, forcedColors] of [['light', 'none'], ['dark', 'none'], ['dark', 'active']] as const) {
      it(`${what}, ${scheme}${forcedColors === 'active' ? ' in forced colours' : ''}: white to the edges, whole device pixels to the module, as many as fit`, async () => {
        const seen = await visit({ ...options, colorScheme: scheme, forcedColors });
        try {
          await open(seen);
          const { width, height } = options.viewport;
          const dpr = options.deviceScaleFactor;
          const box = (await boxOf(seen.page, SYMBOL))!;
          const picture = await windowOf(seen.page, dpr);
          const pixels = assertBars(picture, box, CODE.modules, turned);
          assert.equal(pixels, Math.floor((Math.max(width, height) * dpr) / MODULES));
          assert.ok(pixels >= least - 1, `${pixels} device pixels to the module`);
          const high = turned ? box.width : box.height;
          assert.ok(high > 0.5 * Math.min(width, height), `the bars are ${high} px high`);
          for (const [x, y] of [[0, 0], [width - 1, 0], [0, height - 1], [width - 1, height - 1], [0, height / 2], [width / 2, 0]] as const) {
            assert.equal(picture.png.data.readUIntBE((Math.floor(y * dpr) * picture.png.width + Math.floor(x * dpr)) * 4, 3), 0xffffff, `at ${x}, ${y}`);
          }
          await seen.assertClean();
        } finally {
          await seen.leave();
        }
      });
    }
  }

  it('a phone that is turned, and a page that is zoomed, are drawn anew', async () => {
    const seen = await visit(PHONE);
    try {
      await open(seen);
      const cdp = await seen.page.context().newCDPSession(seen.page);
      for (const [width, height, dpr, turned] of [[844, 390, 3, false], [390, 844, 3, true], [1024, 768, 1.25, false], [700, 500, 2, false]] as const) {
        await cdp.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: dpr, mobile: false });
        const wanted = Math.floor((Math.max(width, height) * dpr) / MODULES);
        await seen.until(`${wanted} pixels to the module`, async () => {
          const box = await boxOf(seen.page, SYMBOL);
          return Boolean(box) && Math.round((Math.max(box!.width, turned ? box!.height : 0) * dpr) / MODULES) === wanted;
        });
        const box = (await boxOf(seen.page, SYMBOL))!;
        // Playwright's own picture would take the window's size back.
        const { data } = (await cdp.send('Page.captureScreenshot', { format: 'png' })) as { data: string };
        assert.equal(assertBars({ png: PNG.sync.read(Buffer.from(data, 'base64')), x: 0, y: 0, dpr }, box, CODE.modules, turned), wanted);
      }
    } finally {
      await seen.leave();
    }
  });

  for (const [how, close] of [
    ['Close', (seen: Visit) => dialog(seen).getByRole('button', { name: 'Close' }).click()],
    ['Escape', (seen: Visit) => seen.page.keyboard.press('Escape')],
    ['Back', (seen: Visit) => seen.page.evaluate('history.back()')],
    ['leaving full screen', (seen: Visit) => seen.page.evaluate('document.exitFullscreen()')],
  ] as const) {
    for (const [device, options] of [['a phone', PHONE], ['a desktop', DESKTOP]] as const) {
      it(`${how} on ${device}: the page stands where it stood, and Back leaves it by one step`, async () => {
        const seen = await visit(options);
        try {
          await seen.page.evaluate('scrollTo(0, 500)');
          await seen.page.getByRole('button', { name: 'Show at the till' }).focus();
          const scrolled = await seen.page.evaluate('scrollY');
          await seen.page.keyboard.press('Enter');
          await dialog(seen).waitFor();
          await fullScreen(seen, true);
          await seen.page.mouse.move(200, 200);
          await seen.page.mouse.wheel(0, 300);
          await seen.page.keyboard.press('PageDown');
          assert.equal(await seen.page.evaluate('scrollY'), scrolled, 'nothing moves behind the view');
          await close(seen);
          await assertClosed(seen, 'Show at the till', scrolled);
          await seen.page.goBack();
          assert.equal(seen.page.url(), 'about:blank');
        } finally {
          await seen.leave();
        }
      });
    }
  }

  it('by keyboard alone: the focus stays in the view, and comes back to the button', async () => {
    const seen = await visit(DESKTOP);
    try {
      await seen.page.getByRole('button', { name: 'Show at the till' }).focus();
      await seen.page.keyboard.press('Space');
      await dialog(seen).waitFor();
      for (let step = 0; step < 3; step += 1) {
        const inside = await seen.page.evaluate('(document.activeElement === document.body || document.activeElement.shadowRoot?.activeElement?.textContent.trim())');
        assert.ok(inside === 'Close' || inside === true, String(inside));
        await seen.page.keyboard.press('Tab');
      }
      await dialog(seen).getByRole('button').focus();
      await seen.page.keyboard.press('Enter');
      await assertClosed(seen);
    } finally {
      await seen.leave();
    }
  });

  for (const [status, said] of [['paid', 'Paid'], ['expired', 'This barcode has expired']] as const) {
    it(`${status} while it is open: the view goes, the page speaks, and the entry goes`, async () => {
      shop.says(status, { status: 'pending', pollAfterMs: 1_000 });
      const seen = await visit(PHONE, status);
      try {
        await open(seen);
        shop.says(status, { status });
        await seen.page.evaluate('document.querySelector("okto-cash-barcode").refresh()');
        await seen.hears(`payment-${status}`);
        await assertClosed(seen, await seen.page.locator('[part="heading"]').innerText());
        const region = seen.page.locator('okto-cash-barcode [role="status"]');
        await seen.until('the region speaks', async () => (await region.textContent())!.startsWith(said));
        assert.equal(await region.count(), 1);
      } finally {
        await seen.leave();
      }
    });
  }

  for (const [what, go] of [
    ['at once', 'location.assign("/payments/thanks")'],
    ['a moment later', 'setTimeout(() => location.assign("/payments/thanks"), 50)'],
    ['after the view has put its entry away', 'setTimeout(() => location.assign("/payments/thanks"), 800)'],
  ] as const) {
    it(`a page that goes to its thanks ${what} after paid arrives there, on a slow network too`, async () => {
      const name = `goes-${what.length}`;
      shop.says(name, { status: 'pending', pollAfterMs: 1_000 });
      const seen = await visit(PHONE, name, async (page) => void (await page.route('**/thanks', async (route) => {
        await new Promise((late) => setTimeout(late, 700));
        await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Thanks</title>' });
      })));
      try {
        await open(seen);
        await seen.page.evaluate(`addEventListener('payment-paid', () => { ${go} }); true`);
        shop.says(name, { status: 'paid' });
        await seen.page.evaluate('void document.querySelector("okto-cash-barcode").refresh()');
        await seen.page.waitForURL('**/thanks');
        assert.equal(await seen.page.title(), 'Thanks');
      } finally {
        await seen.leave();
      }
    });
  }

  it('the tag’s own way to success-url works from the view', async () => {
    shop.says('redirect', { status: 'pending', pollAfterMs: 1_000 });
    const seen = await visit(PHONE, 'redirect', async (page) =>
      void (await page.route('**/thanks', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Thanks</title>' }))),
    );
    try {
      await seen.page.evaluate('document.querySelector("okto-cash-barcode").setAttribute("success-url", "/thanks")');
      await open(seen);
      shop.says('redirect', { status: 'paid' });
      await seen.page.evaluate('void document.querySelector("okto-cash-barcode").refresh()');
      await seen.page.waitForURL('**/thanks');
    } finally {
      await seen.leave();
    }
  });

  it('a tag that is taken out of the page takes full screen, history and stillness with it', async () => {
    const seen = await visit(PHONE);
    try {
      await open(seen);
      await seen.page.evaluate('document.querySelector("okto-cash-barcode").remove()');
      await fullScreen(seen, false);
      await seen.until('the page is as before', () => seen.page.evaluate('JSON.stringify([history.state, getComputedStyle(document.documentElement).overflow]) === \'[{"router":7},"visible"]\''));
      await seen.assertClean();
    } finally {
      await seen.leave();
    }
  });

  it('a reload while it is open: the tag is there without the view, and it opens and closes again', async () => {
    const seen = await visit(PHONE);
    try {
      await open(seen);
      const before = await seen.page.evaluate('history.length');
      await seen.page.reload();
      await seen.page.getByRole('button', { name: 'Show at the till' }).waitFor();
      assert.equal(await dialog(seen).count(), 0);
      await seen.page.getByRole('button', { name: 'Show at the till' }).focus();
      await seen.page.keyboard.press('Enter');
      await dialog(seen).waitFor();
      assert.equal(await seen.page.evaluate('history.length'), before);
      await seen.page.evaluate('globalThis.pops = []');
      await seen.page.keyboard.press('Escape');
      await assertClosed(seen);
    } finally {
      await seen.leave();
    }
  });

  it('axe finds nothing, in both schemes, upright and on its side', async () => {
    const seen = await visit(PHONE, 'till', async (page) => void (await page.addInitScript({ path: AXE })));
    try {
      await open(seen);
      for (const viewport of [PHONE.viewport, { width: 844, height: 390 }]) {
        await seen.page.setViewportSize(viewport);
        for (const colorScheme of ['light', 'dark'] as const) {
          await seen.page.emulateMedia({ colorScheme });
          const found = await seen.page.evaluate<{ id: string; nodes: { target: unknown; failureSummary: string }[] }[]>('axe.run(document.querySelector("okto-cash-barcode"), { resultTypes: ["violations"] }).then(({ violations }) => violations)');
          assert.deepEqual(found.map(({ id, nodes }) => [id, nodes.map(({ target, failureSummary }) => `${String(target)} ${failureSummary}`)]), []);
        }
      }
    } finally {
      await seen.leave();
    }
  });

  it('nothing of it is fetched before it is asked for; where it cannot be had, the page goes on and the console says so', async () => {
    const seen = await visit(DESKTOP, 'till', async (page) => void (await page.route('**/cdn/till.js', (route) => route.abort())));
    try {
      await seen.page.waitForLoadState('networkidle');
      assert.ok(!seen.files.some((file) => file.includes('till')), seen.files.join());
      await seen.page.getByRole('button', { name: 'Show at the till' }).click();
      await seen.until('the console says so', () => seen.console.some((line) => line.includes('till.js')));
      assert.deepEqual([await dialog(seen).count(), await seen.page.evaluate('history.state')], [0, { router: 7 }]);
    } finally {
      await seen.leave();
    }
  });
});
