import { expect, newContext, newRoom, openSide, parties, talk, test } from './side.js';

for (const first of parties) {
  test.describe(`a call by the ${first} that comes to nothing`, () => {
    test.use({ first });

    test.afterEach(async ({ self, far }) => {
      for (const side of [self, far]) {
        await side.inChat();
        expect(await side.liveTracks(), 'live tracks').toEqual([]);
        await expect(side.tag('call-prompt').locator('[part=prompt]')).toHaveCount(0);
      }
    });

    test('is declined, and both read so', async ({ self, far }) => {
      await self.press('headset-button');
      await far.reaches('incoming');
      await far.decline();
      await self.reaches('idle');
      await expect(self.status).toContainText('declined the call');
      await expect(far.status).toContainText('You declined the call');
      expect(await far.asked(), 'devices asked for by the called side').toEqual([]);
    });

    for (const control of ['hangup-button', 'headset-button']) {
      test(`is cancelled by the caller's ${control}, and both read so`, async ({ self, far }) => {
        await self.press('headset-button');
        await far.reaches('incoming');
        await self.press(control);
        await far.reaches('idle');
        await expect(self.status).toContainText('You cancelled the call');
        await expect(far.status).toContainText('cancelled the call');
        expect(await far.asked(), 'devices asked for by the called side').toEqual([]);
      });
    }

    test('is not answered in time, and both read so', async ({ self, far }) => {
      await self.onSession((session) => void (session.ringTimeout = 1));
      await self.press('headset-button');
      await far.reaches('incoming');
      await Promise.all([self.reaches('idle'), far.reaches('idle')]);
      await expect(self.status).toContainText('No answer from');
      await expect(far.status).toContainText('You missed a call from');
    });

    test('is refused while the administrator of the called side has calls switched off', async ({
      self,
      far,
    }) => {
      await far.onSession((session) => void (session.voip = false));
      await expect(far.page.locator('headset-button [part=reason]')).toHaveText(
        'Calls are switched off',
      );
      await self.press('headset-button');
      await expect(self.status).toContainText('declined the call');
      expect(await far.phase()).toBe('idle');
    });

    test('can be tried again at once', async ({ self, far }) => {
      await self.press('headset-button');
      await far.reaches('incoming');
      await far.decline();
      await self.reaches('idle');
      await talk(self, far);
      await self.hears();
      await self.press('hangup-button');
      await far.reaches('idle');
    });
  });
}

test('both pressing at the same moment gives one call', async ({ pair: { agent, visitor } }) => {
  for (let round = 0; round < 3; round += 1) {
    await Promise.all([agent.press('headset-button'), visitor.press('headset-button')]);
    await Promise.all([agent.reaches('active'), visitor.reaches('active')]);
    const ids = (side: typeof agent) =>
      side.onSession((element) => [...element.session.snapshot.call.ids].sort());
    expect(await ids(agent), 'one call with the same ids').toEqual(await ids(visitor));
    await Promise.all([agent.hears(), visitor.hears()]);
    await visitor.press('hangup-button');
    await Promise.all([agent.reaches('idle'), visitor.reaches('idle')]);
    expect([await agent.liveTracks(), await visitor.liveTracks()]).toEqual([[], []]);
  }
});

test('a second call while one is on in the same page gets busy', async ({ browser }) => {
  const rooms = [newRoom(), newRoom()] as const;
  const contexts = await Promise.all(rooms.map(() => newContext(browser)));
  const desk = await newContext(browser);
  const agent = await openSide(desk, 'agent', { room: rooms[0], query: '&stock' });
  // A second chat of the same agent, in the same page.
  await agent.onSession((element) => {
    const second = element.cloneNode(true) as typeof element;
    second.id = 'second';
    const other = document.querySelector('chat-session')?.peerId ?? '';
    second.peerId = `${other}-2`;
    element.after(second);
  });
  const [first, second] = await Promise.all(
    rooms.map((room, i) => openSide(contexts[i] ?? desk, 'visitor', { room, query: '&stock' })),
  );
  if (!first || !second) throw new Error('no visitors');
  await agent.page
    .locator('#second')
    .evaluate((element, room) => element.setAttribute('remote-id', `visitor-${room}`), rooms[1]);
  await second.onSession(
    (element) => void (element.remoteId = `agent-${element.peerId.replace('visitor-', '')}`),
  );
  const deskId = await agent.page
    .locator('#second')
    .evaluate((element) => (element as HTMLElement & { peerId: string }).peerId);
  await second.page
    .locator('chat-session')
    .evaluate((element, id) => element.setAttribute('remote-id', id), deskId);
  await Promise.all([first.inChat(), second.inChat()]);

  await first.press('headset-button');
  await agent.page.locator('call-prompt [part=accept]').first().click();
  await first.reaches('active');
  await second.press('headset-button');
  await expect(second.status).toContainText('busy');
  await second.reaches('idle');
  await expect(agent.page.locator('#second call-status')).toContainText(
    'called while you were busy in another call',
  );
  expect(await first.phase(), 'the first call goes on').toBe('active');
  await first.hears();
  expect(await second.liveTracks()).toEqual([]);
});

test('the administrator switches gate a call as it runs', async ({ pair: { agent, visitor } }) => {
  await talk(agent, visitor);
  await agent.press('video-toggle');
  await visitor.seesFarPicture();
  await visitor.page.getByLabel('Video', { exact: true }).uncheck();
  await expect(visitor.tag('video-toggle'), 'no video toggle here').toBeHidden();
  await expect(agent.tag('video-toggle'), 'nor there').toBeHidden();
  await expect
    .poll(() => agent.liveTracks(), { message: 'the camera goes off' })
    .toEqual(['audio']);
  await expect(visitor.tag('call-stage')).toBeHidden();
  await visitor.hears();
  await visitor.page.getByLabel('Calls (VoIP)').uncheck();
  await Promise.all([agent.reaches('idle'), visitor.reaches('idle')]);
  expect([await agent.liveTracks(), await visitor.liveTracks()]).toEqual([[], []]);
});
