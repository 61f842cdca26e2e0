import { ContextProvider } from '@lit/context';
import { sessionContext } from '../context/session-context.js';
import type { Session } from '../session/session.js';

/** Gives everything inside `element` this session, as `<chat-session>` would. */
export function provideSession(element: HTMLElement, session: Session): void {
  new ContextProvider(element, { context: sessionContext, initialValue: session }).hostConnected();
}
