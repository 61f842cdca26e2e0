import type { IncomingMessage } from 'node:http';
import { isRecord } from './shape.js';

const bytesAtMost = 2048;
const nameAtMost = 200;
const chatsAtMost = 50;

// 128 bits and more cannot be guessed.
const secretId = /^[\w-]{22,128}$/;

/** What is asked cannot be read; the message says which part of it. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
  readonly status: 400 | 413;

  constructor(message: string, status: BadRequest['status'] = 400) {
    super(message);
    this.status = status;
  }
}

/** What a page asks the waiting room for. */
export type Asked =
  | { readonly party: 'agent'; readonly takes: number }
  | { readonly party: 'visitor'; readonly name: string; readonly visit: string };

/** Reads a request, or throws a BadRequest. */
export async function read(request: IncomingMessage): Promise<Asked> {
  const data = await bodyOf(request);
  const { name = '', party, takes = 0, visit } = isRecord(data) ? data : {};
  const wrong = (field: string, wanted: string) =>
    new BadRequest(`\`${field}\` has to be ${wanted}.`);
  if (typeof name !== 'string' || name.length > nameAtMost) {
    throw wrong('name', `a text of ${nameAtMost} characters at most`);
  }
  if (party === 'agent') {
    const fits = typeof takes === 'number' && Number.isInteger(takes);
    if (fits && takes >= 0 && takes <= chatsAtMost) return { party, takes };
    throw wrong('takes', `a whole number from 0 to ${chatsAtMost}`);
  }
  if (party !== 'visitor') throw wrong('party', 'agent or visitor');
  if (typeof visit === 'string' && secretId.test(visit)) return { party, name, visit };
  throw wrong('visit', 'a secret of 22 characters or more: letters, digits, _ and -');
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    // Whoever sends too much is still told so.
    const all: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
    for await (const part of all) {
      bytes += part.length;
      if (bytes > bytesAtMost) break;
      parts.push(part);
    }
  } catch {
    throw new BadRequest('That has no end.');
  }
  if (bytes > bytesAtMost) throw new BadRequest('That is too long.', 413);
  try {
    return JSON.parse(Buffer.concat(parts).toString()) as unknown;
  } catch {
    throw new BadRequest('That is no JSON.');
  }
}
