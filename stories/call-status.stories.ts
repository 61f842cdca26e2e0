import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { Problem } from '../src/index.js';
import type { FakeState } from '../src/testing/index.js';
import { callArea, inSession, partOf, sessionIn } from './in-session.js';
import { asAgent, byName, ended, states } from './states.js';

interface Args {
  readonly state: FakeState;
}

const meta = {
  title: 'Call area/Call status',
  component: 'call-status',
  args: { state: states.audio },
  argTypes: { state: byName },
  render: ({ state }) => inSession(state, html`<call-status></call-status>`, callArea),
} satisfies Meta<Args>;

export default meta;
type Story = StoryObj<Args>;

// ── In a call: who sees and hears whom ─────────────────────────────────────

export const Audio: Story = {};
export const Calling: Story = { args: { state: states.calling } };
export const Answering: Story = { args: { state: states.answering } };
export const Connecting: Story = {
  args: { state: { ...states.answering, own: { askingMicrophone: false } } },
};
export const OnlyMyCamera: Story = { args: { state: states.myCamera } };
export const OnlyTheirCamera: Story = { args: { state: states.theirCamera } };
export const BothCameras: Story = { args: { state: states.bothCameras } };
export const Muted: Story = { args: { state: states.muted } };
export const MutedWithMyCamera: Story = {
  args: { state: { ...states.myCamera, own: { ...states.myCamera.own, muted: true } } },
};
export const TheyAreMuted: Story = { args: { state: states.farMuted } };
export const TheyAreMutedWithTheirCamera: Story = {
  args: { state: { ...states.theirCamera, far: { ...states.theirCamera.far, muted: true } } },
};
export const BothMuted: Story = { args: { state: { ...states.muted, far: { muted: true } } } };
export const Reconnecting: Story = { args: { state: states.reconnecting } };
/** After 20 seconds it is said what can be done. */
export const ReconnectingForLong: Story = { args: { state: states.reconnectingLong } };
export const PoorNetwork: Story = { args: { state: states.poorNetwork } };
export const TheirPoorNetwork: Story = { args: { state: states.theirPoorNetwork } };
/** The network is too slow for the own picture: it is not sent, and comes back by itself. */
export const PictureHeld: Story = { args: { state: states.pictureHeld } };
export const WithBothNetworks: Story = {
  args: { state: states.networks },
  render: ({ state }) =>
    inSession(
      state,
      html`<call-status>
        <network-quality slot="meta"></network-quality>
        <network-quality slot="meta" of="far"></network-quality>
      </call-status>`,
      callArea,
    ),
};
export const WithPoorNetworkBeside: Story = {
  ...WithBothNetworks,
  args: { state: states.poorNetwork },
};
export const AtTheAgent: Story = { args: { state: asAgent(states.theirCamera) } };
export const NamelessVisitor: Story = {
  args: { state: { ...asAgent(states.farMuted), far: { name: '', muted: true } } },
};
export const OverAnHour: Story = {
  args: { state: { call: { phase: 'active', startedAt: Date.now() - 3_852_000 } } },
};
export const WithSomethingBeside: Story = {
  render: ({ state }) =>
    inSession(state, html`<call-status><span slot="meta">HD</span></call-status>`, callArea),
};

// ── Before a call ──────────────────────────────────────────────────────────

/** Nothing is worth saying. */
export const Idle: Story = { args: { state: states.idle } };
export const NoActiveChat: Story = { args: { state: states.noChat } };
export const ChatConnecting: Story = { args: { state: states.connecting } };
/** All agents are in other chats: the place is told anew each time it changes. */
export const InTheQueue: Story = { args: { state: states.inQueue } };
export const NextInTheQueue: Story = { args: { state: states.nextInQueue } };
export const NobodyIsHere: Story = { args: { state: states.nobodyHere } };
export const FarSideNotHere: Story = { args: { state: states.waiting } };
export const FarSideLost: Story = { args: { state: states.chatLost } };
export const OutsideASession: Story = {
  render: () => html`<call-status style=${callArea.style}></call-status>`,
};

// ── After a call: every reason, from both sides ────────────────────────────

const end = (...args: Parameters<typeof ended>): Story => ({ args: { state: ended(...args) } });
const spoken = { duration: 252_000 };
const calledByThem = { caller: 'far' } as const;

export const IEnded = end('hung-up', 'self', spoken);
export const TheyEnded = end('hung-up', 'far', spoken);
export const IDeclined = end('declined', 'self', calledByThem);
export const TheyDeclined = end('declined', 'far');
export const ICancelled = end('cancelled', 'self');
export const TheyCancelled = end('cancelled', 'far', calledByThem);
export const TheyDidNotAnswer = end('no-answer', 'far');
export const IDidNotAnswer = end('no-answer', 'self', calledByThem);
export const TheyAreBusy = end('busy', 'far');
export const IWasBusy = end('busy', 'self', calledByThem);
export const MyMicrophoneWasBlocked = end('mic-blocked', 'self');
export const TheirMicrophoneWasBlocked = end('mic-blocked', 'far');
export const IHaveNoMicrophone = end('no-microphone', 'self');
export const TheyHaveNoMicrophone = end('no-microphone', 'far');
export const Unreachable = end('unreachable', 'network');
export const ConnectionLost = end('connection-lost', 'network', spoken);
export const RingLost = end('connection-lost', 'network', calledByThem);
export const SwitchedOff = end('session-ended', 'self');
export const EndedAtTheAgent: Story = { args: { state: asAgent(states.ended) } };
export const EndedAndTheyLeft: Story = { args: { state: { ...states.ended, chat: 'lost' } } };

// ── Problems: what happened, why, what to do ───────────────────────────────

const problem = (what: Problem, state: FakeState = {}): Story => ({
  args: { state: { ...state, problem: what } },
});
const noMicrophone = (code: (Problem & { about: 'microphone' })['code']): Story => {
  const reason = code === 'missing' || code === 'busy' ? 'no-microphone' : 'mic-blocked';
  return problem({ about: 'microphone', code, farKnows: false }, ended(reason, 'self'));
};
const noCamera = (code: (Problem & { about: 'camera' })['code']): Story =>
  problem({ about: 'camera', code }, states.audio);

export const MicrophoneBlocked = noMicrophone('blocked');
/** Chromium tells a question that was closed from one that was answered with no. */
export const MicrophoneQuestionClosed = noMicrophone('dismissed');
export const MicrophoneBlockedByTheSystem = noMicrophone('blocked-by-system');
export const MicrophoneUnanswered = problem(
  { about: 'microphone', code: 'unanswered', farKnows: false },
  states.calling,
);
export const MicrophoneMissing = noMicrophone('missing');
export const MicrophoneBusy = noMicrophone('busy');
export const MicrophoneFailed = noMicrophone('failed');
export const MicrophoneForbiddenByThePage = noMicrophone('blocked-by-page');
export const MicrophoneOnAnInsecurePage = noMicrophone('insecure-page');
/** The far side had called, and is told. */
export const MicrophoneBlockedOnAnswering = problem(
  { about: 'microphone', code: 'blocked', farKnows: true },
  ended('mic-blocked', 'self', calledByThem),
);
export const CameraBlocked = noCamera('blocked');
export const CameraMissing = noCamera('missing');
export const CameraBusy = noCamera('busy');
export const CameraFailed = noCamera('failed');
export const CameraForbiddenByThePage = noCamera('blocked-by-page');
export const CameraOnAnInsecurePage = noCamera('insecure-page');
export const CameraQuestionClosed = noCamera('dismissed');
export const CameraBlockedByTheSystem = noCamera('blocked-by-system');
export const CameraUnanswered: Story = {
  args: {
    state: {
      ...states.audio,
      own: { askingCamera: true },
      problem: { about: 'camera', code: 'unanswered' },
    },
  },
};
export const SoundNeedsAPress = problem({ about: 'sound', code: 'needs-press' }, states.audio);
export const InAnotherCall = problem({ about: 'call', code: 'in-another-call' });
export const ServerUnreachable = problem(
  { about: 'link', code: 'server-unreachable' },
  states.connecting,
);
/** It is full, or waits for what it keeps its clients in. */
export const ServerBusy = problem({ about: 'link', code: 'server-busy' }, states.connecting);
/** The host gives no ticket, or the server does not take it. */
export const NotLetIn = problem({ about: 'link', code: 'not-let-in' }, { chat: 'none' });
/** What the host answers is no ticket. */
export const NoTicket = problem({ about: 'link', code: 'no-ticket' }, states.connecting);
/** The host has ended the session, for both sides. */
export const SessionEnded = problem({ about: 'link', code: 'session-ended' }, { chat: 'none' });
export const IdTaken = problem({ about: 'link', code: 'id-taken' }, states.connecting);
export const OpenElsewhere = problem({ about: 'link', code: 'open-elsewhere' }, { chat: 'none' });
export const UnsupportedBrowser = problem({ about: 'link', code: 'unsupported' }, states.noChat);
/** Not a problem to speak of: the status line says it. */
export const NoPath = problem({ about: 'link', code: 'no-path' }, states.waiting);
/** The far side sends more than the page can take: kept out for a while. */
export const TooManyMessages = problem({ about: 'link', code: 'flooded' }, states.chatLost);
export const FarSideAbsent = problem({ about: 'link', code: 'far-absent' }, states.waiting);
export const NotSetUp = problem({ about: 'setup', code: 'no-server' }, states.noChat);

// ── What befalls devices in a call ─────────────────────────────────────────

const inCall = (
  code: (Problem & { about: 'microphone' })['code'],
  own: FakeState['own'] = {},
): Story => problem({ about: 'microphone', code, farKnows: false }, { ...states.audio, own });

export const MicrophonePaused = inCall('paused', { microphonePaused: true });
export const MicrophoneSilent = inCall('silent');
export const MicrophoneReplaced = problem(
  { about: 'microphone', code: 'replaced', farKnows: false, device: 'USB headset (046d:0a44)' },
  states.audio,
);
/** A device may have no name: then it is called what it is. */
export const MicrophoneReplacedByANamelessOne = inCall('replaced');
export const MicrophoneGone = problem(
  { about: 'microphone', code: 'missing', farKnows: true },
  states.muted,
);
export const CameraPaused: Story = {
  args: {
    state: {
      ...states.myCamera,
      own: { ...states.myCamera.own, cameraPaused: true },
      problem: { about: 'camera', code: 'paused' },
    },
  },
};
export const CameraStopped = noCamera('stopped');

// ── At work ────────────────────────────────────────────────────────────────

export const TriesAgain: Story = {
  ...CameraBlocked,
  play: async ({ canvasElement }) => {
    const notice = await partOf(canvasElement, 'call-status', 'notice');
    await userEvent.click(await partOf(canvasElement, 'call-status', 'retry'));
    await expect(sessionIn(canvasElement).asked).toEqual(['retry']);
    await expect(notice).not.toBeInTheDocument();
  },
};

export const IsPutAway: Story = {
  ...MicrophoneBlocked,
  play: async ({ canvasElement }) => {
    const status = await partOf(canvasElement, 'call-status', 'status');
    await userEvent.click(await partOf(canvasElement, 'call-status', 'dismiss'));
    await expect(sessionIn(canvasElement).asked).toEqual(['dismissProblem']);
    await expect(status).toHaveTextContent('your microphone is blocked');
  },
};

export const FollowsTheQueue: Story = {
  args: { state: states.nobodyHere },
  play: async ({ canvasElement }) => {
    const status = await partOf(canvasElement, 'call-status', 'status');
    await expect(status).toHaveTextContent('Nobody is here just now');
    const shown: [state: FakeState, words: string][] = [
      [states.inQueue, 'You are number 3 in the queue'],
      [states.nextInQueue, 'You are next'],
      [{ ...states.waiting, queue: undefined }, 'Anna is not here yet'],
    ];
    for (const [state, words] of shown) {
      sessionIn(canvasElement).show(state);
      await expect(await partOf(canvasElement, 'call-status', 'status')).toHaveTextContent(words);
    }
  },
};

export const FollowsTheCall: Story = {
  args: { state: states.calling },
  play: async ({ canvasElement }) => {
    const says = async (state: FakeState, words: string): Promise<void> => {
      sessionIn(canvasElement).show(state);
      const status = await partOf(canvasElement, 'call-status', 'status');
      await expect(status).toHaveTextContent(words);
    };
    await says(states.calling, 'Calling Anna…');
    await says(states.audio, 'You and Anna hear each other. No camera is on.');
    await says(states.bothCameras, 'You and Anna see and hear each other.');
    await says(states.reconnecting, 'Reconnecting…');
  },
};
