import { connect } from 'node:net';
import { once } from 'node:events';
import { badTickets } from './forged.mjs';
import { ticketFor } from './serving.mjs';

/** Addresses of loopback, each once, so that one attack's limits do not stand in for another's guard. */
let last = 0;
const anotherAddress = () => `127.${1 + (last >> 16)}.${(last >> 8) & 255}.${last++ & 255}`;

/** The stock server knows no sessions: names of one attack must not meet those of another. */
let names = 0;
const newName = (name) => `${name}-${++names}`;

const isIn = (client) => client.types.includes('OPEN');

/** Three of a kind, then a word to oneself, which comes back only if the socket is still taken for an honest one's. */
const threeTimes = (said) => async (server) => {
  const id = newName('eve');
  const eve = await server.enter({ id, from: anotherAddress() });
  await eve.opened();
  for (let times = 0; times < 3; times += 1) eve.send(said);
  return isShutOut(eve, await eve.echo(id));
};

/** A server that merely broke has closed its sockets too. */
const isShutOut = ({ shut, word }, stayed) => ({
  holds: word === 'misbehaved' && shut?.code === 1008,
  saw: stayed ? 'stays connected' : `${word}, ${shut.code}`,
});

/** Whether what eve says in `say` reaches sam, who is proven to have heard everything so far. */
const reaches =
  (type, say, sid = 'chat') =>
  async (server) => {
    const from = anotherAddress();
    const [samId, eveId] = [newName('sam'), newName('eve')];
    const sam = await server.enter({ id: samId, from });
    const eve = await server.enter({ id: eveId, sid, from });
    await Promise.all([sam.opened(), eve.opened()]);
    say(eve, samId);
    await eve.echo(eveId);
    await sam.echo(samId);
    const got = sam.heard.find((message) => message.type === type);
    return { holds: !got, saw: got ? 'delivered' : 'not delivered', got, eveId };
  };

const badTicket = ([name]) => ({
  attack: `ticket: ${name}`,
  async run(server) {
    // Made anew for each run.
    const id = newName('anna');
    const [, word, token] = (await badTickets(id)).find(([other]) => other === name);
    const eve = server.join({ id, token, from: anotherAddress() });
    await eve.settled();
    const held = !isIn(eve) && eve.word === word;
    return { holds: held, saw: isIn(eve) ? 'let in' : `${eve.word}, ${eve.shut.code}` };
  },
});

async function comesAgain(server, renewed) {
  const from = anotherAddress();
  const id = newName('anna');
  const token = await ticketFor({ id });
  const old = await server.join({ id, token, from }).opened();
  old.socket.pause();
  const again = server.join({ id, token: renewed ? await ticketFor({ id }) : token, from });
  const stayed = await again.echo(id);
  const opened = isIn(again);
  const refused = again.types.find((type) => type === 'ID-TAKEN');
  return { holds: opened && stayed, saw: opened ? 'OPEN' : (refused ?? 'no OPEN') };
}

/** The owner's socket drops, somebody calls the owner, and others try to be the owner. */
async function takeOver(server, tries) {
  const id = newName('anna');
  const owner = await server.enter({ id, party: 'agent', from: anotherAddress() });
  await owner.opened();
  owner.drop();
  const tokens = (await badTickets(id)).slice(3).map(([, , token]) => token);
  tokens.push(await ticketFor({ id, sid: 'chat-of-eve', party: 'visitor' }));
  let taken = 0;
  for (let from, caller, made = 0; made < tries; made += 1) {
    if (made % 8 === 0) from = anotherAddress();
    // One alone would be taken for a flood.
    if (made % 80 === 0) caller = { id: newName('sam'), from: anotherAddress() };
    caller.client ??= await (await server.enter(caller)).opened();
    const eve = await becomes(server, { id, token: tokens[made % tokens.length], from });
    caller.client.offer(id, `dc_${made}`);
    if (!(await caller.client.echo(caller.id))) throw new Error('The caller was closed.');
    if (isIn(eve)) await eve.echo(id);
    if (eve.types.includes('OFFER')) taken += 1;
    // The owner is to get it back from who has it.
    if (made < tries - 1) eve.drop();
  }
  const back = await server.enter({ id, party: 'agent', from: anotherAddress() });
  await back.settled();
  return {
    holds: taken === 0 && isIn(back),
    saw: `${taken} of ${tries} taken, owner ${isIn(back) ? 'back' : (back.types[0] ?? 'shut out')}`,
  };
}

/** The stock server may not yet know that the owner has gone. */
async function becomes(server, asked) {
  for (;;) {
    const eve = await server.join(asked).settled();
    if (!eve.types.includes('ID-TAKEN')) return eve;
  }
}

/** So many sockets at once from one address, and somebody who comes from another. */
async function crowd(server, count) {
  const from = anotherAddress();
  const crowd = [];
  const began = performance.now();
  for (let made = 0; made < count; made += 1) {
    crowd.push(await server.enter({ id: newName('crowd'), from }));
    if (made % 250 === 249) await Promise.all(crowd.slice(-250).map((one) => one.settled()));
  }
  const since = performance.now();
  const guest = await server.enter({ id: newName('guest'), from: anotherAddress() });
  await guest.settled();
  const took = Math.round(performance.now() - since);
  await Promise.all(crowd.map((one) => one.settled()));
  const open = crowd.filter((one) => isIn(one) && !one.shut).length;
  const entered = isIn(guest);
  for (const one of [...crowd, guest]) one.drop();
  return {
    holds: entered && open <= 20,
    saw: `${open} of ${count} open (${Math.round(since - began)} ms), guest ${entered ? `in after ${took} ms` : 'shut out'}`,
  };
}

async function guesses(server, count) {
  const from = anotherAddress();
  let [told, unheard, entered] = [0, 0, 0];
  for (let made = 0; made < count; made += 100) {
    const batch = Array.from({ length: 100 }, (_, index) =>
      server.join({ id: newName('guess'), token: `junk-${made + index}`, from }),
    );
    await Promise.all(batch.map((one) => one.settled()));
    for (const one of batch) {
      if (isIn(one)) entered += 1;
      else if (one.shut.status === 429) unheard += 1;
      else told += 1;
      one.drop();
    }
  }
  return {
    holds: entered === 0 && told <= 40 && unheard >= count - 40,
    saw: `${entered} let in, ${told} told, ${unheard} unheard of ${count}`,
  };
}

/** Connections that never say what they want. */
async function idlers(server, count) {
  const localAddress = anotherAddress();
  const sockets = Array.from({ length: count }, () => {
    const socket = connect({ port: server.port, host: '127.0.0.1', localAddress });
    socket.on('error', () => socket.destroy());
    return socket;
  });
  await Promise.all(
    sockets.map((socket) => Promise.race([once(socket, 'connect'), once(socket, 'close')])),
  );
  // Asked by each: only those that are still taken are answered.
  const answered = await Promise.all(
    sockets.map(
      (socket) =>
        new Promise((resolve) => {
          socket.once('data', () => resolve(true)).once('close', () => resolve(false));
          socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
          if (socket.destroyed) resolve(false);
        }),
    ),
  );
  for (const socket of sockets) socket.destroy();
  const kept = answered.filter(Boolean).length;
  return { holds: kept <= 200, saw: `${kept} of ${count} kept` };
}

async function waiting(server, count) {
  const from = anotherAddress();
  const [eveId, absentId] = [newName('eve'), newName('absent')];
  const eve = await (await server.enter({ id: eveId, from })).opened();
  for (let sent = 0; sent < count; sent += 1) eve.offer(absentId, `dc_${sent}`);
  await eve.echo(eveId);
  const absent = await (await server.enter({ id: absentId, from })).opened();
  await absent.echo(absentId);
  const got = absent.types.filter((type) => type === 'OFFER').length;
  return { holds: got <= 64, saw: `${got} of ${count} kept for somebody who is not there` };
}

/**
 * Each attack says whether the server holds, and what was seen. `stock` tells of those that the stock server stands
 * too: our guard there proves nothing.
 */
export const attacks = async () => [
  ...(await badTickets()).map(badTicket),
  {
    attack: 'an id in another session is addressed',
    run: reaches('OFFER', (eve, sam) => eve.offer(sam), 'chat-of-eve'),
  },
  {
    attack: 'a spoofed src',
    stock: true,
    async run(server) {
      const payload = { connectionId: 'dc_1' };
      const say = (eve, dst) => eve.send({ type: 'OFFER', src: 'anna', dst, payload });
      const { eveId, got } = await reaches('OFFER', say)(server);
      return { holds: got?.src === eveId, saw: `src is ${got?.src === eveId ? 'eve' : 'anna'}` };
    },
  },
  {
    attack: 'EXPIRE to somebody',
    run: reaches('EXPIRE', (eve, dst) =>
      eve.send({ type: 'EXPIRE', src: 'anna', dst, payload: {} }),
    ),
  },
  {
    attack: 'LEAVE to somebody',
    run: reaches('LEAVE', (eve, dst) => eve.send({ type: 'LEAVE', dst, payload: {} })),
  },
  ...['EXPIRE', 'LEAVE', 'OPEN', 'ERROR', '__proto__', 'constructor'].map((type) => ({
    attack: `${type} three times`,
    run: threeTimes({ type, dst: 'nobody', payload: {} }),
  })),
  { attack: 'garbage three times', run: threeTimes('{"type":"OFFER') },
  { attack: 'null three times', run: threeTimes('null') },
  { attack: 'an offer to a number', run: threeTimes({ type: 'OFFER', dst: 7, payload: {} }) },
  { attack: 'an offer without payload', run: threeTimes({ type: 'OFFER', dst: 'sam' }) },
  {
    attack: 'an offer nested 3,000 deep',
    run: threeTimes(
      `{"type":"OFFER","dst":"sam","payload":{"a":${'['.repeat(3000)}${']'.repeat(3000)}}}`,
    ),
  },
  {
    attack: 'a message of 64 KiB and 1 byte',
    async run(server) {
      const id = newName('eve');
      const eve = await (await server.enter({ id, from: anotherAddress() })).opened();
      const frame = JSON.stringify({ type: 'OFFER', dst: id, payload: { sdp: '' } });
      eve.send(frame.replace('""', `"${'x'.repeat(65_537 - frame.length)}"`));
      const stayed = await eve.echo(id);
      return {
        holds: eve.shut?.code === 1009,
        saw: stayed ? 'relayed' : `closed ${eve.shut.code}`,
      };
    },
  },
  {
    attack: '1,000 messages at once',
    async run(server) {
      const id = newName('eve');
      const eve = await (await server.enter({ id, from: anotherAddress() })).opened();
      for (let sent = 0; sent < 1000; sent += 1) eve.send({ type: 'HEARTBEAT' });
      return isShutOut(eve, await eve.echo(id));
    },
  },
  {
    attack: 'the same ticket again while the old socket leads nowhere',
    run: (server) => comesAgain(server, false),
  },
  {
    attack: 'a renewed ticket while the old socket leads nowhere',
    run: (server) => comesAgain(server, true),
  },
  {
    attack: 'a dropped id is taken over',
    run: (server) => takeOver(server, server.name === 'stock' ? 1 : 1000),
  },
  {
    attack: 'a frozen server is not noticed',
    async run(server) {
      const id = newName('eve');
      const eve = await (await server.enter({ id, from: anotherAddress() })).opened();
      eve.send({ type: 'HEARTBEAT' });
      await eve.echo(id);
      const answered = eve.types.includes('HEARTBEAT');
      return { holds: answered, saw: answered ? 'HEARTBEAT is answered' : 'no answer' };
    },
  },
  { attack: '250 offers to somebody who is not there', run: (server) => waiting(server, 250) },
  {
    attack: 'junk tickets from one address',
    run: (server) => guesses(server, server.name === 'stock' ? 200 : 10_000),
  },
  { attack: '1,000 connections that say nothing', run: (server) => idlers(server, 1000) },
  // Last: the stock server is full from here on.
  { attack: '5,000 sockets of one address', run: (server) => crowd(server, 5000) },
];
