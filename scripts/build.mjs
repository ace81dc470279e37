import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { build } from 'vite';
import { bundleTypes } from './bundle-types.mjs';

/** `npm run build [-- cdn]`: everything in `dist`, or the browser's files alone. */
const run = promisify(execFile);
const only = process.argv[2];
/** The tags, by the files that define them. */
const TAGS = (await readdir('src/define')).map((file) => file.replace('.ts', ''));
const modes = only ? [only] : ['package', 'cdn', 'cms', 'classic'];

if (!only) await rm('dist', { recursive: true, force: true });
for (const mode of modes) await build({ mode, configFile: 'vite.config.ts', logLevel: 'warn' });
if (!only) {
  await types();
  await manifest();
  await refuseBrowsers();
}
if (!only || only === 'cdn') await integrity();

async function types() {
  await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
  await bundleTypes('dist/whole-types', TAGS);
}

async function manifest() {
  await run(process.execPath, ['node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze', '--config', 'custom-elements-manifest.config.mjs']);
  const file = 'dist/custom-elements.json';
  await writeFile(file, JSON.stringify(JSON.parse(await readFile(file, 'utf8'))));
}

/** What a browser's bundler gets in place of the server: a name that nothing has, so that its build fails with it. */
async function refuseBrowsers() {
  await writeFile('dist/not-for-browsers.js', "import 'paytags/server-is-not-for-browsers';\n");
}

/** The sha384 of every file a page may load, and the lines that load them with it. */
async function integrity() {
  const files = (await readdir('dist/cdn')).filter((file) => file.endsWith('.js')).sort();
  const hashes = {};
  for (const file of files) hashes[file] = `sha384-${createHash('sha384').update(await readFile(`dist/cdn/${file}`)).digest('base64')}`;
  const script = (file, type) => `<script ${type} src="${file}" integrity="${hashes[file]}" crossorigin></script>`;
  const preload = (file) => `<link rel="modulepreload" href="${file}" integrity="${hashes[file]}" crossorigin>`;
  const byLanguage = (pattern, linesOf) =>
    Object.fromEntries(files.flatMap((file) => {
      const [whole, language = 'en'] = pattern.exec(file) ?? [];
      return whole ? [[language, linesOf(file)]] : [];
    }));
  /** What the file of a tag waits for. */
  const imported = async (file) => [...(await readFile(`dist/cdn/${file}`, 'utf8')).matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].map(([, name]) => name);
  const filesOf = async (tag) => [...new Set([...(await imported(`${tag}.js`)), `${tag}.js`])].map(preload);
  const lines = {
    module: script('paytags.js', 'type="module"'),
    classic: byLanguage(/^paytags(?:\.([\w-]+))?\.iife\.js$/, (file) => script(file, 'defer')),
    preload: Object.fromEntries(await Promise.all(TAGS.map(async (tag) => [tag, { files: await filesOf(tag), words: byLanguage(new RegExp(`^${tag}\\.(.+)\\.js$`), preload) }]))),
  };
  await writeFile('dist/integrity.json', `${JSON.stringify({ files: hashes, lines })}\n`);
}
