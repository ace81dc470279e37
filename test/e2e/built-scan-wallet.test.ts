import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { scan } from '../scanners.ts';
import { sharedBrowser } from './browser.ts';
import { BuiltSite, Visit } from './built-site.ts';

/** A short code, a usual address, and the longest text that is drawn. */
const CODES = ['OKTO-1234567890', 'https://wallet.okto.example/0f8fad5bd9cb469fa165708f7b6f2e41', `OKTO:${'Aa1-'.repeat(126)}x`];
const WIDTHS = [320, 390, 1280];
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';
const SCHEMES = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

describe('the code for the OKTO app that the built files draw, read from screenshots by two scanners', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await BuiltSite.open();
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  for (const dpr of [1, 2, 3]) {
    it(`at DPR ${dpr}, each code in a width and a scheme of its own, with the button to the app and without`, async () => {
      const body = `<okto-wallet-qr code="${CODES[0]}" app-url="okto://approve/1"></okto-wallet-qr>`;
      const css = ':root { color-scheme: light dark; background: Canvas } body { margin: 0 }';
      const seen = await Visit.of(browser, site.page({ body, css }), { deviceScaleFactor: dpr, viewport: { width: 320, height: 900 }, ...(dpr > 1 && { userAgent: ANDROID }) });
      const tag = seen.page.locator('okto-wallet-qr');
      try {
        for (const [at, width] of WIDTHS.entries()) {
          const code = CODES[(at + dpr) % CODES.length]!;
          await seen.page.setViewportSize({ width, height: 900 });
          await seen.page.emulateMedia(SCHEMES[(at + 2 * dpr) % SCHEMES.length]!);
          await tag.evaluate(async (element: { code: string; updateComplete: Promise<unknown> }, next) => {
            element.code = next;
            await element.updateComplete;
          }, code);
          assert.equal(await tag.getByText('Approve in the OKTO app').count(), dpr > 1 ? 1 : 0);
          assert.deepEqual(await scan(await tag.getByRole('img').screenshot()), { zbar: [code], zxing: [code] }, `${width} px, ${code.length} characters`);
        }
        await seen.assertClean();
      } finally {
        await seen.leave();
      }
    });
  }
});
