import { expect } from '@open-wc/testing';
import { Beats } from './beats.js';

const bytes = (...values: number[]): ArrayBuffer => Uint8Array.from(values).buffer;

describe('beats', () => {
  it('say whether the other side is heard, and over which line the picture comes', () => {
    const [here, there] = [new Beats(), new Beats()];
    for (const hears of [true, false])
      for (const line of [0, 1] as const)
        expect(there.read(here.write({ hears, line }).buffer)).to.deep.equal({ hears, line });
  });

  it('that were overtaken say nothing any more, however many were lost', () => {
    const [here, there] = [new Beats(), new Beats()];
    const sent = Array.from({ length: 70_000 }, () => here.write({ hears: true, line: 0 }).buffer);
    expect(there.read(sent[0])).not.to.equal(undefined);
    expect(there.read(sent[101])).not.to.equal(undefined);
    expect(there.read(sent[100]), 'an older one').to.equal(undefined);
    expect(there.read(sent[101]), 'the same again').to.equal(undefined);
    expect(there.read(sent[700]), 'after the longest break').not.to.equal(undefined);
    expect(there.read(sent[33_000])).not.to.equal(undefined);
    expect(there.read(sent[65_600]), 'past the end of the count').not.to.equal(undefined);
    expect(there.read(sent[65_500]), 'of before that end').to.equal(undefined);
  });

  it('are nothing when they are anything else', () => {
    const { length } = [
      bytes(),
      bytes(1),
      bytes(4, 1, 1),
      bytes(1, 1),
      bytes(1, 1, 1, 1),
      'x',
      null,
      new Blob(),
    ].filter((data) => new Beats().read(data) === undefined);
    expect(length).to.equal(8);
  });
});
