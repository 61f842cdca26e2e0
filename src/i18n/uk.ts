import type { Terms } from './terms.js';

export const uk = { $code: 'uk', $name: 'Deutsch' } as Terms;
