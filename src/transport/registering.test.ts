import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { Gate, GatedPeer, PeerServerAddress } from './gated-peer.js';
import { Signalling, type SignallingListener } from './signalling.js';

// What a server that knows tickets says, and what this side makes of it.

/** Stands in for PeerJS: what it does at each word, and what was done to it. */
class Peer {
  readonly token: (string | undefined)[];
  readonly gate: Gate;
  readonly #on = new Map<string, (given: unknown) => void>();
  open = false;
  disconnected = false;
  destroyed = false;
  asked = 0;
  everOpen = false;

  constructor(server: PeerServerAddress, gate: Gate) {
    this.token = [server.token];
    this.gate = gate;
  }

  on(event: string, hear: (given: unknown) => void): void {
    this.#on.set(event, hear);
  }

  ask(): void {
    this.asked += 1;
  }

  renew({ token }: PeerServerAddress): void {
    this.token.push(token);
  }

  lets(): void {
    this.open = this.everOpen = true;
    this.#on.get('open')?.(undefined);
  }

  /** As PeerJS passes on the ERROR of a server. */
  refuses(message: string): void {
    this.#on.get('error')?.({ type: 'server-error', message });
    if (!this.everOpen) this.destroyed = true;
    this.disconnect();
  }

  disconnect(): void {
    if (this.disconnected) return;
    [this.open, this.disconnected] = [false, true];
    this.#on.get('disconnected')?.(undefined);
  }

  reconnect(): void {
    this.disconnected = false;
    this.token.push('again');
  }

  destroy(): void {
    this.destroyed = true;
    this.disconnect();
  }
}

const config = {
  party: 'visitor',
  server: 'http://localhost/peerjs',
  peerId: 'sam',
  remoteId: 'anna',
  iceServers: [],
  token: 'first',
} as const;

const open: Signalling[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

function registering(change: Partial<SignallingListener> = {}) {
  const peers: Peer[] = [];
  const failed: string[] = [];
  const told = { registered: 0, expired: 0 };
  const nothing = (): undefined => undefined;
  const signalling = new Signalling(
    (_id, server, gate) => {
      const peer = new Peer(server, gate);
      peers.push(peer);
      return peer as unknown as GatedPeer;
    },
    config,
    {
      registered: () => (told.registered += 1),
      failed: (failure) => failed.push(failure),
      expired: () => {
        told.expired += 1;
        return true;
      },
      dialled: nothing,
      connectionId: nothing,
      needed: () => true,
      broken: () => false,
      knocked: nothing,
      mend: nothing,
      absent: nothing,
      ...change,
    },
  );
  open.push(signalling);
  /** How often it has tried, on old peers or new ones. */
  const tries = (): number =>
    peers.reduce((sum, { token }) => sum + 1 + token.filter((one) => one === 'again').length, 0);
  return { failed, peers, signalling, told, tries, last: () => peers.at(-1)! };
}

// Longer than the first wait between two tries.
const longer = 1200;

describe('registering at a server with tickets', () => {
  it('goes by the ticket at hand', () => {
    expect(registering().last().token).to.deep.equal(['first']);
  });

  for (const word of [
    'bad-request',
    'ticket-invalid',
    'ticket-not-yet',
    'ticket-wrong-id',
    'ticket-wrong-session',
    'ticket-wrong-party',
  ]) {
    it(`says that it was not let in, and stops: ${word}`, async () => {
      const { failed, last, tries } = registering();
      last().refuses(word);
      await aTimeout(longer);
      expect(failed).to.deep.equal(['not-let-in']);
      expect(tries()).to.equal(1);
    });
  }

  it('tries again by another ticket after it was not let in', () => {
    const { last, signalling, tries } = registering();
    last().refuses('ticket-invalid');
    signalling.renew({ token: 'first', iceServers: [] });
    expect(tries(), 'the same one is no news').to.equal(1);
    signalling.renew({ token: 'second', iceServers: [] });
    expect(tries()).to.equal(2);
    expect(last().token).to.deep.equal(['second']);
  });

  it('asks for another ticket when its own has expired, and says nothing', async () => {
    const { failed, last, signalling, told, tries } = registering();
    last().refuses('ticket-expired');
    await aTimeout(longer);
    expect([told.expired, tries(), failed]).to.deep.equal([1, 1, []]);
    signalling.renew({ token: 'second', iceServers: [] });
    expect([tries(), last().token]).to.deep.equal([2, ['second']]);
  });

  it('says that it was not let in when its ticket has expired and there is no other', () => {
    const { failed, last } = registering({ expired: () => false });
    last().refuses('ticket-expired');
    expect(failed).to.deep.equal(['not-let-in']);
  });

  it('keeps what it has when it is replaced, and does not come back by itself', async () => {
    const { failed, last, tries } = registering();
    last().lets();
    last().refuses('replaced');
    await aTimeout(longer);
    expect([failed, tries(), last().destroyed]).to.deep.equal([['open-elsewhere'], 1, false]);
  });

  it('hears that the session is over', async () => {
    const { failed, last, tries } = registering();
    last().lets();
    last().refuses('session-ended');
    await aTimeout(longer);
    expect([failed, tries()]).to.deep.equal([['session-ended'], 1]);
  });

  for (const word of ['server-full', 'unavailable']) {
    it(`says ${word}, and goes on trying, but not soon`, async () => {
      const { failed, last, tries } = registering();
      last().refuses(word);
      await aTimeout(longer);
      expect([failed, tries()]).to.deep.equal([['server-busy'], 1]);
      await waitUntil(() => tries() === 2, 'it tries again', { timeout: 5000 });
    });
  }

  it('comes again at once where the server goes, without a word', async () => {
    const { failed, last, tries } = registering();
    last().lets();
    last().refuses('draining');
    await waitUntil(() => tries() === 2, 'it is back', { timeout: longer });
    expect(failed).to.deep.equal([]);
  });

  it('takes what is no word of the server’s for a server that cannot be reached', () => {
    for (const word of ['misbehaved', 'constructor', '', 'toString']) {
      const { failed, last } = registering();
      last().refuses(word);
      expect(failed, word).to.deep.equal(['server-unreachable']);
    }
  });

  it('moves within the time it is given, on the same peer', async () => {
    const { failed, last, peers, tries } = registering();
    last().lets();
    last().gate.noted({ type: 'MOVE', payload: { within: 50 } });
    await waitUntil(() => tries() === 2, 'it registers anew', { timeout: 500 });
    expect([peers.length, failed]).to.deep.equal([1, []]);
    await aTimeout(longer);
    expect(tries(), 'once').to.equal(2);
  });

  it('stays where it is when it is registered anew before it was to move', async () => {
    const { last, signalling, tries } = registering();
    last().lets();
    last().gate.noted({ type: 'MOVE', payload: { within: 0 } });
    signalling.close();
    await aTimeout(50);
    expect(tries()).to.equal(1);
  });

  it('says that the server lets it wait when that lasts, and waits', async function () {
    this.timeout(20_000);
    const { failed, last, tries } = registering();
    last().gate.noted({ type: 'WAIT' });
    await aTimeout(1000);
    expect(failed, 'a moment is no news').to.deep.equal([]);
    await waitUntil(() => failed.length > 0, 'it is said', { timeout: 4000 });
    expect(new Set(failed)).to.deep.equal(new Set(['server-busy']));
    last().gate.noted({ type: 'HEARTBEAT' });
    await aTimeout(4500);
    expect(tries(), 'longer than one that says nothing is waited for').to.equal(1);
    expect(last().asked, 'nothing is asked that would count as too much').to.be.below(2);
    last().lets();
    expect(tries()).to.equal(1);
  });

  it('keeps the place that it has when its ticket is renewed', () => {
    const { last, peers, signalling } = registering();
    last().lets();
    signalling.renew({ token: 'second', iceServers: [] });
    expect([peers.length, last().token, last().open]).to.deep.equal([1, ['first', 'second'], true]);
  });
});
