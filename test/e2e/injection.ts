import assert from 'node:assert/strict';
import type { Browser } from 'playwright';
import { STATUSES } from '../../src/formats/payment.ts';
import { Visit, type BuiltSite } from './built-site.ts';

/** Every element that a tag and its sheet are made of. */
const ELEMENTS = [
  'a', 'b', 'button', 'code', 'dd', 'dialog', 'div', 'dl', 'dt', 'fieldset', 'footer', 'form', 'g', 'h2', 'header', 'hr', 'i', 'input', 'label', 'legend', 'li', 'ol', 'option', 'p', 'path', 'pre',
  'section', 'select', 'slot', 'small', 'span', 'strong', 'svg', 'ul',
];

/** The only style attributes: numbers and lengths that the tag has worked out. */
const STYLE =
  /^(--modules: ?\d+; ?--pixels: ?[\d.]+;?|--pixel: ?[\d.]+px; ?--modules: ?\d+;?|min-width: ?[\d.]+px;?|width: ?[\d.]+mm; ?height: ?25mm;?|width: ?max\([-+ %().,\d]*(?:(?:px|mm|vh|min)[-+ %().,\d]*)+\);?)?$/;

/** The kind of each word, so that a page can put its own in its place. */
export const kindOf = (word: unknown): unknown => {
  if (Array.isArray(word)) return word.map(() => 'text');
  if (typeof word === 'object' && word) return Object.fromEntries(Object.entries(word).map(([key, value]) => [key, kindOf(value)]));
  return typeof word === 'function' ? { gives: kindOf((word as (...given: string[]) => unknown)('1', '1')) } : typeof word === 'string' ? 'text' : typeof word;
};

/**
 * Runs before any script of the page: notes what must not happen, answers every request of the tag itself, and puts a text into every
 * place there is, one of the page's `MOMENTS` after the other. After each it looks the whole tag over.
 */
const WITNESS = `
  globalThis.pwns = 0;
  globalThis.pwned = () => { pwns++; };
  globalThis.violations = [];
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => violations.push(effectiveDirective + ' ' + blockedURI));
  globalThis.answer = [200, { status: 'pending' }];
  const fetched = fetch;
  globalThis.fetch = async (input, init) => {
    const { origin, pathname } = new URL(input.url ?? input, location.href);
    if (origin !== location.origin || pathname.startsWith('/cdn/')) return fetched(input, init);
    return new Response(JSON.stringify(answer[1]), { status: answer[0], headers: { 'content-type': 'application/json' } });
  };
  globalThis.print = () => dispatchEvent(new Event('beforeprint'));
  // What a shopper would wait for comes at once.
  const later = setTimeout;
  globalThis.setTimeout = (task, ms) => later(task, ms === 2500 ? 0 : ms);

  const adopted = () => [...tag.shadowRoot.adoptedStyleSheets, ...document.adoptedStyleSheets];
  const rules = () => adopted().map(({ cssRules }) => cssRules.length).join();
  const sheets = () => adopted().flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join();
  let tag;
  globalThis.findings = [];
  /** How often a text stood there as it was written, by moment. */
  globalThis.seen = {};

  function look(moment, text, shown) {
    const paper = document.querySelector('paytags-paper');
    for (const root of [tag.shadowRoot, paper?.shadowRoot]) {
      for (const one of root?.querySelectorAll('*') ?? []) {
        if (!golden.includes(one.localName)) findings.push([moment, text, one.outerHTML.slice(0, 200)]);
        for (const { name, value } of one.attributes) {
          const wrong = /^on|^(src|srcdoc|action|formaction|ping|xlink:href)$/.test(name) || (name === 'style' && !style.test(value)) || (name === 'href' && value !== 'https://shop.example/help' && !/^octopus:\\/\\/payment\\?token=[\\w%.!~*'()-]*$/.test(value) && !value.startsWith(location.origin + '/'));
          if (wrong) findings.push([moment, text, name + '=' + value]);
        }
      }
    }
    if (document.querySelectorAll('body *').length !== 1 + tag.children.length) findings.push([moment, text, document.body.innerHTML.slice(0, 200)]);
    if (pwns) findings.push([moment, text, 'a script has run']);
    const stands = shown !== undefined && (paper?.shadowRoot ?? tag.shadowRoot).textContent.includes(shown.trim());
    seen[moment] = (seen[moment] ?? 0) + stands;
  }

  /** A new tag with these attributes and properties, which takes the place of the last one. */
  async function fresh(attributes, properties) {
    tag?.remove();
    // What was created before is not shown again.
    sessionStorage.clear();
    tag = document.createElement(tagName);
    for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value);
    Object.assign(tag, properties);
    document.body.append(tag);
    await tag.refresh();
    await tag.updateComplete;
  }

  const said = (kind, text) =>
    kind === 'text' ? text
    : kind.gives ? () => said(kind.gives, text)
    : Array.isArray(kind) ? kind.map((each) => said(each, text))
    : kind === 'number' ? 4
    : Object.fromEntries(Object.entries(kind).map(([key, each]) => [key, said(each, text)]));

  globalThis.tryAll = async (moment, texts) => {
    await fresh({});
    let known, whole;
    for (const [at, text] of ['plain text', ...texts].entries()) {
      await MOMENTS[moment](text, at);
      // A first text that is none of them says what the style sheets are.
      [known, whole] = [known ?? rules(), whole ?? sheets()];
      if (rules() !== known) findings.push([moment, text, 'style sheets have changed']);
    }
    if (sheets() !== whole) findings.push([moment, 'style sheets have changed']);
    await new Promise((done) => later(done));
    tag.remove();
    tag = undefined;
    return { findings: findings.splice(0, 20), seen };
  };
`;

/** What became of the texts: what must not have happened, and how often they could be read. */
export interface Found {
  readonly findings: readonly unknown[];
  readonly seen: Readonly<Record<string, number>>;
}

/** A tag whose every place is given every text. */
export interface Injected {
  readonly tag: string;
  /** Script that sets `MOMENTS`: what is done with a text, by name; it sees what the witness has. */
  readonly moments: string;
  /** What that script needs besides, as globals. */
  readonly given: object;
}

/** Opens a page, lets every text into the tag, and sees that nothing but the tag's files was asked for and nobody has gone elsewhere. */
export async function injecting(browser: Browser, site: BuiltSite, { tag, moments, given }: Injected, csp: boolean, live: (visit: Visit) => Promise<void>): Promise<void> {
  const url = site.page({ body: `<${tag}></${tag}>` });
  const visit = await Visit.of(browser, url, { bypassCSP: !csp, permissions: ['clipboard-write'] }, async (page) => {
    const known = { golden: ELEMENTS, statuses: STATUSES, tagName: tag, ...given };
    await page.addInitScript({ content: `Object.assign(globalThis, ${JSON.stringify(known)}, { style: ${String(STYLE)} });${WITNESS}${moments}` });
  });
  try {
    await visit.page.evaluate(`customElements.whenDefined(${JSON.stringify(tag)}).then(() => document.querySelector(tagName).remove())`);
    await live(visit);
    assert.equal(await visit.page.evaluate('pwns'), 0);
    assert.equal(visit.page.url(), url);
    assert.deepEqual(visit.foreign, []);
    assert.deepEqual(visit.asked.filter((asked) => !asked.includes('/cdn/') && asked !== url), []);
    if (csp) assert.deepEqual(await visit.violations(), []);
    assert.deepEqual(visit.console.filter((line) => !RegExp(`^(error|warning): <${tag}> `).test(line)), []);
  } finally {
    await visit.leave();
  }
}

/** Every text in one moment: none of them is anything but text, and nearly all can be read wherever `shown` says, there once or so many times. */
export async function assertText(visit: Visit, moment: string, texts: readonly string[], shown: readonly (string | readonly [where: string, times: number])[]): Promise<void> {
  const { findings, seen } = await visit.page.evaluate<Found>(`tryAll(${JSON.stringify(moment)}, ${JSON.stringify(texts)})`);
  assert.deepEqual(findings, []);
  for (const [where, times] of shown.map((each) => (typeof each === 'string' ? ([each, 1] as const) : each))) assert(seen[where]! > texts.length * times * 0.9, `${where}: stood there ${seen[where]} times of ${texts.length}`);
}
