import { warnOnce } from '../../session/warn-once.js';

const usual = 10_000_000;
const units: Readonly<Record<string, number>> = { '': 1, b: 1, kb: 1e3, mb: 1e6, gb: 1e9 };

/** Bytes of a size such as `10MB`, `500 kB` or `10000000`. */
export function bytesOf(size: string | number): number {
  const [, number = '', unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([kmg]?b)?\s*$/i.exec(`${size}`) ?? [];
  const bytes = Math.round(Number(number) * (units[unit.toLowerCase()] ?? 1));
  if (bytes > 0 && Number.isSafeInteger(bytes)) return bytes;
  warnOnce(`max-file-size="${size}" is no size, such as 10MB or 500kB: 10MB it is.`);
  return usual;
}

/** Files at a time; 0 is none at all. */
export function countOf(most: number): number {
  if (Number.isInteger(most) && most >= 0) return most;
  warnOnce('max-files has to be a whole number: 10 it is.');
  return 10;
}
