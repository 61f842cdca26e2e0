/** The tags that a loader knows, and where each is defined. Written out, so that a bundler sees it. */
export const tags: Readonly<Record<string, () => Promise<unknown>>> = {
  'call-prompt': () => import('../define/call-prompt.js'),
  'call-stage': () => import('../define/call-stage.js'),
  'call-status': () => import('../define/call-status.js'),
  'chat-launcher': () => import('../define/chat-launcher.js'),
  'chat-session': () => import('../define/chat-session.js'),
  'hangup-button': () => import('../define/hangup-button.js'),
  'headset-button': () => import('../define/headset-button.js'),
  'mic-toggle': () => import('../define/mic-toggle.js'),
  'self-view-pip': () => import('../define/self-view-pip.js'),
  'video-toggle': () => import('../define/video-toggle.js'),
  'visitor-chat': () => import('../define/visitor-chat.js'),
};
