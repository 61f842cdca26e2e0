// Sessions without a network, and a count of what renders when one of them changes.
import '../../src/define/all.js';
import { ReactiveElement } from 'lit';
import {
  type FakeSession,
  fakeSession,
  type FakeState,
  provideSession,
} from '../../src/testing/index.js';

const tags = [
  ...['headset-button', 'mic-toggle', 'video-toggle', 'hangup-button'],
  ...['call-status', 'call-prompt', 'call-stage', 'self-view-pip'],
];

/** What a change of one session cost. */
export interface Cost {
  /** Milliseconds until everything had rendered. */
  readonly rendered: number;
  /** Milliseconds until it was painted. */
  readonly painted: number;
  /** Elements that rendered: of that session, and of all others. */
  readonly own: number;
  readonly others: number;
}

export interface Changes {
  /** Milliseconds until they were rendered. */
  readonly mount: (count: number) => Promise<number>;
  /** Of one of them, in the middle. */
  readonly change: (state: FakeState) => Promise<Cost>;
}

declare global {
  interface Window {
    changes: Changes;
  }
}

const rendered: Element[] = [];
const { prototype }: { prototype: { performUpdate: (this: ReactiveElement) => void } } =
  ReactiveElement as unknown as { prototype: { performUpdate: (this: ReactiveElement) => void } };
const { performUpdate } = prototype;
prototype.performUpdate = function () {
  if (this.isUpdatePending) rendered.push(this);
  performUpdate.call(this);
};

let places: HTMLElement[] = [];
let sessions: FakeSession[] = [];
const settled = (among: readonly HTMLElement[]): Promise<unknown> =>
  Promise.all(
    among
      .flatMap((place) => [...place.children])
      .map((element) => (element as ReactiveElement).updateComplete),
  );

window.changes = {
  async mount(count) {
    document.body.replaceChildren();
    sessions = Array.from({ length: count }, () => fakeSession());
    places = sessions.map((session) => {
      const place = document.createElement('div');
      // A panel, as hosts have: the page does not move when one of them changes.
      place.style.cssText = 'block-size: 20rem; inline-size: 20rem; contain: strict;';
      provideSession(place, session);
      place.append(...tags.map((tag) => document.createElement(tag)));
      return place;
    });
    const begun = performance.now();
    document.body.append(...places);
    await settled(places);
    return performance.now() - begun;
  },
  async change(state) {
    const middle = Math.floor(sessions.length / 2);
    rendered.length = 0;
    const begun = performance.now();
    sessions[middle]?.show(state);
    // To wait for all the others would take longer than what is measured; whether one of them renders is counted.
    await settled(places.slice(middle, middle + 1));
    const done = performance.now();
    const end = await window.bench.painted(() => true);
    const own = rendered.filter((element) => places[middle]?.contains(element)).length;
    return {
      rendered: done - begun,
      painted: end - performance.timeOrigin - begun,
      own,
      others: rendered.length - own,
    };
  },
};
