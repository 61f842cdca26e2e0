import type { Browser, Page } from '@playwright/test';
import type { Wire } from '../../e2e/faults/wire.js';
import type { ChatSession } from '../../src/index.js';
import {
  comeUp,
  type Contender,
  firstOf,
  firstPicture,
  openPages,
  type Steps,
  wordAfter,
} from './contender.js';

const session = (page: Page) => ({
  reaches: (wanted: string) =>
    page.waitForFunction(
      (phase) => {
        const { snapshot } = document.querySelector<ChatSession>('chat-session')!.session;
        return (snapshot.chat === 'open' ? snapshot.call.phase : '') === phase;
      },
      wanted,
      { polling: 20 },
    ),
});

/** Presses and says when. */
const press = (page: Page, selector: string, part = 'button'): Promise<number> =>
  page.evaluate(
    ([element, name]) => {
      const at = window.bench.now();
      document
        .querySelector(element)!
        .shadowRoot!.querySelector<HTMLElement>(`[part~=${name}]`)!
        .click();
      return at;
    },
    [selector, part] as const,
  );

/** A first call in two of the demo's pages, just opened. */
async function steps(wire: Wire, browser: Browser, delay: number): Promise<Steps> {
  const pages = await openPages(wire, browser, '/{party}.html?room={room}', delay);
  const { agent, visitor } = pages;
  await Promise.all([agent, visitor].map((page) => session(page).reaches('idle')));
  await comeUp(agent);

  const rung = agent.evaluate(() =>
    window.bench.painted(() =>
      document.querySelector('call-prompt')?.shadowRoot?.querySelector('[part~=accept]'),
    ),
  );
  const pressed = await press(visitor, 'headset-button');
  const ring = (await rung) - pressed;
  const ringCame = (await wordAfter(agent, pressed)) - pressed;

  const accepted = await press(agent, 'call-prompt', 'accept');
  const [atCaller, atCallee] = await Promise.all([
    firstOf(visitor, 'audio', accepted),
    firstOf(agent, 'audio', accepted),
  ]);
  await Promise.all([agent, visitor].map((page) => session(page).reaches('active')));

  const shown = firstPicture(visitor, 'call-stage >>> video');
  await press(agent, '.call video-toggle');
  const frame = await shown;
  const granted = await agent.evaluate(() => window.bench.granted.video);

  const released = agent.evaluate(() => window.bench.released());
  const hung = await press(visitor, 'hangup-button');
  const hangUp = (await released) - hung;
  await pages.close();
  return {
    ring,
    ringCame,
    toCaller: atCaller - accepted,
    toCallee: atCallee - accepted,
    upgrade: frame - granted,
    hangUp,
  };
}

export const kit: Contender = { name: 'visavis', steps };
