import { enProblems } from './en-problems.js';
import { addEnglish } from './localize.js';

// Imported by what speaks of problems: most calls have none.
addEnglish(enProblems);
