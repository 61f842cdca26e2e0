import { readFileSync } from 'node:fs';
import {
  createServer as createHttp,
  type IncomingMessage,
  type Server as HttpServer,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as later } from 'node:timers/promises';
import { type Server as SocketServer, WebSocketServer } from 'ws';
import { answer } from './answer.js';
import { Client, ClientSocket, type House } from './client.js';
import { Door, socketsFor } from './door.js';
import { Guests } from './limits.js';
import { type Log, logTo } from './log.js';
import { MemoryPresence } from './memory-presence.js';
import { MemoryWaitingRoom } from './memory-waiting-room.js';
import { Metrics } from './metrics.js';
import { Plain } from './plain.js';
import type { Presence } from './presence.js';
import { RedisPresence } from './redis-presence.js';
import { RedisWaitingRoom } from './redis-waiting-room.js';
import { type Settings, SettingsError, settingsFrom } from './settings.js';
import { TicketOffice } from './tickets.js';
import { manners, type WaitingRoom } from './waiting-room.js';

// What PeerJS sends as `key` unless it is told otherwise.
const anyKey = 'peerjs';

// Milliseconds. Of clients that do not understand MOVE, all would come back at once.
const spread = 1000;
const farewellWithin = 2000;
const sweepEvery = 5000;

// ws has this option, and its types do not yet.
const closing: object = { closeTimeout: farewellWithin };

// Who starts a request, or a handshake, has to end it.
const requestWithin = 10_000;

export interface ServerOptions {
  /** Serve on this one, which the host itself listens with; otherwise one of its own is made. */
  readonly server?: HttpServer;
  /** Who is where; by the settings unless said: in Redis, or in this process' memory. */
  readonly presence?: Presence;
  /** Who takes chats and who waits; likewise, and none unless the settings say so. */
  readonly waitingRoom?: WaitingRoom;
  readonly log?: Log;
}

/** Makes a server, which does not listen yet. Rejects with a SettingsError for settings that cannot be. */
export async function createServer(
  given: Partial<Settings>,
  options: ServerOptions = {},
): Promise<VisavisServer> {
  const settings = settingsFrom(given);
  const tickets = await TicketOffice.open(settings).catch((error: unknown) => {
    throw new SettingsError(`jwks cannot be read: ${(error as Error).message}`);
  });
  return new VisavisServer(settings, tickets, options);
}

/** Signalling for PeerJS clients with tickets. */
export class VisavisServer {
  readonly #house: House;
  readonly #door: Door;
  readonly #plain: Plain;
  readonly #http: HttpServer;
  readonly #isOwn: boolean;
  readonly #sockets: SocketServer<typeof ClientSocket>;
  readonly #sweeping = setInterval(() => this.#sweep(), sweepEvery).unref();
  #closing: Promise<void> | undefined;

  constructor(settings: Settings, tickets: TicketOffice, options: ServerOptions) {
    const { log = logTo(settings.logLevel), server } = options;
    const presence = options.presence ?? presenceBy(settings, log);
    const [outside, inside] = [new Set<Client>(), new Set<Client>()];
    const metrics = new Metrics({
      clients: () => inside.size,
      waiting: () => presence.waiting,
      ready: () => this.isReady,
    });
    const guests = new Guests(settings);
    const { messagesPerSecond } = settings;
    const messages = { size: 3 * messagesPerSecond, perMinute: 60 * messagesPerSecond };
    this.#house = {
      settings,
      presence,
      waitingRoom: options.waitingRoom ?? roomBy(settings),
      endSession: (sid) => this.endSession(sid),
      tickets,
      guests,
      messages,
      log,
      metrics,
      outside,
      inside,
      draining: false,
    };
    this.#door = new Door(this.#house);
    this.#plain = new Plain(this.#house, this.#door);
    this.#sockets = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: settings.messageBytes,
      // It would cost each socket more memory than it saves.
      perMessageDeflate: false,
      ...closing,
      WebSocket: ClientSocket,
    });
    this.#isOwn = !server;
    this.#http = server ?? this.#makeHttp();
    this.#http.on('upgrade', this.#onUpgrade);
  }

  /** Whether newcomers are let in. */
  get isReady(): boolean {
    return !this.#house.draining && this.#house.presence.ready;
  }

  /** prom-client's registry behind `/metrics`, for what the host itself measures. */
  get registry(): Metrics['registry'] {
    return this.#house.metrics.registry;
  }

  /** Listens as the settings say; resolves to the port. */
  async listen(): Promise<number> {
    const { cert, host, port } = this.#house.settings;
    await new Promise<void>((resolve, reject) => {
      this.#http.once('error', reject);
      this.#http.listen({ port, ...(host && { host }) }, () => {
        this.#http.off('error', reject);
        resolve();
      });
    });
    const { port: taken } = this.#http.address() as AddressInfo;
    this.#house.log.listening({ port: taken, tls: cert !== '' });
    return taken;
  }

  /**
   * Answers a plain request, if it is for this server: `app.use((request, response, next) =>
   * server.handle(request, response) || next())`.
   */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    return this.#plain.handle(request, response);
  }

  /** Tells all of a session that it is over, closes their sockets, and takes its tickets no more. */
  async endSession(sid: string): Promise<void> {
    const { log, presence, waitingRoom } = this.#house;
    // Without it, the room is free again when nobody is in the session any more.
    waitingRoom
      ?.over(sid)
      .catch((error: unknown) => log.trouble('a chat could not be left', error));
    await presence.endSession(sid);
    log.sessionEnded({ sid });
  }

  /**
   * Asks all clients to move within so many milliseconds, closes those that have not, and ends. Newcomers are
   * refused meanwhile.
   */
  close(within = this.#house.settings.drain * 1000): Promise<void> {
    return (this.#closing ??= this.#close(within));
  }

  async #close(within: number): Promise<void> {
    const { guests, inside, log, presence, waitingRoom } = this.#house;
    this.#house.draining = true;
    log.draining({ clients: inside.size });
    for (const client of inside) client.move(within);
    if (within > 0) await this.#emptied(within);
    const over = Math.min(spread, within);
    for (const client of this.#everybody()) setTimeout(() => client.drain(), over * Math.random());
    await this.#emptied(over + farewellWithin);
    for (const client of this.#everybody()) client.cut();
    clearInterval(this.#sweeping);
    guests.close();
    this.#door.close();
    await Promise.all([presence.close(), waitingRoom?.close()]);
    this.#http.off('upgrade', this.#onUpgrade);
    if (this.#isOwn) await this.#closeHttp();
    log.drained();
  }

  /** Resolves once nobody is here any more, and after so many milliseconds at the latest. */
  async #emptied(within: number): Promise<void> {
    if (this.#everybody().length === 0) return;
    const late = new AbortController();
    await Promise.race([
      new Promise<void>((resolve) => (this.#house.emptied = resolve)),
      later(within, undefined, { signal: late.signal }).catch(() => undefined),
    ]);
    late.abort();
  }

  #closeHttp(): Promise<unknown> {
    const closed = new Promise((resolve) => this.#http.close(resolve));
    this.#http.closeAllConnections();
    return closed;
  }

  #makeHttp(): HttpServer {
    const { cert, clients, key } = this.#house.settings;
    const patience = { requestTimeout: requestWithin, headersTimeout: requestWithin };
    const server = cert
      ? createHttps({
          ...patience,
          handshakeTimeout: requestWithin,
          cert: pem('cert', cert),
          key: pem('key', key),
        })
      : createHttp(patience);
    server.maxConnections = 2 * socketsFor(clients);
    server.on('request', (request, response) => {
      if (!this.handle(request, response)) answer(response, 404, 'There is nothing here.');
    });
    server.on(cert ? 'secureConnection' : 'connection', (socket: Socket) =>
      this.#door.connected(socket),
    );
    return server;
  }

  readonly #onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const { path } = this.#house.settings;
    const [pathname, search] = (request.url ?? '').split('?', 2);
    if (pathname !== path && pathname !== `${path}/peerjs`) {
      // On a host's own server it may be for somebody else.
      if (this.#http.listenerCount('upgrade') === 1) turnAway(socket, 404);
      return;
    }
    const entered = this.#door.enter(request);
    if ('status' in entered) return turnAway(socket, entered.status);
    const { guest, address } = entered;
    // Until the upgrade, it is not yet a client that counts itself out.
    const stays = () => this.#house.guests.leave(guest, false);
    socket.once('close', stays);
    this.#sockets.handleUpgrade(request, socket, head, (client) => {
      socket.off('close', stays);
      const { id, key, token } = Object.fromEntries(new URLSearchParams(search));
      const sid = key === anyKey ? undefined : key;
      void new Client(this.#house, client, guest).join({ id, ticket: token, sid }, address);
    });
  };

  /** A socket may lead nowhere, and nobody is told. */
  #sweep(): void {
    const { inside, log, settings, waitingRoom } = this.#house;
    for (const client of this.#everybody())
      if (client.silentFor > settings.silence * 1000) client.cut();
    if (!waitingRoom) return;
    const sids = new Set([...inside].map(({ sid = '' }) => sid));
    waitingRoom.keep([...sids]).catch((error: unknown) => {
      log.trouble('chats could not be kept', error);
    });
  }

  #everybody(): Client[] {
    const { inside, outside } = this.#house;
    return [...outside, ...inside];
  }
}

function presenceBy(settings: Settings, log: Log): Presence {
  const { redisUrl, waitingBytes, waitingMessages, waitingSeconds } = settings;
  const within = waitingSeconds * 1000;
  const patience = { within, messages: waitingMessages, bytes: waitingBytes };
  return redisUrl ? new RedisPresence(redisUrl, patience, log) : new MemoryPresence(patience);
}

function roomBy({ queue, redisUrl, socketsPerAddress, waitingRoom }: Settings) {
  if (!waitingRoom) return undefined;
  const all = { ...manners, queue, perAddress: socketsPerAddress };
  return redisUrl ? new RedisWaitingRoom(redisUrl, all) : new MemoryWaitingRoom(all);
}

function pem(setting: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new SettingsError(`${setting} cannot be read: ${(error as Error).message}`);
  }
}

/** Without a WebSocket there is no word to say: PeerJS takes it for a lost network. */
function turnAway(socket: Duplex, status: number): void {
  socket.on('error', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}
