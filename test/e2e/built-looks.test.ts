import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright';
import { STATUSES } from '../../src/formats/payment.ts';
import { sharedBrowser } from './browser.ts';
import { DIST, Visit, type BuiltSite } from './built-site.ts';
import { CODE, STATES, stateSite, visitStates } from './built-states.ts';

/** What the package tells editors of what every ticket has. */
interface Told {
  readonly name?: string;
  readonly cssParts?: readonly { name: string }[];
  readonly cssProperties?: readonly { name: string }[];
  readonly slots?: readonly { name: string }[];
}

const manifest = JSON.parse(readFileSync(`${DIST}/custom-elements.json`, 'utf8')) as { modules: { declarations?: Told[] }[] };
const told = manifest.modules.flatMap(({ declarations = [] }) => declarations).find(({ name }) => name === 'PaymentAttributes')!;
const names = (list: readonly { name: string }[] = []): string[] => list.map(({ name }) => name).sort();

/** Where a custom property shows: its value, the state and the element to look at, and what the browser then says of it. */
type Row = readonly [property: string, value: string, state: keyof typeof STATES & string, element: string, css: string, seen: string | RegExp];

const ROWS: readonly Row[] = [
  ['--paytags-accent', '#0a7d52', 'pending', '[part=copy-button]', 'background-color', 'rgb(10, 125, 82)'],
  ['--paytags-accent', '#0a7d52', 'a form', '.main', 'background-color', 'rgb(10, 125, 82)'],
  ['--paytags-accent', '#0a7d52', 'octopus: the landing page', '.main', 'background-color', 'rgb(10, 125, 82)'],
  ['--paytags-accent', '#0a7d52', 'collect: a page and a code', '.main', 'background-color', 'rgb(10, 125, 82)'],
  ['--paytags-on-accent', '#fffbe6', 'a form', '.main', 'color', 'rgb(255, 251, 230)'],
  ['--paytags-surface', '#fffbe6', 'pending', '[part=panel]::before', 'background-image', /rgb\(255, 251, 230\)/],
  ['--paytags-surface-sunken', '#eeeadd', 'pending', '[part=status]', 'background-color', 'rgb(238, 234, 221)'],
  ['--paytags-color', '#221100', 'pending', '[part=amount]', 'color', 'rgb(34, 17, 0)'],
  ['--paytags-color-muted', '#443322', 'pending', '[part=merchant]', 'color', 'rgb(68, 51, 34)'],
  ['--paytags-border', '#ddccbb', 'pending', '[part=copy]', 'border-top-color', 'rgb(221, 204, 187)'],
  ['--paytags-border-control', '#887766', 'a form', '.box', 'border-top-color', 'rgb(136, 119, 102)'],
  ['--paytags-focus', '#cc00cc', 'pending', '[part=copy-button]', 'outline-color', 'rgb(204, 0, 204)'],
  ['--paytags-success', '#004400', 'copied', '[part=copy-button]', 'color', 'rgb(0, 68, 0)'],
  ['--paytags-success-surface', '#ddffdd', 'copied', '[part=copy-button]', 'background-color', 'rgb(221, 255, 221)'],
  ['--paytags-warning', '#663300', 'the last minutes', '[part=clock]', 'color', 'rgb(102, 51, 0)'],
  ['--paytags-warning-surface', '#ffeecc', 'trouble on the network', '.notice', 'background-color', 'rgb(255, 238, 204)'],
  ['--paytags-danger', '#990011', 'failed', '[part=seal]', 'color', 'rgb(153, 0, 17)'],
  ['--paytags-danger-surface', '#ffeeee', 'failed', '[part=seal]', 'background-color', 'rgb(255, 238, 238)'],
  ['--paytags-info', '#003388', 'processing', '[part=seal]', 'color', 'rgb(0, 51, 136)'],
  ['--paytags-info-surface', '#ddeeff', 'processing', '[part=seal]', 'background-color', 'rgb(221, 238, 255)'],
  ['--paytags-duration', '90ms', 'failed', '.rest', 'animation-duration', '0.09s'],
  ['--paytags-font', 'Georgia, serif', 'pending', '[part=steps]', 'font-family', 'Georgia, serif'],
  ['--paytags-font-mono', 'monospace', 'pending', '[part=code]', 'font-family', 'monospace'],
  ['--paytags-font-size', '20px', 'pending', '[part=amount]', 'font-size', '42.5px'],
  ['--paytags-space', '20px', 'pending', '[part=header]', 'padding-top', '25px'],
  ['--paytags-radius', '9px', 'pending', '[part=panel]::before', 'border-top-left-radius', '9px'],
  ['--paytags-radius', '9px', 'pending', '[part=plate]', 'border-top-left-radius', '6px'],
  ['--paytags-radius', '9px', 'pending', '[part=copy-button]', 'border-top-left-radius', '5px'],
  ['--paytags-radius', '0', 'pending', '[part=panel]::after', 'border-bottom-left-radius', '0px'],
  ...['[part=panel]::before', '[part=plate]', '[part=copy]', '[part=copy-button]', '[part=status]', '[part=mark]', '[part=sandbox]'].map(
    (element): Row => ['--paytags-radius', '0', 'pending in test mode', element, 'border-top-left-radius', '0px'],
  ),
  ['--paytags-radius', '0', 'a form', '.box', 'border-top-left-radius', '0px'],
  ['--paytags-radius', '0', 'a form', '.main', 'border-top-left-radius', '0px'],
  ['--paytags-radius', '0', 'creating', '.blank i', 'border-top-left-radius', '0px'],
  ['--paytags-radius', '0', 'octopus: the landing page', '.tile', 'border-top-left-radius', '0px'],
  ['--paytags-radius', '0', 'octopus: the landing page', '.main', 'border-top-left-radius', '0px'],
  ['--paytags-radius', '0', 'collect: a page and a code', '.main', 'border-top-left-radius', '0px'],
  ['--paytags-radius-plate', '3px', 'pending', '[part=plate]', 'border-top-left-radius', '3px'],
  ['--paytags-radius-control', '3px', 'a form', '.box', 'border-top-left-radius', '3px'],
  ['--paytags-shadow', 'drop-shadow(0px 1px 2px red)', 'pending', '[part=panel]::after', 'filter', /rgb\(255, 0, 0\)/],
  ['--paytags-shadow', 'none', 'pending', '[part=panel]::after', 'filter', /^(drop-shadow\(rgb\(226, 229, 234\) -?[01]px -?[01]px 0px\) ?){4}$/],
  ['--paytags-code-size', '10em', 'pending', '[part=symbol]', 'width', /^1[0-5]\d(\.\d+)?px$/],
];

describe('the looks are the page\'s own', () => {
  let site: BuiltSite;
  let browser: Browser;
  let visit: Visit;
  before(async () => {
    site = await stateSite();
    browser = await sharedBrowser();
    visit = await visitStates(browser, site, { css: 'main { font-family: cursive; width: 358px }', options: { reducedMotion: 'no-preference' } });
  });
  after(async () => {
    await visit?.leave();
    await site?.close();
  });

  /** What the browser says of an element of a state under a style sheet of the page. */
  async function seen(css: string, state: string, selector: string, property: string): Promise<string> {
    await visit.page.evaluate(adopt, css);
    const [element = '', pseudo] = selector.split(/(?=::)/);
    const found = visit.page.locator(`#state-${Object.keys(STATES).indexOf(state)}`).locator(element).first();
    if (property === 'outline-color') {
      await found.focus();
      await visit.page.keyboard.press('Shift');
    }
    return found.evaluate(computed, { pseudo, property });
  }

  for (const [property, value, state, element, css, wanted] of ROWS) {
    it(`${property}: ${value} (${state}: ${element} ${css})`, async () => {
      const before = await seen('', state, element, css);
      const after = await seen(`.tag { ${property}: ${value} }`, state, element, css);
      assert.match(after, wanted instanceof RegExp ? wanted : new RegExp(`^${wanted.replace(/[()]/g, '\\$&')}$`));
      assert.notEqual(after, before);
    });
  }

  it('every property that is told of is in this table, and every one in the table is told of', () => {
    assert.deepEqual([...new Set(ROWS.map(([property]) => property))].sort(), names(told.cssProperties));
  });

  it('the padding of the paper follows its own width: 1 narrow, 1.25 on a phone, 1.75 wide', async () => {
    for (const [width, padding] of [['320px', '16px'], ['339px', '16px'], ['341px', '20px'], ['719px', '20px'], ['721px', '28px']] as const) {
      assert.equal(await seen(`section { width: ${width} }`, 'pending', '[part=header]', 'padding-left'), padding, width);
    }
    assert.equal(await seen('section { width: 900px }', 'failed', '[part=header]', 'padding-left'), '20px', 'a result is a narrow ticket everywhere');
  });

  it('the page\'s own font and colour come with the usual words of CSS', async () => {
    assert.equal(await seen('pix-qr { font-family: inherit }', 'pending', '[part=steps]', 'font-family'), 'cursive');
    assert.equal(await seen('pix-qr { color: rgb(9, 8, 7) }', 'pending', '[part=amount]', 'color'), 'rgb(9, 8, 7)');
  });

  it('the plate is white and the code black whatever the page sets', async () => {
    const css = '.tag { --paytags-plate: #123; --paytags-plate-ink: #fff; --paytags-surface: #000; --paytags-color: #fff; color: red; fill: red }';
    for (const [element, property, wanted] of [
      ['[part=plate]', 'background-color', 'rgb(255, 255, 255)'], ['[part=symbol] path:first-child', 'fill', 'rgb(255, 255, 255)'],
    ] as const) for (const state of ['pending', 'cash: bars', 'app: a code', 'octopus: a code', 'collect: a page and a code']) assert.equal(await seen(css, state, element, property), wanted, state);
  });

  for (const part of names(told.cssParts)) {
    it(`::part(${part}) is there to be styled`, async () => {
      await visit.page.evaluate(adopt, `.tag::part(${part}) { outline: 7px solid rgb(1, 2, 3) }`);
      assert.deepEqual([...new Set(await visit.page.locator(`.tag [part="${part}"]`).evaluateAll(outlines))], ['rgb(1, 2, 3) 7px']);
    });
  }

  it('the parts are those that a page may count on', () => {
    const fixed = 'panel header heading amount merchant mark plate symbol code copy-button clock status steps actions button result seal help sandbox';
    assert.deepEqual(fixed.split(' ').filter((part) => !names(told.cssParts).includes(part)), []);
  });

  it('the clock can be hidden, and the line still says what is waited for', async () => {
    await visit.page.evaluate(adopt, 'pix-qr::part(clock) { display: none }');
    for (const state of ['pending', 'the last minutes']) {
      const tag = visit.page.locator(`#state-${Object.keys(STATES).indexOf(state)}`);
      assert.deepEqual([await tag.locator('[part=clock]').isVisible(), await tag.locator('[part=status] b').isVisible()], [false, true]);
    }
  });

  it('every status can be styled by :state(word) and by [status]', async () => {
    for (const status of STATUSES) {
      await visit.page.evaluate(adopt, `pix-qr { margin: 1px } pix-qr:state(${status})[status="${status}"] { margin: 9px }`);
      const margins = await visit.page.locator('pix-qr').evaluateAll(marginsOf);
      assert.ok(margins.some(([own]) => own === status), `no tag is ${status}`);
      assert.deepEqual(margins.filter(([own, margin]) => (own === status) !== (margin === '9px')), [], status);
    }
  });

  it('no element has a style attribute but the code\'s, which says its own size, and the copy button, which holds its width', async () => {
    assert.deepEqual([...new Set(await visit.page.locator('.tag [style]').evaluateAll(partsOf))].sort(), ['copy-button', 'symbol']);
    assert.deepEqual(await visit.violations(), []);
  });

  it('every slot takes what the page puts into it', async () => {
    const statuses: readonly string[] = STATUSES;
    const inside = ['heading', 'logo', 'symbol', 'instructions', 'help'];
    assert.deepEqual(names(told.slots).filter((slot) => !inside.includes(slot) && !statuses.includes(slot)), []);
    const filled = (slot: string, attributes: string) => `<pix-qr ${attributes}><span slot="${slot}">Mine: ${slot}</span></pix-qr>`;
    const tags = [
      ...inside.map((slot) => filled(slot, `code="${CODE}"`)),
      filled('idle', 'create-url="/create/never?idle"'), filled('creating', 'create-url="/create/never?creating"'), filled('pending', `code="${CODE}"`),
      ...STATUSES.slice(3).map((status) => filled(status, `code="${CODE}" status-url="/is/${status}?slot"`)),
    ];
    const slots = await Visit.of(browser, site.page({ body: tags.join('') }));
    await slots.until('every tag is alive', () => slots.page.evaluate(`![...document.querySelectorAll('pix-qr')].some((tag) => !tag.life)`));
    await slots.page.evaluate(`{ for (const tag of document.querySelectorAll('pix-qr[status-url]')) tag.refresh(); void document.querySelectorAll('pix-qr')[6].create() }`);
    for (const slot of [...inside, ...STATUSES]) await slots.page.getByText(`Mine: ${slot}`, { exact: true }).waitFor();
    await slots.leave();
  });
});

interface Styled {
  parentElement: unknown;
  status: string;
  getAttribute(name: string): string;
}
type Page = {
  document: { adoptedStyleSheets: unknown[] };
  CSSStyleSheet: new () => { replaceSync(css: string): void };
  getComputedStyle(element: unknown, pseudo?: string): Record<string, string> & { getPropertyValue(name: string): string };
};

/** Runs in the page: a style sheet of the page, in place of the one before. */
function adopt(css: string): void {
  const { document, CSSStyleSheet } = globalThis as unknown as Page;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}

function computed(element: unknown, { pseudo, property }: { pseudo: string | undefined; property: string }): string {
  return (globalThis as unknown as Page).getComputedStyle(element, pseudo).getPropertyValue(property);
}

function outlines(elements: unknown[]): string[] {
  return elements.map((element) => (globalThis as unknown as Page).getComputedStyle(element)).map(({ outlineColor, outlineWidth }) => `${outlineColor} ${outlineWidth}`);
}

function marginsOf(tags: unknown[]): [status: string, margin: string][] {
  return (tags as Styled[]).map((tag) => [tag.status, (globalThis as unknown as Page).getComputedStyle(tag)['marginTop']!]);
}

function partsOf(elements: unknown[]): string[] {
  return (elements as Styled[]).map((element) => element.getAttribute('part'));
}
