import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The demo's one command: builds what the browser gets where it is missing or older than its source, then starts the server. */

const root = fileURLToPath(new URL('..', import.meta.url));
const BUILT = 'dist/cdn/paytags.js';
const SOURCES = ['src', 'scripts', 'package-lock.json'];

const run = (args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
    // A signal from the console reaches the child by itself; this process only waits for it to end.
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.once('error', reject).once('exit', (code, signal) => resolve(signal ? 1 : code));
  });

if (changed(`${root}${BUILT}`) < Math.max(...SOURCES.map((source) => changed(`${root}${source}`)))) {
  console.log('Building the tags…');
  const failed = await run(['scripts/build.mjs']);
  if (failed) process.exit(failed);
}
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
process.exit(await run(['--import', tsx, 'demo/main.ts']));

/** When a file, or the newest file in a folder, was last written, in milliseconds since 1970; 0 for what is not there. */
function changed(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changed(`${path}/${name}`)));
}
