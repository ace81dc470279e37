import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { posix } from 'node:path';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

/** The part of `dist` that a path of the package's `exports` stands for, without its end: `./dist/server.d.ts` is `server`. */
const nameOf = (types) => posix.relative('dist', types).replace(/\.d\.ts$/, '');

/**
 * The compiler indents by four spaces; a tab says the same. Where a comment goes on in the next line it goes on in this one, but for lists,
 * paragraphs and tags. Slots, parts and custom properties are no types, and stand in `custom-elements.json`.
 */
const tight = {
  name: 'tight',
  renderChunk: (code) =>
    code
      .replace(/^(?: {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4))
      .replace(/\/\*\*[^]*?\*\//g, (comment) => comment.replace(/(\n\s*\*)?\n\s*\* @(slot|csspart|cssprop)\b[^\n]*/g, '').replace(/(?<=[^\s*/])\n\s*\* (?=[^\s@-])/g, ' ').replace(/^\/\*\*\n\s*\* ([^\n]*)\n\s*\*\/$/, '/** $1 */')),
};

/**
 * Puts the types that the package exports into `dist`, with all that these name and nothing besides: what nobody can import would only
 * weigh.
 *
 * @param {string} whole - The folder where the compiler has put the types of every module. It is removed.
 * @param {readonly string[]} tags - The names for which `*` stands in the package's `exports`.
 */
export async function bundleTypes(whole, tags) {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
  const named = Object.values(exports).flatMap(({ types }) => (types ? [nameOf(types)] : []));
  const names = named.flatMap((name) => (name.includes('*') ? tags.map((tag) => name.replace('*', tag)) : [name]));
  const bundle = await rollup({
    input: Object.fromEntries(names.map((name) => [name, `${whole}/${name}.d.ts`])),
    plugins: [dts(), tight],
    external: [/^lit(\/|$)/, 'zod', 'libsql', /^node:/],
    onwarn: ({ message }) => {
      throw new Error(message);
    },
  });
  await bundle.write({
    dir: 'dist',
    entryFileNames: '[name].d.ts',
    chunkFileNames: ({ name }) => `types/${name.replace(/\.d$/, '')}.d.ts`,
    minifyInternalExports: false,
  });
  await bundle.close();
  await rm(whole, { recursive: true });
}
