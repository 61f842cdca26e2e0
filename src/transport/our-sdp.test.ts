import { expect } from '@open-wc/testing';
import { isOurSdp } from './our-sdp.js';

const line = (kind: string): string =>
  kind === 'application'
    ? 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=mid:3\r\n'
    : `m=${kind} 9 UDP/TLS/RTP/SAVPF 111\r\na=sendrecv\r\n`;
const sdp = (...kinds: string[]): string =>
  `v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n${kinds.map(line).join('')}`;
const ours = sdp('audio', 'video', 'video', 'application');

describe('an SDP of ours', () => {
  it('is what a browser makes of our lines', async () => {
    const connection = new RTCPeerConnection();
    connection.createDataChannel('x');
    for (const kind of ['audio', 'video', 'video']) connection.addTransceiver(kind);
    const { sdp: made } = await connection.createOffer();
    connection.close();
    expect(isOurSdp(made ?? '')).to.equal(true);
  });

  it('may have its channel anywhere', () => {
    expect(isOurSdp(ours)).to.equal(true);
    expect(isOurSdp(sdp('application', 'audio', 'video', 'video'))).to.equal(true);
  });

  const others: Record<string, string> = {
    nothing: '',
    garbage: 'garbage',
    'no lines': sdp(),
    'one video line': sdp('audio', 'video', 'application'),
    'three video lines': sdp('audio', 'video', 'video', 'video', 'application'),
    'two channels': sdp('audio', 'video', 'application', 'application'),
    'another order': sdp('video', 'audio', 'video', 'application'),
    'a strange line': sdp('audio', 'video', 'video', 'text'),
    'a hundred lines': sdp(...Array<string>(100).fill('video')),
    'no beginning': ours.slice(5),
    'a NUL': `${ours}a=\0\r\n`,
    'a letter that is none': `${ours}a=\ud800\r\n`,
    'a thousand candidates': ours + 'a=candidate:1 1 udp 1 10.0.0.1 9 typ host\r\n'.repeat(1000),
  };
  for (const [what, text] of Object.entries(others)) {
    it(`is none with ${what}`, () => {
      expect(isOurSdp(text)).to.equal(false);
    });
  }
});
