import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { root } from './run.mjs';

const sri = (path) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(root + path))
    .digest('base64')}`;

/**
 * What is under cdn/: each file's hash, what it loads at once and what it may load later. Throws
 * when a file reaches outside cdn/.
 */
export function cdnFiles(bundles) {
  const outputs = Object.assign({}, ...bundles.map(({ metafile }) => metafile.outputs));
  const scripts = Object.keys(outputs).filter((path) => path.endsWith('.js'));
  const name = (path) => path.slice('cdn/'.length);
  return Object.fromEntries(
    scripts.sort().map((path) => {
      const imports = outputs[path].imports.map((its) => ({
        ...its,
        path: its.external ? posix.join(posix.dirname(path), its.path) : its.path,
      }));
      for (const { path: target } of imports) {
        if (!scripts.includes(target)) throw new Error(`${path} reaches outside cdn/: ${target}`);
      }
      const of = (kind) => imports.filter((its) => its.kind === kind).map((its) => name(its.path));
      return [
        name(path),
        { integrity: sri(path), loads: of('import-statement'), later: of('dynamic-import') },
      ];
    }),
  );
}

/** A file and all that it loads at once. */
export function withLoads(files, entry, seen = new Set()) {
  seen.add(entry);
  for (const next of files[entry].loads) if (!seen.has(next)) withLoads(files, next, seen);
  return [...seen];
}
