import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/**
 * A plain load balancer: each connection goes to the next node, whoever comes and whatever for; one that does not answer is
 * passed over. Resolves to its port.
 */
export async function balance(t, nodes) {
  let turn = 0;
  const open = new Set();
  const pass = (near, tries = nodes.length) => {
    const far = connect(nodes[turn++ % nodes.length].port, '127.0.0.1');
    far.setNoDelay().once('connect', () => near.pipe(far).pipe(near));
    far.once('error', () => (tries > 1 && far.pending ? pass(near, tries - 1) : near.destroy()));
    far.once('close', () => far.bytesRead > 0 && near.destroy());
    near.once('close', () => far.destroy());
  };
  const server = createServer({ noDelay: true }, (near) => {
    open.add(near);
    near.once('close', () => open.delete(near));
    near.on('error', () => {
      // Its end is told by `close`.
    });
    pass(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    for (const near of open) near.destroy();
  });
  return server.address().port;
}
