import { ticketFor } from '../../server/test/serving.mjs';
import { addressOf, framed, LeanClient } from './lean-client.mjs';

const heartbeat = framed('{"type":"HEARTBEAT"}');
const atOnce = 64;

/** An agent and a visitor in each session, with tickets: made before anything is measured. */
export function people(count) {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const party = index % 2 === 0 ? 'agent' : 'visitor';
      const sid = `chat-${index >> 1}`;
      // Stock PeerServer knows no sessions: there an id is the only one of its kind.
      const id = `${party}-${index >> 1}`;
      const token = await ticketFor({ id, sid, party, ttl: 600 });
      return { id, token, address: addressOf(index) };
    }),
  );
}

/** Does so with each, some at a time. */
export async function forEach(all, act, width = atOnce) {
  const entries = all.entries();
  const worker = async () => {
    for (const [index, one] of entries) await act(one, index);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

/** All of them in at that server, and heard twice, as whoever stays for ten seconds. */
export async function enter({ kind, port }, all) {
  const clients = [];
  const first = kind === 'ws echo' ? '' : 'OPEN';
  await forEach(all, async (one) => {
    const client = await new LeanClient({ ...one, port, first }).in();
    clients.push(client);
  });
  for (let beat = 0; beat < 2; beat += 1) {
    for (const client of clients) client.send(heartbeat);
    // The stock server does not answer; by the time that it has let somebody in, it has heard them.
    if (kind === 'stock peer')
      await (await new LeanClient({ port, id: `late-${beat}` }).in()).leave();
    else
      await Promise.all(
        clients.map((client) => client.until(() => client.count('HEARTBEAT') > beat)),
      );
  }
  return clients;
}
