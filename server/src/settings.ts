import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { networks } from './address.js';
import { isRecord } from './shape.js';

/** Somebody has set something that cannot be; the message says what, and what can. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

interface Kind<T> {
  readonly value: T;
  readonly says: string;
  /** What is allowed, in words. */
  readonly allowed: string;
  /** What a text, or a value of a settings file, means; undefined when it is not allowed. */
  readonly read: (given: unknown) => T | undefined;
  /** A command line can be read by everybody on the machine. */
  readonly hidden?: boolean;
}

const number = (value: number, says: string, { min = 1, max = 1e9, hidden = false } = {}) => {
  const read = (given: unknown) => {
    const written = typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : given;
    const fits = typeof written === 'number' && written >= min && written <= max;
    return fits && Number.isInteger(written) ? written : undefined;
  };
  const allowed = `a whole number from ${min} to ${max}`;
  return { value, says, allowed, read, hidden } satisfies Kind<number>;
};

const text = (
  value: string,
  says: string,
  allowed = 'a text',
  fits: (given: string) => boolean = () => true,
  hidden = false,
): Kind<string> => ({
  value,
  says,
  allowed,
  read: (given) => (typeof given === 'string' && fits(given) ? given : undefined),
  hidden,
});

const onOff = (says: string): Kind<boolean> => ({
  value: false,
  says,
  allowed: 'true or false',
  read: (given) => {
    if (typeof given === 'boolean') return given;
    return given === 'true' ? true : given === 'false' ? false : undefined;
  },
});

const list = (
  value: readonly string[],
  says: string,
  allowed: string,
  fits: (given: readonly string[]) => boolean,
): Kind<readonly string[]> => ({
  value,
  says,
  allowed,
  read: (given) => {
    const all: unknown[] = typeof given === 'string' ? given.split(',') : [given].flat();
    const texts = all.filter((one) => typeof one === 'string').map((one) => one.trim());
    const entries = texts.filter((one) => one !== '');
    return texts.length === all.length && fits(entries) ? entries : undefined;
  },
});

const areOrigins = (given: readonly string[]) =>
  given.every((one) => URL.canParse(one) && new URL(one).origin === one);

const areNetworks = (given: readonly string[]) => {
  try {
    networks(given);
    return true;
  } catch {
    return false;
  }
};

const areNetworksInWords = 'addresses or networks with commas between, such as 10.0.0.0/8,::1';
const levels = ['debug', 'info', 'warn', 'error', 'silent'];
const day = 86_400;

const table = {
  port: number(9000, 'Port to listen on; 0 takes any free one.', { min: 0, max: 65_535 }),
  host: text('', 'Address to listen on; empty: all of this machine.'),
  path: text(
    '/peerjs',
    'Where signalling is. PeerJS adds `peerjs` to the `path` that it is given, so that both `/` and this work there.',
    'a path such as /peerjs',
    (given) => /^(\/[\w.~-]+)+$/.test(given),
  ),
  secret: text(
    '',
    'What the host signs its tickets with (HS256).',
    'a text of 32 bytes or more, such as `openssl rand -hex 32` gives',
    (given) => given === '' || Buffer.byteLength(given) >= 32,
    true,
  ),
  jwks: text(
    '',
    'The public keys of tickets that are signed by EdDSA: an https address, or a file.',
    'an address or the name of a file',
  ),
  redisUrl: text(
    '',
    'The Redis by which nodes know of each other; empty: this is the only node.',
    'an address such as redis://user:password@redis.example:6379/0, or rediss: for TLS',
    (given) => given === '' || (/^rediss?:\/\//.test(given) && URL.canParse(given)),
    true,
  ),
  leeway: number(10, 'Seconds that the clock of the host may be off by.', { min: 0, max: 60 }),
  origins: list(
    [],
    'Pages that may connect; empty: any page with a ticket.',
    'origins with commas between, such as https://shop.example,https://desk.example',
    areOrigins,
  ),
  cert: text(
    '',
    'Certificate (a PEM file) for TLS; empty: plain, such as behind a proxy.',
    'a file',
  ),
  key: text('', 'Private key (a PEM file) of the certificate.', 'a file'),
  addressHeader: text(
    '',
    "The header that your proxies write the client's address into; empty: there are no proxies.",
    'the name of a header, such as x-forwarded-for',
    (given) => /^[\w-]*$/.test(given),
  ),
  trustedProxies: list(
    ['127.0.0.1', '::1'],
    'The proxies that are believed.',
    areNetworksInWords,
    areNetworks,
  ),
  metricsFrom: list(
    ['127.0.0.0/8', '::1'],
    'Who may read `/metrics`; empty: nobody.',
    areNetworksInWords,
    areNetworks,
  ),
  clients: number(10_000, 'Clients at a time, on this node.'),
  socketsPerAddress: number(
    20,
    "Sockets of one address (IPv6: of one /64) that are not an agent's.",
  ),
  agentsPerAddress: number(500, "Agents' sockets of one address."),
  triesPerMinute: number(1200, 'Connections a minute from one address.'),
  failuresPerMinute: number(10, 'Refused tickets a minute until an address is not heard any more.'),
  messageBytes: number(65_536, 'Longest message; one that is longer closes its socket by 1009.', {
    min: 1024,
    max: 1_048_576,
  }),
  messagesPerSecond: number(100, 'Messages a second of one client; three seconds of them at once.'),
  waitingMessages: number(64, 'Messages of one client that wait for somebody who is not there.'),
  waitingBytes: number(262_144, 'Characters of one client that wait.'),
  waitingSeconds: number(5, 'Seconds that a message waits; PeerJS gives up after 5 too.', {
    max: 60,
  }),
  joinSeconds: number(30, 'Seconds that a newcomer is kept waiting when ids cannot be given.', {
    max: 600,
  }),
  silence: number(90, 'Seconds without a word until a client is taken for gone.', {
    min: 10,
    max: day,
  }),
  waitingRoom: onOff(
    'Agents sign in, and visitors are given one, or a place in the queue; needs the secret.',
  ),
  queue: number(200, 'Visitors in the waiting room at a time.', { max: 10_000 }),
  features: list(
    ['voip', 'video'],
    'What tickets of the waiting room allow.',
    'voip, video, or both with a comma between; empty: neither',
    (given) => given.every((one) => one === 'voip' || one === 'video'),
  ),
  turnUrls: list(
    [],
    'The TURN servers that the waiting room names; needs their secret.',
    'addresses with commas between, such as turn:turn.example:3478',
    (given) => given.every((one) => /^turns?:[\w.:[\]-]+(\?transport=(udp|tcp))?$/.test(one)),
  ),
  turnSecret: text('', 'What coturn has as `static-auth-secret`.', 'a text', undefined, true),
  drain: number(5, 'Seconds in which clients are asked to move when the server is to end.', {
    min: 0,
    max: 600,
  }),
  logLevel: text('info', 'Least serious line that is logged.', levels.join(', '), (given) =>
    levels.includes(given),
  ),
};

type Table = typeof table;
type Name = keyof Table;

/** Each is described in the README. */
export type Settings = { readonly [K in Name]: Table[K]['value'] };

// Kubernetes tells of a service called visavis by VISAVIS_SERVICE_HOST and VISAVIS_PORT_9000_TCP.
const ours = /^VISAVIS_(?!SERVICE_|PORT_)|^REDIS_URL$/;

const names = Object.keys(table) as Name[];
const flagOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const upper = (name: string) => flagOf(name).replaceAll('-', '_').toUpperCase();
// Where an engine is, hosts say under one name to all that use it.
const variableOf = (name: string) => (name === 'redisUrl' ? '' : 'VISAVIS_') + upper(name);

/** The defaults, with what is given here; throws a SettingsError for what cannot be. */
export function settingsFrom(given: Partial<Settings> = {}): Settings {
  return whole(only(given, 'setting ', (name) => name));
}

/**
 * What the command line, the environment and a settings file say, in this order, with defaults for the rest.
 * `help` and `version` are asked for instead of a server.
 */
export function settingsOf(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Settings | 'help' | 'version' {
  const { help, version, config = environment.VISAVIS_CONFIG, ...flags } = parsed(args);
  if (help) return 'help';
  if (version) return 'version';
  const variables = Object.fromEntries(
    Object.entries(environment).filter(
      // An empty variable is how many a tool leaves one out.
      ([name, value]) => ours.test(name) && name !== 'VISAVIS_CONFIG' && value,
    ),
  );
  return whole({
    ...(typeof config === 'string' && only(fileOf(config), `${config}: `, (name) => name)),
    ...only(variables, '', variableOf),
    ...only(flags, '--', flagOf),
  });
}

/** All settings in rows: for `--help`, and for the README, which a test holds to it. */
export const allSettings = names.map((name) => {
  const { allowed, hidden = false, says, value } = table[name];
  return {
    name,
    flag: hidden ? '' : `--${flagOf(name)}`,
    variable: variableOf(name),
    value: String(value),
    says,
    allowed,
  };
});

export function help(): string {
  const lines = allSettings.map(({ allowed, flag, says, value, variable }) => {
    const title = flag ? `${flag}, ${variable}` : `${variable} (no flag: command lines are public)`;
    return `  ${title}\n      ${says}\n      ${allowed}; default: ${value || '(empty)'}`;
  });
  return `visavis-server [settings]: signalling for PeerJS clients with signed tickets.

Each setting is a flag, a variable, or an entry of a JSON file. The flag wins over the variable,
the variable over the file. A secret or a jwks is needed.

  --config, VISAVIS_CONFIG
      A JSON file: { "port": 9000, "origins": ["https://shop.example"] }

${lines.join('\n\n')}

  --help, --version
`;
}

function parsed(args: readonly string[]) {
  const visible = names.filter((name) => !isHidden(name));
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...Object.fromEntries(visible.map((name) => [flagOf(name), { type: typeOf(name) }])),
        config: { type: 'string' },
        help: { type: 'boolean' },
        version: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    const hidden = names.find((name) => isHidden(name) && args.some((arg) => isFlag(arg, name)));
    if (hidden) {
      throw new SettingsError(
        `--${flagOf(hidden)} is not taken, since everybody on the machine can read a command line: ` +
          `set ${variableOf(hidden)} or use a file.`,
      );
    }
    throw new SettingsError(`${(error as Error).message} Try --help.`);
  }
}

const typeOf = (name: Name) => (typeof table[name].value === 'boolean' ? 'boolean' : 'string');
const isHidden = (name: Name) => (table[name] as Kind<unknown>).hidden === true;
const isFlag = (arg: string, name: Name) => arg.split('=', 1)[0] === `--${flagOf(name)}`;

function fileOf(config: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(readFileSync(config, 'utf8'));
    if (isRecord(read)) return read;
  } catch (error) {
    throw new SettingsError(`${config} cannot be read: ${(error as Error).message}`);
  }
  throw new SettingsError(`${config} has to be one JSON object.`);
}

/** Reads what is given under the names that `named` makes; `where` says where it stands. */
function only(given: object, where: string, named: (name: Name) => string): Partial<Settings> {
  return Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => {
        const name = names.find((one) => named(one) === key);
        if (!name) throw new SettingsError(`There is no ${where}${key}. Try --help.`);
        const kind: Kind<unknown> = table[name];
        const read = kind.read(value);
        if (read !== undefined) return [name, read];
        const shown = kind.hidden ? '' : `=${String(value)}`;
        throw new SettingsError(
          `${where}${key}${shown} is not allowed: it has to be ${kind.allowed}.`,
        );
      }),
  );
}

function whole(given: Partial<Settings>): Settings {
  const defaults = Object.fromEntries(names.map((name) => [name, table[name].value]));
  const settings = { ...defaults, ...given } as Settings;
  if (!settings.secret && !settings.jwks) {
    throw new SettingsError('Tickets cannot be checked: set VISAVIS_SECRET, or --jwks.');
  }
  if (settings.waitingRoom && !settings.secret) {
    throw new SettingsError('The waiting room signs tickets: set VISAVIS_SECRET.');
  }
  if (settings.turnUrls.length > 0 && !settings.turnSecret) {
    throw new SettingsError('TURN needs VISAVIS_TURN_SECRET beside --turn-urls.');
  }
  if (!settings.cert !== !settings.key) {
    throw new SettingsError('TLS needs both --cert and --key.');
  }
  return settings;
}
