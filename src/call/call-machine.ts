import type { CallEvent, CallEventType, Effect, Timer } from './call-events.js';
import {
  type CallEnd,
  type CallPhase,
  type CallState,
  type EndReason,
  noCall,
} from './call-state.js';
import type { Outgoing } from './messages.js';

export type Step = readonly [CallState, readonly Effect[]];

type Handler<T extends CallEventType> = (
  state: CallState,
  event: Extract<CallEvent, { type: T }>,
) => Step;
type Row = { readonly [T in CallEventType]: Handler<T> };

const send = (message: Outgoing): Effect => ({ do: 'send', message });
const startTimer = (timer: Timer): Effect => ({ do: 'start-timer', timer });
const askMicrophone: Effect = { do: 'ask-microphone' };
const openMedia: Effect = { do: 'open-media' };
const closeMedia: Effect = { do: 'close-media' };
const stopTimer: Effect = { do: 'stop-timer' };

const shares = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((id) => b.includes(id));
const first = (state: CallState): string => state.ids[0] ?? '';

const stay = (state: CallState): Step => [state, []];

/** Back to idle: the one way out of every phase. */
function ended(
  state: CallState,
  reason: EndReason,
  by: CallEnd['by'],
  at: number,
  ...messages: readonly Outgoing[]
): Step {
  const { caller, ids, startedAt } = state;
  const duration = startedAt === undefined ? 0 : Math.max(0, at - startedAt);
  return [
    { ...noCall, lastEnd: { reason, by, caller, duration, ids } },
    [stopTimer, ...messages.map(send), closeMedia],
  ];
}

const endMessage = (state: CallState, reason: EndReason): Outgoing => ({
  type: 'end',
  ids: [...state.ids],
  reason,
});
const declineMessage = (state: CallState, reason: EndReason): Outgoing => ({
  type: 'decline',
  id: first(state),
  reason,
});

/** Nobody is told of a call that did not ring. */
const cancelled = (state: CallState): readonly Outgoing[] =>
  state.rung ? [endMessage(state, 'cancelled')] : [];

const ring = (state: CallState): Effect => send({ type: 'ring', id: first(state) });

const ringOnce = (state: CallState): Step =>
  state.rung ? stay(state) : [{ ...state, rung: true }, [ring(state), startTimer('ring')]];

function active(state: CallState, at: number, ...effects: readonly Effect[]): Step {
  return [
    { ...state, phase: 'active', startedAt: state.startedAt ?? at, brokenAt: undefined },
    [stopTimer, ...effects, openMedia],
  ];
}

/** The far side ended a call. Where both rang, it may know only one of the two ids: tell it the other. */
const farEnded: Handler<'far-end'> = (state, event) => {
  if (!shares(state.ids, event.ids)) return stay(state);
  const untold = state.ids.some((id) => !event.ids.includes(id));
  const messages = untold ? [endMessage(state, event.reason)] : [];
  return ended(
    state,
    event.reason,
    event.reason === 'connection-lost' ? 'network' : 'far',
    event.at,
    ...messages,
  );
};

/** Both rang, and one of the rings was lost in a drop: the call owns both ids on both sides. */
const agreed = (state: CallState, ids: readonly string[]): CallState => ({
  ...state,
  ids: [...new Set([...state.ids, ...ids])],
});

/** A new connection after a drop. A call that only we still hold is over. */
const stillInCall: Handler<'far-hello'> = (state, event) => {
  if (shares(state.ids, event.ids)) return active(agreed(state, event.ids), event.at);
  if (event.ended && shares(state.ids, event.ended.ids))
    return ended(state, event.ended.reason, 'far', event.at);
  return ended(state, 'connection-lost', 'network', event.at);
};

/** How the call with this id ended here by somebody's act; undefined when it did not. */
const answerTo = ({ lastEnd }: CallState, id: string): EndReason | undefined =>
  lastEnd?.ids.includes(id) && lastEnd.reason !== 'connection-lost' ? lastEnd.reason : undefined;

/** A caller that missed our answer rings again after a drop: the answer stands. */
const answered =
  (otherwise: Handler<'far-ring'>): Handler<'far-ring'> =>
  (state, event) => {
    const reason = answerTo(state, event.id);
    return reason
      ? [state, [send({ type: 'decline', id: event.id, reason })]]
      : otherwise(state, event);
  };

/** It did not ring here, but the person has to know that somebody called. */
const missedWhileBusy = (state: CallState, id: string): CallState => ({
  ...state,
  lastEnd: { reason: 'busy', by: 'self', caller: 'far', duration: 0, ids: [id] },
});

/** Both had rung, and the far side is already done with one of the two rings. */
const farDeclined: Handler<'far-decline'> = (state, { at, id, reason }) =>
  farEnded(state, { type: 'far-end', ids: [id], reason, at });

const answerBusy: Handler<'far-ring'> = (state, event) =>
  state.ids.includes(event.id)
    ? stay(state)
    : [state, [send({ type: 'decline', id: event.id, reason: 'busy' })]];

/** The same caller rings anew (its page was reloaded while it rang): the older ring is gone. */
const ringsAnew: Handler<'far-ring'> = (state, event) => [{ ...state, ids: [event.id] }, []];

const hungUp: Handler<'hang-up'> = (state, event) =>
  ended(state, 'hung-up', 'self', event.at, endMessage(state, 'hung-up'));

const shut: Handler<'shut'> = (state, event) =>
  ended(state, 'session-ended', 'self', event.at, endMessage(state, 'session-ended'));

const moved = (): Step => [noCall, [stopTimer, closeMedia]];

const declined = (state: CallState, event: { readonly at: number }): Step =>
  ended(state, 'declined', 'self', event.at, declineMessage(state, 'declined'));

const accepted = (state: CallState): Step => [
  { ...state, phase: 'connecting' },
  [stopTimer, askMicrophone],
];

const nothing: Row = {
  call: stay,
  accept: stay,
  decline: stay,
  'hang-up': stay,
  'mic-granted': stay,
  'mic-ready': stay,
  'mic-failed': stay,
  'ring-timeout': stay,
  'give-up': stay,
  shut: stay,
  resume: stay,
  moved: stay,
  'link-lost': stay,
  'link-back': stay,
  'far-hello': stay,
  'far-ring': stay,
  'far-accept': stay,
  'far-decline': stay,
  'far-end': stay,
};

/** The whole life of a call. What a row does not name changes nothing in that phase. */
const table: Readonly<Record<CallPhase, Row>> = {
  idle: {
    ...nothing,
    call: (state, { id }) => [
      { ...state, phase: 'calling', ids: [id], caller: 'self', rung: false },
      [askMicrophone],
    ],
    // The far side waits as long as for one that said goodbye.
    resume: (state, { ids, caller, startedAt, at }) => [
      { ...state, phase: 'reconnecting', ids, caller, startedAt, brokenAt: at, rung: true },
      [askMicrophone, startTimer('left')],
    ],
    'far-ring': answered((state, { id, refuse }) =>
      refuse
        ? [
            refuse === 'busy' ? missedWhileBusy(state, id) : state,
            [send({ type: 'decline', id, reason: refuse })],
          ]
        : [{ ...state, phase: 'incoming', ids: [id], caller: 'far' }, [startTimer('answer')]],
    ),
    // It accepted a call that is over here: both cannot be left talking to nobody.
    'far-accept': (state, { id }) => [
      state,
      [send({ type: 'end', ids: [id], reason: answerTo(state, id) ?? 'cancelled' })],
    ],
  },

  calling: {
    ...nothing,
    moved,
    'mic-granted': ringOnce,
    'mic-ready': ringOnce,
    'mic-failed': (state, { reason, at }) => ended(state, reason, 'self', at, ...cancelled(state)),
    'hang-up': (state, { at }) => ended(state, 'cancelled', 'self', at, ...cancelled(state)),
    shut,
    'ring-timeout': (state, { at }) =>
      ended(state, 'no-answer', 'far', at, endMessage(state, 'no-answer')),
    'link-lost': (state) => [state, [startTimer('left')]],
    'give-up': (state, { at }) =>
      ended(state, 'unreachable', 'network', at, endMessage(state, 'unreachable')),
    'link-back': (state) => [state, state.rung ? [startTimer('ring')] : [stopTimer]],
    'far-hello': (state, event) => {
      if (!state.rung) return [state, [stopTimer]];
      const { ids, ended: theirs, at } = event;
      if (shares(state.ids, ids)) return active(agreed(state, ids), at);
      if (theirs && shares(state.ids, theirs.ids)) return ended(state, theirs.reason, 'far', at);
      return [state, [ring(state), startTimer('ring')]];
    },
    // Both pressed at once: each ring is the answer to the other, one call owns both ids.
    'far-ring': answered((state, { id, at }) =>
      state.rung
        ? active({ ...state, ids: [...state.ids, id] }, at)
        : [{ ...state, phase: 'connecting', ids: [id], caller: 'far' }, []],
    ),
    'far-accept': (state, { id, at }) => (state.ids.includes(id) ? active(state, at) : stay(state)),
    'far-decline': farDeclined,
    'far-end': farEnded,
  },

  incoming: {
    ...nothing,
    moved,
    // Pressing the headset while it rings is accepting.
    call: accepted,
    accept: accepted,
    decline: declined,
    'hang-up': declined,
    shut: declined,
    'ring-timeout': (state, { at }) =>
      ended(state, 'no-answer', 'self', at, declineMessage(state, 'no-answer')),
    'link-lost': (state, { at }) => ended(state, 'connection-lost', 'network', at),
    'far-ring': ringsAnew,
    'far-end': farEnded,
  },

  connecting: {
    ...nothing,
    moved,
    'mic-ready': (state, { at }) => active(state, at, send({ type: 'accept', id: first(state) })),
    'mic-failed': (state, { reason, at }) =>
      ended(state, reason, 'self', at, declineMessage(state, reason)),
    decline: declined,
    'hang-up': declined,
    shut: declined,
    'link-lost': (state, { at }) => ended(state, 'connection-lost', 'network', at),
    'far-ring': ringsAnew,
    'far-end': farEnded,
  },

  active: {
    ...nothing,
    moved,
    // After a reload the microphone may come later than the far side.
    'mic-ready': (state) => [state, [openMedia]],
    'hang-up': hungUp,
    shut,
    'link-lost': (state, { at, left }) => [
      { ...state, phase: 'reconnecting', brokenAt: at },
      [startTimer(left ? 'left' : 'silence')],
    ],
    'far-hello': stillInCall,
    'far-ring': answerBusy,
    'far-decline': farDeclined,
    'far-end': farEnded,
  },

  reconnecting: {
    ...nothing,
    moved,
    'hang-up': hungUp,
    shut,
    // The path may come back at this very moment: the far side must not go on alone.
    'give-up': (state, { at }) =>
      ended(state, 'connection-lost', 'network', at, endMessage(state, 'connection-lost')),
    'link-lost': (state, { left }) => [state, left ? [startTimer('left')] : []],
    'link-back': (state) => [{ ...state, phase: 'active', brokenAt: undefined }, [stopTimer]],
    'far-hello': stillInCall,
    'far-ring': answerBusy,
    'far-decline': farDeclined,
    'far-end': farEnded,
  },
};

/** One step of a call: pure, total, and the only place where a call changes. */
export function step(state: CallState, event: CallEvent): Step {
  const handle = table[state.phase][event.type] as Handler<CallEventType>;
  return handle(state, event);
}

/** Whether an act of the person here means anything in this phase. */
export function allows(phase: CallPhase, act: 'call' | 'accept' | 'decline' | 'hang-up'): boolean {
  return table[phase][act] !== stay;
}
