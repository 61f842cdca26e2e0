import { type CallState, noCall } from '../call/call-state.js';
import type { DeviceFailure } from '../ports/devices.js';
import type { LinkFailure, Party } from '../ports/link.js';
import type { PathLevel } from '../ports/path.js';

/** What is known of a device: never just yes or no. */
export type Capability = 'unknown' | 'granted' | 'denied' | 'missing' | 'busy' | 'blocked-by-page';

/** The chat that calls live in. `none`: no active chat. */
export type ChatState = 'none' | 'connecting' | 'waiting' | 'open' | 'lost';

export type ConfigFailure = 'no-server' | 'no-peer-id' | 'unknown-party' | 'invalid-id';

/** What befalls a device that is asked for, or open. */
export type DeviceTrouble =
  | DeviceFailure
  /** The browser asks the person, and has had no answer for a while. */
  | 'unanswered'
  /** The system has paused it: a telephone call, a switch on the device. Goes on by itself. */
  | 'paused';

interface MicrophoneProblem {
  readonly about: 'microphone';
  readonly code:
    | DeviceTrouble
    /** It was pulled out, and another one took its place. */
    | 'replaced'
    /** It is on, and no sound at all comes from it. */
    | 'silent';
  readonly farKnows: boolean;
  /** The name of the one that took its place. */
  readonly device?: string;
}
interface CameraProblem {
  readonly about: 'camera';
  readonly code:
    | DeviceTrouble
    /** It was pulled out, or the browser took it away. */
    | 'stopped';
}
interface SoundProblem {
  readonly about: 'sound';
  readonly code: 'needs-press';
}
interface CallProblem {
  readonly about: 'call';
  readonly code: 'in-another-call';
}
interface LinkProblem {
  readonly about: 'link';
  readonly code: LinkFailure;
}
interface ConfigProblem {
  readonly about: 'setup';
  readonly code: ConfigFailure;
}

/** What went wrong and is not yet mended or dismissed. */
export type Problem =
  MicrophoneProblem | CameraProblem | SoundProblem | CallProblem | LinkProblem | ConfigProblem;

export interface OwnSide {
  /** Empty when the host gave none. */
  readonly name: string;
  readonly microphone: Capability;
  /** True while the browser is asked for the microphone or camera. */
  readonly askingMicrophone: boolean;
  readonly askingCamera: boolean;
  readonly muted: boolean;
  /** The system has paused the microphone: nothing is heard of it, muted or not. */
  readonly microphonePaused: boolean;
  readonly camera: Capability;
  /** Own picture while the own camera is on, for the self-view. */
  readonly picture: MediaStream | undefined;
  /** The own camera is on, and the system has paused it: its picture is not shown at the far side. */
  readonly cameraPaused: boolean;
  /** The own camera is on, and the network too slow: its picture is not sent until it gets better. */
  readonly held: boolean;
  /** Undefined out of a call, and until enough was measured. */
  readonly network: PathLevel | undefined;
}

export interface FarSide {
  /** `remote-name`, else what the far side calls itself, else empty. */
  readonly name: string;
  readonly muted: boolean;
  /** The far side's picture while it sends one in a call. */
  readonly picture: MediaStream | undefined;
  /** Undefined out of a call, and until enough was measured. */
  readonly network: PathLevel | undefined;
}

/** Where a visitor stands who has to wait for an agent. */
export interface QueuePlace {
  /** 1: the next one. */
  readonly place: number;
  /** How many agents are there. */
  readonly agents: number;
}

/** All that elements may know of a session, at one moment. Never changed in place. */
export interface SessionSnapshot {
  readonly party: Party;
  readonly chat: ChatState;
  /** While the host has no far side yet, and says so; the chat is `connecting` meanwhile. */
  readonly queue: QueuePlace | undefined;
  /** What the administrator allows here; `video` is false without `voip`. */
  readonly policy: { readonly voip: boolean; readonly video: boolean };
  readonly call: CallState;
  readonly own: OwnSide;
  readonly far: FarSide;
  readonly problem: Problem | undefined;
}

export const emptySnapshot: SessionSnapshot = {
  party: 'visitor',
  chat: 'none',
  queue: undefined,
  policy: { voip: false, video: false },
  call: noCall,
  own: {
    name: '',
    microphone: 'unknown',
    askingMicrophone: false,
    askingCamera: false,
    muted: false,
    microphonePaused: false,
    camera: 'unknown',
    picture: undefined,
    cameraPaused: false,
    held: false,
    network: undefined,
  },
  far: { name: '', muted: false, picture: undefined, network: undefined },
  problem: undefined,
};

/** True while a call exists that both sides know of. */
export const inCall = ({ phase }: CallState): boolean =>
  phase === 'active' || phase === 'reconnecting';
