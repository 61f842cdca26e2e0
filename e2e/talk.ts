import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { Browser, BrowserContext, Locator } from '@playwright/test';
import type { ConversationSnapshot, FileState, ItemState } from '../src/index.js';
import { expect, newContext, newRoom, openSide, type Party, type Side } from './side.js';

/** A file as `setInputFiles` takes it. */
export interface Made {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A picture of noise, which no compression makes smaller: about 3 bytes a pixel. */
export function picture(name: string, side = 8): Made {
  const rows = Buffer.alloc((side * 3 + 1) * side);
  for (let row = 0; row < side; row += 1)
    randomBytes(side * 3).copy(rows, row * (side * 3 + 1) + 1);
  const size = Buffer.alloc(13);
  size.writeUInt32BE(side, 0);
  size.writeUInt32BE(side, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const buffer = Buffer.concat([
    head,
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows, { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name, mimeType: 'image/png', buffer };
}

export const document = (name: string, bytes: number): Made => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes - 9)]),
});

/** What a conversation's snapshot says, as far as tests look at it. */
export interface Told extends Pick<ConversationSnapshot, 'draft' | 'ended' | 'unread'> {
  /** Each item in a word: its text, its file's name, what happened in a call. */
  readonly texts: readonly string[];
  readonly states: readonly ItemState[];
  readonly files: readonly Pick<FileState, 'is' | 'moved' | 'picture'>[];
  readonly live: string | undefined;
}

/** What one side of a session does and sees in its conversation. */
export class Talk {
  readonly side: Side;

  constructor(side: Side) {
    this.side = side;
  }

  get field(): Locator {
    return this.side.page.getByRole('textbox', { name: /^Message to/ });
  }

  get log(): Locator {
    return this.side.page.getByRole('log');
  }

  async write(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  async reads(text: string | RegExp): Promise<void> {
    await expect(
      this.log.getByText(text).last(),
      `${this.side.party} reads ${String(text)}`,
    ).toBeVisible();
  }

  async attach(...files: readonly Made[]): Promise<void> {
    await this.side.page.locator('chat-composer input[type=file]').setInputFiles([...files]);
  }

  /** What this side's session says of it. */
  told(): Promise<Told> {
    return this.side.onSession(async (element) => {
      const talk = await element.conversation();
      if (!talk) throw new Error('There is no conversation.');
      const { draft, ended, farLive, files, items, unread } = talk.snapshot;
      return {
        draft,
        ended,
        unread,
        live: farLive?.text,
        texts: items.map(({ body }) => {
          if (body.type === 'text') return body.text;
          if (body.type === 'file') return body.name;
          return body.type === 'call' ? body.what : body.type;
        }),
        states: items.map(({ state }) => state),
        files: [...files.values()].map(({ is, moved, picture: isPicture }) => ({
          is,
          moved,
          picture: isPicture,
        })),
      };
    });
  }

  /** Waits until this side's session says so; answers what it says. */
  async until(so: (told: Told) => boolean, what: string): Promise<Told> {
    let told: Told | undefined;
    await expect
      .poll(async () => so((told = await this.told())), { message: `${this.side.party}: ${what}` })
      .toBe(true);
    return told as unknown as Told;
  }

  async has(...texts: readonly string[]): Promise<void> {
    await expect
      .poll(async () => (await this.told()).texts, { message: `${this.side.party} has it all` })
      .toEqual(texts);
  }
}

declare global {
  interface Window {
    /** Cuts this page off from everybody, or joins it again. */
    cutOff(cut: boolean): void;
    /** Milliseconds between two chunks of a file. */
    slowFiles: number;
    /** Bytes of files that this page has sent. */
    fileBytes: number;
  }
}

/** Lets a test cut this context's pages off, and slow their files down. Before any page is opened. */
async function faulty(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    let isCut = false;
    const sockets = new Set<WebSocket>();
    const RealSocket = window.WebSocket;
    window.WebSocket = class extends RealSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(isCut ? 'ws://localhost:1' : url, protocols);
        sockets.add(this);
      }
    };
    window.cutOff = (cut) => {
      isCut = cut;
      if (!cut) return;
      for (const socket of sockets) socket.close();
      sockets.clear();
      for (const connection of window.watched.connections) connection.close();
    };
    window.slowFiles = window.fileBytes = 0;
    const { send } = RTCDataChannel.prototype as {
      send: (this: RTCDataChannel, data: unknown) => void;
    };
    let last = Promise.resolve();
    RTCDataChannel.prototype.send = function slow(this: RTCDataChannel, data: unknown) {
      if (this.label !== 'files' || !window.slowFiles) return send.call(this, data);
      last = last.then(async () => {
        await new Promise((done) => setTimeout(done, window.slowFiles));
        if (this.readyState !== 'open') return;
        window.fileBytes += (data as ArrayBuffer).byteLength;
        send.call(this, data);
      });
    };
  });
}

/** Two sides in a chat, whose paths and files a test may disturb. */
export async function faultyPair(
  browser: Browser,
): Promise<{ readonly agent: Talk; readonly visitor: Talk }> {
  const room = newRoom();
  const open = async (party: Party): Promise<Talk> => {
    const context = await newContext(browser);
    await faulty(context);
    return new Talk(await openSide(context, party, { room }));
  };
  const [agent, visitor] = [await open('agent'), await open('visitor')];
  await Promise.all([agent.side.inChat(), visitor.side.inChat()]);
  return { agent, visitor };
}
