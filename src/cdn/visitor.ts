import '../define/chat-launcher.js';
import '../define/visitor-chat.js';
