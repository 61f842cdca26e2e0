// What the host's own script does: says which chat this is, in which language, and whether it floats.
const query = new URLSearchParams(location.search);
const room = query.get('room') ?? 'demo';
const chat = document.querySelector('visitor-chat');
chat.setAttribute('token-url', `/ticket?room=${room}`);
document.querySelector('chat-launcher').toggleAttribute('floating', query.has('floating'));
document.documentElement.lang = query.get('lang') ?? 'en';
document.documentElement.dir = query.get('dir') ?? 'ltr';
