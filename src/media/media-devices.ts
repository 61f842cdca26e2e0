import type { DeviceFailure, Devices, Opened } from '../ports/devices.js';

type Kind = 'microphone' | 'camera';

const constraints: Record<Kind, MediaStreamConstraints> = {
  microphone: { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } },
  camera: {
    video: {
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30 },
      facingMode: 'user',
    },
  },
};

// https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
const failures: Record<string, DeviceFailure> = {
  NotAllowedError: 'blocked',
  SecurityError: 'blocked',
  NotFoundError: 'missing',
  OverconstrainedError: 'busy',
  NotReadableError: 'busy',
};

/** Chromium alone tells what kind of no it was, and in these words. */
const refusalIn = (message: string): DeviceFailure =>
  message.includes('dismissed')
    ? 'dismissed'
    : message.includes('by system')
      ? 'blocked-by-system'
      : 'blocked';

/** Chromium alone tells whether the page, and not the person, forbids a device. */
interface PolicyDocument {
  readonly featurePolicy?: { allowsFeature(feature: string): boolean };
}

const forbiddenByPage = (kind: Kind): boolean =>
  (document as PolicyDocument).featurePolicy?.allowsFeature(kind) === false;

async function open(kind: Kind): Promise<Opened> {
  // Missing on insecure pages, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!isSecureContext || !devices) {
    return { ok: false, failure: 'insecure-page', detail: `No ${kind} on an insecure page.` };
  }
  try {
    const stream = await devices.getUserMedia(constraints[kind]).catch((error: unknown) => {
      // No such device as we would like best: then any.
      if ((error as DOMException).name !== 'OverconstrainedError') throw error;
      return devices.getUserMedia({ [kind === 'camera' ? 'video' : 'audio']: true });
    });
    const [track] = stream.getTracks();
    if (track) return { ok: true, track };
    return { ok: false, failure: 'missing', detail: `The browser gave no ${kind}.` };
  } catch (error) {
    const { name, message } = error as DOMException;
    const failure = failures[name] ?? 'failed';
    const refused = forbiddenByPage(kind) ? 'blocked-by-page' : refusalIn(message);
    return {
      ok: false,
      failure: failure === 'blocked' ? refused : failure,
      detail: `${name}: ${message}`,
    };
  }
}

/** Up to date by itself once it is there. Not every engine tells. */
let permission: PermissionStatus | undefined;
let isAsked = false;

async function askForPermission(): Promise<void> {
  isAsked = true;
  permission = await (navigator as Partial<Navigator>).permissions
    ?.query({ name: 'microphone' })
    .catch(() => undefined);
}

/** A track, which lasts as long as its connection, holds all streams that it is in. */
function empty(sound: HTMLAudioElement): void {
  const stream = sound.srcObject as MediaStream | null;
  sound.srcObject = null;
  for (const track of stream?.getTracks() ?? []) stream?.removeTrack(track);
}

/** The real microphone, camera and speaker of this machine. Touches none of them before it is asked. */
export function mediaDevices(): Devices {
  // Outside the DOM: moving or restyling elements never interrupts the sound.
  let sound: HTMLAudioElement | undefined;
  return {
    openMicrophone: () => open('microphone'),
    openCamera: () => open('camera'),
    microphoneGranted() {
      if (!isAsked) void askForPermission();
      return permission?.state === 'granted';
    },
    async playSound(track) {
      sound ??= new Audio();
      if ((sound.srcObject as MediaStream | null)?.getAudioTracks()[0] !== track) {
        empty(sound);
        sound.srcObject = new MediaStream([track]);
      }
      try {
        await sound.play();
        return true;
      } catch (error) {
        // A newer track or the end of the call took its place: nothing for the person to do.
        return (error as DOMException).name !== 'NotAllowedError';
      }
    },
    stopSound() {
      sound?.pause();
      if (sound) empty(sound);
    },
    whenPlugged: (told) =>
      navigator.mediaDevices.addEventListener('devicechange', told, { once: true }),
  };
}
