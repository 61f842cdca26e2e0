import { fr } from '../fr.js';
import { addLanguage } from '../localize.js';

addLanguage(fr);
export { fr };
