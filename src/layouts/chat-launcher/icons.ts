import { svg } from 'lit';
import { draw } from '../../elements/shared/icons.js';

export const chatIcon = draw(
  svg`<path d="M5.5 4.5h13a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2h-6.75L7.5 20.5V17h-2a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2Z"/>`,
);
export const collapseIcon = draw(svg`<path d="m6 9.5 6 6 6-6"/>`);
