import { expect } from '@open-wc/testing';
import type { CallEvent, CallEventType, Effect } from './call-events.js';
import { allows, step } from './call-machine.js';
import { type CallPhase, type CallState, noCall } from './call-state.js';

const at = 60_000;
const end = (
  reason: CallState['lastEnd'] extends infer E
    ? E extends { reason: infer R }
      ? R
      : never
    : never,
) => ({ reason, by: 'far', caller: 'self', duration: 0, ids: ['old'] }) as const;

const inPhase: Record<CallPhase, CallState> = {
  idle: { ...noCall, lastEnd: end('declined') },
  calling: { ...noCall, phase: 'calling', ids: ['a'], caller: 'self', rung: true },
  incoming: { ...noCall, phase: 'incoming', ids: ['a'], caller: 'far' },
  connecting: { ...noCall, phase: 'connecting', ids: ['a'], caller: 'far' },
  active: { ...noCall, phase: 'active', ids: ['a'], caller: 'self', rung: true, startedAt: 10_000 },
  reconnecting: {
    ...noCall,
    phase: 'reconnecting',
    ids: ['a'],
    caller: 'self',
    rung: true,
    startedAt: 10_000,
  },
};

const events: { readonly [T in CallEventType]: Extract<CallEvent, { type: T }> } = {
  call: { type: 'call', id: 'a' },
  accept: { type: 'accept' },
  decline: { type: 'decline', at },
  'hang-up': { type: 'hang-up', at },
  'mic-granted': { type: 'mic-granted' },
  'mic-ready': { type: 'mic-ready', at },
  'mic-failed': { type: 'mic-failed', reason: 'mic-blocked', at },
  'ring-timeout': { type: 'ring-timeout', at },
  'give-up': { type: 'give-up', at },
  shut: { type: 'shut', at },
  resume: { type: 'resume', ids: ['a'], caller: 'self', startedAt: 10_000, at },
  moved: { type: 'moved' },
  'link-lost': { type: 'link-lost', left: false, at },
  'link-back': { type: 'link-back' },
  'far-hello': { type: 'far-hello', ids: ['a'], ended: undefined, at },
  'far-ring': { type: 'far-ring', id: 'b', refuse: undefined, at },
  'far-accept': { type: 'far-accept', id: 'a', at },
  'far-decline': { type: 'far-decline', id: 'a', reason: 'declined', at },
  'far-end': { type: 'far-end', ids: ['a'], reason: 'hung-up', at },
};

// What each pair leads to: the phase, and for a call that ends its reason. Left out: nothing changes.
const outcomes: Readonly<Record<CallPhase, Partial<Record<CallEventType, string>>>> = {
  idle: { call: 'calling', resume: 'reconnecting', 'far-ring': 'incoming' },
  calling: {
    moved: 'idle',
    'mic-failed': 'idle mic-blocked self',
    'hang-up': 'idle cancelled self',
    shut: 'idle session-ended self',
    'ring-timeout': 'idle no-answer far',
    'give-up': 'idle unreachable network',
    'far-hello': 'active',
    'far-ring': 'active',
    'far-accept': 'active',
    'far-decline': 'idle declined far',
    'far-end': 'idle hung-up far',
  },
  incoming: {
    moved: 'idle',
    call: 'connecting',
    accept: 'connecting',
    decline: 'idle declined self',
    'hang-up': 'idle declined self',
    shut: 'idle declined self',
    'ring-timeout': 'idle no-answer self',
    'link-lost': 'idle connection-lost network',
    'far-ring': 'incoming',
    'far-end': 'idle hung-up far',
  },
  connecting: {
    moved: 'idle',
    'mic-ready': 'active',
    'mic-failed': 'idle mic-blocked self',
    decline: 'idle declined self',
    'hang-up': 'idle declined self',
    shut: 'idle declined self',
    'link-lost': 'idle connection-lost network',
    'far-ring': 'connecting',
    'far-end': 'idle hung-up far',
  },
  active: {
    moved: 'idle',
    'hang-up': 'idle hung-up self',
    shut: 'idle session-ended self',
    'link-lost': 'reconnecting',
    'far-hello': 'active',
    'far-decline': 'idle declined far',
    'far-end': 'idle hung-up far',
  },
  reconnecting: {
    moved: 'idle',
    'hang-up': 'idle hung-up self',
    shut: 'idle session-ended self',
    'give-up': 'idle connection-lost network',
    'link-back': 'active',
    'far-hello': 'active',
    'far-decline': 'idle declined far',
    'far-end': 'idle hung-up far',
  },
};

const outcome = ({ phase, lastEnd }: CallState): string =>
  phase === 'idle' && lastEnd ? `idle ${lastEnd.reason} ${lastEnd.by}` : phase;

const sent = (effects: readonly Effect[]): string[] =>
  effects.flatMap((effect) => (effect.do === 'send' ? [JSON.stringify(effect.message)] : []));

const does = (effects: readonly Effect[]): string[] => effects.map((effect) => effect.do);

describe('the call machine', () => {
  for (const phase of Object.keys(inPhase) as CallPhase[]) {
    for (const type of Object.keys(events) as CallEventType[]) {
      const expected = outcomes[phase][type] ?? outcome(inPhase[phase]);
      it(`goes from ${phase} by ${type} to ${expected}`, () => {
        const [state] = step(inPhase[phase], events[type]);
        expect(outcome(state)).to.equal(expected);
      });
    }
  }

  it('asks for the microphone before it rings, and rings only once', () => {
    const [calling, pressed] = step(noCall, { type: 'call', id: 'a' });
    expect(does(pressed)).to.deep.equal(['ask-microphone']);
    const [rung, granted] = step(calling, { type: 'mic-ready', at });
    expect(sent(granted)).to.deep.equal(['{"type":"ring","id":"a"}']);
    expect(sent(step(rung, { type: 'mic-ready', at })[1])).to.deep.equal([]);
  });

  it('rings at once where the microphone needs no answer, and takes it back if it fails after all', () => {
    const [calling] = step(noCall, { type: 'call', id: 'a' });
    const [rung, granted] = step(calling, { type: 'mic-granted' });
    expect(sent(granted)).to.deep.equal(['{"type":"ring","id":"a"}']);
    expect(sent(step(rung, { type: 'mic-ready', at })[1])).to.deep.equal([]);
    const failed = { type: 'mic-failed', reason: 'no-microphone', at } as const;
    expect(sent(step(rung, failed)[1])).to.deep.equal([
      '{"type":"end","ids":["a"],"reason":"cancelled"}',
    ]);
    expect(sent(step(calling, failed)[1]), 'nobody was called').to.deep.equal([]);
  });

  it('opens no device and sends nothing for a call that only rings', () => {
    const [, effects] = step(noCall, events['far-ring']);
    expect(does(effects)).to.deep.equal(['start-timer']);
  });

  it('never tells the far side of a ring that was never sent', () => {
    const [calling] = step(noCall, { type: 'call', id: 'a' });
    expect(sent(step(calling, { type: 'hang-up', at })[1])).to.deep.equal([]);
  });

  it('releases devices on every way to idle', () => {
    for (const state of Object.values(inPhase)) {
      for (const event of Object.values(events)) {
        const [next, effects] = step(state, event);
        if (state.phase !== 'idle' && next.phase === 'idle') {
          expect(does(effects), `${state.phase} ${event.type}`).to.include.members([
            'close-media',
            'stop-timer',
          ]);
        }
      }
    }
  });

  it('accepts only once the microphone is granted', () => {
    expect(sent(step(inPhase.incoming, { type: 'accept' })[1])).to.deep.equal([]);
    expect(sent(step(inPhase.connecting, { type: 'mic-ready', at })[1])).to.deep.equal([
      '{"type":"accept","id":"a"}',
    ]);
  });

  it('makes one call of two rings that crossed, and ends it by either id', () => {
    const [both] = step(inPhase.calling, events['far-ring']);
    expect(both.ids).to.deep.equal(['a', 'b']);
    const [over, effects] = step(both, { type: 'far-end', ids: ['b'], reason: 'cancelled', at });
    expect(over.phase).to.equal('idle');
    expect(sent(effects), 'the far side hears of the id it does not know').to.deep.equal([
      '{"type":"end","ids":["a","b"],"reason":"cancelled"}',
    ]);
  });

  it('answers a ring that crossed while its own microphone was still asked for', () => {
    const [calling] = step(noCall, { type: 'call', id: 'a' });
    const [connecting] = step(calling, events['far-ring']);
    expect(sent(step(connecting, { type: 'mic-ready', at })[1])).to.deep.equal([
      '{"type":"accept","id":"b"}',
    ]);
  });

  it('is busy for a second call, and refuses for the administrator', () => {
    expect(sent(step(inPhase.active, events['far-ring'])[1])).to.deep.equal([
      '{"type":"decline","id":"b","reason":"busy"}',
    ]);
    const [missed] = step(noCall, { type: 'far-ring', id: 'b', refuse: 'busy', at });
    expect(outcome(missed), 'the person has to know').to.equal('idle busy self');
    const refused = step(noCall, { type: 'far-ring', id: 'b', refuse: 'declined', at });
    expect(refused[0].phase).to.equal('idle');
    expect(sent(refused[1])).to.deep.equal(['{"type":"decline","id":"b","reason":"declined"}']);
  });

  it('repeats its answer to a caller that missed it, but lets a lost caller ring again', () => {
    const ring = { type: 'far-ring', id: 'old', refuse: undefined, at } as const;
    expect(sent(step(inPhase.idle, ring)[1])).to.deep.equal([
      '{"type":"decline","id":"old","reason":"declined"}',
    ]);
    const lost = { ...noCall, lastEnd: end('connection-lost') };
    expect(step(lost, ring)[0].phase).to.equal('incoming');
  });

  it('counts the time from accept to end, through a reconnection', () => {
    const [reconnecting] = step(inPhase.active, events['link-lost']);
    const [active] = step(reconnecting, events['link-back']);
    const [over] = step(active, { type: 'hang-up', at });
    expect(over.lastEnd?.duration).to.equal(50_000);
  });

  it('ends a call that the far side no longer holds after a drop, with the far reason if it has one', () => {
    const lost = step(inPhase.reconnecting, {
      type: 'far-hello',
      ids: [],
      ended: undefined,
      at,
    })[0];
    expect(lost.lastEnd?.reason).to.equal('connection-lost');
    const hungUp = { ids: ['a'], reason: 'hung-up' } as const;
    const told = step(inPhase.reconnecting, { type: 'far-hello', ids: [], ended: hungUp, at })[0];
    expect(told.lastEnd?.reason).to.equal('hung-up');
  });

  it('goes on after a reload with the same call and timer, and asks for the microphone at once', () => {
    const [resumed, effects] = step(noCall, events.resume);
    expect(does(effects)).to.deep.equal(['ask-microphone', 'start-timer']);
    const [active, found] = step(resumed, events['far-hello']);
    expect([active.phase, active.ids, active.startedAt]).to.deep.equal(['active', ['a'], 10_000]);
    expect(does(found)).to.include('open-media');
    expect(does(step(active, events['mic-ready'])[1]), 'granted late').to.deep.equal([
      'open-media',
    ]);
    expect(outcome(step(active, events['mic-failed'])[0]), 'and refused').to.equal('active');
  });

  it('leaves a call that another tab goes on with without a word', () => {
    for (const [phase, state] of Object.entries(inPhase)) {
      const [next, effects] = step(state, events.moved);
      expect(next.phase, phase).to.equal('idle');
      expect(sent(effects), phase).to.deep.equal([]);
      if (phase !== 'idle') expect(does(effects), phase).to.include('close-media');
    }
  });

  it('waits shorter for a far side that said goodbye than for one that fell silent', () => {
    const timer = (left: boolean) => step(inPhase.active, { type: 'link-lost', left, at })[1];
    expect(timer(true)).to.deep.include({ do: 'start-timer', timer: 'left' });
    expect(timer(false)).to.deep.include({ do: 'start-timer', timer: 'silence' });
  });

  it('knows which acts mean something when', () => {
    const acts = (phase: CallPhase) =>
      (['call', 'accept', 'decline', 'hang-up'] as const)
        .filter((act) => allows(phase, act))
        .join(' ');
    expect(acts('idle')).to.equal('call');
    expect(acts('calling')).to.equal('hang-up');
    expect(acts('incoming')).to.equal('call accept decline hang-up');
    expect(acts('connecting')).to.equal('decline hang-up');
    expect(acts('active')).to.equal('hang-up');
    expect(acts('reconnecting')).to.equal('hang-up');
  });
});
