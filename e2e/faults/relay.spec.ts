import { Coturn, noCoturn } from './coturn.js';
import { Cuts, tell } from './cuts.js';
import { figure, skipped } from './figures.js';
import { expect, type Pair, type Side, test as base } from './fixture.js';
import { inPicture, longInPicture, theCall } from './in-picture.js';
import { cutsInACell } from './rounds.js';

// Calls by way of a TURN server: where UDP is blocked, and where the server goes away.

const missing = noCoturn();

const test = base.extend<{ coturn: Coturn }>({
  // Playwright reads what a fixture needs from this pattern.
  coturn: async ({}, use) => {
    const coturn = await Coturn.start();
    await use(coturn);
    await coturn.stop();
  },
});

test.beforeAll(() => {
  if (missing) skipped({ cases: '15, 24', why: missing });
});
test.skip(missing !== undefined, missing ?? '');

interface Relayed {
  readonly servers: readonly RTCIceServer[];
  readonly policy: RTCIceTransportPolicy;
}

/** Opens the page anew, with these servers; answers when the chat is open. */
async function reopen({ page }: Side, relayed: Relayed): Promise<void> {
  await page.addInitScript(({ servers, policy }) => {
    const Real = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Real {
      constructor(config?: RTCConfiguration) {
        super({ ...config, iceTransportPolicy: policy });
      }
    };
    // Before the elements are known: none begins without.
    document.addEventListener('readystatechange', () => {
      const session = document.querySelector('chat-session');
      if (session) session.iceServers = servers;
    });
  }, relayed);
  await page.reload();
}

const reopenBoth = ({ agent, visitor }: Pair, relayed: Relayed): Promise<unknown> =>
  Promise.all([reopen(agent, relayed), reopen(visitor, relayed)]);

/** How the packets leave this page: by which kind of candidate, and over what it reaches its relay. */
const wayOut = ({ page }: Side): Promise<string> =>
  page.evaluate(async () => {
    interface Report {
      readonly id: string;
      readonly type: string;
      readonly selectedCandidatePairId?: string;
      readonly localCandidateId?: string;
      readonly candidateType?: string;
      readonly relayProtocol?: string;
    }
    const connection = window.watched.connections.at(-1)!;
    const reports = (await connection.getStats()) as unknown as Map<string, Report>;
    const transport = [...reports.values()].find(({ type }) => type === 'transport');
    const pair = reports.get(transport?.selectedCandidatePairId ?? '');
    const own = reports.get(pair?.localCandidateId ?? '');
    return `${own?.candidateType ?? 'none'} ${own?.relayProtocol ?? ''}`.trim();
  });

test(
  'cases 15, 24 · UDP is blocked, TCP to a relay is not; the relay stops in the call',
  { tag: '@long' },
  async ({ coturn, pair, wire, witnesses }) => {
    const { agent, visitor } = pair;
    const sides = [witnesses.agent, witnesses.visitor];
    await test.step('a chat opens over TURN and TCP', async () => {
      await wire.cut();
      const began = performance.now();
      await reopenBoth(pair, { servers: [coturn.server('tcp')], policy: 'all' });
      await Promise.all([agent.inChat(), visitor.inChat()]);
      figure({
        cases: '15',
        what: 'UDP blocked: from opening the pages to an open chat, over TURN and TCP',
        unit: 'ms',
        values: [performance.now() - began],
        goal: 'worst ≤ 5000',
      });
    });
    await test.step('a call is heard and seen over it', async () => {
      await inPicture(pair);
      await Promise.all([agent.hears(), visitor.hears()]);
      expect((await Promise.all([wayOut(agent), wayOut(visitor)])).join(', ')).toContain(
        'relay tcp',
      );
    });
    await test.step('the relay stops, and UDP flows again: the call finds its way', async () => {
      const before = await Promise.all(sides.map(theCall));
      const at = await wire.restore();
      await coturn.stop();
      // The relay's last packets may still be played.
      const stopped = at + 500;
      const back = await Promise.all(sides.map((one) => one.soundAfter(stopped)));
      await Promise.all(sides.map((one) => one.stableAfter(stopped)));
      expect(await Promise.all([wayOut(agent), wayOut(visitor)])).not.toContain('relay tcp');
      await Promise.all([agent.reaches('active'), visitor.reaches('active')]);
      expect(await Promise.all(sides.map(theCall)), 'the same call').toEqual(before);
      figure({
        cases: '24',
        what: 'the relay stopped in a call: sound back over another way',
        unit: 'ms',
        values: back.map((one) => one + 500),
        goal: 'worst ≤ 5000',
      });
    });
  },
);

test(
  'case 2 · cuts of 4 s in a call by way of a relay, 40 ms there and back',
  { tag: '@long' },
  async ({ coturn, pair, wire, witnesses }) => {
    test.setTimeout(120_000 + cutsInACell * 30_000);
    await wire.faults({ delay: 20 });
    await Promise.all(
      [pair.agent, pair.visitor].map(async (side) => {
        const port = await wire.wayToRelay(side.party, coturn.port);
        await reopen(side, { servers: [coturn.server('udp', port)], policy: 'relay' });
      }),
    );
    await Promise.all([pair.agent.inChat(), pair.visitor.inChat()]);
    await longInPicture(pair);
    expect(await wayOut(pair.agent)).toBe('relay udp');
    tell(
      '2',
      'a cut of 4 s in a call by way of TURN, 40 ms there and back',
      await new Cuts(wire, witnesses).times(cutsInACell, [4]),
    );
    await pair.agent.reaches('active');
  },
);
