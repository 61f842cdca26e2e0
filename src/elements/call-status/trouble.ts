import '../../i18n/problems.js';

export { renderNotice } from './notice.js';
export { noticeOf } from './notices.js';
