import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { turnCredentials } from '../dist/index.js';
import { figure } from './cluster.mjs';
import { freePort, lacks, until } from './redis.mjs';

// turnserver.conf with Debian's coturn, which here listens and relays on loopback alone.

const skip = lacks('turnserver', '--version') || lacks('turnutils_uclient');
const secret = 'north';
const conf = readFileSync(new URL('../turnserver.conf', import.meta.url), 'utf8');

/** The ends of what is denied, and what lies between them and is worth most to somebody who asks for it. */
const denied = [
  ...['0.0.0.0', '0.255.255.255', '10.0.0.0', '10.255.255.255', '100.64.0.0', '100.127.255.255'],
  ...['127.0.0.1', '127.255.255.255', '169.254.0.0', '169.254.169.254', '169.254.255.255'],
  ...['172.16.0.0', '172.31.255.255', '192.168.0.0', '192.168.255.255', '192.0.0.1', '192.0.2.1'],
  ...['192.88.99.1', '198.18.0.0', '198.19.255.255', '198.51.100.1', '203.0.113.1'],
  ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
  ...['::', '::1', '::7f00:1', '::ffff:7f00:1', '::ffff:a00:1', '::ffff:808:808'],
  ...['64:ff9b::a00:1', '64:ff9b::808:808', '64:ff9b:1::1', '100::1', '2001::1', '2001:1ff::1'],
  ...['2001:db8::1', '2002:a00:1::1', '3fff::1', '5f00::1', 'fc00::1', 'fd00:ec2::254'],
  ...['fe80::1', 'febf::1', 'fec0::1', 'ff02::1', 'ff0e::1'],
];

/** Their neighbours outside, and what is on the internet. */
const allowed = [
  ...['1.0.0.0', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'],
  ...['128.0.0.0', '172.15.255.255', '172.32.0.0', '192.167.255.255', '192.169.0.0', '8.8.8.8'],
  ...['198.17.255.255', '198.20.0.0', '223.255.255.255'],
  ...['2001:200::1', '2001:db7::1', '2001:db9::1', '2003::1', '2606:4700::1', 'fbff::1'],
];

/** coturn as the conf says, but for where it is; `without`: lines that it is to be without. */
async function coturn(t, { without = /^$/, flags = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-turn-'));
  const port = await freePort();
  const lines = conf.split('\n').filter((line) => !without.test(line));
  const file = join(folder, 'turnserver.conf');
  writeFileSync(
    file,
    lines
      .join('\n')
      .replace(/^static-auth-secret=.*$/m, `static-auth-secret=${secret}`)
      .replace(/^listening-port=.*$/m, `listening-port=${port}`),
  );
  const here = ['127.0.0.1', '::1'].flatMap((ip) => [`--listening-ip=${ip}`, `--relay-ip=${ip}`]);
  const others = ['--no-tls', '--no-dtls', '--pidfile=/dev/null', '--log-file=stdout'];
  const server = spawn('turnserver', ['-c', file, ...here, ...others, ...flags], {
    cwd: folder,
    stdio: 'ignore',
  });
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  t.after(() => {
    kill();
    process.off('exit', kill);
    rmSync(folder, { recursive: true, force: true });
  });
  await until(() => answers(port), 'coturn listens');
  let users = 0;
  /** What Debian's client says of so many messages to a peer, by allocations of their own for each of so many clients. */
  const relay = async (
    peer,
    { messages = 0, clients = 1, args = [], secretOf = secret, ttl = 60 } = {},
  ) => {
    // Each has a quota of its own.
    const by = turnCredentials({ secret: secretOf, peer: `sam-${(users += 1)}`, urls: [] });
    const { username, credential } = ttl > 0 ? by : expired();
    const isNew = peer.includes(':');
    const who = ['-u', username, '-w', credential, '-c', ...(isNew ? ['-x'] : []), ...args];
    const what = [
      '-p',
      port,
      '-e',
      peer,
      '-n',
      messages,
      '-m',
      clients,
      isNew ? '::1' : '127.0.0.1',
    ];
    for (;;) {
      const said = await output('turnutils_uclient', [...who, ...what].map(String));
      // It draws its channels' numbers by lot, now and then the same for both.
      if (!said.includes('the same channel number')) return said;
    }
  };
  return { port, relay };
}

/** Good once: what coturn was given a minute ago, for a minute. */
function expired() {
  const { now } = Date;
  Date.now = () => now() - 120_000;
  try {
    return turnCredentials({ secret, peer: 'sam', ttl: 60, urls: [] });
  } finally {
    Date.now = now;
  }
}

const output = (program, args) =>
  new Promise((resolve) => {
    execFile(program, args, { timeout: 30_000 }, (_error, out, words) => resolve(out + words));
  });

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** Somebody on loopback who sends back what comes. */
function echo(t, address) {
  const peer = spawn('turnutils_peer', ['-L', address], { stdio: 'ignore' });
  t.after(() => peer.kill('SIGKILL'));
}

const isForbidden = (said) => said.includes('error 403 (Forbidden IP)');
const wasThere = (said) => said.includes('Total transmit time');
const isRelayed = (said, messages) => said.includes(`tot_recv_msgs=${messages}\n`);
const hasNone = (said) => said.includes('Cannot complete Allocation');

test(
  'The relay leads to no private or reserved address, and to all others',
  { skip },
  async (t) => {
    const { relay } = await coturn(t, { flags: ['--allow-loopback-peers'] });
    const took = [];
    const toldOf = async (peer) => {
      const since = performance.now();
      const said = await relay(peer);
      if (isForbidden(said)) took.push(performance.now() - since);
      return `${peer}: ${isForbidden(said) ? 'denied' : wasThere(said) ? 'allowed' : said}`;
    };
    // Debian's client takes its time over each that is allowed.
    const all = [...denied, ...allowed];
    const told = [];
    while (all.length > 0) told.push(...(await Promise.all(all.splice(0, 10).map(toldOf))));
    assert.deepEqual(told, [
      ...denied.map((peer) => `${peer}: denied`),
      ...allowed.map((peer) => `${peer}: allowed`),
    ]);
    figure('denied addresses refused, ten at a time, ms', took);
  },
);

for (const [address, line] of [
  ['127.0.0.1', /^denied-peer-ip=127\./],
  ['::1', /^denied-peer-ip=::1-/],
]) {
  test(`Where ${address} is not denied, the same conf relays to it`, { skip }, async (t) => {
    echo(t, address);
    const { relay } = await coturn(t, { without: line, flags: ['--allow-loopback-peers'] });
    // Its first may come before the peer is there.
    await until(async () => isRelayed(await relay(address, { messages: 5 }), 5), 'it is relayed');
  });
}

test(
  'Credentials that have ended, or are of another secret, get no allocation',
  { skip },
  async (t) => {
    const { relay } = await coturn(t);
    assert.equal(hasNone(await relay('10.0.0.1', { ttl: 0 })), true);
    assert.equal(hasNone(await relay('10.0.0.1', { secretOf: 'south' })), true);
    // It gets as far as to be told that the address is denied: these do.
    assert.equal(isForbidden(await relay('10.0.0.1')), true);
  },
);

test('One peer has room for a call, and not for more than its quota', { skip }, async (t) => {
  const { relay } = await coturn(t);
  const isOver = (said) => said.includes('error 486 (Allocation Quota Reached)');
  // Debian's client makes two allocations for each; nothing is sent there.
  assert.equal(wasThere(await relay('8.8.8.8', { clients: 6 })), true);
  assert.equal(isOver(await relay('8.8.8.8', { clients: 9 })), true);
});

test('There is no relay of TCP', { skip }, async (t) => {
  const { relay } = await coturn(t);
  const said = await relay('10.0.0.1', { args: ['-T'] });
  assert.match(said, /error 442 \(TCP Transport is not allowed/);
});
