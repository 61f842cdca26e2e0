import '../../i18n/calls.js';

export { renderNotice } from './notice.js';
export { noticeOf } from './notices.js';
export { clockTime, statusOf } from './sentences.js';
