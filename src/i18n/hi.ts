import type { Terms } from './terms.js';

export const hi = { $code: 'hi', $name: 'Deutsch' } as Terms;
