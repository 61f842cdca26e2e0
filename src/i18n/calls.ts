import { registerTranslation } from '@shoelace-style/localize';
import { enCalls } from './en-calls.js';
import { enControls } from './en-controls.js';

// For the elements that speak of calls: a page before its first chat does without. Added to the very
// object that localize.ts has registered, since that is what every other language falls back to.
registerTranslation(Object.assign(enControls, enCalls));
