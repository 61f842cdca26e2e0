import type { Terms } from './terms.js';

export const ko = { $code: 'ko', $name: 'Deutsch' } as Terms;
