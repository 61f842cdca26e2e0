import { expect, waitUntil } from '@open-wc/testing';
import type { Peer } from './peerjs.js';
import { SessionConnection } from './session-connection.js';

interface Said {
  readonly type: string;
  readonly payload: { readonly connectionId: string; readonly sdp?: unknown };
}

/** A server that takes what one side says to the other, a turn later. */
const provider = (
  id: string,
  own: () => SessionConnection | undefined,
  say: (said: Said) => void,
): Peer =>
  ({
    id,
    getConnection: own,
    _removeConnection: () => undefined,
    options: { config: { iceServers: [] } },
    socket: { send: (said: Said) => void setTimeout(() => say(said)) },
    emitError: (_type: string, error: unknown) => expect.fail(String(error)),
  }) as unknown as Peer;

/** Both ends of an open connection. */
async function connected() {
  let b: SessionConnection | undefined;
  const hear = (end: SessionConnection | undefined, said: Said): void => {
    // A late candidate for one that is closed.
    if (end?.connection.signalingState === 'closed') return;
    void end?.handleMessage(said as unknown as Parameters<SessionConnection['handleMessage']>[0]);
  };
  const a: SessionConnection = new SessionConnection(
    'b',
    provider(
      'a',
      () => a,
      (said) => {
        if (said.type !== 'OFFER') return hear(b, said);
        const { connectionId } = said.payload;
        const answering = provider(
          'b',
          () => b,
          (answered) => hear(a, answered),
        );
        b = new SessionConnection('a', answering, { connectionId, _payload: said.payload });
      },
    ),
    {},
  );
  await waitUntil(() => a.open && b?.open, 'the connection opens', { timeout: 10_000 });
  return { a, b: b! };
}

describe('the channel of a connection', () => {
  it('opens it once, however often it says that it is open', async () => {
    const { a, b } = await connected();
    for (const end of [a, b]) {
      let times = 0;
      end.on('open', () => (times += 1));
      end.dataChannel.dispatchEvent(new Event('open'));
      expect(times).to.equal(0);
      expect(end.open).to.equal(true);
      end.close();
    }
  });
});

describe('a connection that looks for another way', () => {
  it('looks for it by the newest ICE servers, and bears what are none', async () => {
    const { a, b } = await connected();
    const servers = () => a.connection.getConfiguration().iceServers?.map(({ urls }) => urls);
    a.renew([{ urls: 'stun:turn.example' }]);
    expect(servers()?.join()).to.equal('stun:turn.example');
    a.renew([{ urls: 'https://turn.example' }]);
    expect(servers()?.join(), 'those it had').to.equal('stun:turn.example');
    const offer = await a.offerAnew();
    await a.takeAnew((await b.takeAnew(offer!))!);
    expect(a.open).to.equal(true);
    a.close();
    a.renew([]);
  });

  it('has one answer to two offers in a row, which is to the second', async () => {
    const { a, b } = await connected();
    const offers = [await a.offerAnew(), await a.offerAnew()];
    const answers = await Promise.all(offers.map((offer) => b.takeAnew(offer!)));
    expect(answers.map((answer) => answer?.type)).to.deep.equal([undefined, 'answer']);
    expect(b.connection.signalingState).to.equal('stable');
    await a.takeAnew(answers[1]!);
    expect(a.connection.signalingState).to.equal('stable');
    a.close();
    b.close();
  });
});
