import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type Frame, type Page } from 'playwright';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs';
import { crc16 } from '../../src/formats/crc16.ts';
import { BuiltSite, Visit } from './built-site.ts';

/** A code with blanks beside each other and a letter that is no ASCII, which a page may draw otherwise than they are; another one for each test. */
function charge(test: number): string {
  const unsealed = `00020126480014br.gov.bcb.pix0111a@b.example0211two  blank${test}5204000053039865802BR5909CAFÉ  BOM6006CIDADE62070503***6304`;
  return unsealed + crc16(unsealed);
}

/** A name that the browser takes for this machine, but for no place where it trusts plain http. */
const INSECURE = 'shop.example';

/** In capitals, and with nothing that can be selected. */
const CSS = 'body { text-transform: uppercase; user-select: none; -webkit-user-select: none }';

describe('the code on the clipboard, as it is pasted elsewhere', () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await BuiltSite.open();
    browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_ARGS, `--host-resolver-rules=MAP ${INSECURE} 127.0.0.1`] });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const shop = (code: string) => site.page({ body: `<pix-qr code="${code}"></pix-qr><textarea></textarea>`, css: CSS });

  /** What a shopper gets who pastes into a field. */
  async function pasted(place: Page | Frame, keyboard: Page['keyboard']): Promise<string> {
    await place.locator('textarea').focus();
    await keyboard.press('ControlOrMeta+v');
    return place.locator('textarea').inputValue();
  }

  it('the button puts it there, byte for byte', async () => {
    const seen = await Visit.of(browser, shop(charge(1)), { permissions: ['clipboard-write'] });
    try {
      await seen.drawn();
      await seen.page.getByRole('button', { name: 'Copy code' }).click();
      await seen.hears('payment-copy');
      assert.equal(await pasted(seen.page, seen.page.keyboard), charge(1));
      await seen.assertClean();
    } finally {
      await seen.leave();
    }
  });

  it('on plain http, where there is no clipboard, it is selected, and the keys that the hint names copy it', async () => {
    const seen = await Visit.of(browser, shop(charge(2)).replace('127.0.0.1', INSECURE));
    try {
      await seen.drawn();
      assert.equal(await seen.page.evaluate('typeof navigator.clipboard'), 'undefined');
      await seen.page.getByRole('button', { name: 'Copy code' }).click();
      await seen.hears('payment-error', 'copy-failed');
      await seen.page.getByText('press Ctrl+C or ⌘C', { exact: false }).first().waitFor();
      await seen.page.keyboard.press('ControlOrMeta+c');
      assert.equal(await pasted(seen.page, seen.page.keyboard), charge(2));
      assert.equal(!(await seen.heard()).some(({ type }) => type === 'payment-copy'), true);
      assert.deepEqual(await seen.violations(), []);
    } finally {
      await seen.leave();
    }
  });

  for (const [allow, event, test] of [['', 'payment-error', 3], ['clipboard-write', 'payment-copy', 4]] as const) {
    it(`in somebody else's frame ${allow ? `that allows ${allow} it is copied` : 'that allows nothing it is selected'}`, async () => {
      const inner = shop(charge(test));
      const outer = inner.replace('127.0.0.1', 'localhost').replace(/\/page\/.*/, '/frame');
      const prepare = async (page: Page) => {
        await page.route(outer, (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><iframe allow="${allow}" src="${inner}" width="600" height="900"></iframe>` }));
        await page.route(inner, async (route) => {
          const response = await route.fetch();
          const { 'content-security-policy': policy = '', ...headers } = response.headers();
          await route.fulfill({ response, headers: { ...headers, 'content-security-policy': policy.replace(/; frame-ancestors.*/, '') } });
        });
      };
      const seen = await Visit.of(browser, outer, {}, prepare);
      try {
        const frame = seen.page.frame({ url: inner })!;
        await frame.getByRole('button', { name: 'Copy code' }).click();
        await frame.waitForFunction((type) => (globalThis as unknown as { heard: { type: string }[] }).heard.some((each) => each.type === type), event);
        if (!allow) await seen.page.keyboard.press('ControlOrMeta+c');
        assert.equal(await pasted(frame, seen.page.keyboard), charge(test));
        assert.deepEqual(await frame.evaluate('heard.map(({ type }) => type).filter((type) => type !== "payment-status")'), [event]);
      } finally {
        await seen.leave();
      }
    });
  }
});
