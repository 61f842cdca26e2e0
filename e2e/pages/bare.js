// What the kit is compared with: PeerJS's own call, and everything that PeerJS tells of it.
/* global Peer */
const { hostname, port, search } = location;
const query = new URLSearchParams(search);
const room = query.get('room');
const dials = query.get('party') === 'visitor';
const status = document.querySelector('[role=status]');
const video = document.querySelector('video');

// As the kit asks for them.
const own = await navigator.mediaDevices.getUserMedia({
  audio: true,
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
});
const peer = new Peer(`bare-${dials ? 'visitor' : 'agent'}-${room}`, {
  host: hostname,
  port: Number(port),
  path: '/stock',
  config: { iceServers: [] },
});

function follow(call) {
  call.on('stream', (stream) => {
    video.srcObject = stream;
    status.textContent = 'In a call';
  });
  for (const event of ['close', 'error'])
    call.on(event, () => {
      status.textContent = `PeerJS says: ${event}`;
    });
}

peer.on('call', (call) => {
  call.answer(own);
  follow(call);
});
const dial = () => follow(peer.call(`bare-agent-${room}`, own));
// Whoever is called may not be there yet.
peer.on('error', ({ type }) => type === 'peer-unavailable' && setTimeout(dial, 200));
if (dials) peer.on('open', dial);
