/** A reporter for Node's test runner: the numbers alone, for scripts/test.mjs. */
export default async function* counts(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (data?.details?.type === 'suite') continue;
    if (type === 'test:fail') counts.failed += 1;
    if (type === 'test:pass') counts[data.skip === undefined ? 'passed' : 'skipped'] += 1;
  }
  yield JSON.stringify(counts);
}
