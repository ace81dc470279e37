import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { decodeBrCode } from '../../src/formats/brcode.ts';
import { scan } from '../scanners.ts';
import { sharedBrowser } from './browser.ts';

describe('the first snippet of the README', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'paytags-readme-'));
    await symlink(join(process.cwd(), 'dist'), join(folder, 'dist'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('saved as it stands and opened as a file, draws a code that both scanners read', async () => {
    const snippet = /```html\n([\s\S]*?)```/.exec(await readFile('README.md', 'utf8'))?.[1] ?? '';
    assert.match(snippet, /<pix-qr/);
    await writeFile(join(folder, 'try.html'), snippet);
    const page = await (await sharedBrowser()).newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(pathToFileURL(join(folder, 'try.html')).href);
    await page.locator('pix-qr svg[part=symbol]').waitFor();
    const { zbar, zxing } = await scan(await page.locator('pix-qr').screenshot());
    assert.equal(zbar.length, 1);
    assert.deepEqual(zbar, zxing);
    const code = decodeBrCode(zbar[0] ?? '');
    assert.deepEqual([code.key, code.merchantName, code.amount], ['doe@abrigo.example', 'Abrigo Exemplo', '20.00']);
    await page.close();
  });
});
