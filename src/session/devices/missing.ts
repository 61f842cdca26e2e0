import type { Cared, Look } from './cared.js';

/** A camera that was missing may be tried again once something was plugged in. It is never opened here. */
export function lookForDevices({ devices, store }: Cared): Look {
  let missing = false;
  const mayBeThere = (): void => {
    if (missing) store.setOwn({ camera: 'unknown' });
  };
  return ({ call, own }) => {
    const before = missing;
    missing = own.camera === 'missing';
    if (missing && !before) devices().whenPlugged?.(mayBeThere);
    if (call.phase === 'idle') mayBeThere();
  };
}
