import { ChatLauncher } from 'visavis/layouts/chat-launcher';

globalThis.host = { ChatLauncher };
