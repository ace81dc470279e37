/**
 * A Vite plugin that leaves out of Lit what only browsers before ours need: style sheets without `adoptedStyleSheets`, and
 * the hooks of polyfills. 0.3 kB less gzip in every page. It knows the exact text that it changes and fails on any other.
 */
export function leanLit() {
  return {
    name: 'lean-lit',
    enforce: 'pre',
    transform(code, id) {
      const file = Object.keys(CUTS).find((name) => id.endsWith(`/node_modules/${name}`));
      if (!file) return null;
      for (const [text, rest] of CUTS[file]) {
        if (!code.includes(text)) this.error(`${file} has no "${text}": look at scripts/lean-lit.mjs for this version of Lit.`);
        code = code.replace(text, () => rest);
      }
      return { code, map: null };
    },
  };
}

const CUTS = {
  '@lit/reactive-element/css-tag.js': [
    ['e=t.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype', 'e=!0'],
    ['throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.")', 'throw Error()'],
    [
      'throw Error("Value passed to \'css\' function must be a \'css\' function result: "+t+". Use \'unsafeCSS\' to pass non-literal values, but take care to ensure page security.")',
      'throw Error()',
    ],
  ],
  '@lit/reactive-element/reactive-element.js': [['p?.({ReactiveElement:y}),', '']],
  'lit-element/lit-element.js': [[',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});', ';']],
  'lit-html/lit-html.js': [['B=t.litHtmlPolyfillSupport;B?.(S,k),', 'B=0;']],
};
