// The house of docs/design.md: which room of src/ may import which. Its own files it always may.
const mayImport = {
  ports: [],
  wire: [],
  call: ['ports', 'wire'],
  chat: ['ports', 'wire'],
  transport: ['ports', 'wire'],
  media: ['ports'],
  session: ['call', 'chat', 'ports', 'wire'],
  context: ['session'],
  theme: [],
  i18n: ['wire'],
  elements: ['context', 'session', 'call', 'chat', 'ports', 'wire', 'theme', 'i18n'],
  layouts: ['elements', 'context', 'theme', 'i18n'],
  define: ['elements', 'layouts', 'context', 'theme'],
  testing: ['context', 'session', 'call', 'chat', 'ports', 'media'],
  cdn: ['define', 'testing', 'elements', 'context', 'session', 'i18n', 'wire'],
};

// What the tests of src/ share is neither exported nor built.
const test =
  '[.]test[.]ts$|^src/testing/(dice|scene|hear-warnings|looking|random-talk|hostile-(files|texts))[.]ts$';
const openSession = '^src/session/open-session[.]ts$';
// Comes with a call, and reads its path by media/quality.ts, which is pure.
const qualityWatch = '^src/session/quality-watch[.]ts$';
const lateSession = '^src/session/late-session[.]ts$';
// The file that a bundle loads in its stead.
const inChat = '^src/cdn/chat-parts[.]ts$';
const rule = { severity: 'error' };

const rooms = Object.entries(mayImport).map(([room, others]) => ({
  ...rule,
  name: `${room}-imports-${others.join('-') || 'no-other-room'}`.replace('[.]ts', ''),
  from: { path: `^src/${room}/`, pathNot: [test, openSession, qualityWatch] },
  to: { path: '^src/', pathNot: `^src/(${[room, ...others].join('|')})(/|$)` },
}));

module.exports = {
  forbidden: [
    ...rooms,
    {
      ...rule,
      name: 'open-session-wires-the-adapters',
      comment: 'The only file that may import media/ and transport/.',
      from: { path: openSession },
      to: { path: '^src/', pathNot: '^src/(session|call|chat|ports|media|transport)/' },
    },
    {
      ...rule,
      name: 'quality-watch-reads-stats',
      from: { path: qualityWatch },
      to: { path: '^src/', pathNot: '^src/(session|call|ports)/|^src/media/quality[.]ts$' },
    },
    {
      ...rule,
      name: 'only-chat-session-opens-sessions',
      from: { path: '^src/', pathNot: ['^src/elements/chat-session/', test] },
      to: { path: lateSession },
    },
    {
      ...rule,
      name: 'the-session-is-loaded-late',
      comment: 'A page without a chat carries neither PeerJS nor the call.',
      from: { path: '^src/', pathNot: [lateSession, inChat, test] },
      to: { path: openSession },
    },
    {
      ...rule,
      name: 'and-only-by-import()',
      from: { path: lateSession },
      to: { path: openSession, dependencyTypesNot: ['dynamic-import'] },
    },
    {
      ...rule,
      name: 'elements-act-through-the-context',
      comment:
        'From below it they take types, and the words and questions a snapshot is read with.',
      from: { path: '^src/elements/', pathNot: test },
      to: {
        path: '^src/(session|call|chat|ports)/',
        pathNot: [
          lateSession,
          '^src/session/(snapshot|call-error|chat-events|conversation|warn-once)[.]ts$',
          '^src/chat/(copy|file-kind|limits|links)[.]ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      ...rule,
      name: 'no-element-imports-another',
      comment: 'Only layouts compose elements; what leaves share lies in elements/shared/.',
      from: { path: '^src/elements/([^/]+)/', pathNot: test },
      to: { path: '^src/elements/', pathNot: '^src/elements/($1|shared)/' },
    },
    {
      ...rule,
      name: 'index-registers-nothing',
      from: { path: '^src/index[.]ts$' },
      to: { path: '^src/(define|cdn|testing|transport|media)/' },
    },
    {
      ...rule,
      name: 'stories-use-what-hosts-use',
      from: { path: '^stories/' },
      to: {
        path: '^src/',
        pathNot: '^src/(define/|layouts/|testing/|theme/|i18n/|index[.]ts$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      ...rule,
      name: 'only-tests-import-tests',
      from: { pathNot: test },
      to: { path: test },
    },
    {
      ...rule,
      name: 'peerjs-stays-in-transport',
      from: { path: '^src/', pathNot: '^src/transport/' },
      to: { path: 'node_modules/peerjs/' },
    },
    {
      ...rule,
      name: 'no-lit-below-context',
      from: { path: '^src/(ports|call|chat|transport|media|session)/', pathNot: test },
      to: { path: 'node_modules/(lit|lit-html|lit-element|@lit)/' },
    },
    {
      ...rule,
      name: 'what-ships-needs-only-dependencies',
      from: { path: '^src/', pathNot: test },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'] },
    },
    { ...rule, name: 'no-circles', from: {}, to: { circular: true } },
    { ...rule, name: 'everything-resolves', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Type imports count too: a circle of types is a circle of ideas.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import'] },
  },
};
