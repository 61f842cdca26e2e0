import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(
  new URL('../node_modules/.cache/visavis/bench/figures', import.meta.url),
);

/** What was measured, beside a reference that took turns with it. Less is better in all of them. */
export interface Comparison {
  /** The line of the issue that asked for it, 1 to 11. */
  readonly line: number;
  readonly name: string;
  readonly unit: string;
  readonly ours: readonly number[];
  readonly reference: { readonly name: string; readonly values: readonly number[] };
  /** The most that our median may be of the reference's. */
  readonly goal?: number;
  /** What stands between the two, should the goal be missed. */
  readonly between?: string;
}

/** A value that has no reference: what grows, and may not. */
export interface Growth {
  readonly line: number;
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
  readonly most: number;
  readonly between?: string;
}

/** Keeps it for bench/report.mjs. */
export function keep(figure: Comparison | Growth): void {
  mkdirSync(folder, { recursive: true });
  const reference = 'reference' in figure ? ` against ${figure.reference.name}` : '';
  const name = `${figure.line} ${figure.name}${reference}`.replace(/\W+/g, '-');
  writeFileSync(`${folder}/${name}.json`, JSON.stringify({ ...figure, at: Date.now() }));
}
