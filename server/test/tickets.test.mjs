import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, after, test } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { signTicket } from '../dist/index.js';
import { TicketOffice } from '../dist/tickets.js';
import { badTickets, forged } from './forged.mjs';
import { secret, ticketFor } from './serving.mjs';

const refuses = (office, token, word, ...asked) =>
  assert.rejects(office.read(token, ...(asked.length > 0 ? asked : ['anna'])), { word });

let folder;
let jwks;
let keys;
const byKey = (key = keys.privateKey, claims = {}) =>
  new SignJWT({ sub: 'anna', sid: 'chat', party: 'agent', jti: 'one', ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'host' })
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(key);

before(async () => {
  keys = await generateKeyPair('EdDSA');
  folder = mkdtempSync(join(tmpdir(), 'visavis-server-'));
  jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'host', alg: 'EdDSA' }] };
  writeFileSync(join(folder, 'jwks.json'), JSON.stringify(jwks));
});
after(() => rmSync(folder, { recursive: true }));

test('A ticket says who may sit where', async () => {
  const office = await TicketOffice.open({ secret });
  const ticket = await office.read(
    await ticketFor({ name: 'Anna', features: { video: false } }),
    'anna',
  );
  assert.match(ticket.jti, /^[\w-]{36}$/);
  assert.deepEqual(ticket, { sid: 'chat', id: 'anna', party: 'agent', jti: ticket.jti });
});

test('Every bad ticket has its word', async () => {
  const office = await TicketOffice.open({ secret });
  // Without one, nobody asks the office.
  for (const [, word, token] of (await badTickets()).slice(1)) await refuses(office, token, word);
  await refuses(office, await ticketFor(), 'ticket-wrong-session', 'anna', 'another');
});

test('An order without an end is none, nor is one for an agent of no name', async () => {
  const office = await TicketOffice.open({ secret });
  const order = (scope, claims) => forged({ scope, ...claims });
  assert.equal(await office.ends(order('end-session'), 'chat'), true);
  assert.equal(await office.ends(order('end-session', { exp: undefined }), 'chat'), false);
  assert.equal(await office.agentBy(order('agent')), 'anna');
  assert.equal(await office.agentBy(order('agent', { exp: undefined })), undefined);
  assert.equal(await office.agentBy(order('agent', { sub: 'a{b}' })), undefined);
});

test('A clock that is off by less than the leeway does no harm', async () => {
  const now = Math.floor(Date.now() / 1000);
  const [late, early] = [forged({ exp: now - 8 }), forged({ iat: now + 8 })];
  const lenient = await TicketOffice.open({ secret, leeway: 10 });
  await lenient.read(late, 'anna');
  await lenient.read(early, 'anna');
  const strict = await TicketOffice.open({ secret, leeway: 0 });
  await refuses(strict, late, 'ticket-expired');
  await refuses(strict, early, 'ticket-not-yet');
});

test('A ticket that is signed by EdDSA is read by public keys, from a file or an address', async (t) => {
  const server = createServer((_request, response) => response.end(JSON.stringify(jwks)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  for (const from of [join(folder, 'jwks.json'), `http://127.0.0.1:${server.address().port}/`]) {
    const office = await TicketOffice.open({ jwks: from });
    assert.equal((await office.read(await byKey(), 'anna')).sid, 'chat');
    const strange = await generateKeyPair('EdDSA');
    await refuses(office, await byKey(strange.privateKey), 'ticket-invalid');
    await refuses(office, await ticketFor(), 'ticket-invalid');
  }
});

test('A public key is never taken for a secret', async () => {
  const office = await TicketOffice.open({ jwks: join(folder, 'jwks.json') });
  for (const key of [jwks.keys[0].x, JSON.stringify(jwks.keys[0])]) {
    await refuses(office, forged({}, { key }), 'ticket-invalid');
  }
  const both = await TicketOffice.open({ secret, jwks: join(folder, 'jwks.json') });
  await both.read(await byKey(), 'anna');
  await both.read(await ticketFor(), 'anna');
});

test('Keys that cannot be fetched are no fault of the ticket', async () => {
  // The port of a server that has gone.
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  const office = await TicketOffice.open({ jwks: `http://127.0.0.1:${port}/` });
  await refuses(office, await byKey(), 'unavailable');
});

test('What cannot be signed is said at once', async () => {
  const good = { sub: 'anna', sid: 'chat', party: 'agent' };
  await assert.rejects(signTicket({ ...good, sub: '-' }, secret), /sub has to be/);
  await assert.rejects(signTicket({ ...good, sid: '{}' }, secret), /sid has to be/);
  await assert.rejects(signTicket({ ...good, party: 'owner' }, secret), /party is/);
  await assert.rejects(signTicket({ ...good, ttl: 601 }, secret), /ttl is/);
  await assert.rejects(signTicket(good, 'short'), /at least 32 bytes/);
});
