import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fixtures = new URL('fixtures/', import.meta.url);

// The fixtures are in no program of the compiler, so that the rules that ask it for types cannot judge them.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { project: null } },
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
});

async function refusals(text: string, filePath: string): Promise<Array<[line: number, rule: string]>> {
  const [result] = await eslint.lintText(text, { filePath, warnIgnored: true });
  assert.ok(result);
  return result.messages.map(({ line, ruleId, message }): [number, string] => [line, ruleId ?? message]).sort(inOrder);
}

function inOrder(a: [number, string], b: [number, string]): number {
  return a[0] - b[0] || a[1].localeCompare(b[1]);
}

/** What the comments `// refused: rule, rule` at the ends of the lines say. */
function expected(text: string): Array<[line: number, rule: string]> {
  return text
    .split('\n')
    .flatMap((line, at) => (/\/\/ refused: (.+)$/.exec(line)?.[1]?.split(', ') ?? []).map((rule): [number, string] => [at + 1, rule]))
    .sort(inOrder);
}

const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[jt]s$/.test(file)).sort();

test('there is a fixture for every folder with rules', () => {
  const folders = new Set(files.map((file) => file.replaceAll('\\', '/').split('/').slice(0, -1).slice(0, 2).join('/')));
  for (const folder of ['formats', 'ui', 'elements', 'define', 'server', 'sandbox', 'locales']) assert.ok(folders.has(`src/${folder}`), folder);
});

for (const file of files) {
  test(`${file}: each line is refused as it says, and no other`, async () => {
    const text = readFileSync(new URL(file.replaceAll('\\', '/'), fixtures), 'utf8');
    assert.deepEqual(await refusals(text, `${root}${file}`), expected(text));
  });
}

for (const [path, rule] of [
  ['src/ui/utils.ts', 'paytags/file-names'],
  ['src/formats/helpers/money.ts', 'paytags/file-names'],
  ['src/server/common/ids.ts', 'paytags/file-names'],
  ['src/elements/internal.ts', 'paytags/file-names'],
  ['src/ui/misc.ts', 'paytags/file-names'],
] as const) {
  test(`${path} is refused for its name`, async () => {
    assert.deepEqual(await refusals('export const one = 1;\n', `${root}${path}`), [[1, rule]]);
  });
}

test('a source of 250 lines is long enough', async () => {
  const line = 'export {};\n';
  assert.deepEqual(await refusals(line.repeat(250), `${root}src/formats/long.ts`), []);
  assert.deepEqual(await refusals(line.repeat(251), `${root}src/formats/long.ts`), [[251, 'max-lines']]);
});

test('a promise that nobody waits for is refused', async () => {
  // Where CI is set, typescript-eslint reads the file from disk and not the text that it is given.
  process.env['TSESTREE_SINGLE_RUN'] = 'false';
  const typed = new ESLint({ cwd: root });
  const text = "export function forgets(): void {\n  Promise.resolve('x');\n}\n";
  const [result] = await typed.lintText(text, { filePath: `${root}src/formats/payment.ts` });
  assert.deepEqual(result?.messages.map(({ line, ruleId }) => [line, ruleId]), [[2, '@typescript-eslint/no-floating-promises']]);
});
