import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator } from 'playwright';
import { sharedBrowser } from './browser.ts';
import { Visit, type BuiltSite } from './built-site.ts';
import { CODE, stateSite, visitStates } from './built-states.ts';

interface Box {
  readonly x: number;
  readonly width: number;
}

/** What stands before what, for a reader: start and end of a line. */
const PAIRS = [
  ['[part=mark]', '[part=heading] slot[name=heading]'], ['[part=merchant] b', '[part=merchant] span'], ['[part=status] .icon', '[part=status] b'],
  ['[part=actions] button:nth-of-type(1)', '[part=actions] button:nth-of-type(2)'], ['[part=actions] button:nth-of-type(2)', '[part=help]'], ['[part=code]', '[part=copy-button]'],
] as const;
/** Those of the wide ticket besides. */
const WIDE = [['[part=plate]', '[part=header]'], ['[part=plate]', 'hr'], ['hr', '[part=status]'], ['[part=status] b', '[part=clock]']] as const;

/** The sign on a link to the provider's page. */
const LEAVES = ':is(.stub, .besides) a .icon';

describe('right to left', () => {
  let site: BuiltSite;
  let browser: Browser;
  before(async () => {
    site = await stateSite();
    browser = await sharedBrowser();
  });
  after(async () => {
    await site?.close();
  });

  /** Where the words or the box of an element stand; of a slot, those of what is in it. */
  const placed = (tag: Locator, selector: string): Promise<Box> => tag.locator(selector).first().evaluate(boxOf);

  for (const [what, width, pairs] of [['a phone', 390, PAIRS], ['a wide page', 1000, [...PAIRS, ...WIDE]]] as const) {
    it(`on ${what} everything turns: what stood left of another stands right of it, at the same distance`, async () => {
      const options = { viewport: { width, height: 900 } };
      const visits = [await visitStates(browser, site, { options, states: ['pending'] }), await visitStates(browser, site, { options, states: ['pending'], dir: 'rtl' })] as const;
      try {
        for (const [first, second] of pairs) {
          const [ltr, rtl] = (await Promise.all(visits.map(async ({ tag }) => [await placed(tag, first), await placed(tag, second)]))) as [[Box, Box], [Box, Box]];
          const between = ltr[1].x - (ltr[0].x + ltr[0].width);
          const turned = rtl[0].x - (rtl[1].x + rtl[1].width);
          assert.ok(between > -1, `${first} stands left of ${second}`);
          assert.ok(Math.abs(between - turned) <= 2, `${first}, ${second}: ${between} px apart, turned ${turned}`);
        }
      } finally {
        for (const visit of visits) await visit.leave();
      }
    });
  }

  it('so do the codes, buttons and signs of the tags that open an app or a page', async () => {
    const states = ['app: a code', 'octopus: a code', 'collect: a page and a code'];
    const visit = await visitStates(browser, site, { dir: 'rtl', options: { viewport: { width: 1000, height: 900 } }, states });
    try {
      for (const [index, state] of states.entries()) {
        const tag = visit.page.locator(`#state-${index}`);
        const [plate, header] = [await placed(tag, '[part=plate]'), await placed(tag, '[part=header]')];
        assert.ok(plate.x > header.x + header.width - 1, `${state}: the code stands right of the words`);
        assert.equal(await tag.locator('[part=panel]').evaluate(scaleOfPaper), '-1 1', state);
        for (const leave of await tag.locator(LEAVES).all()) assert.equal(await leave.evaluate(scaleOf), '-1 1', `${state}: the sign that leads away`);
      }
      assert.deepEqual(await Promise.all(states.map((_, index) => visit.page.locator(`#state-${index}`).locator(LEAVES).count())), [0, 1, 1]);
    } finally {
      await visit.leave();
    }
  });

  it('follows the nearest dir: of the tag, of an ancestor, of one outside of a shadow root; live', async () => {
    const tags = `<pix-qr code="${CODE}" dir="rtl"></pix-qr><div dir="rtl"><p dir="ltr"><pix-qr code="${CODE}"></pix-qr></p></div><section dir="rtl"><div id="host"></div></section>`;
    const visit = await Visit.of(browser, site.page({ body: tags }), { viewport: { width: 1000, height: 900 } });
    await visit.page.evaluate(`{
      const tag = document.createElement('pix-qr');
      tag.setAttribute('code', document.querySelector('pix-qr').getAttribute('code'));
      document.querySelector('#host').attachShadow({ mode: 'open' }).append(tag);
    }`);
    await visit.until('every tag is alive', () => visit.page.evaluate(`![...document.querySelectorAll('pix-qr'), document.querySelector('#host').shadowRoot.firstChild].some((tag) => !tag.life)`));
    const turned = async () => {
      const found: boolean[] = [];
      for (const tag of await visit.tag.all()) {
        const [plate, header, paper] = [await placed(tag, '[part=plate]'), await placed(tag, '[part=header]'), await tag.locator('[part=panel]').evaluate(scaleOfPaper)];
        assert.equal(plate.x > header.x, paper === '-1 1', 'the paper turns with what stands on it');
        found.push(plate.x > header.x);
      }
      return found;
    };
    assert.deepEqual(await turned(), [true, false, true]);
    await visit.page.evaluate(`{ document.querySelector('pix-qr').dir = 'ltr'; document.querySelector('section').dir = 'ltr'; document.querySelector('p').removeAttribute('dir') }`);
    assert.deepEqual(await turned(), [false, true, false]);
    await visit.leave();
  });

  it('turns the sign of a refund, not the check mark; keeps code, digits and what is typed as they are', async () => {
    const visit = await visitStates(browser, site, { dir: 'rtl', options: { viewport: { width: 390, height: 900 } }, states: ['refunded', 'paid', 'pending', 'a form'] });
    const [refunded, paid, pending, form] = [0, 1, 2, 3].map((index) => visit.page.locator(`#state-${index}`)) as [Locator, Locator, Locator, Locator];
    assert.deepEqual([await refunded.locator('[part=seal]').evaluate(scaleOf), await paid.locator('[part=seal]').evaluate(scaleOf)], ['-1 1', 'none']);
    assert.deepEqual([await pending.locator('[part=code]').evaluate(directionOf), await form.locator('input[name=amount]').evaluate(directionOf)], ['ltr', 'ltr']);
    assert.match(await pending.locator('[part=clock]').innerText(), /^\d\d:\d\d left$/);
    // A sentence of a language that is read from the left keeps its full stop at its right end, and stands at the right.
    const [box, stop] = await pending.locator('[part=steps] li').first().evaluate(fullStop);
    assert.ok(Math.abs(box.right - stop.right) < box.width / 2 && stop.left > box.left + 20, JSON.stringify([box, stop]));
    const amount = await placed(form, 'input[name=amount]');
    const symbol = await placed(form, '.box bdi');
    assert.ok(symbol.x > amount.x, 'the currency stands at the start of the line');
    assert.equal(await form.locator('.box bdi').innerText(), 'R$');
    await visit.leave();
  });
});

type Styled = { direction: string; scale: string };
type Rect = { x: number; left: number; right: number; width: number };
type Node = { getBoundingClientRect(): Rect; assignedNodes?: () => Node[]; firstChild?: { data?: string } };
type Page = {
  getComputedStyle(element: unknown, pseudo?: string): Styled;
  document: { createRange(): { selectNodeContents(node: unknown): void; setStart(node: unknown, at: number): void; setEnd(node: unknown, at: number): void; getBoundingClientRect(): Rect }; createTreeWalker(node: unknown, kinds: number): { nextNode(): { data: string } | null } };
};

/** These run in the page. */
function boxOf(element: unknown): Box {
  const { document } = globalThis as unknown as Page;
  const range = document.createRange();
  range.selectNodeContents(element);
  const { x, width } = (element as { localName: string }).localName === 'slot' ? range.getBoundingClientRect() : (element as Node).getBoundingClientRect();
  return { x, width };
}

function scaleOf(element: unknown): string {
  return (globalThis as unknown as Page).getComputedStyle(element).scale;
}

function scaleOfPaper(element: unknown): string {
  return (globalThis as unknown as Page).getComputedStyle(element, '::before').scale;
}

function directionOf(element: unknown): string {
  return (globalThis as unknown as Page).getComputedStyle(element).direction;
}

function fullStop(element: unknown): [Rect, Rect] {
  const { document } = globalThis as unknown as Page;
  const text = document.createTreeWalker(element, 4).nextNode()!;
  const range = document.createRange();
  range.setStart(text, text.data.length - 1);
  range.setEnd(text, text.data.length);
  const words = document.createRange();
  words.selectNodeContents(text);
  return [words.getBoundingClientRect(), range.getBoundingClientRect()].map(({ x, left, right, width }) => ({ x, left, right, width })) as [Rect, Rect];
}
