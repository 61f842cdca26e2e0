import { Talk } from '../talk.js';
import { becomes, bothBecome, pressAt, soon } from './at-once.js';
import { figure } from './figures.js';
import { expect, parties, type Side, talk, test, type Witness } from './fixture.js';
import { grantDevices, holdDevices } from './held-devices.js';
import { rounds } from './rounds.js';
import type { Wire } from './wire.js';

// Whatever a call is doing, hanging up ends it, once and on both sides.

type Who = 'self' | 'far';

interface State {
  readonly name: string;
  /** Who has something to press that ends it. */
  readonly by: readonly Who[];
  readonly reach: (self: Side, far: Side, wire: Wire) => Promise<void>;
  /** Ends it where the telephone is not the way. */
  readonly end?: (side: Side) => Promise<void>;
  /** The far side hears of it only when the path is back. */
  readonly cut?: true;
  /** It never rang at the far side. */
  readonly unheard?: true;
}

const both: readonly Who[] = ['self', 'far'];
const cameras = (...sides: readonly Side[]): Promise<unknown> =>
  Promise.all(
    sides.map(async (side) => {
      await side.press('video-toggle');
      await becomes(side, { ownPicture: true });
    }),
  );
const breaks = async (self: Side, far: Side, wire: Wire): Promise<void> => {
  await wire.cut();
  await bothBecome([self, far], { phase: 'reconnecting' });
};

const states: readonly State[] = [
  {
    name: 'the caller’s browser asks for the microphone',
    by: ['self'],
    unheard: true,
    async reach(self) {
      await holdDevices(self);
      await self.press('headset-button');
      await becomes(self, { phase: 'calling' });
    },
  },
  {
    name: 'it rings, and the caller cancels',
    by: ['self'],
    async reach(self, far) {
      await self.press('headset-button');
      await becomes(far, { phase: 'incoming' });
    },
  },
  {
    name: 'it rings, and the called one declines',
    by: ['far'],
    async reach(self, far) {
      await self.press('headset-button');
      await becomes(far, { phase: 'incoming' });
    },
    end: (side) => side.decline(),
  },
  {
    name: 'accepted, the called one’s browser asks for the microphone',
    by: both,
    async reach(self, far) {
      await holdDevices(far);
      await self.press('headset-button');
      await becomes(far, { phase: 'incoming' });
      await far.accept();
      await becomes(far, { phase: 'connecting' });
    },
    // Who is asked has the prompt, and its Decline, until the browser is answered.
    end: async (side) =>
      (await side.phase()) === 'connecting' ? side.decline() : side.press('hangup-button'),
  },
  {
    name: 'both have rung at once',
    by: both,
    async reach(self, far) {
      const at = soon();
      await Promise.all([self, far].map((side) => pressAt(side, 'headset-button', at)));
      await bothBecome([self, far], { phase: 'active' });
    },
  },
  { name: 'no camera is on', by: both, reach: talk },
  {
    name: 'one’s own camera is on',
    by: both,
    async reach(self, far) {
      await talk(self, far);
      await cameras(self);
      await becomes(far, { farPicture: true });
    },
  },
  {
    name: 'both cameras are on',
    by: both,
    async reach(self, far) {
      await talk(self, far);
      await cameras(self, far);
      await bothBecome([self, far], { farPicture: true });
    },
  },
  {
    name: 'the browser asks for the camera',
    by: both,
    async reach(self, far) {
      await talk(self, far);
      await holdDevices(self);
      await self.press('video-toggle');
      await expect(self.tag('video-toggle').locator('button')).toHaveAttribute('aria-busy', 'true');
    },
  },
  {
    name: 'the camera is pressed in the same breath',
    by: ['self'],
    reach: talk,
    async end(side) {
      await side.page.evaluate(() => {
        const press = (name: string): void =>
          document.querySelector(name)!.shadowRoot!.querySelector('button')!.click();
        press('.call video-toggle');
        press('hangup-button');
      });
    },
  },
  {
    name: 'the microphone is muted',
    by: both,
    async reach(self, far) {
      await talk(self, far);
      await self.press('mic-toggle');
      await expect(far.status).toContainText('is muted');
    },
  },
  {
    name: 'the path is broken',
    by: both,
    cut: true,
    async reach(self, far, wire) {
      await talk(self, far);
      await breaks(self, far, wire);
    },
  },
  {
    name: 'the path is broken, both cameras are on',
    by: both,
    cut: true,
    async reach(self, far, wire) {
      await talk(self, far);
      await cameras(self, far);
      await breaks(self, far, wire);
    },
  },
  {
    name: 'the path has just come back',
    by: both,
    async reach(self, far, wire) {
      await talk(self, far);
      await cameras(self, far);
      await breaks(self, far, wire);
      await wire.restore();
      await becomes(self, { phase: 'active' });
    },
  },
];

const ends = (
  { phases }: { readonly phases: Awaited<ReturnType<Witness['phases']>> },
  at: number,
) => phases.filter((one) => one.at >= at && one.what === 'idle').length;

for (const first of parties) {
  test.describe(`of a call by the ${first}`, () => {
    test.use({ first });
    test(
      `case 54 · hanging up in each of ${states.length} states ends the call once, on both sides, with no device left open`,
      { tag: '@long' },
      async ({ self, far, wire, witnesses }) => {
        test.setTimeout(300_000);
        const sides = { self, far };
        const seen = { self: witnesses[self.party], far: witnesses[far.party] };
        const [own, other, dark]: [number[], number[], number[]] = [[], [], []];
        const talks = { self: new Talk(self), far: new Talk(far) };

        for (const state of states) {
          for (const who of rounds(1, 2) === 1 ? state.by.slice(0, 1) : state.by) {
            await test.step(`${state.name}: the ${who} side hangs up`, async () => {
              const not: Who = who === 'self' ? 'far' : 'self';
              const before = await witnesses.agent.now();
              await state.reach(self, far, wire);
              await (state.end ?? ((side) => side.press('hangup-button')))(sides[who]);
              const at = await seen[who].pressed();
              await becomes(sides[who], { phase: 'idle' });
              own.push(await seen[who].phaseAfter(at, 'idle'));
              if (state.cut) {
                expect(await sides[not].phase(), 'who has not heard of it').toBe('reconnecting');
                const back = await wire.restore();
                await becomes(sides[not], { phase: 'idle' });
                await seen[not].darkAfter(back);
              } else if (!state.unheard) {
                await becomes(sides[not], { phase: 'idle' });
                other.push(await seen[not].phaseAfter(at, 'idle'));
                dark.push(await seen[not].darkAfter(at));
              }
              dark.push(await seen[who].darkAfter(at));
              // The browser that still asks is answered when nobody wants a device any more.
              await Promise.all([grantDevices(self), grantDevices(far)]);
              await bothBecome([self, far], { phase: 'idle', chat: 'open' });
              for (const one of [self, far]) {
                expect(await one.liveTracks(), `devices of the ${one.party}`).toEqual([]);
                await expect(one.tag('call-prompt').locator('[part=prompt]')).toHaveCount(0);
                await expect(one.tag('call-stage')).toBeHidden();
              }
              const phases = await Promise.all([seen.self.phases(), seen.far.phases()]);
              expect(
                phases.map((one) => ends({ phases: one }, before)),
                'how often it ended, on each side',
              ).toEqual([1, state.unheard ? 0 : 1]);
              const words = `After: ${state.name}, ${who}, ${first}.`;
              await talks[who].write(words);
              await talks[not].reads(words);
            });
          }
        }

        const about = { cases: '54', unit: 'ms' } as const;
        const of = `a call by the ${first}, ${states.length} states`;
        figure({
          ...about,
          what: `${of}: from the press until the call has ended there`,
          values: own,
          goal: 'worst ≤ 200',
        });
        figure({
          ...about,
          what: `${of}: until it has ended at the far side`,
          values: other,
          goal: 'worst ≤ 500',
        });
        figure({
          ...about,
          what: `${of}: until no device is open`,
          values: dark,
          goal: 'worst ≤ 500',
          note: 'on either side; what the browser granted later than that was stopped at once',
        });
      },
    );
  });
}
