import { aTimeout, expect } from '@open-wc/testing';
import { Heartbeat, type Pulse } from './heartbeat.js';

/** A heartbeat with everything that it said, and how often it beat. */
function watched(sound: () => number | undefined = () => undefined) {
  const said: Pulse[] = [];
  const counted = { beats: 0 };
  const heartbeat = new Heartbeat({
    beat: () => void (counted.beats += 1),
    sound: async () => sound(),
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
    let at = performance.now();
    const talking = setInterval(() => (at = performance.now()), 20);
    const { heartbeat, said } = watched(() => at);
    await aTimeout(800);
    expect(said).to.deep.equal([]);
    clearInterval(talking);
    await aTimeout(650);
    expect(said).to.deep.equal(['stalled']);
    heartbeat.stop();
  });

  it('does not ask for the sound while beats come, and knows of a cut from its last one as soon', async () => {
    const asked: number[] = [];
    let at = performance.now();
    const talking = setInterval(() => (at = performance.now()), 20);
    const { heartbeat, said } = watched(() => {
      asked.push(at);
      return at;
    });
    const beats = setInterval(() => heartbeat.heard(), 200);
    await aTimeout(1100);
    expect(asked).to.deep.equal([]);
    clearInterval(beats);
    clearInterval(talking);
    await aTimeout(650);
    expect(said).to.deep.equal(['stalled']);
    expect(asked).not.to.deep.equal([]);
    heartbeat.stop();
  });

  it('goes by the sound that moves, whatever its clock says', async () => {
    let at = -1e9;
    const talking = setInterval(() => (at += 20), 20);
    const { heartbeat, said } = watched(() => at);
    await aTimeout(1000);
    expect(said).to.deep.equal([]);
    clearInterval(talking);
    heartbeat.stop();
  });

  it('is still once it was stopped, by what it said too', async () => {
    let beats = 0;
    const heartbeat = new Heartbeat({
      beat: () => {
        beats += 1;
        if (beats === 2) heartbeat.stop();
      },
      sound: async () => undefined,
      changed: () => undefined,
    });
    heartbeat.watch(true);
    await aTimeout(1100);
    expect(beats).to.equal(2);
  });

  it('raises no alarm for a page that itself stood still', async () => {
    const { heartbeat, said } = watched();
    const beats = setInterval(() => heartbeat.heard(), 100);
    await aTimeout(200);
    clearInterval(beats);
    standStill(2000);
    // What came meanwhile is handed over after the page's own timers.
    setTimeout(() => heartbeat.heard(), 30);
    await aTimeout(300);
    expect(said).to.deep.equal([]);
    heartbeat.stop();
  });
});
