import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, type Side, talk } from '../side.js';
import { Host, secret, test } from './host.js';
import { gapsSince, now, openWitnessed } from './witnessed.js';

// A server that goes, or stands still, while its clients are in a call.

const sockets = (side: Side): Promise<number> =>
  side.page.evaluate(() => window.watched.sockets.length);

test.describe('two nodes', () => {
  test.use({ nodes: 2 });

  test('one asks its clients to move, in a call: sound, messages and all stay, both are at the other one', async ({
    browser,
    host,
    room,
  }) => {
    const [agent, visitor] = await openWitnessed(host, browser, room);
    await talk(visitor, agent);
    await Promise.all([agent.hears(), visitor.hears()]);
    const [from, fromThere] = [await now(agent), await now(visitor)];
    host.use(1);
    const begun = performance.now();
    await host.nodes[0]!.close(2000);
    const left = performance.now() - begun;
    for (const side of [agent, visitor]) await expect.poll(() => sockets(side)).toBe(2);
    await visitor.nothingFor(2500);
    expect([await sockets(agent), await sockets(visitor)], 'no more than one move each').toEqual([
      2, 2,
    ]);
    const gaps = [...(await gapsSince(agent, from)), ...(await gapsSince(visitor, fromThere))];
    console.log(
      `all have left after ${left.toFixed(0)} ms; longest between packets of sound ${Math.max(...gaps).toFixed(0)} ms of ${gaps.length}`,
    );
    for (const side of [agent, visitor]) {
      expect(await side.phase()).toBe('active');
      const said = await side.page.evaluate(() => window.seen.said.map(({ what }) => what));
      expect(said.join(' ')).not.toMatch(/Reconnecting|cannot connect|wait for the server/);
      expect(await side.page.evaluate(() => window.watched.connections.length)).toBe(1);
    }
    await Promise.all([agent.hears(), visitor.hears()]);
    await visitor.page.locator('chat-composer [part=field]').fill('still here');
    await visitor.page.keyboard.press('Enter');
    await expect(agent.page.locator('chat-transcript')).toContainText('still here');
    // Both are known to the new node: one that comes anew finds the other there.
    await visitor.page.reload();
    await visitor.inChat();
    await visitor.reaches('active');
    expect([agent.errors, visitor.errors]).toEqual([[], []]);
  });
});

test('a server that stands still is noticed, and the call goes on meanwhile', async ({
  browser,
  room,
}) => {
  test.setTimeout(90_000);
  const script = fileURLToPath(new URL('node.mjs', import.meta.url));
  const server = fork(script, { env: { ...process.env, VISAVIS_SECRET: secret }, execArgv: [] });
  const host = new Host();
  try {
    const [port] = (await once(server, 'message')) as [number];
    host.url = `http://localhost:${port}/peerjs`;
    const [agent, visitor] = await openWitnessed(host, browser, room);
    await talk(visitor, agent);
    let noticed = 0;
    server.kill('SIGSTOP');
    const begun = performance.now();
    visitor.page.on('websocket', () => (noticed ||= performance.now() - begun));
    await expect.poll(() => noticed, { timeout: 20_000 }).toBeGreaterThan(0);
    console.log(`a server that stands still: a new try after ${noticed.toFixed(0)} ms`);
    await Promise.all([agent.hears(), visitor.hears()]);
    server.kill('SIGCONT');
    // Registered again: who comes anew finds it.
    await agent.page.reload();
    await agent.inChat();
    await agent.reaches('active');
    expect(await visitor.phase()).toBe('active');
  } finally {
    server.kill('SIGCONT');
    server.kill('SIGKILL');
  }
});
