import { expect } from '@open-wc/testing';
import type { Party } from '../ports/link.js';
import { heldClock } from '../testing/held-clock.js';
import { Reaching } from './reaching.js';

/** What was done, each with the second at which it was. */
function reaching(party: Party = 'visitor') {
  const clock = heldClock();
  const start = clock.now();
  const at = { wanted: true, lost: false, registered: true, answered: false };
  const did: string[] = [];
  const note = (what: string) => void did.push(`${what} ${(clock.now() - start) / 1000}`);
  const it = new Reaching(
    {
      party,
      wanted: () => at.wanted,
      lost: () => at.lost,
      registered: () => at.registered,
      answered: () => at.answered,
      dial() {
        note('dial');
        it.adopted();
      },
      knock: () => note('knock'),
      giveUp() {
        at.answered = false;
        note('give up');
      },
      noPath: () => note('no path'),
    },
    clock,
  );
  return { it, at, did, pass: (seconds: number) => clock.pass(seconds * 1000) };
}

describe('reaching the far side', () => {
  it('dials again every four seconds while nobody answers; an agent knocks', () => {
    const visitor = reaching();
    visitor.it.now();
    visitor.pass(9);
    expect(visitor.did).to.deep.equal(['dial 0', 'dial 4', 'dial 8']);
    const agent = reaching('agent');
    agent.it.now();
    agent.pass(5);
    expect(agent.did).to.deep.equal(['knock 0', 'knock 4']);
  });

  it('tries seldom where nobody is registered, and half a second after the last dial at a knock', () => {
    const { it, did, pass } = reaching();
    it.now();
    it.absent();
    pass(14.9);
    expect(did).to.deep.equal(['dial 0']);
    pass(15);
    expect(did).to.deep.equal(['dial 0', 'dial 15']);
    pass(0.2);
    it.knocked();
    pass(1);
    expect(did.slice(2)).to.deep.equal(['dial 30', 'give up 30.5', 'dial 30.5']);
  });

  it('leaves a first dial three seconds when a knock meets it; after a loss half a second', () => {
    const { it, at, did, pass } = reaching();
    it.now();
    it.knocked();
    pass(3.1);
    expect(did).to.deep.equal(['dial 0', 'give up 3', 'dial 3']);
    at.lost = true;
    it.knocked();
    pass(0.4);
    expect(did.slice(3)).to.deep.equal(['give up 3.5', 'dial 3.5']);
  });

  it('stays with a dial that is answered after the knock, not with one that was answered before', () => {
    const { it, at, did, pass } = reaching();
    it.now();
    it.knocked();
    at.answered = true;
    pass(3.1);
    expect(did).to.deep.equal(['dial 0']);
    it.knocked();
    pass(0.1);
    expect(did).to.deep.equal(['dial 0', 'give up 3.1', 'dial 3.1']);
  });

  it('gives an answered dial fifteen seconds to find a path, and then says that there is none', () => {
    const { it, at, did, pass } = reaching();
    it.now();
    at.answered = true;
    pass(19);
    expect(did).to.deep.equal(['dial 0', 'no path 16', 'dial 16']);
  });

  it('gives dials of a path that was lost no more than an answer takes, and more after every fifth', () => {
    const { it, at, did, pass } = reaching();
    at.lost = at.answered = true;
    it.now();
    pass(60);
    expect(did.filter((line) => line.startsWith('dial'))).to.deep.equal(
      [0, 4, 8, 12, 16, 24, 32, 40, 48, 56].map((second) => `dial ${second}`),
    );
  });

  it('counts a new loss from the beginning', () => {
    const { it, at, did, pass } = reaching();
    at.lost = at.answered = true;
    it.now();
    pass(30);
    at.wanted = false;
    it.done();
    did.length = 0;
    at.wanted = true;
    it.now();
    pass(9);
    expect(did).to.deep.equal(['dial 30', 'dial 34', 'dial 38']);
  });

  it('keeps still while it is paused, while there is no server, and once the link is open', () => {
    const { it, at, did, pass } = reaching();
    it.pause(10_000);
    it.now();
    pass(9.9);
    expect(did).to.deep.equal([]);
    at.registered = false;
    pass(5);
    expect(did).to.deep.equal([]);
    at.registered = true;
    pass(4);
    expect(did).to.deep.equal(['dial 18']);
    at.wanted = false;
    pass(60);
    expect(did).to.deep.equal(['dial 18']);
  });
});
