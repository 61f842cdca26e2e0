import type { Entry } from './entry.js';

const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** As both sides read a conversation: what was answered before its answer, whatever their clocks say. */
export const bySaid = (a: Entry, b: Entry): number =>
  a.order - b.order ||
  compare(a.from, b.from) ||
  compare(a.writer, b.writer) ||
  a.number - b.number;

/** Puts an entry where it belongs; nearly always that is the end. */
export function place(entry: Entry, entries: Entry[]): void {
  const last = entries.at(-1);
  if (!last || bySaid(last, entry) < 0) {
    entries.push(entry);
    return;
  }
  let [from, to] = [0, entries.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    const there = entries[middle];
    if (there && bySaid(there, entry) < 0) from = middle + 1;
    else to = middle;
  }
  entries.splice(from, 0, entry);
}
