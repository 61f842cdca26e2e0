import { expect } from '@open-wc/testing';
import { faultsOf, talkAtRandom } from '../testing/random-talk.js';

describe('the log of a conversation, at random', () => {
  for (const [name, options] of [
    ['on a path that breaks', {}],
    ['on a path that loses messages too', { lossy: true }],
  ] as const) {
    it(`loses, doubles and reorders nothing of 10,000 messages ${name}`, () => {
      let written = 0;
      for (let seed = 1; written < 10_000; seed += 1) {
        const sides = talkAtRandom(seed, 2000, options);
        for (const side of sides) written += side.written.length;
        expect(faultsOf(sides), `seed ${seed}`).to.deep.equal({
          lost: 0,
          doubled: 0,
          reordered: 0,
        });
      }
    }).timeout(30_000);
  }

  it('tells a side of each message of the other', () => {
    for (let seed = 1; seed < 5; seed += 1) {
      const [a, b] = talkAtRandom(seed, 2000);
      for (const [side, far] of [
        [a, b],
        [b, a],
      ] as const) {
        const told = new Set(side.told);
        expect(
          far.written.filter((id) => !told.has(id)),
          `seed ${seed}`,
        ).to.deep.equal([]);
      }
    }
  });
});
