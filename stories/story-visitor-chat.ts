import { VisitorChat } from '../src/layouts/visitor-chat/visitor-chat.js';
import {
  fakeConversation,
  type FakeSession,
  fakeSession,
  type FakeState,
} from '../src/testing/index.js';

/** `<visitor-chat>` with a made-up session. */
export class StoryVisitorChat extends VisitorChat {
  override get session(): FakeSession {
    return super.session as FakeSession;
  }

  /** Starts anew in this state. */
  set state(state: FakeState) {
    this.session.show({ chat: 'none' });
    this.session.show({
      ...fakeSession(state).snapshot,
      talk: fakeConversation(state.talk).snapshot,
    });
  }

  protected override createSession(): FakeSession {
    // As a page that has just been loaded: what was kept is on its way.
    return fakeSession({ chat: 'none', talk: { restored: false } });
  }
}

// Not again when the story is edited and its modules are loaded anew.
if (!customElements.get('story-visitor-chat'))
  customElements.define('story-visitor-chat', StoryVisitorChat);

declare global {
  interface HTMLElementTagNameMap {
    'story-visitor-chat': StoryVisitorChat;
  }
}
