import { transform } from 'lightningcss';
import MagicString from 'magic-string';

/**
 * A Vite plugin that takes the white space out of `html` and `css` templates, which no JavaScript minifier touches. Style
 * sheets go through Lightning CSS; in markup a run of white space with a line break goes where it touches a tag.
 */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    enforce: 'post',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !/\b(html|css)`/.test(code)) return null;
      const out = new MagicString(code);
      for (const { tag, quasi } of taggedTemplates(this.parse(code))) {
        if (tag.name === 'css' && quasi.expressions.length) this.error(`${id}: a css template with an expression is not minified; write it as one text.`);
        const shrink = { html: markup, css: (text) => sheet(text, id) }[tag.name];
        for (const { start, value } of shrink ? quasi.quasis : []) {
          // Parsers differ on whether an element begins at its text or at the mark before it.
          const from = code.startsWith(value.raw, start) ? start : start + 1;
          if (value.raw) out.update(from, from + value.raw.length, shrink(value.raw));
        }
      }
      return { code: out.toString(), map: null };
    },
  };
}

const markup = (text) =>
  text
    .replace(/\s*\n\s*(?=[<>]|\/>|$)|(?<=>|^)\s*\n\s*/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(<\/?[\w-]+(?: [^<>]*[^<> /])?) ?\/?>/g, (tag, open) => (tag.endsWith('/>') ? `${open}/>` : `${open}>`));

function sheet(text, filename) {
  return transform({ filename, code: Buffer.from(text), minify: true }).code.toString().replaceAll('\\', '\\\\');
}

function* taggedTemplates(node) {
  if (Array.isArray(node)) for (const child of node) yield* taggedTemplates(child);
  else if (node && typeof node === 'object') {
    if (node.type === 'TaggedTemplateExpression') yield node;
    for (const [key, child] of Object.entries(node)) if (key !== 'parent') yield* taggedTemplates(child);
  }
}
