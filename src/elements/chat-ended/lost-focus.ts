import { ContextEvent } from '@lit/context';
import { sessionContext } from '../../context/session-context.js';
import type { Session } from '../../session/session.js';
import { SessionElement } from '../shared/session-element.js';

const ofNoUse = 'textarea, input, [contenteditable], [role=textbox], [aria-disabled=true]';

/** What has the focus, in an element of this session; undefined when that is elsewhere. */
export function focusIn(session: Session | undefined): HTMLElement | undefined {
  const element = focused();
  const host = (element?.getRootNode() as Partial<ShadowRoot> | undefined)?.host;
  if (!session || !(host instanceof SessionElement)) return undefined;
  let around: Session | undefined;
  host.dispatchEvent(new ContextEvent(sessionContext, host, (found) => void (around = found)));
  return around === session ? (element as HTMLElement) : undefined;
}

/** True when what had the focus is gone or of no use by now, and nobody has moved it since. */
export function isStranded(element: HTMLElement): boolean {
  const now = focused();
  return now === document.body || (now === element && element.matches(ofNoUse));
}

function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
