import { transform } from 'lightningcss';
import MagicString from 'magic-string';

/**
 * A Vite plugin that takes the white space out of `html` and `css` templates, which no JavaScript minifier touches. Style
 * sheets go through Lightning CSS; in markup a run of white space with a line break goes where it touches a tag.
 *
 * @param {(texts: string[]) => string[]} [prepare] - What is done besides with the texts of a markup template.
 */
export function minifyTemplates(prepare = (texts) => texts) {
  return {
    name: 'minify-templates',
    enforce: 'post',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !/\b(html|css)`/.test(code)) return null;
      const out = new MagicString(code);
      for (const { tag, quasi } of taggedTemplates(this.parse(code))) {
        if (tag.name === 'css' && quasi.expressions.length) this.error(`${id}: a css template with an expression is not minified; write it as one text.`);
        const texts = quasi.quasis.map(({ value }) => value.raw);
        const shrunk = { html: (texts) => prepare(markup(texts)), css: ([text]) => [sheet(text, id)] }[tag.name]?.(texts);
        shrunk?.forEach((text, at) => {
          const from = at ? code.indexOf('}', quasi.expressions[at - 1].end) + 1 : quasi.start + 1;
          if (texts[at]) out.update(from, from + texts[at].length, text);
          else out.appendLeft(from, text);
        });
      }
      return { code: out.toString(), map: null };
    },
  };
}

/** Stands for an expression while the texts of a template are one. */
const HOLE = '\0';

/** The texts of a markup template without what only a reader of the source needs. */
function markup(texts) {
  let tag = false;
  return texts
    .join(HOLE)
    .split(/([<>])/)
    .map((part) => {
      if (part === '<' || part === '>') tag = part === '<';
      // Between the tags a line break is layout of the source; within one, white space parts attributes.
      else part = tag ? part.replace(/\s+/g, ' ').replace(/ ?\/? ?$/, (end) => (end.includes('/') ? '/' : '')) : part.replace(/^\s*\n\s*|\s*\n\s*$/g, '').replace(/\s+/g, ' ');
      return part;
    })
    .join('')
    // A classic script is read in the page's encoding, and no minifier may touch the text of a template.
    .replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`)
    .split(HOLE);
}

function sheet(text, filename) {
  return transform({ filename, code: Buffer.from(text), minify: true }).code.toString().replaceAll('\\', '\\\\');
}

export function* taggedTemplates(node) {
  if (Array.isArray(node)) for (const child of node) yield* taggedTemplates(child);
  else if (node && typeof node === 'object') {
    if (node.type === 'TaggedTemplateExpression') yield node;
    for (const [key, child] of Object.entries(node)) if (key !== 'parent') yield* taggedTemplates(child);
  }
}
