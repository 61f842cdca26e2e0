// The steps of a call, from the press to what the other side sees or hears of it.
import { dialled, prepared } from './contenders/bare.js';
import type { Contender, Steps } from './contenders/contender.js';
import { kit } from './contenders/kit.js';
import { peerjs } from './contenders/peerjs.js';
import { keep } from './figures.js';
import { test } from './fixture.js';
import { median } from './server/statistics.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const contenders = [kit, prepared, dialled, peerjs];

type Measured = Partial<Record<keyof Steps, number[]>>;

for (const roundTrip of [0, 100])
  test(`a call, ${roundTrip} ms there and back`, async ({ browser, wire }) => {
    const all = new Map<Contender, Measured>(contenders.map((one) => [one, {}]));
    for (let round = 0; round < rounds; round += 1)
      for (const [contender, measured] of all) {
        const steps = await contender.steps(wire, browser, roundTrip / 2);
        for (const [step, value] of Object.entries(steps) as [keyof Steps, number][])
          (measured[step] ??= []).push(value);
      }

    const compare = (
      line: number,
      name: string,
      step: keyof Steps,
      goals: readonly (readonly [Contender, number?])[],
      between: string,
    ): void => {
      for (const [contender, goal] of goals)
        keep({
          line,
          name: `${name}, ${roundTrip} ms there and back`,
          unit: 'ms',
          ours: all.get(kit)?.[step] ?? [],
          reference: { name: contender.name, values: all.get(contender)?.[step] ?? [] },
          ...(goal && { goal }),
          between,
        });
    };
    // Where everything is at once, other ways have nothing to wait for.
    const among = (goal: number): readonly [number?] => (roundTrip > 0 ? [goal] : []);
    compare(
      1,
      'camera ready → first frame at the far side',
      'upgrade',
      [
        [prepared, 1.05],
        [dialled, ...among(1 / 3)],
        [peerjs, ...among(1 / 3)],
      ],
      'The first frame of a camera takes longer to be encoded, sent and shown than all else, whoever sends it.',
    );
    for (const [name, step] of [
      ['Accept pressed → first packet of sound at the caller', 'toCaller'],
      ['Accept pressed → first packet of sound at who accepts', 'toCallee'],
    ] as const)
      compare(
        2,
        name,
        step,
        [[prepared], [dialled, ...among(0.25)], [peerjs]],
        'Accept says “you can hear each other”, so it waits until the microphone is open (docs/decisions/0028).',
      );
    const parted = (contender: Contender): string => {
      const { ring = [], ringCame = [] } = all.get(contender) ?? {};
      return `${contender.name}: ${median(ringCame).toFixed(1)} ms until the word of it has come, of ${median(ring).toFixed(1)}.`;
    };
    compare(
      3,
      'headset pressed → prompt painted at the far side',
      'ring',
      [[prepared, 1.2]],
      `The prompt is an element with words and buttons; the other one is an empty dialog. ${parted(kit)} ${parted(prepared)}`,
    );
    compare(
      4,
      'hang-up pressed → the far side’s tracks have ended',
      'hangUp',
      [[prepared, 1.2]],
      'The far side’s page draws the end of the call and writes it into the conversation.',
    );
  });
