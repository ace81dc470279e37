import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { scan } from '../scanners.ts';
import { sharedBrowser } from './browser.ts';
import { BuiltSite, Visit } from './built-site.ts';

/** What each tag draws: a short code, a usual one, and the longest that is drawn; and what says on a phone that the app is on it. */
const TAGS = {
  'okto-wallet-qr': {
    given: 'app-url="okto://approve/1"', of: 'code', opens: 'Approve in the OKTO app',
    codes: ['OKTO-1234567890', 'https://wallet.okto.example/0f8fad5bd9cb469fa165708f7b6f2e41', `OKTO:${'Aa1-'.repeat(126)}x`],
  },
  // On a phone its app opens by a press alone: there is no code to scan.
  'octopus-pay': {
    given: 'landing-url="https://web.online.octopus.com.hk/oos/payment/?token=1"', of: 'octopusUri', opens: '',
    codes: ['octopus://payment?token=1', 'octopus://payment?token=zjsdhd30f8fad5bd9cb469fa165708f7b6f2e41', `octopus://payment?token=${'Aa1-'.repeat(122)}`],
  },
  'okpay-collect': {
    given: 'url="/pay"', of: 'upi', opens: 'Open a UPI app',
    codes: ['upi://pay?pa=shop@upi', 'upi://pay?pa=example.crafts@okbank&pn=Example%20Crafts&am=499.00&cu=INR&tr=8f2c1d7e5b', `upi://pay?pa=shop@upi&tn=${'Aa1-'.repeat(121)}xyz`],
  },
} as const;
const WIDTHS = [320, 390, 1280];
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';
const SCHEMES = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

describe('the codes for apps that the built files draw, read from screenshots by two scanners', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await BuiltSite.open();
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  for (const [name, { given, of, opens, codes }] of Object.entries(TAGS)) {
    for (const dpr of [1, 2, 3]) {
      const onPhone = dpr > 1 && opens !== '';
      it(`<${name}> at DPR ${dpr}${onPhone ? ', on a phone' : ''}, each code in a width and a scheme of its own`, async () => {
        const css = ':root { color-scheme: light dark; background: Canvas } body { margin: 0 }';
        const seen = await Visit.of(browser, site.page({ body: `<${name} ${given}></${name}>`, css }), { deviceScaleFactor: dpr, viewport: { width: 320, height: 900 }, ...(onPhone && { userAgent: ANDROID }) });
        const tag = seen.page.locator(name);
        try {
          // Whether a link may be followed is judged after the first picture.
          await tag.evaluate(async (element: { refresh(): Promise<unknown> }, defined) => {
            await (globalThis as unknown as { customElements: { whenDefined(tag: string): Promise<unknown> } }).customElements.whenDefined(defined);
            await element.refresh();
          }, name);
          for (const [at, width] of WIDTHS.entries()) {
            const code = codes[(at + dpr) % codes.length]!;
            await seen.page.setViewportSize({ width, height: 900 });
            await seen.page.emulateMedia(SCHEMES[(at + 2 * dpr) % SCHEMES.length]!);
            await tag.evaluate(async (element: { updateComplete: Promise<unknown> }, next) => {
              await Object.assign(element, next).updateComplete;
            }, { [of]: code });
            if (opens) assert.equal(await tag.getByRole('link', { name: opens, exact: true }).count(), onPhone ? 1 : 0);
            assert.deepEqual(await scan(await tag.getByRole('img').screenshot()), { zbar: [code], zxing: [code] }, `${width} px, ${code.length} characters`);
          }
          await seen.assertClean();
        } finally {
          await seen.leave();
        }
      });
    }
  }
});
