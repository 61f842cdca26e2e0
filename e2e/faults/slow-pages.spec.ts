import { type Side, talk } from '../side.js';
import { figure, quantile } from './figures.js';
import { rounds } from './rounds.js';
import { callOf, expect, test } from './witnessed.js';

// Pages whose browser gives them little time, or none.

test(
  'case 37 · a tab that the browser freezes: the call goes on, and nobody hangs up',
  { tag: '@long' },
  async ({ self, far, witnesses }) => {
    const frozenFor = rounds(15_000, 300_000);
    test.setTimeout(frozenFor + 90_000);
    await talk(self, far);
    await Promise.all([self.hears(), far.hears()]);
    const before = [await callOf(self), await callOf(far)];
    const devtools = await self.page.context().newCDPSession(self.page);
    const at = await witnesses.agent.now();
    // A page that is seen and heard is frozen by no command, and Playwright keeps each one in front: what a
    // freeze does to a page, that no script of it runs any more, is done by the debugger.
    await devtools.send('Debugger.enable');
    await devtools.send('Debugger.pause');
    await far.nothingFor(frozenFor);
    const meanwhile = (await witnesses.agent.phases()).filter((one) => one.at > at);
    await devtools.send('Debugger.disable');
    const awake = await witnesses.agent.now();

    await Promise.all([self.reaches('active'), far.reaches('active')]);
    const sound = [
      await witnesses.visitor.soundAfter(awake),
      await witnesses.agent.soundAfter(awake),
    ];
    const asleep = await self.page.evaluate((from) => {
      const beats = window.seen.sound.filter((one) => one > from - 1000);
      return Math.max(...beats.slice(1).map((one, index) => one - beats[index]!));
    }, at);
    expect(asleep, 'the page stood still').toBeGreaterThan(frozenFor / 2);
    expect(
      meanwhile.map(({ what }) => what),
      'at the far side meanwhile',
    ).not.toContain('idle');
    expect((await witnesses.agent.said(at)).join(' ')).not.toMatch(/ended|lost/);
    expect([await callOf(self), await callOf(far)], 'the same call').toEqual(before);
    figure({
      cases: '37',
      what: `a tab frozen for ${frozenFor / 1000} s: sound again on both sides`,
      unit: 'ms',
      values: sound,
      note: `The far side ${meanwhile.length === 0 ? 'noticed nothing' : 'read “Reconnecting…”'} meanwhile.`,
    });
  },
);

/** Milliseconds from each trusted click in the page to the frame after the session's answer to it. */
async function clicksToFrames({ page }: Side) {
  return page.evaluateHandle(() => {
    const times: number[] = [];
    const layout = document.querySelector('visitor-chat')?.shadowRoot ?? document;
    const session = layout.querySelector('chat-session')?.session;
    const state = (): string => `${session?.snapshot.call.phase} ${session?.snapshot.own.muted}`;
    let clicked: number | undefined;
    let before = state();
    addEventListener(
      'click',
      ({ timeStamp }) => {
        clicked = timeStamp;
        before = state();
      },
      { capture: true },
    );
    session?.subscribe(() => {
      if (clicked === undefined || state() === before) return;
      const from = clicked;
      clicked = undefined;
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - from)));
    });
    return times;
  });
}

test(
  'case 38 · with a processor six times slower each control answers',
  { tag: '@long' },
  async ({ self, far }) => {
    test.setTimeout(120_000);
    const devtools = await self.page.context().newCDPSession(self.page);
    const times = await clicksToFrames(self);
    const perRound = 6;
    const useAll = async (count: number): Promise<readonly number[]> => {
      const begun = await times.evaluate(({ length }) => length);
      const answered = (presses: number): Promise<void> =>
        expect
          .poll(() => times.evaluate(({ length }) => length), 'answers to presses')
          .toBe(begun + presses);
      let presses = 0;
      const press = async (control: string): Promise<void> => {
        await self.press(control);
        await answered((presses += 1));
      };
      for (let round = 0; round < count; round += 1) {
        await press('headset-button');
        await far.reaches('incoming');
        await far.accept();
        await Promise.all([self.reaches('active'), far.reaches('active')]);
        for (let toggle = 0; toggle < perRound - 2; toggle += 1) await press('mic-toggle');
        await press('hangup-button');
        await far.reaches('idle');
      }
      expect(presses).toBe(count * perRound);
      return (await times.jsonValue()).slice(begun);
    };
    const quick = await useAll(rounds(2, 5));
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    const slow = await useAll(rounds(2, 5));
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    figure({
      cases: '38',
      what: 'from a press to the frame that shows it, six times slower',
      unit: 'ms',
      values: slow,
      reference: { what: 'at full speed', values: quick },
      goal: 'p95 ≤ 200',
    });
    expect(quantile(slow, 0.5) / quantile(quick, 0.5), 'against full speed').toBeLessThan(12);
  },
);
