import { Redis, until } from './redis.mjs';
import { startOurs } from './running.mjs';

// Here all clients have one address, and are tried hard.
const limits = {
  VISAVIS_SOCKETS_PER_ADDRESS: '1000',
  VISAVIS_TRIES_PER_MINUTE: '1000000',
};

/** A Redis and nodes as processes of their own, which all end with the test. */
export async function cluster(t, count = 3, env = {}) {
  const redis = await Redis.start(t);
  const nodes = await Promise.all(Array.from({ length: count }, () => node(t, redis.url, env)));
  await Promise.all(nodes.map((one) => one.isReady()));
  return { redis, nodes };
}

/** One node of a cluster, by the way to its Redis. */
export async function node(t, url, env = {}) {
  const server = await startOurs({ ...limits, ...env, REDIS_URL: url });
  t.after(() => server.stop());
  const readiness = async () => (await fetch(`http://127.0.0.1:${server.port}/readyz`)).status;
  return {
    ...server,
    readiness,
    isReady: () => until(async () => (await readiness()) === 200, 'a node is ready'),
    isNotReady: () => until(async () => (await readiness()) === 503, 'a node is not ready'),
    /** What it has logged under that name. */
    said: (name) => server.lines.filter((line) => line.includes(`"msg":"${name}"`)),
    /** Clients that are in, as it counts them itself. */
    async inside() {
      const metrics = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
      return Number(/^visavis_clients (\d+)$/m.exec(metrics)[1]);
    },
  };
}

/** The far side hears what one says, and answers, all in order. */
export async function negotiate(caller, callee, { from, to, connectionId }) {
  const heardBy = (client, type) =>
    client.heard.filter(
      (message) => message.type === type && message.payload.connectionId === connectionId,
    );
  const speak = (client, dst, type, count) => {
    client.send({ type, dst, payload: { connectionId, sdp: { sdp: 'v=0' } } });
    for (let index = 0; index < count; index += 1) {
      client.send({ type: 'CANDIDATE', dst, payload: { connectionId, candidate: index } });
    }
  };
  const hear = async (client, src, type, count) => {
    await client.until(() => heardBy(client, 'CANDIDATE').length >= count);
    return client.heard
      .filter(({ payload }) => payload?.connectionId === connectionId)
      .map((message) => [message.src === src, message.type, message.payload.candidate])
      .every(([isFrom, kind, candidate], index) =>
        index === 0 ? isFrom && kind === type : isFrom && candidate === index - 1,
      );
  };
  speak(caller, to, 'OFFER', 20);
  const offered = await hear(callee, from, 'OFFER', 20);
  speak(callee, from, 'ANSWER', 20);
  return offered && (await hear(caller, to, 'ANSWER', 20));
}

export function milliseconds(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.ceil(sorted.length * share) - 1].toFixed(1);
  return `n ${sorted.length} · p50 ${at(0.5)} · p95 ${at(0.95)} · worst ${at(1)}`;
}

export const figure = (what, values) => console.log(`figure · ${what}: ${milliseconds(values)}`);
