import { newRoom, openSide, parties, type Party, type Side, talk } from '../side.js';
import { Talk } from '../talk.js';
import { figure, notCovered } from './figures.js';
import { longIf } from './long.js';
import { rounds } from './rounds.js';
import { callOf, expect, openWitnessed, test } from './witnessed.js';
import { Witness } from './witness.js';

// What becomes of a call when one of its two pages is reloaded, closed, killed, or opened twice.

notCovered({
  cases: '30',
  why: 'Two agents at two machines who answer one visitor: a chat has one agent. Who gets it, the waiting room says: server/test/redis-waiting-room.test.mjs, e2e/server/waiting-room.spec.ts.',
});

const other = (party: Party): Party => (party === 'agent' ? 'visitor' : 'agent');

for (const first of parties) {
  test.describe(`when the ${first}'s page`, longIf(first !== parties[0]), () => {
    test.use({ first });

    test('case 32 · is reloaded in a call, it is back in the same call, and the far side only read “Reconnecting”', async ({
      self,
      far,
      witnesses,
    }) => {
      test.setTimeout(120_000);
      const [own, farWitness] = [witnesses[first], witnesses[other(first)]];
      await talk(self, far);
      await self.press('video-toggle');
      await far.seesFarPicture();
      const before = await callOf(self);
      const farBefore = await callOf(far);
      const [here, there]: [number[], number[]] = [[], []];
      for (let round = 0; round < rounds(4, 20); round += 1) {
        const at = await farWitness.now();
        await self.page.reload();
        here.push(await own.soundAfter(at));
        // Sound that was still in its buffer when the page went is not the new page's.
        const back = await farWitness.phaseAfter(at, 'active');
        there.push(await farWitness.soundAfter(at + back).then((after) => back + after));
        expect(await callOf(self)).toEqual(before);
      }
      expect(await callOf(far)).toEqual(farBefore);
      figure({
        cases: '32',
        what: `the ${first} reloads: sound again in the new page`,
        unit: 'ms',
        values: here,
        goal: 'p95 ≤ 3000',
      });
      figure({
        cases: '32',
        what: `the ${first} reloads: its sound again at the far side`,
        unit: 'ms',
        values: there,
        goal: 'p95 ≤ 3000',
      });
      const phases = (await farWitness.phases()).map(({ what }) => what);
      const inCall = phases.slice(phases.indexOf('active'));
      expect(new Set(inCall), 'what the far side went through').toEqual(
        new Set(['active', 'reconnecting']),
      );
      expect((await farWitness.said()).join(' ')).not.toMatch(/ended|lost/);
      expect(await self.liveTracks(), 'the camera is not opened again').toEqual(['audio']);
      await expect(self.status).toContainText('No camera is on');
      await self.press('hangup-button');
      await far.reaches('idle');
      await self.page.reload();
      await Promise.all([self.inChat(), far.inChat()]);
      expect(await self.phase(), 'a call that has ended does not come back').toBe('idle');
      expect(await self.asked()).toEqual([]);
    });
  });
}

/** Ends the page's process, as the browser sees it: "Aw, snap". */
async function crash({ page }: Side): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  // Nobody is left to answer.
  void devtools.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');
}

/** Reloads a page that has crashed, which Playwright cannot. */
async function reloadCrashed({ page }: Side): Promise<void> {
  const devtools = await page.context().browser()!.newBrowserCDPSession();
  const { targetInfos } = await devtools.send('Target.getTargets');
  const { targetId } = targetInfos.find(({ url }) => url === page.url())!;
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId });
  const message = JSON.stringify({ id: 1, method: 'Page.reload' });
  await devtools.send('Target.sendMessageToTarget', { sessionId, message });
}

test(
  'case 32, 34 · a tab that crashes and is reloaded is back in its call',
  { tag: '@long' },
  async ({ self, far, witnesses }) => {
    await talk(self, far);
    const before = await callOf(far);
    const alive = await witnesses.agent.now();
    await crash(self);
    figure({
      cases: '34',
      what: 'a tab crashes: the far side reads “Reconnecting…”',
      unit: 'ms',
      values: [await witnesses.agent.saidAfter(alive, /Reconnecting…/)],
      goal: 'p95 ≤ 3000',
    });
    const at = await witnesses.agent.now();
    await reloadCrashed(self);
    const back = await witnesses.agent.phaseAfter(at, 'active');
    const sound = await witnesses.agent.soundAfter(at + back);
    figure({
      cases: '32, 34',
      what: 'a crashed tab is reloaded: its sound again at the far side',
      unit: 'ms',
      values: [back + sound],
      goal: 'p95 ≤ 3000',
    });
    expect(await callOf(far)).toEqual(before);
  },
);

/** Another page of the same browser, with the same address. */
async function openAgain({ page, party }: Side): Promise<Side> {
  const { searchParams } = new URL(page.url());
  const query = searchParams.has('stock') ? '&stock' : '';
  return openSide(page.context(), party, { room: searchParams.get('room')!, query });
}

for (const first of parties) {
  test.describe(`when the ${first}'s tab`, longIf(first !== parties[0]), () => {
    test.use({ first });

    test('case 33 · is closed in a call, the far side reads it at once, and keeps its chat when the call is given up', async ({
      self,
      far,
      witnesses,
    }) => {
      test.setTimeout(120_000);
      const farWitness = witnesses[other(first)];
      const known: number[] = [];
      let own = self;
      const count = rounds(3, 20);
      for (let round = 1; round <= count; round += 1) {
        await talk(own, far);
        const at = await farWitness.now();
        await own.page.close();
        known.push(await farWitness.saidAfter(at, /Reconnecting…/));
        if (round === count) break;
        await far.press('hangup-button');
        await far.reaches('idle');
        own = await openAgain(own);
        await Promise.all([own.inChat(), far.inChat()]);
      }
      figure({
        cases: '33',
        what: `the ${first} closes its tab: the far side reads “Reconnecting…”`,
        unit: 'ms',
        values: known,
        goal: 'p95 ≤ 1000',
      });

      // It said goodbye, so the far side waits for a reload, and not as long as for a network.
      const closed = await farWitness.now();
      await expect.poll(() => far.phase(), { timeout: 20_000 }).toBe('idle');
      const { lastEnd } = await far.onSession((element) => element.session.snapshot.call);
      expect(lastEnd).toMatchObject({ reason: 'connection-lost', by: 'network' });
      expect(await far.liveTracks()).toEqual([]);
      await expect(far.status).toContainText('was lost after');
      figure({
        cases: '33',
        what: `the ${first} closes its tab: the call is given up`,
        unit: 'ms',
        values: [await farWitness.phaseAfter(closed, 'idle')],
      });

      await new Talk(far).write('Are you coming back?');
      const back = await openAgain(own);
      await new Talk(back).reads('Are you coming back?');
      expect(await back.phase(), 'the call does not come back').toBe('idle');
      expect(await back.asked()).toEqual([]);
    });
  });
}

test(
  'case 35 · a browser that is killed in a call: said soon, no device stays open, and another browser finds the chat again',
  { tag: '@long' },
  async ({ browser, launchOptions, playwright }) => {
    test.setTimeout(120_000);
    const room = newRoom();
    const far = await openWitnessed(browser, 'agent', room);
    const farWitness = new Witness(far);
    const known: number[] = [];
    for (let round = 0; round < rounds(2, 10); round += 1) {
      const doomed = await playwright.chromium.launchServer(launchOptions);
      const connected = await playwright.chromium.connect(doomed.wsEndpoint());
      const visitor = await openWitnessed(connected, 'visitor', room);
      await Promise.all([visitor.inChat(), far.inChat()]);
      await talk(visitor, far);
      await Promise.all([visitor.hears(), far.hears()]);
      const at = await farWitness.now();
      doomed.process().kill('SIGKILL');
      known.push(await farWitness.saidAfter(at, /Reconnecting…/));
      // The agent need not wait for 90 s.
      await far.press('hangup-button');
      await far.reaches('idle');
      expect(await far.liveTracks()).toEqual([]);
      await doomed.close();
    }
    figure({
      cases: '35',
      what: 'a browser is killed: the far side reads “Reconnecting…”',
      unit: 'ms',
      values: known,
      goal: 'p95 ≤ 3000',
    });
    await new Talk(far).write('I am still here');
    const back = await openWitnessed(browser, 'visitor', room);
    await new Talk(back).reads('I am still here');
    await talk(back, far);
    await Promise.all([back.hears(), far.hears()]);
    expect([far.errors, back.errors]).toEqual([[], []]);
  },
);

test(
  'case 36 · a page that comes back from the page cache is in its chat and call again, without a ghost',
  { tag: '@long' },
  async ({ self, far, witnesses }) => {
    await talk(self, far);
    const before = await callOf(self);
    const at = await witnesses.agent.now();
    await self.page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      // The cache keeps no connection alive.
      for (const connection of window.watched.connections) connection.close();
    });
    await witnesses.agent.phaseAfter(at, 'reconnecting');
    await self.page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    );
    await Promise.all([self.reaches('active'), far.reaches('active')]);
    await Promise.all([self.hears(), far.hears()]);
    expect(await callOf(self)).toEqual(before);
    for (const side of [self, far]) {
      await expect.poll(() => openConnections(side), `connections of the ${side.party}`).toBe(1);
    }
  },
);

// ── One page sits for a side ───────────────────────────────────────────────

/** Runs in the page. */
const keepsCall = (): boolean =>
  Object.keys(sessionStorage).some((key) => key.startsWith('visavis-call'));

const openConnections = ({ page }: Side): Promise<number> =>
  page.evaluate(
    () =>
      window.watched.connections.filter(({ connectionState }) => connectionState !== 'closed')
        .length,
  );

const readsElsewhere = (side: Side): Promise<void> =>
  expect(side.status).toContainText('This chat is open in another tab');

const useHere = (side: Side): Promise<void> =>
  side.page.getByRole('button', { name: 'Use here' }).click();

for (const first of parties) {
  test.describe(`when the ${first} opens a second tab`, longIf(first !== parties[0]), () => {
    test.use({ first });

    test('case 31 · in a call, the first keeps it until “Use here” moves it over and back', async ({
      self,
      far,
      witnesses,
    }) => {
      const farWitness = witnesses[other(first)];
      await talk(self, far);
      await self.press('video-toggle');
      await far.seesFarPicture();
      const before = await callOf(self);
      const second = await openAgain(self);
      const sockets: string[] = [];
      second.page.on('websocket', (socket) => sockets.push(socket.url()));
      await readsElsewhere(second);
      expect(await second.asked(), 'devices of the second tab').toEqual([]);
      expect(await openConnections(second)).toBe(0);
      expect(sockets, 'sockets of the second tab').toEqual([]);
      expect(await self.phase()).toBe('active');
      await far.hears();

      const moved: number[] = [];
      let [holder, waiting] = [self, second];
      for (let round = 0; round < rounds(2, 10); round += 1) {
        const at = await farWitness.now();
        await useHere(waiting);
        const back = await farWitness.phaseAfter(at, 'active');
        moved.push(back + (await farWitness.soundAfter(at + back)));
        [holder, waiting] = [waiting, holder];
        await holder.reaches('active');
        await readsElsewhere(waiting);
        expect(await callOf(holder)).toEqual(before);
        expect(await waiting.liveTracks(), 'devices of the tab that lost it').toEqual([]);
        expect(await holder.liveTracks(), 'and of the one that has it').toEqual(['audio']);
        expect(await openConnections(far), 'connections at the far side').toBe(1);
        await expect.poll(() => openConnections(waiting)).toBe(0);
      }
      await Promise.all([holder.hears(), far.hears()]);
      figure({
        cases: '31',
        what: `the ${first} presses “Use here”: its sound again at the far side`,
        unit: 'ms',
        values: moved,
        goal: 'p95 ≤ 3000',
      });
      const phases = (await farWitness.phases()).map(({ what }) => what);
      expect(new Set(phases.slice(phases.indexOf('active')))).toEqual(
        new Set(['active', 'reconnecting']),
      );
      expect((await farWitness.said()).join(' ')).not.toMatch(/ended|lost/);
    });

    test('case 31 · its own reload keeps the seat, and its closing gives it to the one that waits, without a device', async ({
      self,
      far,
    }) => {
      await talk(self, far);
      const before = await callOf(self);
      const second = await openAgain(self);
      await readsElsewhere(second);
      await self.page.reload();
      await self.reaches('active');
      expect(await callOf(self)).toEqual(before);
      await self.page.close();
      await Promise.all([second.inChat(), far.inChat()]);
      await far.reaches('idle');
      expect(await second.phase(), 'the person has left the call').toBe('idle');
      expect(await second.asked()).toEqual([]);
      expect(await far.liveTracks()).toEqual([]);
      await expect(second.page.getByRole('button', { name: 'Use here' })).toHaveCount(0);
    });

    test('case 31 · a copy of the tab, with all that it kept, does not take the call', async ({
      self,
      far,
    }) => {
      await talk(self, far);
      const [page] = await Promise.all([
        self.page.waitForEvent('popup'),
        self.page.evaluate(() => void open(location.href)),
      ]);
      const copy = Object.assign(Object.create(self) as Side, { page });
      expect(await page.evaluate(keepsCall), 'the copy came with the call’s record').toBe(true);
      await readsElsewhere(copy);
      expect(await copy.asked()).toEqual([]);
      expect(await page.evaluate(keepsCall)).toBe(false);
      expect([await self.phase(), await far.phase()]).toEqual(['active', 'active']);
    });
  });
}

test('case 30 · of two tabs of one agent only one rings, and a call that rings can be moved and accepted there', async ({
  pair: { agent, visitor },
}) => {
  const second = await openAgain(agent);
  await readsElsewhere(second);
  await visitor.press('headset-button');
  await agent.reaches('incoming');
  expect(await second.phase()).toBe('idle');
  await useHere(second);
  await second.reaches('incoming');
  expect(await agent.phase()).toBe('idle');
  await second.accept();
  await Promise.all([second.reaches('active'), visitor.reaches('active')]);
  await Promise.all([second.hears(), visitor.hears()]);
  expect(await agent.asked()).toEqual([]);
});

test(
  'case 30 · Accept in one tab and “Use here” in another at once: one of them has the call, the other no device',
  { tag: '@long' },
  async ({ pair: { agent, visitor } }) => {
    const count = rounds(4, 100);
    test.setTimeout(60_000 + count * 5000);
    const second = await openAgain(agent);
    await readsElsewhere(second);
    let [holder, waiting] = [agent, second];
    const wanted = { accepted: 0, disagree: 0 };
    for (let round = 0; round < count; round += 1) {
      await visitor.press('headset-button');
      await holder.reaches('incoming');
      // Whichever comes first: the prompt may be gone before it is pressed.
      await Promise.all([
        useHere(waiting),
        holder.page
          .locator('call-prompt [part=accept]')
          .click({ timeout: 1000 })
          .then(
            () => (wanted.accepted += 1),
            () => undefined,
          ),
      ]);
      await readsElsewhere(holder);
      [holder, waiting] = [waiting, holder];
      await expect.poll(() => holder.phase()).toMatch(/incoming|active/);
      if ((await holder.phase()) === 'incoming') await holder.accept();
      await Promise.all([holder.reaches('active'), visitor.reaches('active')]);
      await Promise.all([holder.hears(), visitor.hears()]);
      if ((await waiting.phase()) !== 'idle' || (await waiting.liveTracks()).length > 0)
        wanted.disagree += 1;
      await visitor.press('hangup-button');
      await Promise.all([holder.reaches('idle'), visitor.reaches('idle')]);
    }
    figure({
      cases: '30',
      what: `of ${count} races of Accept and “Use here”, both tabs in the call, or none`,
      unit: 'times',
      values: [wanted.disagree],
      goal: 'worst = 0',
      note: `Accept was pressed in ${wanted.accepted} of them.`,
    });
    expect(wanted.disagree).toBe(0);
  },
);

test.describe('at a stock server', () => {
  test.use({ query: '&stock' });

  test(
    'case 31 · where the browser has no locks, its word alone tells two pages apart',
    { tag: '@long' },
    async ({ pair: { visitor } }) => {
      const context = visitor.page.context();
      await context.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
        Reflect.deleteProperty(Navigator.prototype, 'locks');
      });
      const second = await openAgain(visitor);
      await expect(second.status).toContainText('This chat is open somewhere else', {
        timeout: 15_000,
      });
    },
  );
});
