import type { Link, LinkListener } from '../ports/link.js';
import type { CallMedia } from './call-media.js';
import type { CallRunner } from './call-runner.js';
import { CallKeeper, forgetCall, type KeptCall, loadCall, readCall } from './kept-call.js';
import { linkConfig } from './link-config.js';
import type { SessionPorts } from './session-ports.js';
import type { SessionSettings } from './session.js';
import { solved } from './solved.js';
import type { Store } from './store.js';

type Asked = ReturnType<typeof linkConfig>;

/** Settings that ask for the same link have the same key: it is kept, and renewed in its rights. */
const keyOf = (asked: Asked): string =>
  typeof asked === 'object'
    ? [asked.party, asked.server, asked.peerId, asked.remoteId].join()
    : (asked ?? '');

/** Where the settings lead: to a seat among this browser's pages, a link, and the call that was kept for it. */
export class Joining {
  readonly #ports: SessionPorts;
  readonly #store: Store;
  readonly #listener: LinkListener;
  readonly #runner: CallRunner;
  readonly #media: CallMedia;
  #settings: SessionSettings | undefined;
  #asked: Asked;
  #keeper: CallKeeper | undefined;
  #leaveSeat: () => void = () => undefined;
  link: Link | undefined;
  /** Names the two sides of the chat: another name is another chat. Empty: no active chat. */
  chatName = '';

  constructor(
    ports: SessionPorts,
    store: Store,
    listener: LinkListener,
    runner: CallRunner,
    media: CallMedia,
  ) {
    this.#ports = ports;
    this.#store = store;
    this.#listener = listener;
    this.#runner = runner;
    this.#media = media;
  }

  configure(settings: SessionSettings): void {
    this.#settings = settings;
    const [before, asked] = [this.#asked, linkConfig(settings, this.#ports.base())];
    if (keyOf(asked) !== keyOf(before)) return this.#use(asked);
    this.#asked = asked;
    if (typeof asked === 'object') this.link?.renew(asked);
  }

  /** `steal`: though another page of this browser has the seat. */
  rejoin(steal: boolean): void {
    if (this.#settings) this.#use(linkConfig(this.#settings, this.#ports.base()), steal);
  }

  /** The chat has ended: nothing connects again before `rejoin()`, or before other settings. */
  leave(): void {
    this.#runner.dispatch({ type: 'shut' });
    this.#closeLink();
    this.#leaveSeat();
    this.#store.set({ chat: 'none' });
  }

  close(): void {
    this.#use(undefined);
  }

  #use(asked: Asked, steal = false): void {
    this.#asked = asked;
    this.leave();
    this.#media.far.meet();
    const failed = typeof asked === 'string';
    this.chatName = failed || !asked ? '' : `${asked.peerId} ${asked.remoteId}`;
    this.#store.set({
      chat: failed || !asked ? 'none' : 'connecting',
      problem: failed ? { about: 'setup', code: asked } : undefined,
    });
    if (!asked || failed) return;
    const { takeSeat } = this.#ports;
    const open = (given: unknown): void => this.#openLink(given);
    if (!takeSeat) return open(undefined);
    this.#leaveSeat = takeSeat(asked.peerId, steal, {
      taken: open,
      elsewhere: () => this.#elsewhere(),
      robbed: () => this.#robbed(),
    });
  }

  /** As it is asked for by then: a seat may come late, and a newer ticket meanwhile. */
  #openLink(given: unknown): void {
    const config = this.#asked;
    if (typeof config !== 'object') return;
    const now = this.#ports.clock.now();
    const call = readCall(given, now) ?? loadCall(this.chatName, now);
    solved(this.#store, 'link');
    this.#store.set({ chat: 'connecting' });
    this.#keeper = new CallKeeper(this.#store, this.#ports.clock, this.chatName);
    this.link = this.#ports.openLink(config, this.#listener);
    if (call) this.#resume(call);
  }

  #closeLink(): void {
    this.link?.close();
    this.link = undefined;
    this.#keeper?.close();
    this.#keeper = undefined;
    this.#media.far.leave();
  }

  /** The far side still waits; the camera stays off until the person turns it on. */
  #resume({ ids, caller, muted, startedAt }: KeptCall): void {
    this.#store.setOwn({ muted });
    this.#runner.dispatch({ type: 'resume', ids, caller, startedAt });
    // Without a microphone she still hears; the notice says how to get it back.
    this.#media.asked.catch(() => this.#media.own.setMuted(true));
  }

  /** A copy of this tab brings a copy of its call, which is not its own. */
  #elsewhere(): void {
    forgetCall(this.chatName);
    this.#store.set({ chat: 'none', problem: { about: 'link', code: 'open-elsewhere' } });
  }

  /** The same id came up somewhere else, where the seats of this browser are not known. */
  replaced(): void {
    this.#robbed();
  }

  /** Another tab goes on: the far side hears a goodbye, and then that tab. */
  #robbed(): KeptCall | undefined {
    const call = this.#keeper?.read(true);
    this.#closeLink();
    this.#runner.dispatch({ type: 'moved' });
    this.#elsewhere();
    return call;
  }
}
