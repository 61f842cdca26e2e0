import { framed } from './lean-client.mjs';

// As Chromium's offers with sound and two pictures are, about.
const sdp = 'a=candidate:1 1 udp 2113937151 127.0.0.1 50000 typ host '.repeat(50).slice(0, 2700);

const frame = (type, dst, payload) =>
  framed(JSON.stringify({ type, dst, payload: { connectionId: 'mc_0', ...payload } }));

/** What one side says of a call: 3 kB. */
export const described = (type, dst) =>
  frame(type, dst, { type: 'media', browser: 'chrome', sdp: { type: type.toLowerCase(), sdp } });

export const candidate = (dst) =>
  frame('CANDIDATE', dst, {
    type: 'media',
    candidate: { candidate: sdp.slice(0, 120), sdpMid: '0', sdpMLineIndex: 0 },
  });
