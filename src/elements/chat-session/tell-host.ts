import type { OwnedSession } from '../../session/session.js';
import { warnOnce } from '../../session/warn-once.js';
import { inCall, type SessionSnapshot } from '../../session/snapshot.js';
import {
  CallChangeEvent,
  CallErrorEvent,
  CameraChangeEvent,
  ChatChangeEvent,
} from '../shared/events.js';

/** Turns changes of a session into events and custom states of its element; the returned function stops it. */
export function tellHost(
  element: HTMLElement,
  session: Pick<OwnedSession, 'explain' | 'snapshot' | 'subscribe'>,
  mark: (state: string, active: boolean) => void,
): () => void {
  let before = session.snapshot;

  const tell = (now: SessionSnapshot, then: SessionSnapshot): void => {
    if (now.chat !== then.chat) element.dispatchEvent(new ChatChangeEvent(now.chat));
    if (now.call.phase !== then.call.phase)
      element.dispatchEvent(new CallChangeEvent(now.call, then.call.phase));
    for (const [who, side] of [
      ['self', 'own'],
      ['far', 'far'],
    ] as const) {
      const on = now[side].picture !== undefined;
      if (on !== (then[side].picture !== undefined))
        element.dispatchEvent(new CameraChangeEvent(who, on));
    }
    if (now.problem && now.problem !== then.problem) {
      const { code, message } = session.explain(now.problem);
      warnOnce(`${code}: ${message}`);
      element.dispatchEvent(new CallErrorEvent(code, message));
    }
  };

  return session.subscribe(() => {
    const [now, then] = [session.snapshot, before];
    before = now;
    for (const [state, active] of Object.entries(statesOf(now))) mark(state, active);
    tell(now, then);
  });
}

function statesOf({ call, chat }: SessionSnapshot): Record<string, boolean> {
  return {
    'in-chat': chat === 'open',
    calling: call.phase === 'calling',
    incoming: call.phase === 'incoming',
    'in-call': inCall(call) || call.phase === 'connecting',
    reconnecting: call.phase === 'reconnecting',
  };
}
