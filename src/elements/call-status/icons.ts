import { svg } from 'lit';
import { draw } from '../shared/icons.js';

export const alertIcon = draw(
  svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.75v4.75M12 16v.01"/>`,
);
export const retryIcon = draw(
  svg`<path d="M19.75 12a7.75 7.75 0 1 1-2.3-5.5l2.3 2.3M19.75 4.25V8.8H15.2"/>`,
);
export const speakerIcon = draw(
  svg`<path d="M4 9.5v5h3.25L12 18.5v-13L7.25 9.5H4ZM15.25 9.25a4 4 0 0 1 0 5.5M17.9 6.5a8 8 0 0 1 0 11"/>`,
);
