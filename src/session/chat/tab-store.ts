import type { ChatRecord, ChatStore } from '../chat-store.js';
import { KeptFiles } from '../files/kept-files.js';

/**
 * Keeps a conversation in the tab's own storage, where it outlives a reload and a crash and is gone with the
 * tab; and its files, which are too large for that, in IndexedDB. Throws what the browser throws when there is
 * no room, or none is allowed.
 */
export function tabStore(chatName: string): ChatStore {
  const prefix = `visavis ${chatName} `;
  const keys = (): string[] => Object.keys(sessionStorage).filter((key) => key.startsWith(prefix));
  const files = new KeptFiles(chatName);
  return {
    load: () =>
      keys().map((key) => JSON.parse(sessionStorage.getItem(key) ?? 'null') as ChatRecord),
    put: (record) => sessionStorage.setItem(prefix + record.key, JSON.stringify(record)),
    remove: (key) => sessionStorage.removeItem(prefix + key),
    clear: () => {
      for (const key of keys()) sessionStorage.removeItem(key);
      return files.clear();
    },
    putFile: (file, blob) => files.putFile(file, blob),
    loadFile: (file) => files.loadFile(file),
  };
}
