import { readFileSync } from 'node:fs';
import { withLoads } from './scripts/cdn-files.mjs';

const files = JSON.parse(readFileSync(new URL('cdn/files.json', import.meta.url), 'utf8'));

/** A file and all that it loads at once; then each file that comes later by that name, likewise. */
function pathsOf(entry, ...later) {
  const names = new Set(withLoads(files, entry));
  for (const wanted of later) {
    const next = [...names].flatMap((name) => files[name].later).find((it) => it.includes(wanted));
    if (!next) throw new Error(`${entry} brings no ${wanted}`);
    for (const name of withLoads(files, next)) names.add(name);
  }
  return [...names].map((name) => `cdn/${name}`);
}

export default [
  {
    name: 'all call elements, no chat yet (visavis.js)',
    path: pathsOf('visavis.js'),
    limit: '18 kB',
  },
  {
    name: 'the same in a chat, with PeerJS and all that a call is',
    path: pathsOf('visavis.js', 'in-chat'),
    limit: '41.6 kB',
  },
  {
    name: 'the same from the first call on: its path and devices looked after, words for trouble at hand',
    path: pathsOf('visavis.js', 'in-chat', 'in-call', 'in-trouble'),
    limit: '51.1 kB',
  },
  {
    name: 'the same with the conversation: messages and files',
    path: pathsOf('visavis.js', 'in-chat', 'in-conversation'),
    limit: '76.2 kB',
  },
  {
    name: 'the same when something went wrong',
    path: pathsOf('visavis.js', 'in-chat', 'in-trouble'),
    limit: '48 kB',
  },
  {
    name: 'the visitor’s panel and the launcher, no chat yet (visitor.js)',
    path: pathsOf('visitor.js'),
    limit: '26.4 kB',
  },
  { name: 'loader.js alone', path: pathsOf('loader.js'), limit: '1 kB' },
];
