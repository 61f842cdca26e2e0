// What a host's own script does: says which chat this is. Runs before the kit is loaded.
import { openDesk } from './desk.js';

const session = document.querySelector('chat-session');
const administrator = document.querySelector('.administrator');
const query = new URLSearchParams(location.search);
const room = query.get('room') ?? 'demo';
const own = session.getAttribute('party');

/** What each chat of the page has, but for its ticket. */
async function prepare(one) {
  allow(one);
  if (query.has('name')) one.setAttribute('party-name', query.get('name'));
  if (query.get('devices') !== 'test') return;
  const { testDevices } = await import('/cdn/testing.js');
  const name = one.getAttribute('party-name');
  one.devices = testDevices(
    own === 'agent' ? { name, hue: 165, pitch: 262 } : { name, hue: 30, pitch: 196 },
  );
}

// Read at each chat: the browser may remember the switches of before a reload.
function allow(one) {
  for (const { name, checked } of administrator.elements) one.toggleAttribute(name, checked);
}
administrator.addEventListener('change', () => {
  for (const one of document.querySelectorAll('chat-session')) allow(one);
});

if (!query.has('queue')) {
  session.setAttribute('token-url', `/ticket?room=${encodeURIComponent(room)}`);
  void prepare(session);
  // The agent's work after a chat; then the desk is open for the next one.
  document.querySelector('.wrap-up')?.addEventListener('submit', async (event) => {
    event.preventDefault();
    const conversation = await session.conversation();
    conversation.startAnew();
  });
} else if (own === 'agent') {
  void openDesk(session, prepare);
} else {
  // Who will be there, the waiting room decides.
  session.setAttribute('token-url', '/peerjs/waiting-room');
  session.removeAttribute('remote-name');
  session.querySelector('h1').textContent = 'Support';
  for (const avatar of session.querySelectorAll('.avatar')) avatar.textContent = 'S';
  session.querySelector('.who p').textContent = 'We are here to help';
  void prepare(session);
}
