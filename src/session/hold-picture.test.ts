import { expect } from '@open-wc/testing';
import { HoldPicture, type PathNow } from './hold-picture.js';

const wide: PathNow = { available: 1_000_000, lost: 0, arrives: 5 };
const narrow: PathNow = { available: 45_000, lost: 0, arrives: 3 };
const alone: PathNow = { available: 55_000, lost: 0, arrives: 4 };

/** Runs seconds of a path, and says in which of them something was done. */
function run(hold: HoldPicture, path: PathNow, seconds: number): string[] {
  const steps: string[] = [];
  for (let second = 1; second <= seconds; second += 1) {
    const step = hold.next(path);
    if (step) steps.push(`${step} ${second}`);
  }
  return steps;
}

describe('holding a picture', () => {
  it('never begins on a path that is wide enough, however long', () => {
    expect(run(new HoldPicture(), wide, 600)).to.deep.equal([]);
  });

  it('begins in the second second without room, not in the first', () => {
    const hold = new HoldPicture();
    run(hold, wide, 5);
    expect(run(hold, narrow, 2)).to.deep.equal(['hold 2']);
    const other = new HoldPicture();
    run(other, wide, 5);
    for (let at = 0; at < 20; at += 1) {
      expect([...run(other, narrow, 1), ...run(other, wide, 1)]).to.deep.equal([]);
    }
  });

  it('tries after 5, 10 and 20 seconds, and stops as soon as a try does harm', () => {
    const hold = new HoldPicture();
    run(hold, wide, 5);
    run(hold, narrow, 2);
    const waits = [];
    for (let at = 0; at < 5; at += 1) {
      let wait = 1;
      while (hold.next(alone) !== 'try') wait += 1;
      waits.push(wait);
      expect(hold.next(narrow), 'the estimate falls at once').to.equal('hold');
    }
    expect(waits).to.deep.equal([5, 10, 20, 20, 20]);
  });

  it('does not try while the sound is broken', () => {
    const hold = new HoldPicture();
    run(hold, wide, 5);
    run(hold, narrow, 2);
    expect(run(hold, { ...alone, lost: 0.3 }, 60)).to.deep.equal([]);
    expect(run(hold, alone, 1)).to.deep.equal(['try 1']);
  });

  it('stops a try that breaks the sound', () => {
    const hold = new HoldPicture();
    run(hold, wide, 5);
    run(hold, narrow, 2);
    run(hold, alone, 5);
    expect(hold.next({ ...alone, arrives: 2 })).to.equal('hold');
  });

  it('shows the picture again after three good seconds, sooner where there is plenty of room', () => {
    for (const [path, seconds] of [
      [alone, 3],
      [wide, 1],
    ] as const) {
      const hold = new HoldPicture();
      run(hold, wide, 5);
      run(hold, narrow, 2);
      run(hold, alone, 5);
      expect(run(hold, path, 3)).to.deep.equal([`show ${seconds}`]);
    }
  });

  it('tries before its turn when the estimate says that there is room', () => {
    const hold = new HoldPicture();
    run(hold, wide, 5);
    run(hold, narrow, 2);
    run(hold, alone, 5);
    run(hold, narrow, 1);
    expect(run(hold, { ...alone, available: 70_000 }, 10)[0]).to.equal('try 5');
  });

  it('lets a picture grow that came back small', () => {
    const hold = new HoldPicture();
    run(hold, wide, 5);
    run(hold, narrow, 2);
    run(hold, alone, 8);
    expect(run(hold, { ...alone, available: 60_000 }, 60)).to.deep.equal([]);
  });

  it('goes by the sound in browsers that make no estimate', () => {
    const hold = new HoldPicture();
    const unknown: PathNow = { available: undefined, lost: 0, arrives: 5 };
    expect(run(hold, unknown, 60)).to.deep.equal([]);
    expect(run(hold, { ...unknown, lost: 0.4, arrives: 1 }, 3)).to.deep.equal(['hold 2']);
    expect(run(hold, unknown, 8)).to.deep.equal(['try 4', 'show 7']);
  });
});
