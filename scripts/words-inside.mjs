import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { minify } from 'terser';
import { fetchedWords, languagesIn, replaceWords } from './words-by-language.mjs';

/** The variable that holds the words inside a script, by the names under which their files export them, and their `language`. */
const INSIDE = 'PAYTAGS_WORDS';

const FALLBACK = "FALLBACK: Language = 'en'";

/**
 * A Vite plugin for scripts of one file: the words of one language stand inside, and are spoken where another language, from the
 * files beside the script, cannot be had. The script is built once; each language is that script with other words before it. Nothing
 * of it is evaluated before the page has been claimed, and everything at once then: what it would fetch later is inside.
 *
 * @param {(language: string) => string} fileName - What the script with the words of a language is called.
 */
export function wordsInside(fileName) {
  const files = new Map();
  return {
    name: 'words-inside',
    enforce: 'pre',
    transform(code, id) {
      if (id.endsWith('/src/language.ts')) {
        if (!code.includes(FALLBACK)) this.error(`src/language.ts has no "${FALLBACK}".`);
        return { code: code.replace(FALLBACK, `FALLBACK: Language = ${INSIDE}.language`), map: null };
      }
      const changed = replaceWords(code, id, ({ folder, name, variable }) => {
        files.set(name, folder);
        return `(${variable} === ${INSIDE}.language ? Promise.resolve(${INSIDE}) : ${fetchedWords(name, variable)})`;
      });
      return changed === undefined ? null : { code: changed, map: null };
    },
    generateBundle: {
      // After whatever still minifies the script.
      order: 'post',
      async handler(_, bundle) {
        const [[built, { code }]] = Object.entries(bundle);
        delete bundle[built];
        const [folder] = files.values();
        for (const language of languagesIn(folder)) {
          const paths = [...files].map(([name, locales]) => `${locales}/${language}/${name}.ts`);
          this.emitFile({ type: 'asset', fileName: fileName(language), source: `(()=>{var ${INSIDE};${await wordsOf(language, paths)}if(${INSIDE}){${code}}})();\n` });
        }
      },
    },
  };
}

/** A script that sets the variable to the words of these files, where the page is this copy's. */
async function wordsOf(language, paths) {
  const names = paths.map((path) => [...readFileSync(path, 'utf8').matchAll(/^export const (\w+)/gm)].map(([, name]) => name).join(', '));
  const contents = `import { claim } from './src/claim.ts';
    ${paths.map((path, at) => `import { ${names[at]} } from ${JSON.stringify(path)};`).join('\n')}
    if (claim()) ${INSIDE} = { language: ${JSON.stringify(language)}, ${names.join(', ')} };`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: resolve('.') },
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'warning',
  });
  // A classic script is read in the page's encoding, whatever that is.
  const { code } = await minify(outputFiles[0].text, { format: { ascii_only: true }, ecma: 2020, compress: { passes: 3, unsafe_arrows: true } });
  return code;
}
