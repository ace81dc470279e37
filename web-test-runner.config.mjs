import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { build } from 'esbuild';
import { CHROMIUM_ARGS, chromiumOrExit } from './scripts/chromium.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);

/** Packages that are CommonJS: a page cannot load those as they are. */
const COMMONJS = ['qrcode'];

/** Serves each module of those packages as one ES module, with its exports by name as well as in one object. */
function bundleCommonJs() {
  const bundled = new Map();
  return {
    name: 'bundle-commonjs',
    async serve({ path }) {
      const wanted = COMMONJS.some((name) => path.startsWith(`/node_modules/${name}/`)) && path.endsWith('.js');
      if (!wanted) return undefined;
      if (!bundled.has(path)) bundled.set(path, asOneModule(join(root, path)));
      return { body: await bundled.get(path), type: 'js' };
    },
  };
}

async function asOneModule(file) {
  const names = Object.keys(require(file)).filter((name) => name !== 'default');
  const contents = `import whole from ${JSON.stringify(file)};\nexport default whole;\nexport const { ${names.join(', ')} } = whole;\n`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

/** Writes `{passed, failed}` to the file that `TEST_COUNTS` names. A page that did not load, and a test not run, have failed. */
function counts() {
  return {
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      for (const session of sessions) {
        const tests = testsIn(session.testResults);
        const bad = tests.filter((test) => !test.passed).length;
        passed += tests.length - bad;
        failed += bad || (session.passed && tests.length ? 0 : 1);
        for (const test of tests.filter(({ skipped }) => skipped)) console.log(`not run: ${session.testFile}: ${test.name}`);
        if (!tests.length) console.log(`ran no test: ${session.testFile}`);
      }
      if (process.env['TEST_COUNTS']) writeFileSync(process.env['TEST_COUNTS'], JSON.stringify({ passed, failed }));
    },
  };
}

function testsIn(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsIn)] : [];
}

export default {
  rootDir: root,
  files: ['test/elements/**/*.test.ts', 'test/ui/**/*.test.ts', 'test/dist/**/*.test.ts'],
  nodeResolve: { exportConditions: ['development'] },
  concurrency: 2,
  plugins: [bundleCommonJs(), esbuildPlugin({ ts: true, target: 'esnext', tsconfig: join(root, 'tsconfig.json') })],
  browsers: [
    playwrightLauncher({ product: 'chromium', launchOptions: { executablePath: chromiumOrExit(), args: CHROMIUM_ARGS } }),
  ],
  testFramework: { config: { timeout: 5000 } },
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), counts()],
};
