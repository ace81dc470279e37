import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright';
import { scanPixels } from '../scanners.ts';
import { sharedBrowser } from './browser.ts';
import { assertBars, type Box, boxOf, pictureOf, QUIET_ZONE } from './bars-pixels.ts';
import { BuiltSite, Visit } from './built-site.ts';
import { tagOf, VOUCHERS, type Voucher } from './vouchers.ts';

const SYMBOL = 'okto-cash-barcode [part="symbol"]';
const PLATE = 'okto-cash-barcode [part="plate"]';
const NARROW = 'okto-cash-barcode .narrow';
/** A tag says that its bars are narrow below this, in device pixels to the module. */
const LEAST_PIXELS = 2;

const SCHEMES = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;
const WIDTHS = [320, 360, 390, 768, 1280];
const WINDOW = 1280;
const HEIGHT = 700;

/** The columns of a shop: every position and width a fraction of a pixel, or none. */
const COLUMNS = ['main { padding: 0 }', 'main { padding: 7.7px 3.35px 0 0.3px; font-size: 15.3px }'];

/** Where drawing and plate stand. */
const boxes = async (page: Page) => [await boxOf(page, SYMBOL), await boxOf(page, PLATE)] as const;

/** Whether the modules of a drawing have less than two device pixels. */
const isNarrow = (symbol: Box | undefined, dpr: number, modules: string): boolean =>
  Math.round(((symbol?.width ?? 0) * dpr) / (modules.length + 2 * QUIET_ZONE)) < LEAST_PIXELS;

describe('the bars that the built files draw, pixel by pixel and read from screenshots by two scanners', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await BuiltSite.open();
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  /** Somebody with a tag in a column, and what becomes of the rest of it later. */
  async function visit(dpr: number, width: number, column: string): Promise<Visit> {
    const css = `:root { color-scheme: light dark; background: Canvas } body { margin: 0 } ${column}`;
    const seen = await Visit.of(browser, site.page({ body: `<main>${tagOf(VOUCHERS[0]!)}</main>`, css }), { deviceScaleFactor: dpr, viewport: { width, height: HEIGHT } });
    await seen.page.getByText('Show at the till').waitFor();
    return seen;
  }

  /** A window of another width, once the page has it. */
  async function resize(page: Page, width: number): Promise<void> {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.waitForFunction((wanted) => (globalThis as unknown as { innerWidth: number }).innerWidth === wanted, width);
  }

  /** Another voucher: its bars are whole and read, or there are none, and the tag has said what it has to. Gives how wide a module is. */
  async function assertRead(seen: Visit, dpr: number, { id, packageId, paymentCode, gs1Pattern, text, readable, modules }: Voucher): Promise<number> {
    const { page } = seen;
    await page.locator('okto-cash-barcode').evaluate(async (tag: { updateComplete: Promise<unknown> }, given) => {
      Object.assign(tag, given);
      await tag.updateComplete;
    }, { packageId, paymentCode, gs1Pattern });
    // How wide a module came out is measured after it is drawn, and the sentence that it is too narrow moves what stands below.
    let [symbol, plate] = await boxes(page);
    await seen.until(`${id} stands still`, async () => {
      const before = JSON.stringify([symbol, plate]);
      [symbol, plate] = await boxes(page);
      return JSON.stringify([symbol, plate]) === before && (await page.locator(NARROW).count()) === (isNarrow(symbol, dpr, modules) ? 1 : 0);
    });
    let pixels = 0;
    if (symbol) {
      const picture = await pictureOf(page, plate!, dpr);
      try {
        pixels = assertBars(picture, symbol, modules);
        assert.deepEqual(await scanPixels(picture.png), { zbar: [text], zxing: [readable] });
      } catch (error) {
        const now = { symbol, plate, then: await boxes(page), scrolled: await page.evaluate('scrollY') };
        throw new Error(`${id}: ${(error as Error).message}; ${JSON.stringify(now)}`, { cause: error });
      }
    }
    assert.equal(await page.locator(NARROW).count(), pixels < LEAST_PIXELS ? 1 : 0, `${id} at ${pixels} pixels to the module`);
    return pixels;
  }

  for (const dpr of [1, 2, 3]) {
    it(`at DPR ${dpr}, in every width and in every scheme`, async () => {
      const seen = await visit(dpr, WIDTHS[0]!, COLUMNS[dpr % 2]!);
      const wide: number[] = [];
      try {
        for (const [column, width] of WIDTHS.entries()) {
          await resize(seen.page, width);
          // Over two resolutions each width has each scheme.
          for (const scheme of SCHEMES.filter((_, row) => (row + column + dpr) % 2)) {
            await seen.page.emulateMedia(scheme);
            wide.push(await assertRead(seen, dpr, VOUCHERS[(wide.length + dpr * 3) % VOUCHERS.length]!));
          }
        }
        await seen.assertClean();
        assert.ok(Math.max(...wide) >= LEAST_PIXELS * dpr, `${Math.max(...wide)} device pixels to the module at most`);
      } finally {
        await seen.leave();
      }
    });
  }

  // The browser's zoom is a larger or smaller CSS pixel in a window that stays as it is.
  for (const zoom of [0.8, 0.9, 1.1, 1.25, 1.5, 1.75, 2]) {
    it(`at ${Math.round(zoom * 100)} % zoom, in a window of ${WINDOW} pixels and in half of it`, async () => {
      const seen = await visit(zoom, Math.round(WINDOW / zoom), COLUMNS[1]!);
      try {
        for (const [at, width] of [WINDOW, WINDOW / 2].entries()) {
          await resize(seen.page, Math.round(width / zoom));
          await seen.page.emulateMedia(SCHEMES[at]!);
          await assertRead(seen, zoom, VOUCHERS[Math.round(zoom * 20 + at * 5) % VOUCHERS.length]!);
        }
      } finally {
        await seen.leave();
      }
    });
  }

  it('in a column that has no room for a device pixel to the module there are none, and the tag says so', async () => {
    const seen = await visit(1, 240, COLUMNS[0]!);
    try {
      for (const each of VOUCHERS.filter(({ modules }) => modules.length > 240)) assert.equal(await assertRead(seen, 1, each), 0, each.id);
      assert.ok(await seen.page.getByRole('button', { name: 'Show at the till' }).isVisible());
      assert.equal(await seen.page.locator('okto-cash-barcode .narrow').textContent(), 'The barcode is too small for scanners here. At the till, show it full screen.');
    } finally {
      await seen.leave();
    }
  });
});
