import { it } from '../it.js';
import { addLanguage } from '../localize.js';

addLanguage(it);
export { it };
