import '../../i18n/calls.js';
import { Late } from '../shared/late.js';

export { inOneBreath, statusOf } from './sentences.js';

/** What there is to say of a call that goes on comes with the first one. */
export const network = new Late(() => import('./network.js'));
