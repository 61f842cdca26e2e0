// One table of what the bench has measured: printed, and written to bench/FIGURES.md and bench/figures.json.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { root } from '../scripts/run.mjs';
import { at, median } from './server/statistics.mjs';
import { aligned, inMarkdown } from './tables.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const cache = `${root}node_modules/.cache/visavis/bench`;
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const rounded = (value) => (Number.isFinite(value) ? Number(value.toPrecision(3)) : null);

/** As the issue wants a figure: with a reference its ratio is what counts, else its worst value. */
function figureOf({ between, goal, line, most, name, ours, reference, unit, values = ours }) {
  const figure = {
    line,
    name,
    unit,
    ours: rounded(median(values)),
    reference: reference ? rounded(median(reference.values)) : null,
    against: reference?.name ?? null,
    ratio: reference ? rounded(median(values) / median(reference.values)) : null,
    goal: reference ? (goal ? `≤ ${rounded(goal)} ×` : null) : `≤ ${most}`,
    met: null,
    runs: values.length,
    p50: rounded(at(values, 0.5)),
    p95: rounded(at(values, 0.95)),
    referenceP95: reference ? rounded(at(reference.values, 0.95)) : null,
  };
  if (!reference) figure.met = Math.max(...values) <= most;
  else if (goal) figure.met = median(values) <= goal * median(reference.values);
  return { ...figure, between: figure.met === false ? (between ?? null) : null };
}

/** Where it was measured, by what, and how long all of it took. */
function about({ browser, seconds }) {
  const [cpu] = cpus();
  const versionOf = (name) => read(`${root}node_modules/${name}/package.json`).version;
  const peers = Object.entries(read(`${here}peers/package.json`).dependencies);
  return {
    date: `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    machine: `${cpus().length} cores (${cpu.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}; load average at the end ${loadavg()[0].toFixed(1)}`,
    versions: [
      `Node ${process.version}`,
      `Chromium ${browser}`,
      ...['lit', 'peerjs', 'esbuild'].map((name) => `${name} ${versionOf(name)}`),
      ...peers.map(([name, version]) => `${name} ${version}`),
    ].join(', '),
    seconds,
  };
}

const head = [
  '',
  'figure',
  'unit',
  'ours',
  'p95',
  'against',
  'theirs',
  'p95',
  'ratio',
  'goal',
  'met',
  'runs',
];
const cellsOf = (figure) =>
  [
    ...[figure.line, figure.name, figure.unit, figure.ours, figure.p95],
    ...[figure.against, figure.reference, figure.referenceP95, figure.ratio, figure.goal],
    figure.met === null ? null : figure.met ? 'yes' : 'no',
    figure.runs,
  ].map((cell) => String(cell ?? ''));

function page({ figures, ...facts }) {
  const goals = figures.filter(({ met }) => met !== null);
  const missed = goals.filter(({ met }) => !met);
  return [
    '# Figures of speed',
    'Written by `npm run bench`; nothing here is typed by hand. `ours` and `theirs` are medians, of runs that took turns on one machine; a ratio is of the two. Goals are those of the issue that asked for them.',
    inMarkdown(
      ['', ''],
      [
        ...Object.entries(facts),
        ['goals', `${goals.length - missed.length} of ${goals.length} met`],
      ],
    ),
    inMarkdown(head, figures.map(cellsOf)),
    ...(missed.length > 0
      ? [
          '## What stands between',
          missed
            .map(
              ({ against, between, goal, line, name, ours, ratio, unit }) =>
                `- ${line} · ${name}: ${ratio === null ? `${ours} ${unit}` : `${ratio} × ${against}`}, wanted ${goal}. ${between ?? 'Not looked into yet.'}`,
            )
            .join('\n'),
        ]
      : []),
    '',
  ].join('\n\n');
}

/** Of all that is in the cache: the browser's version, the seconds that it took, and whether nothing is missing. */
export function report({ isWhole, ...facts }) {
  const folder = `${cache}/figures`;
  if (!existsSync(folder)) return console.error('Nothing was measured: see above.');
  const figures = readdirSync(folder)
    .map((name) => read(`${folder}/${name}`))
    .sort((one, other) => one.line - other.line || one.at - other.at)
    .map(figureOf);
  console.log(`\n${aligned([head, ...figures.map(cellsOf)])}\n`);
  if (!isWhole) return console.log('Not all was measured: bench/FIGURES.md stays as it is.');
  const all = { ...about(facts), figures };
  writeFileSync(`${here}figures.json`, `${JSON.stringify(all, null, 2)}\n`);
  writeFileSync(`${here}FIGURES.md`, page(all).trimEnd() + '\n');
  console.log('bench/FIGURES.md and bench/figures.json are written.');
}
