import type { Terms } from './terms.js';

export const ja = { $code: 'ja', $name: 'Deutsch' } as Terms;
