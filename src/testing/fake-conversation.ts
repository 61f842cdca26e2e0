import type { Body } from '../chat/entry.js';
import {
  type Conversation,
  type ConversationSnapshot,
  emptyConversation,
  type FileState,
  type Item,
  type ItemState,
} from '../session/conversation.js';

/** A conversation with nobody behind it. */
export interface FakeConversation extends Conversation {
  /** The commands that were given, in order, such as `send Hello`. */
  readonly asked: readonly string[];
  /** Changes the state as if something had happened. */
  show(state: Partial<ConversationSnapshot>): void;
}

let made = 0;

/** A line of a made-up conversation; one's own as a visitor unless `from` says otherwise. */
export function fakeItem(body: Body | string, item: Partial<Omit<Item, 'body'>> = {}): Item {
  const from = item.from ?? 'visitor';
  return {
    id: `item-${(made += 1)}`,
    from,
    at: Date.now(),
    state: from === 'visitor' ? 'read' : 'received',
    body: typeof body === 'string' ? { type: 'text', text: body } : body,
    ...item,
  };
}

/** A conversation with no far side and no store, for tests and stories. */
export function fakeConversation(state: Partial<ConversationSnapshot> = {}): FakeConversation {
  let snapshot: ConversationSnapshot = { ...emptyConversation, restored: true, ...state };
  const listeners = new Set<() => void>();
  const asked: string[] = [];

  const show = (next: Partial<ConversationSnapshot>): void => {
    snapshot = { ...snapshot, ...next };
    for (const listener of [...listeners]) listener();
  };
  const add = (body: Body): string => {
    const item = fakeItem(body, { from: snapshot.party, state: 'sent' });
    show({ items: [...snapshot.items, item] });
    return item.id;
  };
  const change = (id: string, to: ItemState): void =>
    show({
      items: snapshot.items.map((item) => (item.id === id ? { ...item, state: to } : item)),
    });
  const changeFile = (file: string, to: Partial<FileState>): void => {
    const before = snapshot.files.get(file) ?? { is: 'offered', moved: 0, picture: false };
    show({ files: new Map(snapshot.files).set(file, { ...before, ...to }) });
  };

  return {
    asked,
    show,
    get snapshot() {
      return snapshot;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    send(text) {
      asked.push(`send ${text}`);
      show({ draft: '' });
      return add({ type: 'text', text });
    },
    sendFile(file, uploader) {
      asked.push(`sendFile ${file.name}${uploader ? ' uploaded' : ''}`);
      const id = `file-${(made += 1)}`;
      const picture = file.type.startsWith('image/');
      changeFile(id, { is: 'waiting', moved: 0, blob: file, picture });
      return add({
        type: 'file',
        file: id,
        name: file.name,
        size: file.size,
        mime: file.type,
      });
    },
    retry(id) {
      asked.push(`retry ${id}`);
      change(id, 'sent');
    },
    discard(id) {
      asked.push(`discard ${id}`);
      show({ items: snapshot.items.filter((item) => item.id !== id) });
    },
    getFile(file) {
      asked.push(`getFile ${file}`);
      changeFile(file, { is: 'waiting' });
    },
    stopFile(file) {
      asked.push(`stopFile ${file}`);
      changeFile(file, { is: 'stopped' });
    },
    write(draft, live) {
      asked.push(`write ${draft}${live ? ' live' : ''}`);
      show({ draft });
    },
    markRead(id) {
      asked.push(`markRead ${id}`);
      show({ unread: 0 });
    },
    takeFilesUpTo(bytes) {
      asked.push(`takeFilesUpTo ${bytes}`);
    },
    end() {
      asked.push('end');
      show({ ended: { by: snapshot.party, duration: 252_000 } });
      return Promise.resolve();
    },
    startAnew() {
      asked.push('startAnew');
      show({ ...emptyConversation, party: snapshot.party, restored: true });
    },
  };
}
