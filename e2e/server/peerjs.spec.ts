import { type Browser, expect, type Page, test as base } from '@playwright/test';
import type { DataConnection, Peer } from 'peerjs';
import { createServer, signTicket, type VisavisServer } from '../../server/src/index.js';

// PeerJS as it is published, through visavis-server: tickets are its `token`, and nothing else is changed.

const secret = 'only for the tests, and long enough for it';

const ticketOf = (sub: string) =>
  signTicket({ sub, sid: 'chat', party: sub === 'anna' ? 'agent' : 'visitor' }, secret);

/** What a page that uses PeerJS keeps. */
declare global {
  interface Window {
    Peer: typeof Peer;
    peer: Peer;
    connection?: DataConnection;
    /** Events, and what came over the connection, in order. */
    heard: string[];
  }
}

const test = base.extend<{ server: VisavisServer; port: number }>({
  server: async ({}, use) => {
    const server = await createServer({ secret, port: 0, drain: 0, logLevel: 'silent' });
    await use(server);
    await server.close();
  },
  port: async ({ server }, use) => use(await server.listen()),
});

async function openPage(browser: Browser, port: number, id: string, token: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('/blank.html');
  await page.addScriptTag({ url: '/bare/peerjs.js' });
  await page.evaluate(
    ({ id, port, token }) => {
      const heard: string[] = (window.heard = []);
      const peer = new window.Peer(id, {
        host: 'localhost',
        port,
        path: '/',
        token,
        config: { iceServers: [] },
      });
      window.peer = peer;
      const keep = (connection: DataConnection) => {
        window.connection = connection;
        // Chromium may say it twice of a channel that the far side made, and PeerJS passes it on.
        connection.once('open', () => heard.push('connection open'));
        connection.on('close', () => heard.push('connection close'));
        connection.on('data', (data) => heard.push(`data ${String(data)}`));
      };
      peer.on('open', () => heard.push('open'));
      peer.on('disconnected', () => heard.push('disconnected'));
      peer.on('close', () => heard.push('close'));
      peer.on('error', ({ message, type }) => heard.push(`error ${type}: ${message}`));
      peer.on('connection', keep);
      Object.assign(window, { keep });
    },
    { id, port, token },
  );
  return page;
}

const heard = (page: Page) => expect.poll(() => page.evaluate(() => window.heard));

const say = (page: Page, text: string) =>
  page.evaluate((text) => window.connection?.send(text), text);

/** Two pages with a data channel between them. */
async function connected(browser: Browser, port: number): Promise<readonly [Page, Page]> {
  const anna = await openPage(browser, port, 'anna', await ticketOf('anna'));
  await heard(anna).toEqual(['open']);
  const sam = await openPage(browser, port, 'sam', await ticketOf('sam'));
  await heard(sam).toEqual(['open']);
  await sam.evaluate(() => {
    const { keep } = window as unknown as { keep: (connection: DataConnection) => void };
    keep(window.peer.connect('anna'));
  });
  for (const page of [anna, sam]) await heard(page).toEqual(['open', 'connection open']);
  return [anna, sam];
}

test('Two pages with tickets connect, and words go both ways', async ({ browser, port }) => {
  const [anna, sam] = await connected(browser, port);
  await say(sam, 'hello');
  await heard(anna).toContain('data hello');
  await say(anna, 'hello back');
  await heard(sam).toContain('data hello back');
});

test('A ticket that is refused is an error with its word', async ({ browser, port }) => {
  const page = await openPage(browser, port, 'anna', 'junk');
  await heard(page).toEqual(['error server-error: ticket-invalid', 'disconnected', 'close']);
  const other = await openPage(browser, port, 'anna', await ticketOf('sam'));
  await heard(other).toEqual(['error server-error: ticket-wrong-id', 'disconnected', 'close']);
});

test('A page registers again by a new ticket, and its connection stays up', async ({
  browser,
  port,
}) => {
  const [anna, sam] = await connected(browser, port);
  const token = await ticketOf('sam');
  await sam.evaluate((token) => {
    const { peer } = window;
    // Read again at the next connection to the server.
    (peer.options as { token: string }).token = token;
    peer.disconnect();
    peer.reconnect();
  }, token);
  await heard(sam).toEqual(['open', 'connection open', 'disconnected', 'open']);
  await say(sam, 'still here');
  await heard(anna).toContain('data still here');
});

test('Another tab takes the place, and the first hears why; its connection stays up', async ({
  browser,
  port,
}) => {
  const [anna, sam] = await connected(browser, port);
  const other = await openPage(browser, port, 'sam', await ticketOf('sam'));
  await heard(other).toEqual(['open']);
  await heard(sam).toEqual([
    'open',
    'connection open',
    'error server-error: replaced',
    'disconnected',
  ]);
  await say(sam, 'still here');
  await heard(anna).toContain('data still here');
});

test('The end of a session closes the connection on both sides', async ({
  browser,
  port,
  server,
}) => {
  const pages = await connected(browser, port);
  await server.endSession('chat');
  for (const page of pages) {
    await heard(page).toContain('connection close');
    await heard(page).toContain('error server-error: session-ended');
  }
});

test('Somebody who is not there is unavailable, as PeerJS calls it', async ({ browser, port }) => {
  const page = await openPage(browser, port, 'sam', await ticketOf('sam'));
  await heard(page).toEqual(['open']);
  await page.evaluate(() => void window.peer.connect('anna'));
  await heard(page).toContain('error peer-unavailable: Could not connect to peer anna');
});
