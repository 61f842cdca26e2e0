import { expect } from '@open-wc/testing';
import { linkConfig } from './link-config.js';
import type { SessionSettings } from './session.js';

const good: SessionSettings = {
  party: 'visitor',
  name: '',
  farName: '',
  voip: true,
  video: false,
  ringTimeout: 30,
  server: '/peerjs',
  peerId: 'visitor-1',
  remoteId: 'agent 1',
  iceServers: [],
};
const of = (change: Partial<SessionSettings>) =>
  linkConfig({ ...good, ...change }, 'https://shop.example/help/');

describe('a link’s configuration', () => {
  it('resolves the server against the page', () => {
    expect(of({})).to.deep.include({ server: 'https://shop.example/peerjs', party: 'visitor' });
    expect(of({ server: 'wss://calls.example:9000/x' })).to.deep.include({
      server: 'wss://calls.example:9000/x',
    });
  });

  it('is none without a far side', () => {
    expect(of({ remoteId: '' })).to.equal(undefined);
    expect(of({ remoteId: '', server: '', peerId: '' })).to.equal(undefined);
  });

  it('says what is wrong', () => {
    expect(of({ server: '' })).to.equal('no-server');
    expect(of({ server: 'ftp://x/' })).to.equal('no-server');
    expect(of({ peerId: '' })).to.equal('no-peer-id');
    expect(of({ party: 'owner' })).to.equal('unknown-party');
    expect(of({ party: '' })).to.equal('unknown-party');
    for (const peerId of ['-a', 'a-', 'a--b', 'a.b', 'a&b=c', 'é', 'agent 1']) {
      expect(of({ peerId }), peerId).to.equal('invalid-id');
    }
  });
});
