// What a host's own script does: says which chat this is. Runs before the kit is loaded.
const session = document.querySelector('chat-session');
const query = new URLSearchParams(location.search);

const room = query.get('room') ?? 'demo';
const own = session.getAttribute('party');
session.setAttribute('token-url', `/ticket?room=${encodeURIComponent(room)}`);

if (query.get('devices') === 'test') {
  const { testDevices } = await import('/cdn/testing.js');
  const name = session.getAttribute('party-name');
  session.devices = testDevices(
    own === 'agent' ? { name, hue: 165, pitch: 262 } : { name, hue: 30, pitch: 196 },
  );
}

const administrator = document.querySelector('.administrator');
administrator.addEventListener('change', ({ target }) =>
  session.toggleAttribute(target.name, target.checked),
);
// The browser may remember the switches of before a reload.
for (const { name, checked } of administrator.elements) session.toggleAttribute(name, checked);

// The agent's work after a chat; then the desk is open for the next one.
document.querySelector('.wrap-up')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const conversation = await session.conversation();
  conversation.startAnew();
});
