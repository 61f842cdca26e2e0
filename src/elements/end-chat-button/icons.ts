import { svg } from 'lit';
import { draw } from '../shared/icons.js';

export const endChatIcon = draw(
  svg`<path d="M5.5 4.5h13a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2h-6.75L7.5 20.5V17h-2a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2ZM9.75 8.5l4.5 4.5M14.25 8.5l-4.5 4.5"/>`,
);
