import { readFileSync } from 'node:fs';
import { withLoads } from './scripts/cdn-files.mjs';

const files = JSON.parse(readFileSync(new URL('cdn/files.json', import.meta.url), 'utf8'));

/** A file, all that it loads at once and, with `later`, all that comes when a chat is on. */
function pathsOf(entry, { later = false } = {}) {
  const names = new Set(withLoads(files, entry));
  // A set grows while it is walked: what comes later brings its own.
  if (later)
    for (const name of names) for (const next of files[name].later.filter(isCall)) add(names, next);
  return [...names].map((name) => `cdn/${name}`);
}

// A page has one language, and English comes with the elements.
const isCall = (name) => !name.startsWith('chunks/languages-');

const add = (names, entry) => withLoads(files, entry).forEach((name) => names.add(name));

export default [
  {
    name: 'all call elements, no chat yet (visavis.js)',
    path: pathsOf('visavis.js'),
    limit: '18 kB',
  },
  {
    name: 'the same in a call, with PeerJS',
    path: pathsOf('visavis.js', { later: true }),
    limit: '43.5 kB',
  },
  { name: 'the visitor’s panel (visitor.js)', path: pathsOf('visitor.js'), limit: '25.5 kB' },
  { name: 'loader.js alone', path: pathsOf('loader.js'), limit: '1 kB' },
];
