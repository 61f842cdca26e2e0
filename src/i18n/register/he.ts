import { he } from '../he.js';
import { addLanguage } from '../localize.js';

addLanguage(he);
export { he };
