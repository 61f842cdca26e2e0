export type CallPhase =
  | 'idle'
  /** We ring, or are about to: our microphone is being asked for. */
  | 'calling'
  /** They ring. Nothing is captured here. */
  | 'incoming'
  /** Accepted here; our microphone is being asked for. */
  | 'connecting'
  /** Both hear each other. */
  | 'active'
  /** The path broke in a call; the call goes on when it is back. */
  | 'reconnecting';

/** Why a call ended, or never began. A closed set. */
export const endReasons = [
  'hung-up',
  'declined',
  'cancelled',
  'no-answer',
  'busy',
  'mic-blocked',
  'no-microphone',
  'unreachable',
  'connection-lost',
  'session-ended',
] as const;

export type EndReason = (typeof endReasons)[number];

export interface CallEnd {
  readonly reason: EndReason;
  /** Whose act, or whose microphone, ended it; `network` when nobody did. */
  readonly by: 'self' | 'far' | 'network';
  /** Who had called. */
  readonly caller: 'self' | 'far' | undefined;
  /** Milliseconds both could hear each other; 0 when the call was never accepted. */
  readonly duration: number;
  readonly ids: readonly string[];
}

export interface CallState {
  readonly phase: CallPhase;
  /** The call's id; two of them when both sides rang at once. Empty when idle. */
  readonly ids: readonly string[];
  /** Who rang first, as seen from here. */
  readonly caller: 'self' | 'far' | undefined;
  /** True once our ring was sent: our microphone was granted before. */
  readonly rung: boolean;
  /** When both could first hear each other, in milliseconds since the epoch. */
  readonly startedAt: number | undefined;
  /** Since when the path of this call is broken, in milliseconds since the epoch. */
  readonly brokenAt: number | undefined;
  /** How the call before this one ended. */
  readonly lastEnd: CallEnd | undefined;
}

export const noCall: CallState = {
  phase: 'idle',
  ids: [],
  caller: undefined,
  rung: false,
  startedAt: undefined,
  brokenAt: undefined,
  lastEnd: undefined,
};
