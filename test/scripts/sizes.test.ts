import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fetchedBy, mayFetch, zipped } from '../../scripts/sizes.mjs';

const TAG = `
import { draw } from './panel.js';
customElements.define('pix-qr', class extends HTMLElement {
  connectedCallback() { draw(this); requestAnimationFrame(() => requestAnimationFrame(() => import('./late.js'))); }
  save() { return import(\`./save.js\`); }
  speak(language) { return import(\`./pix-qr.\${language}.js\`); }
});`;

const FILES = {
  'paytags.js': "import('./tag.js'); import('./pix-qr.en.js'); const other = () => import('./other-tag.js');",
  'tag.js': TAG,
  'pix-qr.en.js': 'export {};',
  'pix-qr.fr.js': `export const words = '${'abcdefghij0123456789'.repeat(2)}';`,
  'pix-qr.pt-BR.js': 'export const words = 1;',
  'panel.js': `export const draw = (host) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('part', 'plate symbol');
    host.attachShadow({ mode: 'open' }).append(svg);
  };`,
  'late.js': 'export {};',
  'save.js': 'export {};',
  'other-tag.js': 'export {};',
};

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'paytags-sizes-'));
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(folder, file), text);
});
after(() => rmSync(folder, { recursive: true }));

test('tells what is fetched for the picture from what is fetched after it, and how deep', async () => {
  const fetched = await fetchedBy(folder, 'en');
  assert.deepEqual(fetched.before.toSorted(), ['panel.js', 'paytags.js', 'pix-qr.en.js', 'tag.js']);
  assert.deepEqual(fetched.after, ['late.js']);
  assert.equal(fetched.depth, 3);
});

test('the whole life has what the files name and one more language, and no other tag', () => {
  const life = mayFetch(folder, ['paytags.js', 'tag.js', 'pix-qr.en.js', 'panel.js', 'late.js']);
  assert.deepEqual(life.toSorted(), ['late.js', 'panel.js', 'paytags.js', 'pix-qr.en.js', 'pix-qr.fr.js', 'save.js', 'tag.js']);
});

test('bytes are those of gzip -9', () => {
  const byGzip = execFileSync('gzip', ['-9', '-n', '-c', join(folder, 'tag.js')]).length;
  assert.ok(Math.abs(zipped(folder, 'tag.js') - byGzip) <= 4, `${zipped(folder, 'tag.js')} beside ${byGzip}`);
});

test('a page on which nothing is drawn is an error', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'paytags-sizes-'));
  try {
    await assert.rejects(fetchedBy(empty, 'en', 'pix-qr', 300), /no <svg part="symbol"> was drawn/);
  } finally {
    rmSync(empty, { recursive: true });
  }
});
