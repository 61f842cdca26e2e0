import { isServer } from '../../context/served.js';

/** Whoever is here most likely types on glass: no Shift for Enter, and a keyboard that covers half the page. */
export const typesByTouch = (): boolean =>
  !isServer && matchMedia('(hover: none) and (pointer: coarse)').matches;
