import { aTimeout, expect } from '@open-wc/testing';
import { heldClock } from '../../testing/held-clock.js';
import type { SessionSettings } from '../session.js';
import type { QueuePlace } from '../snapshot.js';
import { type AskForTicket, type Asker, NoTicket, type Ticket } from './ask-for-ticket.js';
import type { WaitingAnswer } from './ticket-answer.js';
import { Tickets } from './tickets.js';

const settings: SessionSettings = {
  party: 'visitor',
  name: 'Sam',
  farName: '',
  voip: true,
  video: true,
  ringTimeout: 30,
  server: '/peerjs',
  peerId: '',
  remoteId: '',
  iceServers: [{ urls: 'stun:own.example' }],
  tokenUrl: '/ticket',
};

const life = 300_000;
let count = 0;

const ticket = (change: Partial<Ticket['answer']> = {}, lives = life): Ticket => ({
  life: lives,
  answer: {
    ticket: `ticket-${(count += 1)}`,
    peer: 'sam',
    remote: 'anna',
    iceServers: undefined,
    voip: true,
    video: true,
    expiresAt: 1,
    ...change,
  },
});

const waits = (place: number, again = 2): WaitingAnswer => ({
  waiting: { place, agents: 1 },
  again,
});

const open: Tickets[] = [];
afterEach(() => {
  for (const one of open.splice(0)) {
    one.left();
    one.close();
  }
});

/** Tickets of a host that answers as it is told, by a clock that stands still. */
function desk(answer: () => Ticket | WaitingAnswer | Error = () => ticket()) {
  const clock = heldClock();
  const asked: [url: string, party: string][] = [];
  const used: SessionSettings[] = [];
  const failed: string[] = [];
  const askers: Asker[] = [];
  const queues: QueuePlace[] = [];
  const state = { answer, inChat: true, connecting: 0 };
  const ask: AskForTicket = (url, asker) => {
    asked.push([url, asker.party]);
    askers.push(asker);
    const said = state.answer();
    return said instanceof Error ? Promise.reject(said) : Promise.resolve(said);
  };
  const tickets = new Tickets(
    {
      use: (given) => used.push(given),
      connecting: () => (state.connecting += 1),
      waiting: (queue) => queues.push(queue),
      failed: (failure) => failed.push(failure),
      inChat: () => state.inChat,
    },
    clock,
    ask,
  );
  open.push(tickets);
  /** Lets so much time pass, and what was asked come. */
  const pass = async (milliseconds: number): Promise<void> => {
    clock.pass(milliseconds);
    await aTimeout(0);
  };
  return { asked, askers, failed, pass, queues, state, tickets, used, last: () => used.at(-1)! };
}

describe('tickets of a host', () => {
  it('stand in for what the page says: ids, ICE servers, and both have to allow', async () => {
    const { asked, last, pass, tickets, state } = desk(() =>
      ticket({ ticket: 'a.b.c', iceServers: [{ urls: 'turn:t' }], video: false }),
    );
    tickets.configure(settings);
    expect(last().remoteId, 'nobody to connect to yet').to.equal('');
    expect(state.connecting).to.equal(1);
    await pass(0);
    expect(asked).to.deep.equal([['/ticket', 'visitor']]);
    expect(last()).to.include({ peerId: 'sam', remoteId: 'anna', token: 'a.b.c', video: false });
    expect(last().iceServers).to.deep.equal([{ urls: 'turn:t' }]);
    tickets.configure({ ...settings, voip: false });
    expect(last()).to.include({ voip: false, token: 'a.b.c' });
    expect(asked, 'another switch asks for no ticket').to.have.length(1);
  });

  it('leave the page’s own ICE servers where the host names none', async () => {
    const { last, pass, tickets } = desk();
    tickets.configure(settings);
    await pass(0);
    expect(last().iceServers).to.equal(settings.iceServers);
  });

  it('are renewed when 70 % of their life is over, over and over', async () => {
    const { asked, last, pass, tickets } = desk();
    tickets.configure(settings);
    await pass(0);
    const { token } = last();
    await pass(0.7 * life - 1);
    expect(asked).to.have.length(1);
    await pass(1);
    expect(asked).to.have.length(2);
    expect(last().token).not.to.equal(token);
    await pass(0.7 * life);
    expect(asked).to.have.length(3);
  });

  it('bring another policy without a word to anybody', async () => {
    const { failed, last, pass, state, tickets } = desk();
    tickets.configure(settings);
    await pass(0);
    state.answer = () => ticket({ video: false });
    await pass(0.7 * life);
    expect(last()).to.include({ video: false, voip: true, peerId: 'sam' });
    expect(failed).to.deep.equal([]);
  });

  it('never make a host be asked all the time, whatever it says of their life', async () => {
    const { asked, pass, tickets } = desk(() => ticket({}, -1));
    tickets.configure(settings);
    await pass(0);
    for (let second = 0; second < 60; second += 1) await pass(1000);
    expect(asked.length).to.be.within(10, 13);
  });

  it('are tried for again and again, ever more seldom, and in time before the one at hand expires', async () => {
    const { asked, failed, pass, state, tickets } = desk();
    tickets.configure(settings);
    await pass(0);
    state.answer = () => new NoTicket('server-unreachable', '');
    await pass(0.7 * life);
    for (let second = 0; second < 90; second += 1) await pass(1000);
    expect(asked.length - 1, 'tries while the ticket lives').to.be.within(5, 9);
    for (let minute = 0; minute < 10; minute += 1) await pass(60_000);
    expect(asked.length - 1, 'tries in ten minutes more').to.be.within(14, 30);
    expect(failed, 'nobody misses it').to.deep.equal([]);
    state.answer = () => ticket();
    await pass(60_000);
    expect(asked.length).to.be.below(40);
  });

  for (const failure of ['server-unreachable', 'server-busy', 'no-ticket'] as const) {
    it(`${failure} is said when there is none yet, and tried again`, async () => {
      const { asked, failed, last, pass, state, tickets } = desk(() => new NoTicket(failure, ''));
      tickets.configure(settings);
      await pass(0);
      expect(failed).to.deep.equal([failure]);
      state.answer = () => ticket();
      await pass(15_000);
      expect(asked).to.have.length(2);
      expect(last().remoteId).to.equal('anna');
    });
  }

  for (const failure of ['not-let-in', 'session-ended'] as const) {
    it(`${failure} is said, and not tried again by itself`, async () => {
      const { asked, failed, last, pass, state, tickets } = desk(() => new NoTicket(failure, ''));
      tickets.configure(settings);
      await pass(0);
      for (let minute = 0; minute < 10; minute += 1) await pass(60_000);
      expect(asked).to.have.length(1);
      expect(failed).to.deep.equal([failure]);
      state.answer = () => ticket();
      expect(await tickets.now(), 'a person tries again').to.equal(true);
      expect(last().remoteId).to.equal('anna');
    });
  }

  it('are asked for at once when the server takes the one at hand for expired', async () => {
    const { asked, last, pass, tickets } = desk();
    tickets.configure(settings);
    await pass(0);
    const { token } = last();
    tickets.expired();
    await pass(0);
    expect(asked).to.have.length(2);
    expect(last().token).not.to.equal(token);
  });

  it('are no storm when the server takes each of them for expired, and that is said', async () => {
    const { asked, failed, pass, tickets } = desk();
    tickets.configure(settings);
    await pass(0);
    for (let second = 0; second < 60; second += 1) {
      tickets.expired();
      await pass(1000);
    }
    expect(asked.length).to.be.below(15);
    expect(new Set(failed)).to.deep.equal(new Set(['no-ticket']));
  });

  it('that are the expired one again are none', async () => {
    const { failed, pass, tickets } = desk(() => ticket({ ticket: 'the-same' }));
    tickets.configure(settings);
    await pass(0);
    tickets.expired();
    await pass(0);
    expect(failed).to.deep.equal(['no-ticket']);
  });

  it('are asked for when the network is back', async () => {
    const { asked, pass, tickets } = desk();
    tickets.configure(settings);
    await pass(0);
    dispatchEvent(new Event('online'));
    await pass(0);
    expect(asked).to.have.length(2);
    tickets.close();
    dispatchEvent(new Event('online'));
    await pass(life);
    expect(asked, 'no more once it is closed').to.have.length(2);
  });

  it('are not asked for after a chat', async () => {
    const { asked, pass, state, tickets } = desk();
    tickets.configure(settings);
    await pass(0);
    state.inChat = false;
    await pass(10 * life);
    expect(asked).to.have.length(1);
  });

  it('go on being asked for by who has no far side yet', async () => {
    const { asked, last, pass, state, tickets } = desk(() => ticket({ remote: undefined }));
    tickets.configure(settings);
    state.inChat = false;
    await pass(0);
    expect(last().remoteId).to.equal('');
    state.answer = () => ticket();
    await pass(0.7 * life);
    expect(asked).to.have.length(2);
    expect(last().remoteId).to.equal('anna');
  });

  it('of another address are other tickets: what was asked before is not heard', async () => {
    let late: (ticket: Ticket) => void = () => undefined;
    const { asked, last, pass, state, tickets } = desk();
    state.answer = () => new Promise<Ticket>((hear) => (late = hear)) as unknown as Ticket;
    tickets.configure(settings);
    state.answer = () => ticket({ peer: 'sam-2' });
    tickets.configure({ ...settings, tokenUrl: '/other' });
    await pass(0);
    late(ticket({ peer: 'sam-1' }));
    await pass(0);
    expect(asked).to.deep.equal([
      ['/ticket', 'visitor'],
      ['/other', 'visitor'],
    ]);
    expect(last().peerId).to.equal('sam-2');
  });

  it('that do not come are given up after ten seconds', async () => {
    const { failed, pass, state, tickets } = desk();
    state.answer = () => new Promise<Ticket>(() => undefined) as unknown as Ticket;
    tickets.configure(settings);
    await pass(9999);
    expect(failed).to.deep.equal([]);
    await pass(1);
    expect(failed).to.deep.equal(['server-unreachable']);
  });

  it('that are waited for come by themselves, and the place is told each time', async () => {
    const { asked, failed, last, pass, queues, state, tickets } = desk(() => waits(3));
    tickets.configure(settings);
    state.inChat = false;
    await pass(0);
    expect(queues).to.deep.equal([{ place: 3, agents: 1 }]);
    state.answer = () => waits(1, 7);
    await pass(1999);
    expect(asked).to.have.length(1);
    await pass(1);
    expect(queues.at(-1)).to.deep.equal({ place: 1, agents: 1 });
    state.answer = () => ticket();
    await pass(6999);
    expect(asked).to.have.length(2);
    tickets.configure({ ...settings, name: 'Samuel' });
    await pass(0);
    expect(asked, 'another name is no reason to ask before').to.have.length(2);
    await pass(1);
    expect(last()).to.include({ peerId: 'sam', remoteId: 'anna' });
    expect(failed).to.deep.equal([]);
  });

  it('are waited for through a failure, which is said', async () => {
    const { failed, last, pass, state, tickets } = desk(() => waits(1));
    tickets.configure(settings);
    await pass(0);
    state.answer = () => new NoTicket('server-busy', '');
    await pass(2000);
    expect(failed).to.deep.equal(['server-busy']);
    state.answer = () => ticket();
    await pass(1000);
    expect(last().remoteId).to.equal('anna');
  });

  it('that would have to be waited for leave the one at hand, and the chat, as they are', async () => {
    const { asked, last, pass, queues, state, tickets } = desk();
    tickets.configure(settings);
    await pass(0);
    const { token } = last();
    state.answer = () => waits(4);
    await pass(0.7 * life);
    await pass(10_000);
    expect(asked, 'seldom').to.have.length(2);
    expect(queues).to.deep.equal([]);
    expect(last()).to.include({ token, remoteId: 'anna' });
  });

  it('are a visitor’s own: the same one asks until the chat is over, and another one then', async () => {
    const { askers, pass, tickets } = desk();
    tickets.configure({ ...settings, name: 'S'.repeat(300) });
    await pass(0);
    await pass(0.7 * life);
    const [first, second] = askers;
    expect(first).to.deep.equal({ party: 'visitor', name: 'S'.repeat(200), visit: first!.visit });
    expect(first!.visit).to.match(/^[\w-]{32}$/);
    expect(second!.visit).to.equal(first!.visit);
    tickets.left();
    await tickets.now();
    expect(askers.at(-1)!.visit).not.to.equal(first!.visit);
  });

  it('tell nothing of an agent but that it is one', async () => {
    const { askers, pass, tickets } = desk();
    tickets.configure({ ...settings, party: 'agent' });
    await pass(0);
    expect(askers).to.deep.equal([{ party: 'agent' }]);
  });
});
