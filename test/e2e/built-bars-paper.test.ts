import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { PNG } from 'pngjs';
import { barsSymbol } from '../../src/ui/bars-symbol.ts';
import { scan } from '../scanners.ts';
import { sharedBrowser } from './browser.ts';
import { assertBars, boxOf, pictureOf, QUIET_ZONE } from './bars-pixels.ts';
import { BuiltSite, Visit } from './built-site.ts';
import { rasterOf, sheetsOf, type Sheet } from './pdf.ts';
import { OTHER_CODES, tagOf, VOUCHERS, voucher, type Voucher } from './vouchers.ts';

/** What a till's scanner takes for sure, in mm. */
const LEAST_X_MM = 0.33;
/** Pixels to the mm of a printer with 300 dots to the inch. */
const PER_MM = 12;

describe('the bars on paper and in files', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await BuiltSite.open();
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  async function visit(given: Voucher, dpr = 1): Promise<Visit> {
    const css = ':root { color-scheme: dark; background: #123 }';
    const seen = await Visit.of(browser, site.page({ body: tagOf(given), css }), { deviceScaleFactor: dpr, colorScheme: 'dark' }, async (page) =>
      void (await page.addInitScript({ content: 'globalThis.dialogs = 0; window.print = () => { dialogs += 1; };' })),
    );
    await seen.page.getByRole('button', { name: 'Print' }).waitFor();
    return seen;
  }

  /** Presses "Print", and gives what the browser then writes. */
  async function printed(seen: Visit, pdf: NonNullable<Parameters<Visit['page']['pdf']>[0]>): Promise<Sheet[]> {
    await seen.page.evaluate('dialogs = 0');
    await seen.page.getByRole('button', { name: 'Print' }).click();
    await seen.page.waitForFunction(() => (globalThis as unknown as { dialogs: number }).dialogs > 0);
    return sheetsOf(await seen.page.pdf({ preferCSSPageSize: true, ...pdf }));
  }

  for (const [format, dpr] of [['A4', 1], ['Letter', 3]] as const) {
    it(`on ${format}, from a page at DPR ${dpr}: an X-dimension of 0.33 mm or more with 10X of white, measured in the PDF and read from it`, async () => {
      const seen = await visit(VOUCHERS[0]!, dpr);
      try {
        for (const [at, given] of VOUCHERS.filter((_, nth) => nth % 2 === dpr >> 1).entries()) {
          const { packageId, paymentCode, gs1Pattern } = given;
          await seen.page.locator('okto-cash-barcode').evaluate((tag, values) => void Object.assign(tag as object, values), { packageId, paymentCode, gs1Pattern });
          await seen.page.locator('okto-cash-barcode [part="readable"]').getByText(given.readable).waitFor();
          const [sheet, ...more] = await printed(seen, { format, printBackground: at % 2 === 0 });
          assert.ok(sheet && !more.length, 'one page');
          await assertPrinted(sheet, given);
          assert.ok(sheet.text.replace(/\s/g, '').includes(given.readable), sheet.text);
        }
        await seen.assertClean();
      } finally {
        await seen.leave();
      }
    });
  }

  it('on A6 they keep their size', async () => {
    const seen = await visit(voucher('gs-07'));
    try {
      const sheet = (await printed(seen, { format: 'A6' })).find(({ areas }) => areas.some(isBars));
      assert.ok(sheet, 'the bars are on a page');
      await assertPrinted(sheet, voucher('gs-07'));
    } finally {
      await seen.leave();
    }
  });

  for (const id of ['gs-13', 'gs-22'] as const) {
    it(`${id} saved as PNG and SVG`, async () => {
      const given = voucher(id);
      const seen = await visit(given, 2);
      try {
        const [png, svg] = [await saved(seen, 'png'), await saved(seen, 'svg')];
        assert.match(png.name, /^okto-cash-example-games-10\.00\.png$/);
        assert.deepEqual(await scan(png.file), { zbar: [given.text], zxing: [given.readable] });
        const { width, height, data } = PNG.sync.read(png.file);
        const box = { x: 0, y: 0, width, height };
        assertBars({ png: Object.assign(new PNG({ width, height }), { data }), x: 0, y: 0, dpr: 1 }, box, given.modules);
        assert.ok(width >= 1000, `${width} pixels wide`);
        assert.match(svg.name, /\.svg$/);
        await assertDrawn(`data:image/svg+xml;base64,${svg.file.toString('base64')}`, given);
        await seen.assertClean();
      } finally {
        await seen.leave();
      }
    });
  }

  for (const { id, text, readable, modules } of OTHER_CODES) {
    it(`${id}, which no voucher is, drawn by the same symbol`, async () => {
      const symbol = barsSymbol(text);
      assert.equal(symbol.modules, modules.length + 2 * QUIET_ZONE);
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${symbol.modules} 1" width="${symbol.modules * 3}" height="100" preserveAspectRatio="none" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${symbol.modules}v1H0z"/><path d="${symbol.path}"/></svg>`;
      await assertDrawn(`data:image/svg+xml,${encodeURIComponent(svg)}`, { text, readable, modules });
    });
  }

  async function saved(seen: Visit, format: 'png' | 'svg'): Promise<{ name: string; file: Buffer }> {
    const [download] = await Promise.all([
      seen.page.waitForEvent('download'),
      seen.page.locator('okto-cash-barcode').evaluate((tag: { save(format: string): Promise<void> }, as) => tag.save(as), format),
    ]);
    return { name: download.suggestedFilename(), file: await readFile(await download.path()) };
  }

  /** A picture alone in a window, as a viewer shows it. */
  async function assertDrawn(url: string, { text, readable, modules }: Pick<Voucher, 'text' | 'readable' | 'modules'>): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 3400, height: 1000 } });
    try {
      const page = await context.newPage();
      await page.goto(url);
      const box = await boxOf(page, 'svg');
      const picture = await pictureOf(page, box!, 1);
      assertBars(picture, box!, modules);
      assert.deepEqual(await scan(PNG.sync.write(picture.png)), { zbar: [text], zxing: [readable] });
    } finally {
      await context.close();
    }
  }
});

/** Bars are one black area with many outlines. */
const isBars = ({ outlines, grey }: Sheet['areas'][number]): boolean => outlines.length > 15 && grey === 0;

async function assertPrinted(sheet: Sheet, { text, readable, modules }: Voucher): Promise<void> {
  const areas = sheet.areas.filter(isBars);
  assert.equal(areas.length, 1, 'one area of bars');
  const bars = areas[0]!.outlines.map((outline) => [Math.min(...outline.map(([x]) => x)), Math.max(...outline.map(([x]) => x)), Math.min(...outline.map(([, y]) => y)), Math.max(...outline.map(([, y]) => y))] as const).sort((a, b) => a[0] - b[0]);
  const [left, right] = [bars[0]![0], Math.max(...bars.map((bar) => bar[1]))];
  const x = (right - left) / modules.length;
  assert.ok(x >= LEAST_X_MM - 0.001, `an X-dimension of ${x} mm`);
  const wanted = [...modules.matchAll(/1+/g)].map(({ 0: bar, index }) => [index, bar.length] as const);
  assert.equal(bars.length, wanted.length);
  for (const [at, [from, to]] of bars.entries()) {
    const [index, wide] = wanted[at]!;
    assert.ok(Math.abs(from - left - index * x) < 0.02 * x && Math.abs(to - from - wide * x) < 0.02 * x, `bar ${at} goes from ${from} to ${to} mm`);
  }
  const [top, bottom] = [Math.min(...bars.map((bar) => bar[2])), Math.max(...bars.map((bar) => bar[3]))];
  assert.ok(bottom - top >= 0.15 * (right - left), `${bottom - top} mm high`);
  assert.ok(left - QUIET_ZONE * x >= 0 && right + QUIET_ZONE * x <= sheet.width, 'the quiet zone is on the sheet');
  // What a scanner has in sight: the bars, and all that stands in and just beyond their quiet zone.
  const around = (QUIET_ZONE + 5) * x;
  const moved = sheet.areas.map(({ outlines, grey }) => ({ grey, outlines: outlines.map((outline) => outline.map(([across, down]) => [across - left + around, down - top + 3] as const)) }));
  const raster = rasterOf({ ...sheet, areas: moved, width: right - left + 2 * around, height: bottom - top + 6 }, PER_MM);
  const { width, data } = PNG.sync.read(raster);
  const row = Math.round(((bottom - top) / 2 + 3) * PER_MM);
  for (let beside = 1; beside < QUIET_ZONE * x * PER_MM; beside += 1) {
    for (const column of [Math.floor(around * PER_MM) - beside, Math.ceil((around + right - left) * PER_MM) + beside]) assert.equal(data[(row * width + column) * 4], 255, `ink in the quiet zone, ${beside / PER_MM} mm from the bars`);
  }
  assert.deepEqual(await scan(raster), { zbar: [text], zxing: [readable] });
}
