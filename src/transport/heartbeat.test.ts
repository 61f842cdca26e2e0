import { aTimeout, expect } from '@open-wc/testing';
import { Heartbeat, type Pulse } from './heartbeat.js';

/** A heartbeat with everything that it said, and how often it beat. */
function watched(sound: () => number | undefined = () => undefined) {
  const said: Pulse[] = [];
  const counted = { beats: 0 };
  const heartbeat = new Heartbeat({
    beat: () => void (counted.beats += 1),
    sound,
    changed: (pulse) => void said.push(pulse),
  });
  heartbeat.watch(true);
  return { heartbeat, said, counted };
}

function standStill(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

describe('a heartbeat', () => {
  it('says first that the path stalls, then that it is silent, and at once that it flows', async () => {
    const { heartbeat, said, counted } = watched();
    await aTimeout(1500);
    expect(said).to.deep.equal(['stalled', 'silent']);
    const before = counted.beats;
    heartbeat.heard();
    expect(said).to.deep.equal(['stalled', 'silent', 'flows']);
    expect(counted.beats, 'the far side is told so').to.equal(before + 1);
    heartbeat.stop();
  });

  it('goes by the sound where there is some, and takes its absence for a stall sooner', async () => {
    let packets = 0;
    const talking = setInterval(() => (packets += 1), 20);
    const { heartbeat, said } = watched(() => packets);
    await aTimeout(800);
    expect(said).to.deep.equal([]);
    clearInterval(talking);
    await aTimeout(650);
    expect(said).to.deep.equal(['stalled']);
    heartbeat.stop();
  });

  it('raises no alarm for a page that itself stood still', async () => {
    const { heartbeat, said } = watched();
    const beats = setInterval(() => heartbeat.heard(), 100);
    await aTimeout(200);
    standStill(2000);
    await aTimeout(300);
    expect(said).to.deep.equal([]);
    clearInterval(beats);
    heartbeat.stop();
  });
});
