import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Party } from '../e2e/side.js';
import { watch } from './watch.js';

/** Two pages that can be in a call with each other, each in a browser context of its own. */
export interface TwoPages {
  readonly agent: Page;
  readonly visitor: Page;
  close(): Promise<void>;
}

let rooms = 0;

/** Opens both, and their devices once: a driver's start is in no figure. */
export async function openTwo(
  contextFor: (party: Party) => Promise<BrowserContext>,
  pathFor: (party: Party, room: string) => string,
): Promise<TwoPages> {
  const room = `bench-${process.pid}-${(rooms += 1)}`;
  const open = async (party: Party): Promise<Page> => {
    const context = await contextFor(party);
    await context.addInitScript(watch);
    const page = await context.newPage();
    await page.goto(pathFor(party, room));
    await page.evaluate(() => window.bench.warmUp());
    return page;
  };
  const [agent, visitor] = await Promise.all([open('agent'), open('visitor')]);
  return {
    agent,
    visitor,
    close: async () => {
      await Promise.all([agent, visitor].map((page) => page.context().close()));
    },
  };
}

/** Pages of the bench's own that are joined directly, with so many chats each. */
export const openChats = (
  browser: Browser,
  baseURL: string | undefined,
  name: 'bare' | 'calls',
  count = 1,
): Promise<TwoPages> =>
  openTwo(
    () =>
      browser.newContext({ ...(baseURL && { baseURL }), permissions: ['camera', 'microphone'] }),
    (party, room) => `/bench/${name}.html?party=${party}&room=${room}&count=${count}`,
  );

/** Waits for as long as something is measured. */
export const pass = (page: Page, milliseconds: number): Promise<unknown> =>
  page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), milliseconds);
