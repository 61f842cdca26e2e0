import { svg } from 'lit';
import { draw } from '../shared/icons.js';

export const downIcon = draw(svg`<path d="M12 4.5v15M5.5 13l6.5 6.5 6.5-6.5"/>`);
