import { es } from '../es.js';
import { addLanguage } from '../localize.js';

addLanguage(es);
export { es };
