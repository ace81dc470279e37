import { existsSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const IMPORT = /import\(`(\.[./]*\/locales)\/\$\{(\w+)\}\/([\w-]+)\.ts`\)/g;

/**
 * Puts something else in place of every `import(`../locales/${language}/pix-qr.ts`)` of a module.
 *
 * @param {string} code
 * @param {string} id - The module's file.
 * @param {(words: { folder: string, name: string, variable: string }) => string} instead - Gets the folder of the locales, the name
 * of the file of words without its end, and the variable that holds the language.
 * @returns {string | undefined} The module's new code; undefined where no words are imported so.
 */
export function replaceWords(code, id, instead) {
  if (!/\/src\/.*\.ts$/.test(id) || !code.includes('/locales/${')) return undefined;
  const changed = code.replace(IMPORT, (_, locales, variable, name) => instead({ folder: resolve(dirname(id), locales), name, variable }));
  if (changed.includes('/locales/${')) throw new Error(`${id}: write \`import(\`../locales/\${language}/….ts\`)\`.`);
  return changed;
}

/** Stands for the folder of pages' files until it is known which file imports from it. */
const OF_PAGES = 'paytags-pages/';

/** The languages of a folder of locales. */
export const languagesIn = (folder) => readdirSync(folder).sort();

/** The words of a language from the file that stands beside the built one. The comment keeps the bundler from looking for that file. */
export const fetchedWords = (name, variable) => `import(/* @vite-ignore */\`./${name}.\${${variable}}.js\`)`;

/**
 * A Vite plugin for words of which each language is a file: `import(`../locales/${language}/pix-qr.ts`)` in the source is
 * `import(`./pix-qr.${language}.js`)` in the built file, and each of these files is built beside it. A table of all languages would
 * be fetched with every tag, for one of them.
 */
export function wordsByLanguage() {
  return {
    name: 'words-by-language',
    enforce: 'pre',
    // The words for later have those for the first picture in them: that file has been fetched.
    resolveId(source, importer) {
      const [, language, tag] = /\/locales\/([\w-]+)\/([\w-]+)-stat(?:es|us)\.ts$/.exec(importer ?? '') ?? [];
      return tag && source === `./${tag}.ts` ? { id: `./${tag}.${language}.js`, external: true } : null;
    },
    transform(code, id) {
      const changed = replaceWords(code, id, ({ folder, name, variable }) => {
        for (const language of languagesIn(folder)) {
          const file = `${folder}/${language}/${name}.ts`;
          if (!existsSync(file)) this.error(`${file} is not there.`);
          this.emitFile({ type: 'chunk', id: file, fileName: `${name}.${language}.js` });
        }
        return fetchedWords(name, variable);
      });
      return changed === undefined ? null : { code: changed, map: null };
    },
  };
}

/**
 * A Vite plugin for the package: its words are the files that {@link wordsByLanguage} has built for pages, so that they are in it once.
 * Bundlers find each of them by its own `import()`.
 */
export function wordsOfPages() {
  return {
    name: 'words-of-pages',
    enforce: 'pre',
    resolveId: (source) => (source.startsWith(OF_PAGES) ? { id: source, external: true } : null),
    transform(code, id) {
      const changed = replaceWords(code, id, ({ folder, name, variable }) => {
        const files = languagesIn(folder).map((language) => `'${language}': () => import('${OF_PAGES}${name}.${language}.js')`);
        return `({ ${files.join(', ')} })[${variable}]()`;
      });
      return changed === undefined ? null : { code: changed, map: null };
    },
    renderChunk: (code, { fileName }) => ({ code: code.replaceAll(OF_PAGES, fileName.includes('/') ? '../cdn/' : './cdn/'), map: null }),
  };
}
