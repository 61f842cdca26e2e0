import { expect } from '@open-wc/testing';
import { Mending } from './mending.js';
import type { SessionConnection } from './session-connection.js';

interface Description {
  readonly type: 'offer' | 'answer';
  readonly sdp: string;
}

/** One side's mending, with what it said and what it took. */
function mending(offers: boolean, { reachable = true, sdp = 'o=-', farSdp = 'o=-' } = {}) {
  const said: string[] = [];
  const took: string[] = [];
  const counted = { hopeless: 0 };
  const connection = {
    connection: { localDescription: { sdp }, remoteDescription: { sdp: farSdp } },
    offerAnew: async (): Promise<Description> => ({ type: 'offer', sdp: '' }),
    takeAnew: async ({ type }: Description): Promise<Description | undefined> => {
      took.push(type);
      return type === 'offer' ? { type: 'answer', sdp: '' } : undefined;
    },
  } as unknown as SessionConnection;
  const side = new Mending(connection, {
    offers,
    say: ({ round, sdp }) => {
      if (reachable) said.push(`${sdp?.type ?? 'please'} ${round}`);
      return reachable;
    },
    hopeless: () => void (counted.hopeless += 1),
  });
  return { side, said, took, counted };
}

const settled = (): Promise<void> => new Promise((done) => setTimeout(done));
const answer = (round: number) => ({
  type: 'visavis-mend' as const,
  connectionId: '',
  round,
  sdp: { type: 'answer' as const, sdp: '' },
});

describe('mending a path', () => {
  it('makes one offer, though both ends see the break', async () => {
    const { side, said } = mending(true);
    side.begin();
    await settled();
    await side.heard({ ...answer(0), sdp: undefined });
    expect(said).to.deep.equal(['offer 1']);
    side.stop();
  });

  it('takes no answer to an offer of before', async () => {
    const { side, took } = mending(true);
    side.begin();
    await settled();
    await side.heard(answer(0));
    expect(took).to.deep.equal([]);
    await side.heard(answer(1));
    expect(took).to.deep.equal(['answer']);
    side.stop();
  });

  it('asks for an offer where the far side makes them, and answers in its round', async () => {
    const { side, said } = mending(false);
    side.begin();
    await side.heard({ ...answer(7), sdp: { type: 'offer', sdp: '' } });
    await side.heard(answer(7));
    expect(said).to.deep.equal(['please 0', 'answer 7']);
    side.stop();
  });

  it('is hopeless after four tries that reached the server and nobody answered', () => {
    const { side, counted } = mending(false);
    for (let tries = 0; tries < 4; tries += 1) side.now();
    expect(counted.hopeless).to.equal(0);
    side.now();
    expect(counted.hopeless).to.equal(1);
  });

  it('does not lose hope while the server cannot be reached', () => {
    const { side, counted } = mending(false, { reachable: false });
    for (let tries = 0; tries < 9; tries += 1) side.now();
    expect(counted.hopeless).to.equal(0);
  });

  it('gives a way that is found its whole time before it tries yet another', () => {
    const real = globalThis.setInterval;
    let begun = 0;
    globalThis.setInterval = ((...given: Parameters<typeof setInterval>) => {
      begun += 1;
      return real(...given);
    }) as typeof setInterval;
    try {
      const { side } = mending(false);
      side.found();
      expect(begun, 'nothing is looked for').to.equal(0);
      side.begin();
      side.found();
      expect(begun, 'from here the time counts anew').to.equal(2);
      side.stop();
      side.found();
      expect(begun).to.equal(2);
    } finally {
      globalThis.setInterval = real;
    }
  });

  it('lets two Firefoxes wait for the way they had, unless the server is back', async () => {
    const sdp = 'o=mozilla...THIS_IS_SDPARTA';
    const { side, said } = mending(true, { sdp, farSdp: sdp });
    side.begin();
    await settled();
    expect(said).to.deep.equal([]);
    side.now();
    await settled();
    expect(said).to.deep.equal(['offer 1']);
    side.stop();
  });

  it('begins anew only once where one of the two is Firefox, which would close the connection', async () => {
    for (const farSdp of ['o=-', 'o=mozilla...THIS_IS_SDPARTA']) {
      const { side, said, counted } = mending(true, { farSdp });
      side.begin();
      await settled();
      await side.heard(answer(1));
      side.now();
      expect(counted.hopeless, farSdp).to.equal(farSdp === 'o=-' ? 0 : 1);
      expect(said, farSdp).to.deep.equal(['offer 1']);
      side.stop();
    }
  });
});
