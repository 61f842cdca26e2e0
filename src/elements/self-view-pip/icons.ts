import { svg } from 'lit';
import { draw } from '../shared/icons.js';

export const moveIcon = draw(
  svg`<path d="M12 3.5v17M3.5 12h17M9.5 6 12 3.5 14.5 6M9.5 18l2.5 2.5 2.5-2.5M6 9.5 3.5 12 6 14.5M18 9.5l2.5 2.5-2.5 2.5"/>`,
);
export const cornerTopLeftIcon = draw(
  svg`<rect x="3.5" y="5" width="17" height="14" rx="2.5"/><rect x="6" y="7.5" width="6" height="4.5" rx="1" fill="currentColor"/>`,
);
export const cornerTopRightIcon = draw(
  svg`<rect x="3.5" y="5" width="17" height="14" rx="2.5"/><rect x="12" y="7.5" width="6" height="4.5" rx="1" fill="currentColor"/>`,
);
export const cornerBottomLeftIcon = draw(
  svg`<rect x="3.5" y="5" width="17" height="14" rx="2.5"/><rect x="6" y="12" width="6" height="4.5" rx="1" fill="currentColor"/>`,
);
export const cornerBottomRightIcon = draw(
  svg`<rect x="3.5" y="5" width="17" height="14" rx="2.5"/><rect x="12" y="12" width="6" height="4.5" rx="1" fill="currentColor"/>`,
);
