import type { CallErrorCode } from './call-error.js';

/** For the developer at the console: what is wrong and what to do, one line each. */
export const advice: Record<CallErrorCode, string> = {
  'mic-blocked':
    'The browser, or the person, refused the microphone. The kit says how to allow it.',
  'mic-dismissed': 'The person closed the question for the microphone; asking again is fine.',
  'mic-blocked-by-system':
    'The operating system keeps the microphone from the browser. The kit says where to allow it.',
  'mic-busy': 'Another application holds the microphone.',
  'no-microphone': 'This device has no microphone.',
  'mic-failed': 'The microphone could not be opened.',
  'mic-unanswered':
    'The browser has not answered for 10 s: its question for the microphone may still be open.',
  'mic-replaced': 'The microphone was pulled out; the call goes on with another one.',
  'mic-paused': 'The system has paused the microphone. It comes back by itself.',
  'mic-silent': 'The microphone has given no sound at all for some seconds.',
  'camera-blocked': 'The browser, or the person, refused the camera. The audio call goes on.',
  'camera-dismissed': 'The person closed the question for the camera. The audio call goes on.',
  'camera-blocked-by-system':
    'The operating system keeps the camera from the browser. The kit says where to allow it.',
  'camera-busy': 'Another application holds the camera. The audio call goes on.',
  'no-camera': 'This device has no camera. The audio call goes on.',
  'camera-failed': 'The camera could not be opened. The audio call goes on.',
  'camera-unanswered':
    'The browser has not answered for 10 s: its question for the camera may still be open.',
  'camera-paused': 'The system has paused the camera. It comes back by itself.',
  'camera-stopped': 'The camera was pulled out or taken away. The audio call goes on.',
  'blocked-by-page':
    'This page may not use the device: put allow="microphone; camera" on the iframe and check the Permissions-Policy header.',
  'insecure-page':
    'Browsers give no microphone or camera to an insecure page: serve it over HTTPS (or from localhost).',
  'sound-needs-press':
    'The browser plays no sound before the person has pressed something; the kit shows a button.',
  'in-another-call': 'Another session of this page is in a call: end that one first.',
  'server-unreachable':
    'The PeerServer does not answer: check the `server` attribute and that it runs. Still trying.',
  'server-busy':
    'The server, or the token endpoint, lets nobody in just now: it is full, waits for its store, or failed. Still trying.',
  'not-let-in':
    'The server refused the ticket, or the token endpoint gave none: check who is signed in, the secret, `token-url`.',
  'no-ticket':
    'The token endpoint (`token-url`) has to answer { ticket, peer, remote, iceServers, features, expiresAt } in JSON. Still trying.',
  'session-ended': 'The host has ended this session: its tickets let nobody in any more.',
  'far-absent':
    'The far side is not connected: open its page, or check `remote-id`. Connects by itself when it comes.',
  'id-taken':
    'Another page already uses this `peer-id`: close it, or give each session its own id. Still trying.',
  'open-elsewhere':
    'Another tab of this browser has this `peer-id`. The person may take it over; give each session its own id.',
  'no-path':
    'No network path to the far side: set `iceServers` to a TURN server (and STUN). Still trying.',
  'turn-auth':
    'A TURN server refused the credentials in `iceServers`: wrong, or over. Ways without it are still tried.',
  flooded:
    'The far side sent more than this page could take, faster than a person types: it is kept out for a while, then connected again. Nothing is lost.',
  unsupported: 'This browser has no WebRTC.',
  'no-server':
    '`remote-id` is set, but `server` is missing or no address: set it to the PeerServer, e.g. server="/peerjs".',
  'no-peer-id': '`remote-id` is set, but `peer-id` is missing: give this side an id of its own.',
  'unknown-party': '`party` must be "agent" or "visitor".',
  'invalid-id':
    'A PeerJS id is letters and digits, with single - _ or space between them; the two sides need different ids.',
  'not-now': 'That means nothing at this moment of a call.',
  'not-allowed': "The administrator's switches (`voip`, `video`) do not allow that.",
  'no-chat': 'There is no open chat with a far side.',
};
