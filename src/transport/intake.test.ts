import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { byeFrame, messageFrame } from './frames.js';
import { Intake } from './intake.js';

/** What comes out, and how long each turn of the page was. */
function taken(work: () => void = () => undefined) {
  const heard: unknown[] = [];
  let floods = 0;
  const intake = new Intake({
    heard: (frame) => {
      work();
      heard.push(frame?.is === 'message' ? frame.message : frame);
    },
    flooded: () => (floods += 1),
  });
  return { heard, intake, floods: () => floods };
}

const busyFor = (milliseconds: number) => () => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

describe('what comes in', () => {
  it('is taken at once while there is little of it', () => {
    const { heard, intake } = taken();
    intake.take(messageFrame({ a: 1 }));
    intake.take(byeFrame());
    expect(heard).to.deep.equal([{ a: 1 }, { is: 'bye' }]);
  });

  it('keeps its order, and lets the page live in between', async () => {
    const { heard, intake } = taken(busyFor(1));
    let turns = 0;
    const turn = setInterval(() => (turns += 1));
    for (let count = 0; count < 200; count += 1) intake.take(messageFrame({ count }));
    expect(heard.length, 'of 200, taken before others had their turn').to.be.below(20);
    await waitUntil(() => heard.length === 200);
    clearInterval(turn);
    expect(heard).to.deep.equal(Array.from({ length: 200 }, (_none, count) => ({ count })));
    expect(turns, 'turns of others').to.be.at.least(5);
  });

  it('is cut off when more waits than any far side of ours has on its way', async () => {
    const { floods, heard, intake } = taken(busyFor(1));
    for (let count = 0; count < 1100; count += 1) intake.take(messageFrame({ count }));
    expect(floods()).to.equal(1);
    const before = heard.length;
    intake.clear();
    await aTimeout(50);
    expect(heard.length, 'nothing that waited comes after all').to.be.within(before, before + 20);
  });

  it('is cut off by its bytes too', () => {
    const { floods, intake } = taken(busyFor(10));
    const frame = new ArrayBuffer(64 * 1024);
    for (let count = 0; count < 70; count += 1) intake.take(frame);
    expect(floods()).to.equal(1);
  });

  it('does not hold the bytes of what is too large', () => {
    const { floods, intake } = taken(busyFor(10));
    const frame = new ArrayBuffer(1024 * 1024);
    for (let count = 0; count < 70; count += 1) intake.take(frame);
    expect(floods()).to.equal(0);
  });
});
