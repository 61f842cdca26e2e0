import type { Terms } from './terms.js';

export const tr = { $code: 'tr', $name: 'Deutsch' } as Terms;
