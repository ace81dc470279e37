import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { sharedBrowser } from './browser.ts';
import type { BuiltSite, Visit } from './built-site.ts';
import { gone, STATES, stateSite, visitStates } from './built-states.ts';

const LANGUAGES = readdirSync('src/locales');
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** One column as wide as a phone for each, on the page's own paper: axe knows no colour that a gradient has painted, so it sees the paper as a plain surface. */
const CSS = `
  :root { color-scheme: light dark; color: light-dark(#14171c, #f1f3f6); background: light-dark(#ffffff, #181a1f) }
  main { columns: 5 22.375em }
  section { break-inside: avoid }
  .tag::part(panel)::before, .tag::part(panel)::after { display: none }
  .tag::part(panel) { background: light-dark(#ffffff, #181a1f) }
`;

/** Directions in which each language is judged: all of them as they are read, and two on a page that is read from the right. */
const directions = (lang: string): readonly ('ltr' | 'rtl')[] => (lang === 'en' || lang === 'el' ? ['ltr', 'rtl'] : ['ltr']);

/** Runs in the page: the longest transition or animation in any tag, in seconds, and what would never end. */
const MOTION = `(() => {
  const styles = [...document.querySelectorAll('.tag')].flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('*')].map((element) => getComputedStyle(element)));
  const seconds = styles.flatMap(({ transitionDuration, transitionDelay, animationDuration, animationDelay }) => [transitionDuration, transitionDelay, animationDuration, animationDelay].flatMap((list) => list.split(', ').map(parseFloat)));
  return { longest: Math.max(...seconds), repeated: styles.filter(({ animationIterationCount }) => animationIterationCount !== '1').map(({ animationName }) => animationName) };
})()`;

/** Runs in the page: what has no frame of its own, and a code that is not black on white. */
const FRAMELESS = `(() => {
  const faults = [];
  for (const tag of document.querySelectorAll('.tag')) {
    for (const framed of tag.shadowRoot.querySelectorAll('[part=panel], [part=copy], button, a[part=button], .box, .notice, [part=status], [part=seal]')) {
      if (parseFloat(getComputedStyle(framed).borderTopWidth) < 1) faults.push(tag.id + ' ' + (framed.getAttribute('part') ?? framed.className));
    }
    const plate = tag.shadowRoot.querySelector('[part=plate]');
    if (!plate) continue;
    const paths = [...plate.querySelectorAll('path')].map((path) => getComputedStyle(path).fill);
    if ([getComputedStyle(plate).backgroundColor, ...paths].join() !== 'rgb(255, 255, 255),rgb(255, 255, 255),rgb(0, 0, 0)') faults.push(tag.id + ' plate ' + paths);
  }
  return faults;
})()`;

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

describe('axe, no rule off: every state, in every language, light and dark', () => {
  let site: BuiltSite;
  let browser: Browser;
  let visit: Visit;
  before(async () => {
    site = await stateSite();
    browser = await sharedBrowser();
    visit = await visitStates(browser, site, { css: CSS, options: { viewport: { width: 1900, height: 1000 } }, prepare: async (page) => void (await page.addInitScript({ path: AXE })) });
  });
  after(async () => {
    await visit?.leave();
    await site?.close();
  });

  /** What axe finds wrong, and what contrast it cannot tell, as lines of rule and place. */
  async function judge(): Promise<string[]> {
    let judging = true;
    const verdict = visit.page.evaluate<{ violations: Finding[]; incomplete: Finding[] }>('axe.run(document, { resultTypes: ["violations", "incomplete"] })').finally(() => (judging = false));
    // The page's clock stands still, and axe waits by it.
    while (judging) await visit.page.clock.runFor(1);
    const { violations, incomplete } = await verdict;
    // The stripes of the ribbon are a gradient: their contrast is measured elsewhere.
    const untold = incomplete.filter(({ id }) => id === 'color-contrast').flatMap(({ nodes }) => nodes.filter(({ target }) => !JSON.stringify(target).includes('sandbox')));
    return [...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`)), ...untold.map(({ target }) => `no contrast known: ${JSON.stringify(target)}`)];
  }

  for (const lang of LANGUAGES) {
    it(`${lang}: ${Object.keys(STATES).length} states`, async () => {
      await visit.page.evaluate(`document.documentElement.lang = '${lang}'`);
      await visit.page.locator(`.tag [part=panel]:not([lang="${lang}"])`).first().waitFor({ state: 'detached' });
      for (const dir of directions(lang)) {
        await visit.page.evaluate(`document.documentElement.dir = '${dir}'`);
        for (const colorScheme of ['light', 'dark'] as const) {
          await visit.page.emulateMedia({ colorScheme });
          assert.deepEqual(await judge(), [], `${lang}, ${dir}, ${colorScheme}`);
        }
      }
      assert.deepEqual(await gone(visit), []);
    });
  }

  it('under reduced motion everything takes no time, else at most 200 ms, and nothing is repeated', async () => {
    for (const [reducedMotion, most] of [['reduce', 0], ['no-preference', 0.2]] as const) {
      await visit.page.emulateMedia({ reducedMotion });
      const { longest, repeated } = await visit.page.evaluate<{ longest: number; repeated: string[] }>(MOTION);
      assert.equal(longest, most && 0.16);
      assert.deepEqual(repeated, []);
    }
    await visit.page.emulateMedia({ reducedMotion: 'reduce' });
  });

  it('in forced colours every surface has a frame, and the code is black on white', async () => {
    await visit.page.emulateMedia({ forcedColors: 'active' });
    assert.deepEqual(await visit.page.evaluate(FRAMELESS), []);
    await visit.page.emulateMedia({ forcedColors: 'none' });
    assert.notDeepEqual(await visit.page.evaluate(FRAMELESS), []);
  });

  it('sees what is wrong where something is', async () => {
    await visit.page.evaluate(`document.querySelector('pix-qr').style.setProperty('--paytags-color', '#aaaaaa')`);
    await visit.page.emulateMedia({ colorScheme: 'light' });
    assert.match((await judge()).join('\n'), /^color-contrast: /);
  });
});
