// Builds host apps as their own developers would: with Vite, in production mode.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Leaves an app in examples/dist/<name>/, to be served at /<name>/. */
export const buildApp = (name) =>
  build({
    root: here + name,
    base: `/${name}/`,
    logLevel: 'warn',
    build: { outDir: `${here}dist/${name}`, emptyOutDir: true },
  });
