// The bench's own pages by name; a script of its own comes from pages/.
const page = (title, body, scripts, early = []) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    ${early.map((path) => `<link rel="modulepreload" href="/${path}" />`).join('\n    ')}
    ${scripts.map((script) => `<script type="module" src="${script}"></script>`).join('\n    ')}
  </head>
  <body>${body}</body>
</html>`;

const media =
  '<audio autoplay></audio><video autoplay playsinline></video><video class="own" autoplay playsinline muted></video>';

const controls = ['headset-button', 'mic-toggle', 'video-toggle', 'hangup-button'];
const shown = ['call-status', 'call-prompt', 'call-stage', 'self-view-pip'];
const tags = (names) => names.map((name) => `<${name}></${name}>`).join('');

/** All that a call is, and no conversation, which grows with every call. */
const session = `<chat-session party="visitor" voip video>${tags([...controls, ...shown])}</chat-session>`;

/** By name. `early` are the files that the docs have a page name before the kit's own: paths. */
export const pagesWith = (early) => ({
  bare: page('Calls without a kit', media, ['/bench/bare.js']),
  peerjs: page('A call by PeerJS alone', media, ['/bench/peerjs.js']),
  /** As many chats as `?count=` says, each with a host that gives tickets. */
  calls: page('Calls', session, ['/bench/calls.js', '/cdn/visavis.js'], early),
  /** No chat: what a page shows before. */
  loading: page('The kit', session, ['/cdn/visavis.js'], early),
  plain: page('Lit', '<plain-button></plain-button>'.repeat(controls.length), ['/bench/plain.js']),
  changes: page('Sessions', '', ['/bench/changes.js']),
});

/** Scripts of pages/ by name. */
export const scripts = ['bare', 'peerjs', 'calls', 'plain', 'changes'];
