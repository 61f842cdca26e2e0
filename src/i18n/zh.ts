import type { Terms } from './terms.js';

export const zh = { $code: 'zh', $name: 'Deutsch' } as Terms;
