import type { CallErrorCode } from 'visavis';
import 'visavis/define';
import { testDevices } from 'visavis/testing';

const session = document.createElement('chat-session');
session.party = 'visitor';
session.iceServers = [{ urls: 'stun:stun.example.org' }];
session.devices = testDevices();
session.addEventListener('call-change', ({ call, phase }) =>
  console.log(phase, call.lastEnd?.reason),
);
document.addEventListener('call-error', (event) => {
  if (event instanceof Event) console.log(event.type);
});
document.body.addEventListener('call-error', ({ code }) => {
  const known: CallErrorCode = code;
  console.log(known);
});
const camera: Promise<void> | undefined = document.querySelector('chat-session')?.setCamera(true);
console.log(camera, document.querySelector('self-view-pip')?.corner === 'top-left');
