import { spawnSync } from 'node:child_process';

/**
 * `npm run fuzz [-- words]`: what `npm test` tries by chance some thousand times, at length: every file whose path holds one of the
 * words, else all. The seed is printed with a failure; `FUZZ_SEED` takes it again, `FUZZ_RUNS` another number of runs.
 */
const AT_LENGTH = {
  'test/ui-node/watch/model.test.ts': 20_000,
  'test/server/collect-lost-model.test.ts': 20_000,
  'test/formats/event-stream.test.ts': 1_000_000,
  'test/formats/safe-url.test.ts': 1_000_000,
  'test/formats/brcode-fuzz.test.ts': 5_000_000,
  'test/formats/money.test.ts': 1_000_000,
  'test/formats/code128.test.ts': 500_000,
};

const words = process.argv.slice(2);
let failed = 0;
for (const [file, runs] of Object.entries(AT_LENGTH)) {
  if (words.length && !words.some((word) => file.includes(word))) continue;
  const env = { ...process.env, FUZZ_RUNS: process.env['FUZZ_RUNS'] ?? String(runs) };
  console.log(`\n== ${file}: ${env.FUZZ_RUNS} runs`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', '--test', '--test-reporter=spec', file], { stdio: 'inherit', env });
  if (status !== 0) failed++;
}
process.exitCode = failed ? 1 : 0;
