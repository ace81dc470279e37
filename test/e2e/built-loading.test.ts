import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright';
import { sharedBrowser } from './browser.ts';
import { BuiltSite, DIST, Visit, type Shop } from './built-site.ts';
import { CHARGES } from './charges.ts';

const TAG = `<pix-qr code="${CHARGES.dynamic}"></pix-qr>`;
/** The other tags, each in one language and with what it draws a code of. */
const OTHERS = [
  ['okto-cash-barcode', 'ro', 'package-id="8055348521276" payment-code="1234567" amount="10.00" currency="EUR"'],
  ['okto-wallet-qr', 'el', 'code="okto-payment-1"'],
  ['octopus-pay', 'zh-HK', 'token="zjsdhd3" amount="10.00"'],
  ['okpay-collect', 'id', 'url="/pay" upi="upi://pay?pa=shop@bank"'],
] as const;
/** What is drawn of a tag without a code, which needs nothing of those with one. */
const BUTTON = ['okpay-button', 'de', 'receiver="OK702746927" item-name="Poster" item-price="12.50"'] as const;
const CDN = join(DIST, 'cdn');
/** Bytes after gzip -9 of what is fetched until the code is on the screen. */
const BUDGET = 18_000;
const LANGUAGES = readdirSync('src/locales');
/** The line that says how to pay, of each language. */
const HEADINGS = new Map<string, string>();
for (const lang of LANGUAGES) HEADINGS.set(lang, ((await import(`../../src/locales/${lang}/pix-qr.ts`)) as { pixWords: { heading: string } }).pixWords.heading);

interface Integrity {
  files: Record<string, string>;
  lines: { module: string; classic: Record<string, string>; preload: Record<string, { files: string[]; words: Record<string, string> }> };
}

/** Files whose answers wait until the test lets them go, and what has been asked for meanwhile. */
class Gate {
  readonly asked: string[] = [];
  readonly #held: RegExp;
  #open: () => void = () => undefined;
  readonly #opened = new Promise<void>((open) => (this.#open = open));

  constructor(held: RegExp) {
    this.#held = held;
  }

  async pass(file: string): Promise<void> {
    this.asked.push(file);
    if (this.#held.test(file)) await this.#opened;
  }

  open(): void {
    this.#open();
  }
}

/** Runs before any script of the page: notes when the code is on the screen, and every text that the tag has shown. */
const WATCH = `
  globalThis.texts = new Set();
  const look = () => {
    const root = document.querySelector('pix-qr')?.shadowRoot;
    if (root) texts.add(root.textContent);
    if (root?.querySelector('svg[part~="symbol"]')?.getBoundingClientRect().width) globalThis.drawnAt ??= performance.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

describe('how the built files are loaded', () => {
  let site: BuiltSite;
  let browser: Browser;
  let gate: Gate | undefined;
  before(async () => {
    site = await BuiltSite.open(async (path) => {
      const [, folder, file = ''] = path.split('/');
      if (folder === 'cdn') await gate?.pass(file);
      if (folder === 'flipped') return new Response(flipped(join(CDN, file)), { headers: { 'content-type': 'text/javascript' } });
      return undefined;
    });
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  async function visit(shop: Shop, live: (visit: Visit) => Promise<void>, held?: Gate): Promise<void> {
    gate = held;
    // A page whose scripts wait has not loaded yet: the visit begins when its own text is there.
    const prepare = async (page: Page) => void (await page.addInitScript({ content: WATCH }));
    const visit = await Visit.of(browser, site.page(shop), {}, prepare, 'commit');
    try {
      await live(visit);
    } finally {
      gate = undefined;
      held?.open();
      await visit.leave();
    }
  }

  const drawnAt = (visit: Visit): Promise<number> => visit.page.evaluate('drawnAt');
  const startOf = (visit: Visit, file: string): Promise<number | undefined> =>
    visit.page.evaluate(`performance.getEntriesByType('resource').find(({ name }) => name.endsWith(${JSON.stringify(file)}))?.startTime`);

  for (const lang of LANGUAGES) {
    it(`${lang}: four files, the last three asked for together, within the budget`, async () => {
      const held = new Gate(/^(panel|pix-qr.*)\.js$/);
      await visit({ body: TAG, lang }, async (at) => {
        const wanted = ['panel.js', 'paytags.js', 'pix-qr.js', `pix-qr.${lang}.js`].sort();
        await at.until('four files are asked for while the last three wait', () => held.asked.length >= wanted.length);
        assert.deepEqual(held.asked.slice().sort(), wanted);
        held.open();
        await at.drawn();
        await at.until('what follows the picture is asked for', () => held.asked.includes('payment-life.js'));
        const first = await drawnAt(at);
        for (const file of held.asked) {
          await at.until(`${file} has come`, async () => (await startOf(at, `/${file}`)) !== undefined);
          const started = await startOf(at, `/${file}`);
          assert.equal(started! > first, !wanted.includes(file), `${file} is asked for at ${started}, the code is drawn at ${first}`);
        }
        const bytes = wanted.reduce((sum, file) => sum + gzipSync(readFileSync(join(CDN, file)), { level: 9 }).length, 0);
        assert.ok(bytes <= BUDGET, `${bytes} bytes until the code is on the screen`);
        await at.assertClean();
      }, held);
    });

  }

  for (const lang of ['en', 'pt-BR', 'zh-HK']) {
    it(`${lang}: the tag waits for its words, and never shows another language`, async () => {
      const held = new Gate(new RegExp(`^pix-qr\\.${lang}\\.js$`));
      await visit({ body: TAG, lang }, async (at) => {
        await at.page.waitForFunction(() => (globalThis as unknown as Timing).performance.getEntriesByType('resource').filter(({ name }) => /\/(panel|pix-qr)\.js$/.test(name)).length === 2);
        for (let frame = 0; frame < 5; frame += 1) await at.page.evaluate('new Promise(requestAnimationFrame)');
        assert.equal(await at.page.evaluate(`customElements.get('pix-qr')`), undefined);
        held.open();
        await at.drawn();
        await at.page.waitForLoadState('networkidle');
        const texts: string[] = await at.page.evaluate('[...texts]');
        assert.deepEqual([...HEADINGS].filter(([, heading]) => texts.some((text) => text.includes(heading))).map(([language]) => language), [lang]);
        const others = LANGUAGES.filter((other) => other !== lang);
        assert.deepEqual(at.files.filter((file) => others.some((other) => file.includes(`.${other}.`))), []);
      }, held);
    });

    it(`${lang}: with the preload lines everything is asked for before the first answer`, async () => {
      const { lines } = integrity();
      const held = new Gate(/./);
      const { files, words } = lines.preload['pix-qr']!;
      const head = `${files.join('')}${words[lang]}${lines.module}`.replaceAll(/(src|href)="/g, '$1="/cdn/');
      await visit({ body: TAG, lang, head }, async (at) => {
        await at.until('four files are asked for while all wait', () => held.asked.length >= 4);
        assert.deepEqual(held.asked.slice().sort(), ['panel.js', 'paytags.js', 'pix-qr.js', `pix-qr.${lang}.js`].sort());
        held.open();
        await at.drawn();
        await at.page.waitForLoadState('networkidle');
        assert.equal(new Set(held.asked).size, held.asked.length, 'nothing is fetched twice');
        await at.assertClean();
      }, held);
    });

    it(`${lang}: a whole life, from the code to paid, under the strict policy, asks nobody else`, () =>
      visit({ body: TAG.replace('<pix-qr', '<pix-qr status-url="/status/paid" sandbox help-url="/help" expires-at="2099-01-01T00:00:00Z"'), lang }, async (at) => {
        await at.hears('payment-paid');
        await at.tag.locator('[part="result"]').waitFor();
        await at.assertClean();
      }));
  }

  for (const [tag, lang, attributes] of OTHERS) {
    it(`${lang}: the first picture of <${tag}> needs its preload lines and nothing besides`, async () => {
      const { lines } = integrity();
      const { files, words } = lines.preload[tag]!;
      const preload = [...files, words[lang] ?? ''];
      const wanted = ['paytags.js', ...preload.map((line) => /href="([^"]+)"/.exec(line)?.[1])].sort();
      const held = new Gate(new RegExp(`^(?!(${wanted.join('|')})$)`));
      const head = `${preload.join('')}${lines.module}`.replaceAll(/(src|href)="/g, '$1="/cdn/');
      await visit({ body: `<${tag} ${attributes}></${tag}>`, lang, head }, async (at) => {
        await at.page.locator(`${tag} svg[part~="symbol"]`).waitFor();
        held.open();
        await at.until('the rest of its life', () => at.page.evaluate(`Boolean(document.querySelector('${tag}').life)`));
        assert.deepEqual(held.asked.filter((file) => wanted.includes(file)).sort(), wanted);
        assert.equal(new Set(held.asked).size, held.asked.length, 'nothing is fetched twice');
        assert.deepEqual(held.asked.filter((file) => /^(pix|okto|octopus|okpay)-/.test(file) && !file.startsWith(tag)), [], 'nothing of other tags is fetched');
        await at.assertClean();
      }, held);
    });
  }

  it(`${BUTTON[1]}: the first picture of <${BUTTON[0]}> is drawn of its preload lines alone, without Lit`, async () => {
    const [tag, lang, attributes] = BUTTON;
    const { files, words } = integrity().lines.preload[tag]!;
    const wanted = ['paytags.js', ...[...files, words[lang]].map((line) => /href="([^"]+)"/.exec(line!)?.[1])].sort();
    assert.deepEqual(wanted, [`${tag}.${lang}.js`, `${tag}.js`, 'paytags.js']);
    await visit({ body: `<${tag} ${attributes}></${tag}>`, lang }, async (at) => {
      await at.page.getByRole('button', { name: 'Mit OKPAY bezahlen' }).waitFor();
      await at.page.waitForLoadState('networkidle');
      // What looks for mistakes comes after the picture.
      assert.deepEqual(at.files.map((file) => file.replace('cdn/', '')).sort(), [...wanted, 'fixes.js'].sort());
      await at.assertClean();
    });
  });

  it('violations are counted where there are some, and Trusted Types are on', () =>
    visit({ body: `${TAG}<script>globalThis.ran = true</script><img src="/x.png">` }, async (at) => {
      await at.drawn();
      const refused: string = await at.page.evaluate(`(() => { try { document.body.innerHTML = '<b>x</b>'; return 'not refused'; } catch (error) { return error.name; } })()`);
      assert.equal(refused, 'TypeError');
      const kinds = [...new Set((await at.violations()).map((line) => line.split(' ')[0]))].sort();
      assert.deepEqual(kinds, ['img-src', 'require-trusted-types-for', 'script-src-elem']);
      assert.equal(await at.page.evaluate('globalThis.ran'), undefined);
    }));

  it('there is one Lit among the modules, and one in each classic script', () => {
    for (const mark of ['litElementVersions', 'litHtmlVersions', 'reactiveElementVersions']) {
      const files = readdirSync(CDN).filter((file) => file.endsWith('.js') && readFileSync(join(CDN, file), 'utf8').includes(mark));
      const [scripts, modules] = [files.filter((file) => file.endsWith('.iife.js')), files.filter((file) => !file.endsWith('.iife.js'))];
      assert.deepEqual(modules, ['panel.js'], mark);
      assert.deepEqual(scripts, LANGUAGES.map((lang) => (lang === 'en' ? 'paytags.iife.js' : `paytags.${lang}.iife.js`)).sort(), mark);
      for (const file of scripts) assert.equal(readFileSync(join(CDN, file), 'utf8').split(`${mark}??=`).length, 2, `${mark} in ${file}`);
    }
  });

  it('integrity.json has the lines of every language', () => {
    const { classic, preload } = integrity().lines;
    assert.deepEqual(Object.keys(preload).sort(), ['pix-qr', BUTTON[0], 'okpay-seal', ...OTHERS.map(([tag]) => tag)].sort());
    for (const lines of [classic, ...Object.values(preload).map(({ words }) => words)]) assert.deepEqual(Object.keys(lines).sort(), LANGUAGES.toSorted());
    for (const lang of LANGUAGES) {
      assert.ok(classic[lang]?.includes(`src="paytags${lang === 'en' ? '' : `.${lang}`}.iife.js"`), lang);
      for (const [tag, { words }] of Object.entries(preload)) assert.ok(words[lang]?.includes(`href="${tag}.${lang}.js"`), `${tag} ${lang}`);
    }
  });

  it('integrity.json holds the sha384 of every file there is, and of no other', () => {
    const hashes = Object.fromEntries(readdirSync(CDN).map((file) => [file, `sha384-${createHash('sha384').update(readFileSync(join(CDN, file))).digest('base64')}`]));
    assert.deepEqual(integrity().files, hashes);
  });

  for (const [kind, lineOf] of [
    ['module', ({ lines }: Integrity) => lines.module],
    ...['en', 'el'].map((lang) => [`classic ${lang}`, ({ lines }: Integrity) => lines.classic[lang] ?? ''] as const),
  ] as const) {
    it(`the ready-made ${kind} line loads the file, and refuses one with a flipped byte`, async () => {
      const line = lineOf(integrity());
      await visit({ body: TAG, head: line.replace('src="', 'src="/cdn/') }, async (at) => {
        await at.drawn();
        await at.assertClean();
      });
      await visit({ body: TAG, head: line.replace('src="', 'src="/flipped/') }, async (at) => {
        await at.until('the refusal', () => at.console.some((text) => /integrity/i.test(text)));
        assert.equal(await at.page.evaluate(`customElements.get('pix-qr')`), undefined);
        assert.equal(await at.page.evaluate(`globalThis[Symbol.for('paytags')]`), undefined);
      });
    });
  }
});

interface Timing {
  performance: { getEntriesByType(type: string): { name: string }[] };
}

function integrity(): Integrity {
  return JSON.parse(readFileSync(join(DIST, 'integrity.json'), 'utf8')) as Integrity;
}

/** The file with one bit of one digit of its version another: a script that would run as well. */
function flipped(file: string): string {
  const text = readFileSync(file, 'utf8');
  assert.match(text, /0\.1\.0/);
  return text.replace('0.1.0', '0.1.1');
}
