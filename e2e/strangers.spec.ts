import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import { port } from './port.js';
import { expect, type Side, talk, test } from './side.js';

const server = `ws://localhost:${port}/peerjs/peerjs?key=peerjs`;

/** Somebody at the same PeerServer who knows the victim's id, and can send it anything. */
class Stranger {
  readonly id = `stranger-${randomUUID()}`;
  readonly heard: { readonly type: string }[] = [];
  readonly #socket = new WebSocket(`${server}&id=${this.id}&token=t`);

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

const connections = (side: Side): Promise<number> =>
  side.page.evaluate(() => window.watched.connections.length);

test.describe('a stranger who knows both ids', () => {
  for (const inCall of [false, true]) {
    test(`makes no connection, never rings, breaks nothing ${inCall ? 'in' : 'before'} a call`, async ({
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
      // The server relays in order: once this is answered, all before it has arrived.
      stranger.send('OFFER', stranger.id, { last: true });
      await expect
        .poll(() => stranger.heard.filter(({ type }) => type === 'OFFER'))
        .toHaveLength(1);

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

  test('with plain PeerJS neither connects nor calls', async ({ pair, browser }) => {
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
        path: '/peerjs',
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

test('garbage on the session’s own channel is dropped and counted, the call goes on', async ({
  pair,
}) => {
  const { agent, visitor } = pair;
  await talk(visitor, agent);
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
  const dropped = () =>
    agent.onSession((element) => (element.session as unknown as { dropped: number }).dropped);
  await expect.poll(dropped).toBe(2 * frames.length + 1 + 1 + 254);
});
