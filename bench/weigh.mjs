// What scripts weigh as a page gets them: minified by esbuild, each file compressed by itself with brotli at its best.
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { bundleCdn, published } from '../scripts/bundle.mjs';

const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
const react = ['react', 'react-dom', 'react-dom/client', 'react/jsx-runtime'];

/** Scripts that a bundle is made of; `loaded` are those that a page has by now. */
class Scripts {
  #outputs;
  #contents;
  loaded = new Set();

  constructor(bundles, folder) {
    this.#outputs = Object.assign({}, ...bundles.map(({ metafile }) => metafile.outputs));
    this.#contents = new Map(
      bundles
        .flatMap(({ outputFiles }) => outputFiles)
        .map(({ contents, path }) => [path.slice(folder.length), contents]),
    );
  }

  /** A script, and all that it loads at once. */
  load(path) {
    if (this.loaded.has(path)) return;
    this.loaded.add(path);
    for (const { external, kind, path: next } of this.#outputs[path].imports)
      if (kind === 'import-statement' && !external) this.load(next);
  }

  /** Likewise what those that are loaded bring later by that name. */
  loadLater(name) {
    const found = [...this.loaded]
      .flatMap((path) => this.#outputs[path].imports)
      .find(({ kind, path }) => kind === 'dynamic-import' && path.includes(name));
    if (!found) throw new Error(`Nothing that is loaded brings ${name}.`);
    this.load(found.path);
  }

  get bytes() {
    return [...this.loaded]
      .map((path) => brotliCompressSync(this.#contents.get(path), { params }).length)
      .reduce((sum, one) => sum + one, 0);
  }

  /** The share of each part, 0 to 1, by what it was before it was minified and compressed with the others. */
  sharesBy(partOf) {
    const parts = {};
    for (const path of this.loaded)
      for (const [file, { bytesInOutput }] of Object.entries(this.#outputs[path].inputs))
        parts[partOf(file)] = (parts[partOf(file)] ?? 0) + bytesInOutput;
    const sum = Object.values(parts).reduce((all, one) => all + one, 0);
    return Object.entries(parts)
      .map(([part, bytes]) => ({ part, share: bytes / sum }))
      .sort((one, other) => other.share - one.share);
  }
}

/** Ours from the CDN: an entry, then what comes later by those names. */
export async function weighKit(entry, ...later) {
  const bundles = await bundleCdn({ ...published, write: false });
  const scripts = new Scripts(bundles, fileURLToPath(new URL('..', import.meta.url)));
  scripts.load(`cdn/${entry}`);
  for (const name of later) scripts.loadLater(name);
  return scripts;
}

/** A peer's page of peers/, React included or not; what it loads later is left out. */
export async function weighPeer(peer, { withReact }) {
  const folder = fileURLToPath(new URL('peers/', import.meta.url));
  const bundle = await build({
    absWorkingDir: folder,
    entryPoints: { peer: `${peer}.jsx` },
    outdir: 'out',
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: withReact ? [] : react,
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
    write: false,
  });
  const scripts = new Scripts([bundle], folder);
  scripts.load('out/peer.js');
  return scripts;
}
