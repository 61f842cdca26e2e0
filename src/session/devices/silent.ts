import type { Cared, Look } from './cared.js';

// Milliseconds between two looks, and how many of them in a row make a silence.
const interval = 1000;
const patience = 4;
const longPatience = 30;

/** Of what is sent, `media-source` alone has it: https://www.w3.org/TR/webrtc-stats/#audiosourcestats-dict* */
interface AudioSource {
  readonly totalAudioEnergy?: number;
}

function energyIn(report: RTCStatsReport | undefined): number | undefined {
  let energy: number | undefined;
  report?.forEach(({ totalAudioEnergy }: AudioSource) => {
    energy ??= totalAudioEnergy;
  });
  return energy;
}

/**
 * Says so when nothing at all comes from the open microphone. A microphone in a quiet room still
 * hums a little, so only exact silence counts. A browser that does not measure it says nothing.
 */
export function lookForSilence({ clock, audioStats, own: media, store }: Cared): Look {
  let stop: (() => void) | undefined;
  let track: MediaStreamTrack | undefined;
  let energy: number | undefined;
  let quiet = 0;
  let enough = patience;

  const shown = (): boolean => {
    const { problem } = store.snapshot;
    return problem?.about === 'microphone' && problem.code === 'silent';
  };
  const heard = (): void => {
    quiet = 0;
    if (shown()) store.set({ problem: undefined });
  };
  const measure = async (): Promise<void> => {
    const mine = stop;
    const now = energyIn(await audioStats());
    if (stop !== mine) return;
    if (now === undefined || now !== energy) {
      // It was silent and is not: one that filters all but speech. It is given more time.
      if (quiet >= enough) enough = longPatience;
      heard();
    } else if ((quiet += 1) === enough) {
      store.set({ problem: { about: 'microphone', code: 'silent', farKnows: false } });
    }
    // All of it begins at nothing, which a report may say a second late.
    energy = now ?? 0;
    next();
  };
  const next = (): void => {
    stop = clock.after(interval, () => void measure());
  };

  return ({ call, own }) => {
    if (media.microphone !== track) enough = patience;
    track = media.microphone;
    const listens = call.phase === 'active' && track && !own.muted && !own.microphonePaused;
    if (listens) {
      if (stop) return;
      stop = () => undefined;
      void measure();
    } else if (stop) {
      stop();
      stop = energy = undefined;
      heard();
    }
  };
}
