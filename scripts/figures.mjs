// Writes e2e/FIGURES.md from what the tests of the last runs measured (e2e/faults/figures.ts). What a suite has
// measured stays in e2e/figures/ until it measures again: the suites take too long for one sitting.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { pathToFileURL } from 'node:url';
import { root } from './run.mjs';

const cache = `${root}node_modules/.cache/visavis`;
const kept = `${root}e2e/figures`;
/** Those that measure: each leaves its records in a folder of its own. */
const suites = ['faults', 'cells', 'firefox'];

/** The issue's points, and the numbers of their cases. */
const points = [
  ['Broken path', '1-16'],
  ['Dead peers and servers', '17-40'],
  ['Devices', '41-53'],
  ['Races', '54-60'],
  ['Consent and release', '61-65'],
  ['Hostile far side', '66-68, 71, 74-76, 79-83, 85-86'],
  ['Second engine', 'engines'],
  ['Quality', 'quality'],
  ['The wire itself', 'wire'],
].map(([name, cases]) => ({ name, cases: numbersOf(cases) }));

/** `1-3, 5` → 1, 2, 3, 5; a name stays a name. */
export function numbersOf(cases) {
  return cases.split(/\s*,\s*/).flatMap((part) => {
    const [, from, to] = /^(\d+)\s*[-–]\s*(\d+)$/.exec(part) ?? [];
    if (!from) return /^\d+$/.test(part) ? Number(part) : part;
    return Array.from({ length: to - from + 1 }, (_, index) => Number(from) + index);
  });
}

/** 1, 2, 3, 5 → `1-3, 5`. */
export function spanned(numbers) {
  const spans = [];
  for (const one of numbers) {
    const last = spans.at(-1);
    if (last?.[1] === one - 1) last[1] = one;
    else spans.push([one, one]);
  }
  return spans.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(', ');
}

/** Whether a figure reached its goal; undefined without one. */
export function isMet({ goal, reference, ...figure }) {
  if (!goal) return undefined;
  const [which, sign, given] = goal.split(' ');
  const limit = given === 'reference' ? reference?.[which] : Number(given);
  // JSON has no Infinity: what never came is null.
  const value = figure[which] ?? Infinity;
  if (sign === '<') return value < limit;
  if (sign === '≤') return value <= limit;
  if (sign === '=') return value === limit;
  return sign === '≥' ? value >= limit : value > limit;
}

const shown = (value) => (value === null ? 'never' : String(Number(value.toPrecision(3))));
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
const first = ({ cases }) => numbersOf(cases)[0];
const byCase = (a, b) => (first(a) > first(b) ? 1 : first(a) < first(b) ? -1 : a.at - b.at);

/** The titles of all tests that passed, from a Playwright report. */
function passedIn(suite) {
  return [
    ...(suite.suites ?? []).flatMap(passedIn),
    ...(suite.specs ?? []).filter(isPassed).map(({ title }) => title),
  ];
}

const isPassed = ({ tests }) =>
  tests.some(({ status }) => status === 'expected' || status === 'flaky');

const minute = (date) => `${new Date(date).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
const counted = ({ expected, flaky, unexpected, skipped }) =>
  `${expected + flaky} passed, ${unexpected} failed, ${skipped} skipped`;

function page(sittings) {
  const records = sittings.flatMap((one) => one.records);
  const of = (kind) => records.filter((record) => record.kind === kind).sort(byCase);
  const figures = of('figure');
  const tested = sittings
    .flatMap(({ passed }) => passed)
    .flatMap((title) => numbersOf(/^cases? ([\d\s,–-]*\d)/.exec(title)?.[1] ?? 'none'));
  const listed = [...of('skipped'), ...of('not covered')].flatMap(({ cases }) => numbersOf(cases));
  const missing = points
    .flatMap(({ cases }) => cases)
    .filter((one) => typeof one === 'number' && !tested.includes(one) && !listed.includes(one));

  const absent = (title, kind) => [
    `## ${title}`,
    of(kind).length > 0
      ? table(
          ['cases', 'why'],
          of(kind).map(({ cases, why }) => [cases, why]),
        )
      : 'Nothing.',
  ];
  const row = ({ cases, what, unit, n, p50, p95, worst, goal, note, reference }) => {
    const met = isMet({ goal, reference, p50, p95, worst });
    return [
      cases,
      [what, note].filter(Boolean).join('; '),
      unit,
      n,
      ...[p50, p95, worst].map(shown),
      reference
        ? `${reference.what}: ${[reference.p50, reference.p95, reference.worst].map(shown).join(' / ')} (n ${reference.n})`
        : '',
      goal ?? '',
      met === undefined ? '' : met ? 'yes' : '**no**',
    ];
  };
  const head = ['cases', 'what', 'unit', 'n', 'p50', 'p95', 'worst'];
  const groups = points.flatMap(({ name, cases }, index) => {
    const rows = figures.filter((one) => cases.includes(first(one))).map(row);
    if (rows.length === 0) return [];
    return [
      `### ${index < 8 ? `${index + 1}. ` : ''}${name}`,
      table([...head, 'reference: p50 / p95 / worst', 'goal', 'met'], rows),
    ];
  });
  const enginesOf = (sitting) =>
    sitting.records
      .filter(({ kind }) => kind === 'engine')
      .map(({ name, version }) => `${name} ${version}`)
      .sort();
  const goals = figures.map(isMet).filter((met) => met !== undefined);

  return [
    '# Figures',
    'Written by `npm run test:faults` and `npm run test:firefox` (scripts/figures.mjs); nothing here is typed by hand. Values are from the best to the worst: p95 is what 95 % of them are at least as good as.',
    table(
      ['suite', 'date', 'tests', 'engines', 'machine'],
      sittings.map((one) => [
        one.suite,
        minute(one.tests.startTime),
        counted(one.tests),
        enginesOf(one).join(', '),
        one.machine,
      ]),
    ),
    `${figures.length} figures, of ${figures.reduce((sum, { n }) => sum + n, 0)} values; ${goals.filter(Boolean).length} of ${goals.length} goals met.`,
    '## What was measured',
    ...groups,
    ...absent('Skipped in this run', 'skipped'),
    ...absent('Not covered', 'not covered'),
    ...(missing.length > 0
      ? ['## Unaccounted for', `No passed test and no reason: cases ${spanned(missing)}.`]
      : []),
    '',
  ].join('\n\n');
}

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** What a suite that has just run leaves, for the page. */
function sittingOf(suite) {
  const report = read(`${cache}/results/${suite}.json`);
  const folder = `${cache}/figures/${suite}`;
  const [cpu] = cpus();
  return {
    suite,
    machine: `${cpus().length} cores (${cpu.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}, Node ${process.version}`,
    tests: report.stats,
    passed: passedIn(report),
    records: readdirSync(folder)
      .map((name) => read(`${folder}/${name}`))
      .sort((one, other) => one.at - other.at),
  };
}

const inShort = (record) =>
  JSON.stringify(record, (key, value) => (key === 'values' ? undefined : value));
/** JSON with a line for each record, so that what another run changes can be read; without the single values. */
const inLines = ({ records, ...about }) =>
  `${JSON.stringify(about, null, 1).slice(0, -2)},\n "records": [\n${records.map(inShort).join(',\n')}\n]}\n`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(kept, { recursive: true });
  for (const suite of suites)
    if (existsSync(`${cache}/results/${suite}.json`) && existsSync(`${cache}/figures/${suite}`))
      writeFileSync(`${kept}/${suite}.json`, inLines(sittingOf(suite)));
  const sittings = suites
    .filter((suite) => existsSync(`${kept}/${suite}.json`))
    .map((suite) => read(`${kept}/${suite}.json`));
  writeFileSync(`${root}e2e/FIGURES.md`, page(sittings).trimEnd() + '\n');
  console.log('e2e/FIGURES.md is written.');
}
