import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

const HELP = `npm test                 builds, then runs everything that must pass
npm test -- <words>      runs the groups with those names, or the test files whose path holds one of the words

groups   node      what runs in Node: formats, server, sandbox, lint, scripts
         browser   what runs in a page: elements, ui and the built files, in Chromium
         e2e       the demo, driven in Chromium from end to end

Chromium is CHROME_PATH, an installed one, Playwright's, or is fetched.
The last line is "N passed, N failed"; a group that ran nothing, a skipped test and a failed build count as failed.`;

const root = fileURLToPath(new URL('..', import.meta.url));
const reporter = new URL('count-tests.mjs', import.meta.url).href;

/** A file that takes this long will not end, on a machine that has much else to do as well. */
const STUCK_MS = 480_000;
/** A process that takes this long with its files hears no clock any more. */
const DEAF_MS = 1_800_000;

const GROUPS = [
  { name: 'node', folders: ['formats', 'ui-node', 'server', 'sandbox', 'lint', 'scripts', 'dist-node'], command: (files, counts) => nodeTest(files, { counts, concurrency: 2 }) },
  { name: 'browser', folders: ['elements', 'ui', 'dist'], command: (files) => ['node_modules/@web/test-runner/dist/bin.js', '--files', ...files] },
  { name: 'e2e', folders: ['e2e'], command: (files, counts) => taking(files, { counts, processes: 2 }), env: (files) => ({ TEST_FILES: files.join('\n') }) },
];

/** What these files are tested on: they have to be built first. */
const ON_BUILT_FILES = /^test\/(dist|dist-node|e2e)\//;

const words = process.argv.slice(2);
if (words.includes('--help') || words.includes('-h')) {
  console.log(HELP);
  process.exit(0);
}

process.chdir(root);
const chosen = choose();
const results = [];
if (chosen.some(({ files }) => files.some((file) => ON_BUILT_FILES.test(file)))) {
  heading('build');
  if (run(['scripts/build.mjs']) !== 0) results.push({ name: 'build', passed: 0, failed: 1 });
}
if (!results.length) {
  const inPages = chosen.some(({ name }) => name !== 'node');
  const missing = inPages ? haveChromium() : undefined;
  if (missing) results.push({ name: 'chromium', passed: 0, failed: 1, note: missing });
  for (const group of chosen) if (!missing || group.name === 'node') results.push(runGroup(group));
}
report();

function choose() {
  const all = GROUPS.map((group) => ({ ...group, files: group.folders.flatMap((folder) => testsUnder(`test/${folder}`)) }));
  if (!words.length) return all;
  const some = all.map((group) => ({
    ...group,
    files: words.includes(group.name) ? group.files : group.files.filter((file) => words.some((word) => file.includes(word))),
  })).filter((group) => group.files.length || words.includes(group.name));
  if (some.length) return some;
  console.log(`No test file has ${words.join(' or ')} in its path.\n0 passed, 1 failed`);
  process.exit(1);
}

/** Leaves its path for every group in `CHROME_PATH`, or says why there is none. */
function haveChromium() {
  try {
    process.env['CHROME_PATH'] = findChromium();
  } catch (error) {
    return error.message;
  }
}

function testsUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
}

function nodeTest(files, { counts, concurrency, stuckMs = STUCK_MS }) {
  return [
    '--import', 'tsx', '--test', `--test-concurrency=${concurrency}`, `--test-timeout=${stuckMs}`,
    '--test-reporter=spec', '--test-reporter-destination=stdout',
    `--test-reporter=${reporter}`, `--test-reporter-destination=${counts}`,
    ...files,
  ];
}

/** The same of files that take turns in so many processes. */
function taking(files, { counts, processes }) {
  const folder = dirname(counts);
  const turns = JSON.stringify({ files, folder, stuckMs: STUCK_MS });
  const source = `import { takeTurns } from ${JSON.stringify(new URL('test-together.mjs', import.meta.url).href)};\nawait takeTurns(${turns});\n`;
  const entries = Array.from({ length: Math.min(processes, files.length) }, (_, at) => join(folder, `turns-${at + 1}.mjs`));
  for (const entry of entries) writeFileSync(entry, source);
  return nodeTest(entries, { counts, concurrency: processes, stuckMs: DEAF_MS });
}

function runGroup({ name, files, command, env = () => ({}) }) {
  heading(`${name}: ${files.length} files`);
  if (!files.length) return { name, passed: 0, failed: 1, note: 'ran no test' };
  const folder = mkdtempSync(join(tmpdir(), 'paytags-test-'));
  const counts = join(folder, 'counts.json');
  try {
    const code = run(command(files, counts), { TEST_COUNTS: counts, ...env(files) });
    return judged(name, code, existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : undefined);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function judged(name, code, counted) {
  if (!counted) return { name, passed: 0, failed: 1, note: `ended with code ${code} before it had counted` };
  if (counted.passed + counted.failed === 0) return { name, passed: 0, failed: 1, note: 'ran no test' };
  if (code !== 0 && counted.failed === 0) return { name, passed: counted.passed, failed: 1, note: `ended with code ${code}` };
  return { name, ...counted };
}

function run(args, env = {}) {
  const { status, signal, error } = spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
  if (error) console.log(error.message);
  return signal ?? status ?? 1;
}

function heading(text) {
  console.log(`\n== ${text}`);
}

function report() {
  heading('sum');
  let passed = 0;
  let failed = 0;
  for (const result of results) {
    passed += result.passed;
    failed += result.failed;
    console.log(`${result.name.padEnd(8)} ${result.passed} passed, ${result.failed} failed${result.note ? ` (${result.note})` : ''}`);
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
