/** How long the waiting room waits for whom, in milliseconds, and how many it holds. */
export interface Manners {
  /** An agent that is not heard of for so long is signed out. */
  readonly agentSilence: number;
  /** A visitor that does not ask for so long loses the place. */
  readonly visitorSilence: number;
  /** A chat that nobody is in, or asks for, leaves its room to another after so long. */
  readonly chatSilence: number;
  /** Visitors that wait. */
  readonly queue: number;
  /** Visitors of one address, with those that are in a chat. */
  readonly perAddress: number;
}

/** As they are, but for what the settings say. */
export const manners = { agentSilence: 30_000, visitorSilence: 15_000, chatSilence: 60_000 };

export interface Visitor {
  /** The same for whoever asks again: what is made of the browser's own secret. */
  readonly visit: string;
  readonly name: string;
  /** What all of one address have in common. */
  readonly from: string;
}

export interface Agent {
  readonly id: string;
  /** Chats at a time; 0: no more newcomers. */
  readonly takes: number;
}

/** A visitor and the agent that was found. */
export interface Chat extends Visitor {
  /** The session. */
  readonly sid: string;
  readonly agent: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** Where a visitor stands who has to wait. */
export interface Turn {
  /** 1: the next one. */
  readonly place: number;
  /** How many agents are signed in. */
  readonly agents: number;
}

/** No more visitors can wait: none at all, or none of that address. */
export type Crowded = 'full' | 'too-many';

/** What an agent has to do, and how many wait for one. */
export interface Desk {
  /** Oldest first. */
  readonly chats: readonly Chat[];
  readonly waiting: number;
}

/**
 * Who takes chats and who waits for one, the same on all nodes. Every step is one: two visitors never get the last
 * room of an agent, and those that came before are not passed. Promises are rejected while an engine is out of reach.
 */
export interface WaitingRoom {
  /** Signs an agent in or out, or takes it for a sign of life. */
  serve(agent: Agent): Promise<Desk>;
  /** The visitor's chat, the one it has had so far or with the agent that has the most room; or its place in the queue. */
  ask(visitor: Visitor): Promise<Chat | Turn | Crowded>;
  /** That chat, if there is one, which is in use. */
  find(sid: string): Promise<Chat | undefined>;
  /** Somebody is in those sessions; they need not be of this room. */
  keep(sids: readonly string[]): Promise<void>;
  /** The session is over: its agent has room again. */
  over(sid: string): Promise<void>;
  close(): Promise<void>;
}
