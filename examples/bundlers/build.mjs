import { promisify } from 'node:util';
import nodeResolve from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild';
import { rollup } from 'rollup';
import * as vite from 'vite';
import webpack from 'webpack';

// Hosts have @rollup/plugin-commonjs for it: the one module behind PeerJS that is none of ECMAScript's.
const sdp = {
  name: 'sdp',
  transform: (code, id) =>
    id.endsWith('/sdp/sdp.js') ? `${code}\nexport default SDPUtils;` : undefined,
};

/**
 * The same for each bundler, as little set as there can be: one entry file, named as it is, and
 * production mode, which is where code without side effects is thrown away.
 */
export const bundlers = {
  async vite(entry, outdir) {
    await vite.build({
      configFile: false,
      // Each build is served from a folder of its own; by default its preloads ask for the root's.
      base: './',
      logLevel: 'error',
      build: {
        outDir: outdir,
        rolldownOptions: { input: entry, output: { entryFileNames: '[name].js' } },
      },
    });
  },

  async rollup(entry, outdir) {
    const bundle = await rollup({
      input: entry,
      plugins: [nodeResolve({ browser: true }), sdp],
      // Compilers' helpers ask for a global `this`, and have an answer for its absence.
      onwarn: (warning, warn) => warning.code === 'THIS_IS_UNDEFINED' || warn(warning),
    });
    await bundle.write({ dir: outdir });
    await bundle.close();
  },

  async webpack(entry, outdir) {
    const stats = await promisify(webpack)({
      mode: 'production',
      entry: { [entry.match(/([\w-]+)[.]js$/)[1]]: entry },
      output: { path: outdir, publicPath: 'auto' },
    });
    if (stats.hasErrors()) throw new Error(stats.toString());
  },

  async esbuild(entry, outdir, plugins = []) {
    await esbuild.build({
      entryPoints: [entry],
      outdir,
      bundle: true,
      format: 'esm',
      minify: true,
      splitting: true,
      plugins,
      logLevel: 'error',
    });
  },
};
