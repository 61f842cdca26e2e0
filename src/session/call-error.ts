import type { LinkFailure } from '../ports/link.js';
import type { ConfigFailure } from './snapshot.js';

export type CallErrorCode =
  | 'mic-blocked'
  | 'mic-busy'
  | 'no-microphone'
  | 'mic-failed'
  | 'camera-blocked'
  | 'camera-busy'
  | 'no-camera'
  | 'camera-failed'
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
