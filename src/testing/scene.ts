import { fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { type FakeSession, fakeSession, type FakeState } from './fake-session.js';
import { provideSession } from './provide-session.js';

export interface Scene<E extends LitElement> {
  readonly element: E;
  readonly session: FakeSession;
  /** The element in this one's shadow root that carries a part. */
  readonly part: (name: string) => HTMLElement | null;
  /** Changes the session and waits until the element has rendered. */
  readonly show: (state: FakeState) => Promise<void>;
}

/** An element of the kit inside a made-up session. Its tag has to be defined. */
export async function scene<E extends LitElement>(
  tag: string,
  state: FakeState = {},
): Promise<Scene<E>> {
  const session = fakeSession(state);
  const around = await fixture<HTMLElement>(html`<div></div>`);
  provideSession(around, session);
  const element = document.createElement(tag) as E;
  around.append(element);
  await element.updateComplete;
  return {
    element,
    session,
    part: (name) => element.renderRoot.querySelector<HTMLElement>(`[part~='${name}']`),
    show: async (next) => {
      session.show(next);
      await element.updateComplete;
    },
  };
}
