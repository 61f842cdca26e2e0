import { ContextRoot, createContext } from '@lit/context';
import type { Session } from '../session/session.js';

// A global symbol lets two copies of the kit meet; the number changes when `Session` breaks.
export const sessionContext = createContext<Session>(Symbol.for('visavis/session/1'));

let root: ContextRoot | undefined;

/** Keeps requests made before `<chat-session>` was defined, and replays them. */
export function catchEarlyRequests(): void {
  if (root || typeof document === 'undefined') return;
  root = new ContextRoot();
  root.attach(document.documentElement);
}
