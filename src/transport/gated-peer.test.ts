import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { dice } from '../testing/dice.js';
import { hostileSignal } from '../testing/hostile-messages.js';
import { type Gate, GatedPeer, type ServerNote } from './gated-peer.js';
import type { SessionConnection } from './session-connection.js';

interface Inside {
  _handleMessage(message: unknown): void;
}

/** Nobody answers there. */
const nowhere = { host: 'localhost', port: 1, path: '/', secure: false, config: {} };

const Real = RTCPeerConnection;
let made: RTCPeerConnection[] = [];
let candidates = 0;
let uncaught: unknown[] = [];
const note = (event: ErrorEvent | PromiseRejectionEvent): unknown => uncaught.push(event);
let peer: GatedPeer | undefined;

beforeEach(() => {
  [made, uncaught, candidates] = [[], [], 0];
  window.RTCPeerConnection = class extends Real {
    constructor(config?: RTCConfiguration) {
      super(config);
      made.push(this);
    }

    override addIceCandidate(): Promise<void> {
      candidates += 1;
      return Promise.resolve();
    }
  };
  addEventListener('error', note);
  addEventListener('unhandledrejection', note);
});

afterEach(() => {
  window.RTCPeerConnection = Real;
  removeEventListener('error', note);
  removeEventListener('unhandledrejection', note);
  peer?.destroy();
  for (const connection of made) connection.close();
});

/** The agent's door; what it has let through. */
function door() {
  const told = { knocked: 0, absent: 0, mends: 0, notes: [] as ServerNote[] };
  let connection: SessionConnection | undefined;
  const gate: Gate = {
    far: 'far',
    answers: true,
    connectionId: () => connection?.connectionId,
    knocked: () => void (told.knocked += 1),
    absent: () => void (told.absent += 1),
    mend: () => void (told.mends += 1),
    answered: () => undefined,
    noted: (note) => void told.notes.push(note),
  };
  peer = new GatedPeer('near', nowhere, gate);
  peer.on('error', () => undefined);
  peer.on('connection', (next) => {
    connection?.close();
    connection = next as unknown as SessionConnection;
  });
  const send = (message: unknown): void => (peer as unknown as Inside)._handleMessage(message);
  return { send, told, connectionId: () => connection?.connectionId ?? 'c' };
}

async function ourSdp(): Promise<string> {
  const connection = new Real();
  connection.createDataChannel('x');
  for (const kind of ['audio', 'video', 'video']) connection.addTransceiver(kind);
  const { sdp = '' } = await connection.createOffer();
  connection.close();
  return sdp;
}

const offer = (connectionId: string, sdp: string, more: object = {}): object => ({
  type: 'OFFER',
  src: 'far',
  payload: {
    type: 'data',
    serialization: 'visavis-1',
    connectionId,
    sdp: { type: 'offer', sdp, ...more },
  },
});

describe('the door', () => {
  it('case 74 · bears 100,000 signals at random: nothing throws, no prototype differs', async () => {
    const { send, connectionId } = door();
    const roll = dice(74);
    const sdp = await ourSdp();
    const prototypes = [Object.prototype, Array.prototype, Map.prototype, GatedPeer.prototype];
    const before = prototypes.map((one) => Object.getOwnPropertyNames(one).join());
    let longest = 0;
    for (let count = 0; count < 100_000; count += 1) {
      const signal = hostileSignal(roll, 'far', sdp, connectionId());
      const from = performance.now();
      send(signal);
      longest = Math.max(longest, performance.now() - from);
      if (count % 5000 === 0) await aTimeout(0);
    }
    await aTimeout(50);
    console.log(`case 74 · longest of 100,000 signals: ${longest.toFixed(1)} ms`);
    expect(uncaught).to.deep.equal([]);
    expect(prototypes.map((one) => Object.getOwnPropertyNames(one).join())).to.deep.equal(before);
    expect(Reflect.get({}, 'hostile')).to.equal(undefined);
    expect(made.length, 'connections').to.be.below(30);
  }).timeout(30_000);

  it('case 76 · refuses what is no SDP of ours before a connection is made for it', async () => {
    const { send } = door();
    const sdp = await ourSdp();
    const bad = [
      'garbage',
      sdp + 'a=x:'.padEnd(1_000_000, 'x'),
      sdp.replace('m=application', 'm=audio'),
      `${sdp}m=video 9 UDP/TLS/RTP/SAVPF 96\r\n`,
    ];
    for (const one of bad) send(offer('c', one));
    send(offer('c', sdp, { type: 'answer' }));
    expect(made).to.have.lengthOf(0);
    send(offer('c', sdp));
    expect(made).to.have.lengthOf(1);
  });

  it('case 76 · brakes offers, and takes the last of them with its candidates', async () => {
    const { send, connectionId } = door();
    const sdp = await ourSdp();
    for (let count = 0; count < 100; count += 1) send(offer(`c${count}`, sdp));
    expect(made.length).to.be.at.most(6);
    send({
      type: 'CANDIDATE',
      src: 'far',
      payload: {
        connectionId: 'c99',
        candidate: { candidate: 'candidate:1 1 udp 1 127.0.0.1 9 typ host', sdpMid: '0' },
      },
    });
    await waitUntil(() => connectionId() === 'c99', 'the last one', { timeout: 3000 });
    expect(made.length).to.be.at.most(7);
    expect(candidates).to.equal(1);
  });

  it('case 76 · takes few of 10,000 candidates', async () => {
    const { send } = door();
    send(offer('c', await ourSdp()));
    const payload = {
      connectionId: 'c',
      candidate: { candidate: 'candidate:1 1 udp 1 127.0.0.1 9 typ host', sdpMid: '0' },
    };
    for (let count = 0; count < 10_000; count += 1)
      send({ type: 'CANDIDATE', src: 'far', payload });
    await aTimeout(0);
    expect(candidates).to.be.within(200, 400);
  });

  it('case 75 · brakes knocks and looking for other ways; one knock comes after all', async () => {
    const { send, told } = door();
    const knock = { type: 'CANDIDATE', src: 'far', payload: { type: 'visavis-knock' } };
    const mend = {
      type: 'CANDIDATE',
      src: 'far',
      payload: { type: 'visavis-mend', connectionId: 'c', round: 1 },
    };
    for (let count = 0; count < 500; count += 1) {
      send(knock);
      send(mend);
    }
    expect(told).to.deep.equal({ knocked: 4, absent: 0, mends: 8, notes: [] });
    await waitUntil(() => told.knocked === 5, 'the last knock', { timeout: 3000 });
  });

  it('is shut for a while when it is told so', async () => {
    const { send } = door();
    peer?.holdOffers(200);
    send(offer('c', await ourSdp()));
    expect(made).to.have.lengthOf(0);
    await waitUntil(() => made.length === 1, 'taken later', { timeout: 3000 });
  });

  it('hears what a server says that knows more than PeerServer, and nobody else in its name', () => {
    const { send, told } = door();
    const notes = [
      { type: 'WAIT', payload: {} },
      { type: 'HEARTBEAT', payload: {} },
      { type: 'MOVE', payload: { within: 5000 } },
    ];
    for (const note of notes) send({ ...note, src: 'far' });
    for (const within of [-1, 1e9, '5', undefined, null, {}])
      send({ type: 'MOVE', payload: { within } });
    send({ type: 'MOVE' });
    expect(told.notes).to.deep.equal([]);
    for (const note of notes) send(note);
    expect(told.notes.map(({ type }) => type)).to.deep.equal(['WAIT', 'HEARTBEAT', 'MOVE']);
  });

  it('gives its next registration another ticket, and none where there is none', () => {
    door();
    const { token } = peer!.options as { readonly token?: string };
    peer!.renew(nowhere);
    expect(peer!.options).to.have.property('token', token);
    peer!.renew({ ...nowhere, token: 'second' });
    expect(peer!.options).to.have.property('token', 'second');
  });
});
