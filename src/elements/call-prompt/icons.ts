import { svg } from 'lit';
import { draw } from '../shared/icons.js';

export const bellOffIcon = draw(
  svg`<path d="M6.25 9.75a5.75 5.75 0 0 1 9.3-4.52M17.65 8.5c.07.4.1.82.1 1.25 0 2.45.55 4.15 1.2 5.35M15.75 17H5.3c-.62 0-.97-.66-.62-1.17.8-1.17 1.57-3.08 1.57-6.08M9.9 20a2.25 2.25 0 0 0 4.2 0M4 3.5l16.5 17"/>`,
);
