import { newRoom } from '../side.js';
import { port } from '../port.js';
import { Talk } from '../talk.js';
import { figure } from './figures.js';
import { expect, openOnWire, type Pair, test, Witness } from './fixture.js';
import { inPicture, longInPicture, theCall } from './in-picture.js';
import { Wire } from './wire.js';

// Outages that last, and those that take the signalling along.

test(
  'cases 5, 6 · a path gone for 60 s is waited for, one gone for ever ends the call after 90 s',
  { tag: '@long' },
  async ({ browser, pair, wire, witnesses }) => {
    test.setTimeout(240_000);
    const other = await Wire.open(port, 2);
    const room = newRoom();
    const [agent, visitor] = await Promise.all([
      openOnWire(other, browser, 'agent', { room }),
      openOnWire(other, browser, 'visitor', { room }),
    ]);
    const patient: Pair = { agent, visitor };
    await Promise.all([agent.inChat(), visitor.inChat()]);
    await inPicture(patient);
    await inPicture(pair);
    const waiting = [new Witness(agent), new Witness(visitor)];
    const before = await Promise.all(waiting.map(theCall));

    const [cutAt] = await Promise.all([wire.cut(), other.cut()]);

    await test.step('60 s: the same call is back', async () => {
      await agent.nothingFor(60_000);
      const at = await other.restore();
      const back = await Promise.all(waiting.map((one) => one.soundAfter(at)));
      const picture = await Promise.all(waiting.map((one) => one.stableAfter(at)));
      await Promise.all([agent.reaches('active'), visitor.reaches('active')]);
      expect(await Promise.all(waiting.map(theCall)), 'the same call').toEqual(before);
      for (const [what, values] of [
        ['sound', back],
        ['picture', picture],
      ] as const)
        figure({
          cases: '5',
          what: `a cut of 60 s: ${what} back`,
          unit: 'ms',
          values,
          goal: 'worst ≤ 2000',
        });
    });

    await test.step('for ever: both read that the connection was lost, at 90 s', async () => {
      const sides = [witnesses.agent, witnesses.visitor];
      const ended: number[] = [];
      for (const one of sides) {
        const seen = await one.phaseAfter(cutAt, 'reconnecting');
        await expect.poll(() => one.side.phase(), { timeout: 60_000 }).toBe('idle');
        ended.push((await one.phaseAfter(cutAt, 'idle')) - seen);
        const { lastEnd } = await one.side.onSession((element) => element.session.snapshot.call);
        expect(lastEnd).toMatchObject({ reason: 'connection-lost', by: 'network' });
        expect(await one.side.liveTracks()).toEqual([]);
        await expect(one.side.status).toContainText('was lost');
      }
      for (const [what, goal] of [
        ['least', 'worst ≤ 91000'],
        ['most', 'worst ≥ 89000'],
      ] as const)
        figure({
          cases: '6',
          what: `a cut for ever: given up so long after “Reconnecting…”, at ${what === 'least' ? 'most' : 'least'}`,
          unit: 'ms',
          values: ended,
          goal,
        });
      for (const one of ended) expect(one).toBeGreaterThanOrEqual(89_000);
    });

    await test.step('the chat is kept: what was written arrives when the path is back', async () => {
      const [writer, reader] = [new Talk(pair.visitor), new Talk(pair.agent)];
      await writer.write('Then let us write.');
      await wire.restore();
      await reader.reads('Then let us write.');
    });
    await other.close();
  },
);

test(
  'case 3 · media and signalling gone together: the call is back soon after both',
  { tag: '@long' },
  async ({ pair, wire, witnesses }) => {
    test.setTimeout(180_000);
    await wire.faults({ delay: 20 });
    await longInPicture(pair);
    const sides = [witnesses.agent, witnesses.visitor];
    const before = await Promise.all(sides.map(theCall));
    for (const seconds of [4, 10, 25]) {
      await Promise.all([wire.cut(), wire.cutSignalling()]);
      await pair.agent.nothingFor(seconds * 1000);
      await wire.restoreSignalling();
      const at = await wire.restore();
      const sound = await Promise.all(sides.map((one) => one.soundAfter(at)));
      const picture = await Promise.all(sides.map((one) => one.stableAfter(at)));
      for (const [what, values] of [
        ['sound', sound],
        ['picture', picture],
      ] as const)
        figure({
          cases: '3',
          what: `media and signalling cut for ${seconds} s: ${what} back`,
          unit: 'ms',
          values,
        });
      await Promise.all([pair.agent.reaches('active'), pair.visitor.reaches('active')]);
    }
    expect(await Promise.all(sides.map(theCall)), 'the same call').toEqual(before);
  },
);
