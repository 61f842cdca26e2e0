import { root } from './run.mjs';

// All that is loaded when a chat becomes active, wherever it is asked for.
const late = /[/](speech|open-session)[.]js$/;

/** What comes with a chat comes in one file; the bundler alone would make several, with a piece of the first file each. */
export const inOneFile = {
  name: 'in-one-file',
  setup({ onResolve }) {
    onResolve({ filter: late }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: `${root}src/cdn/in-chat.ts` } : undefined,
    );
  },
};
