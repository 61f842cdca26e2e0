import { expect } from '@open-wc/testing';
import { LateSession } from './late-session.js';
import type { SessionSettings } from './session.js';

const settings: SessionSettings = {
  party: 'agent',
  name: 'Anna',
  farName: 'Sam',
  voip: true,
  video: true,
  ringTimeout: 30,
  server: '',
  peerId: 'agent',
  remoteId: '',
  iceServers: [],
};

describe('a session whose code comes late', () => {
  it('shows what the host has set before anything is loaded', () => {
    const session = new LateSession(new EventTarget());
    session.configure({ ...settings, voip: false });
    const { chat, far, own, party, policy } = session.snapshot;
    expect([party, own.name, far.name, chat]).to.deep.equal(['agent', 'Anna', 'Sam', 'none']);
    expect(policy).to.deep.equal({ voip: false, video: false });
  });

  it('connects as soon as there is a far side, and tells who listens', async () => {
    const session = new LateSession(new EventTarget());
    const chats: string[] = [];
    session.subscribe(() => chats.push(session.snapshot.chat));
    session.configure({ ...settings, remoteId: 'visitor' });
    expect(chats.at(-1)).to.equal('connecting');
    // The settings are wrong on purpose: only the loaded code knows it.
    await new Promise<void>((resolve) =>
      session.subscribe(() => session.snapshot.problem && resolve()),
    );
    expect(session.snapshot.problem).to.deep.equal({ about: 'setup', code: 'no-server' });
    const explained = await session.explain(session.snapshot.problem!);
    expect(explained).to.include({ code: 'no-server' });
    expect(explained.message).to.contain('set it to the PeerServer');
    session.close();
  });

  it('opens nothing when it was closed while its code was on the way', async () => {
    const session = new LateSession(new EventTarget());
    session.configure({ ...settings, remoteId: 'visitor' });
    session.close();
    await session.hangUp().catch(() => undefined); // waits for the code
    expect(session.snapshot.problem).to.equal(undefined);
  });

  it('loads its code for a command, which is refused in words', async () => {
    const session = new LateSession(new EventTarget());
    session.configure(settings);
    const error: unknown = await session.startCall().catch((reason: unknown) => reason);
    expect(error).to.include({ name: 'CallError', code: 'no-chat' });
  });
});
