import { figure } from './figures.js';
import { expect, test } from './fixture.js';
import { inPicture, theCall } from './in-picture.js';

// A party is suddenly somewhere else. What needs a network of its own is in namespaces/.

test(
  'case 9 · a side is seen at another address, as by a NAT: the call goes on',
  { tag: '@long' },
  async ({ pair, wire, witnesses }) => {
    await wire.faults({ delay: 20 });
    await inPicture(pair);
    const sides = [witnesses.agent, witnesses.visitor];
    const before = await Promise.all(sides.map(theCall));
    const [sound, frame]: [number[], number[]] = [[], []];
    for (const party of ['agent', 'visitor'] as const) {
      const at = await wire.rebind(party);
      for (const one of sides) {
        // What was under way at that moment still arrives.
        sound.push(await one.soundAfter(at + 300));
        frame.push(await one.frameAfter(at + 300));
        await one.stableAfter(at);
      }
    }
    await Promise.all([pair.agent.reaches('active'), pair.visitor.reaches('active')]);
    expect(await Promise.all(sides.map(theCall)), 'the same call').toEqual(before);
    for (const [what, values] of [
      ['sound', sound],
      ['a frame', frame],
    ] as const)
      figure({
        cases: '9',
        what: `seen at another port, as by a NAT: ${what} after it`,
        unit: 'ms',
        values: values.map((one) => one + 300),
        goal: 'worst ≤ 2000',
      });
  },
);
