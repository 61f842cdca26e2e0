/** Why a microphone or camera could not be opened. */
export type DeviceFailure =
  /** The person, or the browser for them, said no. */
  | 'blocked'
  /** The question was closed without an answer: it can be asked again. */
  | 'dismissed'
  /** The operating system does not let the browser have it. */
  | 'blocked-by-system'
  /** An iframe without `allow="microphone; camera"`, or a Permissions-Policy header. */
  | 'blocked-by-page'
  /** Not HTTPS and not localhost: browsers give no devices. */
  | 'insecure-page'
  /** There is none. */
  | 'missing'
  /** Another application holds it. */
  | 'busy'
  /** Anything else. */
  | 'failed';

export type Opened =
  | { readonly ok: true; readonly track: MediaStreamTrack }
  | { readonly ok: false; readonly failure: DeviceFailure; readonly detail: string };

/** What a session needs of this machine. Opening never rejects: a refusal is an answer. */
export interface Devices {
  openMicrophone(): Promise<Opened>;
  openCamera(): Promise<Opened>;
  /**
   * Whether the person has nothing to answer any more: the browser remembers their yes. It finds out when it is first
   * asked, and says no until it knows. Without it, nobody is rung before the microphone is open.
   */
  microphoneGranted?(): boolean;
  /** Plays the far side's sound. Resolves to false when the browser wants a press first. */
  playSound(track: MediaStreamTrack): Promise<boolean>;
  stopSound(): void;
  /**
   * Calls back once, when a device is next plugged in or out. Without it, a camera that was missing
   * may be tried again in the next call only.
   */
  whenPlugged?(told: () => void): void;
}
