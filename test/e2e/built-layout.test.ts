import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { sharedBrowser } from './browser.ts';
import { BuiltSite, Visit } from './built-site.ts';
import { CHARGES } from './charges.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What stands on the ticket while the code can be paid, in the order of reading. */
const PARTS = ['header', 'plate', 'copy', 'status', 'steps', 'actions'] as const;

const BODY = `<pix-qr code="${CHARGES.dynamic}" reference="ORD-5023" help-url="/help" sandbox></pix-qr>`;

describe('where things stand on the ticket', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await BuiltSite.open();
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  async function boxes(width: number, lang: string, css: string, deviceScaleFactor = 1): Promise<Record<(typeof PARTS)[number] | 'panel' | 'copy-button', Box> & { scrolls: boolean }> {
    const visit = await Visit.of(browser, site.page({ body: BODY, lang, css: `body { margin: 16px } ${css}` }), { viewport: { width, height: 844 }, deviceScaleFactor });
    await visit.tag.locator('[part~="help"]').waitFor();
    const found: Record<string, Box | boolean | null> = {
      scrolls: await visit.page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth'),
    };
    for (const part of [...PARTS, 'panel', 'copy-button']) found[part] = await visit.tag.locator(`[part~="${part}"]`).boundingBox();
    await visit.leave();
    return found as Awaited<ReturnType<typeof boxes>>;
  }

  for (const [width, css, what] of [
    [320, '', 'a narrow phone'],
    [390, '', 'a phone'],
    [600, '', 'a column'],
    [390, ':root { font-size: 200% }', 'a phone with text of 200 %'],
  ] as const) {
    for (const lang of ['en', 'pt-BR']) {
      it(`one column on ${what}, ${lang}: one below the other, each as wide as the paper allows`, async () => {
        const at = await boxes(width, lang, css);
        assert.equal(at.scrolls, false);
        PARTS.reduce((before, part) => {
          assert.ok(at[part].y >= at[before].y + at[before].height - 1, `${part} does not stand below ${before}`);
          return part;
        });
        for (const part of ['header', 'copy', 'status', 'steps', 'actions'] as const) {
          assert.ok(at[part].width >= at.panel.width * 0.7, `${part} is ${at[part].width} px wide on ${at.panel.width} px of paper`);
        }
      });
    }
  }

  it('on a phone, code and copy button stand within the first 600 px, with the ribbon of test mode above them', async () => {
    for (const [lang, deviceScaleFactor] of [['en', 2], ['pt-BR', 3]] as const) {
      const at = await boxes(390, lang, '', deviceScaleFactor);
      assert.ok(at['copy-button'].y + at['copy-button'].height <= 600, `${lang}: the button ends at ${at['copy-button'].y + at['copy-button'].height} px`);
      assert.equal(at['copy-button'].height >= 44, true);
    }
  });

  it('in a wide container, the code on the left and the rest beside it', async () => {
    const at = await boxes(1280, 'en', '');
    assert.equal(at.plate.x + at.plate.width <= at.header.x, true);
    assert.equal(Math.abs(at.copy.x + at.copy.width / 2 - (at.plate.x + at.plate.width / 2)) < 2, true);
    for (const part of ['status', 'steps', 'actions'] as const) assert.ok(at[part].x >= at.plate.x + at.plate.width, part);
  });

  for (const width of [320, 390, 1280]) {
    it(`what comes after the code moves nothing below the tag, ${width} px wide`, async () => {
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      const body = `<pix-qr code="${CHARGES.dynamic}" help-url="/help" status-url="/status/pending"></pix-qr><p>below</p>`;
      const visit = await Visit.of(browser, site.page({ body }), { viewport: { width, height: 844 } }, (page) =>
        page.route('**/cdn/payment-life.js', async (route) => {
          await held;
          await route.continue();
        }).then(() => undefined), 'commit');
      try {
        await visit.drawn();
        const below = async () => (await visit.page.getByText('below').boundingBox())!.y;
        const before = await below();
        assert.equal(await visit.tag.locator('[part~="actions"] button').count(), 0);
        release();
        await visit.tag.locator('[part~="actions"] button').first().waitFor();
        assert.equal(await below(), before);
      } finally {
        await visit.leave();
      }
    });
  }

  it('right to left, the wide ticket turns as a whole', async () => {
    const body = BODY.replace('<pix-qr', '<pix-qr dir="rtl"');
    const visit = await Visit.of(browser, site.page({ body }), { viewport: { width: 1280, height: 844 } });
    await visit.drawn();
    const plate = await visit.tag.locator('[part~="plate"]').boundingBox();
    const header = await visit.tag.locator('[part~="header"]').boundingBox();
    assert.equal(plate && header && header.x + header.width <= plate.x, true);
    await visit.leave();
  });
});
