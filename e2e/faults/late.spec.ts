import type { WebSocketRoute } from '@playwright/test';
import { dice } from '../../src/testing/dice.js';
import { newContext, newRoom, openSide } from '../side.js';
import { figure } from './figures.js';
import { expect, talk, test } from './fixture.js';
import { rounds } from './rounds.js';

// What comes late: the server's frames, and an answer to a ring that is no more.

/** A TCP connection that loses segments: what comes after a late frame waits for it. */
function slowed(roll: (sides: number) => number): (page: WebSocketRoute) => void {
  const late = (send: (data: Buffer | string) => void): ((data: Buffer | string) => void) => {
    let last = 0;
    return (data) => {
      const now = performance.now();
      last = Math.max(last, now + (roll(10) === 0 ? 1500 : 100));
      setTimeout(() => send(data), last - now);
    };
  };
  return (page) => {
    const server = page.connectToServer();
    page.onMessage(late((data) => server.send(data)));
    server.onMessage(late((data) => page.send(data)));
  };
}

test(
  'case 23 · a slow server, one frame in ten 1.5 s late: the chat opens and a call works',
  { tag: '@long' },
  async ({ browser }) => {
    test.setTimeout(180_000);
    const opened: number[] = [];
    for (let round = 1; round <= rounds(3, 20); round += 1) {
      const room = newRoom();
      const contexts = [await newContext(browser), await newContext(browser)] as const;
      for (const [index, context] of contexts.entries())
        await context.routeWebSocket(/\/peerjs\?/, slowed(dice(round * 2 + index)));
      const begun = performance.now();
      const [agent, visitor] = await Promise.all([
        openSide(contexts[0], 'agent', { room }),
        openSide(contexts[1], 'visitor', { room }),
      ]);
      for (const side of [agent, visitor])
        await expect
          .poll(() => side.onSession(({ session }) => session.snapshot.chat), { timeout: 20_000 })
          .toBe('open');
      opened.push(performance.now() - begun);
      await talk(visitor, agent);
      await Promise.all([agent.hears(), visitor.hears()]);
      expect([agent.errors, visitor.errors]).toEqual([[], []]);
      await Promise.all(contexts.map((context) => context.close()));
    }
    figure({
      cases: '23',
      what: 'from opening both pages to the chat, frames of the server late',
      unit: 'ms',
      values: opened,
      goal: 'p95 ≤ 5000',
    });
  },
);

test('case 29 · an answer that comes after the caller cancelled: both are back in the chat, and no device stays open', async ({
  pair: { agent, visitor },
  wire,
  witnesses,
}) => {
  test.setTimeout(120_000);

  await test.step('cancelled before anybody answers: no device was asked for', async () => {
    await visitor.press('headset-button');
    await agent.reaches('incoming');
    await visitor.press('hangup-button');
    await agent.reaches('idle');
    await expect(agent.page.locator('call-prompt [part=accept]')).toHaveCount(0);
    await expect(agent.status).toContainText(/You missed a call from Sam|Sam cancelled the call/);
    expect(await agent.asked()).toEqual([]);
  });

  // Long enough to press in two pages before either hears of the other.
  await wire.faults({ delay: 1000 });
  const released: number[] = [];
  for (let round = 0; round < rounds(3, 20); round += 1) {
    await visitor.press('headset-button');
    await agent.reaches('incoming');
    const at = await witnesses.agent.now();
    await visitor.press('hangup-button');
    await visitor.reaches('idle');
    await agent.accept();
    // It was still in time for this page; the far side had cancelled by then.
    const accepted = await witnesses.agent.phaseAfter(at, 'active');
    await agent.reaches('idle');
    released.push((await witnesses.agent.phaseAfter(at, 'idle')) - accepted);
    expect(await agent.liveTracks()).toEqual([]);
    await expect(agent.status).toContainText(/Sam cancelled the call|You missed a call from Sam/);
    // The answer is still on its way there.
    await visitor.nothingFor(1500);
    expect(await visitor.liveTracks()).toEqual([]);
    await expect(visitor.status).toContainText('You cancelled the call');
    const { lastEnd } = await visitor.onSession(({ session }) => session.snapshot.call);
    expect(lastEnd).toMatchObject({ reason: 'cancelled', by: 'self' });
    const phases = (await witnesses.visitor.phases()).filter((one) => one.at > at);
    expect(
      phases.map(({ what }) => what),
      'the caller after it cancelled',
    ).toEqual(['idle']);
  }
  expect((await agent.asked()).filter(({ video }) => video)).toEqual([]);
  figure({
    cases: '29',
    what: 'Accept pressed after the caller cancelled, 1 s away: the microphone is free again',
    unit: 'ms',
    values: released,
  });
  await wire.heal();
  await talk(visitor, agent);
});
