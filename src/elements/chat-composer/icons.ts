import { svg } from 'lit';
import { draw } from '../shared/icons.js';

export const attachIcon = draw(
  svg`<path d="m20 11.4-8.35 8.35a5.1 5.1 0 0 1-7.2-7.2l8.6-8.6a3.4 3.4 0 0 1 4.8 4.8l-8.55 8.55a1.7 1.7 0 0 1-2.4-2.4l7.7-7.7"/>`,
);
export const sendIcon = draw(
  svg`<path d="M20.5 3.5 3.7 9.9a.6.6 0 0 0-.04 1.1l6.44 2.9 2.9 6.44a.6.6 0 0 0 1.1-.04L20.5 3.5ZM10.1 13.9l4.15-4.15"/>`,
);
