import { enCalls } from './en-calls.js';
import { enControls } from './en-controls.js';
import type { Terms } from './terms.js';

export const en: Terms = { ...enControls, ...enCalls };
