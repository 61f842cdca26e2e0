import { pl } from '../pl.js';
import { addLanguage } from '../localize.js';

addLanguage(pl);
export { pl };
