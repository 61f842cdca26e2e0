const query = new URLSearchParams(location.search);
const room = query.get('room') ?? 'demo';
const names = { agent: 'Anna', visitor: 'Sam' };
const party = query.get('party') === 'agent' ? 'agent' : 'visitor';
const far = party === 'agent' ? 'visitor' : 'agent';

const $ = (selector) => document.querySelector(selector);
const [voip, video, remoteName] = $('fieldset').querySelectorAll('input');
remoteName.value = names[far];

function add(list, text) {
  const item = document.createElement('li');
  item.textContent = text;
  $(list)?.append(item);
}
const tell = (line) => add('#events', line);
const refused = ({ code }) => tell(`refused: ${code}`);

// No camera here? `?devices=test` makes them up.
let devices;
if (query.get('devices') === 'test') {
  const { testDevices } = await import('/cdn/testing.js');
  devices = testDevices({ name: names[party] });
}

function settings() {
  const session = $('chat-session');
  if (!session) return;
  session.voip = voip.checked;
  session.video = video.checked;
  session.remoteName = remoteName.value;
  session.querySelector('h1').textContent = remoteName.value;
}

function openChat() {
  $('#chat').replaceChildren(document.importNode($('#session').content, true));
  Object.assign($('chat-session'), {
    party,
    partyName: names[party],
    peerId: `${party}-${room}`,
    remoteId: `${far}-${room}`,
    iceServers: window.iceServers ?? [],
    devices,
  });
  settings();
}

function closeChat() {
  const text = document.createElement('p');
  text.textContent = 'The chat is closed.';
  $('#chat').replaceChildren(text);
}

// Events bubble: one listener hears whichever session is there.
$('#chat').addEventListener('call-change', ({ previous, phase }) =>
  tell(`call: ${previous} → ${phase}`),
);
$('#chat').addEventListener('camera-change', ({ who, on }) =>
  tell(`camera: ${who} ${on ? 'on' : 'off'}`),
);
$('#chat').addEventListener('call-error', ({ code }) => tell(`error: ${code}`));

$('fieldset').addEventListener('input', settings);
$('#call').addEventListener('click', () => $('chat-session')?.startCall().catch(refused));
$('#hang-up').addEventListener('click', () => $('chat-session')?.hangUp().catch(refused));
$('#message').addEventListener('click', () => add('.conversation', 'Are you there?'));
$('#swap').addEventListener('click', () => $('.panels').append($('.panels').firstElementChild));
$('#close').addEventListener('click', ({ currentTarget }) => {
  const open = $('chat-session') !== null;
  if (open) closeChat();
  else openChat();
  currentTarget.textContent = open ? 'Open chat' : 'Close chat';
});

openChat();
