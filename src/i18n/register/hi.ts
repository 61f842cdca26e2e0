import { hi } from '../hi.js';
import { addLanguage } from '../localize.js';

addLanguage(hi);
export { hi };
