import { minify } from 'terser';
import { sheetsFirst } from './sheets-first.mjs';

/**
 * A Vite plugin that lets Terser go over what the bundler has minified: it looks three times, and shortens the names that Lit
 * keeps to itself (`_$…`), which only the one chunk with Lit in it uses. 3 % less.
 */
export function minifyAgain() {
  return {
    name: 'minify-again',
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        // A classic script is read in the page's encoding, whatever that is.
        const format = { ascii_only: chunk.fileName.endsWith('.iife.js') };
        const { code } = await minify(chunk.code, { format, module: true, ecma: 2020, compress: { passes: 3, unsafe_arrows: true, hoist_funs: true }, mangle: { properties: { regex: /^_\$/ } } });
        chunk.code = sheetsFirst(code, this.parse(code));
      }
    },
  };
}

/** As {@link minifyAgain}, for the package: in a server's files functions and classes keep their names, which stand in its stack traces. */
export function minifyNamed() {
  return {
    name: 'minify-named',
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const isServers = chunk.moduleIds.some((id) => /\/src\/(server|sandbox)\//.test(id));
        const names = { keep_fnames: isServers, keep_classnames: isServers };
        const { code } = await minify(chunk.code, { module: true, ecma: 2020, compress: { passes: 3, unsafe_arrows: true, ...names }, mangle: names });
        chunk.code = code;
      }
    },
  };
}
