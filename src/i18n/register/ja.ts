import { ja } from '../ja.js';
import { addLanguage } from '../localize.js';

addLanguage(ja);
export { ja };
