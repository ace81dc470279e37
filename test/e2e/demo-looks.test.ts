import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { startDemo, type Demo } from '../../demo/server.ts';
import { sharedBrowser } from './browser.ts';
import { DemoVisitor } from './demo-visitor.ts';

const PAYER = '051.233.865-56';

describe('the looks of the demo', () => {
  let demo: Demo;
  let browser: Browser;
  before(async () => {
    demo = await startDemo({ port: 0, quiet: true });
    browser = await sharedBrowser();
  });
  after(async () => {
    await demo?.close();
  });

  async function visit(width: number, live: (visitor: DemoVisitor) => Promise<void>): Promise<void> {
    const visitor = await DemoVisitor.arrive(browser, demo.url, width);
    try {
      await live(visitor);
      await visitor.assertClean();
    } finally {
      await visitor.leave();
    }
  }

  for (const language of ['English', 'Português', 'Italiano', '繁體中文']) {
    it(`on a phone the dock covers neither the code nor what is waited for: ${language}`, () =>
      visit(390, async (visitor) => {
        await visitor.order('12.90', PAYER);
        await visitor.code();
        await visitor.look('behind');
        await visitor.page.locator('#language').selectOption({ label: language });
        await visitor.look('shop');
        await visitor.tag.locator('[part=clock]').waitFor();
        const status = (await visitor.tag.locator('[part=status]').boundingBox())!;
        const dock = (await visitor.page.locator('#dock').boundingBox())!;
        assert.ok(status.y + status.height <= dock.y, `the line ends at ${status.y + status.height}, the dock begins at ${dock.y}`);
        assert.equal(await visitor.page.evaluate('scrollY'), 0);
      }));
  }

  it('what stands around shop and bank follows the language as far as there are words for it, the tag in nine', () =>
    visit(1280, async (visitor) => {
      const { page, tag } = visitor;
      const languages = page.locator('#language');
      assert.equal(await languages.locator('option').count(), 9);
      await languages.selectOption({ label: 'Português' });
      await tag.getByRole('button', { name: 'Gerar código Pix' }).waitFor();
      assert.equal(await page.evaluate('document.documentElement.lang'), 'pt-BR');
      const english = /\b(What|the|shop|bank|Checkout|Donation|Your|Clear|Copy|Wrong|Pay|Cut|Refund|Nothing|Theme|Right|Test payers|Start over)\b/;
      const texts: string[] = await page.evaluate(`[...document.querySelectorAll('h2, h3, p, button, label, legend, option:not([lang]), li, [aria-label], [title]')].filter((element) => !element.closest('pix-qr, pre, noscript, .address')).flatMap((element) => [element.textContent, element.ariaLabel ?? '', element.title])`);
      assert.deepEqual(texts.filter((text) => english.test(text)), []);
      await languages.selectOption({ label: 'Ελληνικά' });
      await tag.getByRole('button', { name: 'Λήψη του κωδικού Pix' }).or(tag.getByText('Ποσό')).first().waitFor();
      assert.equal(await page.evaluate('document.documentElement.lang'), 'en', 'the demo has no Greek of its own');
      assert.match(await page.locator('#pastes').innerText(), / lang="el"/);
    }));

  for (const method of ['OKTO Cash', 'OKTO Wallet', 'Octopus', 'OKPAY Collect']) {
    it(`nothing English stands around the shop that takes ${method} when it speaks Portuguese`, () =>
      visit(1280, async (visitor) => {
        await visitor.payWith(method);
        await visitor.page.locator('#language').selectOption({ label: 'Português' });
        const english = /\b(What|the|shop|till|app|clerk|Wrong|Pay|Cut|Refund|Scan|Next|Nothing|Tell|Start over|Game credit)\b/i;
        const texts: string[] = await visitor.page.evaluate(
          `[...document.querySelectorAll('h2, h3, p, button, label, legend, #items, li, [aria-label]')].filter((element) => element.checkVisibility() && !element.closest('#ticket, pre, .address')).flatMap((element) => [element.textContent, element.ariaLabel ?? ''])`,
        );
        assert.ok(texts.length > 20);
        // An app is called so in Portuguese too, and a tag has its own name.
        assert.deepEqual(texts.filter((text) => english.test(text.replace(/\bapp\b|octopus-pay/gi, ''))), []);
      }));

    it(`${method} scrolls sideways nowhere`, async () => {
      for (const width of [320, 390, 901, 1181, 1280]) {
        await visit(width, async (visitor) => {
          await visitor.payWith(method);
          for (const view of ['shop', 'role', 'behind'] as const) {
            await visitor.look(view);
            assert.equal(await visitor.page.evaluate('document.documentElement.scrollWidth'), width, `${view} at ${width}`);
          }
        });
      }
    });
  }

  it('the shop turns right to left and back, and the snippet says how', () =>
    visit(1280, async (visitor) => {
      const turn = visitor.page.getByRole('button', { name: 'Right to left' });
      const left = async (part: string) => (await visitor.tag.locator(`[part=${part}]`).boundingBox())!.x;
      const before = [await left('mark'), await left('heading')];
      await turn.click();
      assert.equal(await turn.getAttribute('aria-pressed'), 'true');
      assert.ok((await left('mark')) > before[0]! + 100, 'the mark stands at the right');
      assert.match(await visitor.page.locator('#pastes').innerText(), / dir="rtl"/);
      await turn.click();
      assert.deepEqual([await left('mark'), await left('heading')], before);
      assert.doesNotMatch(await visitor.page.locator('#pastes').innerText(), /dir=/);
    }));

  it('scrolls sideways nowhere, with every choice in sight', async () => {
    for (const width of [320, 390, 901, 1024]) {
      await visit(width, async (visitor) => {
        await visitor.look('behind');
        for (const control of ['#language', '#turn', '.swatch.violet']) {
          const box = (await visitor.page.locator(control).boundingBox())!;
          assert.ok(box.x >= 0 && box.x + box.width <= width, `${control} ends at ${box.x + box.width} of ${width}`);
        }
        assert.equal(await visitor.page.evaluate('document.documentElement.scrollWidth'), width);
      });
    }
  });
});
