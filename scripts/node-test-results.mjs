import { relative } from 'node:path';
import { root } from './run.mjs';
import { failure } from './test-results.mjs';

/** A reporter for Node's test runner: what came of it alone, for scripts/test.mjs. */
export default async function* results(events) {
  const all = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for await (const { type, data } of events) {
    if (data?.details?.type === 'suite') continue;
    if (type === 'test:fail') {
      all.failed += 1;
      const { cause, message } = data.details.error;
      const file = data.file ? `${relative(root, data.file)} › ` : '';
      all.failures.push(failure(file + data.name, cause?.message ?? message));
    }
    if (type === 'test:pass') all[data.skip === undefined ? 'passed' : 'skipped'] += 1;
  }
  yield JSON.stringify(all);
}
