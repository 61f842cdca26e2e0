// What the host's own script does: says which chat this is, and whether the chat floats.
const query = new URLSearchParams(location.search);
const room = query.get('room') ?? 'demo';
const chat = document.querySelector('visitor-chat');
chat.setAttribute('peer-id', `visitor-${room}`);
chat.setAttribute('remote-id', `agent-${room}`);
document.querySelector('chat-launcher').toggleAttribute('floating', query.has('floating'));
