import type { CallPhase, SessionSnapshot } from '../../src/index.js';
import type { Side } from '../side.js';

/** A moment that both pages can still reach, on the clock that pages of one machine share. */
export const soon = (): number => Date.now() + 40;

/** Presses a control by script, at a moment of the page's clock or right now. */
export const pressAt = (side: Side, name: string, at = 0): Promise<void> =>
  side.tag(name).evaluate(async (element, at) => {
    const now = (): number => performance.timeOrigin + performance.now();
    while (now() < at) await new Promise((next) => setTimeout(next));
    element.shadowRoot!.querySelector('button')!.click();
  }, at);

/** What a session is to be like; what is not named may be anything. */
export interface Awaited {
  readonly phase?: CallPhase;
  readonly chat?: SessionSnapshot['chat'];
  readonly ownPicture?: boolean;
  readonly farPicture?: boolean;
}

/** Waits until the session itself says so, without asking it over and over; answers when it was. */
export const becomes = (side: Side, wanted: Awaited): Promise<number> =>
  side.onSession(
    ({ session }, wanted) =>
      new Promise<number>((done, fail) => {
        const look = (): void => {
          const { call, chat, far, own } = session.snapshot;
          const is = {
            phase: call.phase,
            chat,
            ownPicture: own.picture !== undefined,
            farPicture: far.picture !== undefined,
          };
          const names = Object.keys(wanted) as (keyof typeof is)[];
          if (names.some((name) => is[name] !== wanted[name])) return;
          stop();
          clearTimeout(patience);
          done(performance.timeOrigin + performance.now());
        };
        const patience = setTimeout(() => {
          stop();
          const { call, chat } = session.snapshot;
          fail(new Error(`never ${JSON.stringify(wanted)}: the call ${call.phase}, chat ${chat}`));
        }, 20_000);
        const stop = session.subscribe(look);
        look();
      }),
    wanted,
  );

/** The same of both. */
export const bothBecome = (sides: readonly Side[], wanted: Awaited): Promise<number[]> =>
  Promise.all(sides.map((side) => becomes(side, wanted)));
