import type { Browser } from '@playwright/test';
import type { Wire } from '../../e2e/faults/wire.js';
import type {} from '../pages/bare.js';
import {
  comeUp,
  type Contender,
  firstOf,
  firstPicture,
  openPages,
  type Steps,
  wordAfter,
} from './contender.js';
import type { TwoPages } from '../two-pages.js';

async function open(wire: Wire, browser: Browser, delay: number): Promise<TwoPages> {
  const pages = await openPages(wire, browser, '/bench/bare.html?party={party}&room={room}', delay);
  await Promise.all(
    [pages.agent, pages.visitor].map((page) => page.evaluate(() => window.bare[0]!.together)),
  );
  return pages;
}

/** From the agent's Accept to both first packets. */
async function accepted({ agent, visitor }: TwoPages, act: 'accept' | 'dial'): Promise<Steps> {
  const at = await agent.evaluate((name) => {
    const pressed = window.bench.now();
    void window.bare[0]![name]();
    return pressed;
  }, act);
  const [atCaller, atCallee] = await Promise.all([
    firstOf(visitor, 'audio', at),
    firstOf(agent, 'audio', at),
  ]);
  return { toCaller: atCaller - at, toCallee: atCallee - at };
}

/** From a camera that is open to its first frame. */
async function upgraded(
  { agent, visitor }: TwoPages,
  way: 'sendOnPreparedLine' | 'renegotiate',
): Promise<number> {
  const shown = firstPicture(visitor, 'video');
  const ready = await agent.evaluate(async (name) => {
    const camera = await window.bare[0]!.openCamera();
    await window.bare[0]![name](camera);
    return window.bench.granted.video;
  }, way);
  return (await shown) - ready;
}

/** The limit: everything that can be there before it is needed is there. */
export const prepared: Contender = {
  name: 'bare, prepared lines',
  async steps(wire, browser, delay) {
    const pages = await open(wire, browser, delay);
    const { agent, visitor } = pages;
    await visitor.evaluate(() => window.bare[0]!.prepare());
    await comeUp(agent);

    const rung = agent.evaluate(() => window.bench.painted(() => document.querySelector('dialog')));
    const pressed = await visitor.evaluate(() => {
      const at = window.bench.now();
      window.bare[0]!.ring();
      return at;
    });
    const ring = (await rung) - pressed;
    const ringCame = (await wordAfter(agent, pressed)) - pressed;
    const sound = await accepted(pages, 'accept');
    const upgrade = await upgraded(pages, 'sendOnPreparedLine');

    const released = agent.evaluate(() => window.bench.released());
    const hung = await visitor.evaluate(() => {
      const at = window.bench.now();
      window.bare[0]!.hangUp();
      return at;
    });
    const hangUp = (await released) - hung;
    await pages.close();
    return { ring, ringCame, ...sound, upgrade, hangUp };
  },
};

/** Dialled on Accept, renegotiated for the camera. */
export const dialled: Contender = {
  name: 'bare, dialled and renegotiated',
  async steps(wire, browser, delay) {
    const pages = await open(wire, browser, delay);
    const sound = await accepted(pages, 'dial');
    await pages.agent.evaluate(() => window.bare[0]!.connected);
    const upgrade = await upgraded(pages, 'renegotiate');
    await pages.close();
    return { ...sound, upgrade };
  },
};
