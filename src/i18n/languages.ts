import { importAgain } from '../wire/import-again.js';
import type { Terms } from './terms.js';

// Written out, so that a bundler makes a file of each.
const files: Readonly<Record<string, () => Promise<Readonly<Record<string, Terms>>>>> = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  he: () => import('./he.js'),
  hi: () => import('./hi.js'),
  it: () => import('./it.js'),
  ja: () => import('./ja.js'),
  ko: () => import('./ko.js'),
  nl: () => import('./nl.js'),
  pl: () => import('./pl.js'),
  pt: () => import('./pt.js'),
  ru: () => import('./ru.js'),
  tr: () => import('./tr.js'),
  uk: () => import('./uk.js'),
  zh: () => import('./zh.js'),
};

/** Every language but English, which is always there, by its code; each is fetched when it is asked for. */
export const languages: Readonly<Record<string, () => Promise<Terms>>> = Object.fromEntries(
  Object.entries(files).map(([code, load]) => [
    code,
    async () => {
      const { [code]: terms } = await importAgain(load);
      if (!terms) throw new Error(`src/i18n/${code}.ts has no ${code}`);
      return terms;
    },
  ]),
);
