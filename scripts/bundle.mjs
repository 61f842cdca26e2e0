import { build } from 'esbuild';
import { inOneFile, languagesApart } from './in-one-file.mjs';
import { leanLibraries } from './lean-libraries.mjs';
import { minifyStyles } from './minify-styles.mjs';
import { root } from './run.mjs';

// Each on its own: together they would share their code in dozens of small chunks.
const entries = ['languages', 'loader', 'testing', 'visavis', 'visitor'];

/** The files as they are published; what is tested is served like this too. */
export const published = { minify: true, sourcemap: true, legalComments: 'external' };

/**
 * Bundles src/cdn/ into cdn/: files a page loads by `<script type="module">`, nothing left out.
 * Resolves to what esbuild made of each entry.
 */
export const bundleCdn = (options) =>
  Promise.all(
    entries.map((entry) =>
      build({
        absWorkingDir: root,
        entryPoints: [`src/cdn/${entry}.ts`],
        outdir: 'cdn',
        chunkNames: 'chunks/[name]-[hash]',
        bundle: true,
        splitting: true,
        format: 'esm',
        target: 'es2022',
        plugins: [
          leanLibraries,
          languagesApart,
          // The loader brings no element that the page does not have.
          ...(entry === 'loader' ? [] : [inOneFile]),
          ...(options.minify ? [minifyStyles] : []),
        ],
        metafile: true,
        ...options,
      }),
    ),
  );
