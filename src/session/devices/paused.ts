import type { Cared, Look } from './cared.js';

// Milliseconds. Shorter pauses are hiccups, and cameras have one when they start.
const hiccup = 350;
const cameraStart = 1000;

/** Tells this person and the far side when the system pauses a device, and when it goes on. */
export function lookForPauses(cared: Cared): Look {
  const { clock, store } = cared;

  /** The microphone's pause matters more; the camera's is seen on one's own picture too. */
  const say = (begins: boolean): void => {
    const { own, problem } = store.snapshot;
    if (!begins && problem?.code !== 'paused') return;
    const about = own.microphonePaused ? 'microphone' : own.cameraPaused ? 'camera' : undefined;
    store.set({ problem: about && { about, code: 'paused', farKnows: false } });
  };

  const follow = (kind: 'microphone' | 'camera') => {
    let track: MediaStreamTrack | undefined;
    let since = 0;
    let callOff = (): void => undefined;

    const set = (paused: boolean): boolean => {
      const { own } = store.snapshot;
      if (paused === (kind === 'camera' ? own.cameraPaused : own.microphonePaused)) return false;
      store.setOwn(kind === 'camera' ? { cameraPaused: paused } : { microphonePaused: paused });
      say(paused);
      return true;
    };
    const tell = (paused: boolean): void => {
      if (set(paused)) cared.mediaChanged();
    };
    const muted = (): void => {
      const starting = kind === 'camera' ? since + cameraStart - clock.now() : 0;
      callOff();
      callOff = clock.after(Math.max(hiccup, starting), () => tell(true));
    };
    const unmuted = (): void => {
      callOff();
      tell(false);
    };

    return (now: MediaStreamTrack | undefined): void => {
      if (now === track) return;
      callOff();
      track?.removeEventListener('mute', muted);
      track?.removeEventListener('unmute', unmuted);
      track = now;
      since = clock.now();
      set(false);
      now?.addEventListener('mute', muted);
      now?.addEventListener('unmute', unmuted);
      if (now?.muted) muted();
    };
  };

  const [microphone, camera] = [follow('microphone'), follow('camera')];
  return ({ own }) => {
    microphone(cared.own.microphone);
    camera(own.picture?.getVideoTracks()[0]);
  };
}
