import type { BrowserContext, Page } from '@playwright/test';
import { expect, newContext, newRoom, openSide, parties, talk, test } from './side.js';

// The life of the page around a session: load order, moves, removal, reload, two sessions.

for (const first of parties) {
  test.describe(`when the ${first}'s page`, () => {
    test.use({ first });

    test('moves the session in the DOM in mid-call, the call goes on', async ({ self, far }) => {
      await talk(self, far);
      await self.press('video-toggle');
      await far.seesFarPicture();
      await self.onSession((session) => {
        const elsewhere = document.createElement('section');
        document.body.append(elsewhere);
        elsewhere.append(session);
      });
      // Longer than the time after which an element counts as removed.
      await self.nothingFor(600);
      expect([await self.phase(), await far.phase()]).toEqual(['active', 'active']);
      expect(await self.liveTracks()).toEqual(['audio', 'video']);
      await Promise.all([self.hears(), far.hears(), far.seesFarPicture()]);
      await self.press('hangup-button');
      await far.reaches('idle');
    });

    test('removes the session for good, devices are released and the far side is told', async ({
      self,
      far,
    }) => {
      await talk(self, far);
      await self.press('video-toggle');
      await far.seesFarPicture();
      await self.onSession((session) => session.remove());
      await expect.poll(() => self.liveTracks()).toEqual([]);
      await far.reaches('idle');
      await expect(far.status).toContainText('The call has ended');
      expect(await far.liveTracks()).toEqual([]);
      await expect
        .poll(() =>
          self.page.evaluate(() =>
            window.watched.connections.every((each) => each.connectionState === 'closed'),
          ),
        )
        .toBe(true);
    });

    test('is closed, the far side knows and lets go', async ({ self, far }) => {
      await talk(self, far);
      await self.page.close();
      await far.reaches('reconnecting');
      await expect(far.status).toContainText('Reconnecting');
      await far.press('hangup-button');
      await far.reaches('idle');
      expect(await far.liveTracks()).toEqual([]);
    });

    test('is reloaded, it finds its chat again and can call', async ({ self, far }) => {
      for (let round = 0; round < 2; round += 1) {
        await self.page.reload();
        await Promise.all([self.inChat(), far.inChat()]);
        await talk(far, self);
        await Promise.all([self.hears(), far.hears()]);
        await far.press('hangup-button');
        await self.reaches('idle');
      }
    });
  });
}

test('controls and session may be defined, parsed and inserted in any order', async ({
  browser,
}) => {
  const room = newRoom();
  const far = await openSide(await newContext(browser), 'agent', { room, query: '&stock' });
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.goto('/blank.html');
  await page.evaluate(async (room) => {
    // A control outside that names its session, before either is defined or there.
    document.body.innerHTML = '<headset-button for="later"></headset-button><div id="place"></div>';
    const kit = '/cdn/visavis.js';
    await import(kit);
    const session = document.createElement('chat-session');
    session.innerHTML = '<call-status></call-status><hangup-button></hangup-button>';
    Object.assign(session, {
      id: 'later',
      party: 'visitor',
      server: '/stock',
      peerId: `visitor-${room}`,
      remoteId: `agent-${room}`,
      voip: true,
    });
    document.querySelector('#place')?.append(session);
    // A control inside, later still.
    session.prepend(document.createElement('mic-toggle'));
  }, room);
  await far.inChat();
  await page.locator('headset-button').click();
  await far.reaches('incoming');
  await far.accept();
  await expect(page.locator('mic-toggle button')).toHaveAttribute('aria-pressed', 'true');
  await page.locator('hangup-button').click();
  await far.reaches('idle');
});

test('an agent who comes long after the visitor knocks, and the chat opens at once', async ({
  browser,
}) => {
  const room = newRoom();
  const visitor = await openSide(await newContext(browser), 'visitor', { room });
  // The server has said that nobody is there: from now on the visitor dials but rarely.
  await expect
    .poll(() => visitor.onSession((element) => element.session.snapshot.problem?.code), {
      timeout: 15_000,
    })
    .toBe('far-absent');
  await expect(visitor.status).toContainText('is not here yet');
  const agent = await openSide(await newContext(browser), 'agent', { room });
  await Promise.all([agent.inChat(), visitor.inChat()]);
  expect(await visitor.onSession((element) => element.session.snapshot.problem)).toBe(undefined);
});

/** From the next page on, ICE candidates of the far side arrive late; without a time, never. */
async function slowNetwork(context: BrowserContext, milliseconds = Infinity): Promise<void> {
  await context.addInitScript(
    (wait) => {
      const { prototype } = RTCPeerConnection as unknown as {
        readonly prototype: { addIceCandidate: (candidate: unknown) => Promise<void> };
      };
      const real = prototype.addIceCandidate;
      prototype.addIceCandidate = async function (candidate) {
        if (wait === null) return;
        await new Promise((done) => setTimeout(done, wait));
        await real.call(this, candidate);
      };
      // Infinity does not survive the way into the page.
    },
    Number.isFinite(milliseconds) ? milliseconds : null,
  );
}

test('networks that take their time to find a path get it', async ({ browser }) => {
  const contexts = [await newContext(browser), await newContext(browser)] as const;
  for (const context of contexts) await slowNetwork(context, 6000);
  const room = newRoom();
  const agent = await openSide(contexts[0], 'agent', { room });
  const visitor = await openSide(contexts[1], 'visitor', { room });
  await expect
    .poll(() => visitor.onSession((element) => element.session.snapshot.chat), { timeout: 15_000 })
    .toBe('open');
  await agent.inChat();
  const answered = await visitor.page.evaluate(
    () => window.watched.connections.filter(({ remoteDescription }) => remoteDescription).length,
  );
  // Two when the first dial met the agent's knock; never one each time the redial is due.
  expect(answered, 'connections that were answered').toBeLessThanOrEqual(2);
});

test('networks between which there is no path are told apart from a far side that is absent', async ({
  browser,
}) => {
  const contexts = [await newContext(browser), await newContext(browser)] as const;
  for (const context of contexts) await slowNetwork(context);
  const room = newRoom();
  const agent = await openSide(contexts[0], 'agent', { room });
  const visitor = await openSide(contexts[1], 'visitor', { room });
  for (const { status } of [visitor, agent]) {
    await expect(status).toContainText('cannot be reached from this network', { timeout: 30_000 });
  }
});

test('two sessions on one page are kept apart', async ({ browser }) => {
  const rooms = [newRoom(), newRoom()] as const;
  const context = await newContext(browser);
  const desk = await openSide(context, 'agent', { room: rooms[0] });
  await desk.onSession((session) => {
    const second = session.cloneNode(true) as typeof session;
    second.id = 'second';
    second.tokenUrl = '';
    session.after(second);
  });
  const second = desk.page.locator('#second');
  await second.evaluate(
    (element, room) => Object.assign(element, { tokenUrl: `/ticket?room=${room}` }),
    rooms[1],
  );
  const [a, b] = await Promise.all([
    openSide(await newContext(browser), 'visitor', { room: rooms[0] }),
    openSide(await newContext(browser), 'visitor', { room: rooms[1] }),
  ]);
  await Promise.all([a.inChat(), b.inChat()]);
  await b.press('headset-button');
  await expect(second.locator('call-prompt [part=accept]')).toBeVisible();
  await expect(desk.page.locator('.desk').first().locator('call-prompt [part=accept]')).toHaveCount(
    0,
  );
  await second.locator('call-prompt [part=accept]').click();
  await b.reaches('active');
  expect(await a.phase(), 'the other visitor hears nothing of it').toBe('idle');
  await b.hears();
});

interface Wrong {
  readonly name: string;
  readonly settings: Record<string, string | boolean>;
  readonly code: string;
  readonly says: string;
}

const wrong: readonly Wrong[] = [
  {
    name: '`remote-id` without `server`',
    settings: { server: '' },
    code: 'no-server',
    says: 'not set up',
  },
  {
    name: 'a `server` that is no address',
    settings: { server: 'http://' },
    code: 'no-server',
    says: 'not set up',
  },
  {
    name: '`remote-id` without `peer-id`',
    settings: { peerId: '' },
    code: 'no-peer-id',
    says: 'not set up',
  },
  {
    name: 'an id that PeerServer refuses',
    settings: { peerId: '-a-' },
    code: 'invalid-id',
    says: 'not set up',
  },
  {
    name: 'an unknown `party`',
    settings: { party: 'owner' },
    code: 'unknown-party',
    says: 'not set up',
  },
  {
    name: 'a far peer that is absent',
    settings: { remoteId: 'nobody' },
    code: 'far-absent',
    says: 'is not here yet',
  },
  {
    name: 'a server that does not answer',
    settings: { server: 'http://127.0.0.1:9/peerjs' },
    code: 'server-unreachable',
    says: 'The chat cannot connect',
  },
];

async function openWith(page: Page, settings: Wrong['settings'], room: string): Promise<void> {
  await page.goto('/blank.html');
  await page.evaluate(
    async ([settings, room]) => {
      const codes: string[] = [];
      Object.assign(window, { codes });
      document.addEventListener('call-error', ({ code }) => codes.push(code));
      const kit = '/cdn/visavis.js';
      await import(kit);
      const session = document.createElement('chat-session');
      session.innerHTML = '<headset-button></headset-button><call-status></call-status>';
      const right = {
        party: 'visitor',
        server: '/stock',
        peerId: `visitor-${room}`,
        remoteId: `agent-${room}`,
        voip: true,
      };
      Object.assign(session, right, settings);
      document.body.replaceChildren(session);
    },
    [settings, room] as const,
  );
}

test.describe('wrong configuration shows a state, fires call-error and logs one line', () => {
  for (const { name, settings, code, says } of wrong) {
    test(name, async ({ page }) => {
      const lines: string[] = [];
      page.on('console', (message) => lines.push(message.text()));
      await openWith(page, settings, newRoom());
      // A far peer counts as absent when the server's offer to it has expired: 5 s on a stock server.
      await expect
        .poll(() => page.evaluate(() => (window as Window & { codes?: string[] }).codes), {
          timeout: 15_000,
        })
        .toContain(code);
      await expect(page.locator('call-status')).toContainText(says);
      await expect(page.locator('headset-button button')).toHaveAttribute('aria-disabled', 'true');
      expect(lines.filter((line) => line.startsWith(`visavis: ${code}`))).toHaveLength(1);
    });
  }

  test('an id that another page holds', async ({ browser, page }) => {
    const room = newRoom();
    const holder = await openSide(await newContext(browser), 'visitor', { room, query: '&stock' });
    await holder.page.waitForFunction(
      () => document.querySelector('chat-session')?.session.snapshot.chat === 'waiting',
    );
    await openWith(page, {}, room);
    await expect(page.locator('call-status')).toContainText('open somewhere else', {
      timeout: 15_000,
    });
    // The way back: it takes over by itself when the other page is gone.
    await holder.page.close();
    const far = await openSide(await newContext(browser), 'agent', { room, query: '&stock' });
    await expect(page.locator('headset-button button')).not.toHaveAttribute(
      'aria-disabled',
      'true',
      { timeout: 20_000 },
    );
    await far.inChat();
  });

  test('a browser without WebRTC', async ({ page }) => {
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    await page.addInitScript(() => Reflect.deleteProperty(window, 'RTCPeerConnection'));
    await openWith(page, {}, newRoom());
    await expect(page.locator('call-status')).toContainText('This browser cannot make calls');
    await expect(page.locator('headset-button button')).toHaveAttribute('aria-disabled', 'true');
    expect(lines.filter((line) => line.startsWith('visavis: unsupported'))).toHaveLength(1);
  });

  test('`video` without `voip` warns once and allows no call', async ({ page }) => {
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    await openWith(page, { voip: false, video: true }, newRoom());
    await expect(page.locator('headset-button [part=reason]')).toHaveText('Calls are switched off');
    expect(lines.filter((line) => line.includes('needs voip'))).toHaveLength(1);
  });

  test('no `remote-id` is no error: there is just no active chat', async ({ page }) => {
    await openWith(page, { remoteId: '' }, newRoom());
    await expect(page.locator('headset-button [part=reason]')).toHaveText(
      'There is no active chat',
    );
    await expect(page.locator('call-status')).toContainText('There is no active chat');
    expect(await page.evaluate(() => (window as Window & { codes?: string[] }).codes)).toEqual([]);
  });
});
