/**
 * A reporter for `node --test` that writes `{passed, failed}`. A suite is no test; a test that was skipped, left to do or
 * cancelled, and a file that holds no test, have not passed. Of files that take turns, `TEST_FILES` has the paths, one a line: what
 * has not come to its end has failed.
 *
 * @param {AsyncIterable<{type: string, data: any}>} events
 */
export default async function* countTests(events) {
  const running = new Set(process.env['TEST_FILES']?.split('\n'));
  let passed = 0;
  let failed = 0;
  let sinceTurn = 0;
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') {
      if (data.nesting !== 0 || !running.delete(data.name)) continue;
      if (!sinceTurn) failed += say(`ran no test: ${data.name}`);
      sinceTurn = 0;
      continue;
    }
    // A process for which the others have left no file.
    if (type === 'test:pass' && data.nesting === 0 && /\bturns-\d+\.mjs$/.test(data.name)) continue;
    sinceTurn += 1;
    if (type === 'test:pass' && data.skip === undefined && data.todo === undefined && !isFile(data)) passed += 1;
    else failed += 1;
  }
  for (const file of running) failed += say(`did not end: ${file}`);
  yield JSON.stringify({ passed, failed });
}

/** Node reports a file without tests, or one that could not be loaded, as a test with the name of the file. */
function isFile({ name, nesting }) {
  return nesting === 0 && /\.test\.ts$/.test(name);
}

function say(line) {
  console.log(line);
  return 1;
}
