import { expect } from '@open-wc/testing';
import { heldClock } from '../testing/held-clock.js';
import { CallRunner } from './call-runner.js';
import { Store } from './store.js';

describe('the runner of a call', () => {
  it('says what the far side waits for, and lets devices go, before anybody here hears of it', () => {
    const done: string[] = [];
    const store = new Store();
    const media = {
      askMicrophone: () => done.push('ask'),
      openMedia: () => void done.push('open'),
      closeMedia: () => void done.push('close'),
    };
    const runner = new CallRunner(store, heldClock(), media, ({ type }) => void done.push(type));
    store.subscribe(() => done.push(store.snapshot.call.phase));

    runner.dispatch({ type: 'call', id: 'a' });
    runner.dispatch({ type: 'mic-ready' });
    runner.dispatch({ type: 'far-accept', id: 'a' });
    expect(done.splice(0)).to.deep.equal(['calling', 'ask', 'ring', 'calling', 'active', 'open']);
    runner.dispatch({ type: 'hang-up' });
    expect(done).to.deep.equal(['end', 'close', 'idle']);
  });
});
