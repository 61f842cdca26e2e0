import type { Terms } from './terms.js';

export const pl = { $code: 'pl', $name: 'Deutsch' } as Terms;
