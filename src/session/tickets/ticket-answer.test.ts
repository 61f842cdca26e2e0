import { expect } from '@open-wc/testing';
import { readTicketAnswer, readWaitingAnswer, WrongAnswer } from './ticket-answer.js';

const good = {
  ticket: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzYW0ifQ.c2ln',
  peer: 'visitor-1',
  remote: 'agent-1',
  iceServers: [
    { urls: 'stun:turn.example:3478' },
    { urls: ['turns:turn.example:5349'], username: '1:visitor-1', credential: 'secret' },
  ],
  features: { voip: true, video: false },
  expiresAt: 1_790_000_000,
};

const wrongOf = (data: unknown, read: (data: unknown) => unknown = readTicketAnswer): string => {
  try {
    read(data);
    return 'nothing is wrong';
  } catch (error) {
    expect(error).to.be.instanceOf(WrongAnswer);
    return (error as Error).message;
  }
};

describe('a host’s answer to who asks for a ticket', () => {
  it('is read field by field, and nothing else of it is kept', () => {
    expect(readTicketAnswer({ ...good, extra: '<script>' })).to.deep.equal({
      ticket: good.ticket,
      peer: 'visitor-1',
      remote: 'agent-1',
      iceServers: good.iceServers,
      voip: true,
      video: false,
      expiresAt: 1_790_000_000,
    });
  });

  it('may leave out who is at the other end, and the ICE servers', () => {
    const { iceServers, remote } = readTicketAnswer({
      ...good,
      remote: null,
      iceServers: undefined,
    });
    expect([iceServers, remote]).to.deep.equal([undefined, undefined]);
  });

  const wrong: [field: string, change: object][] = [
    ['ticket', { ticket: undefined }],
    ['ticket', { ticket: 'a b' }],
    ['ticket', { ticket: 'a&id=anna' }],
    ['ticket', { ticket: 'x'.repeat(5000) }],
    ['peer', { peer: '' }],
    ['peer', { peer: 7 }],
    ['remote', { remote: {} }],
    ['iceServers', { iceServers: {} }],
    ['iceServers', { iceServers: [{ urls: 'https://turn.example' }] }],
    ['iceServers', { iceServers: [{ urls: 'turn:turn.example', username: 7 }] }],
    ['features.voip', { features: undefined }],
    ['features.voip', { features: { video: true } }],
    ['features.video', { features: { voip: true, video: 'no' } }],
    ['expiresAt', { expiresAt: '2026-11-29T20:00:00Z' }],
    ['expiresAt', { expiresAt: 1_790_000_000_000 }],
    ['expiresAt', { expiresAt: 1.5 }],
  ];
  for (const [field, change] of wrong) {
    it(`is refused by the name of its field: ${field} in ${JSON.stringify(change).slice(0, 60)}`, () => {
      expect(wrongOf({ ...good, ...change })).to.match(new RegExp(`^\`${field}\` has to be `));
    });
  }

  for (const data of [undefined, null, 'ticket', 7, [], {}]) {
    it(`is refused when it is ${JSON.stringify(data)}`, () => {
      expect(wrongOf(data)).to.contain('`ticket`');
    });
  }
});

describe('a host’s answer to who has to wait', () => {
  const waits = { waiting: { place: 3, agents: 2 }, again: 2 };

  it('is read field by field, and nothing else of it is kept', () => {
    const data = { ...waits, waiting: { ...waits.waiting, name: 'Eva' }, extra: '<script>' };
    expect(readWaitingAnswer(data)).to.deep.equal(waits);
  });

  for (const [again, seconds] of [
    [0, 1],
    [1, 1],
    [60, 60],
    [61, 60],
    [999_999, 60],
  ] as const) {
    it(`is asked again in ${seconds} s when it says ${again}`, () => {
      expect(readWaitingAnswer({ ...waits, again }).again).to.equal(seconds);
    });
  }

  const wrong: [field: string, change: object][] = [
    ['waiting.place', { waiting: undefined }],
    ['waiting.place', { waiting: null }],
    ['waiting.place', { waiting: { agents: 2 } }],
    ['waiting.place', { waiting: { place: 0, agents: 2 } }],
    ['waiting.place', { waiting: { place: 1.5, agents: 2 } }],
    ['waiting.place', { waiting: { place: '3', agents: 2 } }],
    ['waiting.agents', { waiting: { place: 3 } }],
    ['waiting.agents', { waiting: { place: 3, agents: -1 } }],
    ['again', { again: undefined }],
    ['again', { again: -1 }],
    ['again', { again: 1.5 }],
    ['again', { again: 'soon' }],
  ];
  for (const [field, change] of wrong) {
    it(`is refused by the name of its field: ${field} in ${JSON.stringify(change)}`, () => {
      expect(wrongOf({ ...waits, ...change }, readWaitingAnswer)).to.match(
        new RegExp(`^\`${field}\` has to be `),
      );
    });
  }
});
