import { zh } from '../zh.js';
import { addLanguage } from '../localize.js';

addLanguage(zh);
export { zh };
