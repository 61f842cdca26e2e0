import type { Browser, Page } from '@playwright/test';
import { throughWire } from '../../e2e/faults/through-wire.js';
import type { Wire } from '../../e2e/faults/wire.js';
import { openTwo, pass, type TwoPages } from '../two-pages.js';

/** Milliseconds, by what they are of. A contender leaves out what it does not do. */
export interface Steps {
  /** From the visitor's press on the headset to the frame in which the agent sees that it rings. */
  readonly ring?: number;
  /** Of it: until the word of it has come. */
  readonly ringCame?: number;
  /** From Accept to the first packet of the agent's sound at the visitor. */
  readonly toCaller?: number;
  /** From Accept to the first packet of the visitor's sound at the agent. */
  readonly toCallee?: number;
  /** From the agent's camera, granted, to its first frame at the visitor. */
  readonly upgrade?: number;
  /** From the visitor's hang-up to the end of the agent's last track. */
  readonly hangUp?: number;
}

/** A way of making a call, from a fresh pair of pages to its end. */
export interface Contender {
  readonly name: string;
  /** `delay`: milliseconds each way, to the other side and to the server. */
  readonly steps: (wire: Wire, browser: Browser, delay: number) => Promise<Steps>;
}

/** Opens both pages on the wire, at this path with `{party}` and `{room}` filled in. */
export async function openPages(
  wire: Wire,
  browser: Browser,
  path: string,
  delay: number,
): Promise<TwoPages> {
  await wire.faults({ delay });
  // How long a page takes to load is another figure's matter.
  await wire.delaySignalling(0);
  const pages = await openTwo(
    async (party) => {
      const far = party === 'agent' ? 'visitor' : 'agent';
      const context = await browser.newContext({
        permissions: ['camera', 'microphone'],
        baseURL: wire.url(party),
      });
      await context.exposeBinding('onWire', (_, candidate: string) => wire.rewrite(far, candidate));
      await context.addInitScript(throughWire);
      return context;
    },
    (party, room) => path.replace('{party}', party).replace('{room}', room),
  );
  await wire.delaySignalling(delay);
  return pages;
}

/** Nobody presses anything while a page is still coming up. */
export const comeUp = (page: Page): Promise<unknown> => pass(page, 1000);

/** When the far side's first word came that came after this moment, which it has. */
export const wordAfter = (page: Page, moment: number): Promise<number> =>
  page.evaluate((at) => window.bench.words.find((one) => one > at) ?? NaN, moment);

/** When the first packet of that kind came that came after this moment. */
export async function firstOf(page: Page, kind: 'audio' | 'video', after: number): Promise<number> {
  const found = await page.waitForFunction(
    ([which, at]) => window.bench.came[which].find((one) => one > at),
    [kind, after] as const,
    { polling: 20 },
  );
  return found.jsonValue() as Promise<number>;
}

/** When the video that a selector leads to, shadow roots included by ` >>> `, first shows a frame. */
export const firstPicture = (page: Page, path: string): Promise<number> =>
  page.evaluate(
    (steps) =>
      window.bench.firstFrame(() => {
        let at: ParentNode | null | undefined = document;
        for (const [index, step] of steps.entries()) {
          const found: Element | null | undefined = at?.querySelector(step);
          at = index < steps.length - 1 ? found?.shadowRoot : found;
        }
        return at as HTMLVideoElement | null | undefined;
      }),
    path.split(' >>> '),
  );
