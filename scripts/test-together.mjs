import { closeSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

/** What is to be done when the files of this process are over; undefined where a file runs by itself. */
let last;

/** Does this after the last test of the process: such as to close what several files have used. */
export function afterAll(task) {
  if (last) last.push(task);
  else after(task);
}

/**
 * Runs test files one after the other in this process, so that what is slow to start is started once. Several processes share the
 * files: each takes the next one that nobody has taken. After a file comes an empty suite of its name, by which a reporter knows that
 * it has come to its end; one that cannot be loaded fails as a test of its name.
 *
 * @param {object} turns
 * @param {readonly string[]} turns.files - Paths from the working directory.
 * @param {string} turns.folder - Where the processes note which files are taken.
 * @param {number} turns.stuckMs - A file that takes this long ends its process.
 */
export async function takeTurns({ files, folder, stuckMs }) {
  last = [];
  for (const [at, file] of files.entries()) {
    if (!take(join(folder, `${at}.taken`))) continue;
    const stuck = setTimeout(() => {
      console.log(`does not end: ${file}`);
      process.exit(1);
    }, stuckMs);
    try {
      await import(pathToFileURL(resolve(file)).href);
    } catch (error) {
      it(file, () => {
        throw error;
      });
    }
    // What stands at the top runs in order.
    await describe(file, () => undefined);
    clearTimeout(stuck);
  }
  for (const task of last) await task();
}

function take(mark) {
  try {
    closeSync(openSync(mark, 'wx'));
    return true;
  } catch {
    return false;
  }
}
