import { ContextEvent } from '@lit/context';
import type { Session } from '../session/session.js';
import { sessionContext } from './session-context.js';

/**
 * Finds the session of the element with this id, for a control that stands outside it. Waits for an
 * element that is added, defined or replaced later. The returned function stops looking.
 */
export function watchSessionById(
  host: HTMLElement,
  id: string,
  found: (session: Session) => void,
): () => void {
  const root = host.getRootNode() as Document | ShadowRoot;
  let asked: Element | undefined;

  const ask = (provider: Element): void => {
    asked = provider;
    const request = (): void => {
      // `host` as the target: a provider does not answer itself.
      if (asked === provider) provider.dispatchEvent(new ContextEvent(sessionContext, host, found));
    };
    // A built-in element may be a host's own provider, and `whenDefined` rejects its name.
    if (provider.matches(':defined')) request();
    else void customElements.whenDefined(provider.localName).then(request);
  };

  const look = (): void => {
    const provider = root.getElementById(id);
    if (provider && provider !== asked) ask(provider);
  };

  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['id'] });
  look();
  return () => {
    asked = undefined;
    observer.disconnect();
  };
}
