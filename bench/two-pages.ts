import type { Browser, Page } from '@playwright/test';
import type { Party } from '../e2e/side.js';
import { watch } from './watch.js';

export interface TwoPages {
  readonly agent: Page;
  readonly visitor: Page;
  close(): Promise<void>;
}

let rooms = 0;

/** Two pages of the bench's own that are joined directly, with so many chats each. */
export async function openTwo(
  browser: Browser,
  baseURL: string | undefined,
  name: 'bare' | 'calls',
  count = 1,
): Promise<TwoPages> {
  const room = `two-${process.pid}-${(rooms += 1)}`;
  const open = async (party: Party): Promise<Page> => {
    const context = await browser.newContext({
      ...(baseURL && { baseURL }),
      permissions: ['camera', 'microphone'],
    });
    await context.addInitScript(watch);
    const page = await context.newPage();
    await page.goto(`/bench/${name}.html?party=${party}&room=${room}&count=${count}`);
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

/** Waits for as long as something is measured. */
export const pass = (page: Page, milliseconds: number): Promise<unknown> =>
  page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), milliseconds);
