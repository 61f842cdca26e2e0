import { build } from 'esbuild';
import { root } from './run.mjs';

/** Bundles src/cdn/ into cdn/: files a page loads by `<script type="module">`, nothing left out. */
export function bundleCdn(options) {
  return build({
    absWorkingDir: root,
    entryPoints: ['src/cdn/visavis.ts', 'src/cdn/testing.ts'],
    outdir: 'cdn',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    ...options,
  });
}
