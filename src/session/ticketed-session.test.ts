import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { LinkListener, LinkRights, OpenLink } from '../ports/link.js';
import { heldClock } from '../testing/held-clock.js';
import { testDevices } from '../testing/test-devices.js';
import { loopback } from '../transport/loopback-link.js';
import type { SessionSettings } from './session.js';
import { Store } from './store.js';
import { TicketedSession } from './ticketed-session.js';

type Party = 'agent' | 'visitor';

const settingsOf = (party: Party): SessionSettings => ({
  party,
  name: party,
  farName: '',
  voip: true,
  video: true,
  ringTimeout: 30,
  server: '/peerjs',
  peerId: '',
  remoteId: '',
  iceServers: [],
  tokenUrl: `/ticket/${party}`,
});

const life = 300_000;
const real = window.fetch.bind(window);
const open: TicketedSession[] = [];

afterEach(() => {
  for (const session of open.splice(0)) session.close();
  window.fetch = real;
});

/** A host that gives tickets, or answers as it is told. */
function host() {
  const state = {
    features: { voip: true, video: true },
    answer: undefined as (() => Response) | undefined,
    session: '1',
    given: 0,
  };
  window.fetch = (input, init) => {
    const url = input as string;
    if (!url.startsWith('/ticket/')) return real(input, init);
    if (state.answer) return Promise.resolve(state.answer());
    const party = url.slice('/ticket/'.length);
    const far = party === 'agent' ? 'visitor' : 'agent';
    state.given += 1;
    return Promise.resolve(
      Response.json({
        ticket: `ticket-${state.given}`,
        peer: `${party}-${state.session}`,
        remote: `${far}-${state.session}`,
        iceServers: [{ urls: 'turn:turn.example', username: `${state.given}`, credential: 'x' }],
        features: state.features,
        expiresAt: Math.floor((Date.now() + life) / 1000),
      }),
    );
  };
  return state;
}

/** An agent and a visitor by tickets; what was asked of their links, and what links may say. */
function sides() {
  const state = host();
  const joint = loopback();
  const clock = heldClock(Date.now());
  const make = (party: Party) => {
    const links: {
      token: string | undefined;
      renewed: LinkRights[];
      listener: LinkListener;
      closed: boolean;
    }[] = [];
    const openLink: OpenLink = (config, listener) => {
      const link = joint[party === 'agent' ? 'a' : 'b'](config, listener);
      const kept = {
        token: config.token,
        renewed: [] as LinkRights[],
        listener,
        closed: false,
      };
      links.push(kept);
      const close = link.close.bind(link);
      return Object.assign(link, {
        renew: (rights: LinkRights) => kept.renewed.push(rights),
        close: () => {
          kept.closed = true;
          close();
        },
      });
    };
    const made = testDevices({});
    let ids = 0;
    const session = new TicketedSession(
      {
        openLink,
        clock,
        devices: () => made,
        newId: () => `${party}-${(ids += 1)}`,
        base: () => 'http://localhost/',
      },
      new Store(),
    );
    open.push(session);
    return { links, session };
  };
  return { agent: make('agent'), visitor: make('visitor'), clock, state };
}

/** Both in a chat. */
async function inChat() {
  const all = sides();
  for (const party of ['agent', 'visitor'] as const)
    all[party].session.configure(settingsOf(party));
  await waitUntil(() => all.visitor.session.snapshot.chat === 'open', 'the chat is open');
  const renewed = async (): Promise<void> => {
    const before = all.state.given;
    all.clock.pass(0.71 * life);
    await waitUntil(() => all.state.given >= before + 2, 'both have new tickets');
    await aTimeout(0);
  };
  return { ...all, renewed };
}

const problemOf = ({ session }: { readonly session: TicketedSession }) => {
  const { problem } = session.snapshot;
  return problem && `${problem.about} ${problem.code}`;
};

describe('a session by tickets', () => {
  it('opens its chat by the ids and the ticket that the host gives', async () => {
    const { visitor } = await inChat();
    expect(visitor.session.chatName).to.equal('visitor-1 agent-1');
    expect(visitor.links.map(({ token }) => token).join()).to.match(/^ticket-[12]$/);
  });

  it('renews ticket and ICE servers of the link that it has, in a call too', async () => {
    const { agent, renewed, visitor } = await inChat();
    await visitor.session.startCall();
    await waitUntil(() => agent.session.snapshot.call.phase === 'incoming');
    await agent.session.acceptCall();
    await waitUntil(() => visitor.session.snapshot.call.phase === 'active');
    await renewed();
    expect(visitor.links, 'links').to.have.length(1);
    const [{ renewed: rights }] = visitor.links as [(typeof visitor.links)[0]];
    const last = rights.at(-1);
    expect(last?.token).to.match(/^ticket-[34]$/);
    expect(last?.iceServers).to.have.nested.property('[0].username', last?.token?.slice(7));
    expect(visitor.session.snapshot.call.phase).to.equal('active');
  });

  it('takes the video away on both sides when the host no longer allows it, and gives it back', async () => {
    const { agent, renewed, state, visitor } = await inChat();
    await visitor.session.startCall();
    await waitUntil(() => agent.session.snapshot.call.phase === 'incoming');
    await agent.session.acceptCall();
    await waitUntil(() => visitor.session.snapshot.call.phase === 'active');
    await visitor.session.setCamera(true);
    expect(visitor.session.snapshot.own.picture).not.to.equal(undefined);
    state.features = { voip: true, video: false };
    await renewed();
    for (const { session } of [agent, visitor]) {
      expect(session.snapshot.policy).to.deep.equal({ voip: true, video: false });
      expect(session.snapshot.own.picture).to.equal(undefined);
      expect(session.snapshot.call.phase).to.equal('active');
    }
    state.features = { voip: true, video: true };
    await renewed();
    await waitUntil(() => agent.session.snapshot.policy.video, 'both allow it again');
  });

  it('allows no more than its own page does', async () => {
    const { agent } = sides();
    agent.session.configure({ ...settingsOf('agent'), video: false });
    await waitUntil(() => agent.links.length > 0);
    expect(agent.session.snapshot.policy).to.deep.equal({ voip: true, video: false });
  });

  it('says why it has no ticket, to the developer in full, and a press tries again', async () => {
    const { state, visitor } = sides();
    state.answer = () => new Response('', { status: 403 });
    visitor.session.configure(settingsOf('visitor'));
    await waitUntil(() => problemOf(visitor) === 'link not-let-in', 'it says so');
    expect(visitor.session.snapshot.chat).to.equal('none');
    const { code, message } = await visitor.session.explain(visitor.session.snapshot.problem!);
    expect(code).to.equal('not-let-in');
    expect(message).to.contain('POST /ticket/visitor answered 403');
    await visitor.session.retry();
    expect(problemOf(visitor), 'still').to.equal('link not-let-in');
    state.answer = undefined;
    await visitor.session.retry();
    expect(problemOf(visitor)).to.equal(undefined);
    expect(visitor.links, 'one link, not one over the other').to.have.length(1);
  });

  it('names the field of a wrong answer', async () => {
    const { state, visitor } = sides();
    state.answer = () => Response.json({ ticket: 'a.b.c' });
    visitor.session.configure(settingsOf('visitor'));
    await waitUntil(() => problemOf(visitor) === 'link no-ticket', 'it says so');
    const { message } = await visitor.session.explain(visitor.session.snapshot.problem!);
    expect(message).to.contain('`peer` has to be');
  });

  it('asks for a ticket when the server wants another one, and says nothing of it', async () => {
    const { state, visitor } = await inChat();
    const [{ listener, renewed }] = visitor.links as [(typeof visitor.links)[0]];
    const before = state.given;
    expect(listener.ticketExpired?.()).to.equal(true);
    await waitUntil(() => state.given > before && renewed.length > 0, 'the link has a new one');
    expect(problemOf(visitor)).to.equal(undefined);
  });

  it('says nothing of a host that gives no ticket any more while the chat is open', async () => {
    const { state, visitor } = await inChat();
    state.answer = () => new Response('', { status: 403 });
    visitor.links[0]!.listener.ticketExpired?.();
    await aTimeout(20);
    expect(problemOf(visitor)).to.equal(undefined);
    expect(visitor.session.snapshot.chat).to.equal('open');
  });

  it('has no other ticket where the page names no host for them', () => {
    const { visitor } = sides();
    visitor.session.configure({
      ...settingsOf('visitor'),
      ...{ tokenUrl: '', peerId: 'sam', remoteId: 'anna' },
    });
    const [{ listener }] = visitor.links as [(typeof visitor.links)[0]];
    expect(listener.ticketExpired?.()).to.equal(false);
  });

  it('stops where it is replaced, and is taken over again by a press alone', async () => {
    const { agent, visitor } = await inChat();
    visitor.links[0]!.listener.linkFailed('open-elsewhere', 'replaced');
    expect(problemOf(visitor)).to.equal('link open-elsewhere');
    expect([visitor.session.snapshot.chat, visitor.links[0]!.closed]).to.deep.equal(['none', true]);
    visitor.session.configure({ ...settingsOf('visitor'), name: 'Sam' });
    expect(visitor.links, 'not by itself').to.have.length(1);
    await visitor.session.retry();
    await waitUntil(() => visitor.session.snapshot.chat === 'open', 'it is here again');
    expect(visitor.links).to.have.length(2);
    expect(agent.session.snapshot.chat).to.equal('open');
  });

  it('is over when the host ends the session: the call ends, and nothing is tried', async () => {
    const { clock, state, visitor } = await inChat();
    await visitor.session.startCall();
    visitor.links[0]!.listener.linkFailed('session-ended', 'session-ended');
    expect(problemOf(visitor)).to.equal('link session-ended');
    const { call, chat } = visitor.session.snapshot;
    expect([call.phase, chat]).to.deep.equal(['idle', 'none']);
    const before = state.given;
    clock.pass(life);
    await aTimeout(20);
    expect(visitor.links).to.have.length(1);
    expect(state.given, 'the agent’s alone').to.be.at.most(before + 1);
  });

  it('begins another chat with what the host gives for it', async () => {
    const { state, visitor } = await inChat();
    visitor.session.leave();
    state.session = '2';
    await visitor.session.rejoin();
    expect(visitor.session.chatName).to.equal('visitor-2 agent-2');
    expect(visitor.links).to.have.length(2);
  });

  it('begins it once there is a ticket, however late that comes', async () => {
    const { clock, state, visitor } = await inChat();
    visitor.session.leave();
    state.answer = () => new Response('', { status: 503 });
    await visitor.session.rejoin();
    expect(problemOf(visitor)).to.equal('link server-busy');
    expect(visitor.links).to.have.length(1);
    state.answer = undefined;
    await waitUntil(() => {
      clock.pass(1000);
      return visitor.links.length === 2;
    }, 'it has begun');
    expect(problemOf(visitor)).to.equal(undefined);
  });

  it('waits in the queue that the host tells of, and opens its chat when its turn comes', async () => {
    const { agent, clock, state, visitor } = sides();
    const { session } = visitor;
    agent.session.configure(settingsOf('agent'));
    await waitUntil(() => state.given === 1, 'the agent has a ticket');
    const waiting = { place: 2, agents: 0 };
    state.answer = () => Response.json({ waiting, again: 2 }, { status: 202 });
    session.configure(settingsOf('visitor'));
    await waitUntil(() => session.snapshot.queue, 'it hears its place');
    expect(session.snapshot.queue).to.deep.equal(waiting);
    expect(session.snapshot.chat).to.equal('connecting');
    session.configure({ ...settingsOf('visitor'), name: 'Sam' });
    expect(session.snapshot.queue).to.deep.equal(waiting);
    expect(session.snapshot.chat).to.equal('connecting');
    state.answer = () => new Response('', { status: 503 });
    clock.pass(2000);
    await waitUntil(() => problemOf(visitor) === 'link server-busy', 'trouble is told');
    state.answer = () =>
      Response.json({ waiting: { place: 1, agents: 1 }, again: 2 }, { status: 202 });
    clock.pass(1000);
    await waitUntil(() => session.snapshot.queue?.place === 1, 'it is next');
    expect(problemOf(visitor)).to.equal(undefined);
    state.answer = undefined;
    clock.pass(2000);
    await waitUntil(() => session.snapshot.chat === 'open', 'the chat opens by itself');
    expect(session.snapshot.queue).to.equal(undefined);
  });

  it('is in no queue any more when it may not be in one, or is closed', async () => {
    const { clock, state, visitor } = sides();
    const { session } = visitor;
    const waits = () =>
      Response.json({ waiting: { place: 1, agents: 1 }, again: 2 }, { status: 202 });
    state.answer = waits;
    session.configure(settingsOf('visitor'));
    await waitUntil(() => session.snapshot.queue, 'it waits');
    state.answer = () => new Response('', { status: 403 });
    clock.pass(2000);
    await waitUntil(() => session.snapshot.problem, 'it may not');
    expect(session.snapshot).to.include({ chat: 'none', queue: undefined });
    state.answer = waits;
    await session.retry();
    expect(session.snapshot.queue?.place).to.equal(1);
    session.close();
    expect(session.snapshot).to.include({ chat: 'none', queue: undefined });
  });

  it('goes by the page alone when it asks for no tickets any more', async () => {
    const { clock, state, visitor } = await inChat();
    visitor.session.configure({ ...settingsOf('visitor'), tokenUrl: '' });
    expect(visitor.session.snapshot.chat).to.equal('none');
    const before = state.given;
    clock.pass(life);
    await aTimeout(20);
    expect(state.given, 'the agent’s alone').to.be.at.most(before + 1);
  });
});
