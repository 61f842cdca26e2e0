import { tr } from '../tr.js';
import { addLanguage } from '../localize.js';

addLanguage(tr);
export { tr };
