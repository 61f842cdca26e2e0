import type { Side } from '../side.js';

declare global {
  interface Window {
    /** Lets the browser answer what was asked since `holdDevices`. */
    grantDevices?: () => void;
  }
}

/** From now on the browser asks, whatever it was granted before, and nobody answers. */
export const holdDevices = ({ page }: Side): Promise<void> =>
  page.evaluate(() => {
    const devices = navigator.mediaDevices;
    const real = devices.getUserMedia.bind(devices);
    const { prototype } = PermissionStatus;
    const remembered = Object.getOwnPropertyDescriptor(prototype, 'state')!;
    Object.defineProperty(prototype, 'state', { ...remembered, get: () => 'prompt' });
    const granted = new Promise<void>((grant) => {
      window.grantDevices = () => {
        devices.getUserMedia = real;
        Object.defineProperty(prototype, 'state', remembered);
        grant();
      };
    });
    devices.getUserMedia = async (constraints) => {
      await granted;
      return real(constraints);
    };
  });

/** The person answers after all: what was asked for is granted, late. */
export async function grantDevices({ page }: Side): Promise<void> {
  await page.evaluate(async () => {
    window.grantDevices?.();
    window.grantDevices = () => undefined;
    // Behind all that was asked before: whoever waited for it has been answered by then.
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
  });
}
