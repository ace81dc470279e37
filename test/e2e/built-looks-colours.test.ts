import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { PNG } from 'pngjs';
import { sharedBrowser } from './browser.ts';
import { Visit, type BuiltSite } from './built-site.ts';
import { CODE, STATES, stateSite, visitStates } from './built-states.ts';

type Colour = readonly [red: number, green: number, blue: number];
type Look = { getComputedStyle(element: unknown): { getPropertyValue(name: string): string } };

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
const rgb = (text: string): Colour => (text.match(/[\d.]+/g) ?? []).map(Number).slice(0, 3) as unknown as Colour;

const PAPER = { light: [255, 255, 255], dark: [24, 26, 31] } as const;

describe('the colours of the tag, as the browser resolves them', () => {
  let site: BuiltSite;
  let browser: Browser;
  let visit: Visit;
  before(async () => {
    site = await stateSite();
    browser = await sharedBrowser();
    visit = await visitStates(browser, site, { css: ':root { color-scheme: light dark; background: Canvas } main { width: 358px }', options: { viewport: { width: 400, height: 800 } } });
  });
  after(async () => {
    await visit?.leave();
    await site?.close();
  });

  const find = (state: keyof typeof STATES & string, selector: string) => visit.page.locator(`#state-${Object.keys(STATES).indexOf(state)}`).locator(selector).first();
  const colour = async (state: string, selector: string, property: string): Promise<Colour> =>
    rgb(await find(state, selector).evaluate((element, name) => (globalThis as unknown as Look).getComputedStyle(element).getPropertyValue(name), property));

  for (const scheme of ['light', 'dark'] as const) {
    it(`${scheme}: edges of what can be pressed, signs and the focus have 3:1 on what they stand on`, async () => {
      await visit.page.emulateMedia({ colorScheme: scheme });
      const paper = PAPER[scheme];
      for (const [state, selector, property] of [
        ['a form', '.box', 'border-top-color'], ['a form with errors', '.box', 'border-top-color'], ['another amount', '.outlined', 'border-top-color'],
        ['a form', '.main', 'background-color'], ['pending', '[part=copy-button]', 'background-color'], ['paid', '[part=seal]', 'background-color'],
      ] as const) {
        const ratio = contrast(await colour(state, selector, property), paper);
        assert.ok(ratio >= 3, `${state}: ${selector} ${property}: ${ratio}`);
      }
      for (const state of ['processing', 'failed', 'expired', 'canceled', 'refunded', 'paid'] as const) {
        const ratio = contrast(await colour(state, '[part=seal]', 'color'), await colour(state, '[part=seal]', 'background-color'));
        assert.ok(ratio >= 3, `${state}: the sign: ${ratio}`);
      }
      await find('pending', '[part=copy-button]').focus();
      await visit.page.keyboard.press('Shift');
      for (const ground of [paper, await colour('pending', '[part=status]', 'background-color')]) {
        assert.ok(contrast(await colour('pending', '[part=copy-button]', 'outline-color'), ground) >= 3, `the ring on ${ground.join()}`);
      }
    });

    it(`${scheme}: the words on the ribbon have 4.5:1 on each of its stripes`, async () => {
      await visit.page.emulateMedia({ colorScheme: scheme });
      const ribbon = find('pending in test mode', '[part=sandbox]');
      const words = await colour('pending in test mode', '[part=sandbox]', 'color');
      const { width, height, data } = PNG.sync.read(await ribbon.screenshot());
      let least = 21;
      // Left and right of the words, away from the round corners.
      for (let y = 0; y < height; y++) for (const x of [...Array(20).keys()].flatMap((at) => [24 + at, width - 44 + at])) least = Math.min(least, contrast(words, [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)] as unknown as Colour));
      assert.ok(least >= 4.5 && least < 10, `${least}`);
    });
  }

  it('in forced colours a surface of the shop does not come between the shopper\'s text and ground', async () => {
    const css = ':root { background: Canvas } body { margin: 0 } pix-qr { --paytags-surface: #fffbe6; --paytags-accent: #ffee00 }';
    const forced = await Visit.of(browser, site.page({ body: `<pix-qr code="${CODE}" sandbox></pix-qr>`, css }), { forcedColors: 'active', colorScheme: 'dark', viewport: { width: 390, height: 800 } });
    await forced.drawn();
    await forced.until('the tag is alive', () => forced.page.evaluate(`Boolean(document.querySelector('pix-qr').life)`));
    const pixel = async (selector: string): Promise<string> => {
      const { width, data } = PNG.sync.read(await forced.tag.locator(selector).screenshot());
      return data.toString('hex', (width * 3 + 60) * 4, (width * 3 + 60) * 4 + 3);
    };
    assert.deepEqual([await pixel('[part=header]'), await pixel('[part=copy-button]')], ['000000', 'ffffff']);
    await forced.assertClean();
    await forced.leave();
  });
});

describe('a shop\'s pair of colours for main buttons that cannot be read', () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await stateSite();
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  const TAG = `<pix-qr code="${CODE}" sandbox></pix-qr>`;
  for (const [what, css, body, wanted] of [
    ['is told once, however many tags there are', '--paytags-accent: #ffe45c; --paytags-on-accent: #fff', TAG + TAG, /on --paytags-accent \(rgb\(255, 228, 92\)\) has a contrast of 1\.27:1, and needs 4\.5:1\.$/],
    ['is told of a button before there is a code', '--paytags-accent: #999', '<pix-qr create-url="/create/never" sandbox></pix-qr>', /contrast of 2\.85:1/],
    ['is told where the browser mixes and chooses the colours', '--paytags-accent: light-dark(color-mix(in oklch, white, #0a7d52), red)', TAG, /contrast of [123]\.\d\d:1/],
    ['is nothing to say where it can be read', '--paytags-accent: #0a7d52; --paytags-on-accent: #fff', TAG, undefined],
    ['is nothing to say of the tag\'s own colours', 'color: inherit', TAG, undefined],
    ['is not told where money moves', '--paytags-accent: #ffe45c; --paytags-on-accent: #fff', `<pix-qr code="${CODE}"></pix-qr>`, undefined],
  ] as const) {
    it(what, async () => {
      const visit = await Visit.of(browser, site.page({ body, css: `pix-qr { ${css} }` }));
      await visit.until('every tag is alive', () => visit.page.evaluate(`![...document.querySelectorAll('pix-qr')].some((tag) => !tag.life)`));
      await visit.page.waitForLoadState('networkidle');
      if (wanted) await visit.until('the console says so', () => visit.console.length > 0);
      assert.equal(visit.console.length, wanted ? 1 : 0, visit.console.join('\n'));
      if (wanted) assert.match(visit.console[0]!, wanted);
      assert.deepEqual(await visit.violations(), []);
      await visit.leave();
    });
  }
});
