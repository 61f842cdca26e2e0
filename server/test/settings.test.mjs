import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { allSettings, help, settingsFrom, settingsOf } from '../dist/settings.js';
import { secret } from './serving.mjs';

const withSecret = { VISAVIS_SECRET: secret };

test('A flag wins over a variable, a variable over the file, the file over the default', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-server-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const config = join(folder, 'settings.json');
  const written = { port: 1, clients: 2, silence: 30, origins: ['https://a.example'], secret };
  writeFileSync(config, JSON.stringify(written));
  const variables = { VISAVIS_CLIENTS: '3', VISAVIS_SILENCE: '40', VISAVIS_HOST: '', PATH: '/bin' };
  const settings = settingsOf(['--silence', '50', `--config=${config}`], variables);
  const { clients, drain, host, origins, port, silence } = settings;
  assert.deepEqual(
    { clients, drain, host, origins, port, silence },
    { port: 1, clients: 3, silence: 50, origins: ['https://a.example'], drain: 5, host: '' },
  );
  assert.equal(settingsOf([], { VISAVIS_CONFIG: config }).port, 1);
});

test('What is off is switched on by its bare flag, or by true', () => {
  const isOn = (args, variables) => settingsOf(args, { ...withSecret, ...variables }).waitingRoom;
  assert.equal(isOn([], {}), false);
  assert.equal(isOn(['--waiting-room'], {}), true);
  assert.equal(isOn([], { VISAVIS_WAITING_ROOM: 'true' }), true);
  assert.equal(isOn(['--waiting-room'], { VISAVIS_WAITING_ROOM: 'false' }), true);
  assert.equal(isOn([], { VISAVIS_WAITING_ROOM: 'false' }), false);
});

test('Lists are written with commas between', () => {
  const settings = settingsOf(['--trusted-proxies', '10.0.0.0/8, ::1'], withSecret);
  assert.deepEqual(settings.trustedProxies, ['10.0.0.0/8', '::1']);
  assert.deepEqual(settingsOf(['--metrics-from='], withSecret).metricsFrom, []);
});

test('What a setting cannot be is said with its name and with what it can be', () => {
  const wrong = [
    [
      ['--port', 'abc'],
      {},
      '--port=abc is not allowed: it has to be a whole number from 0 to 65535.',
    ],
    [
      ['--port=65536'],
      {},
      '--port=65536 is not allowed: it has to be a whole number from 0 to 65535.',
    ],
    [['--port=1.5'], {}, /--port=1.5 is not allowed/],
    [['--port='], {}, /--port= is not allowed/],
    [
      ['--path', 'peerjs'],
      {},
      /--path=peerjs is not allowed: it has to be a path such as \/peerjs/,
    ],
    [['--origins', 'shop.example'], {}, /has to be origins with commas between, such as https:/],
    [['--trusted-proxies', '10.0.0.0/99'], {}, /has to be addresses or networks/],
    [['--log-level', 'loud'], {}, /has to be debug, info, warn, error, silent/],
    [[], { VISAVIS_CLIENTS: '-1' }, /^VISAVIS_CLIENTS=-1 is not allowed/],
    [
      [],
      { VISAVIS_SECRET: 'short' },
      /^VISAVIS_SECRET is not allowed: it has to be a text of 32 bytes/,
    ],
    [[], { REDIS_URL: 'localhost' }, /^REDIS_URL is not allowed: it has to be an address such as/],
    [['--redis-url=redis://x'], {}, /^--redis-url is not taken, .*: set REDIS_URL or use a file/],
    [[], { VISAVIS_REDIS_URL: 'redis://x' }, 'There is no VISAVIS_REDIS_URL. Try --help.'],
    [[], { VISAVIS_CLEINTS: '1' }, 'There is no VISAVIS_CLEINTS. Try --help.'],
    [['--cleints=1'], {}, /Unknown option '--cleints'.*Try --help/],
    [['9000'], {}, /Unexpected argument '9000'/],
    [[`--secret=${secret}`], {}, /^--secret is not taken, .*: set VISAVIS_SECRET or use a file/],
    [['--waiting-room=yes'], {}, /Option '--waiting-room' does not take an argument/],
    [
      [],
      { VISAVIS_WAITING_ROOM: 'yes' },
      'VISAVIS_WAITING_ROOM=yes is not allowed: it has to be true or false.',
    ],
    [['--features=screen'], {}, /^--features=screen is not allowed: it has to be voip, video/],
    [['--turn-urls=https://turn.example'], {}, /has to be addresses with commas between/],
    [['--turn-urls=turn:turn.example'], {}, 'TURN needs VISAVIS_TURN_SECRET beside --turn-urls.'],
    [['--turn-secret=x'], {}, /^--turn-secret is not taken, .*: set VISAVIS_TURN_SECRET or use/],
    [['--cert', 'cert.pem'], {}, 'TLS needs both --cert and --key.'],
    [['--config', '/nowhere.json'], {}, /^\/nowhere.json cannot be read/],
  ];
  for (const [args, variables, message] of wrong) {
    const asked = () => settingsOf(args, { ...withSecret, ...variables });
    assert.throws(asked, { name: 'SettingsError', message }, String(message));
  }
  assert.throws(
    () => settingsOf(['--waiting-room', '--jwks=keys.json'], {}),
    /The waiting room signs tickets: set VISAVIS_SECRET/,
  );
  assert.throws(() => settingsOf([], {}), /Tickets cannot be checked: set VISAVIS_SECRET/);
  assert.throws(() => settingsFrom({ secret, port: '9000x' }), /setting port=9000x is not allowed/);
  assert.throws(() => settingsFrom({ secret, prot: 9000 }), /There is no setting prot/);
});

test('A secret that is wrong is not repeated, nor an address that may hold one', () => {
  assert.throws(
    () => settingsOf([], { ...withSecret, REDIS_URL: 'http://user:hunter2@redis' }),
    ({ message }) => !message.includes('hunter2'),
  );
  assert.throws(
    () => settingsOf([], { VISAVIS_SECRET: 'too short' }),
    ({ message }) => !message.includes('too short'),
  );
});

test('Where Redis is, it is told by the name that hosts use for it', () => {
  const REDIS_URL = 'rediss://user:password@redis.example:6379/1';
  assert.equal(settingsOf([], { ...withSecret, REDIS_URL }).redisUrl, REDIS_URL);
  assert.equal(settingsOf([], { ...withSecret, REDIS_URL: '' }).redisUrl, '');
});

test('What Kubernetes says of a service called visavis is no setting', () => {
  const variables = {
    VISAVIS_SERVICE_HOST: '10.0.0.1',
    VISAVIS_PORT_9000_TCP: 'tcp://10.0.0.1:9000',
  };
  assert.equal(settingsOf([], { ...withSecret, ...variables }).port, 9000);
});

test('--help tells of every setting with its default; so does the README', () => {
  assert.equal(settingsOf(['--help'], {}), 'help');
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const rows = allSettings.map(({ allowed, flag, says, value, variable }) => {
    assert.ok(help().includes(says) && help().includes(allowed) && help().includes(variable), says);
    return `| ${flag ? `\`${flag}\`` : ''} | \`${variable}\` | ${value && `\`${value}\``} | ${says} |`;
  });
  // Put this into the README when it fails.
  const table = ['| Flag | Variable | Default | What it is |', '|---|---|---|---|', ...rows].join(
    '\n',
  );
  assert.ok(readme.includes(`${table}\n`), `README.md has not:\n${table}`);
});
