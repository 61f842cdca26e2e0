import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';

const suite = process.env.VISAVIS_SUITE ?? 'e2e';
const folder = fileURLToPath(
  new URL(`../../node_modules/.cache/visavis/figures/${suite}`, import.meta.url),
);

/** Of values from the best to the worst; `reference` stands for the same of the reference. */
export type Goal =
  `${'p50' | 'p95' | 'worst'} ${'<' | '≤' | '=' | '≥' | '>'} ${number | 'reference'}`;

export interface Figure {
  /** Numbers as in the issue, `2` or `1-16, 20`; or `engines`, `quality`, `wire`. */
  readonly cases: string;
  readonly what: string;
  readonly unit: string;
  readonly values: readonly number[];
  /** What it is compared with, measured in the same run. */
  readonly reference?: { readonly what: string; readonly values: readonly number[] };
  readonly goal?: Goal;
  readonly note?: string;
}

export interface Absent {
  readonly cases: string;
  readonly why: string;
}

/** Kept for scripts/figures.mjs; the last record of a key is the one that counts. */
function keep(key: string, record: object): void {
  mkdirSync(folder, { recursive: true });
  const name = createHash('sha256').update(key).digest('hex').slice(0, 16);
  writeFileSync(`${folder}/${name}.json`, JSON.stringify({ ...record, at: Date.now() }));
}

const rounded = (value: number): string => String(Number(value.toPrecision(3)));

/** The value that this share of all is at least as good as: nearest rank. */
export function quantile(values: readonly number[], share: number, goal = ''): number {
  const sorted = values.toSorted((a, b) => (/[≥>]/.test(goal) ? b - a : a - b));
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

interface Summary {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
}

const summary = (values: readonly number[], goal?: Goal): Summary => ({
  n: values.length,
  p50: quantile(values, 0.5, goal),
  p95: quantile(values, 0.95, goal),
  worst: quantile(values, 1, goal),
});

const told = ({ n, p50, p95, worst }: Summary): string =>
  `n ${n} · p50 ${rounded(p50)} · p95 ${rounded(p95)} · worst ${rounded(worst)}`;

/** Prints what was measured, and keeps it for e2e/FIGURES.md. */
export function figure({ values, reference, ...about }: Figure): void {
  const { cases, goal, unit, what } = about;
  const own = summary(values, goal);
  const compared = reference && { what: reference.what, ...summary(reference.values, goal) };
  const beside = compared ? `, ${compared.what}: ${told(compared)}` : '';
  console.log(
    `figure ${cases} · ${what}, ${unit}: ${told(own)}${beside}${goal ? ` (${goal})` : ''}`,
  );
  keep(`${cases} ${what}`, { kind: 'figure', ...about, ...own, reference: compared, values });
}

/** A case that no test stands for. */
export function notCovered(absent: Absent): void {
  console.log(`not covered ${absent.cases}: ${absent.why}`);
  keep(`not covered ${absent.cases} ${absent.why}`, { ...absent, kind: 'not covered' });
}

/** A case that could not run here. Beside it stands the test's own `test.skip`. */
export function skipped(absent: Absent): void {
  console.log(`skipped ${absent.cases}: ${absent.why}`);
  keep(`skipped ${absent.cases} ${absent.why}`, { ...absent, kind: 'skipped' });
}

/** An engine that figures of this run come from. */
export function ranEngine(name: string, version: string): void {
  keep(`engine ${name}`, { kind: 'engine', name, version });
}

export const ranIn = (browser: Browser): void =>
  ranEngine(browser.browserType().name(), browser.version());
