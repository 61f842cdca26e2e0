import '../define/call-prompt.js';
import '../define/call-stage.js';
import '../define/call-status.js';
import '../define/self-view-pip.js';
