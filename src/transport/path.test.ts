import { expect, waitUntil } from '@open-wc/testing';
import { Beats } from './beats.js';
import { Path } from './path.js';
import type { SessionConnection } from './session-connection.js';

/** One side's path over a connection without lines, and the far side's beats on it. */
function path() {
  const beats: Pick<RTCDataChannel, 'readyState' | 'onmessage' | 'send'> = {
    readyState: 'open',
    onmessage: null,
    send: () => undefined,
  };
  const ice = Object.assign(new EventTarget(), {
    iceConnectionState: 'checking',
    connectionState: 'connected',
  });
  const connection = { lines: [], beats, connection: ice } as unknown as SessionConnection;
  const told: string[] = [];
  const side = new Path(connection, {
    offers: false,
    say: () => true,
    hopeless: () => undefined,
    silent: () => told.push('silent'),
    heardAgain: () => told.push('heard again'),
    lineReady: () => undefined,
  });
  const far = new Beats();
  return {
    side,
    told,
    beat: (hears: boolean): void => {
      const data = far.write({ hears, line: 0 }).buffer;
      beats.onmessage?.call(beats as RTCDataChannel, new MessageEvent('message', { data }));
    },
    find: (): void => {
      ice.iceConnectionState = 'connected';
      ice.dispatchEvent(new Event('iceconnectionstatechange'));
    },
  };
}

describe('the path of a connection', () => {
  it('is broken for both when the far side alone does not hear', async () => {
    const { beat, side, told } = path();
    beat(true);
    await waitUntil(() => (beat(false), !side.open), 'it is told', { interval: 100 });
    expect(told).to.deep.equal(['silent']);
    beat(true);
    expect(told).to.deep.equal(['silent', 'heard again']);
    side.stop();
  });

  it('is whole as soon as a way is found, whatever the far side had said before', async () => {
    const { beat, find, side, told } = path();
    await waitUntil(() => (beat(false), !side.open), 'it is told', { interval: 100 });
    find();
    expect(told).to.deep.equal(['silent', 'heard again']);
    beat(false);
    expect(side.unbrokenSince(performance.now() + 1), 'an old word').to.equal(true);
    await waitUntil(() => (beat(false), !side.open), 'said for long enough', {
      interval: 100,
      timeout: 5000,
    });
    side.stop();
  });
});
