import type { Browser } from '@playwright/test';
import { newRoom } from '../side.js';
import { expect, openOnWire, type Pair, parties, talk, Witness } from './fixture.js';
import type { Wire } from './wire.js';

/** A call in which both see each other. */
export async function inPicture({ agent, visitor }: Pair): Promise<void> {
  await talk(visitor, agent);
  for (const side of [agent, visitor]) await side.press('video-toggle');
  await Promise.all([agent.seesFarPicture(), visitor.seesFarPicture()]);
}

/** How long the browsers' estimate of the path's bandwidth takes to settle. */
export const settling = 20_000;

/** The same, some time later: the first seconds of a call are another matter. */
export async function longInPicture(pair: Pair): Promise<void> {
  await inPicture(pair);
  await pair.agent.nothingFor(settling);
}

/** PeerJS's own call through the same wire, to compare with. */
export async function bareCall(wire: Wire, browser: Browser): Promise<readonly Witness[]> {
  const room = newRoom();
  const sides = await Promise.all(
    parties.map((party) =>
      openOnWire(wire, browser, party, { room, path: 'bare', query: `&party=${party}` }),
    ),
  );
  const witnesses = sides.map((side) => new Witness(side));
  for (const one of witnesses) {
    await expect(one.side.page.getByRole('status')).toHaveText('In a call');
    await one.frameAfter(0);
  }
  return witnesses;
}

/** What must stay the same for a call to be the same. */
interface SameCall {
  readonly ids: readonly string[];
  readonly startedAt: number | undefined;
  /** How often a device was asked for, and how often it rang here. */
  readonly asked: number;
  readonly rung: number;
  readonly connections: number;
}

export async function theCall(seen: Witness): Promise<SameCall> {
  const { side } = seen;
  const { ids, startedAt } = await side.onSession((element) => element.session.snapshot.call);
  return {
    ids,
    startedAt,
    asked: (await side.asked()).length,
    rung: (await seen.phases()).filter(({ what }) => what === 'incoming').length,
    connections: await side.page.evaluate(() => window.watched.connections.length),
  };
}
