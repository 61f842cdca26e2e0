import type { Cared, Look } from './cared.js';

// Milliseconds that a browser gets before the person is told where its question may be.
const patience = 10_000;

/** Says so when the browser does not answer. The request itself goes on: it may still be granted. */
export function lookForAnswers({ clock, store }: Cared): Look {
  const waitFor = (about: 'microphone' | 'camera') => {
    let stop: (() => void) | undefined;
    return (asking: boolean): void => {
      if (asking === (stop !== undefined)) return;
      if (asking) {
        stop = clock.after(patience, () =>
          store.set({ problem: { about, code: 'unanswered', farKnows: false } }),
        );
        return;
      }
      stop?.();
      stop = undefined;
      const { problem } = store.snapshot;
      if (problem?.about === about && problem.code === 'unanswered')
        store.set({ problem: undefined });
    };
  };
  const [microphone, camera] = [waitFor('microphone'), waitFor('camera')];
  return ({ own }) => {
    microphone(own.askingMicrophone);
    camera(own.askingCamera);
  };
}
