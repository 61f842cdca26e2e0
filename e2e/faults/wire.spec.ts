import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { port } from '../port.js';
import { figure } from './figures.js';
import { expect, type Side, talk, test } from './fixture.js';
import { Wire } from './wire.js';

// The network that the other tests of this folder break, itself put to the test.

/** Two sockets that stand for pages: what the agent sends, the visitor receives by way of the wire. */
async function joined(seed: number) {
  const wire = await Wire.open(port, seed);
  const open = async (): Promise<Socket> => {
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return socket;
  };
  const [agent, visitor] = [await open(), await open()];
  const real = `candidate:1 1 udp 1 127.0.0.1 ${visitor.address().port} typ host`;
  const known = Number((await wire.rewrite('visitor', real))!.split(' ')[5]);
  const arrived: number[] = [];
  const from = new Set<number>();
  visitor.on('message', (bytes, sender) => {
    arrived.push(bytes.readUInt32BE());
    from.add(sender.port);
  });
  return {
    wire,
    agent,
    visitor,
    arrived,
    from,
    send: (number: number, size = 100): void => {
      const bytes = Buffer.alloc(size);
      bytes.writeUInt32BE(number);
      agent.send(bytes, known, '127.0.0.1');
    },
    /** All that was sent has arrived or is lost. */
    settled: (sent: number, times = 1) =>
      expect
        .poll(async () => {
          const { arrived: came, lost } = (await wire.counts())['agent→visitor'];
          return came + lost;
        })
        .toBe(sent * times),
    close: async (): Promise<void> => {
      agent.close();
      visitor.close();
      await wire.close();
    },
  };
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

async function sendAll(count: number, send: (number: number) => void): Promise<void> {
  for (const number of numbers(count)) {
    send(number);
    if (number % 20 === 19) await new Promise((next) => setTimeout(next, 2));
  }
}

test.describe('a wire between two sockets', () => {
  test('the same seed loses the same packets', async () => {
    const lost = [];
    for (const seed of [7, 7, 8]) {
      const { wire, arrived, send, settled, close } = await joined(seed);
      await wire.faults({ loss: 0.3 });
      await sendAll(400, send);
      await settled(400);
      lost.push(numbers(400).filter((number) => !arrived.includes(number)));
      await close();
    }
    expect(lost[0]).toEqual(lost[1]);
    expect(lost[0]).not.toEqual(lost[2]);
    expect(lost[0]!.length).toBeGreaterThan(80);
    expect(lost[0]!.length).toBeLessThan(160);
  });

  test('jitter delays, reordering lets overtake, duplication repeats', async () => {
    const { wire, arrived, send, settled, close } = await joined(1);
    await wire.faults({ delay: 5, jitter: 20 });
    await sendAll(100, send);
    await settled(100);
    expect(arrived).toEqual(numbers(100));

    arrived.length = 0;
    await wire.faults({ delay: 0, jitter: 0, reorder: 0.2 });
    await sendAll(100, send);
    await settled(200);
    expect(arrived).not.toEqual(numbers(100));
    expect(arrived.toSorted((a, b) => a - b)).toEqual(numbers(100));

    arrived.length = 0;
    await wire.faults({ reorder: 0, duplicate: 1 });
    await sendAll(100, send);
    await expect.poll(() => arrived.length).toBe(200);
    expect(arrived).toEqual(numbers(100).flatMap((number) => [number, number]));
    await close();
  });

  test('a limited rate keeps a short queue and drops the rest', async () => {
    const { wire, arrived, send, settled, close } = await joined(1);
    await wire.faults({ rate: 80 }); // 10 packets of 1000 bytes in a second
    for (const number of numbers(50)) send(number, 1000);
    await settled(50);
    // What goes at once, what waits 300 ms; then the end of the queue was reached.
    expect(arrived.length).toBeLessThanOrEqual(5);
    expect(arrived.length).toBeGreaterThanOrEqual(3);
    await close();
  });

  test('a rebound party is seen at another port, and no longer heard at the old one', async () => {
    const { wire, visitor, agent, arrived, from, send, close } = await joined(1);
    send(0);
    await expect.poll(() => arrived).toEqual([0]);
    const [old] = from;

    await wire.rebind('agent');
    const answers: string[] = [];
    agent.on('message', (bytes) => answers.push(String(bytes)));
    visitor.send('to the old port', old, '127.0.0.1');
    send(1);
    await expect.poll(() => arrived).toEqual([0, 1]);
    expect(from.size).toBe(2);
    visitor.send('to the new port', [...from][1], '127.0.0.1');
    await expect.poll(() => answers).toEqual(['to the new port']);
    await close();
  });

  test('it costs little time and takes what a call sends many times over', async () => {
    const { agent, visitor, arrived, send, close } = await joined(1);
    visitor.on('message', (bytes, { port: from, address }) => {
      if (bytes.length === 4) visitor.send(bytes, from, address);
    });
    const trips = [];
    for (const number of numbers(200)) {
      const began = performance.now();
      const back = once(agent, 'message');
      send(number, 4);
      await back;
      trips.push(performance.now() - began);
    }
    figure({ cases: 'wire', what: 'round trip through the wire', unit: 'ms', values: trips });

    arrived.length = 0;
    const began = performance.now();
    for (const number of numbers(4_000)) {
      send(number, 1200);
      // No more under way than a socket holds.
      while (arrived.length < number - 50) await new Promise(setImmediate);
    }
    await expect.poll(() => arrived.length, { intervals: [5] }).toBe(4_000);
    const seconds = (performance.now() - began) / 1000;
    figure({
      cases: 'wire',
      what: 'packets of 1200 bytes through the wire, none lost',
      unit: 'a second',
      values: [4_000 / seconds],
      goal: 'worst > 1000',
    });
    await close();
  });
});

/** Packets of sound that come in over half a second, once what was under way has arrived. */
async function comingIn(side: Side): Promise<number> {
  await side.nothingFor(100);
  const before = (await side.media()).audioReceived;
  await side.nothingFor(400);
  return (await side.media()).audioReceived - before;
}

/** In the page: milliseconds there and back, as ICE and the sound's own reports see it. */
const roundTrip = ({ page }: Side): Promise<number> =>
  page.evaluate(async () => {
    interface Report {
      readonly type: string;
      readonly nominated?: boolean;
      readonly state?: string;
      readonly currentRoundTripTime?: number;
    }
    const connection = window.watched.connections.at(-1)!;
    const reports = [...((await connection.getStats()) as unknown as Map<string, Report>).values()];
    const pair = reports.find(
      ({ type, nominated, state }) =>
        type === 'candidate-pair' && nominated && state === 'succeeded',
    );
    return (pair?.currentRoundTripTime ?? NaN) * 1000;
  });

const packetsLost = ({ page }: Side): Promise<number> =>
  page.evaluate(async () => {
    const connection = window.watched.connections.at(-1)!;
    const reports = (await connection.getStats()) as unknown as Map<
      string,
      { readonly type: string; readonly kind?: string; readonly packetsLost?: number }
    >;
    return [...reports.values()]
      .filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio')
      .reduce((sum, { packetsLost: lost = 0 }) => sum + lost, 0);
  });

test('a call goes through the wire, and getStats tells what the wire does to it', async ({
  pair: { agent, visitor },
  wire,
  witnesses,
}) => {
  await talk(visitor, agent);
  const both = async (): Promise<readonly number[]> =>
    Promise.all([comingIn(agent), comingIn(visitor)]);

  await test.step('sound both ways, all of it by way of the wire', async () => {
    for (const count of await both()) expect(count).toBeGreaterThan(10);
    for (const { arrived } of Object.values(await wire.counts()))
      expect(arrived).toBeGreaterThan(10);
  });

  await test.step('nothing passes a cut, and all passes it once it is restored', async () => {
    await wire.cut();
    expect(await both()).toEqual([0, 0]);
    const restored = await wire.restore();
    const back = await Promise.all(
      [witnesses.agent, witnesses.visitor].map((one) => one.soundAfter(restored)),
    );
    for (const count of await both()) expect(count).toBeGreaterThan(10);
    figure({ cases: 'wire', what: 'sound back after a cut of 0.5 s', unit: 'ms', values: back });
  });

  await test.step('a cut of one direction leaves the other', async () => {
    await wire.cut('agent→visitor');
    const [atAgent, atVisitor] = await both();
    expect(atAgent).toBeGreaterThan(10);
    expect(atVisitor).toBe(0);
    await wire.restore();
  });

  await test.step('delay is in the round trip', async () => {
    await expect.poll(() => roundTrip(agent), 'it is known').not.toBeNaN();
    const undelayed = await roundTrip(agent);
    await wire.faults({ delay: 50 });
    await expect.poll(() => roundTrip(agent)).toBeGreaterThan(undelayed + 80);
    await wire.heal();
  });

  await test.step('loss is in packetsLost', async () => {
    const lost = await packetsLost(visitor);
    await wire.faults({ loss: 0.3 }, 'agent→visitor');
    await expect.poll(() => packetsLost(visitor)).toBeGreaterThan(lost + 5);
    await wire.heal();
  });

  await test.step('a limited rate limits the bytes', async () => {
    const inHalfASecond = async (): Promise<number> => {
      const before = (await wire.counts())['agent→visitor'].bytes;
      await agent.nothingFor(500);
      return (await wire.counts())['agent→visitor'].bytes - before;
    };
    const free = await inHalfASecond();
    await wire.faults({ rate: 12 }, 'agent→visitor');
    expect(await inHalfASecond()).toBeLessThan(free * 0.75);
  });
});

test(
  'a call goes on without signalling, and from other ports',
  { tag: '@long' },
  async ({ pair: { agent, visitor }, wire }) => {
    await talk(visitor, agent);
    const fetched = (): Promise<number | string> =>
      agent.page.evaluate(() =>
        fetch('/tokens.css', { signal: AbortSignal.timeout(300) }).then(
          ({ status }) => status,
          (error: unknown) => (error as Error).name,
        ),
      );

    await test.step('signalling that hangs', async () => {
      await wire.cutSignalling();
      expect(await fetched()).toBe('TimeoutError');
      expect(await comingIn(agent)).toBeGreaterThan(10);
    });

    await test.step('signalling that is dead', async () => {
      await wire.killSignalling();
      expect(await fetched()).toBe('TypeError');
      expect(await comingIn(visitor)).toBeGreaterThan(10);
    });

    await test.step('signalling that is back', async () => {
      await wire.restoreSignalling();
      await expect.poll(fetched).toBe(200);
    });

    await test.step('the agent is seen at other ports', async () => {
      await wire.rebind('agent');
      await expect.poll(() => comingIn(agent)).toBeGreaterThan(10);
      await expect.poll(() => comingIn(visitor)).toBeGreaterThan(10);
      await Promise.all([agent.reaches('active'), visitor.reaches('active')]);
    });
  },
);
