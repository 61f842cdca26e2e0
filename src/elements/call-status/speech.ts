import '../../i18n/calls.js';

export { clockTime, inOneBreath, statusOf } from './sentences.js';
