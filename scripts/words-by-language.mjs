import { existsSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The languages of a folder of locales. */
const languagesIn = (folder) => readdirSync(folder).sort();

const IMPORT = /import\(`(\.[./]*\/locales)\/\$\{(\w+)\}\/([\w-]+)\.ts`\)/g;

/**
 * A Vite plugin for words of which each language is a file: `import(`../locales/${language}/pix-qr.ts`)` in the source is
 * `import(`./pix-qr.${language}.js`)` in the built file, and each of these files is built beside it. A table of all languages would
 * be fetched with every tag, for one of them.
 *
 * @param {string} [inside] - The language that stands in the built file itself, and is spoken where another one cannot be fetched.
 */
export function wordsByLanguage(inside) {
  return {
    name: 'words-by-language',
    enforce: 'pre',
    // The words for later have those for the first picture in them: that file has been fetched.
    resolveId(source, importer) {
      const [, language, tag] = (!inside && /\/locales\/([\w-]+)\/([\w-]+)-states\.ts$/.exec(importer ?? '')) || [];
      return tag && source === `./${tag}.ts` ? { id: `./${tag}.${language}.js`, external: true } : null;
    },
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !code.includes('/locales/${')) return null;
      const changed = code.replace(IMPORT, (_, locales, variable, name) => {
        const fetched = `import(/* @vite-ignore */\`./${name}.\${${variable}}.js\`)`;
        if (inside) {
          const own = `import("${locales}/${inside}/${name}.ts")`;
          return `(${variable} === "${inside}" ? ${own} : ${fetched})`;
        }
        const folder = resolve(dirname(id), locales);
        for (const language of languagesIn(folder)) {
          const file = `${folder}/${language}/${name}.ts`;
          if (!existsSync(file)) this.error(`${name}.ts is not there in ${language}.`);
          this.emitFile({ type: 'chunk', id: file, fileName: `${name}.${language}.js` });
        }
        return fetched;
      });
      if (changed === code) this.error(`${id}: write \`import(\`../locales/\${language}/….ts\`)\`.`);
      return { code: changed, map: null };
    },
  };
}

/**
 * A Vite plugin that gives the entry a copy of the language's rule of its own: a chunk shared with the entry would be the entry, and a
 * page that loads it under another address (`paytags.js?ver=1`) would load it twice.
 */
export function ownLanguageRule() {
  return {
    name: 'own-language-rule',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source !== './language.ts' || !importer?.endsWith('/autoloader.ts')) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && { ...found, id: `${found.id}?entry` };
    },
  };
}
