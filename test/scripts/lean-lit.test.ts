import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { chromium, type Browser, type Page } from 'playwright';
import { build } from 'vite';
import { chromiumOrExit, CHROMIUM_ARGS } from '../../scripts/chromium.mjs';
import { leanLit } from '../../scripts/lean-lit.mjs';
import { minifyTemplates } from '../../scripts/minify-templates.mjs';
import { prepareTemplate } from '../../scripts/prepare-template.mjs';

/** What the page draws: every kind of binding that a tag may use, and what the page may put there. */
type View =
  | { kind: 'text'; value: string | number | null }
  | { kind: 'nothing' | 'undefined' | 'node' }
  | { kind: 'list'; items: View[] }
  | { kind: 'paragraph' | 'pair' | 'bare' | 'field' | 'drawing' | 'bold'; word: string | null; number: number; items: View[] };

/** A module as a tag's own would be, and `play`, which gives one snapshot for each step. */
const PLAY = `
import { css, html, LitElement, nothing } from 'lit';

const node = document.createElement('hr');
const draw = (host, view) => {
  const { kind, value, items, word, number } = view;
  const inside = items?.map((item) => draw(host, item));
  if (kind === 'text') return value;
  if (kind === 'nothing') return nothing;
  if (kind === 'undefined') return undefined;
  if (kind === 'node') return host.node;
  if (kind === 'list') return inside;
  if (kind === 'bare') return html\`\${inside[0]}\`;
  if (kind === 'pair') return html\`\${word}\${inside}\`;
  if (kind === 'bold') return html\`<b>a \${word} b</b>\${inside[0]}<i>\${number}</i>\`;
  if (kind === 'paragraph') return html\`<p class=\${word ?? nothing} title="\${number} of \${word}"><slot name=\${word}>\${inside}</slot></p>\`;
  if (kind === 'field') return html\`<input .value=\${word ?? ''} data-at=\${number} /><button @click=\${number % 3 ? host.pressed : nothing}>\${word}</button>\`;
  return html\`<svg viewBox="0 0 \${number} \${number}" aria-label=\${word}><path d="M0 0h\${number}z" /><path d=\${word} /></svg>\${inside}\`;
};

class Played extends LitElement {
  static styles = [css\`p { color: rgb(1, 2, 3) }\`, css\`p { margin: 7px }\`];
  presses = 0;
  log = [];
  node = new Text('a node');
  pressed() { this.presses++; }
  willUpdate(changed) { this.log.push('will ' + [...changed].join()); }
  render() { return draw(this, this.view); }
  updated(changed) { this.log.push('did ' + [...changed].join()); if (this.again) this.again = false; }
}
for (const [name, attribute] of [['view', false], ['word', 'word'], ['longWord', 'long-word'], ['again', false]]) {
  Played.createProperty(name, { attribute, noAccessor: true });
  const values = new WeakMap();
  Object.defineProperty(Played.prototype, name, {
    get() { return values.get(this) ?? 'none yet'; },
    set(value) { const old = this[name]; values.set(this, value); this.requestUpdate(name, old); },
  });
}

export async function play(tag, steps) {
  const element = document.createElement(tag);
  element.view = steps[0].view;
  element.word = 'set before';
  class Tag extends Played {}
  Tag.createProperty('ofTheTag', { attribute: 'of-the-tag', noAccessor: true });
  customElements.define(tag, Tag);
  document.body.append(element);
  customElements.upgrade(element);
  const seen = [{ observed: Tag.observedAttributes, ofOthers: Played.observedAttributes }];
  for (const { view, word, longWord, again, moved } of steps) {
    // What the shopper types is only taken back by another value.
    for (const input of element.renderRoot?.querySelectorAll('input') ?? []) input.value = 'typed';
    element.view = view;
    element.again = again;
    for (const [name, value] of [['word', word], ['long-word', longWord]]) value === null ? element.removeAttribute(name) : element.setAttribute(name, value);
    if (moved) document.body.append(element);
    const settled = await element.updateComplete;
    await element.updateComplete;
    const root = element.shadowRoot;
    for (const button of root.querySelectorAll('button')) button.click();
    seen.push({
      html: root.innerHTML.replace(/<!--[^]*?-->/g, ''),
      values: [...root.querySelectorAll('input')].map(({ value }) => value),
      presses: element.presses, log: element.log.join(), word: element.word, longWord: element.longWord, settled,
      style: [...root.querySelectorAll('p')].map((p) => getComputedStyle(p).color + getComputedStyle(p).margin),
    });
  }
  element.remove();
  return seen;
}
`;

describe('the Lit in the built files', () => {
  let browser: Browser;
  let page: Page;

  before(async () => {
    browser = await chromium.launch({ executablePath: chromiumOrExit(), args: CHROMIUM_ARGS });
    page = await browser.newPage();
    await page.setContent('<!doctype html><title>play</title>');
    const [whole, lean] = await Promise.all([bundle([]), bundle([leanLit(), minifyTemplates(prepareTemplate)])]);
    assert(lean.length < whole.length * 0.6, `${lean.length} of ${whole.length}`);
    await page.addScriptTag({ content: `${whole}\nglobalThis.whole = played.play;` });
    await page.addScriptTag({ content: `${lean}\nglobalThis.lean = played.play;` });
  });
  after(() => browser.close());

  const word = fc.oneof({ arbitrary: fc.constantFrom('a', 'b c', '<b>&amp;"\'', '{}', '$1="x"', '?'), weight: 4 }, { arbitrary: fc.constant(null), weight: 1 });
  const { view } = fc.letrec<{ view: View }>((tie) => ({
    view: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ kind: fc.constant('text' as const), value: fc.oneof(word, fc.constant(''), fc.nat(3)) }),
      fc.record({ kind: fc.constantFrom('nothing' as const, 'undefined' as const) }),
      fc.record({ kind: fc.constant('list' as const), items: fc.array(tie('view'), { maxLength: 4 }) }),
      fc.record({
        kind: fc.constantFrom('paragraph' as const, 'pair' as const, 'bare' as const, 'field' as const, 'drawing' as const, 'bold' as const),
        word,
        number: fc.nat(5),
        items: fc.array(tie('view'), { minLength: 1, maxLength: 3 }),
      }),
    ),
  }));
  const attribute = fc.option(fc.constantFrom('', 'x', 'y'), { freq: 2 });
  const step = fc.record({ view, word: attribute, longWord: attribute, again: fc.boolean(), moved: fc.boolean() });

  it('draws, updates, hears and tells what the whole Lit does', async () => {
    const plays = fc.sample(fc.array(step, { minLength: 1, maxLength: 6 }), { numRuns: 400, seed: 20261121 });
    for (const [at, steps] of plays.entries()) {
      const seen = (which: string) => page.evaluate(`${which}('${which}-${at}', ${JSON.stringify(steps)})`);
      assert.deepEqual(await seen('lean'), await seen('whole'), JSON.stringify(steps));
    }
  });

  it('takes a node where a text was, and gives it back', async () => {
    const steps = ['node', 'nothing', 'node', 'undefined'].map((kind) => ({ view: { kind }, word: null, longWord: null, again: false, moved: false }));
    const seen = (which: string) => page.evaluate(`${which}('${which}-node', ${JSON.stringify(steps)})`);
    const lean = (await seen('lean')) as { html: string }[];
    assert.deepEqual(lean.slice(1).map(({ html }) => html), ['a node', '', 'a node', '']);
    assert.deepEqual(lean, await seen('whole'));
  });

  it('refuses a template that no module wrote', async () => {
    const forged = '{ kind: "text", value: { strings: ["<img src=x onerror=alert(1)>"], _$litType$: 1, values: [] } }';
    const steps = `[{ view: ${forged}, word: null, longWord: null, again: false, moved: false }]`;
    await assert.rejects(page.evaluate(`lean('lean-forged', ${steps})`), /invalid template strings array/);
  });
});

/** `play` with the Lit that these plugins leave, as a classic script. */
async function bundle(plugins: object[]): Promise<string> {
  const id = '/virtual/src/play.ts';
  const virtual = { name: 'play', resolveId: (name: string) => (name === id ? id : null), load: (name: string) => (name === id ? PLAY : null) };
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [virtual, ...plugins],
    build: { write: false, target: 'es2022', lib: { entry: id, formats: ['iife'], name: 'played' }, minify: false },
  });
  return [built].flat().flatMap((each) => ('output' in each ? each.output : [])).map((output) => (output.type === 'chunk' ? output.code : '')).join('\n');
}
