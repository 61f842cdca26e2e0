export { languages } from '../i18n/languages.js';
