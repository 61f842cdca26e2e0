import { expect } from '@open-wc/testing';
import '../../define/call-status.js';
import type { CallEnd } from '../../call/call-state.js';
import type { QueuePlace } from '../../session/snapshot.js';
import type { FakeState } from '../../testing/fake-session.js';
import { scene } from '../../testing/scene.js';
import type { CallStatus } from './call-status.js';
import { clockTime } from '../shared/clock-time.js';

const minute = 60_000;
const picture = new MediaStream();
const active: FakeState = { call: { phase: 'active', ids: ['1'], startedAt: 0 } };

/** What the status says, politely. */
async function saidIn(state: FakeState): Promise<string> {
  const { element } = await scene<CallStatus>('call-status', state);
  const region = element.renderRoot.querySelector('[role=status]')!;
  return region.textContent.replaceAll(/\s+/g, ' ').trim();
}

const endedAs = (reason: CallEnd['reason'], end: Partial<CallEnd> = {}): FakeState => ({
  call: { lastEnd: { reason, by: 'self', caller: 'self', duration: 0, ids: ['1'], ...end } },
});

describe('the sentences of <call-status>', () => {
  it('do not say that she is heard when her microphone gives no sound', async () => {
    const problem = { about: 'microphone', code: 'silent', farKnows: false } as const;
    expect(await saidIn({ ...active, problem })).to.contain(
      'Anna does not hear you. You hear Anna.',
    );
  });

  it('count a device that the system has paused as off', async () => {
    const own = { microphonePaused: true, cameraPaused: true, picture };
    expect(await saidIn({ ...active, own })).to.contain(
      'You are muted: Anna does not hear you. You hear Anna.',
    );
  });

  const queues: [words: string, queue: QueuePlace][] = [
    ['You are number 3 in the queue', { place: 3, agents: 2 }],
    ['You are next', { place: 1, agents: 1 }],
    ['Nobody is here just now You will be connected when somebody comes.', { place: 3, agents: 0 }],
  ];
  for (const [words, queue] of queues) {
    it(`say where a visitor stands who waits: ${words}`, async () => {
      expect(await saidIn({ chat: 'connecting', queue })).to.equal(words);
    });
  }

  it('say nothing of a queue once there is somebody', async () => {
    const queue = { place: 1, agents: 1 };
    expect(await saidIn({ chat: 'open', queue })).to.equal('');
    expect(await saidIn({ chat: 'waiting', queue })).to.equal('Anna is not here yet');
  });

  it('say after a call, too, that nobody is there for the next chat', async () => {
    const queue = { place: 1, agents: 0 };
    const end = endedAs('hung-up', { duration: 2 * minute });
    expect(await saidIn({ ...end, chat: 'connecting', queue })).to.contain(
      'Nobody is here just now. You will be connected when somebody comes.',
    );
  });

  // Own side: heard, seen. Far side: heard, seen.
  const whoSeesAndHearsWhom: Record<string, string> = {
    'heard | heard': 'You and Anna hear each other. No camera is on.',
    'heard | heard seen': 'You see and hear Anna. Anna only hears you.',
    'heard | -': 'Anna hears you. Anna is muted: you do not hear Anna. No camera is on.',
    'heard | seen': 'Anna is muted: you see Anna and do not hear Anna. Anna only hears you.',
    'heard seen | heard': 'Anna sees and hears you. You hear Anna.',
    'heard seen | heard seen': 'You and Anna see and hear each other.',
    'heard seen | -': 'Anna sees and hears you. Anna is muted: you do not hear Anna.',
    'heard seen | seen':
      'Anna is muted: you see Anna and do not hear Anna. Anna sees and hears you.',
    '- | heard': 'You are muted: Anna does not hear you. You hear Anna. No camera is on.',
    '- | heard seen': 'You are muted: Anna does not hear you. You see and hear Anna.',
    '- | -':
      'You are muted: Anna does not hear you. Anna is muted: you do not hear Anna. No camera is on.',
    '- | seen':
      'You are muted: Anna does not hear you. Anna is muted: you see Anna and do not hear Anna.',
    'seen | heard': 'You are muted: Anna sees you and does not hear you. You hear Anna.',
    'seen | heard seen':
      'You are muted: Anna sees you and does not hear you. You see and hear Anna.',
    'seen | -':
      'You are muted: Anna sees you and does not hear you. Anna is muted: you do not hear Anna.',
    'seen | seen':
      'You are muted: Anna sees you and does not hear you. Anna is muted: you see Anna and do not hear Anna.',
  };
  for (const [sides, words] of Object.entries(whoSeesAndHearsWhom)) {
    it(`says who sees and hears whom: ${sides}`, async () => {
      const [own, far] = sides.split(' | ').map((side) => ({
        muted: !side.includes('heard'),
        picture: side.includes('seen') ? picture : undefined,
      }));
      const said = await saidIn({ ...active, own: own!, far: far! });
      expect(said).to.equal(`In a call with Anna ${words}`);
    });
  }

  const byFar = { by: 'far' } as const;
  const theirs = { by: 'far', caller: 'far' } as const;
  const spoken = { duration: 2 * minute + 3000 };
  const off = 'Your microphone and camera are off.';
  const ends: [words: string, end: FakeState][] = [
    [`You ended the call after 02:03. ${off}`, endedAs('hung-up', spoken)],
    [`Anna ended the call after 02:03. ${off}`, endedAs('hung-up', { ...byFar, ...spoken })],
    ['Anna declined the call.', endedAs('declined', byFar)],
    ['You declined the call. Anna knows.', endedAs('declined', { caller: 'far' })],
    ['You cancelled the call.', endedAs('cancelled')],
    ['Anna cancelled the call.', endedAs('cancelled', theirs)],
    ['No answer from Anna.', endedAs('no-answer', byFar)],
    ['You missed a call from Anna.', endedAs('no-answer', { caller: 'far' })],
    ['Anna is busy in another call.', endedAs('busy', byFar)],
    ['Anna called while you were busy in another call.', endedAs('busy', { caller: 'far' })],
    [
      'The call did not start: Anna’s microphone is blocked.',
      endedAs('mic-blocked', { by: 'far' }),
    ],
    ['The call did not start: your microphone is blocked.', endedAs('mic-blocked')],
    [
      'The call did not start: Anna has no working microphone.',
      endedAs('no-microphone', { by: 'far' }),
    ],
    ['The call did not start: there is no working microphone.', endedAs('no-microphone')],
    ['Anna could not be reached.', endedAs('unreachable', { by: 'network' })],
    ['You missed a call from Anna.', endedAs('unreachable', theirs)],
    [
      `The connection to Anna was lost after 02:03. ${off}`,
      endedAs('connection-lost', { by: 'network', ...spoken }),
    ],
    ['You missed a call from Anna.', endedAs('connection-lost', { by: 'network', caller: 'far' })],
    [
      `The call has ended because the chat or calls were switched off. ${off}`,
      endedAs('session-ended', spoken),
    ],
    [
      'Anna declined the call. Anna is not connected right now.',
      { ...endedAs('declined', byFar), chat: 'lost' },
    ],
  ];
  for (const [words, end] of ends) {
    const { reason, by, caller } = end.call!.lastEnd!;
    it(`says how a call ended: ${reason} by ${by}, called by ${caller}, ${end.chat ?? 'open'}`, async () => {
      const said = await saidIn(end);
      expect(said).to.equal(words);
    });
  }

  it('begins a sentence with a capital letter when the far side has no name', async () => {
    const said = await saidIn({ ...endedAs('declined', byFar), far: { name: '' } });
    expect(said).to.equal('The agent declined the call.');
  });

  it('writes times as 00:09, 59:59 and 1:00:00', () => {
    expect([9999, 60 * minute - 1, 60 * minute].map(clockTime)).to.deep.equal([
      ...['00:09', '59:59', '1:00:00'],
    ]);
  });
});
