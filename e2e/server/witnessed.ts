import type { Browser } from '@playwright/test';
import { witness } from '../faults/witness.js';
import { newContext, openSide, type Side } from '../side.js';
import type { Host } from './host.js';

/** Both sides of a chat that this host serves, watched from inside. */
export async function openWitnessed(
  host: Host,
  browser: Browser,
  room: string,
): Promise<readonly [agent: Side, visitor: Side]> {
  const sides: Side[] = [];
  for (const party of ['agent', 'visitor'] as const) {
    const context = await newContext(browser);
    await host.serve(context);
    await context.addInitScript(witness);
    sides.push(await openSide(context, party, { room }));
  }
  await Promise.all(sides.map((side) => side.inChat()));
  return sides as [Side, Side];
}

/** Milliseconds between two packets of sound, in order, since then. */
export const gapsSince = (side: Side, at: number): Promise<number[]> =>
  side.page.evaluate((at) => {
    const sound = window.seen.sound.filter((one) => one >= at);
    return sound.slice(1).map((one, index) => one - sound[index]!);
  }, at);

export const now = (side: Side): Promise<number> =>
  side.page.evaluate(() => performance.timeOrigin + performance.now());
