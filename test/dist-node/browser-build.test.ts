import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import { consumer, MODULES, ROOT } from './consumer.ts';

/** What no file for a browser may hold: Node, signing, and the names of secrets. */
const SECRETS = /["'`]node:|createHmac|\bmd5\b|&key=|Cko-Signature|apiKey|\bsk_|secretKey|webhookKey|privateKey/i;

const SERVER = ['paytags/server', 'paytags/server/sqlite', 'paytags/sandbox'];

describe('a build for browsers', () => {
  let project: ReturnType<typeof consumer>;
  before(() => {
    project = consumer();
  });
  after(() => project.remove());

  const withEsbuild = async (code: string): Promise<string> => {
    const { outputFiles } = await esbuild({
      stdin: { contents: code, resolveDir: project.folder },
      bundle: true,
      format: 'esm',
      platform: 'browser',
      write: false,
      logLevel: 'silent',
    });
    return outputFiles.map(({ text }) => text).join('\n');
  };

  const withVite = async (code: string): Promise<string> => {
    const built = await vite({
      root: project.folder,
      configFile: false,
      logLevel: 'silent',
      plugins: [{ name: 'entry', resolveId: (id) => (id === 'virtual:entry' ? id : null), load: (id) => (id === 'virtual:entry' ? code : null) }],
      build: { write: false, target: 'es2022', rolldownOptions: { input: 'virtual:entry' } },
    });
    const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
    return outputs.map((output) => (output.type === 'chunk' ? output.code : '')).join('\n');
  };

  it('is refused what is for servers, of all entries just that', () => {
    assert.deepEqual(MODULES.filter(({ refusesBrowsers }) => refusesBrowsers).map(({ name }) => name).sort(), [...SERVER].sort());
  });

  for (const [tool, build] of [['esbuild', withEsbuild], ['Vite', withVite]] as const) {
    for (const name of SERVER) {
      it(`by ${tool} fails when it imports ${name}`, () => assert.rejects(build(`import * as all from ${JSON.stringify(name)}; console.log(all);`), /server-is-not-for-browsers/));
    }

    it(`by ${tool} takes the tag, and gives a file without Node or the name of a secret`, async () => {
      const text = await build(`import 'paytags/all';`);
      assert.equal(text.includes('pix-qr'), true);
      assert.equal(SECRETS.exec(text)?.[0], undefined);
    });
  }

  it('finds Node and the names of secrets where they are', () => {
    assert.match(readFileSync(join(ROOT, 'dist/server.js'), 'utf8') + chunksOf('dist/server.js').join(), SECRETS);
  });

  const cdn = readdirSync(join(ROOT, 'dist/cdn')).map((file) => `dist/cdn/${file}`);
  const entries = MODULES.filter(({ refusesBrowsers }) => !refusesBrowsers).map(({ file }) => file.slice(2));
  for (const file of [...cdn, ...entries]) {
    it(`has no Node and no name of a secret in ${file} and what it loads`, () => {
      for (const text of chunksOf(file)) assert.equal(SECRETS.exec(text)?.[0], undefined);
    });
  }
});

/** The texts of a built file and of every file beside it that it may load. */
function chunksOf(entry: string): string[] {
  const seen = new Map<string, string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    const text = readFileSync(file, 'utf8');
    seen.set(file, text);
    for (const [, path] of text.matchAll(/(?:from|import)\s*\(?\s*["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g)) if (path) visit(resolve(dirname(file), path));
  };
  visit(join(ROOT, entry));
  return [...seen.values()];
}
