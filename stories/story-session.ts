import type { CallPhase } from '../src/index.js';
import {
  fakeConversation,
  type FakeSession,
  fakeSession,
  type FakeState,
  provideSession,
} from '../src/testing/index.js';

const statesIn: Record<CallPhase, readonly string[]> = {
  idle: [],
  calling: ['calling'],
  incoming: ['incoming'],
  connecting: ['in-call'],
  active: ['in-call'],
  reconnecting: ['in-call', 'reconnecting'],
};

/**
 * Stands in for `<chat-session>`: gives what is inside a made-up session, with no camera and no
 * network, and shows the same custom states, so that a host's own CSS works.
 */
export class StorySession extends HTMLElement {
  readonly session: FakeSession = fakeSession();
  readonly #states = this.attachInternals().states;

  constructor() {
    super();
    provideSession(this, this.session);
    this.session.subscribe(() => this.#mark());
  }

  /** Starts anew in this state. */
  set state(state: FakeState) {
    this.session.show({
      ...fakeSession(state).snapshot,
      talk: fakeConversation(state.talk).snapshot,
    });
  }

  #mark(): void {
    const { call, chat } = this.session.snapshot;
    this.#states.clear();
    if (chat === 'open') this.#states.add('in-chat');
    for (const state of statesIn[call.phase]) this.#states.add(state);
  }
}

// Not again when the story is edited and its modules are loaded anew.
if (!customElements.get('story-session')) customElements.define('story-session', StorySession);

declare global {
  interface HTMLElementTagNameMap {
    'story-session': StorySession;
  }
}
