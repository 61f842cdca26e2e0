import { uk } from '../uk.js';
import { addLanguage } from '../localize.js';

addLanguage(uk);
export { uk };
