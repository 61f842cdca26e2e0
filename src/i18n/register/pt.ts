import { pt } from '../pt.js';
import { addLanguage } from '../localize.js';

addLanguage(pt);
export { pt };
