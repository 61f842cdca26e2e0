import { ContextEvent } from '@lit/context';
import type { Session } from '../session/session.js';
import { sessionContext } from './session-context.js';

/**
 * Finds the session of the element with this id, for a control that stands outside it. Waits for an
 * element that is added, or defined, later. The returned function stops looking.
 */
export function watchSessionById(
  host: HTMLElement,
  id: string,
  found: (session: Session) => void,
): () => void {
  const root = host.getRootNode() as Document | ShadowRoot;
  let stopped = false;

  const ask = (provider: Element): void => {
    void customElements.whenDefined(provider.localName).then(() => {
      // `host` as the target: a provider does not answer itself.
      if (!stopped) provider.dispatchEvent(new ContextEvent(sessionContext, host, found));
    });
  };

  const look = (): boolean => {
    const provider = root.getElementById(id);
    if (provider) ask(provider);
    return provider !== null;
  };

  const observer = new MutationObserver(() => {
    if (look()) observer.disconnect();
  });
  if (!look()) observer.observe(root, { childList: true, subtree: true, attributeFilter: ['id'] });
  return () => {
    stopped = true;
    observer.disconnect();
  };
}
