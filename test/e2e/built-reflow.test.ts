import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { devices, type Browser } from 'playwright';
import { sharedBrowser } from './browser.ts';
import type { BuiltSite, Visit } from './built-site.ts';
import { gone, STATES, stateSite, visitStates } from './built-states.ts';

/** What WCAG 2.2 asks text to bear (1.4.12). */
const SPACED = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

const CSS = 'body { margin: 0 16px } h1 { font-size: 1rem }';

interface Look {
  readonly width: number;
  readonly lang?: string;
  readonly dir?: 'rtl';
  /** Of the page. */
  readonly css?: string;
  /** In every tag, as a reader's own style sheet would be. */
  readonly readers?: string;
}

const LOOKS: Record<string, Look> = {
  'a phone of 320 px': { width: 320 },
  'a phone of 320 px, German': { width: 320, lang: 'de' },
  'a phone of 320 px, Greek, from right to left': { width: 320, lang: 'el', dir: 'rtl' },
  'a phone, and text of 200 %': { width: 390, lang: 'pt-BR', css: ':root { font-size: 200% }' },
  'a phone of 320 px, and text of 200 % by the page alone': { width: 320, css: '.tag { font-size: 32px }' },
  'a phone, and spaced text': { width: 390, lang: 'it', readers: SPACED },
  'a phone of 320 px, and spaced text': { width: 320, lang: 'ro', readers: SPACED },
  'a page with a root of 62.5 %': { width: 390, lang: 'zh-HK', css: ':root { font-size: 62.5% }' },
  'a wide page, and spaced text': { width: 1000, lang: 'es', readers: SPACED },
  'a wide page, and text of 200 %, from right to left': { width: 1600, lang: 'id', dir: 'rtl', css: ':root { font-size: 200% }' },
};

/**
 * Runs in the page: every way in which a tag does not have the room it takes, as a line. Text that is cut, a thing that reaches out of
 * its paper, two things one over the other, a target under 44 px, and a page that scrolls sideways.
 */
const FAULTS = `(() => {
  const faults = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push('the page scrolls sideways: ' + scrollWidth + ' px in ' + clientWidth);
  const name = (element) => element.localName + (element.getAttribute('part') ? '[part=' + element.getAttribute('part') + ']' : '.' + element.getAttribute('class'));
  const texts = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode);
    return found;
  };
  for (const tag of document.querySelectorAll('.tag')) {
    const fault = (element, what) => faults.push(tag.id + ' ' + tag.localName + ' ' + tag.status + ': ' + name(element) + ' ' + what);
    const panel = tag.shadowRoot.querySelector('[part=panel]');
    const paper = panel.getBoundingClientRect();
    const lines = [];
    for (const text of texts(panel)) {
      const parent = text.parentElement;
      // What only screen readers get; the middle of the code is there to be copied, not seen.
      if (parent.closest('.aloud, [part=code] span')) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) {
        if (box.width < 1) continue;
        if (parent.localName !== 'i' && (box.left < paper.left - 1 || box.right > paper.right + 1 || box.top < paper.top - 1 || box.bottom > paper.bottom + 1)) fault(parent, 'reaches out of the paper: ' + text.data);
        lines.push({ parent, box, text: text.data });
      }
    }
    // Letters take less than their line: two lines one over the other share more than a third of one.
    lines.forEach((one, index) => lines.slice(index + 1).forEach((other) => {
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 2 && down > Math.min(one.box.height, other.box.height) / 3) fault(one.parent, 'stands over another: ' + one.text + ' | ' + other.text);
    }));
    for (const element of panel.querySelectorAll('*')) {
      if (element.closest('.aloud, [part=code], svg')) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      // The dot before a line of its own is cut off on purpose.
      const clips = element.getAttribute('part') !== 'merchant' && (overflowX !== 'visible' || overflowY !== 'visible') && element.localName !== 'input';
      if (clips && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) fault(element, 'is cut');
      const box = element.getBoundingClientRect();
      if (box.width && (box.left < paper.left - 1 || box.right > paper.right + 1)) fault(element, 'reaches out of the paper');
      // A link in a sentence is as high as its line; a box is ticked by its sentence too.
      if (!element.matches('button, a, input, select') || element.matches('label a')) continue;
      const target = (element.closest('.box, .tick') ?? element).getBoundingClientRect();
      if (target.width < 43.9 || target.height < 43.9) fault(element, 'is ' + target.width + ' x ' + target.height + ' px');
    }
  }
  return faults;
})()`;

/** What says more on the phone that has the app. */
const ON_A_PHONE = Object.keys(STATES).filter((name) => /^(app|collect|octopus): a (page and a )?code$/.test(name));

describe('every state has the room that it takes', () => {
  let site: BuiltSite;
  let browser: Browser;
  let visit: Visit;
  before(async () => {
    site = await stateSite();
    browser = await sharedBrowser();
    visit = await visitStates(browser, site, { css: CSS });
  });
  after(async () => {
    await visit?.leave();
    await site?.close();
  });

  async function faultsOn({ width, lang = 'en', dir, css = '', readers = '' }: Look, at = visit): Promise<string[]> {
    await at.page.setViewportSize({ width, height: 844 });
    await at.page.evaluate(dress, { lang, dir: dir ?? 'ltr', css, readers });
    await at.page.locator(`.tag [part=panel]:not([lang="${lang}"])`).first().waitFor({ state: 'detached' });
    return at.page.evaluate(FAULTS);
  }

  for (const [name, look] of Object.entries(LOOKS)) {
    it(`on ${name}`, async () => {
      assert.deepEqual(await faultsOn(look), []);
      assert.deepEqual(await gone(visit), []);
    });
  }

  it('on the phone that has the app too: before a press, after it, and where nothing has opened', async () => {
    const { userAgent } = devices['iPhone 14']!;
    const phone = await visitStates(browser, site, { css: CSS, options: { userAgent }, states: ON_A_PHONE });
    const apps = phone.page.locator('.tag a[href^="okto:"], .tag a[href^="octopus:"], .tag a[href^="upi:"]');
    const moment = async (shown: string | RegExp): Promise<void> => {
      for (const look of Object.values(LOOKS).filter(({ width }) => width < 500)) assert.deepEqual(await faultsOn(look, phone), [], `${String(shown)}: ${JSON.stringify(look)}`);
      await faultsOn({ width: 390 }, phone);
      assert.equal(await phone.page.locator('.tag').filter({ hasText: shown }).count(), ON_A_PHONE.length, String(shown));
    };
    try {
      await phone.page.evaluate("addEventListener('payment-open', (event) => event.preventDefault())");
      await moment(/(Approve in|Open) (the|a) \w+ app/);
      for (const app of await apps.all()) await app.click();
      await moment('Come back here when you have');
      await phone.page.clock.runFor(2_600);
      await moment('Did nothing open?');
    } finally {
      await phone.leave();
    }
  });

  it('and notices when one has not', async () => {
    const readers = '[part=heading] { white-space: nowrap; letter-spacing: 1em } button { height: 30px; min-height: 0 !important } [part=steps] { margin-top: -60px } h2 { overflow: hidden; height: 8px }';
    const faults = (await faultsOn({ width: 320, readers })).join('\n');
    for (const fault of [/scrolls sideways/, /reaches out of the paper/, /stands over another/, /\d x 30 px/, /h2\S* is cut/]) assert.match(faults, fault);
  });
});

/** Runs in the page: gives it another language and direction, and other style sheets in place of those that it was given so before. */
function dress({ lang, dir, css, readers }: { lang: string; dir: string; css: string; readers: string }): void {
  interface Dressed {
    adoptedStyleSheets: { ours?: true; replaceSync(css: string): void }[];
  }
  const { document, CSSStyleSheet } = globalThis as unknown as {
    document: Dressed & { documentElement: { lang: string; dir: string }; querySelectorAll(selector: string): Iterable<{ shadowRoot: Dressed }> };
    CSSStyleSheet: new () => Dressed['adoptedStyleSheets'][number];
  };
  Object.assign(document.documentElement, { lang, dir });
  const sheets = [css, readers].map((text) => {
    const sheet = Object.assign(new CSSStyleSheet(), { ours: true as const });
    sheet.replaceSync(text);
    return sheet;
  });
  for (const [root, sheet] of [[document, sheets[0]!] as const, ...[...document.querySelectorAll('.tag')].map(({ shadowRoot }) => [shadowRoot, sheets[1]!] as const)]) {
    root.adoptedStyleSheets = [...[...root.adoptedStyleSheets].filter(({ ours }) => !ours), sheet];
  }
}
