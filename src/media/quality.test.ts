import { expect } from '@open-wc/testing';
import { dice } from '../testing/dice.js';
import { Level, pathMeter, rating } from './quality.js';

/** A second of a call, as engines report it; what is not named is as on a good path. */
interface Second {
  /** Parts, from 0 to 1. */
  readonly lost?: number;
  readonly concealed?: number;
  readonly farLost?: number;
  /** Seconds. */
  readonly roundTrip?: number;
  readonly frozen?: number;
  /** Packets that came in. */
  readonly received?: number;
}

/** Reports of a call that goes on: counters that grow. */
function call(engine: 'chromium' | 'firefox' = 'chromium') {
  const audio = { packetsReceived: 0, packetsLost: 0, samples: 0, concealed: 0 };
  let frozen = 0;
  return ({ lost = 0, concealed = 0, farLost = 0, ...second }: Second = {}): RTCStatsReport => {
    const sent = second.received ?? 50;
    audio.packetsReceived += sent * (1 - lost);
    audio.packetsLost += sent * lost;
    audio.samples += 48_000;
    audio.concealed += 48_000 * concealed;
    frozen += second.frozen ?? 0;
    const rtt = second.roundTrip ?? 0.03;
    const entries: object[] = [
      {
        id: 'in',
        type: 'inbound-rtp',
        kind: 'audio',
        packetsReceived: audio.packetsReceived,
        packetsLost: audio.packetsLost,
        totalSamplesReceived: audio.samples,
        concealedSamples: audio.concealed,
        jitter: 0.002,
      },
      { id: 'video', type: 'inbound-rtp', kind: 'video', totalFreezesDuration: frozen },
      { id: 'empty', type: 'inbound-rtp', kind: 'video', totalFreezesDuration: 0 },
      { id: 'far', type: 'remote-inbound-rtp', kind: 'audio', fractionLost: farLost, jitter: 0 },
      // An old path that was left: not the one to read.
      { id: 'old', type: 'candidate-pair', nominated: true, currentRoundTripTime: 9 },
      engine === 'firefox'
        ? { id: 'pair', type: 'candidate-pair', selected: true, currentRoundTripTime: rtt }
        : {
            id: 'pair',
            type: 'candidate-pair',
            currentRoundTripTime: rtt,
            availableOutgoingBitrate: 500_000,
          },
      ...(engine === 'chromium'
        ? [{ id: 't', type: 'transport', selectedCandidatePairId: 'pair' }]
        : []),
    ];
    return new Map(entries.map((entry) => [(entry as { id: string }).id, entry]));
  };
}

/** The levels of what comes in, second by second, after five good ones. */
function levelsAt(second: Second, seconds = 10, engine?: 'firefox') {
  const report = call(engine);
  const meter = pathMeter();
  for (let at = 0; at < 5; at += 1) meter.read(report());
  return Array.from({ length: seconds }, () => meter.read(report(second)));
}

describe('the quality of a path', () => {
  it('is rated as the E-model does', () => {
    // ITU-T G.107 and Cole and Rosenbluth, by hand.
    expect(rating({ lost: 0, delay: 0 })).to.be.closeTo(93.2, 0.01);
    expect(rating({ lost: 0, delay: 0.15 })).to.be.closeTo(89.6, 0.01);
    expect(rating({ lost: 0, delay: 0.4 })).to.be.closeTo(59.1, 0.01);
    expect(rating({ lost: 0.1, delay: 0 })).to.be.closeTo(66.13, 0.01);
    expect(rating({ lost: 1, delay: 3 })).to.equal(0);
  });

  it('has a level for each loss, in order, within two seconds', () => {
    const losses = [0, 0.03, 0.1, 0.3];
    const settled = losses.map((lost) => levelsAt({ lost }, 20).at(-1)!.received);
    expect(settled).to.deep.equal([5, 4, 2, 1]);
    for (const lost of [0.1, 0.3]) {
      const [, second] = levelsAt({ lost });
      expect(second!.received, `at ${lost}`).to.be.at.most(lost === 0.3 ? 1 : 3);
    }
  });

  it('says of this side’s network what the far browser reports', () => {
    expect(levelsAt({ farLost: 0.3 }).at(-1)).to.include({ sent: 1, received: 5, lost: 0.3 });
  });

  it('takes what came too late for what was lost', () => {
    expect(levelsAt({ concealed: 0.3 }).at(-1)!.received).to.equal(1);
  });

  it('counts delay, there and back, for both', () => {
    expect(levelsAt({ roundTrip: 0.6 }, 15).at(-1)).to.include({ sent: 2, received: 2 });
  });

  it('is not good while the picture stands still, and not poor for that alone', () => {
    const [first, second] = levelsAt({ frozen: 0.9 });
    expect([first!.received, second!.received]).to.deep.equal([3, 3]);
  });

  it('reads the pair in use in engines that name it otherwise, and knows no estimate there', () => {
    expect(levelsAt({}, 3, 'firefox').at(-1)).to.include({ received: 5, available: undefined });
    expect(levelsAt({}, 3).at(-1)).to.include({ available: 500_000, roundTrip: 0.03 });
    expect(levelsAt({ roundTrip: 0.6 }, 15, 'firefox').at(-1)!.received).to.equal(2);
  });

  it('is unknown before the second report, and where nothing is reported', () => {
    const report = call();
    expect(pathMeter().read(report()).received).to.equal(undefined);
    const nothing = new Map() as unknown as RTCStatsReport;
    const meter = pathMeter();
    meter.read(nothing);
    expect(Object.values(meter.read(nothing))).to.deep.equal([
      ...[undefined, undefined, undefined, undefined, undefined],
    ]);
  });

  it('outlasts a new connection, whose counters begin anew', () => {
    const meter = pathMeter();
    const [old, fresh] = [call(), call()];
    for (let at = 0; at < 3; at += 1) meter.read(old());
    expect(meter.read(fresh({ received: 5 })).received).to.equal(5);
    expect(meter.read(fresh()).received).to.equal(5);
  });

  it('waits a second with sound that is missing but not lost: it may be a cut that has only begun', () => {
    for (const cut of [true, false]) {
      const report = call();
      const meter = pathMeter();
      for (let at = 0; at < 5; at += 1) meter.read(report());
      expect(meter.read(report({ concealed: 0.3 })).received, 'at once').to.equal(5);
      const { received = 0 } = meter.read(report({ concealed: 0.3 }), cut);
      if (cut) expect(received, 'it was a cut').to.equal(5);
      else expect(received, 'it was none').to.be.below(3);
    }
  });

  it('takes no single second of missing sound for a poor network, whatever the reason', () => {
    const report = call();
    const meter = pathMeter();
    for (let at = 0; at < 5; at += 1) meter.read(report());
    const levels = [0.6, 0, 0, 0.6, 0.01, 0].map(
      (concealed) => meter.read(report({ concealed })).received,
    );
    expect(levels).to.deep.equal([5, 5, 5, 5, 5, 5]);
  });

  it('is forgotten when nothing has come in for five seconds', () => {
    const level = new Level();
    level.next({ lost: 0, delay: 0 });
    for (let at = 0; at < 4; at += 1) level.next(undefined);
    expect(level.level).to.equal(5);
    expect(level.next(undefined)).to.equal(undefined);
  });

  it('does not flicker: chance alone seldom changes a level', () => {
    const throwOf = dice(7);
    const report = call();
    const meter = pathMeter();
    let [changes, before] = [0, 0];
    for (let second = 0; second < 300; second += 1) {
      const lost = Array.from({ length: 50 }, () => throwOf(1000)).filter((it) => it < 30).length;
      const { received = 0 } = meter.read(report({ lost: lost / 50 }));
      if (second > 10 && received !== before) changes += 1;
      before = received;
    }
    expect(changes, 'in five minutes').to.be.below(30);
  });

  it('gets better slowly, and does get better', () => {
    const report = call();
    const meter = pathMeter();
    for (let at = 0; at < 10; at += 1) meter.read(report({ lost: 0.3 }));
    const levels = Array.from({ length: 16 }, () => meter.read(report()).received);
    expect(levels[0]).to.equal(1);
    expect(levels.at(-1)).to.equal(5);
    expect(levels).to.deep.equal(levels.toSorted());
  });
});
