import type { Terms } from './terms.js';

export const he = { $code: 'he', $name: 'Deutsch' } as Terms;
