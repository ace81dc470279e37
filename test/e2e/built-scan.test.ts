import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions } from 'playwright';
import { scan } from '../scanners.ts';
import { sharedBrowser } from './browser.ts';
import { BuiltSite, Visit } from './built-site.ts';
import { CHARGES } from './charges.ts';

interface Look {
  charge: keyof typeof CHARGES;
  dpr: number;
  width: number;
  scheme: 'light' | 'dark';
  forced?: boolean;
}

/** Every value of every axis more than once, and the longest code where it is hardest: narrow and coarse. */
const LOOKS: Look[] = [
  { charge: 'static', dpr: 1, width: 320, scheme: 'light' },
  { charge: 'static', dpr: 2, width: 390, scheme: 'dark' },
  { charge: 'static', dpr: 3, width: 1280, scheme: 'dark', forced: true },
  { charge: 'dynamic', dpr: 1, width: 390, scheme: 'dark' },
  { charge: 'dynamic', dpr: 2, width: 1280, scheme: 'light' },
  { charge: 'dynamic', dpr: 3, width: 320, scheme: 'light', forced: true },
  { charge: 'composite', dpr: 1, width: 1280, scheme: 'dark', forced: true },
  { charge: 'composite', dpr: 2, width: 320, scheme: 'light', forced: true },
  { charge: 'composite', dpr: 3, width: 390, scheme: 'dark' },
  { charge: 'accented', dpr: 1, width: 320, scheme: 'dark' },
  { charge: 'accented', dpr: 2, width: 390, scheme: 'dark', forced: true },
  { charge: 'accented', dpr: 3, width: 1280, scheme: 'light' },
  { charge: 'longest', dpr: 1, width: 320, scheme: 'light' },
  { charge: 'longest', dpr: 1, width: 320, scheme: 'dark' },
  { charge: 'longest', dpr: 1, width: 320, scheme: 'dark', forced: true },
  { charge: 'longest', dpr: 2, width: 390, scheme: 'light' },
  { charge: 'longest', dpr: 3, width: 1280, scheme: 'dark' },
];

const ZOOMS = [0.8, 1.25, 2];
const WINDOW = { width: 1280, height: 900 };

describe('the code that the built files draw, read from screenshots by two scanners', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await BuiltSite.open();
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  async function reads(charge: keyof typeof CHARGES, options: BrowserContextOptions, print = false): Promise<void> {
    const text = CHARGES[charge];
    const css = ':root { color-scheme: light dark; background: Canvas } body { margin: 0 }';
    const visit = await Visit.of(browser, site.page({ body: `<pix-qr code="${text}"></pix-qr>`, css }), options);
    try {
      await visit.drawn();
      if (print) await visit.page.emulateMedia({ media: 'print' });
      const read = await scan(await visit.tag.screenshot());
      assert.deepEqual(read, { zbar: [text], zxing: [text] });
      await visit.assertClean();
    } finally {
      await visit.leave();
    }
  }

  for (const { charge, dpr, width, scheme, forced = false } of LOOKS) {
    it(`${charge}: ${width} px wide at DPR ${dpr}, ${scheme}${forced ? ', forced colours' : ''}`, () =>
      reads(charge, {
        deviceScaleFactor: dpr,
        viewport: { width, height: 900 },
        colorScheme: scheme,
        forcedColors: forced ? 'active' : 'none',
      }));
  }

  for (const zoom of ZOOMS) {
    for (const charge of ['accented', 'longest'] as const) {
      // The browser's zoom is a larger or smaller CSS pixel in a window that stays as it is.
      it(`${charge}: at ${zoom * 100} % zoom`, () =>
        reads(charge, { deviceScaleFactor: zoom, viewport: { width: Math.round(WINDOW.width / zoom), height: Math.round(WINDOW.height / zoom) } }));
    }
  }

  for (const [charge, scheme] of [['dynamic', 'dark'], ['longest', 'light']] as const) {
    it(`${charge}: as printed, on a ${scheme} page`, () => reads(charge, { viewport: WINDOW, colorScheme: scheme }, true));
  }
});
