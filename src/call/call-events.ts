import type { CallState, EndReason } from './call-state.js';
import type { Outgoing } from './messages.js';

/** Everything that can happen to a call. `at` is milliseconds since the epoch. */
export type CallEvent =
  // The person here.
  | { readonly type: 'call'; readonly id: string }
  | { readonly type: 'accept' }
  | { readonly type: 'decline'; readonly at: number }
  | { readonly type: 'hang-up'; readonly at: number }
  // This machine and its clock.
  /** It opens, and the person has nothing to answer: some take a second, a headset by Bluetooth for one. */
  | { readonly type: 'mic-granted' }
  | { readonly type: 'mic-ready'; readonly at: number }
  | {
      readonly type: 'mic-failed';
      readonly reason: 'mic-blocked' | 'no-microphone';
      readonly at: number;
    }
  | { readonly type: 'ring-timeout'; readonly at: number }
  | { readonly type: 'give-up'; readonly at: number }
  | { readonly type: 'shut'; readonly at: number }
  /** This page comes up with a call of the page before it: a reload, or another tab's. */
  | ({ readonly type: 'resume'; readonly at: number } & Pick<
      CallState,
      'ids' | 'caller' | 'startedAt'
    >)
  /** Another tab goes on with the call: over here, and for nobody else. */
  | { readonly type: 'moved' }
  // The path.
  | { readonly type: 'link-lost'; readonly left: boolean; readonly at: number }
  | { readonly type: 'link-back' }
  // The far side.
  | {
      readonly type: 'far-hello';
      readonly ids: readonly string[];
      readonly ended: { readonly ids: readonly string[]; readonly reason: EndReason } | undefined;
      readonly at: number;
    }
  | {
      readonly type: 'far-ring';
      readonly id: string;
      readonly refuse: 'busy' | 'declined' | undefined;
      readonly at: number;
    }
  | { readonly type: 'far-accept'; readonly id: string; readonly at: number }
  | {
      readonly type: 'far-decline';
      readonly id: string;
      readonly reason: EndReason;
      readonly at: number;
    }
  | {
      readonly type: 'far-end';
      readonly ids: readonly string[];
      readonly reason: EndReason;
      readonly at: number;
    };

export type CallEventType = CallEvent['type'];

/** Which wait a timer is for. */
export type Timer = 'ring' | 'answer' | 'silence' | 'left';

/** What the runner has to do after a step, as data. */
export type Effect =
  | { readonly do: 'send'; readonly message: Outgoing }
  | { readonly do: 'ask-microphone' }
  /** From here both sides may hear each other. */
  | { readonly do: 'open-media' }
  /** Tracks off the lines, devices released. */
  | { readonly do: 'close-media' }
  | { readonly do: 'start-timer'; readonly timer: Timer }
  | { readonly do: 'stop-timer' };
