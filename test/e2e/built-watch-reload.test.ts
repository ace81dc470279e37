import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { sharedBrowser } from './browser.ts';
import { BuiltSite, Visit } from './built-site.ts';
import { CHARGES } from './charges.ts';
import { ScriptedShop } from './scripted-shop.ts';

const CPF = '529.982.247-25';

/** Runs before any script of the page: notes every state that is painted while a code stands there. */
const LOOK = `
  globalThis.seen = [];
  const look = () => {
    const tag = document.querySelector('pix-qr');
    const code = Boolean(tag?.shadowRoot?.querySelector('svg[part~="symbol"]'));
    const line = tag?.shadowRoot?.querySelector('[part~="status"]')?.textContent.trim() ?? '';
    const now = (code ? 'code: ' : 'no code: ') + line;
    if (seen.at(-1) !== now) seen.push(now);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

// Playwright turns the back/forward cache off: what is come back to is loaded anew, as it is where the cache was full.
describe('a reload, and another page in between', () => {
  let site: BuiltSite;
  let browser: Browser;
  let shop: ScriptedShop;
  before(async () => {
    site = await BuiltSite.open((path, request) => shop.routes(path, request));
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  /** Somebody who has typed what is asked, and has got a code; the shop says nothing of it until the test lets it. */
  async function created(live: (visit: Visit) => Promise<void>): Promise<void> {
    shop = new ScriptedShop();
    const body = '<pix-qr create-url="/payments" amount="123.45" ask="cpf"></pix-qr>';
    const visit = await Visit.of(browser, site.page({ body }), {}, async (page) => void (await page.addInitScript({ content: LOOK })));
    try {
      await visit.tag.getByLabel('CPF').fill(CPF);
      await visit.tag.getByRole('button', { name: 'Get the Pix code' }).click();
      await visit.drawn();
      await live(visit);
    } finally {
      await visit.leave();
    }
  }
  const ONE = 'created-1';
  const seen = (visit: Visit): Promise<string[]> => visit.page.evaluate('seen');
  const hold = (): ((answer: object) => void) => {
    const answers: ((answer: Response) => void)[] = [];
    shop.says(ONE, () => new Promise((resolve) => answers.push(resolve)));
    return (answer) => {
      shop.says(ONE, answer);
      for (const say of answers) say(Response.json(answer));
    };
  };

  const paid = async (visit: Visit): Promise<void> => {
    shop.says(ONE, { status: 'paid' });
    await visit.page.evaluate(`document.querySelector('pix-qr').refresh()`);
    await visit.hears('payment-paid');
  };

  const WAYS: Record<string, (visit: Visit) => Promise<unknown>> = {
    'a reload': (visit) => visit.page.reload(),
    'a return by the back button': async (visit) => {
      await visit.page.goto(site.page({ body: 'Somewhere else' }));
      await visit.page.goBack();
    },
  };
  for (const [way, come] of Object.entries(WAYS)) {
    it(`${way} shows the code again at once, claims nothing before the shop has answered, and keeps nothing that was typed`, () =>
      created(async (visit) => {
        const say = hold();
        await come(visit);
        await visit.drawn();
        await visit.until('it asks', () => shop.count(ONE) > 0);
        const line = visit.tag.locator('[part="status"]');
        await visit.until('the line says that it asks', async () => /Checking with the shop…/.test(await line.innerText()));
        say({ status: 'pending' });
        await visit.until('the line says what it waits for', async () => /Waiting for your payment/.test(await line.innerText()));
          assert.equal(shop.created.length, 1);
        const kept: string = await visit.page.evaluate(`JSON.stringify({ ...sessionStorage, ...localStorage }) + document.cookie`);
        assert.match(kept, /created-1/);
        assert.doesNotMatch(kept, /529\.?982\.?247/);
        say({ status: 'paid' });
        await visit.hears('payment-paid');
      }));

    it(`${way} never shows the code of a payment that was paid`, () =>
      created(async (visit) => {
        await paid(visit);
        const before = shop.count(ONE);
        const say = hold();
        await come(visit);
        await visit.until('it asks', () => shop.count(ONE) > before);
        say({ status: 'paid' });
        await visit.hears('payment-paid');
        await visit.tag.locator('[part="result"]').waitFor();
        const painted = await seen(visit);
        assert.deepEqual(painted.filter((state) => state.startsWith('code')), []);
        assert.equal(painted.some((state) => state.includes('Checking with the shop…')), true);
        assert.equal((await visit.heard()).filter(({ type }) => type === 'payment-paid').length, 1);
      }));
  }

  it('a new visit after it was paid begins anew, and asks nothing of the old payment', () =>
    created(async (visit) => {
      await paid(visit);
      const before = shop.count(ONE);
      await visit.page.goto(visit.page.url());
      await visit.tag.getByLabel('CPF').waitFor();
      assert.equal(await visit.tag.getByLabel('CPF').inputValue(), '');
      assert.deepEqual((await visit.heard()).map(({ type }) => type), []);
      assert.equal(shop.count(ONE), before);
      await visit.tag.getByLabel('CPF').fill(CPF);
      await visit.tag.getByRole('button', { name: 'Get the Pix code' }).click();
      await visit.drawn();
      assert.equal(shop.created.length, 2);
    }));

  it('a new visit while it can be paid takes up the same payment', () =>
    created(async (visit) => {
      await visit.page.goto(visit.page.url());
      await visit.drawn();
      await visit.until('it asks', () => shop.count(ONE) > 0);
      assert.equal(shop.created.length, 1);
      assert.match((await seen(visit)).find((state) => state.startsWith('code')) ?? '', /Checking with the shop…/);
    }));

  it('a code that the page writes itself is never painted where its payment was paid', async () => {
    shop = new ScriptedShop();
    shop.says('written', { status: 'paid' });
    const body = `<pix-qr code="${CHARGES.dynamic}" status-url="/payments/written"></pix-qr>`;
    const visit = await Visit.of(browser, site.page({ body }), {}, async (page) => void (await page.addInitScript({ content: LOOK })));
    await visit.until('the watch is there', () => visit.page.evaluate(`Boolean(document.querySelector('pix-qr').life)`));
    await visit.page.evaluate(`document.querySelector('pix-qr').refresh()`);
    await visit.hears('payment-paid');
    shop.says('written', () => new Promise(() => undefined));
    await visit.page.reload();
    await visit.until('the code is covered', async () => (await seen(visit)).at(-1) === 'no code: Checking with the shop…');
    assert.deepEqual((await seen(visit)).filter((state) => state.startsWith('code')), []);
    assert.equal((await visit.heard()).filter(({ type }) => type === 'payment-paid').length, 0);
    await visit.leave();
  });
});
