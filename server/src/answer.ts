import type { IncomingMessage, ServerResponse } from 'node:http';

/** The host's order, which whoever asks has brought along. */
export const orderOf = ({ headers }: IncomingMessage): string =>
  /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';

/** Answers a plain request whole; nothing of it is kept by anybody in between. */
export function answer(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): true {
  response
    .writeHead(status, {
      'Content-Type': type,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    .end(text);
  return true;
}
