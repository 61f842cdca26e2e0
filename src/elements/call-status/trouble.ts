import '../../i18n/problems.js';

export { dressNotice, renderNotice } from './notice.js';
export { noticeOf } from './notices.js';
export { queueOf } from './queue.js';
