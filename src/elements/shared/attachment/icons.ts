import { svg } from 'lit';
import { draw } from '../icons.js';

export const fileIcon = draw(
  svg`<path d="M13 3.5H7A1.75 1.75 0 0 0 5.25 5.25v13.5c0 .97.78 1.75 1.75 1.75h10a1.75 1.75 0 0 0 1.75-1.75V9.25L13 3.5ZM13 3.5v5.75h5.75"/>`,
);
export const pictureIcon = draw(
  svg`<rect x="3.5" y="4.5" width="17" height="15" rx="2.5"/><circle cx="8.75" cy="9.5" r="1.5"/><path d="m4 17.5 5-4.5 3 2.5 4-4 4.5 4.5"/>`,
);
export const saveIcon = draw(svg`<path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14"/>`);
export const crossIcon = draw(svg`<path d="m6 6 12 12M18 6 6 18"/>`);
export const againIcon = draw(
  svg`<path d="M19.75 12a7.75 7.75 0 1 1-2.3-5.5l2.3 2.3M19.75 4.25V8.8H15.2"/>`,
);
