import type { LinkFailure } from '../ports/link.js';
import type { ConfigFailure } from './snapshot.js';

export type CallErrorCode =
  | 'mic-blocked'
  /** The person closed the browser's question. */
  | 'mic-dismissed'
  | 'mic-blocked-by-system'
  | 'mic-busy'
  | 'no-microphone'
  | 'mic-failed'
  /** The browser has not answered for ten seconds; it may still. */
  | 'mic-unanswered'
  /** Pulled out in a call; another one is used now. */
  | 'mic-replaced'
  /** By the system, for as long as it likes. */
  | 'mic-paused'
  /** It gives no sound at all. */
  | 'mic-silent'
  | 'camera-blocked'
  | 'camera-dismissed'
  | 'camera-blocked-by-system'
  | 'camera-busy'
  | 'no-camera'
  | 'camera-failed'
  | 'camera-unanswered'
  | 'camera-paused'
  /** Pulled out in a call, or taken away. */
  | 'camera-stopped'
  | 'blocked-by-page'
  | 'insecure-page'
  | 'sound-needs-press'
  | 'in-another-call'
  | LinkFailure
  | ConfigFailure
  /** The command means nothing in this phase, for instance accepting when nobody rings. */
  | 'not-now'
  /** The administrator's switches do not allow it. */
  | 'not-allowed'
  /** There is no active chat, or the far side is not there. */
  | 'no-chat';

/** A command that could not be carried out, or something that went wrong by itself. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: CallErrorCode;

  constructor(code: CallErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
