import '../../i18n/calls.js';

export { clockTime } from '../shared/clock-time.js';
export { inOneBreath, statusOf } from './sentences.js';
