/**
 * A reporter for `node --test` that writes `{passed, failed}`. A suite is no test; a test that was skipped, left to do or
 * cancelled, and a file that holds no test, have not passed.
 *
 * @param {AsyncIterable<{type: string, data: any}>} events
 */
export default async function* countTests(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details?.type === 'suite') continue;
    if (type === 'test:pass' && data.skip === undefined && data.todo === undefined && !isFile(data)) passed += 1;
    else failed += 1;
  }
  yield JSON.stringify({ passed, failed });
}

/** Node reports a file without tests, or one that could not be loaded, as a test with the name of the file. */
function isFile({ name, nesting }) {
  return nesting === 0 && /\.test\.ts$/.test(name);
}
