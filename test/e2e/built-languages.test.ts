import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { sharedBrowser } from './browser.ts';
import { BuiltSite, DIST, Visit, type Shop } from './built-site.ts';
import { CHARGES } from './charges.ts';

const CDN = join(DIST, 'cdn');
const LANGUAGES = readdirSync('src/locales');
const TAG = `<pix-qr code="${CHARGES.dynamic}" reference="7"></pix-qr>`;
const scriptOf = (lang: string) => (lang === 'en' ? 'paytags.iife.js' : `paytags.${lang}.iife.js`);
const classic = (folder: string, lang: string) => `<script defer src="/${folder}/${scriptOf(lang)}"></script>`;

/** What tells the languages apart: the line that says how to pay. */
const HEADINGS: Record<string, string> = {};
for (const lang of LANGUAGES) HEADINGS[lang] = ((await import(`../../src/locales/${lang}/pix-qr.ts`)) as { pixWords: { heading: string } }).pixWords.heading;

/** Runs before any script of the page: notes every text that the tag has shown. */
const WATCH = `
  globalThis.texts = new Set();
  const look = () => {
    const text = document.querySelector('pix-qr')?.shadowRoot?.textContent;
    if (text) texts.add(text);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

describe('the languages of the built files', { concurrency: 2 }, () => {
  let site: BuiltSite;
  let browser: Browser;
  let romanianIsThere = false;
  before(async () => {
    site = await BuiltSite.open((path) => {
      const [, folder, file = ''] = path.split('/');
      // To `alone` nobody has copied more than the one file, to `some` not every language.
      if (folder === 'alone' && !file.endsWith('.iife.js')) return new Response(null, { status: 404 });
      if (folder === 'alone' || folder === 'some') {
        if (file.endsWith('.id.js') || (file.endsWith('.ro.js') && !romanianIsThere)) return new Response(null, { status: 404 });
        return new Response(readFileSync(join(CDN, file)), { headers: { 'content-type': 'text/javascript' } });
      }
      return undefined;
    });
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  async function visit(shop: Shop, live: (visit: Visit) => Promise<void>): Promise<void> {
    const visit = await Visit.of(browser, site.page(shop), {}, async (page) => void (await page.addInitScript({ content: WATCH })));
    try {
      await live(visit);
      assert.deepEqual(await visit.violations(), []);
    } finally {
      await visit.leave();
    }
  }

  /** The languages of which the tag has shown something. */
  async function shown(at: Visit): Promise<string[]> {
    const texts: string[] = await at.page.evaluate('[...texts]');
    return LANGUAGES.filter((lang) => texts.some((text) => text.includes(HEADINGS[lang] ?? '')));
  }

  async function speaks(at: Visit, lang: string): Promise<void> {
    await at.tag.getByText(HEADINGS[lang] ?? '', { exact: true }).waitFor();
    assert.equal(await at.tag.locator('[part="panel"]').getAttribute('lang'), lang);
    await at.until('it has been noted', async () => (await shown(at)).includes(lang));
  }

  /** What is fetched after the first picture is here too. */
  const fetched = (at: Visit): Promise<unknown> => at.page.evaluate(`Promise.all([...document.querySelectorAll('pix-qr')].map((tag) => tag.refresh()))`);

  const asked = (at: Visit) => at.asked.flatMap((url) => /\/(?:cdn|alone|some)\/([\w.-]+)$/.exec(url)?.[1] ?? []);

  for (const lang of LANGUAGES) {
    it(`${scriptOf(lang)} speaks ${lang}, alone`, () =>
      visit({ head: classic('alone', lang), body: TAG, lang }, async (at) => {
        await speaks(at, lang);
        await fetched(at);
        assert.deepEqual(asked(at), [scriptOf(lang)]);
        assert.deepEqual(await shown(at), [lang]);
        await at.assertClean();
      }));

    it(`a page that comes to be in ${lang} gets its words, and no other drawing`, () =>
      visit({ body: TAG, lang: lang === 'en' ? 'de' : 'en' }, async (at) => {
        await at.drawn();
        await fetched(at);
        await at.page.evaluate(`globalThis.drawn = document.querySelector('pix-qr').shadowRoot.querySelector('svg[part~="symbol"]')`);
        const before = asked(at).length;
        await at.page.evaluate(`document.documentElement.lang = ${JSON.stringify(lang)}`);
        await speaks(at, lang);
        assert.deepEqual(asked(at).slice(before).sort(), [`pix-qr-states.${lang}.js`, `pix-qr.${lang}.js`, `states.${lang}.js`]);
        assert.equal(await at.page.evaluate(`drawn === document.querySelector('pix-qr').shadowRoot.querySelector('svg[part~="symbol"]')`), true);
        assert.deepEqual(await shown(at), [lang, lang === 'en' ? 'de' : 'en'].sort());
        await at.assertClean();
      }));
  }

  it('tags in two languages on one page each wait for their own words, and fetch no other', () =>
    visit({ body: `<div lang="ro">${TAG}</div><div lang="zh-Hant">${TAG}</div>`, lang: 'fr' }, async (at) => {
      for (const [nth, lang] of [[0, 'ro'], [1, 'zh-HK']] as const) {
        await at.tag.nth(nth).getByText(HEADINGS[lang] ?? '', { exact: true }).waitFor();
        assert.equal(await at.tag.nth(nth).locator('[part="panel"]').getAttribute('lang'), lang);
      }
      await fetched(at);
      assert.deepEqual(asked(at).filter((file) => /\.[\w-]+\.js$/.test(file)).sort(), ['pix-qr-states.ro.js', 'pix-qr-states.zh-HK.js', 'pix-qr.ro.js', 'pix-qr.zh-HK.js', 'states.ro.js', 'states.zh-HK.js']);
      assert.deepEqual(await shown(at), ['ro']);
      await at.assertClean();
    }));

  it('the classic scripts are ASCII, so that no page’s encoding harms their words', () => {
    const foreign = LANGUAGES.map((lang) => [lang, /.{0,40}[^\n -~].{0,40}/.exec(readFileSync(join(CDN, scriptOf(lang)), 'latin1'))?.[0]]);
    assert.deepEqual(foreign.filter(([, found]) => found), []);
  });

  for (const [inside, lang] of [['en', 'el'], ['de', 'en'], ['pt-BR', 'zh-HK']] as const) {
    it(`the classic script with ${inside} fetches ${lang} from the files beside it, and nothing else`, () =>
      visit({ head: classic('cdn', inside), body: TAG, lang }, async (at) => {
        await speaks(at, lang);
        await fetched(at);
        assert.deepEqual(asked(at).sort(), [scriptOf(inside), `pix-qr-states.${lang}.js`, `pix-qr.${lang}.js`, `states.${lang}.js`].sort());
        assert.deepEqual(await shown(at), [lang]);
        await at.assertClean();
      }));
  }

  for (const [inside, lang] of [['en', 'de'], ['en', 'fr'], ['de', 'en'], ['de', 'fr'], ['es', '']] as const) {
    it(`the classic script with ${inside}, alone on a page in "${lang}", speaks ${inside}`, () =>
      visit({ head: classic('alone', inside), body: TAG, lang }, async (at) => {
        await speaks(at, inside);
        await fetched(at);
        assert.deepEqual(await shown(at), [inside]);
      }));
  }

  it('a language that cannot be fetched keeps the last words, and is asked for again after the next change', () =>
    visit({ head: '<script type="module" src="/some/paytags.js"></script>', body: TAG, lang: 'it' }, async (at) => {
      const turn = (lang: string) => at.page.evaluate(`document.documentElement.lang = ${JSON.stringify(lang)}`);
      await speaks(at, 'it');
      await fetched(at);
      await turn('ro');
      await at.until('the words are asked for', () => asked(at).includes('pix-qr-states.ro.js'));
      await fetched(at);
      await speaks(at, 'it');
      romanianIsThere = true;
      await turn('es');
      await speaks(at, 'es');
      await turn('ro');
      await speaks(at, 'ro');
      assert.deepEqual(await shown(at), ['es', 'it', 'ro']);
    }));

  it('a page in a language that cannot be fetched is served in English', () =>
    visit({ head: '<script type="module" src="/some/paytags.js"></script>', body: TAG, lang: 'id' }, async (at) => {
      await speaks(at, 'en');
      await at.drawn();
      await at.tag.locator('[part="status"]').waitFor();
      assert.deepEqual(await shown(at), ['en']);
    }));
});
