import { expect, waitUntil } from '@open-wc/testing';
import type { Body } from '../../chat/entry.js';
import type { ChatRecord, ChatStore } from '../chat-store.js';
import { heldClock } from '../../testing/held-clock.js';
import { testDevices } from '../../testing/test-devices.js';
import { loopback, type Loopback } from '../../transport/loopback-link.js';
import type { Conversation, Item } from '../conversation.js';
import { LiveSession } from '../live-session.js';
import type { SessionSettings } from '../session.js';

const settings: SessionSettings = {
  party: 'agent',
  name: 'Anna',
  farName: '',
  voip: true,
  video: true,
  ringTimeout: 30,
  server: 'http://localhost/peerjs',
  peerId: 'agent',
  remoteId: 'visitor',
  iceServers: [],
};

/** The smallest picture: its content says that it is one. */
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

let ids = 0;
const open: LiveSession[] = [];

/** A store that outlives its session, as a tab's does a reload. */
function memory(): ChatStore & { readonly records: Map<string, ChatRecord> } {
  const records = new Map<string, ChatRecord>();
  return {
    records,
    load: () => [...records.values()],
    put: (record) => records.set(record.key, structuredClone(record)),
    remove: (key) => records.delete(key),
    clear: () => records.clear(),
  };
}

/** One side: a session, its conversation and what its owner was told. */
class Side {
  readonly store = memory();
  readonly #openLink: Loopback['a'];
  readonly #party: 'agent' | 'visitor';
  readonly #clock: ReturnType<typeof heldClock>;
  events: Event[] = [];
  session!: LiveSession;
  talk!: Conversation;

  constructor(
    party: 'agent' | 'visitor',
    openLink: Loopback['a'],
    clock: typeof Side.prototype.clock,
  ) {
    this.#party = party;
    this.#openLink = openLink;
    this.#clock = clock;
  }

  get clock(): ReturnType<typeof heldClock> {
    return this.#clock;
  }

  async load({ remembering = true } = {}): Promise<void> {
    if (!remembering) this.store.clear();
    this.events = [];
    const devices = testDevices({});
    this.session = new LiveSession({
      openLink: this.#openLink,
      clock: this.#clock,
      devices: () => devices,
      newId: () => `id-${(ids += 1)}`.padEnd(20, '-'),
      base: () => 'http://localhost/',
      owner: { store: this.store, dispatchEvent: (event) => this.events.push(event) > 0 },
    });
    open.push(this.session);
    const [own, far] = this.#party === 'agent' ? ['agent', 'visitor'] : ['visitor', 'agent'];
    this.session.configure({
      ...settings,
      party: this.#party,
      peerId: own,
      remoteId: far,
    });
    this.talk = await this.session.conversation();
    await waitUntil(() => {
      this.#clock.pass(20);
      return this.talk.snapshot.restored;
    }, 'restored');
  }

  get items(): readonly Item[] {
    return this.talk.snapshot.items;
  }

  get texts(): string[] {
    return this.items.map(({ body }) => (body.type === 'text' ? body.text : body.type));
  }

  stateOf(text: string): string | undefined {
    return this.items.find(({ body }) => body.type === 'text' && body.text === text)?.state;
  }

  get fileStates(): string[] {
    return this.items.flatMap(({ body }) =>
      body.type === 'file' ? [this.talk.snapshot.files.get(body.file)?.is ?? ''] : [],
    );
  }

  told(type: string): Event[] {
    return this.events.filter((event) => event.type === type);
  }
}

async function pair() {
  const joint = loopback();
  const clock = heldClock();
  const agent = new Side('agent', joint.a, clock);
  const visitor = new Side('visitor', joint.b, clock);
  await agent.load();
  await visitor.load();
  const [a, b] = [agent, visitor];
  /** Lets the clock run until it is so. */
  const until = (so: () => boolean, what: string): Promise<void> =>
    waitUntil(
      () => {
        clock.pass(20);
        return so();
      },
      what,
      { interval: 1 },
    );
  await until(() => b.session.snapshot.chat === 'open', 'the chat opens');
  return { agent: a, visitor: b, clock, joint, until };
}

const bodies = (side: Side): Body[] => side.items.map(({ body }) => body);

afterEach(() => {
  for (const session of open.splice(0)) session.close();
});

describe('a conversation', () => {
  it('brings a text to the far side, and says how far it has come', async () => {
    const { agent, visitor, until } = await pair();
    visitor.talk.send('Hello');
    await until(() => agent.texts.includes('Hello'), 'it comes');
    await until(() => visitor.stateOf('Hello') === 'delivered', 'it is delivered');
    expect(agent.stateOf('Hello')).to.equal('received');
    expect(agent.talk.snapshot.unread).to.equal(1);
    agent.talk.markRead(agent.items[0]?.id ?? '');
    await until(() => visitor.stateOf('Hello') === 'read', 'it is read');
    await until(() => agent.talk.snapshot.unread === 0, 'nothing is unread');
  });

  it('has the same order on both sides when both write at once', async () => {
    const { agent, visitor, until } = await pair();
    for (const count of [1, 2, 3]) {
      agent.talk.send(`a${count}`);
      visitor.talk.send(`v${count}`);
    }
    await until(() => agent.items.length === 6 && visitor.items.length === 6, 'all come');
    expect(agent.texts).to.deep.equal(visitor.texts);
  });

  it('keeps what is written while the path is lost, and sends it when it is back', async () => {
    const { agent, visitor, joint, until } = await pair();
    joint.cut();
    visitor.talk.send('Are you there?');
    await until(() => visitor.stateOf('Are you there?') === 'sending', 'it waits');
    joint.join();
    await until(() => agent.texts.includes('Are you there?'), 'it comes after all');
    await until(() => visitor.stateOf('Are you there?') === 'delivered', 'it is delivered');
  });

  it('gives up after 90 s, and sends it when asked to', async () => {
    const { agent, visitor, clock, joint, until } = await pair();
    joint.cut();
    const id = visitor.talk.send('Are you there?');
    clock.pass(89_000);
    await until(() => visitor.stateOf('Are you there?') === 'sending', 'it waits still');
    clock.pass(1000);
    await until(() => visitor.stateOf('Are you there?') === 'failed', 'it has failed');
    joint.join();
    visitor.talk.send('Now?');
    await until(() => agent.texts.includes('Now?'), 'what is new goes');
    expect(agent.texts).not.to.include('Are you there?');
    visitor.talk.retry(id);
    await until(() => agent.texts.length === 2, 'and the other when asked to');
    expect(visitor.texts).to.deep.equal(['Now?', 'Are you there?']);
  });

  it('takes away what failed', async () => {
    const { visitor, clock, joint, until } = await pair();
    joint.cut();
    const id = visitor.talk.send('Never mind');
    clock.pass(90_000);
    await until(() => visitor.stateOf('Never mind') === 'failed', 'it has failed');
    visitor.talk.discard(id);
    await until(() => visitor.items.length === 0, 'it is gone');
    expect(
      [...visitor.store.records.keys()].filter((key) => key.startsWith('unsent')),
    ).to.deep.equal([]);
  });

  for (const party of ['agent', 'visitor'] as const) {
    for (const remembering of [true, false]) {
      const how = remembering ? 'reloads its page' : 'comes back in another tab';
      it(`finds everything as it was when the ${party} ${how}`, async () => {
        const { agent, visitor, joint, until } = await pair();
        const [side, other] = party === 'agent' ? [agent, visitor] : [visitor, agent];
        side.talk.send('One');
        other.talk.send('Two');
        await until(() => side.items.length === 2 && other.items.length === 2, 'both come');
        await until(() => side.stateOf('One') === 'delivered', 'delivered');
        side.talk.markRead(side.items.find(({ from }) => from !== party)?.id ?? '');
        await until(() => other.stateOf('Two') === 'read', 'read');
        const before = side.items.map(({ id }) => id);
        side.session.close();
        await side.load({ remembering });
        joint.join();
        await until(() => side.items.length === 2, 'both are back');
        await until(() => side.stateOf('One') === 'delivered', 'still delivered');
        expect(side.items.map(({ id }) => id)).to.deep.equal(before);
        expect(side.talk.snapshot.unread, 'what was read').to.equal(0);
        expect(side.told('message-received'), 'nothing is told again').to.deep.equal([]);
        side.talk.send('Three');
        await until(() => other.texts.at(-1) === 'Three', 'and it goes on');
        expect(other.items.length).to.equal(3);
      });
    }
  }

  it('sends after a reload what was written before it, while the path was lost', async () => {
    const { agent, visitor, joint, until } = await pair();
    visitor.talk.send('One');
    await until(() => agent.items.length === 1, 'the first comes');
    joint.cut();
    visitor.talk.send('Two');
    visitor.talk.write('And th');
    visitor.session.close();
    await visitor.load();
    expect(visitor.talk.snapshot.draft).to.equal('And th');
    await until(() => agent.texts.length === 2, 'the second comes');
    expect(agent.texts).to.deep.equal(['One', 'Two']);
    expect(visitor.texts).to.deep.equal(['One', 'Two']);
  });

  it('says that someone types, and that no more', async () => {
    const { agent, visitor, clock, until } = await pair();
    visitor.talk.write('H');
    await until(() => agent.talk.snapshot.farTyping, 'typing');
    clock.pass(6000);
    await until(() => !agent.talk.snapshot.farTyping, 'silent for long');
    visitor.talk.write('He');
    await until(() => agent.talk.snapshot.farTyping, 'typing again');
    visitor.talk.send('Hey');
    await until(() => agent.texts.includes('Hey'), 'it comes');
    await until(() => !agent.talk.snapshot.farTyping, 'it says that all');
  });

  it('shows each letter as it is typed, with corrections, to who asks for it', async () => {
    const { agent, visitor, until } = await pair();
    for (const draft of ['H', 'He', 'Hel', 'Help', 'Hel', 'Hell', 'Hello']) {
      visitor.talk.write(draft, true);
      await until(() => agent.talk.snapshot.farLive?.text === draft, `reads ${draft}`);
    }
    visitor.talk.send('Hello');
    await until(() => agent.texts.includes('Hello'), 'it is sent');
    expect(agent.talk.snapshot.farLive).to.equal(undefined);
    visitor.talk.write('Bye');
    await until(() => agent.talk.snapshot.farTyping, 'typing');
    expect(agent.talk.snapshot.farLive, 'not live: not shown').to.equal(undefined);
  });

  it('marks letters that a broken path has lost, and has them all when it is back', async () => {
    const { agent, visitor, joint, until } = await pair();
    visitor.talk.write('The red li', true);
    await until(() => agent.talk.snapshot.farLive?.text === 'The red li', 'reads it');
    joint.cut();
    await until(() => agent.talk.snapshot.farLive?.lossy === true, 'something is lost');
    expect(agent.talk.snapshot.farLive?.text).to.equal('The red li\ufffd');
    visitor.talk.write('The red light', true);
    joint.join();
    await until(() => agent.talk.snapshot.farLive?.text === 'The red light', 'all is there');
    expect(agent.talk.snapshot.farLive?.lossy).to.equal(false);
  });

  it('has at once what is being written, for who types faster than it is told', async () => {
    const { visitor } = await pair();
    for (const draft of ['H', 'He', 'Hel']) {
      visitor.talk.write(draft);
      expect(visitor.talk.snapshot.draft).to.equal(draft);
    }
    visitor.talk.send('Hel');
    expect(visitor.talk.snapshot.draft).to.equal('');
  });

  it('refuses what cannot be sent, and keeps the draft', async () => {
    const { visitor, until } = await pair();
    visitor.talk.write('x');
    expect(() => visitor.talk.send('x'.repeat(10_001))).to.throw(RangeError, '10001');
    expect(() => visitor.talk.send(' \n ')).to.throw(RangeError);
    await until(() => visitor.talk.snapshot.draft === 'x', 'the draft stays');
  });

  it('writes down what happens in a call, once on both sides', async () => {
    const { agent, visitor, clock, until } = await pair();
    await agent.session.startCall();
    await until(() => visitor.session.snapshot.call.phase === 'incoming', 'it rings');
    await visitor.session.acceptCall();
    await until(() => agent.session.snapshot.call.phase === 'active', 'both talk');
    await visitor.session.setCamera(true);
    await visitor.session.setCamera(false);
    await agent.session.setCamera(true);
    clock.pass(2000);
    await agent.session.hangUp();
    await until(() => agent.items.length === 5 && visitor.items.length === 5, 'five lines');
    const lines = bodies(visitor).map((body) => (body.type === 'call' ? body.what : body.type));
    expect(lines).to.deep.equal(['started', 'camera-on', 'camera-off', 'camera-on', 'ended']);
    expect(bodies(agent)).to.deep.equal(bodies(visitor));
    expect(visitor.items[1]?.from).to.equal('visitor');
  });

  it('writes down a call that nobody answered', async () => {
    const { agent, visitor, until } = await pair();
    await agent.session.startCall();
    await until(() => visitor.session.snapshot.call.phase === 'incoming', 'it rings');
    await agent.session.hangUp();
    await until(() => visitor.items.length === 1, 'a line');
    expect(visitor.items[0]?.body).to.include({ type: 'call', what: 'missed' });
  });

  it('ends for both, with the call in it, and keeps nothing', async () => {
    const { agent, visitor, clock, until } = await pair();
    await agent.session.startCall();
    await until(() => visitor.session.snapshot.call.phase === 'incoming', 'it rings');
    await visitor.session.acceptCall();
    await until(() => agent.session.snapshot.call.phase === 'active', 'both talk');
    agent.talk.send('Bye');
    await until(() => visitor.texts.includes('Bye'), 'it comes');
    clock.pass(5000);
    void visitor.talk.end();
    await until(() => agent.session.snapshot.chat === 'none', 'the agent’s link closes');
    await until(() => visitor.session.snapshot.chat === 'none', 'and the visitor’s');
    for (const side of [agent, visitor]) {
      expect(side.session.snapshot.call.phase).to.equal('idle');
      expect(side.talk.snapshot.ended?.by).to.equal('visitor');
      expect(side.store.records.size).to.equal(0);
      expect(side.told('chat-end')).to.have.length(1);
      expect(bodies(side).at(-1)?.type).to.equal('ended');
      expect(bodies(side).at(-2)).to.include({ type: 'call', what: 'ended' });
      expect(() => side.talk.send('More')).to.throw(RangeError, 'ended');
      side.talk.markRead(side.items.at(-1)?.id ?? '');
      side.talk.write('More');
      expect(side.store.records.size, 'whatever comes after').to.equal(0);
    }
    expect(agent.talk.snapshot.ended?.duration).to.be.at.least(5000);
    expect(agent.talk.snapshot.ended).to.deep.equal(visitor.talk.snapshot.ended);
  });

  it('is over where its host has ended it: by neither side, with what was said still there', async () => {
    const { agent, visitor, until, clock } = await pair();
    visitor.talk.send('Hello');
    await until(() => agent.texts.includes('Hello'), 'it has come');
    clock.pass(5000);
    for (const side of [agent, visitor]) side.session.linkFailed('session-ended');
    await until(() => agent.talk.snapshot.ended !== undefined, 'it is told');
    for (const side of [agent, visitor]) {
      expect(side.talk.snapshot.ended?.by).to.equal('host');
      expect(side.talk.snapshot.ended?.duration).to.be.at.least(5000);
      expect(side.texts).to.deep.equal(['Hello']);
      expect(side.session.snapshot).to.include({ chat: 'none' });
      expect(side.session.snapshot.problem).to.include({ code: 'session-ended' });
      expect(() => side.talk.send('More')).to.throw(RangeError, 'ended');
      expect(side.store.records.size, 'kept').to.equal(0);
      const ends = side.events.filter(({ type }) => type === 'chat-end');
      expect(ends).to.have.length(1);
      expect(ends[0]).to.include({ by: 'host' });
    }
    visitor.talk.startAnew();
    await until(() => visitor.talk.snapshot.ended === undefined, 'a new one has begun');
  });

  it('offers no file any more once it has ended', async () => {
    const { agent, visitor, until } = await pair();
    visitor.talk.sendFile(new File(['text'], 'note.txt', { type: 'text/plain' }));
    visitor.talk.sendFile(new File([png], 'red-light.png', { type: 'image/png' }));
    await until(() => agent.fileStates.join() === 'offered,done', 'one has come');
    void agent.talk.end();
    await until(() => visitor.session.snapshot.chat === 'none', 'it ends');
    await until(() => agent.session.snapshot.chat === 'none', 'on both sides');
    await until(() => agent.fileStates.join() === 'stopped,done', 'the other does not come');
    expect(visitor.fileStates).to.deep.equal(['stopped', 'done']);
  });

  it('ends without the far side when that is away', async () => {
    const { visitor, clock, joint, until } = await pair();
    joint.cut();
    void visitor.talk.end();
    clock.pass(3000);
    await until(() => visitor.session.snapshot.chat === 'none', 'it ends');
    expect(visitor.told('chat-end')).to.have.length(1);
  });

  it('begins anew, with nothing of the chat before', async () => {
    const { agent, visitor, until } = await pair();
    visitor.talk.send('Old');
    await until(() => agent.items.length === 1, 'it comes');
    void visitor.talk.end();
    await until(() => agent.session.snapshot.chat === 'none', 'it ends');
    await until(() => visitor.session.snapshot.chat === 'none', 'it ends');
    agent.talk.startAnew();
    visitor.talk.startAnew();
    await until(() => visitor.session.snapshot.chat === 'open', 'open again');
    visitor.talk.send('New');
    await until(() => agent.texts.includes('New'), 'it comes');
    expect(agent.texts).to.deep.equal(['New']);
    expect(visitor.texts).to.deep.equal(['New']);
    expect(agent.talk.snapshot.ended).to.equal(undefined);
  });

  it('brings a picture at once, and a document when it is asked for', async () => {
    const { agent, visitor, until } = await pair();
    visitor.talk.sendFile(new File([png], 'red-light.png', { type: 'image/png' }));
    visitor.talk.sendFile(new File(['%PDF-1.7 …'], 'manual.pdf', { type: 'application/pdf' }));
    await until(() => agent.items.length === 2, 'both are offered');
    await until(() => agent.fileStates.includes('done'), 'the picture comes');
    expect(agent.fileStates).to.deep.equal(['done', 'offered']);
    const manual = agent.items[1]?.body;
    agent.talk.getFile(manual?.type === 'file' ? manual.file : '');
    await until(() => agent.fileStates[1] === 'done', 'the document too');
    await until(() => visitor.fileStates.join() === 'done,done', 'and the sender knows');
    const states = [...agent.talk.snapshot.files.values()];
    expect(states.map(({ picture }) => picture)).to.deep.equal([true, false]);
    expect(await states[1]?.blob?.text()).to.equal('%PDF-1.7 …');
  });

  it('takes back a file that is not wanted, on either side', async () => {
    const { agent, visitor, until } = await pair();
    for (const [self, far] of [
      [visitor, agent],
      [agent, visitor],
    ] as const) {
      const before = self.items.length;
      visitor.talk.sendFile(new File(['text'], 'note.txt', { type: 'text/plain' }));
      await until(() => agent.items.length === before + 1, 'it is offered');
      const body = self.items.at(-1)?.body;
      const file = body?.type === 'file' ? body.file : '';
      self.talk.stopFile(file);
      await until(() => far.talk.snapshot.files.get(file)?.is === 'stopped', 'the other knows');
      expect(self.talk.snapshot.files.get(file)?.is).to.equal('stopped');
      expect(self.items.length, 'it stays where it was').to.equal(before + 1);
      visitor.talk.retry(visitor.items.at(-1)?.id ?? '');
      await until(() => agent.fileStates.at(-1) === 'offered', 'it is offered once more');
      expect(agent.items.length).to.equal(before + 2);
    }
  });

  it('offers anew what was stopped before the browser had looked into it', async () => {
    const { agent, visitor, until } = await pair();
    const slow = new File(['text'], 'note.txt', { type: 'text/plain' });
    slow.slice = () =>
      Object.assign(new Blob(), { arrayBuffer: () => new Promise(() => undefined) });
    visitor.talk.sendFile(slow);
    await until(() => agent.items.length === 1, 'it is offered');
    const body = visitor.items[0]?.body;
    visitor.talk.stopFile(body?.type === 'file' ? body.file : '');
    await until(() => agent.fileStates[0] === 'stopped', 'it is stopped');
    visitor.talk.retry(visitor.items[0]?.id ?? '');
    await until(() => agent.fileStates.join() === 'stopped,offered', 'it is offered once more');
  });

  it('says of what was stopped that it is gone, when it cannot be offered anew', async () => {
    const { agent, visitor, until } = await pair();
    visitor.talk.sendFile(new File(['text'], 'note.txt', { type: 'text/plain' }));
    await until(() => agent.items.length === 1, 'it is offered');
    const body = visitor.items[0]?.body;
    visitor.talk.stopFile(body?.type === 'file' ? body.file : '');
    await until(() => agent.fileStates[0] === 'stopped', 'it is stopped');
    visitor.session.close();
    await visitor.load();
    await until(() => visitor.fileStates[0] === 'stopped', 'it is remembered, without its bytes');
    visitor.talk.retry(visitor.items[0]?.id ?? '');
    await until(() => visitor.fileStates[0] === 'failed', 'it is gone');
    expect([...visitor.talk.snapshot.files.values()][0]?.failure).to.equal('gone');
    expect(agent.items).to.have.length(1);
  });

  it('brings the address that a host’s uploader answers', async () => {
    const { agent, visitor, until } = await pair();
    visitor.talk.sendFile(
      new File(['text'], 'note.txt', { type: 'text/plain' }),
      async () => 'https://files.example/note',
    );
    await until(() => agent.items.length === 1, 'it comes');
    expect(agent.items[0]?.body).to.include({
      name: 'note.txt',
      url: 'https://files.example/note',
    });
  });

  it('sends an upload that failed once more when asked to', async () => {
    const { agent, visitor, until } = await pair();
    let tries = 0;
    const id = visitor.talk.sendFile(new File(['text'], 'note.txt'), async () => {
      tries += 1;
      if (tries === 1) throw new Error('scanner is down');
      return 'https://files.example/note';
    });
    await until(() => visitor.fileStates[0] === 'failed', 'it fails');
    expect(agent.items).to.have.length(0);
    visitor.talk.retry(id);
    await until(() => agent.items.length === 1, 'it comes');
  });

  it('stops an upload, and it was never said', async () => {
    const { agent, visitor, until } = await pair();
    visitor.talk.sendFile(new File(['text'], 'note.txt'), () => new Promise(() => undefined));
    await until(() => visitor.items.length === 1, 'it is on its way');
    const body = visitor.items[0]?.body;
    visitor.talk.stopFile(body?.type === 'file' ? body.file : '');
    await until(() => visitor.items.length === 0, 'it is gone');
    visitor.talk.send('Never mind');
    await until(() => agent.items.length === 1, 'the next comes');
    expect(agent.texts).to.deep.equal(['Never mind']);
  });

  it('refuses a picture that is larger than it takes, and says so', async () => {
    const { agent, visitor, until } = await pair();
    agent.talk.takeFilesUpTo(10);
    visitor.talk.sendFile(new File([png], 'red-light.png', { type: 'image/png' }));
    await until(() => agent.fileStates[0] === 'failed', 'it is refused');
    const [event] = agent.told('file-rejected');
    expect(event).to.include({ code: 'too-large', name: 'red-light.png', by: 'far' });
  });

  it('tells its owner of each message that comes, once', async () => {
    const { agent, visitor, joint, until } = await pair();
    visitor.talk.send('One');
    await until(() => agent.items.length === 1, 'it comes');
    joint.cut();
    visitor.talk.send('Two');
    joint.join();
    await until(() => agent.items.length === 2, 'both come');
    expect(agent.told('message-received')).to.have.length(2);
    expect(visitor.told('message-received')).to.have.length(0);
    await until(() => agent.talk.snapshot.unread === 2, 'unread');
    expect(agent.told('unread-change')).not.to.have.length(0);
  });

  it('goes on without a store that fails, and says so', async () => {
    const { agent, visitor, until } = await pair();
    visitor.store.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    visitor.talk.send('Hello');
    await until(() => agent.texts.includes('Hello'), 'it comes all the same');
    await until(() => !visitor.talk.snapshot.kept, 'and it says so');
  });

  it('takes the far side’s words for its own only where it knows of none', async () => {
    const { agent, visitor, until } = await pair();
    visitor.talk.send('Mine');
    await until(() => agent.items.length === 1, 'it comes');
    // A far side that makes up what this side has said.
    agent.session.say({
      type: 'said',
      entry: {
        writer: 'made-up',
        number: 1,
        id: 'made-up',
        from: 'visitor',
        order: 9,
        at: 0,
        body: { type: 'text', text: 'I owe you 1,000' },
      },
    });
    agent.talk.send('Well?');
    await until(() => visitor.texts.includes('Well?'), 'the next comes');
    expect(visitor.texts).to.deep.equal(['Mine', 'Well?']);
  });

  it('shows the time by its own clock, whatever the far side’s says', async () => {
    const { agent, visitor, clock, until } = await pair();
    agent.session.say({
      type: 'sync',
      held: [],
      read: { agent: 0, visitor: 0 },
      order: 0,
      now: clock.now() + 3_600_000,
      answer: false,
    });
    agent.session.say({
      type: 'said',
      entry: {
        writer: 'ahead',
        number: 1,
        id: 'ahead',
        from: 'agent',
        order: 9,
        at: clock.now() + 3_600_000,
        body: { type: 'text', text: 'An hour ahead' },
      },
    });
    await until(() => visitor.items.length === 1, 'it comes');
    expect(visitor.items[0]?.at).to.be.within(clock.now() - 10_000, clock.now() + 10_000);
  });
});
