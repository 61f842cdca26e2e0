import { createServer as createHttp, type Server as HttpServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Browser, BrowserContext, Route } from '@playwright/test';
import {
  createServer,
  signTicket,
  type Settings,
  type TicketClaims,
  type VisavisServer,
} from '../../server/src/index.js';
import {
  expect,
  newContext,
  newRoom,
  openSide,
  type Pair,
  type Party,
  test as base,
} from '../side.js';

export const secret = 'only for the tests, and long enough for it';

/** What a test's host answers to who asks for a ticket. */
interface Answer {
  readonly features: { readonly voip: boolean; readonly video: boolean };
  /** Seconds that the page is told. */
  readonly life: number;
  /** Seconds that the ticket is good for; as long as the page is told, unless given. */
  readonly ttl?: number;
  readonly claims?: Partial<TicketClaims>;
  readonly secret?: string;
}

/**
 * A host with visavis-server nodes of its own, one of them in use, and the tickets for them. Pages of the demo that
 * are opened in a context that it serves have their tickets, and their signalling, from here.
 */
export class Host {
  answer: Answer = { features: { voip: true, video: true }, life: 300 };
  /** Those of each ticket, made for who asks. */
  iceServers: ((peer: string) => readonly RTCIceServer[]) | undefined;
  /** Attributes that its pages have besides. */
  readonly attributes: Record<string, string> = {};
  /** Instead of a ticket. */
  refuse: ((route: Route) => Promise<void>) | undefined;
  /** Where its pages find the server. */
  url = '';
  /** Who has asked, in order. */
  readonly asked: string[] = [];
  readonly nodes: VisavisServer[] = [];
  readonly #behind: HttpServer[] = [];
  readonly #front = createHttp();
  readonly #sockets = new Set<Socket>();

  static async open(settings: Partial<Settings> = {}, nodes = 1): Promise<Host> {
    const host = new Host();
    for (let count = 0; count < nodes; count += 1) {
      const behind = createHttp();
      const given = { secret, leeway: 0, drain: 0, logLevel: 'silent', ...settings };
      host.#behind.push(behind);
      host.nodes.push(await createServer(given, { server: behind }));
    }
    host.use(0);
    host.#front.on('connection', (socket: Socket) => {
      host.#sockets.add(socket);
      socket.on('close', () => host.#sockets.delete(socket));
    });
    await new Promise<void>((done) => host.#front.listen(0, done));
    host.url = `http://localhost:${(host.#front.address() as AddressInfo).port}/peerjs`;
    return host;
  }

  /** Newcomers go to this node from now on. */
  use(node: number): void {
    this.#front.removeAllListeners('upgrade');
    this.#front.on('upgrade', (...given) => this.#behind[node]?.emit('upgrade', ...given));
  }

  /** Every socket to the server breaks. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async serve(context: BrowserContext): Promise<void> {
    // In the page, before its elements come to life: Chromium lets no page that a test has written talk to this machine.
    await context.addInitScript(
      (attributes) => {
        new MutationObserver((_, observer) => {
          const element = document.querySelector('[server="/peerjs"]');
          if (!element) return;
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          observer.disconnect();
        }).observe(document, { childList: true, subtree: true });
      },
      { ...this.attributes, server: this.url },
    );
    await context.route(/\/ticket\?/, (route) => this.#ticket(route));
  }

  async close(): Promise<void> {
    this.cut();
    await Promise.all(this.nodes.map((node) => node.close(0)));
    this.#front.close();
  }

  async #ticket(route: Route): Promise<void> {
    const { party } = route.request().postDataJSON() as { readonly party: Party };
    this.asked.push(party);
    if (this.refuse) return this.refuse(route);
    const { claims, features, life, ttl = life } = this.answer;
    const room = new URL(route.request().url()).searchParams.get('room') ?? '';
    const far = party === 'agent' ? 'visitor' : 'agent';
    const ticket = await signTicket(
      { sub: `${party}-${room}`, sid: room, party, features, ttl, ...claims },
      this.answer.secret ?? secret,
    );
    await route.fulfill({
      json: {
        ticket,
        peer: `${party}-${room}`,
        remote: `${far}-${room}`,
        features,
        iceServers: this.iceServers?.(`${party}-${room}`),
        expiresAt: Math.floor(Date.now() / 1000) + life,
      },
    });
  }
}

/** On top of the fixtures of side.ts: `host`, whose `pair` has its tickets and its signalling from it. */
export const test = base.extend<{
  settings: Partial<Settings>;
  nodes: number;
  room: string;
  host: Host;
}>({
  settings: [{}, { option: true }],
  nodes: [1, { option: true }],
  room: async ({}, use) => use(newRoom()),
  host: async ({ settings, nodes }, use) => {
    const host = await Host.open(settings, nodes);
    await use(host);
    await host.close();
  },
  pair: async ({ browser, host, room }, use) => {
    const [agent, visitor] = await Promise.all([
      openAt(host, browser, 'agent', room),
      openAt(host, browser, 'visitor', room),
    ]);
    await Promise.all([agent.inChat(), visitor.inChat()]);
    await use({ agent, visitor } satisfies Pair);
    expect(agent.errors, 'uncaught errors at the agent').toEqual([]);
    expect(visitor.errors, 'uncaught errors at the visitor').toEqual([]);
  },
});

export async function openAt(host: Host, browser: Browser, party: Party, room: string) {
  const context = await newContext(browser);
  await host.serve(context);
  return openSide(context, party, { room });
}
