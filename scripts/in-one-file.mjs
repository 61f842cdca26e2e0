import { root } from './run.mjs';

// What is loaded late, and the file that brings it: with a chat, with its first call, or when something goes wrong.
const files = [
  { late: /[/](speech|open-session)[.]js$/, file: 'in-chat.ts' },
  { late: /[/](quality-watch|network)[.]js$/, file: 'in-call.ts' },
  { late: /[/]chat-runner[.]js$/, file: 'in-conversation.ts' },
  { late: /[/]tickets[.]js$/, file: 'in-tickets.ts' },
  { late: /[/](trouble|advice|take-care|stillness)[.]js$/, file: 'in-trouble.ts' },
];

const namespace = 'with-a-chat';

/** What is needed together comes in one file; the bundler alone would make several, with a piece of the first file each. */
export const inOneFile = {
  name: 'in-one-file',
  setup({ onLoad, onResolve }) {
    for (const { late, file } of files) {
      onResolve({ filter: late }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: `${root}src/cdn/${file}` } : undefined,
      );
    }
    // in-chat.ts brings what the panel shows of a conversation, in-call.ts what it shows of a path.
    onResolve({ filter: /^[.][/](conversation|network-quality)[.]js$/ }, ({ importer }) =>
      /define[\\/]visitor-chat[.]ts$/.test(importer) ? { path: 'late', namespace } : undefined,
    );
    onLoad({ filter: /^late$/, namespace }, () => ({ contents: '' }));
  },
};

/** Languages are bundled apart: else each entry would have a file of its own for what it shares with them. */
export const languagesApart = {
  name: 'languages-apart',
  setup({ onResolve }) {
    onResolve({ filter: /[/]languages[.]js$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: '../languages.js', external: true } : undefined,
    );
  },
};
