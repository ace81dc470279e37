import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ENTRIES, MANIFEST, MODULES, ROOT } from './consumer.ts';

/** What DESIGN names as importable, and no less. */
const PROMISED = ['paytags', 'paytags/all', 'paytags/autoloader', 'paytags/define/pix-qr', 'paytags/define/okto-cash-barcode', 'paytags/define/okto-wallet-qr', 'paytags/define/octopus-pay', 'paytags/define/okpay-button', 'paytags/define/okpay-collect', 'paytags/define/okpay-seal', 'paytags/server', 'paytags/server/sqlite', 'paytags/sandbox', 'paytags/custom-elements.json'];

const LARGEST_UNPACKED = 1_000_000;

/** The scripts of one file repeat every byte of every tag: they are built, and left out of the package. */
const LEFT_OUT = /^dist\/cdn\/paytags(\.[\w-]+)?\.iife\.js$/;

/** The tags, each with attributes that are its own. */
const TAGS = {
  'pix-qr': ['code', 'pix-key'],
  'okto-cash-barcode': ['package-id', 'payment-code', 'gs1-pattern', 'amounts', 'terms-url', 'store-finder-url'],
  'okto-wallet-qr': ['code', 'app-url', 'app-store-url', 'play-store-url'],
  'okpay-collect': ['url', 'upi', 'country', 'pay-type', 'banks', 'return-url', 'target'],
  'okpay-button': ['receiver', 'item-custom-1-title', 'payer-city', 'return-success', 'directdeposit', 'action', 'create-url', 'ask', 'total'],
  'okpay-item': ['name', 'shipping2', 'custom-2-value'],
  'okpay-seal': ['account', 'href', 'size'],
  'octopus-pay': ['token', 'octopus-uri', 'landing-url', 'ios-url', 'desktop', 'app-store-url', 'play-store-url'],
};

interface Packed {
  files: { path: string; size: number }[];
  unpackedSize: number;
}

describe('the package', () => {
  it('exports what is promised, and every path of it is a file that is built', () => {
    const exported = ENTRIES.map(({ name }) => name);
    for (const name of PROMISED) assert.ok(exported.includes(name), `${name} is not exported`);
    const missing = ENTRIES.flatMap(({ file, types }) => [file, ...(types ? [types] : [])]).filter((file) => !existsSync(join(ROOT, file)));
    assert.deepEqual(missing, []);
  });

  for (const { name } of MODULES) {
    it(`${name} is imported in Node without a DOM, a word or a trace among the globals`, () => {
      const script = `const before = new Set(Reflect.ownKeys(globalThis));
        const module = await import(${JSON.stringify(name)});
        const left = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
        console.log(JSON.stringify({ left, document: typeof document }));`;
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8', timeout: 30_000 });
      assert.equal(stderr, '');
      assert.equal(status, 0);
      const { left, document } = JSON.parse(stdout) as { left: string[]; document: string };
      assert.equal(document, 'undefined');
      // Lit and zod say so what they are, Lit brings stand-ins for what only browsers have, and Node 22 marks its own fetch.
      assert.deepEqual(left.filter((key) => !/^(lit\w+|reactiveElementVersions|customElements|__zod_\w+|Symbol\(undici\..*)$/.test(key)), []);
    });
  }

  it('says its version as package.json does', () => {
    const script = `console.log((await import('paytags')).VERSION)`;
    assert.equal(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8' }).trim(), MANIFEST.version);
  });

  it('keeps the names of functions, which stand in the stack traces of a server', () => {
    const script = `try { (await import('paytags/server')).createPayments({}); } catch ({ stack }) { console.log(stack); }`;
    assert.match(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8' }), /TypeError: createPayments[^]*\bat (Module\.)?createPayments \(/);
  });

  it('runs nothing where it is installed', () => {
    for (const script of ['preinstall', 'install', 'postinstall']) assert.equal(MANIFEST.scripts[script], undefined, script);
  });

  it('holds what is built and what is to be read, nothing else, in 1 MB at most', () => {
    const npm = process.env['npm_execpath'];
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'];
    const text = npm ? execFileSync(process.execPath, [npm, ...args], options()) : execFileSync('npm', args, { ...options(), shell: process.platform === 'win32' });
    const [packed] = JSON.parse(text) as Packed[];
    assert.ok(packed);
    const built = readdirSync(join(ROOT, 'dist'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath.slice(ROOT.length).replaceAll('\\', '/')}/${entry.name}`);
    const read = ['LICENSE', 'README.md', 'package.json'];
    assert.deepEqual(packed.files.map(({ path }) => path).sort(), [...built.filter((file) => !LEFT_OUT.test(file)), ...read].sort());
    assert.deepEqual(built.filter((file) => !/\.(js|d\.ts|json)$/.test(file)), []);
    assert.ok(packed.unpackedSize <= LARGEST_UNPACKED, `${packed.unpackedSize} bytes unpacked`);
  });

  it('has every file that another of its files names', () => {
    const built = readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' }).map((file) => join(ROOT, 'dist', file));
    let named = 0;
    for (const file of built.filter((name) => /\.(js|d\.ts)$/.test(name))) {
      for (const [, other = ''] of readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{1,2}\/[^"'`$]+)["'`]/g)) {
        const target = join(file, '..', file.endsWith('.d.ts') ? other.replace(/\.js$/, '.d.ts') : other);
        assert.ok(built.includes(target), `${file} names ${other}`);
        named += 1;
      }
    }
    assert.ok(named > 200, `${named} names read`);
  });

  for (const [tag, own] of Object.entries(TAGS)) {
    it(`has a manifest that names <${tag}>, with the file of its class and every attribute in kebab case`, () => {
      const { modules } = JSON.parse(readFileSync(join(ROOT, 'dist/custom-elements.json'), 'utf8')) as {
        modules: { declarations?: { tagName?: string; customElement?: boolean; attributes?: { name: string }[]; members?: { attribute?: string }[] }[] }[];
      };
      const tags = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName === tag);
      assert.equal(tags.length, 1, `one declaration has the tagName ${tag}`);
      const names = [...(tags[0]?.attributes ?? []).map(({ name }) => name), ...(tags[0]?.members ?? []).flatMap(({ attribute }) => attribute ?? [])];
      assert.deepEqual(names.filter((name) => !/^[a-z]+\d?(-[a-z\d]+)*$/.test(name)), []);
      for (const name of [...own, ...(/^okpay-(seal|item)$/.test(tag) ? [] : ['status-url', 'sandbox'])]) assert.ok(names.includes(name), `no attribute ${name}`);
    });
  }
});

function options(): { cwd: string; encoding: 'utf8'; stdio: ['ignore', 'pipe', 'ignore'] } {
  return { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
}
