import type { CallEvent, Effect, Timer } from '../call/call-events.js';
import { allows, step } from '../call/call-machine.js';
import type { Happening } from '../call/far-words.js';
import type { Outgoing } from '../call/messages.js';
import type { Clock } from '../ports/clock.js';
import type { Party } from '../ports/link.js';
import { inCall } from './snapshot.js';
import type { Store } from './store.js';

/** What the effects of a call do to devices. */
export interface CallDevices {
  /** The command that asked waits for the answer on its own. */
  askMicrophone(): unknown;
  openMedia(): void;
  closeMedia(): void;
}

const seconds = { silence: 90, left: 10 };
// The caller's clock decides when ringing ends; this one is for a caller that is gone.
const answerGrace = 5;

const goesFirst = (effect: Effect): boolean => effect.do === 'send' || effect.do === 'close-media';

const onThisPage = new Set<CallRunner>();

/** Runs the call machine: events in, snapshot and effects out. */
export class CallRunner {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #media: CallDevices;
  readonly #send: (message: Outgoing) => void;
  #stopTimer: () => void = () => undefined;
  /** Seconds. */
  ringTimeout = 30;

  constructor(store: Store, clock: Clock, media: CallDevices, send: (message: Outgoing) => void) {
    this.#store = store;
    this.#clock = clock;
    this.#media = media;
    this.#send = send;
  }

  /** Whether the same person has a call in another session of this page. */
  get busyElsewhere(): boolean {
    // A page that shows both sides, to try things out, holds two people.
    return [...onThisPage].some((other) => other !== this && other.#party === this.#party);
  }

  allows(act: 'call' | 'accept' | 'decline' | 'hang-up'): boolean {
    return allows(this.#store.snapshot.call.phase, act);
  }

  dispatch(happening: Happening): void {
    const event = { ...happening, at: this.#clock.now() } as CallEvent;
    const before = this.#store.snapshot.call;
    const [call, effects] = step(before, event);
    if (call.phase === 'idle') onThisPage.delete(this);
    else onThisPage.add(this);
    // The far side waits for these words, and devices are let go before anybody hears that the call is over.
    for (const effect of effects) if (goesFirst(effect)) this.#run(effect);
    if (call !== before) this.#store.set({ call });
    for (const effect of effects) if (!goesFirst(effect)) this.#run(effect);
  }

  get #party(): Party {
    return this.#store.snapshot.party;
  }

  get inCall(): boolean {
    return inCall(this.#store.snapshot.call);
  }

  #run(effect: Effect): void {
    switch (effect.do) {
      case 'send':
        return this.#send(effect.message);
      case 'ask-microphone':
        this.#media.askMicrophone();
        return;
      case 'open-media':
        return this.#media.openMedia();
      case 'close-media':
        return this.#media.closeMedia();
      case 'start-timer':
        return this.#startTimer(effect.timer);
      case 'stop-timer':
        return this.#stopTimer();
    }
  }

  #startTimer(timer: Timer): void {
    this.#stopTimer();
    const ringing = timer === 'ring' || timer === 'answer';
    const wait = ringing
      ? this.ringTimeout + (timer === 'answer' ? answerGrace : 0)
      : seconds[timer];
    const type = ringing ? 'ring-timeout' : 'give-up';
    this.#stopTimer = this.#clock.after(wait * 1000, () => this.dispatch({ type }));
  }
}
