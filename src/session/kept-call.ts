import type { CallState } from '../call/call-state.js';
import type { Clock } from '../ports/clock.js';
import { flag, list, maybe, none, number, oneOf, type Read, record, text } from '../wire/shape.js';
import { inCall } from './snapshot.js';
import type { Store } from './store.js';

const shape = record({
  ids: list(text(64, 1), 4),
  caller: oneOf('self', 'far'),
  startedAt: maybe(number),
  muted: flag,
  /** When the page was last known to be alive, and whether it said goodbye then. */
  at: number,
  left: flag,
});

/** What a page needs to go on with a call of the page before it. */
export type KeptCall = Read<typeof shape>;

// Milliseconds: as long as the far side waits for one that said goodbye, and for one that fell silent.
const patience = { left: 10_000, silent: 90_000 };
// A page that crashes says nothing; this is how well its last moment is known.
const beat = 5000;

const keyOf = (chatName: string): string => `visavis-call ${chatName}`;

/** Nothing is kept where the browser keeps nothing: a reload then ends the call. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** The call in `data`, as long as the far side still waits for it. */
export function readCall(data: unknown, now: number): KeptCall | undefined {
  const call = shape(data);
  if (call === none) return undefined;
  const age = now - call.at;
  return age >= 0 && age < (call.left ? patience.left : patience.silent) ? call : undefined;
}

export const loadCall = (chatName: string, now: number): KeptCall | undefined =>
  attempt(() => readCall(JSON.parse(sessionStorage.getItem(keyOf(chatName)) ?? 'null'), now));

export const forgetCall = (chatName: string): void =>
  attempt(() => sessionStorage.removeItem(keyOf(chatName)));

/** Keeps the call in the tab's own storage for as long as it goes on, so that a reload does not end it. */
export class CallKeeper {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #chatName: string;
  readonly #unsubscribe: () => void;
  #call: CallState | undefined;
  #muted = false;
  #stopBeat: () => void = () => undefined;

  constructor(store: Store, clock: Clock, chatName: string) {
    this.#store = store;
    this.#clock = clock;
    this.#chatName = chatName;
    this.#unsubscribe = store.subscribe(() => this.#changed());
    addEventListener('pagehide', this.#leave);
  }

  /** The call of the moment; undefined when there is none. */
  read(left: boolean): KeptCall | undefined {
    const { call, own } = this.#store.snapshot;
    if (!inCall(call)) return undefined;
    const { ids, caller = 'far', startedAt } = call;
    return { ids, caller, startedAt, muted: own.muted, at: this.#clock.now(), left };
  }

  close(): void {
    removeEventListener('pagehide', this.#leave);
    this.#unsubscribe();
    this.#stopBeat();
    forgetCall(this.#chatName);
  }

  #changed(): void {
    const { call, own } = this.#store.snapshot;
    if (call === this.#call && own.muted === this.#muted) return;
    this.#call = call;
    this.#muted = own.muted;
    this.#write(false);
  }

  #write(left: boolean): void {
    this.#stopBeat();
    const call = this.read(left);
    if (!call) return forgetCall(this.#chatName);
    attempt(() => sessionStorage.setItem(keyOf(this.#chatName), JSON.stringify(call)));
    this.#stopBeat = this.#clock.after(beat, () => this.#write(false));
  }

  readonly #leave = (): void => this.#write(true);
}
