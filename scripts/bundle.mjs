import { build } from 'esbuild';
import { root } from './run.mjs';

/** Bundles src/cdn/ into cdn/: files a page loads by `<script type="module">`, nothing left out. */
export function bundleCdn(options) {
  return build({
    absWorkingDir: root,
    entryPoints: ['loader', 'testing', 'visavis', 'visitor'].map((name) => `src/cdn/${name}.ts`),
    outdir: 'cdn',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    // What PeerJS brings and a session never uses; src/cdn/left-out/ says why.
    alias: {
      'webrtc-adapter': './src/cdn/left-out/webrtc-adapter.ts',
      'peerjs-js-binarypack': './src/cdn/left-out/binarypack.ts',
    },
    ...options,
  });
}
