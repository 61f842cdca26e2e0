import type { Devices } from '../ports/devices.js';
import type { LinkConfig } from '../ports/link.js';
import type { CallError } from './call-error.js';
import type { ChatStore } from './chat-store.js';
import type { Conversation } from './conversation.js';
import type { Problem, SessionSnapshot } from './snapshot.js';

/** What a host says about its side of a session. */
export interface SessionSettings {
  readonly party: string;
  readonly name: string;
  /** Overrides what the far side calls itself. */
  readonly farName: string;
  readonly voip: boolean;
  readonly video: boolean;
  /** Seconds. */
  readonly ringTimeout: number;
  readonly server: string;
  readonly peerId: string;
  /** Empty: no active chat. */
  readonly remoteId: string;
  readonly iceServers: LinkConfig['iceServers'];
  readonly relayOnly?: boolean;
  /** Where the host gives tickets, and with them the ids and more; missing or empty: it gives none. */
  readonly tokenUrl?: string;
  /** The ticket at hand. */
  readonly token?: string;
}

/**
 * A session as elements see it: a snapshot and commands. Commands reject with a `CallError` whose
 * `code` says why; what went wrong by itself is in `snapshot.problem`.
 */
export interface Session {
  readonly snapshot: SessionSnapshot;
  /** Calls back after each change; the returned function stops it. */
  subscribe(listener: () => void): () => void;
  /** Rings the far side; accepts when the far side rings already. */
  startCall(): Promise<void>;
  acceptCall(): Promise<void>;
  declineCall(): Promise<void>;
  /** Ends, cancels or declines, whatever the phase asks for. */
  hangUp(): Promise<void>;
  /** Turns one's own camera on or off; only in a call. */
  setCamera(on: boolean): Promise<void>;
  /** The microphone stays open while muted; it sends silence. */
  setMuted(muted: boolean): Promise<void>;
  /** Tries again whatever `snapshot.problem` is about. */
  retry(): Promise<void>;
  /** Puts the problem away without trying again. */
  dismissProblem(): void;
  /** Messages and files. Its code is loaded when it is first asked for; undefined before the first active chat. */
  conversation(): Promise<Conversation> | undefined;
}

/** What a session asks of its owner whenever it needs it: a host may set it late, or otherwise. */
export interface SessionOwner {
  /** Other devices than this machine's. */
  readonly devices?: Devices | undefined;
  /** Where the conversation is kept, if not in the tab. */
  readonly store?: ChatStore | undefined;
  /** Hears what happens in the conversation. */
  dispatchEvent(event: Event): boolean;
}

/** A session with an owner: `<chat-session>` configures it and closes it for good. */
export interface OwnedSession extends Session {
  /** Messages from the far side that were none, since this session began; for diagnosis. */
  readonly dropped: number;
  configure(settings: SessionSettings): void;
  /** Ends the call, tells the far side, releases every device. May be configured again later. */
  close(): void;
  /** A problem as the host hears of it: its public code, and what a developer can do. */
  explain(problem: Problem): Promise<CallError>;
}

/** A session whose code is here. */
export interface OpenSession extends OwnedSession {
  conversation(): Promise<Conversation>;
}
