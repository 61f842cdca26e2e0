// From what was measured to tables. Every ratio is of values of one round, which its two sides had one after the other.
import { aligned, inMarkdown } from '../tables.mjs';
import { median } from './statistics.mjs';

const shown = (value) => String(Number(value.toPrecision(3)));
const span = (values) => `${shown(Math.min(...values))}–${shown(Math.max(...values))}`;

const head = [
  'what',
  'unit',
  'server',
  'n',
  'median',
  'from–to',
  'against',
  'ratio',
  'goal',
  'met',
];

/**
 * The rows of a section. `measured` has what `record()` was given: by figure and server, a value of each round.
 * A goal is `{ against, of, least or most, between }`; `between` says what stands between it and what was measured.
 */
export function rowsOf({ figures, title }, measured) {
  return figures.flatMap(({ against = [], goals = [], of, says, unit, what }) =>
    Object.entries(measured[what] ?? {})
      .filter(([server]) => of?.includes(server) ?? true)
      .flatMap(([server, values]) => {
        const row = { title, what: says, unit, server, values };
        // References among themselves once.
        const before = against.includes(server) ? against.indexOf(server) : against.length;
        const others = against.slice(0, before).filter((other) => measured[what][other]);
        if (others.length === 0) return [row];
        return others.map((other) => {
          const ratio = median(values.map((value, round) => value / measured[what][other][round]));
          const goal = goals.find((one) => one.against === other && one.of.includes(server));
          return { ...row, other, ratio, goal, met: goal && isMet(ratio, goal) };
        });
      }),
  );
}

const isMet = (ratio, { least = -Infinity, most = Infinity }) => ratio >= least && ratio <= most;

function cellsOf({ goal, met, other = '', ratio, server, unit, values, what }) {
  const limit = goal && (goal.most === undefined ? `≥ ${goal.least}` : `≤ ${goal.most}`);
  return [
    ...[what, unit, server, String(values.length), shown(median(values)), span(values), other],
    ...[ratio === undefined ? '' : shown(ratio), limit ?? ''],
    met === undefined ? '' : met ? 'yes' : 'no',
  ];
}

/** For a terminal. */
export const printed = (rows) => aligned([head, ...rows.map(cellsOf)]);

/** bench/server/FIGURES.md. `about`: rows of what, and on what, it was measured. */
export function page(about, sections) {
  const rows = sections.flatMap((section) => section.rows);
  const goals = rows.filter(({ met }) => met !== undefined);
  const missed = goals.filter(({ met }) => !met);
  return [
    '# Figures of the server',
    'Written by `npm run bench:server`; nothing here is typed by hand. Ratios are medians of those of each round, in which all servers took turns. `memory` and `Redis` are visavis-server without and with a Redis.',
    inMarkdown(
      ['', ''],
      [...about, ['goals', `${goals.length - missed.length} of ${goals.length} met`]],
    ),
    ...sections.flatMap(({ lacking, rows: some, says, title }) => [
      `## ${title}`,
      says,
      lacking ? `Skipped: ${lacking}.` : inMarkdown(head, some.map(cellsOf)),
    ]),
    ...(missed.length > 0 ? ['## What stands between', ...missed.map(betweenOf)] : []),
  ].join('\n\n');
}

const betweenOf = ({ goal, other, ratio, server, title, what }) =>
  `- ${title}, ${what}: ${server} ${shown(ratio)} × ${other}. ${goal.between}`;
