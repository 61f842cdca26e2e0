import { expect } from '@open-wc/testing';
import { Brake } from './brake.js';

describe('a brake', () => {
  let now = 0;
  const brake = (most: number, every: number): Brake => new Brake(most, every, () => now);

  it('lets some through at once, then one after the other', () => {
    const it = brake(3, 100);
    expect([it.take(), it.take(), it.take(), it.take()]).to.deep.equal([0, 0, 0, 100]);
    now += 100;
    expect([it.take(), it.take()]).to.deep.equal([0, 100]);
  });

  it('tells how long to wait, and no longer', () => {
    const it = brake(1, 100);
    it.take();
    now += 30;
    const wait = it.take();
    expect(wait).to.equal(70);
    now += wait;
    expect(it.take()).to.equal(0);
  });

  it('never lets more through at once than it was made for', () => {
    const it = brake(2, 10);
    now += 100_000;
    expect([it.take(), it.take(), it.take() > 0]).to.deep.equal([0, 0, true]);
  });

  it('can be held', () => {
    const it = brake(5, 10);
    it.hold(1000);
    expect(it.take()).to.equal(1000);
    now += 1000;
    expect(it.take()).to.equal(0);
  });
});
