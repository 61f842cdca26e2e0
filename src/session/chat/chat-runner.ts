import { type Body, type Entry, type FileBody, maxText } from '../../chat/entry.js';
import { cleanName } from '../../chat/file-kind.js';
import { type ChatMessage, readChatMessage } from '../../chat/messages.js';
import type { Clock } from '../../ports/clock.js';
import type { FileChannel } from '../../ports/link.js';
import { CallLines } from './call-lines.js';
import { Chat } from './chat.js';
import {
  ChatEndEvent,
  FileRejectedEvent,
  MessageReceivedEvent,
  UnreadChangeEvent,
} from '../chat-events.js';
import type { ChatStore } from '../chat-store.js';
import {
  type Conversation,
  type ConversationSnapshot,
  emptyConversation,
  type Uploader,
} from '../conversation.js';
import { FileRunner } from '../files/file-runner.js';
import { LiveTyping } from './live-typing.js';
import { Publisher } from './publisher.js';
import type { SessionOwner } from '../session.js';
import type { SessionSnapshot } from '../snapshot.js';
import { tabStore } from './tab-store.js';
import { Typing } from './typing.js';

/** What a conversation needs of the session that it is in. */
export interface ChatStage {
  readonly snapshot: SessionSnapshot;
  subscribe(listener: () => void): () => void;
  /** Sends a message of the conversation, if the link is open. */
  say(chat: object): void;
  readonly files: FileChannel | undefined;
  /** Names the two sides; another name is another chat. */
  readonly chatName: string;
  hangUp(): Promise<void>;
  leave(): void;
  rejoin(): Promise<void>;
}

export interface ChatPorts {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly owner?: SessionOwner;
}

// How long the end waits to be heard before the link closes, in milliseconds.
const endWithin = 3000;

/** Runs the conversation of a session: one chat after the other, over the session's link. */
export class ChatRunner implements Conversation {
  readonly #stage: ChatStage;
  readonly #ports: ChatPorts;
  readonly #listeners = new Set<() => void>();
  readonly #typing: Typing;
  readonly #live: LiveTyping;
  readonly #lines: CallLines;
  readonly #publisher: Publisher;
  #snapshot = emptyConversation;
  #session: SessionSnapshot;
  #chatName: string;
  #chat!: Chat;
  #files!: FileRunner;

  constructor(stage: ChatStage, ports: ChatPorts) {
    this.#stage = stage;
    this.#ports = ports;
    this.#session = stage.snapshot;
    this.#publisher = new Publisher(ports.clock, () => this.#publish());
    this.#typing = new Typing(
      ports.clock,
      (on) => this.#say({ type: 'typing', on }),
      () => this.#publisher.changed(),
    );
    this.#chatName = stage.chatName;
    this.#lines = new CallLines(this.#session, (line) => {
      if (!this.#chat.ended) this.#chat.post(line);
    });
    this.#live = new LiveTyping(ports.newId, (message) => this.#say(message));
    this.#begin();
    stage.subscribe(() => this.#sessionChanged());
  }

  get snapshot(): ConversationSnapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  // ── Commands ─────────────────────────────────────────────────────────────

  send(text: string): string {
    this.#mayWrite();
    if (text.trim() === '' || text.length > maxText)
      throw new RangeError(`A message has 1 to ${maxText} characters, this one ${text.length}.`);
    this.#typing.sent();
    this.#live.sent();
    this.#keepDraft('');
    return this.#chat.post({ type: 'text', text });
  }

  sendFile(file: File, uploader?: Uploader): string {
    this.#mayWrite();
    const body: FileBody = {
      type: 'file',
      file: this.#ports.newId(),
      name: cleanName(file.name),
      size: file.size,
      mime: file.type.slice(0, 127),
    };
    if (uploader) return this.#sendUploaded(file, body, uploader);
    this.#files.offer(file, body.file);
    return this.#chat.post(body);
  }

  getFile(file: string): void {
    this.#files.get(file);
  }

  stopFile(file: string): void {
    this.#files.stop(file);
    if (!this.#chat.takeBack(file) && !this.#chat.ended) this.#chat.post({ type: 'stopped', file });
  }

  takeFilesUpTo(bytes: number): void {
    this.#files.limit = bytes;
  }

  retry(id: string): void {
    const body = this.#chat.bodyOf(id);
    if (this.#chat.retry(id) || body?.type !== 'file') return;
    const state = this.#files.states.get(body.file);
    // What was stopped stays so: it is offered anew.
    if (state?.is !== 'stopped') this.#files.again(body.file);
    else void this.#offerAnew(body);
  }

  discard(id: string): void {
    const body = this.#chat.bodyOf(id);
    if (body?.type === 'file') this.#files.stop(body.file);
    this.#chat.discard(id);
  }

  write(draft: string, live = false): void {
    this.#keepDraft(draft);
    this.#typing.wrote(draft);
    this.#live.wrote(draft, live);
  }

  markRead(id: string): void {
    this.#chat.markRead(id);
  }

  async end(): Promise<void> {
    if (this.#chat.ended) return;
    const { phase } = this.#session.call;
    // First, so that its line comes before the last one.
    if (phase !== 'idle' && phase !== 'incoming') await this.#stage.hangUp();
    await this.#chat.end(endWithin);
    this.#over();
  }

  /** The host has ended the session, for both sides. */
  close(): void {
    if (this.#chat.ended) return;
    this.#chat.close();
    this.#over();
  }

  startAnew(): void {
    if (!this.#chat.ended) return;
    this.#begin();
    void this.#stage.rejoin();
  }

  /** In the snapshot at once: who types on must not be told of what was there before. */
  #keepDraft(draft: string): void {
    this.#chat.keepDraft(draft);
    this.#snapshot = { ...this.#snapshot, draft };
  }

  /** The far side hears of it when it can be had. */
  #sendUploaded(file: File, body: FileBody, uploader: Uploader): string {
    const id = this.#chat.post(body, true);
    this.#files.upload(file, body.file, uploader).then(
      (url) => this.#chat.release(id, { ...body, url }),
      () => this.#chat.discard(id), // it was stopped
    );
    return id;
  }

  async #offerAnew({ file, name, mime }: FileBody): Promise<void> {
    const bytes = await this.#files.bytesOf(file);
    if (bytes && !this.#chat.ended) this.sendFile(new File([bytes], name, { type: mime }));
  }

  #mayWrite(): void {
    if (this.#chat.ended) throw new RangeError('The chat has ended.');
  }

  // ── The session ──────────────────────────────────────────────────────────

  /** False for what is no message of a conversation. */
  heard(data: unknown): boolean {
    const message = readChatMessage(data);
    if (message) this.#hear(message);
    return message !== undefined;
  }

  #hear(message: ChatMessage): void {
    switch (message.type) {
      case 'typing':
        return this.#typing.heard(message.on);
      case 'live':
        this.#live.heard(message);
        return this.#publisher.changed();
      case 'get':
      case 'got':
      case 'gone':
        return this.#files.heard(message);
      default:
        return this.#chat.heard(message);
    }
  }

  #sessionChanged(): void {
    const [now, then] = [this.#stage.snapshot, this.#session];
    this.#session = now;
    const { chatName } = this.#stage;
    if (chatName !== this.#chatName || now.party !== then.party) {
      this.#chatName = chatName;
      if (chatName) return this.#begin();
    }
    if (now.chat === 'open' && then.chat !== 'open') this.#opened();
    if (now.chat !== 'open' && then.chat === 'open') this.#lost();
    this.#lines.changed(now);
  }

  #opened(): void {
    const [chat, files] = [this.#chat, this.#files];
    chat.opened();
    this.#live.opened();
    // Not before what was kept is here: a file that is asked for has to be known.
    void chat.ready.then(() => {
      if (this.#session.chat === 'open') files.opened();
    });
  }

  #lost(): void {
    this.#chat.lost();
    this.#files.lost();
    this.#typing.heard(false);
    this.#live.lost();
  }

  #say(message: ChatMessage): void {
    this.#stage.say(message);
  }

  // ── The chat ─────────────────────────────────────────────────────────────

  /** A chat, and the files in it. The one before falls silent. */
  #begin(): void {
    const { clock, newId, owner } = this.#ports;
    const { party } = this.#session;
    const store = owner?.store ?? tabStore(this.#chatName);
    const chat: Chat = new Chat({
      party,
      store,
      clock,
      newId,
      say: (message) => this.#say(message),
      changed: () => this.#publisher.changed(),
      appeared: (entry, how) => {
        if (this.#chat === chat) this.#appeared(entry, how);
      },
      replaced: () => this.#useFiles(store),
    });
    this.#chat = chat;
    this.#useFiles(store);
    if (this.#session.chat === 'open') this.#opened();
  }

  #useFiles(store: ChatStore): void {
    const { clock } = this.#ports;
    const stage = this.#stage;
    (this.#files as FileRunner | undefined)?.close();
    this.#files = new FileRunner({
      get files() {
        return stage.files;
      },
      store,
      clock,
      tell: (message) => this.#say(message),
      changed: () => this.#publisher.changed(),
      rejected: (code, name) => this.#tell(new FileRejectedEvent(code, name, 'far')),
      kept: (kept) => {
        if (!kept) this.#chat.notKept();
      },
    });
    this.#publisher.changed();
  }

  #appeared(entry: Entry, how: 'said' | 'came' | 'again'): void {
    const { body, from } = entry;
    if (body.type === 'file')
      this.#files.appeared(body, from === this.#session.party, how === 'came');
    if (body.type === 'stopped') this.#files.withdrawn(body.file);
    if (how !== 'came') return;
    this.#cameIn(body);
    this.#tell(new MessageReceivedEvent(this.#chat.itemOf(entry)));
  }

  #cameIn(body: Body): void {
    if (body.type === 'text') {
      this.#typing.heard(false);
      this.#live.said();
    }
    // The acknowledgement first: the far side waits for it before it leaves.
    if (body.type === 'ended') this.#ports.clock.after(100, () => this.#over());
  }

  /** Once for both sides: told, nothing kept, and the link closed. */
  #over(): void {
    const { ended } = this.#chat;
    if (!ended) return;
    this.#chat.forget();
    // What has not come by now comes no more.
    for (const file of this.#files.states.keys()) this.#files.stop(file);
    this.#stage.leave();
    this.#tell(new ChatEndEvent(ended.by, ended.duration));
    this.#publisher.changed();
  }

  #tell(event: Event): void {
    this.#ports.owner?.dispatchEvent(event);
  }

  #publish(): void {
    const before = this.#snapshot;
    this.#snapshot = {
      ...this.#chat.view,
      party: this.#session.party,
      files: this.#files.states,
      farTyping: this.#typing.far,
      farLive: this.#live.far,
    };
    for (const listener of [...this.#listeners]) listener();
    if (before.unread !== this.#snapshot.unread)
      this.#tell(new UnreadChangeEvent(this.#snapshot.unread));
  }
}
