import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { foldProperties } from './scripts/fold-properties.mjs';
import { importAtOnce } from './scripts/import-at-once.mjs';
import { leanLit } from './scripts/lean-lit.mjs';
import { ownCopies } from './scripts/own-copies.mjs';
import { minifyAgain, minifyNamed } from './scripts/minify-again.mjs';
import { minifyTemplates } from './scripts/minify-templates.mjs';
import { prepareTemplate } from './scripts/prepare-template.mjs';
import { startTogether } from './scripts/start-together.mjs';
import { wordsByLanguage, wordsOfPages } from './scripts/words-by-language.mjs';
import { wordsInside } from './scripts/words-inside.mjs';

/** The language of a file of words. */
const languageIn = (file: string): string => /\/locales\/([\w-]+)\//.exec(file)?.[1] ?? '';

/** Minifies to the last byte: Vite's library mode would keep white space. */
const minify = { compress: true, mangle: true, codegen: { removeWhitespace: true } } as const;

const SMALL: Plugin[] = [leanLit(), minifyTemplates(prepareTemplate), foldProperties()];

/** What the browser fetches for every tag before the first picture, as one shared chunk. */
const PANEL = /^(?!.*\?of=).*(\/node_modules\/(@lit\/|lit|lit-)|\/src\/(events|language\.ts$|ui\/(?!payment-life|qr-symbol|bars-symbol|module-width|copy-row|device|stores|way-icons|few-actions|styles\/(bars|app|copy|octopus|collect)|okpay(-button)?\/|plain\/|life\/|watch\/|paper\/|till\/)|formats\/(payment|problem)\.ts))/;

const browser = { target: 'es2022', outDir: 'dist/cdn', emptyOutDir: false, modulePreload: false, reportCompressedSize: false } as const;

/** One build a mode; `npm run build` runs them all. */
const MODES: Record<string, UserConfig> = {
  /** `<script type="module">`: the autoloader, a shared chunk, a chunk a tag and a language; unhashed names for a versioned folder. */
  cdn: {
    plugins: [wordsByLanguage(), ownCopies(), ...SMALL, startTogether(), minifyAgain()],
    build: {
      ...browser,
      // A result page has no tag, and perhaps no bundler: what reads its address is a file of its own.
      lib: { entry: { paytags: 'src/autoloader.ts', 'okpay-return': 'src/formats/okpay-return.ts' }, formats: ['es'] },
      rolldownOptions: {
        preserveEntrySignatures: 'exports-only',
        // Otherwise a tag's chunk carries an object of all it exports, for nobody.
        experimental: { chunkOptimization: false },
        output: {
          minify,
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          codeSplitting: {
            groups: [
              { name: 'panel', test: PANEL },
              { debugName: 'states', name: (id: string) => `states.${languageIn(id)}`, test: /\/locales\/[\w-]+\/states\.ts$/ },
            ],
          },
        },
      },
    },
  },

  /** As the autoloader, and upgrades marked `<div>`s; it loads the autoloader that stands beside it. */
  cms: {
    plugins: [...SMALL, minifyAgain()],
    build: {
      ...browser,
      lib: { entry: { 'paytags-cms': 'src/cms.ts' }, formats: ['es'] },
      rolldownOptions: {
        external: [/autoloader/],
        output: { minify, entryFileNames: '[name].js', paths: () => './paytags.js' },
      },
    },
  },

  /** One classic script with every tag, for a CMS that takes a single file: one with English inside, and one with each other language. */
  classic: {
    plugins: [wordsInside((language) => (language === 'en' ? 'paytags.iife.js' : `paytags.${language}.iife.js`)), ...SMALL, importAtOnce(), minifyAgain()],
    build: {
      ...browser,
      lib: { entry: 'src/classic.ts', formats: ['iife'], name: 'paytags', fileName: () => 'paytags.iife.js' },
      rolldownOptions: { output: { minify, codeSplitting: false } },
    },
  },

  /** For bundlers and Node: what the packages of others give stays an import. */
  package: {
    plugins: [wordsOfPages(), minifyTemplates(), minifyNamed()],
    build: {
      target: 'es2022',
      outDir: 'dist',
      emptyOutDir: false,
      minify: false,
      reportCompressedSize: false,
      lib: {
        entry: {
          index: 'src/index.ts',
          all: 'src/all.ts',
          autoloader: 'src/autoloader.ts',
          'define/octopus-pay': 'src/define/octopus-pay.ts',
          'define/okpay-button': 'src/define/okpay-button.ts',
          'define/okpay-collect': 'src/define/okpay-collect.ts',
          'define/okpay-seal': 'src/define/okpay-seal.ts',
          'define/okto-cash-barcode': 'src/define/okto-cash-barcode.ts',
          'define/okto-wallet-qr': 'src/define/okto-wallet-qr.ts',
          'define/pix-qr': 'src/define/pix-qr.ts',
          server: 'src/server.ts',
          'server/sqlite': 'src/server/stores/sqlite.ts',
          sandbox: 'src/sandbox.ts',
        },
        formats: ['es'],
      },
      rolldownOptions: {
        external: [/^lit(\/|$)/, 'zod', 'libsql', 'fast-xml-parser', /^node:/],
        output: {
          // What they say of what is exported stands in the types.
          comments: false,
          minify: { compress: true, mangle: { toplevel: true, keepNames: true }, codegen: { removeWhitespace: true } },
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name].js',
        },
      },
    },
  },
};

export default defineConfig(({ mode }) => MODES[mode] ?? MODES['cdn'] ?? {});
