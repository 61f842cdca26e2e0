// Writes e2e/FIGURES.md from what the tests of the last runs measured (e2e/faults/figures.ts). What a suite has
// measured stays in e2e/figures/ until it measures again: the suites take too long for one sitting.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
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

const minute = (date) => `${new Date(date).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
const spanOf = (moments) =>
  [...new Set([Math.min(...moments), Math.max(...moments)].map(minute))].join(' to ');
const counted = (tests) =>
  ['passed', 'failed', 'skipped']
    .map((wanted) => `${tests.filter(({ status }) => status === wanted).length} ${wanted}`)
    .join(', ');

function page(sittings) {
  const records = sittings.flatMap((one) => one.records);
  const of = (kind) => records.filter((record) => record.kind === kind).sort(byCase);
  const figures = of('figure');
  const tested = sittings
    .flatMap(({ tests }) => tests)
    .filter(({ status }) => status === 'passed')
    .flatMap(({ title }) => numbersOf(/^cases? ([\d\s,–-]*\d)/.exec(title)?.[1] ?? 'none'));
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
        spanOf(one.records.map(({ at }) => at)),
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

/** All tests of a Playwright report: what each is called, and how it ended. */
function testsIn({ suites: inner = [], specs = [] }) {
  const endings = { expected: 'passed', flaky: 'passed', unexpected: 'failed', skipped: 'skipped' };
  return [
    ...inner.flatMap(testsIn),
    ...specs.flatMap(({ tests, title }) =>
      tests.map(({ results, status }) => ({
        title,
        status: endings[status],
        at: Date.parse(results.at(-1)?.startTime ?? 0),
      })),
    ),
  ];
}

/** By its key the latest of each. */
function latest(all, keyOf) {
  const found = new Map();
  for (const one of all.toSorted((a, b) => a.at - b.at)) found.set(keyOf(one), one);
  return [...found.values()];
}

/** What a suite has just left in the cache, after what is kept of its runs before. */
function sittingOf(suite, { records = [], tests = [] }) {
  const folder = `${cache}/figures/${suite}`;
  const [cpu] = cpus();
  const left = readdirSync(folder).map((name) => read(`${folder}/${name}`));
  return {
    suite,
    machine: `${cpus().length} cores (${cpu.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}, Node ${process.version}`,
    tests: latest(
      [...tests, ...testsIn(read(`${cache}/results/${suite}.json`))],
      ({ title }) => title,
    ),
    records: latest([...records, ...left], ({ cases, kind, name, what, why }) =>
      [kind, name, cases, what, why].join(' '),
    ),
  };
}

const inShort = (one) =>
  JSON.stringify(one, (key, value) => (key === 'values' ? undefined : value));
const inLines = (name, all) => ` "${name}": [\n${all.map(inShort).join(',\n')}\n ]`;
/** JSON with a line for each test and record, so that what a run changes can be read; without the single values. */
const asText = ({ machine, records, suite, tests }) =>
  `{\n "suite": ${JSON.stringify(suite)},\n "machine": ${JSON.stringify(machine)},\n${inLines('tests', tests)},\n${inLines('records', records)}\n}\n`;

// node scripts/figures.mjs [--anew suite]: all that is in the cache comes on top of what is kept, or a suite's alone takes its place.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(kept, { recursive: true });
  const { values } = parseArgs({ options: { anew: { type: 'string' } } });
  for (const suite of values.anew ? [values.anew] : suites) {
    if (!existsSync(`${cache}/results/${suite}.json`) || !existsSync(`${cache}/figures/${suite}`))
      continue;
    const file = `${kept}/${suite}.json`;
    const before = !values.anew && existsSync(file) ? read(file) : {};
    writeFileSync(file, asText(sittingOf(suite, before)));
  }
  const sittings = suites
    .filter((suite) => existsSync(`${kept}/${suite}.json`))
    .map((suite) => read(`${kept}/${suite}.json`));
  writeFileSync(`${root}e2e/FIGURES.md`, page(sittings).trimEnd() + '\n');
  console.log('e2e/FIGURES.md is written.');
}
