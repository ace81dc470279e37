import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions } from 'playwright';
import { PNG } from 'pngjs';
import qrcode from 'qrcode';
import { sharedBrowser } from './browser.ts';
import { BuiltSite, Visit } from './built-site.ts';
import { CHARGES, VALID_CODES } from './charges.ts';

/** ISO/IEC 18004: white on every side of the symbol, in modules. */
const QUIET_ZONE = 4;

/** Containers that make every position and every width a fraction of a pixel, and plain ones. */
const CONTAINERS = {
  odd: 'main { width: 301.3px; padding: 7.7px; margin: 3.3px 0 0 11.1px }',
  narrow: 'main { width: 288px; padding: 0.5px }',
  wide: 'main { width: 1133.7px; padding: 13.35px }',
};
const SCHEMES: BrowserContextOptions[] = [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { colorScheme: 'light', forcedColors: 'active' },
  { colorScheme: 'dark', forcedColors: 'active' },
];
const DPRS = [1, 1.25, 1.5, 2, 3];

describe('the pixels of the code that the built files draw', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await BuiltSite.open();
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  async function visit(text: string, container: string, options: BrowserContextOptions): Promise<Visit> {
    const css = `:root { color-scheme: light dark; background: Canvas } ${container}`;
    const body = `<main><pix-qr code="${text}"></pix-qr></main>`;
    const visit = await Visit.of(browser, site.page({ body, css }), { viewport: { width: 1280, height: 1000 }, ...options });
    await visit.drawn();
    // While the page still changes the browser may draw the code a part of a pixel further beside its place than later.
    await visit.tag.evaluate(async (tag: { refresh(): Promise<unknown>; updateComplete: Promise<unknown> }) => {
      await tag.refresh();
      await tag.updateComplete;
    });
    return visit;
  }

  for (const [row, dpr] of DPRS.entries()) {
    for (const [column, [name, container]] of Object.entries(CONTAINERS).entries()) {
      const scheme = SCHEMES[(row + column) % SCHEMES.length] ?? {};
      const charge = (['static', 'composite', 'longest'] as const)[(row + 2 * column) % 3] ?? 'static';
      it(`are whole to the module: ${charge}, ${name} container, DPR ${dpr}, ${scheme.colorScheme}${scheme.forcedColors ? ', forced colours' : ''}`, async () => {
        const seen = await visit(CHARGES[charge], container, { ...scheme, deviceScaleFactor: dpr });
        try {
          assertDrawn(await seen.page.screenshot(), await place(seen, dpr), CHARGES[charge]);
        } finally {
          await seen.leave();
        }
      });
    }
  }

  for (const [from, to] of [[1, 1.25], [2, 1.25], [1.25, 1.5]] as const) {
    it(`are whole again when the DPR goes from ${from} to ${to}, by zoom or on another screen`, async () => {
      const seen = await visit(CHARGES.composite, CONTAINERS.odd, { deviceScaleFactor: from });
      await seen.page.waitForLoadState('networkidle');
      try {
        const session = await seen.page.context().newCDPSession(seen.page);
        await session.send('Emulation.setDeviceMetricsOverride', {
          width: Math.round((1280 * from) / to),
          height: Math.round((1000 * from) / to),
          deviceScaleFactor: to,
          mobile: false,
        });
        await seen.page.waitForFunction((dpr) => (globalThis as unknown as { devicePixelRatio: number }).devicePixelRatio === dpr, to);
        await isWhole(seen, to);
        assertDrawn(await screenshot(session), await place(seen, to), CHARGES.composite);
      } finally {
        await seen.leave();
      }
    });
  }

  it('are those of another code once the code is another', async () => {
    const seen = await visit(CHARGES.longest, CONTAINERS.odd, { deviceScaleFactor: 1.25 });
    try {
      for (const text of [CHARGES.static, CHARGES.accented]) {
        const before = await seen.symbol.innerHTML();
        await seen.tag.evaluate((tag: { code: string }, code) => (tag.code = code), text);
        await seen.page.waitForFunction(changed, before);
        assertDrawn(await seen.page.screenshot(), await place(seen, 1.25), text);
      }
    } finally {
      await seen.leave();
    }
  });

  it('come from the modules of the qrcode package, for every valid vector', async () => {
    const seen = await visit(CHARGES.longest, CONTAINERS.wide, {});
    try {
      for (const text of VALID_CODES) {
        const drawn = await seen.tag.evaluate(async (tag: TagInPage, code) => {
          tag.code = code;
          await tag.updateComplete;
          const symbol = tag.shadowRoot.querySelector('svg[part~="symbol"]');
          return [symbol?.getAttribute('viewBox'), ...[...(symbol?.querySelectorAll('path') ?? [])].map((path) => path.getAttribute('d'))];
        }, text);
        const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules;
        const width = size + 2 * QUIET_ZONE;
        assert.equal(drawn[0], `0 0 ${width} ${width}`);
        assert.deepEqual(darkModules(drawn[2] ?? '', size), [...data].map(Boolean), text);
      }
    } finally {
      await seen.leave();
    }
  });
});

interface Drawing {
  getAttribute(name: string): string | null;
}

interface TagInPage {
  code: string;
  updateComplete: Promise<unknown>;
  shadowRoot: { querySelector(selector: string): (Drawing & { querySelectorAll(selector: string): Iterable<Drawing> }) | null };
}

/** The drawing is another than the one before; runs in the page. */
function changed(before: string): boolean {
  const { document } = globalThis as unknown as { document: { querySelector(selector: string): { shadowRoot: { querySelector(s: string): { innerHTML: string } | null } } } };
  const now = document.querySelector('pix-qr').shadowRoot.querySelector('svg[part~="symbol"]');
  return now !== null && now.innerHTML !== before;
}

/** Waits until the module is a whole number of device pixels. */
async function isWhole(seen: Visit, dpr: number): Promise<void> {
  await seen.until(`modules of whole device pixels at DPR ${dpr}`, async () => {
    const { module } = await place(seen, dpr);
    return Math.abs(module - Math.round(module)) < 0.01;
  });
}

/** Playwright's own screenshot would put back the DPR that it knows of. */
async function screenshot(session: { send(method: 'Page.captureScreenshot', options: { format: 'png' }): Promise<{ data: string }> }): Promise<Buffer> {
  return Buffer.from((await session.send('Page.captureScreenshot', { format: 'png' })).data, 'base64');
}

interface Place {
  /** Where the drawing stands, in device pixels. */
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Device pixels to the module, as laid out. */
  module: number;
}

async function place(seen: Visit, dpr: number): Promise<Place> {
  const { x, y, width, height, modules } = await seen.symbol.evaluate(
    (symbol: { getBoundingClientRect(): { x: number; y: number; width: number; height: number }; viewBox: { baseVal: { width: number } } }) => {
      const { x, y, width, height } = symbol.getBoundingClientRect();
      return { x, y, width, height, modules: symbol.viewBox.baseVal.width };
    },
  );
  return { left: x * dpr, top: y * dpr, right: (x + width) * dpr, bottom: (y + height) * dpr, module: (width * dpr) / modules };
}

/** Every pixel of the drawing is black or white, every module the same whole number of pixels, and the modules those of the text. */
function assertDrawn(png: Buffer, { left, top, right, bottom, module }: Place, text: string): void {
  const { width, data } = PNG.sync.read(png);
  const colour = (x: number, y: number) => data.readUIntBE((y * width + x) * 4, 3);
  const { size, data: modules } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const pixels = Math.round(module);
  assert.ok(pixels >= 1 && Math.abs(module - pixels) < 0.01, `a module is ${module} device pixels wide`);
  assert.ok(Math.abs(right - left - (bottom - top)) < 0.01, 'the drawing is square');

  // The plate is white around the drawing too, so that a fraction of a pixel at its edge may fall on either side.
  const colours = new Map<number, number>();
  const dark = { left: Infinity, top: Infinity, right: -1, bottom: -1 };
  for (let y = Math.round(top); y < Math.round(bottom); y += 1) {
    for (let x = Math.round(left); x < Math.round(right); x += 1) {
      const found = colour(x, y);
      colours.set(found, (colours.get(found) ?? 0) + 1);
      if (found === 0) Object.assign(dark, { left: Math.min(dark.left, x), right: Math.max(dark.right, x), top: Math.min(dark.top, y), bottom: Math.max(dark.bottom, y) });
    }
  }
  assert.deepEqual([...colours.keys()].sort((a, b) => a - b), [0x000000, 0xffffff], 'only black and white');
  assert.deepEqual([dark.right - dark.left + 1, dark.bottom - dark.top + 1], [size * pixels, size * pixels], 'the dark modules span the symbol');

  for (let y = 0; y < size * pixels; y += 1) {
    for (let x = 0; x < size * pixels; x += 1) {
      const wanted = modules[Math.floor(y / pixels) * size + Math.floor(x / pixels)] ? 0x000000 : 0xffffff;
      if (colour(dark.left + x, dark.top + y) !== wanted) assert.fail(`pixel ${x}, ${y} of the symbol is not ${wanted ? 'white' : 'black'}; a module is ${pixels} wide`);
    }
  }
  const quiet = QUIET_ZONE * pixels;
  for (let y = -quiet; y < size * pixels + quiet; y += 1) {
    for (let x = -quiet; x < size * pixels + quiet; x += 1) {
      const inside = x >= 0 && y >= 0 && x < size * pixels && y < size * pixels;
      if (!inside && colour(dark.left + x, dark.top + y) !== 0xffffff) assert.fail(`pixel ${x}, ${y} of the quiet zone is not white`);
    }
  }
  for (const edge of [dark.left - left, dark.top - top, right - dark.right - 1, bottom - dark.bottom - 1]) {
    // The browser may draw up to half a CSS pixel beside where it has laid out.
    assert.ok(Math.abs(edge - quiet) < 2, `the drawing has ${edge} pixels of quiet zone, not ${quiet}`);
  }
}

/** The dark modules of a drawn path, row by row, without the quiet zone; throws for any other command than those of runs. */
function darkModules(path: string, size: number): boolean[] {
  const dark: boolean[] = Array.from({ length: size * size }, () => false);
  const rest = path.replace(/M(\d+) (\d+)h(\d+)v1H(\d+)z/g, (_, x: string, y: string, length: string, back: string) => {
    assert.equal(back, x);
    for (let at = 0; at < Number(length); at += 1) dark[(Number(y) - QUIET_ZONE) * size + Number(x) - QUIET_ZONE + at] = true;
    return '';
  });
  assert.equal(rest, '');
  return dark;
}
