/**
 * What each test runner says of a run, read from its own report: how many tests passed, failed and were skipped, and of
 * each that failed where it is and why.
 */

export const ofPlaywright = ({ stats, suites, errors }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
  failures: [
    ...errors.map(({ message }) => failure('(outside any test)', message)),
    ...suites
      .flatMap(specsIn)
      .flatMap(({ ok, file, line, title, tests }) =>
        ok
          ? []
          : tests
              .flatMap(({ results }) => results.at(-1)?.errors ?? [])
              .map(({ message }) => failure(`${file}:${line} › ${title}`, message)),
      ),
  ],
});

export const ofVitest = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + report.numTodoTests,
  failures: report.testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message ? [failure(name, message)] : []),
    ...assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => failure(`${name} › ${fullName}`, failureMessages[0])),
  ]),
});

/** As web-test-runner.config.mjs and node-test-results.mjs write it. */
export const ofOurOwn = (report) => report;

/** @returns {{ test: string, why: string }} without colours, and no longer than is read at the end of a run. */
export function failure(test, message = 'no reason was given') {
  const lines = stripColours(message).split('\n');
  return { test, why: lines.slice(0, 20).join('\n') };
}

const specsIn = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsIn)];

const stripColours = (text) => text.replace(/\u001b\[[0-9;]*m/g, '');
