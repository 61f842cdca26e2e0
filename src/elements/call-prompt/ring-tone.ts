import { maySound, playNotes } from '../shared/notes.js';

// Two soft notes, then rest; seconds and hertz.
const notes = [
  { at: 0, pitch: 523.25 },
  { at: 0.22, pitch: 659.25 },
] as const;
const noteLength = 0.5;
const loudness = 0.12;
const every = 2400;
// Making a sound holds the page up, and whoever is called shall see it before they hear it.
const breath = 100;

/** The sound of an incoming call, made here: nothing is fetched. */
export class RingTone {
  #context: AudioContext | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get ringing(): boolean {
    return this.#timer !== undefined;
  }

  ring(on: boolean): void {
    if (on === this.ringing) return;
    if (!on) this.stop();
    else if (maySound()) this.#playIn(breath);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#context?.close();
    this.#context = undefined;
  }

  #playIn(wait: number): void {
    this.#timer = setTimeout(() => {
      this.#context ??= new AudioContext();
      void playNotes(this.#context, notes, { length: noteLength, loudness });
      this.#playIn(every);
    }, wait);
  }
}
