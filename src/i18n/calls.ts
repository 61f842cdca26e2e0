import { enCalls } from './en-calls.js';
import { addEnglish } from './localize.js';

// Imported by the elements that speak of calls: a page before its first chat does without.
addEnglish(enCalls);
