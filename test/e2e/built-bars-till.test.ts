import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { scanPixels } from '../scanners.ts';
import { sharedBrowser } from './browser.ts';
import { assertBars, boxOf, pictureOf, QUIET_ZONE } from './bars-pixels.ts';
import { BuiltSite, Visit } from './built-site.ts';
import { tagOf, VOUCHERS, voucher, type Voucher } from './vouchers.ts';

const SYMBOL = 'okto-cash-barcode dialog svg[role="img"]';
const DARK = { colorScheme: 'dark', forcedColors: 'none' } as const;
const FORCED = { colorScheme: 'dark', forcedColors: 'active' } as const;
const LIGHT = { colorScheme: 'light', forcedColors: 'none' } as const;

/** Phones held upright, where the view is turned, and on their side; a tablet, a desktop. */
const WINDOWS = [[390, 844], [844, 390], [320, 568], [568, 320], [1024, 768], [1280, 720]] as const;

describe('the view for the till, pixel by pixel and read from screenshots by two scanners', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await BuiltSite.open();
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  /** Somebody who has pressed "Show at the till". */
  async function visit(dpr: number, [width, height]: readonly [number, number], first: Voucher): Promise<Visit> {
    const css = ':root { color-scheme: light dark; background: Canvas; font-size: 17.3px }';
    const seen = await Visit.of(browser, site.page({ body: tagOf(first), css }), { deviceScaleFactor: dpr, viewport: { width, height } });
    await seen.page.getByRole('button', { name: 'Show at the till' }).click();
    await seen.page.locator(SYMBOL).waitFor();
    return seen;
  }

  /** The bars are as wide as whole pixels allow, and read. */
  async function assertRead({ page }: Visit, dpr: number, { id, text, readable, modules }: Voucher): Promise<void> {
    const { width, height } = page.viewportSize()!;
    const symbol = await boxOf(page, SYMBOL);
    assert.ok(symbol, `${id}: there are bars`);
    const picture = await pictureOf(page, { x: 0, y: 0, width, height }, dpr, 0);
    try {
      const pixels = assertBars(picture, symbol, modules, height > width);
      assert.equal(pixels, Math.floor((Math.max(width, height) * dpr) / (modules.length + 2 * QUIET_ZONE)), 'as many pixels to the module as the longer side holds');
      assert.deepEqual(await scanPixels(picture.png), { zbar: [text], zxing: [readable] });
    } catch (error) {
      (error as Error).message = `${id} on ${width} x ${height} at DPR ${dpr}: ${(error as Error).message}`;
      throw error;
    }
  }

  for (const dpr of [1, 2, 3]) {
    it(`at DPR ${dpr}, in portrait and landscape, in every scheme`, async () => {
      const seen = await visit(dpr, WINDOWS[0], VOUCHERS[dpr]!);
      try {
        for (const [at, [width, height]] of WINDOWS.entries()) {
          await seen.page.setViewportSize({ width, height });
          await seen.page.emulateMedia([LIGHT, DARK, FORCED][(at + dpr) % 3]!);
          const next = VOUCHERS[(at * 3 + dpr) % VOUCHERS.length]!;
          await seen.page.locator('okto-cash-barcode').evaluate((tag, given) => void Object.assign(tag as object, given), { packageId: next.packageId, paymentCode: next.paymentCode, gs1Pattern: next.gs1Pattern });
          await seen.page.getByRole('dialog').getByText(next.readable).waitFor();
          await assertRead(seen, dpr, next);
        }
        await seen.assertClean();
      } finally {
        await seen.leave();
      }
    });
  }

  for (const [zoom, id] of [[0.8, 'gs-22'], [1.25, 'gs-07'], [1.75, 'gs-13'], [2, 'gs-24']] as const) {
    it(`at ${Math.round(zoom * 100)} % zoom`, async () => {
      const size = [Math.round(1280 / zoom), Math.round(900 / zoom)] as const;
      const seen = await visit(zoom, size, voucher(id));
      try {
        await assertRead(seen, zoom, voucher(id));
        await seen.page.setViewportSize({ width: 400, height: Math.round(1000 / zoom) });
        await assertRead(seen, zoom, voucher(id));
      } finally {
        await seen.leave();
      }
    });
  }

  it('in a window whose column has no room for bars at all', async () => {
    const widest = voucher('gs-22');
    const seen = await visit(1, [240, 640], widest);
    try {
      assert.equal(await boxOf(seen.page, 'okto-cash-barcode [part="symbol"]'), undefined);
      await assertRead(seen, 1, widest);
    } finally {
      await seen.leave();
    }
  });
});
