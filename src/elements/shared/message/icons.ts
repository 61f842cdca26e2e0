import { svg } from 'lit';
import { draw } from '../icons.js';

export const sentIcon = draw(svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`);
export const deliveredIcon = draw(
  svg`<path d="m2.5 12.75 4.25 4.25L15.75 8M11.5 16.5l.5.5L21.5 7.5"/>`,
);
export const waitIcon = draw(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>`);
export const failedIcon = draw(
  svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.75v4.75M12 16v.01"/>`,
);
