import { de } from '../de.js';
import { addLanguage } from '../localize.js';

addLanguage(de);
export { de };
