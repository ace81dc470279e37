import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const SOURCES = { 'paytags/server': 'server.ts', 'paytags/server/sqlite': 'server/stores/sqlite.ts', 'paytags/sandbox': 'sandbox.ts' };

for (const [title, says, prints] of [
  ['Pay cash, or with the OKTO app: the server\'s side', /oktoCash\(/, 'paid 10.00 DEFAULT\n'],
  ['Octopus, through Checkout.com: the server\'s side', /checkoutOctopus\(/, 'paid 24.90\ngiven back 4.90\n'],
  ['OKPAY Collect and Pay: the server\'s side', /okpayPayouts\(/, 'paid 499.00\nOUT-1 paid 100.00\n'],
] as const) {
  test(`the snippet of the README under "${title}" runs as it stands`, async () => {
    const [, section = ''] = (await readFile('README.md', 'utf8')).split(`## ${title}`);
    let snippet = /```ts\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
    assert.match(snippet, says);
    for (const [name, file] of Object.entries(SOURCES)) snippet = snippet.replace(`'${name}'`, `'${new URL(`../../src/${file}`, import.meta.url).href}'`);
    const folder = await mkdtemp(join(tmpdir(), 'paytags-readme-'));
    try {
      const path = join(folder, 'snippet.mts');
      await writeFile(path, `${snippet}\nawait payments.close();\n`);
      const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', 'tsx', path]);
      assert.deepEqual([stdout, stderr], [prints, '']);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}
