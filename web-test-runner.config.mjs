import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher, defaultReporter } from '@web/test-runner';
import { findBrowser, launchOptions } from './scripts/find-browser.mjs';
import { lean } from './scripts/lean-libraries.mjs';
import { failure } from './scripts/test-results.mjs';

const { bundled } = await findBrowser();

export default {
  files: 'src/**/*.test.ts',
  rootDir: '.',
  nodeResolve: { exportConditions: ['production', 'default'] },
  plugins: [
    // As in the CDN build; what is left out imports CommonJS, which a browser cannot.
    {
      name: 'lean-libraries',
      transform: ({ path, body }) => lean(path, body),
    },
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  concurrency: 2,
  // Against a file that hangs: the longest one takes almost a minute on a small machine.
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 10_000 } },
  browsers: [
    chromeLauncher({
      // The bundled browser is Chrome's headless shell, which knows no other mode.
      launchOptions: { ...(await launchOptions()), headless: bundled ? 'shell' : true },
      // A window each: of two tabs in one window, Chrome never paints the one behind.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    }),
  ],
  testRunnerHtml: (framework) => `<script>
      // A failed assertion is reported with what it was about: an element cannot be sent, and the
      // run would hang instead of failing.
      const clone = structuredClone;
      globalThis.structuredClone = (value, options) => {
        try {
          return clone(value, options);
        } catch {
          return JSON.parse(JSON.stringify(value, (key, its) => (its instanceof Node ? its.nodeName : its)));
        }
      };
    </script>
    <script type="module" src="${framework}"></script>`,
  reporters: [defaultReporter(), resultsReporter()],
};

/** Leaves what came of the tests for scripts/test.mjs. */
function resultsReporter() {
  const folder = new URL('node_modules/.cache/visavis/results/', import.meta.url);
  return {
    onTestRunFinished({ sessions }) {
      const all = { passed: 0, failed: 0, skipped: 0, failures: [] };
      for (const { passed, testFile, testResults, errors } of sessions) {
        const file = relative(import.meta.dirname, testFile);
        const tests = testResults ? allTests(testResults) : [];
        for (const test of tests) {
          const outcome = test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed';
          all[outcome] += 1;
          if (outcome === 'failed') {
            all.failures.push(
              failure(`${file} › ${test.name}`, test.error?.message ?? errors[0]?.message),
            );
          }
        }
        // A file that cannot be loaded has no failed test to count.
        if (!passed && tests.every((test) => test.passed || test.skipped)) {
          all.failed += 1;
          all.failures.push(failure(file, errors[0]?.message));
        }
      }
      mkdirSync(folder, { recursive: true });
      writeFileSync(new URL('unit.json', folder), JSON.stringify(all));
    },
  };
}

function allTests({ tests, suites }) {
  return [...tests, ...suites.flatMap(allTests)];
}
