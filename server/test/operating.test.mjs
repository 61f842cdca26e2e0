import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import selfsigned from 'selfsigned';
import { createServer, turnCredentials } from '../dist/index.js';
import { MemoryPresence } from '../dist/memory-presence.js';
import { badTickets } from './forged.mjs';
import { RawClient } from './raw-client.mjs';
import { secret, serve, ticketFor } from './serving.mjs';

const textOf = async (url, options) => {
  const response = await fetch(url, options);
  return [response.status, await response.text()];
};

/** A presence whose engine is out of reach until `back()`. */
class SlowPresence extends MemoryPresence {
  ready = false;
  #back;
  #isBack = new Promise((resolve) => (this.#back = resolve));

  back() {
    this.ready = true;
    this.#back();
  }

  async claim(seat, holder) {
    await this.#isBack;
    return super.claim(seat, holder);
  }
}

const slow = () => new SlowPresence({ within: 5000, messages: 64, bytes: 262_144 });

test('While no place can be given, a newcomer is told to wait, and what it says is kept', async (t) => {
  const presence = slow();
  const { enter, http } = await serve(t, {}, { presence });
  const anna = await enter();
  await once(anna.socket, 'open');
  anna.offer('anna', 'dc_1');
  anna.offer('anna', 'dc_2');
  await anna.message('WAIT');
  anna.send({ type: 'HEARTBEAT' });
  await anna.message('HEARTBEAT');
  assert.deepEqual(await textOf(`${http}/readyz`), [503, 'not ready']);
  presence.back();
  await anna.until(({ heard }) => heard.length >= 5);
  assert.deepEqual(anna.types, ['WAIT', 'HEARTBEAT', 'OPEN', 'OFFER', 'OFFER']);
  assert.deepEqual(
    anna.heard.slice(3).map(({ payload }) => payload.connectionId),
    ['dc_1', 'dc_2'],
  );
  assert.deepEqual(await textOf(`${http}/readyz`), [200, 'ready']);
});

test('Nobody is kept waiting for ever', async (t) => {
  const { enter } = await serve(t, { joinSeconds: 1 }, { presence: slow() });
  const anna = await enter();
  await anna.closed();
  assert.deepEqual(anna.types, ['WAIT', 'ERROR']);
  assert.deepEqual([anna.word, anna.shut], ['unavailable', { code: 4503 }]);
});

test('Who goes while it waits leaves no place behind', async (t) => {
  const presence = slow();
  const { enter, http } = await serve(t, {}, { presence });
  const anna = await enter();
  await anna.message('WAIT');
  anna.drop();
  // By the time that a later one is told to wait, the server has noticed.
  await anna.closed();
  const sam = await enter({ id: 'sam', party: 'visitor' });
  await sam.message('WAIT');
  presence.back();
  await sam.opened();
  await sam.echo('sam');
  assert.equal(presence.holds({ sid: 'chat', id: 'anna' }), false);
  const [, metrics] = await textOf(`${http}/metrics`);
  assert.match(metrics, /^visavis_clients 1$/m);
});

test('Who does not read what it is sent does not fill the memory', async (t) => {
  const { enter, http } = await serve(t, { messagesPerSecond: 10_000 });
  const anna = await (await enter()).opened();
  anna.socket.pause();
  const sam = await (await enter({ id: 'sam', party: 'visitor' })).opened();
  const sdp = 'x'.repeat(60_000);
  const closed = async () =>
    /visavis_closed_total\{code="1006"\} 1/.test((await textOf(`${http}/metrics`))[1]);
  let sent = 0;
  for (; sent < 1000 && !(await closed()); sent += 1) {
    sam.send({ type: 'OFFER', dst: 'anna', payload: { connectionId: 'dc', sdp } });
    await sam.echo('sam');
  }
  assert.ok(sent < 1000, 'it would have gone on for ever');
});

test('Who is refused and does not answer the farewell is cut off', async (t) => {
  const { http, join } = await serve(t);
  const eve = join({ id: 'eve', token: 'junk' });
  // By the time it is open, it no longer reads.
  eve.socket.once('open', () => eve.socket.pause());
  await once(eve.socket, 'open');
  const since = performance.now();
  for (let cut = false; !cut;) {
    assert.ok(performance.now() - since < 20_000, 'its socket stays open');
    cut = /visavis_closed_total\{code="1006"\} 1/.test((await textOf(`${http}/metrics`))[1]);
  }
});

test('Health, readiness and metrics are told; nothing else is there', async (t) => {
  const { enter, http, join, server } = await serve(t);
  assert.deepEqual(await textOf(`${http}/healthz`), [200, 'ok']);
  assert.deepEqual(await textOf(`${http}/readyz`), [200, 'ready']);
  assert.equal((await textOf(`${http}/peerjs`))[0], 200);
  for (const path of ['/', '/peerjs/peerjs/id', '/peerjs/sessions', '/metrics/..%2f']) {
    assert.equal((await textOf(http + path))[0], 404, path);
  }
  assert.equal((await textOf(`${http}/healthz`, { method: 'POST' }))[0], 404);
  const anna = await (await enter()).opened();
  anna.offer('sam');
  await anna.echo('anna');
  await join({ id: 'eve', token: 'junk' }).closed();
  const [status, metrics] = await textOf(`${http}/metrics`);
  assert.equal(status, 200);
  for (const line of [
    'visavis_clients 1',
    'visavis_ready 1',
    'visavis_waiting_messages 1',
    'visavis_joined_total 1',
    'visavis_refused_total{word="ticket-invalid"} 1',
    'visavis_messages_total{type="OFFER"} 1',
    'visavis_routed_total{way="waiting"} 1',
    'visavis_routed_total{way="delivered"} 1',
    'visavis_closed_total{code="4401"} 1',
  ]) {
    assert.ok(metrics.split('\n').includes(line), line);
  }
  assert.equal(server.isReady, true);
});

test('Metrics are for those addresses only that may read them', async (t) => {
  const { http } = await serve(t, { metricsFrom: ['192.0.2.0/24'] });
  assert.equal((await textOf(`${http}/metrics`))[0], 404);
});

test('Only pages of the allowed origins connect, when there is a list', async (t) => {
  const { enter } = await serve(t, { origins: ['https://shop.example'] });
  await (await enter({ origin: 'https://shop.example' })).opened();
  for (const origin of [
    'https://evil.example',
    'null',
    'https://shop.example.evil.example',
    undefined,
  ]) {
    assert.deepEqual(await (await enter({ origin })).refused(), { status: 403 }, origin);
  }
});

test('The address is the one that a trusted proxy tells, and nobody else’s word counts', async (t) => {
  const told = (address) => ({ headers: { 'x-forwarded-for': address }, party: 'visitor' });
  const limits = { socketsPerAddress: 1, addressHeader: 'X-Forwarded-For' };
  const behind = await serve(t, { ...limits, trustedProxies: ['127.0.0.1', '10.0.0.0/8'] });
  await (await behind.enter({ id: 'a', ...told('198.51.100.1') })).opened();
  await (await behind.enter({ id: 'b', ...told('198.51.100.2') })).opened();
  // What the client itself has put in front is not believed.
  const liar = await behind.enter({ id: 'c', ...told('203.0.113.9, 198.51.100.2, 10.1.1.1') });
  assert.deepEqual(await liar.refused(), { status: 429 });
  // Of IPv6, everybody has more addresses than can be counted.
  await (await behind.enter({ id: 'd', ...told('2001:db8::1') })).opened();
  const neighbour = await behind.enter({ id: 'e', ...told('2001:db8::ffff:2') });
  assert.deepEqual(await neighbour.refused(), { status: 429 });

  const direct = await serve(t, { ...limits, trustedProxies: [] });
  await (await direct.enter({ id: 'a', ...told('198.51.100.1') })).opened();
  assert.deepEqual(await (await direct.enter({ id: 'b', ...told('198.51.100.2') })).refused(), {
    status: 429,
  });
});

test('It serves TLS by a certificate of its own', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-server-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const made = await selfsigned.generate([{ name: 'commonName', value: 'localhost' }]);
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  writeFileSync(cert, made.cert);
  writeFileSync(key, made.private);
  const { enter } = await serve(t, { cert, key });
  const anna = await (await enter({ ca: made.cert, rejectUnauthorized: false })).opened();
  assert.equal(await anna.echo('anna'), true);
});

test('On a host’s own server, only what is for it is taken', async (t) => {
  const http = createHttp((request, response) => {
    if (!server.handle(request, response)) response.end('the host');
  });
  const server = await createServer({ secret, logLevel: 'silent' }, { server: http });
  const others = [];
  http.on('upgrade', ({ url }, socket) => {
    if (url.startsWith('/peerjs')) return;
    others.push(url);
    socket.end("HTTP/1.1 418 I'm a teapot\r\n\r\n");
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  t.after(() => http.close());
  const base = `127.0.0.1:${http.address().port}`;
  assert.deepEqual(await textOf(`http://${base}/`), [200, 'the host']);
  assert.deepEqual(await textOf(`http://${base}/healthz`), [200, 'ok']);
  const token = await ticketFor();
  // Where PeerJS connects to by `path: '/peerjs'`.
  const anna = await new RawClient(`ws://${base}/peerjs/peerjs`, { id: 'anna', token }).opened();
  const other = new RawClient(`ws://${base}/elsewhere`, { id: 'anna', token });
  assert.deepEqual(await other.closed(), { status: 418 });
  assert.equal(others.length, 1);
  await server.close(0);
  assert.deepEqual(await anna.closed(), { code: 1012 });
  assert.deepEqual(await textOf(`http://${base}/`), [200, 'the host']);
});

test('What is logged holds no ticket, secret, text, name or whole address', async (t) => {
  const { enter, http, join, lines, server } = await serve(t, { failuresPerMinute: 1000 });
  const token = await ticketFor({ name: 'Anna Kovač' });
  const bad = (await badTickets()).filter(([, , ticket]) => ticket);
  for (const [, , ticket] of bad) await join({ id: 'anna', token: ticket }).closed();
  const anna = await join({ id: 'anna', token }).opened();
  const sam = await (await enter({ id: 'sam', party: 'visitor', from: '127.4.5.6' })).opened();
  const sdp = 'v=0 o=- 4711 2 IN IP4 192.0.2.44';
  sam.send({
    type: 'OFFER',
    dst: 'anna',
    payload: { connectionId: 'dc_1', sdp, metadata: 'private words' },
  });
  await anna.message('OFFER');
  sam.send(`{"type":"OFFER", private words`);
  await sam.echo('sam');
  await textOf(`${http}/peerjs/sessions/chat`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${token}` },
  });
  await join({ id: 'private words', token: `${token}x` }).closed();
  await server.endSession('chat');
  await Promise.all([anna.closed(), sam.closed()]);
  await server.close();
  const all = lines.join('');
  for (const about of ['joined', 'refused', 'closed', 'session ended', 'drained']) {
    assert.ok(all.includes(`"msg":"${about}"`), `${about} is logged`);
  }
  assert.ok(all.includes('"127.4.5.0/24"'));
  const tickets = [token, ...bad.map(([, , ticket]) => ticket)];
  const parts = tickets
    .flatMap((ticket) => [ticket, ...ticket.split('.')])
    .filter((one) => one.length > 3);
  const secrets = [secret, 'private words', 'Kovač', 'v=0', '192.0.2.44', '127.4.5.6', '127.0.0.1'];
  for (const one of [...secrets, ...parts]) {
    assert.equal(all.includes(one), false, `the log holds ${one}`);
  }
});

test('A flood of one address is one line a minute in the log', async (t) => {
  const { join, lines } = await serve(t, { failuresPerMinute: 3 });
  for (let times = 0; times < 50; times += 1) await join({ id: 'eve', token: 'junk' }).closed();
  assert.equal(lines.filter((line) => line.includes('turned away')).length, 1);
  assert.equal(lines.filter((line) => line.includes('"refused"')).length, 3);
});

test('A server that ends asks its clients to move, then closes who stays, and takes no newcomers', async (t) => {
  const { enter, http, server } = await serve(t);
  const moves = await (await enter()).opened();
  const stays = await (await enter({ id: 'sam', party: 'visitor' })).opened();
  const closed = server.close(1000);
  assert.deepEqual((await moves.message('MOVE')).payload, { within: 1000 });
  moves.socket.close();
  assert.deepEqual(await textOf(`${http}/readyz`), [503, 'draining']);
  assert.deepEqual(await textOf(`${http}/healthz`), [200, 'ok']);
  const late = await enter({ id: 'late', party: 'visitor' });
  await late.refused();
  assert.deepEqual([late.word, late.shut], ['draining', { code: 1012 }]);
  await stays.closed();
  assert.deepEqual([stays.types, stays.word], [['OPEN', 'MOVE', 'ERROR'], 'draining']);
  assert.deepEqual(stays.shut, { code: 1012 });
  await closed;
  assert.deepEqual(await (await enter()).closed(), { code: 1006 });
});

test('A server that ends does not wait for ever for a client that does not answer', async (t) => {
  const { enter, server } = await serve(t);
  const anna = await (await enter()).opened();
  anna.socket.pause();
  await server.close(0);
});

test('TURN credentials are what coturn computes from the same secret', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: 1_700_000_000_000 });
  const urls = ['turn:turn.example'];
  // By `printf 1700000600:anna | openssl dgst -sha1 -hmac north -binary | base64`.
  assert.deepEqual(turnCredentials({ secret: 'north', peer: 'anna', ttl: 600, urls }), {
    urls,
    username: '1700000600:anna',
    credential: 'QArDp18zdKr4CT8tvpVplSgsreQ=',
  });
  assert.throws(() => turnCredentials({ secret: '', peer: 'anna', urls }), /need the secret/);
  assert.throws(() => turnCredentials({ secret: 'north', peer: 'anna', urls, ttl: 0 }), /ttl/);
});
