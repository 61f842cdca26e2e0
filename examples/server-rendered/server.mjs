// Draws the page in plain Node: what a person sees is there before any script of it has come.
import { html, render } from '@lit-labs/ssr';
import { RenderResultReadable } from '@lit-labs/ssr/lib/render-result-readable.js';
import 'visavis/define';
import { atFirst, page, readChat } from './page.js';

/** A handler for Express. */
export function serverRendered({ query }, response) {
  const chat = readChat(new URLSearchParams(query));
  const drawn = render(html`
    <!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>visavis from a server</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/tokens.css" />
        <link rel="stylesheet" href="/shared/desk.css" />
        <script type="module" src="client.js"></script>
      </head>
      <body>
        ${page(chat, atFirst(chat))}
      </body>
    </html>
  `);
  new RenderResultReadable(drawn).pipe(response.type('html'));
}
