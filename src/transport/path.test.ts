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
    say: () => Boolean(told.push('asks for another way')),
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
    expect(told).to.deep.equal(['silent', 'asks for another way']);
    beat(true);
    expect(told.slice(2)).to.deep.equal(['heard again']);
    side.stop();
  });

  it('is whole as soon as a way is found, whatever the far side had said before', async () => {
    const { beat, find, side, told } = path();
    await waitUntil(() => (beat(false), !side.open), 'it is told', { interval: 100 });
    find();
    expect(told.slice(2)).to.deep.equal(['heard again']);
    beat(false);
    expect(side.unbrokenSince(performance.now() + 1), 'an old word').to.equal(true);
    await waitUntil(() => (beat(false), !side.open), 'said for long enough', {
      interval: 100,
      timeout: 5000,
    });
    side.stop();
  });

  it('is looked for elsewhere before anybody is told that it is broken', async () => {
    const { side, told } = path();
    side.watch(true);
    await waitUntil(() => told.length > 0);
    expect(told).to.deep.equal(['asks for another way']);
    side.stop();
  });

  it('that leads here again leads there too, until the far side has had time to say that it does not', async () => {
    const { beat, side, told } = path();
    side.watch(true);
    await waitUntil(() => !side.open, 'nothing comes', { timeout: 3000 });
    beat(false);
    expect(told.at(-1)).to.equal('heard again');
    expect(side.unbrokenSince(performance.now() + 1)).to.equal(true);
    await waitUntil(() => (beat(false), !side.open), 'said for long enough', {
      interval: 100,
      timeout: 5000,
    });
    side.stop();
  });

  it('leads here again as soon as a way is found, before any sound', async () => {
    const { find, side, told } = path();
    side.watch(true);
    await waitUntil(() => !side.open, 'nothing comes', { timeout: 3000 });
    find();
    expect(told.at(-1)).to.equal('heard again');
    side.stop();
  });
});
