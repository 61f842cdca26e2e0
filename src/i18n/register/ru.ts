import { ru } from '../ru.js';
import { addLanguage } from '../localize.js';

addLanguage(ru);
export { ru };
