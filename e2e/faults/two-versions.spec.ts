import type { Page } from '@playwright/test';
import { newContext, newRoom, openSide, talk } from '../side.js';
import { figure, ranIn } from './figures.js';
import { longIf } from './long.js';
import { expect, test } from './witnessed.js';

/** Serves the kit a second time, as its next version. */
async function serveNext(page: Page): Promise<void> {
  await page.route('**/next/**', async (route) => {
    const { pathname, origin } = new URL(route.request().url());
    const answer = await fetch(`${origin}${pathname.replace('/next/', '/cdn/')}`);
    const body = (await answer.text()).replaceAll(/(["'`])0\.1\.0\1/g, '"99.0.0"');
    await route.fulfill({ body, contentType: 'text/javascript' });
  });
}

for (const first of ['the one that the page was made with', 'another one'] as const) {
  test(
    `case 59 · two versions of the kit in one page, ${first} comes first: it stays, the other one says so once`,
    longIf(first === 'another one'),
    async ({ browser }) => {
      ranIn(browser);
      const room = newRoom();
      const agent = await openSide(await newContext(browser), 'agent', { room, query: '&stock' });
      const context = await newContext(browser);
      const visitor = await openSide(context, 'visitor', { room, path: 'blank' });
      const lines: string[] = [];
      visitor.page.on('console', (message) => lines.push(message.text()));
      await serveNext(visitor.page);
      const kits = ['/cdn/visavis.js', '/next/visavis.js'];
      if (first === 'another one') kits.reverse();
      const version = await visitor.page.evaluate(
        async ([kits, room]) => {
          for (const kit of kits) await import(kit);
          const session = document.createElement('chat-session');
          session.innerHTML =
            '<headset-button></headset-button><call-status></call-status><hangup-button></hangup-button>';
          Object.assign(session, {
            party: 'visitor',
            server: '/stock',
            peerId: `visitor-${room}`,
            remoteId: `agent-${room}`,
            voip: true,
          });
          document.body.replaceChildren(session);
          return (customElements.get('chat-session') as unknown as { version: string }).version;
        },
        [kits, room] as const,
      );
      expect(version === '99.0.0', 'the first one holds the tags').toBe(first === 'another one');
      await Promise.all([agent.inChat(), visitor.inChat()]);
      await talk(visitor, agent);
      await Promise.all([visitor.hears(), agent.hears()]);
      await visitor.press('hangup-button');
      await agent.reaches('idle');
      expect(lines.filter((line) => line.includes('is held by'))).toHaveLength(1);
      expect([...visitor.errors, ...agent.errors]).toEqual([]);
      figure({
        cases: '59',
        what: `two versions in one page, ${first} first: errors that nobody caught`,
        unit: 'errors',
        values: [visitor.errors.length],
        goal: 'worst = 0',
      });
    },
  );
}
