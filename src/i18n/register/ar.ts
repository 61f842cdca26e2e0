import { ar } from '../ar.js';
import { addLanguage } from '../localize.js';

addLanguage(ar);
export { ar };
