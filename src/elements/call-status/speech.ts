import '../../i18n/calls.js';

export { clockTime, statusOf } from './sentences.js';
