import type { Cared } from './cared.js';

// Milliseconds between two that are lost.
const breath = 2000;

/**
 * Opens the microphone that the browser has now, once, when the one of the call is gone. The person
 * agreed to be heard in this call; whoever is muted stays so.
 */
export function replacing({ clock, mediaChanged, own, store }: Cared): () => Promise<void> {
  const about = 'microphone';
  let lastAt = -breath;

  return async () => {
    const now = clock.now();
    // One that goes away as soon as it is opened is not opened for ever.
    const tooSoon = now - lastAt < breath;
    lastAt = now;
    const opened = tooSoon
      ? ({ ok: false, failure: 'failed' } as const)
      : await own.askMicrophone();
    if (!opened) return;
    if (!opened.ok) {
      store.set({ problem: { about, code: opened.failure, farKnows: true } });
      own.setMuted(true);
      return;
    }
    const device = opened.track.label;
    store.set({ problem: { about, code: 'replaced', farKnows: false, device } });
    own.sendMicrophone();
    mediaChanged();
  };
}
