import { nl } from '../nl.js';
import { addLanguage } from '../localize.js';

addLanguage(nl);
export { nl };
