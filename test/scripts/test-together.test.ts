import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = (name: string): string => new URL(`../../scripts/${name}`, import.meta.url).href;

/** Test files, and how many tests of each pass and fail. */
const FILES = {
  'two pass': [`it('a', () => undefined); describe('b', () => it('c', () => undefined));`, 2, 0],
  'one of two fails': [`it('a', () => undefined); it('b', () => { throw new Error('no'); });`, 1, 1],
  'one is skipped': [`it.skip('a', () => undefined);`, 0, 1],
  'a hook fails': [`describe('a', () => { before(() => { throw new Error('no'); }); it('b', () => undefined); });`, 0, 1],
  'holds no test': ['', 0, 1],
  'cannot be loaded': [`throw new Error('no');`, 0, 1],
  'does not end, after one that passed': [`it('a', () => undefined); it('b', () => new Promise((end) => setTimeout(end, 60_000)));`, undefined, 1],
} as const;

/** Runs these files in so many processes, and gives what was counted and the exit code. */
function counted(names: readonly (keyof typeof FILES)[], { processes, stuckMs = 60_000 }: { processes: number; stuckMs?: number }): { passed: number; failed: number; code: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'paytags-turns-'));
  try {
    const files = names.map((name, at) => {
      const path = join(folder, `${at}.test.mjs`);
      writeFileSync(path, `import { before, describe, it } from 'node:test'; void [before, describe, it];\n${FILES[name][0]}`);
      return path;
    });
    const entries = Array.from({ length: processes }, (_, at) => {
      const path = join(folder, `turns-${at}.mjs`);
      writeFileSync(path, `import { takeTurns } from ${JSON.stringify(script('test-together.mjs'))};\nawait takeTurns(${JSON.stringify({ files, folder, stuckMs })});`);
      return path;
    });
    const counts = join(folder, 'counts.json');
    // Or the runner would take itself for a file of the one that runs this.
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined, TEST_FILES: files.join('\n') };
    const reporter = fileURLToPath(script('count-tests.mjs'));
    const { status } = spawnSync(process.execPath, ['--test', `--test-reporter=${reporter}`, `--test-reporter-destination=${counts}`, ...entries], { env, stdio: 'ignore' });
    return { ...(JSON.parse(readFileSync(counts, 'utf8')) as { passed: number; failed: number }), code: status };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('test files that take turns in few processes are counted as if each had run alone', () => {
  for (const [name, [, passed, failed]] of Object.entries(FILES).filter(([, [, passes]]) => passes !== undefined)) {
    it(`${name}: ${passed} passed, ${failed} failed`, () => {
      const { code, ...sum } = counted([name as keyof typeof FILES], { processes: 1 });
      assert.deepEqual(sum, { passed, failed });
      if (name !== 'holds no test' && name !== 'one is skipped') assert.equal(code, failed ? 1 : 0);
    });
  }

  it('each file runs once, whichever process takes it, and what is wrong with one spoils no other', () => {
    const { passed, failed } = counted(['two pass', 'cannot be loaded', 'one of two fails', 'holds no test', 'a hook fails', 'two pass'], { processes: 2 });
    assert.deepEqual([passed, failed], [5, 4]);
  });

  it('a file that does not end, and those that nobody is left to take, have failed', () => {
    const { failed, code } = counted(['does not end, after one that passed', 'two pass', 'two pass'], { processes: 1, stuckMs: 100 });
    assert.ok(failed >= 3, `${failed} failed`);
    assert.equal(code, 1);
  });
});
