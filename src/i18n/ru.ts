import type { Terms } from './terms.js';

export const ru = { $code: 'ru', $name: 'Deutsch' } as Terms;
