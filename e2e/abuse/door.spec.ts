import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import { figure, notCovered } from '../faults/figures.js';
import { callOf } from '../faults/witnessed.js';
import { port } from '../port.js';
import { expect, newContext, newRoom, openSide, type Side, talk } from '../side.js';
import { Talk } from '../talk.js';
import { shortTask } from './bare-page.js';
import { letPairGo, test } from './lasting-pair.js';
import { droppedAt, tasksOf } from './watch.js';

// Who is let in, and how much of it. What a stranger sends is not heard at all; the far side itself at a pace.

notCovered({ cases: '67, 68', why: 'tested at the server: server/test/attacks.test.mjs' });

test.afterAll(letPairGo);

const server = `ws://localhost:${port}/stock/peerjs?key=peerjs`;

/** Somebody at the same PeerServer who knows the victim's id, and can send it anything. */
class Stranger {
  readonly id: string;
  readonly heard: { readonly type: string }[] = [];
  readonly #socket: WebSocket;

  constructor(id = `stranger-${randomUUID()}`) {
    this.id = id;
    this.#socket = new WebSocket(`${server}&id=${id}&token=t`);
  }

  async open(): Promise<this> {
    this.#socket.on('message', (data) =>
      this.heard.push(JSON.parse((data as Buffer).toString()) as { type: string }),
    );
    await expect.poll(() => this.heard.map(({ type }) => type)).toContain('OPEN');
    return this;
  }

  send(type: string, dst: string, payload?: unknown): void {
    this.#socket.send(JSON.stringify({ type, dst, payload }));
  }

  /** The server relays in order: once this is back, all before it has arrived. */
  async allArrived(): Promise<void> {
    const marks = (): number => this.heard.filter(({ type }) => type === 'OFFER').length;
    const before = marks();
    this.send('OFFER', this.id, { last: true });
    await expect.poll(marks).toBeGreaterThan(before);
  }

  close(): void {
    this.#socket.close();
  }
}

const offer = { type: 'offer', sdp: 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n' };

const attacks: readonly (readonly [type: string, payload: unknown])[] = [
  ['OFFER', { type: 'media', connectionId: 'mc_1', sdp: offer, metadata: {} }],
  [
    'OFFER',
    { type: 'data', connectionId: 'dc_1', sdp: offer, serialization: 'visavis-1', label: 'x' },
  ],
  ['OFFER', { type: 'data', connectionId: 'dc_2', sdp: offer, serialization: 'binary' }],
  ['OFFER', { type: 'data', connectionId: 'dc_3', sdp: offer, serialization: 'constructor' }],
  ['OFFER', { type: 'data', connectionId: 'dc_4', sdp: offer, serialization: '__proto__' }],
  ['OFFER', { type: 'data', connectionId: 'dc_5', sdp: offer, serialization: 'nonsense' }],
  ['OFFER', undefined],
  ['OFFER', null],
  ['OFFER', 'text'],
  ['ANSWER', { connectionId: 'dc_1', sdp: 'garbage' }],
  ['CANDIDATE', { connectionId: 'dc_1', candidate: 'garbage' }],
  ['CANDIDATE', { type: 'visavis-knock' }],
  ['CANDIDATE', undefined],
  ['LEAVE', {}],
  ['EXPIRE', {}],
  ['OPEN', {}],
  ['ERROR', { msg: 'go away' }],
  ['ID-TAKEN', {}],
  ['INVALID-KEY', {}],
];

const attackTo = (id: string, count: number): [type: string, dst: string, payload: unknown] => {
  const [type, payload] = attacks[count % attacks.length] ?? ['OFFER', undefined];
  return [type, id, payload];
};

const connections = (side: Side): Promise<number> =>
  side.page.evaluate(() => window.watched.connections.length);

test.describe('a stranger who knows both ids', () => {
  for (const inCall of [false, true]) {
    test(`cases 66, 74, 75 · makes no connection, never rings, breaks nothing ${inCall ? 'in' : 'before'} a call`, async ({
      pair,
    }) => {
      const { agent, visitor } = pair;
      if (inCall) await talk(visitor, agent);
      const stranger = await new Stranger().open();
      const before = [await connections(agent), await connections(visitor)];
      for (const side of [agent, visitor]) {
        const id = await side.onSession((session) => session.peerId);
        for (const [type, payload] of attacks) stranger.send(type, id, payload);
      }
      await stranger.allArrived();

      // Still well after all that: the chat is open and a call works, or goes on.
      if (!inCall) await talk(agent, visitor);
      await Promise.all([agent.hears(), visitor.hears()]);
      expect([await connections(agent), await connections(visitor)], 'connections made').toEqual(
        before,
      );
      expect(
        stranger.heard.filter(({ type }) => type === 'ANSWER' || type === 'CANDIDATE'),
      ).toEqual([]);
      stranger.close();
    });
  }

  test('case 71 · 500 ghost calls a second and 10,000 signals: nothing rings, nothing stutters', async ({
    browser,
    pair,
  }) => {
    const { agent } = pair;
    const stranger = await new Stranger().open();
    const id = await agent.onSession((session) => session.peerId);
    const before = await connections(agent);
    const { longest, longestByClock } = await tasksOf(browser, agent.page, async () => {
      for (let round = 0; round < 20; round += 1) {
        for (let count = 0; count < 50; count += 1)
          stranger.send('OFFER', id, { type: 'media', connectionId: `mc_${count}`, sdp: offer });
        for (let count = 0; count < 500; count += 1)
          stranger.send(...attackTo(id, round * 500 + count));
        await new Promise((done) => setTimeout(done, 100));
      }
      await stranger.allArrived();
    });
    const what = 'longest task while a stranger calls 1,000 times and signals 10,000 times';
    figure({ cases: '71', what, unit: 'ms of processor', values: [longest], goal: 'worst ≤ 50' });
    figure({ cases: '71', what: `${what}, by the clock`, unit: 'ms', values: [longestByClock] });
    expect(longest).toBeLessThan(await shortTask(browser));
    expect(await connections(agent)).toBe(before);
    expect(await agent.phase()).toBe('idle');
    await expect(agent.page.locator('call-prompt [part=accept]')).toHaveCount(0);
    stranger.close();
  });

  test('case 66 · with plain PeerJS neither connects nor calls', async ({ pair, browser }) => {
    const { agent, visitor } = pair;
    const before = [await connections(agent), await connections(visitor)];
    const page = await (await browser.newContext({ permissions: ['microphone'] })).newPage();
    await page.goto('/blank.html');
    await page.addScriptTag({ path: 'node_modules/peerjs/dist/peerjs.min.js' });
    const ids = [
      await agent.onSession((session) => session.peerId),
      await visitor.onSession((session) => session.peerId),
    ];
    await page.evaluate(async (ids) => {
      interface PlainPeer {
        on(event: 'open', then: () => void): void;
        connect(id: string): { on(event: 'open', then: () => void): void };
        call(id: string, stream: MediaStream): { on(event: 'stream', then: () => void): void };
      }
      const { Peer } = window as unknown as { Peer: new (options: object) => PlainPeer };
      const through: string[] = [];
      Object.assign(window, { through });
      const peer = new Peer({
        host: location.hostname,
        port: location.port,
        path: '/stock',
        config: { iceServers: [] },
      });
      await new Promise<void>((open) => peer.on('open', open));
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      for (const id of ids) {
        peer.connect(id).on('open', () => through.push(`connected to ${id}`));
        peer.call(id, stream).on('stream', () => through.push(`called ${id}`));
      }
    }, ids);
    await talk(visitor, agent);
    await Promise.all([agent.hears(), visitor.hears()]);
    expect(await page.evaluate(() => (window as Window & { through?: string[] }).through)).toEqual(
      [],
    );
    expect([await connections(agent), await connections(visitor)]).toEqual(before);
  });
});

test('case 79 · garbage on the session’s own channel is dropped and counted, the call goes on', async ({
  pair,
}) => {
  const { agent, visitor } = pair;
  await talk(visitor, agent);
  const before = await droppedAt(agent);
  const frames = [
    '',
    'x',
    '{',
    'null',
    '[]',
    '{"v":1}',
    '{"v":9,"type":"ring"}',
    '{"v":1,"type":"ring","id":7}',
    '"\\ud800"',
    '{"v":1,',
    'not JSON',
  ];
  await visitor.page.evaluate((frames) => {
    // The far side gone bad: it sends what it likes on the session's own channel.
    for (const channel of window.watched.channels) {
      if (channel.readyState !== 'open') continue;
      for (const frame of frames) channel.send(new TextEncoder().encode(frame));
      for (const frame of frames) channel.send(frame);
      channel.send(Uint8Array.of(0xc3, 0x28));
      channel.send(new Uint8Array(200_000));
      for (let byte = 2; byte < 256; byte += 1) channel.send(Uint8Array.of(byte));
    }
  }, frames);
  await Promise.all([agent.hears(), visitor.hears()]);
  expect([await agent.phase(), await visitor.phase()]).toEqual(['active', 'active']);
  await expect.poll(() => droppedAt(agent)).toBe(before + 2 * frames.length + 1 + 1 + 254);
});

test.describe('the far side itself', () => {
  /** An agent whose far side is no page of ours. */
  const alone = async (browser: Parameters<typeof newContext>[0]) => {
    const room = newRoom();
    const agent = await openSide(await newContext(browser), 'agent', { room, query: '&stock' });
    const far = await new Stranger(`visitor-${room}`).open();
    await expect
      .poll(() => agent.onSession((element) => element.session.snapshot.chat))
      .toBe('waiting');
    const sdp = await agent.page.evaluate(async () => {
      const connection = new RTCPeerConnection();
      connection.createDataChannel('x');
      for (const kind of ['audio', 'video', 'video']) connection.addTransceiver(kind);
      return (await connection.createOffer()).sdp ?? '';
    });
    const id = `agent-${room}`;
    const dial = (connectionId: string, text = sdp, type = 'offer'): void =>
      far.send('OFFER', id, {
        type: 'data',
        serialization: 'visavis-1',
        connectionId,
        sdp: { type, sdp: text },
      });
    return { agent, dial, far, id, room, sdp };
  };

  test('case 76 · is refused what is no SDP of ours, and braked in what is; then it is a page like any other', async ({
    browser,
  }) => {
    const { agent, dial, far, id, room, sdp } = await alone(browser);
    const before = await connections(agent);
    const refusal = await tasksOf(browser, agent.page, async () => {
      for (const text of ['', 'garbage', 'v=0\r\n', `${sdp}a=x:${'x'.repeat(1_000_000)}\r\n`])
        dial('dc_bad', text);
      dial('dc_bad', `${sdp}m=video 9 UDP/TLS/RTP/SAVPF 96\r\n`.repeat(3));
      dial('dc_bad', sdp.replace('m=application', 'm=audio'));
      dial('dc_bad', sdp, 'answer');
      dial('dc_bad', sdp, 'rollback');
      await far.allArrived();
    });
    expect(await connections(agent), 'connections made for what is refused').toBe(before);

    const begun = performance.now();
    const flood = await tasksOf(browser, agent.page, async () => {
      for (let count = 0; count < 200; count += 1) {
        dial(`dc_${count}`);
        for (let each = 0; each < 50; each += 1) {
          far.send('CANDIDATE', id, {
            connectionId: `dc_${count}`,
            candidate: { candidate: `candidate:${each} 1 udp 1 127.0.0.1 9 typ host`, sdpMid: '0' },
          });
          if (each % 10 === 0)
            far.send('ANSWER', id, { connectionId: `dc_${count}`, sdp: { type: 'answer', sdp } });
        }
        if (count % 10 === 9) await new Promise((done) => setTimeout(done, 100));
      }
      await far.allArrived();
    });
    const seconds = (performance.now() - begun) / 1000;
    const made = (await connections(agent)) - before;
    expect(made, 'connections for 200 offers').toBeLessThanOrEqual(6 + Math.ceil(seconds) + 1);
    figure({
      cases: '76',
      what: 'longest task while 8 SDPs that are not ours are refused, one of 1 MB',
      unit: 'ms of processor',
      values: [refusal.longest],
      goal: 'worst ≤ 20',
    });
    figure({
      cases: '76',
      what: 'longest task while the far side sends 100 offers, 5,000 candidates and 500 answers a second',
      unit: 'ms of processor',
      values: [flood.longest],
      goal: 'worst ≤ 50',
      note: `${made} connections were made for 200 offers.`,
    });
    expect(refusal.longest).toBeLessThan(await shortTask(browser));
    expect(flood.longest).toBeLessThan(await shortTask(browser));

    far.close();
    const visitor = await openSide(await newContext(browser), 'visitor', { room, query: '&stock' });
    await Promise.all([agent.inChat(), visitor.inChat()]);
    await talk(visitor, agent);
    expect([agent.errors, visitor.errors]).toEqual([[], []]);
  });

  test(
    'cases 74, 75 · knocks, expires, mends and answers out of turn in a flood: the chat works all the same',
    { tag: '@long' },
    async ({ browser }) => {
      const room = newRoom();
      const visitor = await openSide(await newContext(browser), 'visitor', {
        room,
        query: '&stock',
      });
      const far = await new Stranger(`agent-${room}`).open();
      const id = `visitor-${room}`;
      const before = await connections(visitor);
      const { longest } = await tasksOf(browser, visitor.page, async () => {
        for (let round = 0; round < 10; round += 1) {
          for (let count = 0; count < 100; count += 1) {
            far.send('CANDIDATE', id, { type: 'visavis-knock' });
            far.send('EXPIRE', id, {});
            far.send('LEAVE', id, {});
            far.send('CANDIDATE', id, { type: 'visavis-mend', connectionId: 'dc_1', round: 1 });
            far.send(...attackTo(id, count));
          }
          await new Promise((done) => setTimeout(done, 100));
        }
        await far.allArrived();
      });
      expect((await connections(visitor)) - before, 'dials').toBeLessThanOrEqual(12);
      figure({
        cases: '75',
        what: 'longest task while the far side knocks, expires and mends 1,000 times each',
        unit: 'ms of processor',
        values: [longest],
        goal: 'worst ≤ 50',
      });
      expect(longest).toBeLessThan(await shortTask(browser));
      far.close();
      const agent = await openSide(await newContext(browser), 'agent', { room, query: '&stock' });
      await expect(agent.page.locator('chat-session')).toBeVisible();
      await Promise.all([agent.inChat(), visitor.inChat()]);
      expect([agent.errors, visitor.errors]).toEqual([[], []]);
    },
  );

  test(
    'case 75 · opens 300 more channels in a call: each is shut, and the session goes on by the one it has',
    { tag: '@long' },
    async ({ pair }) => {
      const { agent, visitor } = pair;
      await talk(visitor, agent);
      const before = {
        calls: [await callOf(agent), await callOf(visitor)],
        connections: [await connections(agent), await connections(visitor)],
      };
      await visitor.page.evaluate(() => {
        const connection = window.watched.connections.findLast(
          ({ connectionState }) => connectionState === 'connected',
        );
        for (let count = 0; count < 300; count += 1)
          connection!.createDataChannel(`dc_more_${count}`);
      });
      const states = () =>
        visitor.page.evaluate(() => {
          const { channels } = window.watched;
          const isMore = ({ label }: RTCDataChannel): boolean => label.startsWith('dc_more_');
          return {
            shut: channels.filter((one) => isMore(one) && one.readyState === 'closed').length,
            own: channels.filter((one) => !isMore(one) && one.readyState === 'open').length,
          };
        });
      // Not by closing all of the connection: its own three stay, for messages, files and beats.
      await expect.poll(states).toEqual({ shut: 300, own: 3 });
      const [a, v] = [new Talk(agent), new Talk(visitor)];
      await a.write('Still there?');
      await v.reads('Still there?');
      await v.write('Still here');
      await a.reads('Still here');
      await Promise.all([agent.hears(), visitor.hears()]);
      expect({
        calls: [await callOf(agent), await callOf(visitor)],
        connections: [await connections(agent), await connections(visitor)],
      }).toEqual(before);
    },
  );
});
