import { expect } from '@open-wc/testing';
import { dice } from '../testing/dice.js';
import { retryWait } from './signalling.js';

const clients = 500;

/** How often a server that stays away is called on in each second, by so many at once. */
function triesASecond(seconds: number, needed: boolean): number[] {
  const roll = dice(1);
  const counts = Array.from({ length: seconds }, () => 0);
  for (let client = 0; client < clients; client += 1) {
    let at = 0;
    while ((at += retryWait(at, needed, roll(1000) / 1000)) < seconds * 1000)
      counts[Math.floor(at / 1000)]! += 1;
  }
  return counts;
}

describe('the tries to register again', () => {
  it('meet a server that only restarts within a second of its return', () => {
    for (const luck of [0, 0.5, 1]) expect(retryWait(9999, false, luck)).to.be.within(1, 1000);
  });

  it('are no storm for a server that stays away: 500 clients in open chats call 20 times a second at most', () => {
    const later = triesASecond(300, false)
      .slice(11)
      .sort((a, b) => a - b);
    console.log(`500 clients in open chats, tries a second after 11 s: worst ${later.at(-1)}`);
    expect(later[Math.floor(later.length * 0.95)]).to.be.at.most(20);
  });

  it('never wait long where the server is needed', () => {
    expect(retryWait(600_000, true, 1)).to.be.at.most(5000);
  });

  it('never meet: 500 that lost it in the same moment come back spread over the first second', () => {
    const roll = dice(2);
    const slots = Array.from({ length: 10 }, () => 0);
    for (let client = 0; client < clients; client += 1)
      slots[Math.floor(retryWait(0, false, roll(1000) / 1000) / 100)]! += 1;
    expect(Math.max(...slots), 'in a tenth of a second').to.be.below(clients / 4);
  });
});
