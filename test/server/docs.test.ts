import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const SOURCES = { 'paytags/server': 'server.ts', 'paytags/server/sqlite': 'server/stores/sqlite.ts', 'paytags/sandbox': 'sandbox.ts' };

for (const [file, says, prints] of [
  ['server-okto.md', /oktoCash\(/, 'paid 10.00 DEFAULT\n'],
  ['server-octopus.md', /checkoutOctopus\(/, 'paid 24.90\ngiven back 4.90\n'],
  ['server-okpay.md', /okpayIpn\(/, 'ORD-7 paid 100.00 USD\nrobots paid 50.00 USD\nhelp paid 25.00 EUR\n'],
  ['server-okpay-collect.md', /okpayPayouts\(/, 'paid 499.00\nOUT-1 paid 100.00\n'],
  ['server-okpay-soap.md', /okpaySoap\(/, 'Completed 13.03 0.13\nnothing was sent: Target_Account_Doesnt_Exist\nstring 486.97\n'],
] as const) {
  test(`the snippet of docs/${file} runs as it stands`, async () => {
    let snippet = /```ts\n([\s\S]*?)```/.exec(await readFile(`docs/${file}`, 'utf8'))?.[1] ?? '';
    assert.match(snippet, says);
    for (const [name, source] of Object.entries(SOURCES)) snippet = snippet.replace(`'${name}'`, `'${new URL(`../../src/${source}`, import.meta.url).href}'`);
    const folder = await mkdtemp(join(tmpdir(), 'paytags-readme-'));
    try {
      const path = join(folder, 'snippet.mts');
      await writeFile(path, `${snippet}\n${snippet.includes('payments = createPayments') ? 'await payments.close();' : ''}\n`);
      const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', 'tsx', path]);
      assert.deepEqual([stdout, stderr], [prints, '']);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}
