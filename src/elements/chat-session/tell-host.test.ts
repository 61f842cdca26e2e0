import { expect } from '@open-wc/testing';
import { noCall } from '../../call/call-state.js';
import { CallError } from '../../session/call-error.js';
import type { Problem } from '../../session/snapshot.js';
import { type FakeState, fakeSession } from '../../testing/fake-session.js';
import { tellHost } from './tell-host.js';
import { hearWarnings } from '../../testing/hear-warnings.js';

class ToldElement extends HTMLElement {
  readonly internals = this.attachInternals();
}
customElements.define('told-element', ToldElement);

const types = ['call-change', 'camera-change', 'chat-change', 'call-error'] as const;

/** A session, and what a host hears of it. */
function hostOf(state: FakeState = {}) {
  const session = Object.assign(fakeSession(state), {
    explain: ({ about, code }: Problem) =>
      about === 'camera' && code === 'missing'
        ? new CallError('no-camera', 'There is none.')
        : new CallError('not-now', 'Unexpected.'),
  });
  const element = new ToldElement();
  const told: Event[] = [];
  for (const type of types) element.addEventListener(type, (event) => told.push(event));
  const { states } = element.internals;
  const stop = tellHost(element, session, (state, active) =>
    states[active ? 'add' : 'delete'](state),
  );
  const heard = () => told.splice(0);
  return { element, heard, session, stop };
}

describe('what <chat-session> tells its host', () => {
  const warnings = hearWarnings();

  it('a call’s phases, with the one before and how it ended', () => {
    const { heard, session } = hostOf();
    session.show({ call: { phase: 'calling', ids: ['1'] } });
    session.show({ call: { rung: true } });
    const lastEnd = {
      ...({ reason: 'declined', by: 'far', caller: 'self' } as const),
      duration: 0,
      ids: ['1'],
    };
    session.show({ call: { ...noCall, lastEnd } });
    const [started, ended, ...more] = heard();
    expect(started).to.include({ type: 'call-change', phase: 'calling', previous: 'idle' });
    expect(ended).to.include({ type: 'call-change', phase: 'idle', previous: 'calling' });
    expect(ended).to.have.nested.property('call.lastEnd.reason', 'declined');
    expect(more).to.deep.equal([]);
  });

  it('whose camera goes on and off', () => {
    const { heard, session } = hostOf();
    session.show({ own: { picture: new MediaStream() } });
    session.show({ own: { picture: new MediaStream() }, far: { picture: new MediaStream() } });
    session.show({ own: { picture: undefined } });
    const [first, second, third, ...more] = heard();
    expect(first).to.include({ type: 'camera-change', who: 'self', on: true });
    expect(second).to.include({ type: 'camera-change', who: 'far', on: true });
    expect(third).to.include({ type: 'camera-change', who: 'self', on: false });
    expect(more).to.deep.equal([]);
  });

  it('how the chat stands', () => {
    const { heard, session } = hostOf({ chat: 'connecting' });
    session.show({ chat: 'open' });
    session.show({ far: { name: 'Anna Berg' } });
    const [open, ...more] = heard();
    expect(open).to.include({ type: 'chat-change', chat: 'open' });
    expect(more).to.deep.equal([]);
  });

  it('each problem once, with its code, at the console too', () => {
    const { heard, session } = hostOf();
    session.show({ problem: { about: 'camera', code: 'missing' } });
    session.show({ own: { camera: 'missing' } });
    session.show({ problem: undefined });
    const [error, ...more] = heard();
    expect(error).to.include({ type: 'call-error', code: 'no-camera' });
    expect(more).to.deep.equal([]);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('visavis: no-camera: ');
  });

  it('in events that leave shadow trees', () => {
    const { heard, session } = hostOf();
    session.show({ chat: 'lost', call: { phase: 'reconnecting' }, far: { picture: undefined } });
    for (const event of heard()) {
      expect(event).to.include({ bubbles: true, composed: true, cancelable: false });
    }
  });

  const states: Record<string, FakeState> = {
    'in-chat': { chat: 'open' },
    calling: { chat: 'lost', call: { phase: 'calling' } },
    incoming: { chat: 'lost', call: { phase: 'incoming' } },
    'in-call': { chat: 'lost', call: { phase: 'active' } },
    'in-call,reconnecting': { chat: 'lost', call: { phase: 'reconnecting' } },
  };
  for (const [names, state] of Object.entries(states)) {
    it(`by the custom states ${names}`, () => {
      const { element, session } = hostOf({ chat: 'none' });
      session.show(state);
      expect([...element.internals.states].join()).to.equal(names);
      session.show({ chat: 'none', call: { phase: 'idle' } });
      expect(element.internals.states.size).to.equal(0);
    });
  }

  it('no more once it is stopped', () => {
    const { heard, session, stop } = hostOf();
    stop();
    session.show({ chat: 'lost' });
    expect(heard()).to.deep.equal([]);
  });
});
