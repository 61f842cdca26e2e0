import type { Terms } from './terms.js';

export const ar = { $code: 'ar', $name: 'Deutsch' } as Terms;
