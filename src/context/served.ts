import { emptySnapshot, type SessionSnapshot } from '../session/snapshot.js';

export const isServer = typeof document === 'undefined';

// On each element that a server has drawn. Not kept in one place: elements come to life in any order.
const attribute = 'served';

/** Where a server finds no session: one may be around in the page, and nothing of it is known. */
const unknown: SessionSnapshot = {
  ...emptySnapshot,
  chat: 'connecting',
  policy: { voip: true, video: true },
};

/** On a server: says on the element what it is drawn from. Resolves what is not known. */
export function serve(element: Element, snapshot = unknown): SessionSnapshot {
  const { party, chat, policy, far } = snapshot;
  element.setAttribute(attribute, JSON.stringify({ party, chat, policy, far }));
  return snapshot;
}

/** What a server has drawn the element from; undefined when none has. */
export function servedSnapshot(element: Element): SessionSnapshot | undefined {
  const served = element.getAttribute(attribute);
  if (served === null) return undefined;
  return { ...emptySnapshot, ...(JSON.parse(served) as Partial<SessionSnapshot>) };
}
