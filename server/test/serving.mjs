import { createServer, signTicket } from '../dist/index.js';
import { logTo } from '../dist/log.js';
import { RawClient } from './raw-client.mjs';

export const secret = 'only for the tests, and long enough for it';

/** A server in this process, with its log's lines in `lines`, closed when the test ends. */
export async function serve(test, settings = {}, options = {}) {
  const lines = [];
  const log = logTo('info', { write: (line) => lines.push(line) });
  const server = await createServer(
    { secret, port: 0, drain: 0, ...settings },
    { log, ...options },
  );
  const port = await server.listen();
  test.after(() => server.close());
  const url = `${settings.cert ? 'wss' : 'ws'}://127.0.0.1:${port}/peerjs`;
  const join = (asked) => new RawClient(url, asked);
  return {
    server,
    port,
    url,
    lines,
    join,
    http: `http://127.0.0.1:${port}`,
    /** One that holds a good ticket for what it asks. */
    async enter({ id = 'anna', sid = 'chat', party = 'agent', ...others } = {}) {
      return join({ id, token: await ticketFor({ id, sid, party }), ...others });
    },
  };
}

export const ticketFor = ({ id = 'anna', sid = 'chat', party = 'agent', ...others } = {}) =>
  signTicket({ sub: id, sid, party, ...others }, secret);
