import type { Cared } from './cared.js';
import { lookForAnswers } from './unanswered.js';
import { lookForDevices } from './missing.js';
import { lookForPauses } from './paused.js';
import { replacing } from './replaced.js';
import { lookForSilence } from './silent.js';

export interface Care {
  /** The microphone is gone: another one takes its place. */
  replaceMicrophone(): Promise<void>;
}

/** Looks after the devices of a session from here on. Does nothing while it has no call. */
export function takeCare(cared: Cared): Care {
  const looks = [
    lookForAnswers(cared),
    lookForPauses(cared),
    lookForSilence(cared),
    lookForDevices(cared),
  ];
  const lookAll = (): void => {
    for (const look of looks) look(cared.store.snapshot);
  };
  cared.store.subscribe(lookAll);
  lookAll();
  return { replaceMicrophone: replacing(cared) };
}
