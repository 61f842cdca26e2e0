import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher, defaultReporter } from '@web/test-runner';
import { findBrowser, launchOptions } from './scripts/find-browser.mjs';
import { lean } from './scripts/lean-libraries.mjs';

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
  reporters: [defaultReporter(), countsReporter()],
};

/** Leaves the numbers for scripts/test.mjs. */
function countsReporter() {
  const folder = new URL('node_modules/.cache/visavis/results/', import.meta.url);
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const { passed, testResults } of sessions) {
        const tests = testResults ? allTests(testResults) : [];
        for (const test of tests) {
          counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
        }
        // A file that cannot be loaded has no failed test to count.
        if (!passed && tests.every((test) => test.passed || test.skipped)) counts.failed += 1;
      }
      mkdirSync(folder, { recursive: true });
      writeFileSync(new URL('unit.json', folder), JSON.stringify(counts));
    },
  };
}

function allTests({ tests, suites }) {
  return [...tests, ...suites.flatMap(allTests)];
}
