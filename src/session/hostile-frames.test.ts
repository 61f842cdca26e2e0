import { expect } from '@open-wc/testing';
import { dice } from '../testing/dice.js';
import { besiegedSession, hostileRun } from '../testing/hostile-run.js';
import { readFrame } from '../transport/frames.js';

describe('a session whose far side has gone bad', () => {
  it('case 79 · bears 100,000 frames at random', async () => {
    const { dropped, longest, uncaught } = await hostileRun(100_000, dice(79), readFrame);
    console.log(
      `case 79 · the longest of 100,000 frames: ${longest.toFixed(1)} ms; dropped ${dropped}`,
    );
    expect(uncaught).to.equal(0);
    expect(dropped, 'read as none of ours').to.be.above(30_000);
    expect(Reflect.get({}, 'hostile')).to.equal(undefined);
  }).timeout(60_000);

  it('hears a good message after bad ones', async () => {
    const { hear, session } = await besiegedSession(readFrame);
    for (const text of ['{', '{"v":1,"type":"about"}', '[]'])
      hear(new TextEncoder().encode(text).buffer);
    hear(
      new TextEncoder().encode('{"v":1,"type":"about","name":"Sam","voip":true,"video":true}')
        .buffer,
    );
    expect(session.snapshot.far.name).to.equal('Sam');
    expect(session.dropped).to.equal(3);
  });

  it('case 79 · bears brackets as deep as a frame is long', async () => {
    const { hear, session } = await besiegedSession(readFrame);
    const deep = [
      '['.repeat(65_000),
      '['.repeat(32_000) + ']'.repeat(32_000),
      '{"chat":'.repeat(8000),
      `${'{"chat":'.repeat(6000)}1${'}'.repeat(6000)}`,
      `{"v":1,"chat":{"type":"said","entry":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`,
    ];
    const before = session.dropped;
    let longest = 0;
    for (const text of deep) {
      const from = performance.now();
      expect(() => hear(new TextEncoder().encode(text).buffer)).not.to.throw();
      longest = Math.max(longest, performance.now() - from);
    }
    expect(session.dropped - before).to.equal(deep.length);
    console.log(`case 79 · the deepest frame: ${longest.toFixed(1)} ms`);
  });
});
