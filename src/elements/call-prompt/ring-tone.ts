// Two soft notes, then rest; seconds and hertz.
const notes = [
  { at: 0, pitch: 523.25 },
  { at: 0.22, pitch: 659.25 },
] as const;
const noteLength = 0.5;
const loudness = 0.12;
const every = 2400;

/** The sound of an incoming call, made here: nothing is fetched. */
export class RingTone {
  #context: AudioContext | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  get ringing(): boolean {
    return this.#timer !== undefined;
  }

  ring(on: boolean): void {
    if (on === this.ringing) return;
    if (on) this.#start();
    else this.stop();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    void this.#context?.close();
    this.#context = undefined;
  }

  #start(): void {
    // Before the first press on a page, browsers play nothing and only complain.
    if (typeof AudioContext === 'undefined' || !navigator.userActivation.hasBeenActive) return;
    const context = (this.#context = new AudioContext());
    this.#play(context);
    this.#timer = setInterval(() => this.#play(context), every);
  }

  #play(context: AudioContext): void {
    for (const { at, pitch } of notes) {
      const from = context.currentTime + at;
      const tone = new OscillatorNode(context, { frequency: pitch });
      const volume = new GainNode(context, { gain: 0 });
      volume.gain.setTargetAtTime(loudness, from, 0.02);
      volume.gain.setTargetAtTime(0, from + noteLength / 2, 0.12);
      tone.connect(volume).connect(context.destination);
      tone.start(from);
      tone.stop(from + noteLength + 0.5);
    }
  }
}
