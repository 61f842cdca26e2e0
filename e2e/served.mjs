// Pages drawn on a server, as a host would do it: @lit-labs/ssr, the kit, and the same kit again in the page.
import { html, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { build } from 'esbuild';
import { nothing } from 'lit';
import { root } from '../scripts/run.mjs';

const outdir = `${root}node_modules/.cache/visavis/served`;
const common = { absWorkingDir: root, bundle: true, format: 'esm', target: 'es2022', outdir };

/** What a host's bundler makes: Lit's hydration support first, then the kit. */
const client = await build({
  ...common,
  stdin: {
    contents: `
      import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
      import './src/define/all.ts';
    `,
    resolveDir: root,
  },
  splitting: true,
  write: false,
});

// The kit for Node, from its sources: tests need no build before. Lit must be the one that renders.
await build({
  ...common,
  entryPoints: { kit: 'src/define/all.ts' },
  outExtension: { '.js': '.mjs' },
  platform: 'node',
  packages: 'external',
});
await import(`${outdir}/kit.mjs`);

const scripts = {
  hydrate: '/served/stdin.js',
  visavis: '/cdn/visavis.js',
  loader: '/cdn/loader.js',
  visitor: '/cdn/visitor.js',
};

const page = (title, content, script) => html`
  <!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/tokens.css" />
      <link rel="stylesheet" href="/demo.css" />
      <link rel="stylesheet" href="/pages.css" />
      ${script ? html`<script type="module" src=${script}></script>` : nothing}
    </head>
    <body>
      ${content}
    </body>
  </html>
`;

const controls = html`
  <video-toggle></video-toggle>
  <headset-button show-label></headset-button>
  <section class="call" aria-label="Call">
    <call-status></call-status>
    <call-prompt></call-prompt>
    <call-stage><self-view-pip></self-view-pip></call-stage>
    <mic-toggle></mic-toggle>
    <video-toggle></video-toggle>
    <hangup-button show-label></hangup-button>
  </section>
`;

const pages = {
  agent: (ids) => html`
    <chat-session
      party="agent"
      party-name="Anna"
      remote-name="Sam"
      server="/peerjs"
      peer-id=${ids.agent}
      remote-id=${ids.visitor}
      voip
      video
    >
      ${controls}
    </chat-session>
  `,
  visitor: (ids) => html`
    <h1>A shop</h1>
    <chat-launcher open>
      <visitor-chat
        party-name="Sam"
        remote-name="Anna"
        server="/peerjs"
        peer-id=${ids.visitor}
        remote-id=${ids.agent}
        voip
        video
      ></visitor-chat>
    </chat-launcher>
  `,
  // No chat yet: what the server says is what stays.
  quiet: () => html`
    <chat-session id="chat" party="agent" remote-name="Sam" voip>${controls}</chat-session>
    <headset-button id="outside" for="chat"></headset-button>
    <visitor-chat remote-name="Anna" voip video></visitor-chat>
    <chat-launcher></chat-launcher>
  `,
  lonely: () => controls,
};

/** Answers `/served/<page>.html?room=…&client=…`, and what such a page loads. */
export async function servePages({ path, query }, response, next) {
  const name = /^\/served\/(\w+)\.html$/.exec(path)?.[1];
  const file = client.outputFiles.find((its) => its.path === root + 'node_modules/.cache/visavis' + path);
  if (file) return response.type('js').send(file.text);
  if (!name || !Object.hasOwn(pages, name)) return next();
  const ids = query.room && { agent: `agent-${query.room}`, visitor: `visitor-${query.room}` };
  const content = pages[name](ids ?? { agent: '', visitor: '' });
  const result = render(page(`${name}, drawn on a server`, content, scripts[query.client]));
  response.type('html').send(await collectResult(result));
}
