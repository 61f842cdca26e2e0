import { ko } from '../ko.js';
import { addLanguage } from '../localize.js';

addLanguage(ko);
export { ko };
