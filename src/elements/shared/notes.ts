/** One note of a made-up sound: seconds after it begins, and hertz. */
export interface Note {
  readonly at: number;
  readonly pitch: number;
}

/** Plays soft notes of `length` seconds, made here: nothing is fetched. Resolves when they have faded. */
export function playNotes(
  context: AudioContext,
  notes: readonly Note[],
  { length, loudness }: { readonly length: number; readonly loudness: number },
): Promise<unknown> {
  const ended = notes.map(({ at, pitch }) => {
    const from = context.currentTime + at;
    const tone = new OscillatorNode(context, { frequency: pitch });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setTargetAtTime(loudness, from, 0.02);
    volume.gain.setTargetAtTime(0, from + length / 2, 0.12);
    tone.connect(volume).connect(context.destination);
    tone.start(from);
    tone.stop(from + length + 0.5);
    return new Promise((faded) => tone.addEventListener('ended', faded, { once: true }));
  });
  return Promise.all(ended);
}

/** Before the first press on a page, browsers play nothing and only complain. */
export const maySound = (): boolean =>
  typeof AudioContext !== 'undefined' && navigator.userActivation.hasBeenActive;
