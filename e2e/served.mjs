// Pages drawn on a server, as a host does it: @lit-labs/ssr and the kit here, the same kit again in the page.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { html, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { build } from 'esbuild';
import { nothing } from 'lit';
import { root } from '../scripts/run.mjs';

const folder = `${root}node_modules/.cache/visavis/served`;

// From the sources: tests need no build before them. Lit stays outside: it must be the one that renders.
await build({
  absWorkingDir: root,
  entryPoints: { kit: 'src/define/all.ts' },
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
});
await import(`${folder}/kit.mjs`);

/** What a host's bundler makes. */
await build({
  absWorkingDir: root,
  entryPoints: { client: 'e2e/pages/served.ts' },
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
});

const page = (name, content, { client, lang = 'en' }) => html`
  <!doctype html>
  <html lang=${lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${name}, drawn on a server</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/tokens.css" />
      <link rel="stylesheet" href="/pages.css" />
      ${client ? html`<script type="module" src=${client}></script>` : nothing}
    </head>
    <body>
      ${content}
    </body>
  </html>
`;

const controls = html`
  <div class="before"><video-toggle></video-toggle><headset-button></headset-button></div>
  <section class="call" aria-label="Call">
    <call-status></call-status>
    <call-prompt></call-prompt>
    <call-stage><self-view-pip></self-view-pip></call-stage>
    <mic-toggle></mic-toggle>
    <video-toggle></video-toggle>
    <hangup-button show-label></hangup-button>
  </section>
`;

const conversation = html`
  <end-chat-button show-label></end-chat-button>
  <chat-transcript title-badge></chat-transcript>
  <chat-ended><form slot="wrap-up">What was it about?</form></chat-ended>
  <chat-composer></chat-composer>
`;

const pages = {
  agent: ({ room }) => html`
    <chat-session
      party="agent"
      party-name="Anna"
      remote-name="Sam"
      server="/peerjs"
      token-url=${`/ticket?room=${room}`}
      voip
      video
    >
      ${controls} ${conversation}
    </chat-session>
  `,
  visitor: ({ room }) => html`
    <chat-launcher open>
      <visitor-chat
        party-name="Sam"
        remote-name="Anna"
        server="/peerjs"
        token-url=${`/ticket?room=${room}`}
        voip
        video
      ></visitor-chat>
    </chat-launcher>
  `,
  // No chat: what the server says is what stays.
  quiet: () => html`
    <chat-session party="agent" remote-name="Sam" server="/peerjs" voip>
      ${controls} ${conversation}
      <chat-message item-id="none"></chat-message>
      <attachment-chip file="none"></attachment-chip>
      <typing-indicator></typing-indicator>
    </chat-session>
    <visitor-chat remote-name="Anna" voip video></visitor-chat>
    <chat-launcher></chat-launcher>
  `,
  // As parts of a page that are drawn each on its own, or stand outside.
  apart: () => html`
    <chat-session id="chat" party="agent" voip></chat-session>
    <headset-button for="chat"></headset-button>
    <call-status></call-status>
    <chat-transcript></chat-transcript>
    <chat-composer for="chat"></chat-composer>
  `,
};

/** Answers `/served/<page>.html`, with the script `client` if any, and what that one loads. */
export async function servePages({ path, query }, response, next) {
  const [, name, type] = /^\/served\/([\w-]+)\.(html|js)$/.exec(path) ?? [];
  if (type === 'js') return response.type('js').send(await readFile(`${folder}/${name}.js`));
  if (!name || !Object.hasOwn(pages, name)) return next();
  const drawn = await collectResult(render(page(name, pages[name](query), query)));
  response.type('html').send('strict' in query ? trusted(drawn, response) : drawn);
}

/** Lit writes an element's styles into it, so a policy has to know them. */
function trusted(drawn, response) {
  const header = 'Content-Security-Policy';
  const nonce = randomUUID();
  response.set(header, response.get(header).replace('style-src', `style-src 'nonce-${nonce}'`));
  return drawn.replaceAll('<style>', `<style nonce="${nonce}">`);
}
