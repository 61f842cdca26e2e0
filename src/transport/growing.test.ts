import { expect } from '@open-wc/testing';
import { heldClock } from '../testing/held-clock.js';
import { Growing } from './growing.js';

function growing() {
  const clock = heldClock();
  const sizes: number[] = [];
  return { it: new Growing((by) => sizes.push(by), clock), clock, sizes };
}

describe('a picture that comes back', () => {
  it('is half as wide after a second, and whole between the third and the sixth', () => {
    const { it, clock, sizes } = growing();
    it.begin();
    clock.pass(999);
    expect(sizes).to.deep.equal([]);
    clock.pass(2000);
    expect(sizes).to.deep.equal([2]);
    clock.pass(3001);
    expect(sizes).to.deep.equal([2, 1]);
  });

  it('begins anew when it comes back again, and grows no more once it is stopped', () => {
    const { it, clock, sizes } = growing();
    it.begin();
    clock.pass(900);
    it.begin();
    clock.pass(900);
    expect(sizes).to.deep.equal([]);
    clock.pass(100);
    expect(sizes).to.deep.equal([2]);
    it.stop();
    clock.pass(10_000);
    expect(sizes).to.deep.equal([2]);
  });
});
