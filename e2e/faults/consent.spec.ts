import type { Page } from '@playwright/test';
import { newRoom, openSide, parties, type Party, type Side, talk } from '../side.js';
import { becomes, bothBecome } from './at-once.js';
import { figure, notCovered } from './figures.js';
import { longIf } from './long.js';
import { rounds } from './rounds.js';
import { expect, test, witnessedContext } from './witnessed.js';
import { Witness } from './witness.js';

// Nothing is opened before it is needed, and nothing stays open after.

notCovered({
  cases: '62',
  why: 'A click that a script made on Accept is not refused: the page’s own script may call acceptCall(), which is how a host answers from a control of its own, and the browser asks the person itself. Who is kept out is the far side: no attribute answers a call (case 63), and nothing that it can send (src/call/random-walk.test.ts).',
});

/** What a page has opened since it was loaded. */
const opened = (
  page: Page,
): Promise<{ readonly devices: number; readonly connections: number; readonly sockets: number }> =>
  page.evaluate(() => ({
    devices: window.watched.asked.length,
    connections: window.watched.connections.length,
    sockets: window.watched.sockets.length,
  }));

test('case 61 · without an active chat a page opens nothing; who waits has one socket; a chat that is open has no device', async ({
  browser,
}) => {
  const room = newRoom();
  const context = await witnessedContext(browser);
  const agent = await openSide(context, 'agent', { room, path: 'blank', query: '' });
  await agent.page.evaluate(async () => {
    const kit = '/cdn/visavis.js';
    await import(kit);
    const session = document.createElement('chat-session');
    session.innerHTML =
      '<headset-button></headset-button><video-toggle></video-toggle><call-status></call-status><call-prompt></call-prompt>';
    const settings = { party: 'agent', server: '/peerjs' };
    Object.assign(session, settings, { voip: true, video: true });
    document.body.replaceChildren(session);
  });
  await expect(agent.page.locator('headset-button [part=reason]')).toHaveText(
    'There is no active chat',
  );
  // What can be pressed all the same changes nothing of that.
  await agent.press('headset-button');
  await agent.nothingFor(1000);
  const without = await opened(agent.page);
  expect(without).toEqual({ devices: 0, connections: 0, sockets: 0 });

  await agent.onSession((session, url) => void (session.tokenUrl = url), `/ticket?room=${room}`);
  await becomes(agent, { chat: 'waiting' });
  expect(await opened(agent.page), 'an agent who waits').toEqual({
    devices: 0,
    connections: 0,
    sockets: 1,
  });

  const visitor = await openSide(await witnessedContext(browser), 'visitor', { room });
  await bothBecome([agent, visitor], { chat: 'open' });
  const devices = async (): Promise<number[]> =>
    Promise.all([agent, visitor].map(async ({ page }) => (await opened(page)).devices));
  expect(await devices(), 'devices of an open chat').toEqual([0, 0]);
  const before = await Promise.all([agent, visitor].map(({ page }) => opened(page)));
  for (const { sockets } of before) expect(sockets).toBe(1);

  await visitor.press('headset-button');
  await becomes(agent, { phase: 'incoming' });
  expect(await devices(), 'the called side opens nothing').toEqual([0, 1]);
  await agent.accept();
  await bothBecome([agent, visitor], { phase: 'active' });
  expect(await devices(), 'one microphone each').toEqual([1, 1]);
  const after = await Promise.all([agent, visitor].map(({ page }) => opened(page)));
  expect(after, 'a call needs no connection and no socket of its own').toEqual(
    before.map((one) => ({ ...one, devices: 1 })),
  );
  figure({
    cases: '61',
    what: 'devices, connections and sockets that a page without an active chat has opened',
    unit: 'in all',
    values: [without.devices + without.connections + without.sockets],
    goal: 'worst = 0',
  });
});

for (const first of parties) {
  test.describe(`called by the ${first}`, longIf(first !== parties[0]), () => {
    test.use({ first });

    test('case 63 · no attribute and no property answers a call', async ({ self, far }) => {
      await far.onSession((session) => {
        const names = ['auto-answer', 'autoanswer', 'auto-accept', 'accept', 'answer', 'autoplay'];
        for (const name of names) {
          session.setAttribute(name, '');
          Object.assign(session, { [name]: true });
          document.querySelector('call-prompt')?.setAttribute(name, '');
          document.querySelector('headset-button')?.setAttribute(name, '');
        }
      });
      await self.press('headset-button');
      await becomes(far, { phase: 'incoming' });
      await far.nothingFor(1000);
      expect(await far.phase()).toBe('incoming');
      expect(await far.asked(), 'devices of the called side').toEqual([]);
      await self.press('hangup-button');
      await becomes(far, { phase: 'idle' });
      expect(await far.asked()).toEqual([]);
    });
  });
}

// ── Every way out ──────────────────────────────────────────────────────────

interface Way {
  readonly name: string;
  readonly from: 'calling' | 'call';
  /** Takes it; answers when, on the clock of the page. */
  readonly out: (self: Side, far: Side) => Promise<number>;
  /** What has to be done before there can be another call. */
  readonly back?: (self: Side, far: Side) => Promise<void>;
}

const pressed = async (side: Side, press: () => Promise<void>): Promise<number> => {
  await press();
  return new Witness(side).pressed();
};
/** Changes the session by script. */
const sets = (side: Side, values: Record<string, string | boolean | number>): Promise<number> =>
  side.onSession((session, values) => {
    const now = performance.timeOrigin + performance.now();
    Object.assign(session, values);
    return now;
  }, values);
async function allowed(self: Side, far: Side): Promise<void> {
  await Promise.all([self, far].map((side) => sets(side, { voip: true })));
}
const voip = { back: allowed, from: 'call' } as const;
/** When the call was over here: what nobody pressed has no other beginning. */
const ended = async (side: Side, since: number): Promise<number> =>
  since + (await new Witness(side).phaseAfter(since, 'idle'));
const nowOf = ({ page }: Side): Promise<number> =>
  page.evaluate(() => performance.timeOrigin + performance.now());

const ways: readonly Way[] = [
  {
    name: 'hung up',
    from: 'call',
    out: (self) => pressed(self, () => self.press('hangup-button')),
  },
  {
    name: 'hung up by the far side',
    from: 'call',
    out: (_, far) => pressed(far, () => far.press('hangup-button')),
  },
  {
    name: 'cancelled',
    from: 'calling',
    out: (self) => pressed(self, () => self.press('hangup-button')),
  },
  { name: 'declined', from: 'calling', out: (_, far) => pressed(far, () => far.decline()) },
  {
    name: 'not answered',
    from: 'calling',
    out: async (self) => {
      // It counts from the next call on; this one is cancelled for it.
      await self.press('hangup-button');
      await becomes(self, { phase: 'idle' });
      await sets(self, { ringTimeout: 1 });
      const since = await nowOf(self);
      await self.press('headset-button');
      await becomes(self, { phase: 'calling' });
      return ended(self, since);
    },
    back: async (self) => {
      await sets(self, { ringTimeout: 30 });
    },
  },
  {
    name: 'the far side’s microphone is refused',
    from: 'calling',
    out: async (_, far) => {
      await far.page.evaluate(() => {
        const devices = navigator.mediaDevices;
        const real = devices.getUserMedia.bind(devices);
        devices.getUserMedia = () => {
          devices.getUserMedia = real;
          return Promise.reject(new DOMException('refused by the test', 'NotAllowedError'));
        };
      });
      return pressed(far, () => far.accept());
    },
  },
  { ...voip, name: 'calls are switched off here', out: (self) => sets(self, { voip: false }) },
  { ...voip, name: 'calls are switched off there', out: (_, far) => sets(far, { voip: false }) },
  {
    name: '`token-url` is taken away',
    from: 'call',
    out: (self) =>
      self.onSession((session) => {
        const now = performance.timeOrigin + performance.now();
        Object.assign(window, { tokenUrl: session.tokenUrl });
        session.tokenUrl = '';
        return now;
      }),
    back: (self) =>
      self.onSession((session) => {
        session.tokenUrl = (window as Window & { tokenUrl?: string }).tokenUrl ?? '';
      }),
  },
];

const other = (party: Party): Party => (party === 'agent' ? 'visitor' : 'agent');

for (const first of parties) {
  test.describe(`begun by the ${first}`, longIf(first !== parties[0]), () => {
    test.use({ first });

    test(`case 64 · after each of ${ways.length} ways out of a call no device is open on either side`, async ({
      self,
      far,
      witnesses,
    }) => {
      test.setTimeout(300_000);
      const took: number[] = [];
      for (let round = 0; round < rounds(1, 5); round += 1)
        for (const way of ways)
          await test.step(way.name, async () => {
            if (way.from === 'call') {
              await talk(self, far);
              for (const side of [self, far]) await side.press('video-toggle');
              await bothBecome([self, far], { ownPicture: true, farPicture: true });
              for (const side of [self, far])
                expect(await side.liveTracks(), 'there is something to release').toHaveLength(2);
            } else {
              await self.press('headset-button');
              await becomes(far, { phase: 'incoming' });
              await expect
                .poll(() => self.liveTracks(), { message: 'there is something to release' })
                .toHaveLength(1);
            }
            const at = await way.out(self, far);
            for (const side of [self, far]) {
              await becomes(side, { phase: 'idle' });
              took.push(await witnesses[side.party].darkAfter(at));
              expect(await side.liveTracks()).toEqual([]);
            }
            await way.back?.(self, far);
            await bothBecome([self, far], { chat: 'open' });
          });
      figure({
        cases: '64',
        what: `a call by the ${first}, ${ways.length} ways out of it: until no track is live, on either side`,
        unit: 'ms',
        values: took,
        goal: 'worst ≤ 200',
      });
    });

    test('case 65 · a camera turned off is let go of, not only hidden', async ({
      self,
      far,
      witnesses,
    }) => {
      const took: number[] = [];
      await talk(self, far);
      for (let round = 0; round < rounds(3, 20); round += 1) {
        await self.press('video-toggle');
        await becomes(self, { ownPicture: true });
        expect(await self.liveTracks()).toEqual(['audio', 'video']);
        await self.press('video-toggle');
        const at = await witnesses[first].pressed();
        took.push(await witnesses[first].darkAfter(at, 1));
        const states = await self.page.evaluate(() =>
          window.watched.tracks.filter(({ kind }) => kind === 'video').map((one) => one.readyState),
        );
        expect(new Set(states), 'every camera track').toEqual(new Set(['ended']));
      }
      figure({
        cases: '65',
        what: `the ${first} turns the camera off: until its track has ended`,
        unit: 'ms',
        values: took,
        goal: 'worst ≤ 200',
      });
    });

    test('case 64 · the session is removed from the page, then the far page is closed: no device stays open', async ({
      self,
      far,
      witnesses,
    }) => {
      const seen = { self: witnesses[first], far: witnesses[other(first)] };
      await talk(self, far);
      await self.press('video-toggle');
      await becomes(far, { farPicture: true });
      const at = await self.onSession((session) => {
        const now = performance.timeOrigin + performance.now();
        session.remove();
        return now;
      });
      const took = [await seen.self.darkAfter(at), await seen.far.darkAfter(at)];
      figure({
        cases: '58, 64',
        what: 'the session element is removed: until no track is live, on either side',
        unit: 'ms',
        values: took,
        goal: 'worst ≤ 1000',
        note: 'for 250 ms it may still be on its way to another place in the page',
      });
      expect([await self.liveTracks(), await far.liveTracks()]).toEqual([[], []]);
      await becomes(far, { phase: 'idle' });
    });

    test(
      'case 64 · the far page is closed: given up after 10 s, and then no device is open',
      { tag: '@long' },
      async ({ self, far, witnesses }) => {
        await talk(self, far);
        await self.press('video-toggle');
        await becomes(far, { farPicture: true });
        const since = await nowOf(self);
        await far.page.close();
        await becomes(self, { phase: 'reconnecting' });
        expect(await self.liveTracks(), 'it waits for the far side').toEqual(['audio', 'video']);
        await becomes(self, { phase: 'idle' });
        const at = await ended(self, since);
        const { lastEnd } = await self.onSession(({ session }) => session.snapshot.call);
        expect(lastEnd?.reason).toBe('connection-lost');
        figure({
          cases: '64',
          what: 'the connection is lost: until no track is live',
          unit: 'ms',
          values: [await witnesses[first].darkAfter(at)],
          goal: 'worst ≤ 200',
        });
        expect(await self.liveTracks()).toEqual([]);
      },
    );
  });
}

test('case 64 · a page that is left in a call leaves no device open', async ({ browser }) => {
  const room = newRoom();
  const agent = await openSide(await witnessedContext(browser), 'agent', { room });
  const context = await witnessedContext(browser);
  // In a frame: what is around it still knows the tracks when the page is no more.
  const around = await openSide(context, 'visitor', { room, path: 'blank' });
  await around.page.evaluate((room) => {
    document.body.innerHTML = `<iframe src="/visitor.html?room=${room}" allow="camera; microphone" style="width: 100%; height: 600px"></iframe>`;
  }, room);
  const frame = around.page.frameLocator('iframe');
  await agent.inChat();
  await frame.locator('headset-button').click();
  await becomes(agent, { phase: 'incoming' });
  await agent.accept();
  await becomes(agent, { phase: 'active' });
  await frame.locator('.call video-toggle').click();
  await becomes(agent, { farPicture: true });
  const left = await around.page.evaluate(async () => {
    const iframe = document.querySelector('iframe')!;
    const page = iframe.contentWindow!;
    const { tracks } = page.watched;
    const live = (): number => tracks.filter(({ readyState }) => readyState === 'live').length;
    const before = live();
    let at = performance.now();
    // Until then the browser fetches what comes next.
    page.addEventListener('pagehide', () => (at = performance.now()), { capture: true });
    iframe.src = '/blank.html';
    while (live() > 0 && performance.now() - at < 5000)
      await new Promise((next) => setTimeout(next));
    return { before, after: live(), took: performance.now() - at };
  });
  expect([left.before, left.after], 'live tracks in the call, and when the page is gone').toEqual([
    2, 0,
  ]);
  figure({
    cases: '64',
    what: 'the page is left: until no track of it is live',
    unit: 'ms',
    values: [left.took],
    goal: 'worst ≤ 200',
  });
});
