import { parties, type Side } from '../side.js';
import { becomes, bothBecome } from './at-once.js';
import { figure } from './figures.js';
import { rounds } from './rounds.js';
import { expect, test } from './witnessed.js';

// Who leaves and comes back can call again, every time.

// Without tickets: `remote-id` is taken away, and given back.
test.use({ query: '&stock' });

/** Leaves in a call, and comes back; answers when it came back, on the page's clock. */
const ways: Readonly<Record<string, (side: Side) => Promise<number>>> = {
  async 'another chat is shown meanwhile'(side) {
    const id = await side.onSession((session) => {
      const { remoteId } = session;
      session.remoteId = '';
      return remoteId;
    });
    await becomes(side, { phase: 'idle', chat: 'none' });
    return side.onSession((session, id) => {
      session.remoteId = id;
      return performance.timeOrigin + performance.now();
    }, id);
  },
  async 'the session is taken out of the page'(side) {
    await side.onSession((session) => {
      Object.assign(window, {
        put: { session, around: session.parentNode, before: session.nextSibling },
      });
      session.remove();
    });
    await expect.poll(() => side.liveTracks()).toEqual([]);
    return side.page.evaluate(() => {
      const { put } = window as unknown as {
        readonly put: { session: Node; around: Node; before: Node | null };
      };
      put.around.insertBefore(put.session, put.before);
      return performance.timeOrigin + performance.now();
    });
  },
  async 'the page is left for another'(side) {
    const url = side.page.url();
    await side.press('hangup-button');
    await side.page.goto('/blank.html');
    await side.page.goto(url);
    return side.page.evaluate(() => performance.timeOrigin);
  },
};

test(
  'case 56 · one side leaves and comes back, over and over: a call has sound every time, and nothing is left of the ones before',
  { tag: '@long' },
  async ({ pair, witnesses }) => {
    test.setTimeout(420_000);
    const sides = [pair.agent, pair.visitor];
    const [back, sound]: [number[], number[]] = [[], []];
    const count = rounds(6, 50);
    for (let round = 0; round < count; round += 1) {
      const leaver = pair[parties[round % 2]!];
      const [name, leave] = Object.entries(ways)[Math.floor(round / 2) % 3]!;
      await test.step(`${round}, the ${leaver.party}: ${name}`, async () => {
        const caller = pair[parties[Math.floor(round / 3) % 2]!];
        const called = caller === pair.agent ? pair.visitor : pair.agent;
        await caller.press('headset-button');
        await becomes(called, { phase: 'incoming' });
        const at = await witnesses.agent.now();
        await called.accept();
        await bothBecome(sides, { phase: 'active' });
        for (const one of Object.values(witnesses)) sound.push(await one.soundAfter(at));
        const returned = await leave(leaver);
        const open = await bothBecome(sides, { chat: 'open', phase: 'idle' });
        back.push(Math.max(...open) - returned);
      });
    }
    for (const side of sides) {
      const left = await side.page.evaluate(
        () =>
          window.watched.connections.filter(({ connectionState }) => connectionState !== 'closed')
            .length,
      );
      expect(left, `connections of the ${side.party}`).toBe(1);
      expect(await side.liveTracks()).toEqual([]);
    }
    expect(sound).toHaveLength(2 * count);
    const about = { cases: '56', unit: 'ms' } as const;
    figure({ ...about, what: 'back again: until the chat is open on both sides', values: back });
    figure({
      ...about,
      what: 'in a call after each return: from the press on Accept to sound, both sides',
      values: sound,
      goal: 'worst ≤ 2000',
    });
  },
);
