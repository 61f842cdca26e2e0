import { expect } from '@open-wc/testing';
import { askForTicket, NoTicket } from './ask-for-ticket.js';

const answer = {
  ticket: 'a.b.c',
  peer: 'sam',
  remote: 'anna',
  features: { voip: true, video: true },
  expiresAt: 1_000_300,
};

const real = window.fetch.bind(window);
afterEach(() => {
  window.fetch = real;
});

/** What the host answers, and what it was asked. */
function host(response: Response | Error) {
  const asked: { url: unknown; init: RequestInit | undefined }[] = [];
  window.fetch = (url, init) => {
    asked.push({ url, init });
    return response instanceof Error ? Promise.reject(response) : Promise.resolve(response);
  };
  return asked;
}

const ask = () => askForTicket('/ticket', { party: 'visitor' }, new AbortController().signal);

const failureOf = async (response: Response | Error): Promise<NoTicket> => {
  host(response);
  const error: unknown = await ask().catch((reason: unknown) => reason);
  expect(error).to.be.instanceOf(NoTicket);
  return error as NoTicket;
};

describe('asking the host for a ticket', () => {
  it('says who asks and no more, with the host’s own cookies alone', async () => {
    const asked = host(Response.json(answer));
    await ask();
    const [{ url, init } = { url: '', init: undefined }] = asked;
    expect(url).to.equal('/ticket');
    expect(init).to.include({ method: 'POST', body: '{"party":"visitor"}', cache: 'no-store' });
    // `same-origin` is what fetch does unless told otherwise.
    expect(init).not.to.have.property('credentials');
  });

  it('counts a ticket’s life by the host’s clock where it shows it', async () => {
    host(Response.json(answer, { headers: { Date: new Date(1_000_000_000 - 500).toUTCString() } }));
    expect(await ask()).to.have.property('life', 301_000);
  });

  it('says of a visitor what it is told to, and nothing that is not there', async () => {
    const asked = host(Response.json(answer));
    const asker = { party: 'visitor', name: undefined, visit: 'secret' };
    await askForTicket('/ticket', asker, new AbortController().signal);
    expect(asked[0]?.init?.body).to.equal('{"party":"visitor","visit":"secret"}');
  });

  it('hears that it has to wait by the status 202, and by that alone', async () => {
    const waiting = { waiting: { place: 3, agents: 2 }, again: 2 };
    host(Response.json(waiting, { status: 202 }));
    expect(await ask()).to.deep.equal(waiting);
    expect((await failureOf(Response.json(waiting))).message).to.contain('`ticket` has to be');
  });

  const failures: [why: string, response: () => Response | Error, failure: string][] = [
    ['the network is gone', () => new TypeError('Failed to fetch'), 'server-unreachable'],
    ['nobody is signed in', () => new Response('', { status: 401 }), 'not-let-in'],
    ['it may not', () => new Response('', { status: 403 }), 'not-let-in'],
    ['the chat is over', () => new Response('', { status: 410 }), 'session-ended'],
    ['there is nothing there', () => new Response('', { status: 404 }), 'no-ticket'],
    ['too many ask', () => new Response('', { status: 429 }), 'server-busy'],
    ['the host fails', () => new Response('', { status: 500 }), 'server-busy'],
    ['it is no JSON', () => new Response('<!doctype html>'), 'no-ticket'],
    ['it is another JSON', () => Response.json({}), 'no-ticket'],
    ['it waits for what is no place', () => Response.json({}, { status: 202 }), 'no-ticket'],
  ];
  for (const [why, response, failure] of failures) {
    it(`fails as ${failure} when ${why}`, async () => {
      expect((await failureOf(response())).failure).to.equal(failure);
    });
  }

  it('tells the developer which address, and which field', async () => {
    const { message } = await failureOf(Response.json({ ...answer, expiresAt: 'soon' }));
    expect(message).to.contain('POST /ticket').and.to.contain('`expiresAt` has to be');
  });

  it('takes a page that it was led to for the one to sign in at', async () => {
    const page = new Response('<!doctype html>');
    Object.defineProperty(page, 'redirected', { value: true });
    expect((await failureOf(page)).failure).to.equal('not-let-in');
  });
});
