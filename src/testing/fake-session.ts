import { type CallState, noCall } from '../call/call-state.js';
import { CallError } from '../session/call-error.js';
import type { ConversationSnapshot } from '../session/conversation.js';
import type { OwnedSession } from '../session/session.js';
import {
  emptySnapshot,
  type FarSide,
  type OwnSide,
  type SessionSnapshot,
} from '../session/snapshot.js';
import { type FakeConversation, fakeConversation } from './fake-conversation.js';
import { drawnPicture } from './drawn-picture.js';

/** The parts of a snapshot that matter; all else is an open chat that allows audio and video. */
export interface FakeState extends Partial<
  Omit<SessionSnapshot, 'call' | 'own' | 'far' | 'policy'>
> {
  /** What was said, and how the conversation stands; its party is the session's. */
  readonly talk?: Partial<ConversationSnapshot>;
  readonly call?: Partial<CallState>;
  readonly own?: Partial<OwnSide>;
  readonly far?: Partial<FarSide>;
  readonly policy?: Partial<SessionSnapshot['policy']>;
}

/** Owned too: an element whose `createSession()` returns one is driven by it. */
export interface FakeSession extends OwnedSession {
  /** The commands that were given, in order, such as `setCamera true`. */
  readonly asked: readonly string[];
  /** The conversation that its `conversation()` answers. */
  readonly talk: FakeConversation;
  /** Changes the state as if something had happened. */
  show(state: FakeState): void;
}

const start: SessionSnapshot = {
  ...emptySnapshot,
  chat: 'open',
  policy: { voip: true, video: true },
  own: { ...emptySnapshot.own, name: 'Sam' },
  far: { ...emptySnapshot.far, name: 'Anna' },
};

const merge = (
  base: SessionSnapshot,
  { call, own, far, policy, ...rest }: Omit<FakeState, 'talk'>,
): SessionSnapshot => ({
  ...base,
  ...rest,
  call: { ...base.call, ...call },
  own: { ...base.own, ...own },
  far: { ...base.far, ...far },
  policy: { ...base.policy, ...policy },
});

/** A session with no camera, no microphone and no network, for tests and stories. */
export function fakeSession({ talk: said, ...state }: FakeState = {}): FakeSession {
  let snapshot = merge(start, state);
  const talk = fakeConversation({ party: snapshot.party, ...said });
  const listeners = new Set<() => void>();
  const asked: string[] = [];

  const show = ({ talk: saidNow, ...next }: FakeState): void => {
    snapshot = merge(snapshot, next);
    const { party } = snapshot;
    if (saidNow || party !== talk.snapshot.party) talk.show({ ...saidNow, party });
    for (const listener of [...listeners]) listener();
  };

  const command = (name: string, next: FakeState = {}): Promise<void> => {
    asked.push(name);
    show(next);
    return Promise.resolve();
  };

  return {
    asked,
    talk,
    dropped: 0,
    show,
    get snapshot() {
      return snapshot;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    startCall: () =>
      snapshot.call.phase === 'incoming'
        ? command('startCall', { call: { phase: 'active', startedAt: Date.now() } })
        : command('startCall', { call: { phase: 'calling', caller: 'self' } }),
    acceptCall: () => command('acceptCall', { call: { phase: 'active', startedAt: Date.now() } }),
    declineCall: () => command('declineCall', { call: noCall }),
    hangUp: () =>
      command('hangUp', { call: noCall, own: { picture: undefined }, far: { picture: undefined } }),
    setCamera: (on) =>
      command(`setCamera ${on}`, {
        own: { picture: on ? drawnPicture(snapshot.own.name).stream : undefined },
      }),
    setMuted: (muted) => command(`setMuted ${muted}`, { own: { muted } }),
    retry: () => command('retry', { problem: undefined }),
    dismissProblem: () => void command('dismissProblem', { problem: undefined }),
    conversation: () => Promise.resolve(talk),
    configure: () => undefined,
    close: () => undefined,
    explain: async ({ code }) => new CallError('not-now', `made up: ${code}`),
  };
}
