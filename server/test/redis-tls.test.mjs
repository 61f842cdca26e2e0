import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import selfsigned from 'selfsigned';
import { negotiate, node } from './cluster.mjs';
import { noRedis, Redis } from './redis.mjs';

const password = 'only-for-this-test';

/** A Redis that speaks TLS alone, to whoever has the password; where its certificate is. */
async function secured(t) {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const made = await selfsigned.generate([{ name: 'commonName', value: 'localhost' }], {
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  });
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  writeFileSync(cert, made.cert);
  writeFileSync(key, made.private);
  const tls = ['--tls-cert-file', cert, '--tls-key-file', key, '--tls-auth-clients', 'no'];
  const redis = await Redis.start(t, (port) => [
    ...['--port', 0, '--tls-port', port, '--requirepass', password],
    ...tls,
  ]);
  return { cert, port: redis.port };
}

test(
  'Nodes reach a Redis by TLS and a password, and nobody without them',
  { skip: noRedis },
  async (t) => {
    const { cert, port } = await secured(t);
    const url = `rediss://:${password}@localhost:${port}`;
    const trusting = { NODE_EXTRA_CA_CERTS: cert };
    const nodes = await Promise.all([node(t, url, trusting), node(t, url, trusting)]);
    await Promise.all(nodes.map((one) => one.isReady()));
    const anna = await (await nodes[0].enter({ id: 'anna', party: 'agent' })).opened();
    const sam = await (await nodes[1].enter({ id: 'sam' })).opened();
    const call = { from: 'sam', to: 'anna', connectionId: 'mc' };
    assert.equal(await negotiate(sam, anna, call), true);

    const strangers = [
      await node(t, url),
      await node(t, `rediss://:guessed-it@localhost:${port}`, trusting),
      await node(t, `redis://:${password}@localhost:${port}`),
    ];
    for (const stranger of strangers) {
      await stranger.isNotReady();
      const lines = stranger.lines.join('\n');
      assert.match(lines, /redis/i, 'it says what it lacks');
      for (const word of [password, 'guessed-it']) assert.ok(!lines.includes(word), lines);
    }
  },
);
