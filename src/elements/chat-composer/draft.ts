import type { Conversation } from '../../session/conversation.js';

/** What is being written: the person's word counts, and what the conversation keeps follows it. */
export class Draft {
  #text = '';
  #kept: string | undefined;
  #conversation: Conversation | undefined;
  #restored = false;
  /** An input method is at work in the field: nothing else may change it. */
  composing = false;

  get text(): string {
    return this.#text;
  }

  typed(text: string, conversation: Conversation | undefined, live: boolean): void {
    this.#text = text;
    this.#write(conversation, live);
  }

  /** It is on its way. */
  sent(conversation: Conversation, live: boolean): void {
    this.#text = '';
    this.#kept = conversation.snapshot.draft;
    if (this.#kept !== '') this.#write(conversation, live);
  }

  /**
   * What the field should say instead: what was kept over a reload, or what a host wrote for the person.
   * Undefined when it says it, or when what the person has typed is newer.
   */
  follow(conversation: Conversation, live: boolean): string | undefined {
    const { draft, restored } = conversation.snapshot;
    const another = conversation !== this.#conversation;
    if (another) this.#kept = undefined;
    this.#conversation = conversation;
    // What was typed before anything came back is newer than it.
    const early = another || !this.#restored;
    this.#restored = restored;
    if (draft === this.#kept || this.composing) return undefined;
    this.#kept = draft;
    if (draft === this.#text) return undefined;
    if (early && this.#text !== '') {
      this.#write(conversation, live);
      return undefined;
    }
    this.#text = draft;
    return draft;
  }

  #write(conversation: Conversation | undefined, live: boolean): void {
    if (!conversation) return;
    this.#kept = this.#text;
    conversation.write(this.#text, live);
  }
}
