import {
  cornerBottomLeftIcon,
  cornerBottomRightIcon,
  cornerTopLeftIcon,
  cornerTopRightIcon,
} from './icons.js';

/** In the order in which they lie on the stage. */
export const corners = {
  'top-left': cornerTopLeftIcon,
  'top-right': cornerTopRightIcon,
  'bottom-left': cornerBottomLeftIcon,
  'bottom-right': cornerBottomRightIcon,
};

export type Corner = keyof typeof corners;

/** The corner that an arrow key leads to; undefined for any other key. */
export function cornerByKey(corner: Corner, key: string): Corner | undefined {
  const [vertical, horizontal] = corner.split('-') as ['top' | 'bottom', 'left' | 'right'];
  switch (key) {
    case 'ArrowUp':
      return `top-${horizontal}`;
    case 'ArrowDown':
      return `bottom-${horizontal}`;
    case 'ArrowLeft':
      return `${vertical}-left`;
    case 'ArrowRight':
      return `${vertical}-right`;
    default:
      return undefined;
  }
}
