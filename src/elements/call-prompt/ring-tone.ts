import { maySound, playNotes } from '../shared/notes.js';

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
    if (!maySound()) return;
    const context = (this.#context = new AudioContext());
    const play = (): void => void playNotes(context, notes, { length: noteLength, loudness });
    play();
    this.#timer = setInterval(play, every);
  }
}
