import { openSide, parties, type Party, type Side, talk } from '../side.js';
import { figure } from './figures.js';
import { callOf, expect, rounds, test } from './witnessed.js';

// What becomes of a call when one of its two pages is reloaded, crashes, or is opened twice.

const other = (party: Party): Party => (party === 'agent' ? 'visitor' : 'agent');

for (const first of parties) {
  test.describe(`when the ${first}'s page`, () => {
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

test('case 32, 34 · a tab that crashes and is reloaded is back in its call', async ({
  self,
  far,
  witnesses,
}) => {
  await talk(self, far);
  const before = await callOf(far);
  await crash(self);
  await far.reaches('reconnecting');
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
});

test('case 36 · a page that comes back from the page cache is in its chat and call again, without a ghost', async ({
  self,
  far,
  witnesses,
}) => {
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
});

// ── One page sits for a side ───────────────────────────────────────────────

/** Another tab of the same browser, with the same page. */
async function secondTab(side: Side): Promise<Side> {
  const { searchParams } = new URL(side.page.url());
  return openSide(side.page.context(), side.party, { room: searchParams.get('room')! });
}

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
  test.describe(`when the ${first} opens a second tab`, () => {
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
      const second = await secondTab(self);
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
      const second = await secondTab(self);
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

test.describe('case 30 · two tabs of one agent', () => {
  test('only one of them rings, and a call that rings can be moved and accepted there', async ({
    pair: { agent, visitor },
  }) => {
    const second = await secondTab(agent);
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
});

test('case 31 · where the browser has no locks, the server alone tells two pages apart', async ({
  pair: { visitor },
}) => {
  const context = visitor.page.context();
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
    Reflect.deleteProperty(Navigator.prototype, 'locks');
  });
  const second = await secondTab(visitor);
  await expect(second.status).toContainText('This chat is open somewhere else', {
    timeout: 15_000,
  });
});
